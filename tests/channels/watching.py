"""Sees whether code reaches out of the program: to a network, another program, or a file it writes."""

import os
import sys
import threading
from contextlib import contextmanager
from functools import cache

_OUTWARDS = (
    "socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.bind", "subprocess.Popen",
    "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile", "os.mkdir", "os.rename", "os.link",
    "os.symlink", "os.remove", "webbrowser.open", "smtplib.connect", "http.client.connect",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Watch:
    """Notes the audit events of Python (PEP 578) of this thread while somebody is watching."""

    def __init__(self):
        self.seen = []
        self._thread = 0
        sys.addaudithook(self._hear)

    @contextmanager
    def watching(self):
        self._thread = threading.get_ident()
        try:
            yield
        finally:
            self._thread = 0

    def _hear(self, event, arguments):
        if self._thread != threading.get_ident():
            return
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
        if opens or event in _OUTWARDS:
            self.seen.append(f"{event} {arguments[0]!r}")


@cache
def the_watch():
    """Return the watch of this process: a hook can be put in, and never out."""
    return Watch()


class Watched:
    """A channel whose every call is watched."""

    def __init__(self, channel, watch):
        self._channel = channel
        self._watch = watch

    def __getattr__(self, name):
        act = getattr(self._channel, name)

        def watched(*arguments):
            with self._watch.watching():
                return act(*arguments)

        return watched
