"""An address that takes testimony, and every way it can answer: what is no receipt is never called accepted."""

import email
import gzip
import json
import ssl
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.channels.http_api import MOST_ANSWER, make, retry_after
from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.domain.submission import Attachment, Cancelled, Letter, OutcomeKind, Phase, SubmissionIds
from tests.channels.http_server import HttpServer, answer

IDS = SubmissionIds("11111111-1111-4111-8111-111111111111", "T-7K3MQ2P", datetime(2026, 12, 8, tzinfo=UTC))
LETTER = Letter("Public comment", "Hello.\n\nÅse & “quotes” + 100%.", fields=(("name", "Rosa Maple"),))
KINDS = OutcomeKind
NOW = datetime(2026, 12, 8, tzinfo=UTC)


class Gate:
    def __init__(self, closed_at=None):
        self.reached = []
        self.closed_at = closed_at

    def reach(self, phase):
        if phase is self.closed_at:
            raise Cancelled
        self.reached.append(phase)

    def committing(self):
        self.reach(Phase.COMMITTING)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def serve(authority, tmp_path):
    servers = []

    def start(host="localhost", ca=authority):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        ca.issue_cert(host).configure_cert(context)
        servers.append(HttpServer(context))
        return servers[-1]

    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    yield start
    for server in servers:
        server.close()


@pytest.fixture
def server(serve):
    return serve()


@pytest.fixture
def channel_to(tmp_path):
    def channel(server, password=lambda: "secret", **settings):
        table = {
            "kind": "http_api", "title": "Form", "url": server.url(), "encoding": "json",
            "fields": {"comment": "{text}", "who": "{name}"}, "receipt": {"status": [201], "field": "id"},
            "ca_file": str(tmp_path / "ca.pem"), **settings,
        }  # fmt: skip
        return make(table, password)

    return channel


def sent(channel, letter=LETTER, gate=None):
    return channel.send(channel.prepare(letter, IDS), gate or Gate(), time.monotonic() + 10)


def test_json_arrives_word_for_word_and_its_number_is_kept(server, channel_to):
    outcome = sent(channel_to(server, auth="bearer", idempotency_header="Idempotency-Key"))
    assert (outcome.kind, outcome.receipt, outcome.answer) == (KINDS.ACCEPTED, "4711", "201 Said")
    ((path, headers, body),) = server.requests
    assert path == "/comments"
    assert json.loads(body) == {"comment": LETTER.text, "who": "Rosa Maple"}
    assert headers["authorization"] == "Bearer secret"
    assert headers["idempotency-key"] == IDS.submission


def test_a_form_arrives_word_for_word(server, channel_to):
    sent(channel_to(server, encoding="form", auth="basic", username="rosa"))
    ((_, headers, body),) = server.requests
    assert parse_qs(body.decode()) == {"comment": [LETTER.text], "who": ["Rosa Maple"]}
    assert headers["authorization"] == "Basic cm9zYTpzZWNyZXQ="


def test_files_go_along_in_parts(server, channel_to):
    letter = Letter("s", LETTER.text, (Attachment("a.docx", "application/x-word", b"\x00\xff"),))
    channel = channel_to(server, encoding="multipart")
    assert channel.prepare(letter, IDS) == channel.prepare(letter, IDS)
    sent(channel, letter)
    ((_, headers, body),) = server.requests
    parsed = email.message_from_bytes(b"Content-Type: " + headers["content-type"].encode() + b"\r\n\r\n" + body)
    parts = {part.get_param("name", header="content-disposition"): part for part in parsed.get_payload()}
    assert parts["comment"].get_payload(decode=True).decode() == LETTER.text
    assert parts["file"].get_payload(decode=True) == b"\x00\xff"
    assert parts["file"].get_filename() == "a.docx"


def test_files_without_parts_are_a_mistake_of_the_settings(server, channel_to):
    letter = Letter("s", "t", (Attachment("a.docx", "application/x-word", b"1"),))
    with pytest.raises(OrganizerError, match="channel_cannot_attach"):
        channel_to(server).prepare(letter, IDS)


@pytest.mark.parametrize("phase", [Phase.CONNECT, Phase.AUTH, Phase.BODY, Phase.COMMITTING])
def test_a_closed_gate_lets_no_request_through(server, channel_to, phase):
    with pytest.raises(Cancelled):
        sent(channel_to(server), gate=Gate(phase))
    assert server.requests == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_never_followed(serve, server, channel_to, status):
    other = serve()
    server.scripts = [answer(status, Location=other.url())]
    outcome = sent(channel_to(server, auth="bearer"))
    assert (outcome.kind, outcome.code) == (KINDS.PERMANENT, "server_redirects")
    assert other.connections == 0


@pytest.mark.parametrize(
    ("script", "kind", "code"),
    [
        (answer(200, "<html>Log in</html>"), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(201, "<html>Thanks</html>"), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(201, ""), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(201, '{"id": null}'), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(201, '{"id": true}'), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(201, "[" * 100_000), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(201, '{"id": "1"}' + " " * MOST_ANSWER), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(201, gzip.compress(b'{"id": "1"}'), Content_Encoding="gzip"), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(200, '{"id": "1"}'), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(409, '{"id": "1"}'), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(500), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(502), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(418), KINDS.UNKNOWN, "answer_without_receipt"),
        (answer(401), KINDS.PERMANENT, "login_refused"),
        (answer(403), KINDS.PERMANENT, "login_refused"),
        (answer(400), KINDS.PERMANENT, "server_refused"),
        (answer(413), KINDS.PERMANENT, "server_refused"),
        (answer(422), KINDS.PERMANENT, "server_refused"),
        (answer(507), KINDS.PERMANENT, "server_refused"),
        (answer(429), KINDS.TEMPORARY, "server_said_later"),
        (answer(503, Retry_After="120"), KINDS.TEMPORARY, "server_said_later"),
    ],
)
def test_what_is_no_receipt_is_never_called_accepted(server, channel_to, script, kind, code):
    server.scripts = [script]
    outcome = sent(channel_to(server))
    assert (outcome.kind, outcome.code) == (kind, code)


def test_the_server_says_when_to_come_back(server, channel_to):
    server.scripts = [answer(503, Retry_After="120")]
    assert sent(channel_to(server)).retry_after == 120


def drop(connection):
    connection.close()


@pytest.mark.parametrize("script", [drop, answer(500), answer(502), answer(504)])
def test_with_a_key_a_second_try_is_safe(server, channel_to, script):
    server.scripts = [script]
    assert sent(channel_to(server, idempotency_header="Idempotency-Key")).kind is KINDS.TEMPORARY


@pytest.mark.parametrize("script", [drop, lambda connection: connection.sendall(b"HTTP/1.1 201 Cre")])
def test_without_a_key_nobody_knows(server, channel_to, script):
    server.scripts = [script]
    assert sent(channel_to(server)).kind is KINDS.UNKNOWN


def test_a_server_that_knows_the_key_says_so(server, channel_to):
    channel = channel_to(server, idempotency_header="Idempotency-Key")
    server.scripts = [answer(409, '{"id": "4711"}'), answer(409, "{}")]
    assert sent(channel).receipt == "4711"
    assert sent(channel).kind is KINDS.UNKNOWN


def test_a_pattern_must_match(server, channel_to):
    channel = channel_to(server, receipt={"status": [200], "pattern": "Thank you, number [0-9]+"})
    server.scripts = [answer(200, "Thank you, number 12"), answer(200, "Thank you for logging in")]
    assert sent(channel).kind is KINDS.ACCEPTED
    assert sent(channel).kind is KINDS.UNKNOWN


def test_nobody_answers(channel_to, server):
    server.close()
    outcome = sent(channel_to(server))
    assert (outcome.kind, outcome.code) == (KINDS.TEMPORARY, "server_not_answering")


@pytest.mark.parametrize("wrong", ["host", "authority"])
def test_a_server_that_is_not_who_it_says_gets_nothing(serve, channel_to, wrong):
    server = serve(host="elsewhere.example") if wrong == "host" else serve(ca=trustme.CA())
    for outcome in (sent(channel_to(server, auth="bearer")), channel_to(server).check()):
        assert (outcome.kind, outcome.code) == (KINDS.PERMANENT, "tls_untrusted")
    assert server.requests == []


def test_a_server_that_is_slow_is_left_at_the_deadline(server, channel_to):
    server.scripts = [lambda connection: connection.recv(1)]
    channel = channel_to(server)
    start = time.monotonic()
    outcome = channel.send(channel.prepare(LETTER, IDS), Gate(), start + 0.5)
    assert outcome.kind is KINDS.UNKNOWN
    assert time.monotonic() - start < 5


def test_a_secret_that_is_missing_sends_nothing(server, channel_to):
    def missing():
        raise PersonError("secret_missing")

    assert sent(channel_to(server, missing, auth="bearer")).code == "secret_missing"
    assert server.requests == []


def test_checking_sends_no_request(server, channel_to):
    assert channel_to(server).check().code == "server_reached"
    assert server.requests == []


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("120", 120), ("0", 0), ("", None), ("soon", None), ("-5", None), ("9" * 50, 999999999),
     (format_datetime(NOW + timedelta(hours=1), usegmt=True), 3600), (format_datetime(NOW - timedelta(hours=1)), 0)],
)  # fmt: skip
def test_when_to_come_back(text, seconds):
    assert retry_after(text, NOW) == seconds


@given(st.text())
def test_no_header_breaks_it(text):
    seconds = retry_after(text, NOW)
    assert seconds is None or seconds >= 0
