"""The SMTP channel: the contract of all channels, what is sent, who gets it, and the kept connection."""

import gc
import tracemalloc

import pytest

from testimony_app.channels import email_smtp
from testimony_app.channels.email_smtp import SmtpChannel
from testimony_app.channels.smtp_connection import LONGEST_ANSWER
from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.domain.submission import OutcomeKind, Payload, Phase
from tests.channels.contract import ChannelContract
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER, a_letter
from tests.channels.smtp_actions import flood, keep_and, say, silent
from tests.channels.smtp_rig import SmtpRig, channel_for, send, settings_for
from tests.channels.smtp_server import PASSWORD, USER, SmtpServer

ACCEPTED = OutcomeKind.ACCEPTED
TEMPORARY = OutcomeKind.TEMPORARY
PERMANENT = OutcomeKind.PERMANENT


class TestContract(ChannelContract):
    @pytest.fixture
    def rig(self, server, certificates):
        return SmtpRig(server, certificates)


@pytest.fixture
def tls_server(certificates):
    server = SmtpServer(certificates.context(), security="tls")
    yield server
    server.close()


def test_a_letter_goes_the_whole_way(server, certificates):
    channel = channel_for(server, certificates)
    payload = channel.prepare(LETTER, IDS)
    gate = RecordingGate()
    outcome = send(channel, payload, gate)
    assert outcome == email_smtp.Outcome(
        ACCEPTED, "mail_service_accepted", "250 2.0.0 Ok: queued as 4bXyZ123", receipt="4bXyZ123"
    )
    assert gate.passed == [Phase.CONNECT, Phase.AUTH, Phase.ENVELOPE, Phase.BODY, Phase.COMMITTING]
    (arrived,) = server.delivered
    assert arrived == ("table@sender.test", ("clerk@city.test",), payload.content)
    assert server.verbs() == ["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"]


def test_tls_from_the_first_byte_on(tls_server, certificates):
    assert send(channel_for(tls_server, certificates)).kind is ACCEPTED
    assert tls_server.plain == b""
    assert tls_server.verbs()[:2] == ["EHLO", "AUTH"]


def test_the_name_of_the_computer_is_not_told(server, certificates):
    send(channel_for(server, certificates))
    assert {command for command in server.commands if command.startswith("EHLO")} == {"EHLO [127.0.0.1]"}


@pytest.mark.parametrize("offer", ["AUTH LOGIN", "AUTH=LOGIN", "AUTH CRAM-MD5 PLAIN", "AUTH XOAUTH2 LOGIN"])
def test_both_ways_to_send_a_password_work(server, certificates, offer):
    server.features = ("8BITMIME", offer)
    assert send(channel_for(server, certificates)).kind is ACCEPTED


def test_a_long_password_goes_on_a_line_of_its_own(server, certificates):
    server.plan(auth=lambda talk: talk.say("334 ") or talk.say("235 ok" if len(talk._line()) > 510 else "535 no"))
    assert send(channel_for(server, certificates, password="p" * 400)).kind is ACCEPTED
    assert "AUTH PLAIN" in server.commands


def test_without_a_user_name_no_password_is_asked_for(server, certificates):
    def never():
        raise AssertionError

    gate = RecordingGate()
    assert send(SmtpChannel(settings_for(server, certificates, username=""), never), gate=gate).kind is ACCEPTED
    assert "AUTH" not in server.verbs()
    assert Phase.AUTH not in gate.passed


def test_lines_that_begin_with_a_dot_arrive_as_they_are(server, certificates):
    content = b".\r\n..\r\n.a\r\n\r\n.\r\n"
    send(channel_for(server, certificates), Payload(content, "message/rfc822", "<a@b>", ("clerk@city.test",)))
    assert server.delivered[0].content == content


@pytest.mark.parametrize(
    ("content", "recipients"),
    [
        (b"a\r\n.\nb\r\n", ("clerk@city.test",)),
        (b"a\r\n.\rb\r\n", ("clerk@city.test",)),
        (b"no end", ("clerk@city.test",)),
        (b"a\r\n", ()),
        (b"a\r\n", ("clerk@city.test>\r\nRCPT TO:<x@y.test",)),
        (b"a\r\n", ("clerk@city.test", "")),
    ],
)
def test_bytes_that_are_none_of_ours_are_not_sent(server, certificates, content, recipients):
    outcome = send(channel_for(server, certificates), Payload(content, "message/rfc822", "<a@b>", recipients))
    assert (outcome.kind, outcome.code) == (PERMANENT, "message_damaged")
    assert server.connections == 0


def test_addresses_that_cannot_be_are_told_before_sending(server, certificates):
    with pytest.raises(OrganizerError, match="mail_address_not_valid"):
        channel_for(server, certificates, to=("nobody",)).prepare(LETTER, IDS)
    with pytest.raises(PersonError, match="own_address_not_valid"):
        channel_for(server, certificates).prepare(a_letter(copy_to="me\r\nBcc: x@y.test"), IDS)


def test_the_answer_is_one_clean_short_line(server, certificates):
    server.plan(rcpt=say("550-\x1b[31mfirst\x07\r\n550-" + "\u202eword " * 100 + "\r\n550 \udcff last"))
    answer = send(channel_for(server, certificates)).answer
    assert answer.startswith("550 [31mfirst word word")
    assert len(answer) == LONGEST_ANSWER
    assert answer.isprintable()


def test_no_answer_repeats_a_login(server, certificates):
    for point in ("auth", "mail", "rcpt", "data", "dot"):
        server.plan(**{point: say(f"550 5.7.1 {USER} {PASSWORD} dHIwdWI0ZG9yLXVuZC0z {server.commands[-1:]}")})
        outcome = send(channel_for(server, certificates))
        assert outcome.kind is PERMANENT
        assert outcome.answer in {"550", "550 5.7.1"}
    server.plan(auth=lambda talk: talk.say(f"535 {talk.server.commands[-1]}"))
    assert send(channel_for(server, certificates)).answer == "535"


# S8: a flood takes no memory.


def test_a_flood_takes_no_memory(server, certificates):
    channel = channel_for(server, certificates)
    payload = channel.prepare(LETTER, IDS)
    send(channel, payload)
    gc.collect()
    tracemalloc.start()
    server.plan(banner=flood(b"220-" + b"x" * 500 + b"\r\n"))
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    assert send(channel, payload).code == "server_not_understood"
    grown = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert grown < 1_000_000


# S10: the login.


def test_a_refused_login_is_told_and_not_tried_again(server, certificates):
    outcome = send(channel_for(server, certificates, password="wrong"))  # noqa: S106  (of no account)
    assert (outcome.kind, outcome.code) == (PERMANENT, "login_refused")
    assert server.verbs().count("AUTH") == 1
    assert "MAIL" not in server.verbs()


@pytest.mark.parametrize(
    ("code", "told"), [("secret_locked",) * 2, ("secret_missing",) * 2, ("other", "secret_missing")]
)
def test_a_password_that_cannot_be_had_is_told(server, certificates, code, told):
    def password():
        raise PersonError(code)

    outcome = send(SmtpChannel(settings_for(server, certificates), password))
    assert (outcome.kind, outcome.code) == (PERMANENT, told)
    assert "AUTH" not in server.verbs()


def test_a_server_without_a_login_we_know_is_told(server, certificates):
    server.features = ("AUTH GSSAPI CRAM-MD5",)
    assert send(channel_for(server, certificates)).code == "login_not_offered"


# S4 and S6 at their edges.


def test_a_connection_that_ends_while_the_mark_is_written_delivers_nothing(server, certificates):
    gate = RecordingGate(seen=lambda phase: phase is Phase.COMMITTING and server.hang_up())
    assert send(channel_for(server, certificates), gate=gate).code == "connection_lost"
    assert Phase.COMMITTING in gate.passed
    assert server.delivered == []


def test_a_server_that_does_not_say_goodbye_holds_up_nobody(server, certificates, monkeypatch):
    monkeypatch.setattr(email_smtp, "GOODBYE", 0.05)
    server.plan(quit=silent)
    assert send(channel_for(server, certificates)).kind is ACCEPTED


def test_an_error_in_the_goodbye_changes_nothing(server, certificates, monkeypatch):
    def fail(_):
        raise RuntimeError

    monkeypatch.setattr("testimony_app.channels.smtp_session.Session.quit", fail)
    assert send(channel_for(server, certificates)).kind is ACCEPTED


def test_waiting_before_the_dot_has_a_limit_of_its_own(server, certificates, monkeypatch):
    monkeypatch.setattr(email_smtp, "BEFORE_THE_DOT", 0.2)
    server.plan(data=silent)
    assert send(channel_for(server, certificates), seconds=3600).code == "server_not_answering"


def test_waiting_after_the_dot_has_a_limit_of_its_own(server, certificates, monkeypatch):
    monkeypatch.setattr(email_smtp, "AFTER_THE_DOT", 0.2)
    server.plan(dot=keep_and(silent))
    assert send(channel_for(server, certificates), seconds=3600).code == "no_answer_after_handing_over"
