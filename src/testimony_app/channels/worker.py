"""The worker process: it alone talks to the network, and can be ended at any moment without harm to the window."""

import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import IO, NoReturn

import msgspec

from testimony_app.channels.messages import (
    Ask,
    Check,
    Done,
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
from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import Cancelled, Channel, Outcome, Password, Phase

Make = Callable[[Mapping[str, object], Password], Channel]
"""What every channel module has as `make`."""


class _Parent:
    """The parent at the other end of the pipes. It is the gate and knows the secrets."""

    def __init__(self, read: IO[bytes], write: IO[bytes]) -> None:
        self._read = read
        self._write = write
        self._decoder = msgspec.msgpack.Decoder(ToWorker)

    def next(self) -> ToWorker:
        """Return the next message; leave where the parent is gone."""
        content = read_bytes(self._read)
        if content is None:
            self._leave()
        message: ToWorker = self._decoder.decode(content)
        return message

    def say(self, message: Reach | NeedSecret | Done) -> None:
        """Say something; leave where the parent is gone, since nobody would know what we did."""
        try:
            write_message(self._write, message)
        except OSError:
            self._leave()

    def reach(self, phase: Phase) -> None:
        """Say how far it came. The parent ends this process where it may not go on."""
        self.say(Reach(phase))

    def committing(self) -> None:
        """Pass the gate before the act that can deliver, or raise Cancelled."""
        self.say(Reach(Phase.COMMITTING))
        answer = self.next()
        if not isinstance(answer, Go) or not answer.on:
            raise Cancelled

    def secret(self) -> str:
        """Return the secret of the channel. Raises PersonError with the parent's code."""
        self.say(NeedSecret())
        answer = self.next()
        if not isinstance(answer, Secret) or answer.code:
            raise PersonError(answer.code if isinstance(answer, Secret) else "secret_missing")
        return answer.secret

    @staticmethod
    def _leave() -> NoReturn:
        sys.exit(0)


def main() -> None:
    """Serve the parent until it is gone."""
    parent = _Parent(sys.stdin.buffer, sys.stdout.buffer)
    sys.stdout = sys.stderr  # a library that prints must not speak into the pipe
    channel: Channel | None = None
    while True:
        message = parent.next()
        if isinstance(message, Open):
            make: Make = import_module(message.module).make
            channel = make(message.settings, parent.secret)
        elif channel is not None and isinstance(message, Send):
            parent.say(Done(_try(channel, message, parent)))
        elif channel is not None and isinstance(message, Ask):
            parent.say(Done(channel.ask(message.payload)))
        elif channel is not None and isinstance(message, Check):
            parent.say(Done(channel.check()))


def _try(channel: Channel, message: Send, parent: _Parent) -> Outcome | None:
    try:
        return channel.send(message.payload, parent, time.monotonic() + message.seconds)
    except Cancelled:
        return None
