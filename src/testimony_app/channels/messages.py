"""What a worker process and its parent say to each other, one message after another over two pipes."""

import struct
from typing import IO

import msgspec

from testimony_app.domain.submission import Outcome, Payload, Phase

MOST_BYTES = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class Open(msgspec.Struct, tag=True, frozen=True):
    """To the worker: the module whose `make(settings, password)` makes the channel."""

    module: str
    settings: dict[str, object]


class Send(msgspec.Struct, tag=True, frozen=True):
    """To the worker: try once, within so many seconds, when what came before is done."""

    payload: Payload
    seconds: float


class Ask(msgspec.Struct, tag=True, frozen=True):
    """To the worker: ask whether an earlier try arrived."""

    payload: Payload


class Check(msgspec.Struct, tag=True, frozen=True):
    """To the worker: go as far as can be gone without sending."""


class Go(msgspec.Struct, tag=True, frozen=True):
    """To the worker: whether it may hand over."""

    on: bool


class Secret(msgspec.Struct, tag=True, frozen=True):
    """To the worker: the secret it asked for, or the code of why there is none."""

    secret: str
    code: str = ""


class Reach(msgspec.Struct, tag=True, frozen=True):
    """From the worker: a phase is reached. At COMMITTING, the gate, it waits for `Go`."""

    phase: Phase


class NeedSecret(msgspec.Struct, tag=True, frozen=True):
    """From the worker: it waits for `Secret`."""


class Done(msgspec.Struct, tag=True, frozen=True):
    """From the worker: how the try or the question ended. None: taken back, or the other side cannot be asked."""

    outcome: Outcome | None


ToWorker = Open | Send | Ask | Check | Go | Secret
FromWorker = Reach | NeedSecret | Done


def write_message(stream: IO[bytes], message: ToWorker | FromWorker) -> None:
    """Write one message. Raises OSError where nobody reads any more."""
    content = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def read_bytes(stream: IO[bytes]) -> bytes | None:
    """Return the bytes of the next message, or None where there is none any more or none of ours."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > MOST_BYTES:
        return None
    content = stream.read(length)
    return content if len(content) == length else None
