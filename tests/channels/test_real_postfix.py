"""The channel against a real Postfix with TLS and a login: what it said is what arrived, letter for letter."""

import io
import socketserver
import threading
import time
import zipfile
from dataclasses import replace
from email import message_from_bytes, policy

import docx
import pytest

from testimony_app.channels.email_smtp import SmtpChannel, SmtpSettings
from testimony_app.domain.submission import Attachment, Cancelled, OutcomeKind, Payload, Phase
from tests.channels.cutting import Wire
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER, a_letter
from tests.channels.postfix import KNOWN, LARGEST, PASSWORD, USER, Postfix, missing
from tests.channels.smtp_rig import send
from tests.needed import cannot

ACCEPTED = OutcomeKind.ACCEPTED
TEMPORARY = OutcomeKind.TEMPORARY
PERMANENT = OutcomeKind.PERMANENT
UNKNOWN = OutcomeKind.UNKNOWN


@pytest.fixture(scope="module")
def postfix(certificates):
    lacks = missing()
    if lacks:
        cannot(f"a Postfix of our own lacks {' and '.join(lacks)}")
    postfix = Postfix(certificates.good)
    yield postfix
    postfix.close()


@pytest.fixture
def reach(postfix, certificates):
    """Makes a channel to one of its ports."""

    def channel(port="starttls", password=PASSWORD, **changes):
        settings = {
            "to": ("clerk@city.test",),
            "sender": USER,
            "host": "localhost",
            "port": postfix.ports[port] if isinstance(port, str) else port,
            "security": "tls" if port == "tls" else "starttls",
            "username": USER,
            "ca_file": certificates.ca_file,
        }
        return SmtpChannel(SmtpSettings(**(settings | changes)), lambda: password)

    return channel


@pytest.fixture
def wire(postfix):
    wire = Wire(postfix.ports["starttls"])
    yield wire
    wire.close()


def nothing_but_a_mark(postfix, reach):
    """Send one more mail and see that nothing came before it and nothing is left."""
    assert send(reach(), reach().prepare(a_letter(text="the mark"), IDS)).kind is ACCEPTED
    (arrived,) = postfix.arrived(1)
    assert b"the mark" in arrived.content


@pytest.mark.parametrize("port", ["starttls", "tls"])
def test_a_letter_arrives_letter_for_letter(postfix, reach, port):
    channel = reach(port)
    payload = channel.prepare(LETTER, IDS)
    outcome = send(channel, payload)
    assert (outcome.kind, outcome.code) == (ACCEPTED, "mail_service_accepted")
    (arrived,) = postfix.arrived(1)
    assert arrived.content.endswith(payload.content.replace(b"\r\n", b"\n"))
    message = message_from_bytes(arrived.content, policy=policy.default)
    assert f" id {outcome.receipt}\n" in arrived.content.decode()
    assert message.defects == []
    assert message["From"] == f"Xaawo Núñez <{USER}>"
    assert message["To"] == "clerk@city.test"
    assert message["Subject"] == LETTER.subject
    assert message["Date"].datetime == IDS.made_at
    assert message["Message-ID"] == f"<{IDS.submission}@sender.test>"
    for header in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"):
        assert len(message.get_all(header)) == 1
    assert message.get_body().get_content() == f"{LETTER.cover}\n\n{LETTER.text}\n"
    (file,) = message.iter_attachments()
    assert file.get_filename() == LETTER.attachments[0].name
    assert file.get_content() == LETTER.attachments[0].content
    assert zipfile.ZipFile(io.BytesIO(file.get_content())).testzip() is None
    assert docx.Document(io.BytesIO(file.get_content())).paragraphs[0].text == "Hello, Council Members."


def test_the_trace_of_a_mail_does_not_name_the_computer(postfix, reach):
    send(reach())
    (arrived,) = postfix.arrived(1)
    trace = message_from_bytes(arrived.content, policy=policy.default).get_all("Received")[-1]
    assert trace.startswith("from [127.0.0.1] (")


def test_a_thousand_lines_and_one_long_line_arrive(postfix, reach):
    text = "\n".join(f".{number} From here é" for number in range(1000)) + "\n" + "x" * 20_000
    send(reach(), reach().prepare(a_letter(text=text), IDS))
    (arrived,) = postfix.arrived(1)
    message = message_from_bytes(arrived.content, policy=policy.default)
    assert message.get_body().get_content() == f"{LETTER.cover}\n\n{text}\n"


def test_each_of_the_envelope_gets_it_once_and_the_copy_is_seen_by_nobody(postfix, reach):
    channel = reach(cc=("records@city.test",))
    assert send(channel, channel.prepare(a_letter(copy_to="xaawo@home.test"), IDS)).kind is ACCEPTED
    arrived = postfix.arrived(3)
    assert [each.recipient for each in arrived] == sorted(KNOWN)
    assert not any(b"home.test" in each.content for each in arrived if "home" not in each.recipient)


def test_a_wrong_password_is_told(postfix, reach):
    for port in ("starttls", "tls"):
        outcome = send(reach(port, password="wrong"))  # noqa: S106  (of no account)
        assert (outcome.kind, outcome.code) == (PERMANENT, "login_refused")
        assert outcome.answer == "535 5.7.8"
    nothing_but_a_mark(postfix, reach)


def test_without_a_login_nothing_is_relayed(postfix, reach):
    outcome = send(reach(username=""))
    assert (outcome.kind, outcome.code) == (PERMANENT, "sender_refused")
    assert "not logged in" in outcome.answer
    nothing_but_a_mark(postfix, reach)


def test_an_address_that_is_not_the_accounts_own_is_told(postfix, reach):
    outcome = send(reach(sender="mayor@city.test"))
    assert (outcome.kind, outcome.code) == (PERMANENT, "sender_refused")
    nothing_but_a_mark(postfix, reach)


def test_an_unknown_recipient_is_told_and_the_others_get_it(postfix, reach):
    outcome = send(reach(to=("nobody@city.test",)))
    assert (outcome.kind, outcome.code) == (PERMANENT, "recipient_refused")
    assert outcome.answer.startswith("550 5.1.1 <nobody@city.test>")
    outcome = send(reach(to=("clerk@city.test", "nobody@city.test", "records@city.test")))
    assert outcome.code == "mail_service_accepted_for_some"
    assert [each.kind for each in outcome.recipients] == [ACCEPTED, PERMANENT, ACCEPTED]
    assert [each.recipient for each in postfix.arrived(2)] == ["clerk@city.test", "records@city.test"]


def test_a_server_that_makes_every_no_a_later_waits(postfix, reach):
    outcome = send(reach("soft", to=("nobody@city.test",)))
    assert (outcome.kind, outcome.code) == (TEMPORARY, "server_said_later")
    assert "<nobody@city.test>: Recipient address rejected" in outcome.answer
    nothing_but_a_mark(postfix, reach)


def test_a_message_over_the_limit_is_told_before_it_is_sent(postfix, reach):
    gate = RecordingGate()
    large = a_letter(attachments=(Attachment("large.docx", "application/zip", bytes(LARGEST)),))
    outcome = send(reach(), reach().prepare(large, IDS), gate)
    assert (outcome.kind, outcome.code) == (PERMANENT, "message_too_large")
    assert Phase.ENVELOPE not in gate.passed
    nothing_but_a_mark(postfix, reach)


def test_a_port_without_encryption_gets_nothing(postfix, reach):
    assert send(reach("untls")).code == "tls_missing"
    nothing_but_a_mark(postfix, reach)


class Greylist(socketserver.StreamRequestHandler):
    """A policy service that says "later" to each first try (Postfix SMTPD_POLICY_README)."""

    def handle(self):
        while any(line != "\n" for line in iter(lambda: self.rfile.readline().decode(), "\n")):
            self.server.tries += 1
            action = "defer_if_permit greylisted" if self.server.tries == 1 else "dunno"
            self.wfile.write(f"action={action}\n\n".encode())


def test_a_greylist_takes_the_second_try_of_the_same_bytes(postfix, reach):
    with socketserver.ThreadingTCPServer(("127.0.0.1", postfix.ports["policy"]), Greylist) as service:
        service.daemon_threads = True
        service.tries = 0
        thread = threading.Thread(target=service.serve_forever, daemon=True)
        thread.start()
        channel = reach("greylist")
        payload = channel.prepare(LETTER, IDS)
        outcome = send(channel, payload)
        assert (outcome.kind, outcome.code) == (TEMPORARY, "server_said_later")
        assert send(channel, payload).kind is ACCEPTED
        service.shutdown()
        thread.join()
    (arrived,) = postfix.arrived(1)
    assert arrived.content.endswith(payload.content.replace(b"\r\n", b"\n"))


def test_a_wire_cut_before_the_dot_delivers_nothing(postfix, reach, wire):
    for phase in (Phase.ENVELOPE, Phase.BODY, Phase.COMMITTING):
        gate = RecordingGate(seen=lambda passing, phase=phase: passing is phase and wire.cut())
        outcome = send(reach(wire.port), gate=gate)
        assert (outcome.kind, outcome.code) == (TEMPORARY, "connection_lost")
    nothing_but_a_mark(postfix, reach)


def test_a_wire_cut_after_the_dot_is_not_known_and_the_mail_is_there(postfix, reach, wire):
    gate = RecordingGate(seen=lambda passing: passing is Phase.COMMITTING and wire.swallow_answers())
    outcome = send(reach(wire.port), gate=gate)
    assert (outcome.kind, outcome.code) == (UNKNOWN, "no_answer_after_handing_over")
    assert len(postfix.arrived(1)) == 1


@pytest.mark.parametrize("phase", [Phase.CONNECT, Phase.AUTH, Phase.ENVELOPE, Phase.BODY, Phase.COMMITTING])
def test_what_is_cancelled_does_not_arrive(postfix, reach, phase):
    with pytest.raises(Cancelled):
        send(reach(), gate=RecordingGate(stop_at=phase))
    nothing_but_a_mark(postfix, reach)


def test_many_go_over_one_connection(postfix, reach, wire):
    with reach(wire.port) as channel:
        payload = channel.prepare(LETTER, IDS)
        assert {send(channel, payload).kind for _ in range(10)} == {ACCEPTED}
        alone = Payload(payload.content, payload.content_type, payload.message_id, ("nobody@city.test",))
        assert send(channel, alone).kind is PERMANENT
        assert send(channel, payload).kind is ACCEPTED
    assert len({each.content[-1000:] for each in postfix.arrived(11)}) == 1
    assert wire.connections == 1


def test_a_check_proves_the_login_and_sends_nothing(postfix, reach):
    check = reach().probe(time.monotonic() + 20)
    assert check.problem is None
    assert (len(check.proved), check.largest) == (3, LARGEST)
    nothing_but_a_mark(postfix, reach)


@pytest.mark.long
@pytest.mark.parametrize("port", ["starttls", "tls"])
def test_a_thousand_letters_arrive_once_each(postfix, reach, port):
    with reach(port) as channel:
        for number in range(1000):
            ids = replace(IDS, submission=f"{number:08}-3c1e-4a8f-9b7d-2f5e8d1c4b3a")
            payload = channel.prepare(LETTER, ids)
            assert send(channel, payload).kind is ACCEPTED
            (arrived,) = postfix.arrived(1)
            assert arrived.content.endswith(payload.content.replace(b"\r\n", b"\n"))


@pytest.mark.long
@pytest.mark.parametrize("phase", [Phase.AUTH, Phase.ENVELOPE, Phase.BODY, Phase.COMMITTING])
def test_a_thousand_cut_wires_deliver_nothing(postfix, reach, wire, phase):
    for _ in range(1000):
        outcome = send(reach(wire.port), gate=RecordingGate(seen=lambda passing: passing is phase and wire.cut()))
        assert outcome.kind is TEMPORARY
    nothing_but_a_mark(postfix, reach)


@pytest.mark.long
def test_a_thousand_swallowed_answers_are_not_known(postfix, reach, wire):
    for _ in range(1000):
        wire.mend()
        gate = RecordingGate(seen=lambda passing: passing is Phase.COMMITTING and wire.swallow_answers())
        assert send(reach(wire.port), gate=gate).kind is UNKNOWN
        postfix.arrived(1)
