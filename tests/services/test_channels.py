"""Ways to send: names for new ones, and files that cannot be used."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.channels.channel_format import NAME_PATTERN
from testimony_app.channels.channel_reader import SetBy
from testimony_app.channels.templates import FIELDS
from testimony_app.files.problems import ContentProblemsError
from testimony_app.services.channel_names import free_name
from testimony_app.services.channels import Channels


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("City Clerk", (), "city-clerk"),
        ("City Clerk", ("city-clerk",), "city-clerk-2"),
        ("City Clerk", ("city-clerk", "city-clerk-2"), "city-clerk-3"),
        ("Secretaría del 1.er distrito", (), "secretaria-del-1-er-distrito"),
        ("311: help", (), "help"),
        ("市议会", ("way",), "way-2"),
        ("", (), "way"),
        ("x" * 80, ("x" * 36,), "x" * 36 + "-2"),
    ],
)
def test_a_title_gives_a_free_name(title, taken, name):
    assert free_name(title, taken) == name


@given(st.text(), st.sets(st.sampled_from(["way", "a", "a-2"])))
def test_every_title_gives_a_name_that_the_format_takes(title, taken):
    name = free_name(title, taken)
    assert re.fullmatch(NAME_PATTERN, name)
    assert len(name) <= 40
    assert name not in taken


PORTAL = """[channel.page]
kind = "portal"
title = "Page"
url = "https://city.example/"
pieces = [{ title = "Comment", value = "{tekst}" }, { title = "Name", value = "{name}, {shoe_size}" }]
"""
FORM = """[channel.form]
kind = "http_api"
title = "Form"
url = "https://city.example/"
encoding = "json"
receipt = { status = [201] }
fields = { comment = "{Text}", who = "{ file number }", other = "{\\"a\\": 1} {} {1} {{name}}" }
"""


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            PORTAL,
            [
                ("channel.page.pieces[0].value", "misspelled_field", "{tekst}", "{text}"),
                ("channel.page.pieces[1].value", "unknown_field", "{shoe_size}", ", ".join(f"{{{x}}}" for x in FIELDS)),
            ],
        ),
        (
            FORM,
            [
                ("channel.form.fields.comment", "misspelled_field", "{Text}", "{text}"),
                ("channel.form.fields.who", "misspelled_field", "{ file number }", "{file_number}"),
            ],
        ),
        (
            PORTAL.replace("https://", "").replace(', { title = "Name", value = "{name}, {shoe_size}" }', ""),
            [
                ("channel.page.url", "wrong_value", "city.example/", "an address that begins with https://"),
                ("channel.page.pieces[0].value", "misspelled_field", "{tekst}", "{text}"),
            ],
        ),
    ],
)
def test_a_text_that_asks_for_what_we_do_not_know_is_found_when_it_is_read(tmp_path, text, problems):
    own = tmp_path / "own"
    own.mkdir()
    (own / "channels.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentProblemsError) as error:
        Channels(own, tmp_path / "site").all()
    assert [(each.key, each.code, each.found, each.expected) for each in error.value.problems] == problems


def test_what_we_know_is_no_problem(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    whole = " ".join(f"{{{name}}}" for name in FIELDS)
    (own / "channels.toml").write_text(PORTAL.replace("{tekst}", whole).replace("{shoe_size}", ""), encoding="utf-8")
    assert Channels(own, tmp_path / "site").find("page").plain["pieces"][0]["value"] == whole


def test_each_file_that_cannot_be_used_is_told_with_its_place(tmp_path):
    own, site = tmp_path / "own", tmp_path / "site"
    for folder in (own, site):
        folder.mkdir()
    channels = Channels(own, site)
    assert channels.troubles() == ()
    (own / "channels.toml").write_text("[channel.a]\nkind = 'fax'\n", encoding="utf-8")
    (trouble,) = channels.troubles()
    assert (trouble.path, trouble.set_by) == (own / "channels.toml", SetBy.PERSON)
    assert isinstance(trouble.error, ContentProblemsError)
    (site / "channels.toml").write_text("[channel.", encoding="utf-8")
    assert [each.set_by for each in channels.troubles()] == [SetBy.SITE, SetBy.PERSON]
