import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.domain.body import PublicBody, unlisted_body
from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import ChosenPoint, Matter, OwnAsk, Person, SectionEdit
from testimony_app.domain.naming import (
    LONGEST_FILE_NAME,
    LONGEST_TITLE,
    file_name,
    mail_subject,
    suggested_title,
)
from testimony_app.domain.text import clean
from tests.domain.material import CAMPAIGN, COUNCIL, COUNCIL_ALONE, ENGLISH, FILLED, NOTHING, with_fields

FULL = with_fields(FILLED)
BODIES = (None, COUNCIL, unlisted_body("Oakdale Town Board"))


def titled(draft, campaign):
    """The title a document of this draft carries."""
    return compose(Material(ENGLISH, campaign=campaign), draft).title


def suggested(draft, campaign):
    """The title suggested for this draft."""
    return suggested_title(draft, campaign, compose(Material(ENGLISH, campaign=campaign), draft).sections)


def named(name):
    return with_fields({"name": name})


def body(file_name="", mail_subject=()):
    return PublicBody("b", "Body", file_name=file_name, mail_subject=mail_subject)


@pytest.mark.parametrize("public_body", BODIES)
@pytest.mark.parametrize(
    ("fields", "file", "subject"),
    [
        (FILLED, "2020-00681_2026-12-08_Rosa-Maple", "Public comment, file 2020-00681, Rosa Maple"),
        ({"name": "Rosa Maple"}, "Rosa-Maple", "Public comment, Rosa Maple"),
        ({"file_number": "2020-00681"}, "2020-00681", "Public comment, file 2020-00681"),
        ({"name": "R", "meeting_date": "Dec 8"}, "Dec-8_R", "Public comment, R"),
        ({"matter": "Cameras", "agenda_item": "3", "ward": "6", "on_behalf_of": "x"}, "testimony", "Public comment"),
        ({}, "testimony", "Public comment"),
        (dict.fromkeys(FILLED, " \n"), "testimony", "Public comment"),
        (dict.fromkeys(FILLED, "-"), "testimony", "Public comment"),
    ],
)
def test_by_the_pattern_of_the_body_or_ours_and_what_is_unknown_is_left_out(public_body, fields, file, subject):
    assert file_name(with_fields(fields), public_body) == file
    assert mail_subject(with_fields(fields), public_body) == subject


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "2020-00681_2026-12-08_Rosa-Maple"),
        ("Comment_{agenda_item}_{matter}", "Comment_3b_Cameras-on-Lake-Street"),
        ("{name}", "Rosa-Maple"),
        ("{name}_{ward}_x", "Rosa-Maple_x"),
        ("Item {agenda_item} by {name}", "Item-3b-by-Rosa-Maple"),
        ("{agenda_item}{file_number}", "3b2020-00681"),
        ("_{name}_", "Rosa-Maple"),
        ("../{name}", "Rosa-Maple"),
        ("a/b\\c:{name}", "abcRosa-Maple"),
        ("{name}.", "Rosa-Maple"),
        ("{}_{0}", "{}_{0}"),
    ],
)
def test_a_bodys_pattern_of_a_file_name(pattern, name):
    assert file_name(FULL, body(pattern)) == name


@pytest.mark.parametrize(
    ("parts", "subject"),
    [
        ((), "Public comment, file 2020-00681, Rosa Maple"),
        (("Item {agenda_item}: {matter}",), "Item 3b: Cameras on Lake Street"),
        (("{name}", "Comment"), "Rosa Maple, Comment"),
        (("{ward}",), ""),
        (("{name} {ward}", "Comment"), "Comment"),
    ],
)
def test_a_bodys_pattern_of_a_mail_subject(parts, subject):
    assert mail_subject(FULL, body(mail_subject=parts)) == subject


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Rosa Maple", "Rosa-Maple"),
        (" Rosa\n\tMaple ", "Rosa-Maple"),
        ("Rosa\u00a0Maple", "Rosa-Maple"),
        ("Maple, Rosa", "Maple,-Rosa"),
        ("Rosa de la O", "Rosa-de-la-O"),
        ("Rosa Maple-Lee", "Rosa-Maple-Lee"),
        ("Rosa O'Maple", "Rosa-O'Maple"),
        ("Rosa Maple Jr.", "Rosa-Maple-Jr"),
        ('Rosa "Ro" Maple', "Rosa-Ro-Maple"),
        ("Rosa / Ana", "Rosa-Ana"),
        ('a<b>c:d"e/f\\g|h?i*j', "abcdefghij"),
        ("../../etc/passwd", "etcpasswd"),
        (".rosa", "rosa"),
        ("-rf", "rf"),
        ("__rosa__", "rosa"),
        ("Rosa_Maple", "Rosa_Maple"),
        ("{name}", "{name}"),
        ("Rosa\x07\x1bMaple\x7f", "RosaMaple"),
        ("\u200fמיה\u200e \u202eיער\u202c", "מיה-יער"),
        ("Ly\u0301 Nguyễn", "Ly\u0301-Nguyễn"),
        ("𖬌𖬣𖬵 𖬇𖬰", "𖬌𖬣𖬵-𖬇𖬰"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("罗莎", "罗莎"),
        ("ሮዛ", "ሮዛ"),
    ],
)
def test_a_name_stands_in_the_file_name_as_written_without_what_file_systems_forbid(name, file):
    assert file_name(named(name), None) == file


def test_what_is_removed_leaves_no_hyphen_behind():
    draft = with_fields({"file_number": "2020: ", "name": "? Rosa *"})
    assert file_name(draft, None) == "2020_Rosa"


@pytest.mark.parametrize(
    "name",
    [
        "con",
        "CON",
        "Prn",
        "aux",
        "NUL",
        "com1",
        "COM9",
        "lpt1",
        "Lpt0",
        "COM¹",
        "lpt³",
        "conin$",
        "CONOUT$",
        "nul.txt",
        "con.",
    ],
)
def test_a_name_windows_keeps_for_devices_is_not_used(name):
    assert file_name(named(name), None) == "testimony"


@pytest.mark.parametrize("name", ["Con Maple", "Cone", "Com", "com10", "auxiliary", "a.con", "lpt", "null"])
def test_a_name_that_only_looks_like_a_device_is_used(name):
    assert file_name(named(name), None) == name.replace(" ", "-")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a" * 120, "a" * 120),
        ("a" * 121, "a" * 120),
        ("a" * 119 + "é", "a" * 119),
        ("a" * 118 + "é", "a" * 118 + "é"),
        ("ሮ" * 41, "ሮ" * 40),
        ("😀a" * 30, "😀a" * 24),
        ("a" * 119 + " b", "a" * 119),
        ("a" * 118 + " .b", "a" * 118),
        ("-" * 130 + "Rosa", "Rosa"),
    ],
)
def test_a_long_name_is_cut_between_characters(name, file):
    assert file_name(named(name), None) == file


VALUES = (
    st.text(max_size=80)
    | st.text('aB é.,-_ /\\:*?"<>|\n\u200f😀ሮ{}', max_size=80)
    | st.sampled_from(["con", "nul.x", ".."])
)


@settings(max_examples=400, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FILLED, VALUES)), st.sampled_from(BODIES), st.booleans())
def test_any_file_name_can_be_written_anywhere(values, public_body, withhold):
    draft = with_fields({key: clean(value).text for key, value in values.items()})
    name = file_name(replace(draft, withhold_name=withhold), public_body)
    assert 0 < len(name.encode()) <= LONGEST_FILE_NAME
    assert not set(name) & set('<>:"/\\|?*')
    assert not re.search(r"[\s\x00-\x1f\x7f-\x9f]", name)
    assert name.strip("._-") == name
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FILLED, VALUES)), st.sampled_from(BODIES))
def test_any_subject_is_one_line(values, public_body):
    subject = mail_subject(with_fields({key: clean(value).text for key, value in values.items()}), public_body)
    assert subject.startswith("Public comment")
    assert not set(subject) & set("\n\r\t\x00")


STORY = ChosenPoint("own-1", " \n\t\n  My son was stopped.\nTwice. ", (), "At night")
TALK = replace(
    NOTHING,
    points=(ChosenPoint("accuracy", " \n"), STORY),
    ask=OwnAsk("Please stop it"),
    person=Person("Rosa Maple", connection="I clean offices…"),
)


@pytest.mark.parametrize(
    ("draft", "title"),
    [
        (TALK, "My son was stopped"),
        (replace(TALK, points=()), "Please stop it"),
        (replace(TALK, points=(), ask=OwnAsk(" ")), "I clean offices"),
        (replace(TALK, points=(), ask="letter-2020"), "I clean offices"),
        (replace(TALK, points=(ChosenPoint("accuracy", "Hidden."),), differs=True), "Please stop it"),
        (replace(TALK, points=(ChosenPoint("accuracy", "... . …"),)), "Please stop it"),
        (replace(TALK, points=(ChosenPoint("accuracy", "Why me? Why now?"),)), "Why me?"),
        (replace(TALK, points=(ChosenPoint("accuracy", "I came at 3:30 p.m. I saw it."),)), "I came at 3:30 p.m."),
        (replace(TALK, points=(ChosenPoint("accuracy", "I came at 3:30 p.m..."),)), "I came at 3:30 p.m"),
        (replace(TALK, points=(ChosenPoint("accuracy", "Waan\tku noolahay። Haa"),)), "Waan ku noolahay።"),
        (NOTHING, "Keep face scanning out of city government"),
    ],
)
def test_a_title_comes_from_the_persons_first_words(draft, title):
    assert suggested(draft, CAMPAIGN) == title
    assert suggested(NOTHING, None) == ""


@pytest.mark.parametrize(
    ("story", "title"),
    [
        ("a" * 48, "a" * 48),
        ("a" * 49, "a" * 47 + "…"),
        ("a" * 46 + " b", "a" * 46 + " b"),
        ("a" * 46 + " bc", "a" * 46 + "…"),
        ("a" * 40 + ", b, cd, efg", "a" * 40 + ", b…"),
        ("one two three four five six seven eight nine ten eleven", "one two three four five six seven eight nine…"),
        ("罗" * 60, "罗" * 47 + "…"),
    ],
)
def test_a_long_title_is_cut_between_words(story, title):
    assert suggested(replace(NOTHING, points=(ChosenPoint("own-1", story),)), None) == title


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.text("ab .,\n。", max_size=200))
def test_a_suggested_title_is_one_short_line(story):
    title = suggested(replace(NOTHING, points=(ChosenPoint("own-1", clean(story).text),)), None)
    assert len(title) <= LONGEST_TITLE
    assert not set(title) & set("\n\t")
    assert title.strip() == title


@pytest.mark.parametrize(
    ("title", "matter", "expected"),
    [
        (" My\ntitle ", "Cameras", "My title"),
        (" ", " Cameras\n", "Cameras"),
        ("", "-", "My son was stopped"),
        ("", "", "My son was stopped"),
    ],
)
def test_a_document_is_titled_by_its_own_title_its_matter_or_the_first_words(title, matter, expected):
    draft = replace(TALK, title=title, matter=Matter(matter))
    assert titled(draft, CAMPAIGN) == expected
    assert titled(draft, None) == expected


@pytest.mark.parametrize(
    ("changes", "edits", "title"),
    [
        ({"points": (STORY,)}, {"own-1": "We were stopped in May. Twice."}, "We were stopped in May"),
        ({"points": (STORY,)}, {"own-1": ""}, "Please stop it"),
        ({"points": (STORY,)}, {"ask": "Stop, please stop it. Now."}, "My son was stopped"),
        ({"points": ()}, {"ask": "Stop, please stop it. Now."}, "Stop, please stop it"),
        ({"points": (), "ask": "letter-2020"}, {"opening": "Hello. I clean offices… at night."}, "I clean offices"),
        ({"points": (), "ask": "letter-2020"}, {"opening": "Hello."}, "Keep face scanning out of city government"),
        ({"points": (), "ask": "letter-2020", "differs": True}, {"opening": "Hi."}, "The ban on face recognition"),
    ],
)
def test_a_title_is_made_of_words_that_still_stand_in_the_testimony(changes, edits, title):
    draft = replace(TALK, **changes)
    for section, text in edits.items():
        draft = replace(draft, edits={**draft.edits, section: SectionEdit(text, "")})
    assert titled(draft, CAMPAIGN) == title


def test_words_put_into_a_suggestion_make_no_title_alone():
    edit = SectionEdit(
        CAMPAIGN.ask("letter-2020").text.replace(" the ", " not the ", 1), CAMPAIGN.ask("letter-2020").text
    )
    draft = replace(NOTHING, ask="letter-2020", edits={"ask": edit})
    assert titled(draft, CAMPAIGN) == "Keep face scanning out of city government"


def test_a_document_without_a_word_has_the_campaigns_title_or_none():
    assert titled(NOTHING, CAMPAIGN) == "Keep face scanning out of city government"
    assert titled(NOTHING, None) == ""


WITHHELD = replace(
    FULL,
    withhold_name=True,
    title="Rosa Maple speaks",
    matter=Matter("The Maple case", "2020-Maple", "3 (Rosa)", "2026-12-08"),
    points=(ChosenPoint("own-1", "I, Rosa, was there."),),
    ask=OwnAsk("Help the Maples and Maple Street"),
)


def test_a_name_left_out_is_in_no_file_name_no_subject_and_no_title():
    assert file_name(WITHHELD, COUNCIL) == "2026-12-08"
    assert file_name(WITHHELD, body("{name}_{matter}_{agenda_item}_{file_number}")) == "testimony"
    assert mail_subject(WITHHELD, COUNCIL) == "Public comment"
    assert mail_subject(WITHHELD, body(mail_subject=("On {matter}", "{meeting_date}"))) == "2026-12-08"
    assert titled(WITHHELD, CAMPAIGN) == "The ban on face recognition"
    assert titled(WITHHELD, None) == ""
    shown = replace(WITHHELD, withhold_name=False)
    assert file_name(shown, COUNCIL) == "2020-Maple_2026-12-08_Rosa-Maple"
    assert titled(shown, CAMPAIGN) == "Rosa Maple speaks"


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"title": "My night"}, "My night"),
        ({"matter": Matter("Cameras")}, "Cameras"),
        ({"points": (ChosenPoint("own-1", "I was there. I am Rosa."),)}, "I was there"),
    ],
)
def test_a_title_without_the_name_is_still_used(changes, title):
    assert titled(replace(WITHHELD, **changes), CAMPAIGN) == title


NAMES = {
    "Rosa Maple": ("Rosa Maple", "Rosa", "Maple", "ROSA", "rosa maple", "Rosa_Maple"),
    "Maple, Rosa": ("Maple, Rosa", "Rosa", "Maple", "maple rosa"),
    "rosa maple": ("rosa maple", "Rosa", "maple", "MAPLE"),
    "Anne-Marie Roy": ("Anne-Marie", "Marie", "anne-marie roy", "Roy"),
    "Ly\u0301 Tra\u0300n": ("Lý Tràn", "Ly\u0301 Tra\u0300n", "Tràn", "Tra\u0300n"),
    "罗莎": ("罗莎",),
    "محمد علي": ("محمد علي", "محمد"),
}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([(name, held) for name, forms in NAMES.items() for held in forms]),
    st.sampled_from(["{}", "for {}", "{}'s street", "Testimony_{}_2026", "({})", "{}.docx", "a-{}"]),
    st.sampled_from(list(FILLED)),
)
def test_whatever_field_holds_the_name_left_out_it_is_in_no_property(name_and_form, around, field):
    name, held = name_and_form
    text = around.format(held)
    draft = replace(with_fields({field: text, "name": name}), withhold_name=True, title=text)
    testimony = compose(COUNCIL_ALONE, draft)
    for shown in (file_name(draft, COUNCIL), testimony.title, testimony.subject, testimony.author):
        assert held not in shown
        assert held.replace(" ", "-") not in shown
