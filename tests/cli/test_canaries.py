"""No password, address or text of a person's is written where it need not be: in logs, or in what is printed."""

import socket
import threading

import pytest

PASSWORD, ADDRESS, WORDS = "canary-password-7431", "canary-rosa-7431@example.org", "canary heron by the bridge 7431"


@pytest.fixture
def refusing():
    """A server that takes a request and answers that the name or password is wrong."""
    server = socket.create_server(("127.0.0.1", 0))
    seen = []

    def serve():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                seen.append(connection.recv(65536))
                connection.sendall(b"HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield server.getsockname()[1], seen
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


@pytest.fixture
def sent(testimony, file, refusing, monkeypatch, caplog):
    """What a profile holds, and what was said, after words were sent where a password was wrong."""
    port, seen = refusing
    monkeypatch.setenv("CANARY", PASSWORD)
    monkeypatch.setenv("PYTHONDEVMODE", "1")
    caplog.set_level(0)
    points = [{"title": "Mine", "story": WORDS}]
    contact = {"email": ADDRESS, "phone": "", "address": ""}
    story = testimony("draft", "import", file(title="My title", points=points, contact=contact)).out.strip()
    added = testimony(
        "channel", "add", "form", "kind=http_api", "title=Form", f"url=http://127.0.0.1:{port}/x", "encoding=json",
        'fields={text = "{text}", mail = "{email}"}', "receipt={status = [201]}", "auth=bearer", "secret=env:CANARY",
        "checked_on=2026-11",
    )  # fmt: skip
    assert added.code == 0, added.err
    answer = testimony("send", story, "--via", "form", "--consent")
    assert answer.code == 4
    assert len(seen) == 1
    assert PASSWORD.encode() in seen[0]
    shown = testimony("outbox", "show", answer.out.split()[0], "--json")
    return [answer.out, answer.err, shown.out, shown.err, testimony("outbox", "list").out, caplog.text]


def test_no_password_is_anywhere_in_the_profile_or_in_what_was_said(sent, tmp_path):
    assert not [text for text in sent if PASSWORD in text]
    for path in (tmp_path / "profile").rglob("*"):
        assert not path.is_file() or PASSWORD.encode() not in path.read_bytes(), path


def test_no_text_and_no_address_is_in_a_log_a_cache_a_setting_or_in_what_was_said(sent, tmp_path):
    for canary in (ADDRESS, WORDS):
        assert not [text for text in sent if canary in text]
        for folder in ("log", "cache", "config"):
            for path in (tmp_path / "profile" / folder).rglob("*"):
                assert not path.is_file() or canary.encode() not in path.read_bytes(), path


def test_the_search_finds_a_canary_where_there_is_one(sent, tmp_path):
    assert sent
    files = [path for path in (tmp_path / "profile" / "data").rglob("*") if path.is_file()]
    assert any(WORDS.encode() in path.read_bytes() for path in files)
