"""Every single failing sync (EIO, made by strace) while a database is made or written: told, and never half a file."""

import os
import subprocess
import sys
from contextlib import closing

import pytest

from testimony_app.store.database import open_database

MAKE_AND_SAVE = """
import sys
from pathlib import Path
from testimony_app.domain.errors import TestimonyError
from testimony_app.store.changes import Revision
from testimony_app.store.drafts import DraftStore
store = DraftStore(Path(sys.argv[1]), bytes.decode)
rev = 0
for _ in range(8):
    try:
        rev = store.save(Revision("a", rev, b"words", "words", "", "", 0, "en", "typing")).rev
    except TestimonyError as error:
        print(error.code, flush=True)
    else:
        print(rev, flush=True)
"""


@pytest.mark.parametrize("number", range(1, 16))
@pytest.mark.parametrize("call", ["fdatasync", "fsync"])
def test_a_failing_sync_is_told_and_leaves_a_whole_database_or_none(strace, tmp_path, call, number):
    path = tmp_path / "data" / "testimony.db"
    fault = f"inject={call}:error=EIO:when={number}"
    command = [strace, "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", fault]
    told = subprocess.run(
        [*command, sys.executable, "-c", MAKE_AND_SAVE, str(path)], capture_output=True, text=True, check=False
    )
    assert told.stderr == ""
    lines = told.stdout.split()
    assert set(lines) - set("12345678") <= {"store_disk_error"}
    acknowledged = max((int(line) for line in lines if line.isdecimal()), default=0)
    assert acknowledged >= 6
    with closing(open_database(path)) as connection:
        assert connection.execute("SELECT head_rev FROM draft").fetchone()[0] >= acknowledged
