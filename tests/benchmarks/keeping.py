"""What keeping costs: a save beside a bare commit, and Home, search and saving with 10,000 testimonies beside 100.

    .venv/bin/python -m tests.benchmarks.keeping

The floor of a save is one row of the same bytes in a database of its own, write-ahead log, full sync. The two take
turns, so that a busy disk slows both. The full-text index is outside the save and is brought up to date by a search.

The floor of a locked save is the same save where nothing is locked, and so is that of opening a locked profile.
"""

import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from testimony_app.domain.errors import TestimonyError
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.sealing.key_file import new_key
from testimony_app.settings.folders import profile_in
from testimony_app.store.changes import Revision
from testimony_app.store.drafts import DraftStore
from tests.benchmarks.report import Row, not_run, told

SAVES, ROUNDS, FEW, MANY, PAGE = 2000, 50, 100, 10_000, 31
DRAFT_BYTES = 10_000
MOST_P50, MOST_P99, MOST_TIMES, MOST_SEARCH, MOST_LOCKED = 1.2, 1.5, 1.2, 30.0, 2.0


GOAL = "Keeping"


def rows():
    yield from saving()
    yield from many()
    try:
        yield from [*locked(), *opening()]
    except TestimonyError as error:
        yield not_run(GOAL, "locked", f"this computer has no lock ({error.code})")


def locked():
    """Save one draft again and again in a locked store, in turns with one that is not."""
    words = ("A heron stood by the bridge. " * 400)[:DRAFT_BYTES].encode()
    with tempfile.TemporaryDirectory() as folder:
        key = new_key()
        stores = {
            "locked": DraftStore(Path(folder) / "locked" / "testimony.db", bytes.decode, lambda: key),
            "plain": DraftStore(Path(folder) / "plain" / "testimony.db", bytes.decode),
        }
        seconds, revs = {name: [] for name in stores}, dict.fromkeys(stores, 0)
        for number in range(SAVES):
            answers = words[:-4] + b"%04d" % number
            for name, store in stores.items():
                revision = Revision("a", revs[name], answers, answers.decode(), "Title", "", 0, "en", "typing")
                start = time.perf_counter()
                revs[name] = store.save(revision).rev
                seconds[name].append(time.perf_counter() - start)
        for store in stores.values():
            store.close()
    for name, of in (("p50", median), ("p99", p99)):
        ours, least = of(seconds["locked"]), of(seconds["plain"])
        yield Row(
            GOAL, f"a locked save of {DRAFT_BYTES // 1000} kB, {name}", ours * 1000, "ms",
            f"plain save {least * 1000:.2f} ms", ours / least, MOST_LOCKED,
        )  # fmt: skip


def opening():
    """Open a locked profile with its key and read its first page, in turns with one that is not locked."""
    with tempfile.TemporaryDirectory() as folder:
        key = new_key()
        paths = {name: Path(folder) / name / "testimony.db" for name in ("locked", "plain")}
        keys = {"locked": key, "plain": None}
        for name, path in paths.items():
            store = DraftStore(path, bytes.decode, lambda name=name: keys[name])
            for number in range(FEW):
                store.save(Revision(f"d{number}", 0, b"words" * 400, "words " * 400, "Title", "", 0, "en", "typing"))
            store.close()
        seconds = {name: [] for name in paths}
        for _ in range(ROUNDS):
            for name, path in paths.items():
                start = time.perf_counter()
                store = DraftStore(path, bytes.decode, lambda name=name: keys[name])
                store.page(PAGE)
                seconds[name].append(time.perf_counter() - start)
                store.close()
        ours, least = median(seconds["locked"]), median(seconds["plain"])
        yield Row(
            GOAL, f"{FEW} locked testimonies opened", ours * 1000, "ms", f"plain {least * 1000:.2f} ms", ours / least
        )


def saving():
    """Save one draft again and again in turns with the floor: waited for, and handed over as typing does."""
    words = ("A heron stood by the bridge. " * 400)[:DRAFT_BYTES].encode()
    with tempfile.TemporaryDirectory() as folder:
        floor = sqlite3.connect(Path(folder) / "floor.db", isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            floor.execute(f"PRAGMA {pragma}")
        floor.execute("CREATE TABLE revision (id INTEGER PRIMARY KEY, answers BLOB, text TEXT)")
        waited, handed = (
            DraftStore(Path(folder) / name / "testimony.db", bytes.decode) for name in ("waited", "handed")
        )
        ways = {"a save": waited.save, "a save by another thread": lambda new: handed.save_later(new).result()}
        seconds, revs, least = {way: [] for way in ways}, dict.fromkeys(ways, 0), []
        for number in range(SAVES + 1):
            answers = words[:-4] + b"%04d" % number
            text = answers.decode()
            start = time.perf_counter()
            floor.execute("INSERT INTO revision (answers, text) VALUES (?, ?)", (answers, text))
            least.append(time.perf_counter() - start)
            for way, save_it in ways.items():
                start = time.perf_counter()
                revs[way] = save_it(Revision("a", revs[way], answers, text, "Title", "", 0, "en", "typing")).rev
                seconds[way].append(time.perf_counter() - start)
        for each in (waited, handed, floor):
            each.close()
    for way, theirs in seconds.items():
        for name, of, most in (("p50", median, MOST_P50), ("p99", p99, MOST_P99)):
            ours, floor_seconds = of(theirs[1:]), of(least[1:])
            yield Row(
                GOAL, f"{way} of {DRAFT_BYTES // 1000} kB, {name}", ours * 1000, "ms",
                f"bare commit {floor_seconds * 1000:.2f} ms", ours / floor_seconds, most,
            )  # fmt: skip


def many():
    """Look at profiles with few and with many testimonies in turns."""
    with tempfile.TemporaryDirectory() as folder:
        profiles = {count: Path(folder) / str(count) for count in (FEW, MANY)}
        for count, profile in profiles.items():
            fill(profile, count)
        for what, look in (("Home's first page", page), ("one more testimony saved", save)):
            seconds = {count: [] for count in profiles}
            for _ in range(ROUNDS):
                for count, profile in profiles.items():
                    with program_in(profile_in(profile)) as program:
                        program.drafting.page(1)
                        start = time.perf_counter()
                        look(program)
                        seconds[count].append(time.perf_counter() - start)
            times = median(more / less for more, less in zip(seconds[MANY], seconds[FEW], strict=True))
            yield Row(
                GOAL, f"{what}, {MANY:,} testimonies", median(seconds[MANY]) * 1000, "ms",
                f"with {FEW}: {median(seconds[FEW]) * 1000:.2f} ms", times, MOST_TIMES,
            )  # fmt: skip
        with program_in(profile_in(profiles[MANY])) as program:
            for words in ("heron", "store guard", "wo"):
                program.drafting.find(words, PAGE)
                seconds = [timed(lambda words=words: program.drafting.find(words, PAGE)) for _ in range(ROUNDS)]
                yield Row(
                    GOAL, f"search for “{words}” in {MANY:,}", median(seconds) * 1000, "ms", wanted=MOST_SEARCH
                )  # fmt: skip


def fill(profile, count):
    with program_in(profile_in(profile)) as program:
        (imported,) = program.importing.take_in([resource_folder() / "example.testimony.json"])
        opened = program.drafting.open(imported.draft_id)
        for number in range(count - 1):
            rare = " heron" if number % 500 == 0 else ""
            program.drafting.save(program.drafting.copy_of(opened, f"Testimony {number}{rare}"), "copy")
        program.drafting.find("heron", 1)


def page(program):
    if not program.drafting.page(PAGE):
        raise ValueError("the page is empty")


def save(program):
    program.drafting.save(program.drafting.start("en"), "typing")


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def p99(values):
    return quantiles(values, n=100)[98]


if __name__ == "__main__":
    sys.exit(told(rows()))
