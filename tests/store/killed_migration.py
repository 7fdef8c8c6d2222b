"""Kills itself inside one migration step, at points spread over all that the step does, and tells what was left.

    python -m tests.store.killed_migration BEFORE PATH NUMBER POINTS

BEFORE is a database of the schema before; it need not be there for the first step, which makes the file.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from testimony_app.store import database
from testimony_app.store.database import files_of, migrations, open_database
from testimony_app.store.sound import schema_of

EVERY = 5
"""How many instructions of SQLite's machine go by between two looks at the count."""


def counting(connect, at):
    """Return a `connect` whose connections count what they do while a step runs, and die at a count."""

    class Counted(sqlite3.Connection):
        count = 0
        is_inside = False

        def execute(self, statement, *values):
            if statement == "BEGIN IMMEDIATE":
                type(self).is_inside = True
                self.set_progress_handler(self.tick, EVERY)
            found = super().execute(statement, *values)
            if statement == "COMMIT":
                type(self).is_inside = False
                self.set_progress_handler(None, EVERY)
            return found

        def tick(self):
            type(self).count += 1
            if at is not None and type(self).count >= at:
                os.kill(os.getpid(), signal.SIGKILL)
            return 0

    def counted(path, key=None):
        connect(path, key).close()
        connection = sqlite3.connect(path, isolation_level=None, factory=Counted)
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    return Counted, counted


def lay_out(before, path):
    for each in path.parent.glob("testimony.db*"):
        each.unlink()
    shutil.rmtree(path.parent / "backups", ignore_errors=True)
    if before.exists():
        shutil.copyfile(before, path)


def run(path, number, at):
    """Migrate as far as schema `number`; return how much was counted, if it is not killed."""
    steps = migrations()[:number]
    database.migrations = lambda: steps
    connect = database.connect
    counted, database.connect = counting(connect, at)
    open_database(path).close()
    database.connect = connect
    return counted.count


def left_behind(path, number):
    """Which schema is there, and whether it can be opened and holds what it held."""
    if not path.exists():
        schema = 0
    else:
        with closing(sqlite3.connect(path)) as connection:
            schema = schema_of(connection)
    with closing(open_database(path)) as connection:
        drafts = connection.execute("SELECT count(*) FROM draft").fetchone()[0]
    return schema, "whole" if drafts == (2 if number > 1 else 0) else f"{drafts} drafts"


def main(before, path, number, points):
    lay_out(before, path)
    whole = database.migrations, run(path, number, None)
    killed = ended = 0
    left = []
    for point in range(points):
        lay_out(before, path)
        at = 1 + point * (whole[1] - 1) // points
        child = os.fork()
        if child == 0:
            run(path, number, at)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            killed += 1
        else:
            ended += 1
        left.append(left_behind(path, number))
        for each in files_of(path):
            each.unlink(missing_ok=True)
    sys.stdout.write(json.dumps({"killed": killed, "ended": ended, "left": left, "instructions": whole[1] * EVERY}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
