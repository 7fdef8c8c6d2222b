"""What a power cut may leave on the disk: rebuilt from the writes and syncs of a run, as strace wrote them down.

What was synced is there. Of what was not, each sector of 512 bytes may be there or not, in whatever order.
"""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
TRACED = "pwrite64,write,ftruncate,fdatasync,fsync,unlink"
WORDS = ["-f", "-y", "-xx", "-s", "300000", "-e", f"trace={TRACED}", "-qq"]
"""How strace is called: it follows threads, names files, and prints every byte."""

_CALL = re.compile(r"^\d+ +(\w+)\((.*)$")
_ENDED = re.compile(r"^\d+ +<\.\.\. (\w+) resumed>")
_FILE = re.compile(r"^\d+<([^>]*)>")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True)
class Write:
    path: str
    offset: int
    content: bytes


@dataclass(frozen=True)
class Cut:
    path: str
    size: int


@dataclass(frozen=True)
class Sync:
    path: str


@dataclass(frozen=True)
class Said:
    """A line the run wrote to its output: what it acknowledged."""

    line: str


@dataclass
class File:
    content: bytearray
    unsynced: list = field(default_factory=list)


def acts(log, folder):
    """Return the acts of a run, in order, on files in a folder."""
    waiting = {}
    for line in log.splitlines():
        process = line.split(" ", 1)[0]
        ended = _ENDED.match(line)
        if ended:
            if process in waiting:
                yield waiting.pop(process)
            continue
        call = _CALL.match(line)
        act = call and _act(call[1], call[2], folder)
        if not act:
            continue
        if "<unfinished" in line and isinstance(act, Sync):
            waiting[process] = act  # it is synced only when the call comes back
        elif "<unfinished" in line or not re.search(r"= -1 E", line):
            yield act


def _act(name, rest, folder):
    found = _FILE.match(rest)
    path = _unquoted(found[1]) if found else ""
    if name == "write" and rest.startswith("1<"):
        return Said(_content(rest).decode())
    if not path.startswith(str(folder)):
        return None
    if name == "pwrite64":
        return Write(path, int(re.search(r", (\d+)(?:\)| <unfinished)", rest)[1]), _content(rest))
    if name == "ftruncate":
        return Cut(path, int(re.search(r", (\d+)", rest)[1]))
    return Sync(path) if name in {"fdatasync", "fsync"} else None


def _content(rest):
    found = _BYTES.search(rest)
    if found[2]:
        raise ValueError("strace cut the bytes off")
    return _plain(found[1])


def _unquoted(path):
    return _plain(path).decode() if path.startswith("\\x") else path


def _plain(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


def states(all_acts, start, count, seed):
    """Yield what may be on the disk after a cut at a random act, and the lines that were said before it.

    `start` holds the files as they stood, synced, before the first act.
    """
    chance = random.Random(seed)
    done = list(all_acts)
    first = next(number for number, act in enumerate(done) if isinstance(act, Said))
    for _ in range(count):
        end = chance.randrange(first + 1, len(done) + 1)
        files = {path: File(bytearray(content)) for path, content in start.items()}
        said = []
        for act in done[:end]:
            _apply(act, files, said)
        yield {Path(path).name: _left(file, chance) for path, file in files.items()}, said


def _apply(act, files, said):
    if isinstance(act, Said):
        said.append(act.line)
        return
    file = files.setdefault(act.path, File(bytearray()))
    if isinstance(act, Sync):
        for each in file.unsynced:
            _put(each, file.content)
        file.unsynced.clear()
    else:
        file.unsynced.append(act)


def _left(file, chance):
    """Return what a cut leaves of a file: all of what was synced, some sectors of what was not."""
    content = bytearray(file.content)
    share = chance.choice([0.0, 0.2, 0.5, 0.8, 1.0])
    for act in file.unsynced:
        if isinstance(act, Cut):
            if chance.random() < share:
                _put(act, content)
            continue
        for at in range(0, len(act.content), SECTOR):
            if chance.random() < share:
                _put(Write(act.path, act.offset + at, act.content[at : at + SECTOR]), content)
    return bytes(content)


def _put(act, content):
    if isinstance(act, Cut):
        del content[act.size :]
        content.extend(bytes(act.size - len(content)))
        return
    end = act.offset + len(act.content)
    content.extend(bytes(max(0, end - len(content))))
    content[act.offset : end] = act.content
