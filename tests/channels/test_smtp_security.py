"""Rows S1 and S9: servers that cannot be found or trusted. Nothing of a login or a letter may go to any of them."""

import errno
import socket
import ssl
import threading

import pytest

from testimony_app.channels import smtp_connection
from testimony_app.domain.submission import OutcomeKind
from tests.channels.letters import CANARY
from tests.channels.smtp_actions import say, send_raw, silent
from tests.channels.smtp_rig import channel_for, send
from tests.channels.smtp_server import PASSWORD, SmtpServer

TEMPORARY = OutcomeKind.TEMPORARY
PERMANENT = OutcomeKind.PERMANENT


def started(certificates, certificate=None, security="starttls"):
    return SmtpServer(certificates.context(certificate), security=security)


def assert_nothing_came(server):
    assert server.delivered == []
    assert not {"AUTH", "MAIL", "RCPT", "DATA"} & set(server.verbs())
    assert set(bytes(server.plain).upper().split(b"\r\n")) <= {b"EHLO [127.0.0.1]", b"STARTTLS", b"QUIT", b""} or (
        server.plain[:1] == b"\x16"  # a TLS handshake
    )
    assert PASSWORD.encode() not in server.plain
    assert CANARY.encode() not in server.plain


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("name", ["of_another_host", "of_another_authority", "expired"])
def test_a_certificate_that_is_not_the_servers_own_ends_it(certificates, name, security):
    server = started(certificates, getattr(certificates, name), security)
    try:
        outcome = send(channel_for(server, certificates))
        assert (outcome.kind, outcome.code) == (PERMANENT, "tls_untrusted")
        assert_nothing_came(server)
    finally:
        server.close()


def test_without_a_file_the_authorities_of_the_system_are_asked(server, certificates):
    assert send(channel_for(server, certificates, ca_file="")).code == "tls_untrusted"
    assert_nothing_came(server)


def test_a_server_without_encryption_gets_nothing(server, certificates):
    server.plain_features = ("AUTH PLAIN LOGIN", "8BITMIME")
    outcome = send(channel_for(server, certificates))
    assert (outcome.kind, outcome.code) == (PERMANENT, "tls_missing")
    assert_nothing_came(server)


@pytest.mark.parametrize("reply", ["500 5.5.1 What?", "502 5.5.1 No", "454x"])
def test_an_offer_of_encryption_that_is_taken_back_ends_it(server, certificates, reply):
    server.plan(starttls=say(reply))
    outcome = send(channel_for(server, certificates))
    assert outcome.kind is (PERMANENT if reply[0] == "5" else TEMPORARY)
    assert_nothing_came(server)


@pytest.mark.parametrize("injected", [b"250 2.0.0 Ok\r\n", b"250-AUTH PLAIN\r\n250 8BITMIME\r\n", b"x", b"\x15\x03"])
def test_words_put_in_before_the_encryption_end_it(server, certificates, injected):
    server.plan(starttls=send_raw(b"220 go ahead\r\n" + injected))
    outcome = send(channel_for(server, certificates))
    assert (outcome.kind, outcome.code) == (PERMANENT, "tls_tampered")
    assert_nothing_came(server)


def test_words_put_in_while_the_encryption_begins_end_it(server, certificates):
    """They come after the handshake was begun, so that only its own bytes can tell."""

    def act(talk):
        talk.say("220 go ahead")
        talk.socket.recv(65536)
        talk.send(b"250 2.0.0 Ok\r\n250 2.0.0 Ok\r\n")
        silent(talk)

    server.plan(starttls=act)
    assert send(channel_for(server, certificates)).code == "tls_tampered"
    assert_nothing_came(server)


def test_what_a_server_offered_before_the_encryption_counts_for_nothing(server, certificates):
    server.plain_features = ("STARTTLS", "AUTH PLAIN", "SIZE 10", "SMTPUTF8")
    server.features = ("8BITMIME",)
    assert send(channel_for(server, certificates)).code == "login_not_offered"


def test_a_port_without_tls_is_told(certificates, server):
    outcome = send(channel_for(server, certificates, security="tls"))
    assert (outcome.kind, outcome.code) == (PERMANENT, "tls_missing")
    assert server.delivered == []


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:ssl.OP_NO:DeprecationWarning")
def test_old_versions_of_tls_are_not_spoken(server, certificates):
    server.context.set_ciphers("ALL:@SECLEVEL=0")
    server.context.minimum_version = ssl.TLSVersion.TLSv1
    server.context.maximum_version = ssl.TLSVersion.TLSv1_1
    outcome = send(channel_for(server, certificates))
    assert (outcome.kind, outcome.code) == (PERMANENT, "tls_too_old")
    assert_nothing_came(server)


def test_a_handshake_that_fails_otherwise_waits(server, certificates):
    def act(talk):
        talk.say("220 go ahead")
        talk.socket.recv(65536)
        talk.send(bytes([21, 3, 3, 0, 2, 2, 80]))  # a fatal alert: internal error

    server.plan(starttls=act)
    outcome = send(channel_for(server, certificates))
    assert (outcome.kind, outcome.code) == (TEMPORARY, "tls_failed")
    assert_nothing_came(server)


def test_nobody_reads_along_through_a_file_of_keys(server, certificates, monkeypatch, tmp_path):
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    assert send(channel_for(server, certificates)).kind is OutcomeKind.ACCEPTED
    assert not keys.exists() or "SECRET" not in keys.read_text()


def test_a_missing_file_of_authorities_is_told(server, certificates, tmp_path):
    not_a_certificate = tmp_path / "ca.pem"
    not_a_certificate.write_text("no certificate")
    for ca_file in (tmp_path / "absent.pem", not_a_certificate, tmp_path):
        outcome = send(channel_for(server, certificates, ca_file=str(ca_file)))
        assert (outcome.kind, outcome.code) == (PERMANENT, "ca_file_not_readable")
    assert server.connections == 0


def test_a_refused_connection_waits(certificates, server):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        outcome = send(channel_for(server, certificates, port=nobody.getsockname()[1]))
    assert (outcome.kind, outcome.code) == (TEMPORARY, "server_not_reached")


def test_a_name_without_an_address_waits(server, certificates, monkeypatch):
    def fail(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(smtp_connection.socket, "getaddrinfo", fail)
    outcome = send(channel_for(server, certificates))
    assert (outcome.kind, outcome.code) == (TEMPORARY, "server_not_found")


def test_a_resolver_that_hangs_is_left_behind(server, certificates, monkeypatch):
    over = threading.Event()
    monkeypatch.setattr(smtp_connection.socket, "getaddrinfo", lambda *_, **__: over.wait() and [])
    outcome = send(channel_for(server, certificates), seconds=0.1)
    over.set()
    assert (outcome.kind, outcome.code) == (TEMPORARY, "server_not_answering")


@pytest.mark.parametrize(
    ("error", "code"),
    [(OSError(errno.ENETUNREACH, "no route"), "server_not_reached"), (TimeoutError(), "server_not_answering")],
)
def test_a_way_that_leads_nowhere_waits(server, certificates, monkeypatch, error, code):
    def connect(_, __):
        raise error

    monkeypatch.setattr(smtp_connection.socket.socket, "connect", connect)
    outcome = send(channel_for(server, certificates))
    assert (outcome.kind, outcome.code) == (TEMPORARY, code)


def test_the_second_address_of_a_server_is_tried_too(server, certificates, monkeypatch):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        first = (socket.AF_INET, socket.SOCK_STREAM, 0, "", nobody.getsockname())
        second = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", server.port))
        monkeypatch.setattr(smtp_connection.socket, "getaddrinfo", lambda *_, **__: [first, second])
        assert send(channel_for(server, certificates)).kind is OutcomeKind.ACCEPTED
