"""Every way to send, from the command line to the worker process: what is logged and said holds nobody's words.

Canaries stand in the password, in the text and in every address. Both processes log at every level, and the worker's
standard error, which otherwise goes nowhere, is kept.
"""

import base64
import json
import os
import subprocess
from typing import NamedTuple

import pytest

from testimony_app.channels import process
from testimony_app.channels.kinds import KINDS
from testimony_app.main import main
from tests.channels import places
from tests.channels.dav_server import DavServer
from tests.channels.http_faults import KeepingServer
from tests.channels.http_rig import http_settings
from tests.channels.places import StorePlace, store_app
from tests.channels.smtp_actions import drop, say
from tests.channels.smtp_server import PASSWORD, USER
from tests.channels.wsgi_server import WsgiServer

WORDS = "canary heron by the bridge 7431"
NAME = "Canaria Zeisig-Plume"
ADDRESS, PHONE, STREET = "canary-rosa-7431@example.org", "612-555-7431", "7431 Canary Lane"
CLERK = "canary-clerk-7431@city.test"
LOGIN = base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()
PASSWORDS = (PASSWORD, places.PASSWORD, LOGIN, base64.b64encode(PASSWORD.encode()).decode())
OWN = (WORDS, "heron by the bridge", ADDRESS, PHONE, STREET)
NAMES = (NAME, *NAME.split(), *NAME.split("-"), CLERK)
"""What may be shown to the person who asked, such as the name of a file, but stands in no log."""

LOGS_ALL = "import logging; logging.basicConfig(level=1); logging.debug('the worker logs');"
OF_THE_SERVERS = ("werkzeug", "moto", "boto", "wsgidav")
"""Loggers of the servers, which run in the tests' own process."""


@pytest.fixture
def ways(server, certificates, tmp_path, request):
    """Return, by its name, what makes the settings of a way with its server, and what lets it fail."""

    def mail():
        settings = {
            "kind": "email_smtp", "to": [CLERK], "from": USER, "host": "localhost", "port": server.port,
            "security": server.security, "username": USER, "ca_file": certificates.ca_file,
        }  # fmt: skip
        refusal = say(f"550 5.7.1 {WORDS} of {ADDRESS} with {PASSWORD} {LOGIN}")
        return settings, lambda: server.plan(rcpt=[refusal, refusal], auth=None)

    def form():
        keeping = KeepingServer(certificates.context())
        request.addfinalizer(keeping.close)
        keeping.scripts = [keeping.behave]
        settings = http_settings(
            keeping.url(f"/comments?for={CLERK}"), certificates.ca_file,
            encoding="json", fields={"text": "{text}", "mail": "{email}", "phone": "{phone}"},
        )  # fmt: skip
        said = f"HTTP/1.1 422 {WORDS} {ADDRESS} {PASSWORD}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        return settings, lambda: keeping.scripts.__setitem__(slice(None), [said.encode()])

    def folder():
        (tmp_path / "box").mkdir()
        return {"kind": "collection", "url": (tmp_path / "box").as_uri()}, (tmp_path / "box").rmdir

    def share():
        dav = DavServer()
        request.addfinalizer(dav.close)
        settings = {
            "kind": "collection", "url": f"webdav://127.0.0.1:{dav.port}/box", "username": places.USER,
        }  # fmt: skip
        return settings, lambda: dav.plan(MOVE=lambda asked: asked.answer(507, f"{asked.path} {PASSWORD}".encode()))

    def store():
        buckets = WsgiServer(store_app())
        request.addfinalizer(buckets.close)
        place = StorePlace(f"http://127.0.0.1:{buckets.port}", f"b{os.urandom(6).hex()}")
        return {"kind": "collection", **place.settings}, lambda: place.store.delete_bucket(Bucket=place.bucket)

    def own_hand(**settings):
        return lambda: (settings, None)

    page = {"url": "https://city.test/comment", "pieces": [{"title": "Text", "value": "{text} {email}"}]}
    return {
        "email_smtp": mail, "http_api": form, "collection": folder, "collection-webdav": share,
        "collection-store": store, "mail_app": own_hand(kind="mail_app", to=[CLERK]),
        "portal": own_hand(kind="portal", **page), "desk": own_hand(kind="desk"),
        "practice": own_hand(kind="practice"),
    }  # fmt: skip


WAYS = ("email_smtp", "http_api", "collection", "collection-webdav", "collection-store", "mail_app", "portal", "desk",
        "practice")  # fmt: skip
REMOTE = WAYS[:5]


class Heard(NamedTuple):
    said: str
    logged: str
    worker: str


@pytest.fixture
def hear(tmp_path, monkeypatch, capfd, caplog):
    """Run commands in a profile of its own, and return what was said and logged by both processes."""
    started = tmp_path / "worker.txt"
    really_start = subprocess.Popen

    def start(command, **options):
        with started.open("ab") as file:
            return really_start(command, **{**options, "stderr": file})

    monkeypatch.setattr(process, "_START", LOGS_ALL + process._START)
    monkeypatch.setattr(process.subprocess, "Popen", start)
    caplog.set_level(0)

    def run(*commands):
        ends = [main(["--profile", str(tmp_path / "profile"), *map(str, words)]) for words in commands]
        said = capfd.readouterr()
        records = [each for each in caplog.records if not each.name.startswith(OF_THE_SERVERS)]
        logged = "\n".join(f"{each.name} {each.getMessage()} {each.exc_text or ''}" for each in records)
        caplog.clear()
        worker = started.read_text(errors="replace") if started.exists() else ""
        return ends, Heard(said.out + said.err, logged, worker)

    return run


@pytest.fixture
def draft(hear, tmp_path):
    file = tmp_path / "a.testimony.json"
    told = {
        "format": "testimony/1", "language": "en", "title": "My title", "person": {"name": NAME},
        "points": [{"title": "Mine", "story": WORDS}],
        "contact": {"email": ADDRESS, "phone": PHONE, "address": STREET},
    }  # fmt: skip
    file.write_text(json.dumps(told), encoding="utf-8")
    _, heard = hear(("draft", "import", file))
    return heard.said.split()[0]


def set_up(hear, settings, monkeypatch):
    monkeypatch.setenv("CANARY", PASSWORD if "store" not in settings.get("url", "") else places.PASSWORD)
    if settings["kind"] == "collection":
        monkeypatch.setenv("CANARY", places.PASSWORD)
    secret = {"secret": "env:CANARY"} if KINDS[settings["kind"]].has_secret else {}
    table = {"title": "Way", "checked_on": "2026-11", **settings, **secret}
    words = [f"{key}={value if isinstance(value, str) else toml(value)}" for key, value in table.items()]
    ends, heard = hear(("channel", "add", "way", *words))
    assert ends == [0], heard.said


def toml(value):
    """Return a value as it is written on the command line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(each) for each in value) + "]"
    return json.dumps(value)


def assert_silent(heard, *, told_by_worker):
    for canary in (*PASSWORDS, *OWN, *NAMES):
        assert canary not in heard.logged
        assert canary not in heard.worker
    for canary in (*PASSWORDS, *OWN):
        assert canary not in heard.said
    assert ("the worker logs" in heard.worker) is told_by_worker


@pytest.mark.parametrize("name", WAYS)
def test_where_it_goes_nothing_is_told_of_it(ways, name, hear, draft, monkeypatch):
    settings, _ = ways[name]()
    set_up(hear, settings, monkeypatch)
    (test, send, *_), heard = hear(
        ("channel", "test", "way"),
        ("send", draft, "--via", "way", "--consent"),
        ("outbox", "run"),
        ("outbox", "list"),
    )
    assert (test, send) == (0, 4 if name in {"mail_app", "portal", "desk"} else 0), heard
    assert_silent(heard, told_by_worker=name in REMOTE)


@pytest.mark.parametrize("name", REMOTE)
def test_where_it_fails_nothing_is_told_of_it(ways, name, hear, draft, monkeypatch, tmp_path):
    settings, break_it = ways[name]()
    set_up(hear, settings, monkeypatch)
    break_it()
    (send, *_), heard = hear(("send", draft, "--via", "way", "--consent"), ("outbox", "run"), ("outbox", "list"))
    assert send in {3, 4}, heard
    assert_silent(heard, told_by_worker=True)
    (_, *_), shown = hear(("outbox", "show", heard.said.split()[0], "--json"))
    assert not [canary for canary in (*PASSWORDS, WORDS, ADDRESS, PHONE, STREET) if canary in shown.said]
    for folder in ("log", "cache", "config"):
        for path in (tmp_path / "profile" / folder).rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            assert not [canary for canary in (*PASSWORDS, *OWN) if canary.encode() in content], path


@pytest.mark.parametrize("point", ["banner", "auth", "mail", "rcpt", "body", "dot"])
def test_where_the_connection_breaks_nothing_is_told_of_it(ways, point, server, hear, draft, monkeypatch):
    settings, _ = ways["email_smtp"]()
    set_up(hear, settings, monkeypatch)
    server.plan(**{point: drop})
    (send, *_), heard = hear(("send", draft, "--via", "way", "--consent"), ("outbox", "run"))
    assert send == (5 if point == "dot" else 3)
    assert_silent(heard, told_by_worker=True)


def test_a_worker_that_breaks_tells_nothing(hear, draft, monkeypatch, ways):
    """An error nobody foresaw, with words in it, deep in a library."""
    settings, _ = ways["http_api"]()
    set_up(hear, settings, monkeypatch)
    breaks = f"import json; json.loads = lambda *_: [][{WORDS!r}];"
    monkeypatch.setattr(process, "_START", LOGS_ALL + breaks + process._START.removeprefix(LOGS_ALL))
    (send, *_), heard = hear(("send", draft, "--via", "way", "--consent"))
    assert send == 5
    assert_silent(heard, told_by_worker=True)


def test_the_search_finds_what_a_worker_tells(hear, draft, monkeypatch, ways):
    settings, _ = ways["http_api"]()
    set_up(hear, settings, monkeypatch)
    leaks = f"logging.getLogger('urllib3.util').debug({WORDS!r});"
    monkeypatch.setattr(process, "_START", LOGS_ALL + leaks + process._START.removeprefix(LOGS_ALL))
    _, heard = hear(("send", draft, "--via", "way", "--consent"))
    with pytest.raises(AssertionError):
        assert_silent(heard, told_by_worker=True)


def test_every_kind_is_searched():
    assert {name.partition("-")[0] for name in WAYS} == set(KINDS)
