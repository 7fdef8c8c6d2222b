"""Saves, backs up and writes files, in a process whose disk fails now and then, and tells what was acknowledged.

    python -m tests.store.writing_child FOLDER ROUNDS

Each line is what was done and what came of it: a number where it was acknowledged, else the code of the error.
"""

import os
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from testimony_app.domain.errors import TestimonyError
from testimony_app.files.atomic import write_file
from testimony_app.store.backup_files import BY_HAND, back_up
from testimony_app.store.changes import Revision
from testimony_app.store.database import BACKUPS, open_database
from testimony_app.store.drafts import DraftStore

SAVES = 3
"""So many saves before each backup and each file."""


def main(folder, rounds):
    database = Path(folder) / "data" / "testimony.db"
    store = DraftStore(database, bytes.decode)
    rev = 0

    def save():
        nonlocal rev
        rev = store.save(Revision("a", rev, b"words", "words", "", "", 0, "en", "typing")).rev
        return rev

    def make_backup():
        with closing(open_database(database)) as connection:
            return back_up(connection, database.parent / BACKUPS, BY_HAND, datetime.now(UTC)).number

    for number in range(1, int(rounds) + 1):
        for _ in range(SAVES):
            tell("saved", save)
        tell("backup", make_backup)
        tell("file", lambda number=number: write_out(Path(folder) / f"{number}.txt", number))
    try:
        store.close()
    except TestimonyError as error:
        say("closed", error.code)


def write_out(path, number):
    write_file(path, content_of(number), replace=False)
    return number


def content_of(number):
    return f"{number}\n".encode() * 1000


def tell(what, work):
    try:
        say(what, work())
    except TestimonyError as error:
        say(what, error.code)


def say(what, result):
    os.write(1, f"{what} {result}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
