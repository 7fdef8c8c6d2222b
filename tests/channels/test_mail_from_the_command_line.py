"""The whole way: from a command to a mail server, through the outbox and the worker process, and what is said of it."""

import email
import email.policy
import io
import json
import zipfile

import pytest

from testimony_app.files.shipped import resource_folder
from testimony_app.main import main
from tests.channels.smtp_actions import drop, say
from tests.channels.smtp_server import PASSWORD, USER


@pytest.fixture
def testimony(tmp_path, capsys):
    """Run a command in a profile of its own; return its exit code and what it said as JSON."""

    def run(*words):
        code = main(["--profile", str(tmp_path / "profile"), *map(str, words), "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out or "null"), said.err

    return run


@pytest.fixture
def draft(testimony):
    _, imported, _ = testimony("draft", "import", resource_folder() / "example.testimony.json")
    return imported[0]["id"]


@pytest.fixture
def clerk(testimony, server, certificates, monkeypatch):
    """Set the clerk's channel up to the server."""
    monkeypatch.setenv("CLERK", PASSWORD)
    code, _, said = testimony(
        "channel", "add", "clerk", "kind=email_smtp", "title=City Clerk", "to=clerk@city.test", f"from={USER}",
        "host=localhost", f"port={server.port}", f"security={server.security}", f"username={USER}", "secret=env:CLERK",
        f"ca_file={certificates.ca_file}", "checked_on=2026-11",
    )  # fmt: skip
    assert code == 0, said
    return "clerk"


def test_a_mail_arrives_word_for_word_with_the_word_file_and_is_called_accepted(testimony, draft, clerk, server):
    code, said, _ = testimony("send", draft, "--via", clerk, "--consent", "--copy-to", "rosa@example.org")
    assert (code, said["state"], said["attempts"]) == (0, "accepted", 1)
    assert "We cannot see whether the City got it." in said["message"]
    (mail,) = server.delivered
    assert set(mail.recipients) == {"clerk@city.test", "rosa@example.org"}
    message = email.message_from_bytes(mail.content, policy=email.policy.default)
    assert message["Subject"] == "Public comment, file 2020-00681, Rosa Maple"
    assert message["To"] == "clerk@city.test"
    assert "rosa@example.org" not in mail.content.decode("utf-8")
    body = message.get_body(("plain",)).get_content()
    assert "Last winter a store guard was sure I was a different woman." in body
    assert said["receipt"]["reference"] in body
    (file,) = message.iter_attachments()
    assert file.get_filename() == "2020-00681_Rosa-Maple.docx"
    assert zipfile.ZipFile(io.BytesIO(file.get_content())).testzip() is None


def test_a_connection_that_breaks_after_the_dot_is_not_known_and_never_tried_again(testimony, draft, clerk, server):
    server.plan(dot=drop)
    code, said, _ = testimony("send", draft, "--via", clerk, "--consent")
    assert (code, said["state"]) == (5, "unknown")
    assert "It never goes again by itself." in said["message"]
    assert testimony("outbox", "run")[1] == {"attempts": 0}
    assert testimony("outbox", "resolve", said["submission"], "not-arrived")[1]["state"] == "queued"
    assert testimony("outbox", "run")[1] == {"attempts": 1}
    assert testimony("outbox", "show", said["submission"])[1]["state"] == "accepted"
    assert len(server.delivered) == 1


@pytest.mark.parametrize(
    ("script", "ends"),
    [
        ({"mail": say("451 later")}, (3, "waiting")),
        ({"banner": drop}, (3, "waiting")),
        ({"body": drop}, (3, "waiting")),
        ({"rcpt": say("550 no such user")}, (4, "needs_you")),
        ({"auth": say("535 wrong")}, (4, "needs_you")),
        ({"dot": say("554 refused")}, (4, "needs_you")),
    ],
)
def test_what_was_not_delivered_is_told_so(testimony, draft, clerk, server, script, ends):
    server.plan(**script)
    code, said, _ = testimony("send", draft, "--via", clerk, "--consent")
    assert (code, said["state"]) == ends
    assert server.delivered == []
    if said["state"] == "needs_you":
        assert testimony("outbox", "run")[1] == {"attempts": 0}


def test_trying_the_channel_logs_in_and_sends_nothing(testimony, clerk, server):
    code, said, _ = testimony("channel", "test", clerk)
    assert (code, said["code"]) == (0, "login_accepted")
    assert not [command for command in server.commands if command.upper().startswith("MAIL")]


def test_a_channel_that_leads_elsewhere_since_is_not_used(testimony, draft, clerk, server):
    server.plan(dot=drop)
    _, said, _ = testimony("send", draft, "--via", clerk, "--consent")
    settings = next(each for each in testimony("channel", "list")[1] if each["name"] == clerk)
    for shown in ("name", "set_by", "can_be_changed", "is_fresh"):
        del settings[shown]
    settings["to"] = ["another@city.test"]
    assert (
        testimony("channel", "add", clerk, *(f"{key}={json.dumps(value)}" for key, value in settings.items()))[0] == 0
    )
    testimony("outbox", "resolve", said["submission"], "not-arrived")
    testimony("outbox", "run")
    found = testimony("outbox", "show", said["submission"])[1]
    assert (found["state"], found["receipt"]["code"]) == ("needs_you", "channel_changed")
    assert server.delivered == []


def test_what_the_site_has_set_up_wins_and_stays(testimony, clerk, site):
    (site / "channels.toml").write_text('[channel.clerk]\nkind = "practice"\ntitle = "Ours"\n', encoding="utf-8")
    channel = next(each for each in testimony("channel", "list")[1] if each["name"] == clerk)
    assert (channel["kind"], channel["set_by"], channel["can_be_changed"]) == ("practice", "site", False)
    code, said, _ = testimony("channel", "remove", clerk)
    assert (code, said["code"]) == (1, "channel_set_by_site")
