"""`send`, `outbox` and `channel`, without a network: practice, a channel that needs a look, and what is refused."""

import io
import json
import re
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pyrage
import pytest

from testimony_app.files.shipped import resource_folder
from testimony_app.sealing.age import unseal

PRACTICE = ("send", "--via", "practice")


def test_without_consent_everything_is_shown_and_nothing_queued(testimony, story):
    answer = testimony(*PRACTICE, story)
    assert answer.code == 1
    assert "A heron stood by the bridge." in answer.err
    assert "I am Rosa Maple, and these are the words I want to send." in answer.err
    assert "Nothing was sent." in answer.err
    assert testimony("outbox", "list", "--json").json == []


def test_practice_does_everything_and_says_that_nothing_was_sent(testimony, story):
    answer = testimony(*PRACTICE, story, "--consent", "--json")
    assert answer.code == 0
    said = answer.json
    assert (said["draft"], said["channel"], said["state"]) == (story, "practice", "accepted")
    assert said["message"] == "This was practice. Nothing was sent."
    assert said["receipt"]["reference"].startswith("T-")
    assert len(said["receipt"]["sha256"]) == 64


def test_sending_twice_is_one_submission(testimony, story):
    first = testimony(*PRACTICE, story, "--consent", "--json").json
    again = testimony(*PRACTICE, story, "--consent", "--json").json
    assert first["submission"] == again["submission"]
    assert len(testimony("outbox", "list", "--json").json) == 1


def test_the_list_names_what_was_done_and_a_receipt_can_be_kept(testimony, story, tmp_path):
    submission = testimony(*PRACTICE, story, "--consent", "--json").json["submission"]
    assert "Accepted: " in testimony("outbox", "list").out
    shown = testimony("outbox", "show", submission, "--receipt", tmp_path / "receipt.txt")
    assert shown.code == 0
    receipt = (tmp_path / "receipt.txt").read_text(encoding="utf-8")
    assert "Reference: T-" in receipt
    assert re.search(r"^Since: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$", receipt, re.MULTILINE)
    assert submission in receipt
    assert "Please listen" not in receipt
    details = testimony("outbox", "show", submission, "--json").json
    assert details["tries"][0]["phase"] == "committing"


def test_what_is_done_cannot_be_taken_back_or_resolved(testimony, story):
    submission = testimony(*PRACTICE, story, "--consent", "--json").json["submission"]
    for words in (("cancel", submission), ("resolve", submission, "arrived")):
        answer = testimony("outbox", *words)
        assert answer.code == 1
        assert "Nothing was changed." in answer.err


def test_a_submission_that_is_not_there_is_told(testimony):
    answer = testimony("outbox", "show", "nothing")
    assert answer.code == 1
    assert "nothing sent or waiting" in answer.err


def test_an_empty_outbox_says_so_and_runs(testimony):
    assert testimony("outbox", "list").out == "Nothing is waiting. Sent testimonies will be listed here.\n"
    assert testimony("outbox", "run", "--json").json == {"attempts": 0}


def test_a_fresh_machine_has_practice_paper_and_the_own_mail_program(testimony):
    channels = testimony("channel", "list", "--json").json
    assert [(each["name"], each["set_by"]) for each in channels] == [
        ("my-mail", "program"),
        ("on-paper", "program"),
        ("practice", "program"),
    ]


CLERK = (
    "channel", "add", "clerk", "kind=email_smtp", "title=City Clerk", "to=clerk@example.org",
    "from=rosa@example.org", "host=mail.example.org", "port=465", "security=tls", "username=rosa",
)  # fmt: skip


def test_a_channel_is_set_up_from_words(testimony, tmp_path):
    answer = testimony(*CLERK, "--json")
    assert answer.code == 0
    assert (answer.json["to"], answer.json["port"]) == (["clerk@example.org"], 465)
    written = (tmp_path / "profile" / "config" / "channels.toml").read_text(encoding="utf-8")
    assert "[channel.clerk]" in written
    assert "City Clerk (email_smtp, set up by you)" in testimony("channel", "list").out


def test_what_is_wrong_is_told_with_what_was_meant(testimony):
    answer = testimony(*CLERK, "prot=465")
    assert answer.code == 1
    assert "channel.clerk.prot: there is no key called “prot”. Did you mean “port”?" in answer.err
    assert testimony(*CLERK, "nonsense").code == 1
    assert next(each["name"] for each in testimony("channel", "list", "--json").json) == "my-mail"


def test_what_the_person_wrote_around_it_stays(testimony, tmp_path):
    file = tmp_path / "profile" / "config" / "channels.toml"
    file.parent.mkdir(parents=True)
    file.write_text('# mine\n[channel.box]\nkind = "practice"  # for now\ntitle = "Box"\n', encoding="utf-8")
    testimony(*CLERK)
    written = file.read_text(encoding="utf-8")
    assert written.startswith('# mine\n[channel.box]\nkind = "practice"  # for now\n')
    assert testimony("channel", "remove", "clerk").code == 0
    assert "clerk" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["practice", "my-mail", "on-paper"])
def test_what_is_always_there_stays(testimony, name):
    answer = testimony("channel", "remove", name)
    assert answer.code == 1
    assert "always there" in answer.err


PAGE = (
    "channel", "add", "page", "kind=portal", "title=The City's comment page", "url=https://city.example/comment",
    'pieces=[{title = "Your name", value = "{name}"}, {title = "Comment", value = "{text}"}]', "most_characters=2000",
)  # fmt: skip


def test_an_address_nobody_has_looked_at_is_asked_about(testimony, story):
    assert testimony(*PAGE).code == 0
    answer = testimony("send", story, "--via", "page", "--consent")
    assert answer.code == 1
    assert "90 days" in answer.err
    assert testimony("channel", "checked", "page").code == 0
    fresh = {each["name"]: each["is_fresh"] for each in testimony("channel", "list", "--json").json}
    assert fresh["page"]


def test_a_page_is_the_persons_turn_until_they_say_so(testimony, story):
    testimony(*PAGE, "checked_on=2026-11")
    sent = testimony("send", story, "--via", "page", "--consent", "--json")
    assert sent.code == 4
    assert (sent.json["state"], sent.json["message"]) == (
        "handed_over",
        "We opened the page. Did you press its button?",
    )
    done = testimony("outbox", "resolve", sent.json["submission"], "arrived", "--json").json
    assert done["state"] == "confirmed"
    assert "We cannot see what the City got." in done["message"]


def test_paper_is_the_persons_turn_too(testimony, story):
    assert testimony("send", story, "--via", "on-paper", "--consent", "--json").json["state"] == "handed_over"


def test_a_broken_file_is_told_in_full_and_touched_by_nobody(testimony, story, tmp_path):
    file = tmp_path / "profile" / "config" / "channels.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[channel.a]\nkind = "fax"\n[channel.b]\ntitle = "B"\n[chanel]\n', encoding="utf-8")
    for words in (("channel", "list"), (*PRACTICE, story, "--consent"), CLERK):
        answer = testimony(*words)
        assert answer.code == 1
        assert "Problems found: 3" in answer.err
    assert "fax" in file.read_text(encoding="utf-8")


def test_trying_the_practice_channel_proves_nothing_and_says_so(testimony):
    answer = testimony("channel", "test", "practice", "--json")
    assert answer.code == 0
    assert answer.json["message"] == "There is nothing to check. Nothing was sent."


def test_a_profile_on_another_computer_asks_before_it_sends(testimony, story, tmp_path):
    testimony("outbox", "run")
    database = tmp_path / "profile" / "data" / "testimony.db"
    testimony(*PRACTICE, story, "--consent")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE submission SET state = 'queued'")
        connection.execute("UPDATE meta SET value = 'another' WHERE key = 'outbox_machine'")
    answer = testimony("outbox", "run")
    assert answer.code == 1
    assert "paused" in answer.err
    assert json.loads(testimony("outbox", "run", "--go-on", "--json").out) == {"attempts": 1}


def test_a_sealed_collection_holds_nothing_others_can_read(testimony, story, tmp_path):
    identity = pyrage.x25519.Identity.generate()
    box = tmp_path / "box"
    box.mkdir()
    added = testimony(
        "channel", "add", "box", "kind=collection", "title=Box", f"url={box.as_uri()}", "checked_on=2026-11",
        f"seal_to={identity.to_public()}",
    )  # fmt: skip
    assert added.code == 0
    sent = testimony("send", story, "--via", "box", "--consent", "--json")
    assert (sent.code, sent.json["state"]) == (0, "accepted")
    (file,) = box.iterdir()
    sealed = unseal(file.read_bytes(), str(identity))
    assert sealed.reference == sent.json["receipt"]["reference"]
    assert sealed.document.name.endswith(".docx")
    assert zipfile.is_zipfile(io.BytesIO(sealed.document.content))
    again = testimony("send", story, "--via", "box", "--consent", "--json")
    assert again.json["submission"] == sent.json["submission"]
    assert len(list(box.iterdir())) == 1


WAY = '[channel.council]\nkind = "mail_app"\ntitle = "The Council"\nto = ["council@example.org"]\n'


@pytest.fixture(params=["folder", "zip"])
def campaign(tmp_path, request):
    """An added campaign, in a folder or a zip, whose ways to send are what is given; returns its path."""
    folder = tmp_path / "with-a-way"
    shutil.copytree(resource_folder() / "campaigns" / "minneapolis-facial-recognition", folder)
    file = folder / "campaign.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('id = "minneapolis-facial-recognition"', 'id = "with-a-way"', 1), encoding="utf-8")
    added = tmp_path / "profile" / "data" / "campaigns"
    added.mkdir(parents=True)

    def with_ways(ways=WAY, points=""):
        (folder / "channels.toml").write_text(ways, encoding="utf-8")
        if points:
            (folder / "points" / "extra.toml").write_text(points, encoding="utf-8")
        if request.param == "folder":
            return shutil.copytree(folder, added / "with-a-way", dirs_exist_ok=True)
        made = shutil.make_archive(str(tmp_path / "made"), "zip", folder)
        return Path(shutil.move(made, added / "with-a-way.campaign"))

    return with_ways


def test_a_campaigns_way_is_a_pattern_until_somebody_takes_it_over(testimony, campaign):
    assert testimony("campaign", "check", campaign()).code == 0
    (offered,) = testimony("channel", "templates", "--json").json
    assert (offered["template"], offered["set_by"]) == ("with-a-way:council", "campaign")
    assert "council" not in [each["name"] for each in testimony("channel", "list", "--json").json]
    added = testimony("channel", "add", "council", "template=with-a-way:council", "title=My council", "--json")
    assert added.code == 0, added.err
    assert (added.json["title"], added.json["to"], added.json["is_fresh"]) == (
        "My council",
        ["council@example.org"],
        False,
    )
    assert testimony("channel", "templates", "--json").json == []


@pytest.mark.parametrize(
    ("ways", "found"),
    [('[channel.council]\nkind = "fax"\n', "channels.toml, channel.council.kind"), ("[channel.", "channels.toml:")],
)
def test_what_is_wrong_with_a_campaigns_ways_is_listed_with_the_rest(testimony, campaign, ways, found):
    answer = testimony("campaign", "check", campaign(ways, points="id = "))
    assert answer.code == 1
    assert found in answer.out + answer.err
    assert "points/extra.toml" in answer.out + answer.err


def test_a_campaign_whose_ways_cannot_be_used_can_be_used_itself(testimony, campaign):
    campaign("[channel.")
    shown = testimony("campaign", "show", "with-a-way", "--json")
    assert (shown.code, shown.json["id"]) == (0, "with-a-way")
    offered = testimony("channel", "templates")
    assert (offered.code, "channels.toml" in offered.err) == (1, True)


def test_a_campaign_without_ways_offers_none(testimony, campaign):
    campaign("")
    assert testimony("channel", "templates", "--json").json == []
