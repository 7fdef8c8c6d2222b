"""A channel in a process of its own, with a total time that nothing in it can stretch."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import msgspec

from testimony_app.channels.messages import (
    Ask,
    Check,
    Done,
    FromWorker,
    Go,
    NeedSecret,
    Open,
    Reach,
    Secret,
    Send,
    ToWorker,
    read_bytes,
    write_message,
)
from testimony_app.domain.errors import BugError, TestimonyError
from testimony_app.domain.outbox import after_break, after_deadline
from testimony_app.domain.submission import Cancelled, Gate, Outcome, Password, Payload, Phase

BEFORE_SECONDS = 120.0
"""Seconds an attempt may take until it hands over."""

AFTER_SECONDS = 600.0
"""Seconds the other side may take to answer after that: RFC 5321, 4.5.3.2.6 says 10 minutes."""

ASK_SECONDS = 60.0

_START = (
    "import sys; sys.path[:0] = sys.argv[2:]; from importlib import import_module; import_module(sys.argv[1]).main()"
)


Following = Callable[[], Payload | None]


class ChannelProcess:
    """Sends through a channel that lives in a worker process. Used by one thread at a time.

    `module` has `make(settings, password)`. The worker is started when it is needed, kept for the next message, and
    ended when it is late. `search` are further folders where modules lie.
    """

    def __init__(
        self, module: str, settings: Mapping[str, object], password: Password, *, search: tuple[str, ...] = ()
    ) -> None:
        self._module = module
        self._settings = dict(settings)
        self._password = password
        self._search = search
        self._process: subprocess.Popen[bytes] | None = None
        self._begun: Payload | None = None
        self._messages: SimpleQueue[bytes | None] = SimpleQueue()
        self._decoder = msgspec.msgpack.Decoder(FromWorker)

    def send(
        self,
        payload: Payload,
        gate: Gate,
        following: Following = lambda: None,
        before: float = BEFORE_SECONDS,
        after: float = AFTER_SECONDS,
    ) -> Outcome:
        """Try once. `before` and `after` are the seconds until and since the gate `committing`. Raises Cancelled.

        Once this is handed over, `following` is asked what is sent next. The worker begins it when it is done with
        this one, and waits at its gate.
        """
        phase = Phase.NOT_STARTED
        deadline = time.monotonic() + before
        try:
            if self._begun is not payload:
                self._begin(payload, before + after)
            self._begun = None
            while True:
                message = self._next(deadline)
                if isinstance(message, Done):
                    if message.outcome is None:
                        raise Cancelled
                    return message.outcome
                if isinstance(message, NeedSecret):
                    self._tell_secret()
                elif isinstance(message, Reach):
                    phase = self._pass_gate(message.phase, gate, phase)
                    if phase is Phase.COMMITTING:
                        deadline = time.monotonic() + after
                        self._begin(following(), before + after)
        except _LateError:
            self.close()
            return after_deadline(phase)
        except _GoneError:
            self.close()
            return after_break(phase)

    def _begin(self, payload: Payload | None, seconds: float) -> None:
        """Let the worker try a payload when it is done with the one before."""
        if self._begun is not None:
            self.close()
        if payload is not None:
            self._say(Send(payload, seconds))
            self._begun = payload

    def ask(self, payload: Payload) -> Outcome | None:
        """Ask the other side whether an earlier try arrived; None also where it does not answer."""
        try:
            return self._answer(Ask(payload), ASK_SECONDS)
        except (_LateError, _GoneError):
            self.close()
            return None

    def check(self, seconds: float = BEFORE_SECONDS) -> Outcome:
        """Go as far as can be gone without sending, and say what that proved."""
        try:
            return self._answer(Check(), seconds) or after_break(Phase.NOT_STARTED)
        except _LateError:
            self.close()
            return after_deadline(Phase.NOT_STARTED)
        except _GoneError:
            self.close()
            return after_break(Phase.NOT_STARTED)

    def _answer(self, question: Ask | Check, seconds: float) -> Outcome | None:
        """Return the answer to a question that lets nothing through the gate."""
        self._say(question)
        deadline = time.monotonic() + seconds
        while not isinstance(message := self._next(deadline), Done):
            if isinstance(message, NeedSecret):
                self._tell_secret()
            elif message.phase is Phase.COMMITTING:
                self._say(Go(on=False))
        return message.outcome

    def close(self) -> None:
        """End the worker, and what it has begun with it. A second call does nothing."""
        process, self._process, self._begun = self._process, None, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _pass_gate(self, wanted: Phase, gate: Gate, phase: Phase) -> Phase:
        """Let the worker on, and return the phase that is on disk now. Before the gate only its end can stop it."""
        try:
            if wanted is not Phase.COMMITTING:
                gate.reach(wanted)
                return wanted
            gate.committing()
        except Cancelled:
            if wanted is not Phase.COMMITTING:
                self.close()
                raise
            self._say(Go(on=False))
            return phase
        self._say(Go(on=True))
        return wanted

    def _tell_secret(self) -> None:
        try:
            secret = Secret(self._password())
        except TestimonyError as error:
            secret = Secret("", error.code)
        self._say(secret)

    def _say(self, message: ToWorker) -> None:
        process = self._running()
        if process.stdin is None:
            raise _GoneError
        try:
            write_message(process.stdin, message)
        except OSError as error:
            raise _GoneError from error

    def _next(self, deadline: float) -> FromWorker:
        try:
            content = self._messages.get(timeout=max(deadline - time.monotonic(), 0.001))
        except Empty as error:
            raise _LateError from error
        if content is None:
            raise _GoneError
        try:
            message: FromWorker = self._decoder.decode(content)
        except msgspec.MsgspecError as error:
            raise _GoneError from error
        return message

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            ours = str(Path(__file__).resolve().parent.parent.parent)
            command = [sys.executable, "-I", "-c", _START, "testimony_app.channels.worker", ours, *self._search]
            try:
                self._process = subprocess.Popen(  # noqa: S603  (our own words alone)
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
            except OSError as error:
                raise BugError("child_missing") from error
            self._messages = SimpleQueue()
            reader = Thread(target=_read, args=(self._process, self._messages), name="channel worker", daemon=True)
            reader.start()
            self._say(Open(self._module, self._settings))
        return self._process


class _LateError(Exception):
    """The total time is over."""


class _GoneError(Exception):
    """The worker has ended, or said what it should not."""


def _read(process: subprocess.Popen[bytes], messages: "SimpleQueue[bytes | None]") -> None:
    if process.stdout is None:
        return
    with suppress(OSError, ValueError):
        while (content := read_bytes(process.stdout)) is not None:
            messages.put(content)
    messages.put(None)
