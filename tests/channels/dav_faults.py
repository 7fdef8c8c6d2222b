"""What may go wrong between us and a WebDAV share, and what must be known after it: row W1."""

import gzip
from typing import NamedTuple
from urllib.parse import unquote

from testimony_app.domain.submission import OutcomeKind

TEMPORARY, PERMANENT = OutcomeKind.TEMPORARY, OutcomeKind.PERMANENT
ACCEPTED, UNKNOWN = OutcomeKind.ACCEPTED, OutcomeKind.UNKNOWN


class Fault(NamedTuple):
    """`then`: what asking later finds, where the first answer was UNKNOWN."""

    name: str
    script: dict
    kind: OutcomeKind
    code: str
    then: OutcomeKind | None = None
    slow: bool = False

    def __str__(self):
        return f"W1-{self.name}"


def say(status, body=b"", *headers):
    return lambda request: request.answer(status, body, headers)


def drop(request):
    request.hang_up()


def do_and_drop(request):
    request.do_right()
    request.hang_up()


def do_and_say(status):
    def act(request):
        request.do_right()
        request.answer(status)

    return act


def half_an_answer(request):
    request.do_right()
    request.wfile.write(b"HTTP/1.1 20")
    request.hang_up()


def stay_silent(request):
    request.dav.over.wait()


def do_and_stay_silent(request):
    request.do_right()
    request.dav.over.wait()


def keep(part):
    """Say that it was taken, and keep something else."""

    def act(request):
        request.dav.files[request.name] = part(request.body)
        request.answer(201)

    return act


def move_badly(part):
    """Say that it was moved, and leave something else there, or nothing."""

    def act(request):
        target = unquote(request.headers["Destination"]).rpartition("/")[2]
        content = part(request.dav.files.pop(request.name))
        if content is not None:
            request.dav.files[target] = content
        request.answer(201)

    return act


def too_long(request):
    request.answer(200, bytes(1_000_000))


def packed(request):
    request.answer(200, gzip.compress(request.dav.files[request.name]), [("Content-Encoding", "gzip")])


_REFUSALS = [
    (401, PERMANENT, "login_refused"),
    (403, PERMANENT, "login_refused"),
    (409, PERMANENT, "collection_not_there"),
    (412, None, ""),
    (413, PERMANENT, "server_refused"),
    (423, TEMPORARY, "server_said_later"),
    (429, TEMPORARY, "server_said_later"),
    (503, TEMPORARY, "server_said_later"),
    (507, PERMANENT, "collection_full"),
]
_REDIRECTS = (301, 302, 307, 308)


def _refusals():
    for status, kind, code in _REFUSALS:
        if kind is not None:
            for method in ("GET", "PUT", "MOVE"):
                yield Fault(f"{status}-to-{method}", {method: say(status)}, kind, code)
            yield Fault(f"{status}-to-reading-back", {"GET": [None, say(status)]}, kind, code)
            yield Fault(f"{status}-to-the-last-look", {"GET": [None, None, say(status)]}, UNKNOWN, code, ACCEPTED)
            yield Fault(f"{status}-to-tidying-up", {"DELETE": say(status)}, ACCEPTED, "file_in_collection")
    yield Fault("412-to-PUT", {"PUT": say(412)}, TEMPORARY, "server_said_later")
    yield Fault("412-to-MOVE", {"MOVE": say(412)}, PERMANENT, "file_name_taken")
    for status in _REDIRECTS:
        for method in ("GET", "PUT"):
            yield Fault(
                f"{status}-to-{method}", {method: say(status, b"", ("Location", "/x"))}, PERMANENT, "server_redirects"
            )


def _breaks():
    lost = "server_not_answering"
    for status in (500, 502, 504):
        for method in ("GET", "PUT"):
            yield Fault(f"{status}-to-{method}", {method: say(status)}, TEMPORARY, "server_said_later")
        yield Fault(f"{status}-to-MOVE", {"MOVE": say(status)}, UNKNOWN, "server_said_later", TEMPORARY)
        yield Fault(f"{status}-after-MOVE", {"MOVE": do_and_say(status)}, UNKNOWN, "server_said_later", ACCEPTED)
    for method in ("GET", "PUT"):
        yield Fault(f"end-at-{method}", {method: drop}, TEMPORARY, lost)
        yield Fault(f"end-after-{method}", {method: do_and_drop}, TEMPORARY, lost)
        yield Fault(f"half-an-answer-to-{method}", {method: half_an_answer}, TEMPORARY, lost)
        yield Fault(f"silence-at-{method}", {method: stay_silent}, TEMPORARY, lost, slow=True)
    yield Fault("end-at-MOVE", {"MOVE": drop}, UNKNOWN, lost, TEMPORARY)
    yield Fault("end-after-MOVE", {"MOVE": do_and_drop}, UNKNOWN, lost, ACCEPTED)
    yield Fault("half-an-answer-to-MOVE", {"MOVE": half_an_answer}, UNKNOWN, lost, ACCEPTED)
    yield Fault("silence-at-MOVE", {"MOVE": stay_silent}, UNKNOWN, lost, TEMPORARY, slow=True)
    yield Fault("silence-after-MOVE", {"MOVE": do_and_stay_silent}, UNKNOWN, lost, ACCEPTED, slow=True)
    yield Fault("end-at-reading-back", {"GET": [None, drop]}, TEMPORARY, lost)
    yield Fault("end-at-the-last-look", {"GET": [None, None, drop]}, UNKNOWN, lost, ACCEPTED)
    yield Fault("end-at-tidying-up", {"DELETE": drop}, ACCEPTED, "file_in_collection")


def _lies():
    differs = (TEMPORARY, "file_differs_after_writing")
    yield Fault("short-file-after-201", {"PUT": keep(lambda body: body[:-7])}, *differs)
    yield Fault("one-byte-short-after-201", {"PUT": keep(lambda body: body[:-1])}, *differs)
    yield Fault("empty-file-after-201", {"PUT": keep(lambda _: b"")}, *differs)
    yield Fault("other-bytes-after-201", {"PUT": keep(lambda body: bytes(len(body)))}, *differs)
    yield Fault("no-file-after-201", {"PUT": say(201)}, *differs)
    yield Fault("page-when-reading-back", {"GET": [None, say(200, b"<html>Log in</html>")]}, *differs)
    yield Fault("bomb-when-reading-back", {"GET": [None, packed]}, *differs)
    yield Fault("more-when-reading-back", {"GET": [None, too_long]}, *differs)
    yield Fault("page-instead-of-nothing", {"GET": say(200, b"<html>Log in</html>")}, PERMANENT, "file_name_taken")
    badly = "file_not_read_back"
    yield Fault("moved-away", {"MOVE": move_badly(lambda _: None)}, UNKNOWN, badly, TEMPORARY)
    yield Fault("moved-and-cut", {"MOVE": move_badly(lambda body: body[:-1])}, UNKNOWN, badly, PERMANENT)
    yield Fault("moved-and-emptied", {"MOVE": move_badly(lambda _: b"")}, UNKNOWN, badly, PERMANENT)
    yield Fault("not-moved", {"MOVE": say(201)}, UNKNOWN, badly, TEMPORARY)


FAULTS = [*_refusals(), *_breaks(), *_lies()]
QUICK = [fault for fault in FAULTS if not fault.slow]
SLOW = [fault for fault in FAULTS if fault.slow]
