"""After a power cut every acknowledged word is there: disk states are rebuilt from what a run wrote and synced.

    .venv/bin/python -m pytest -m long tests/store/test_power_cut.py

looks at 500 states of each of 4 runs; the default suite at 60 of one. A SIGKILL does not try this: what the system has
taken over survives the program.
"""

import shutil
import subprocess
import sys
from contextlib import closing

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.changes import Revision
from testimony_app.store.database import open_database, quick_check
from testimony_app.store.drafts import DraftStore
from tests.store.disk_states import WORDS, Said, Write, acts, states

DRAFT = "11111111-1111-4111-8111-111111111111"
SAVES = 60
RUN = """
import sys
from pathlib import Path
from testimony_app.store import changes, database
from testimony_app.store.drafts import DraftStore
from tests.store.test_power_cut import revision
if sys.argv[2] == "OFF":
    safe = database.connect
    def connect(path, key):
        connection = safe(path, key)
        connection.execute("PRAGMA synchronous = OFF")
        return connection
    changes.connect = connect
store = DraftStore(Path(sys.argv[1]), bytes.decode)
for base in range(1, int(sys.argv[3]) + 1):
    store.save(revision(base, int(sys.argv[4])))
    sys.stdout.write(f"{base + 1}\\n")
    sys.stdout.flush()
    if base % 20 == 0:
        store.bring_in()
    if base % 15 == 0:
        store.search("heron", 5)
store.close()
"""


def words_of(rev, seed):
    return f"Version {rev}. " + f"A heron stood by the bridge {rev * seed}. " * (3 + rev * seed * 37 % 400)


def revision(base, seed):
    words = words_of(base + 1, seed)
    return Revision(DRAFT, base, words.encode(), words, "Title", "", 0, "en", "typing")


def recorded(strace, folder, synchronous="FULL", seed=1):
    """Make a database, let a run save into it, and return what it did, and the files as they stood before."""
    data = folder / "data"
    path = data / "testimony.db"
    with closing(DraftStore(path, bytes.decode)) as store:
        store.save(revision(0, seed))
    start = {str(each): each.read_bytes() for each in data.iterdir() if each.name == path.name}
    log = folder / "log"
    command = [strace, *WORDS, "-o", str(log), sys.executable, "-c", RUN, str(path), synchronous, str(SAVES), str(seed)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    done = list(acts(log.read_text(), data))
    assert sum(isinstance(act, Said) for act in done) == SAVES
    assert sum(isinstance(act, Write) for act in done) > SAVES
    return done, start


def lost(files, said, folder, seed):
    """Put a state on the disk, open it, and return how many acknowledged versions are not there as they were saved."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    acknowledged = max(int(line) for line in said)
    try:
        connection = open_database(folder / "testimony.db")
    except PersonError:
        return acknowledged
    with closing(connection):
        assert quick_check(connection)
        (head,) = connection.execute("SELECT head_rev FROM draft").fetchone()
        kept = connection.execute("SELECT rev, text FROM revision ORDER BY rev").fetchall()
    assert kept == [(rev, words_of(rev, seed)) for rev in range(1, head + 1)]
    return max(0, acknowledged - head)


def test_no_acknowledged_word_is_lost_in_a_power_cut(strace, tmp_path):
    done, start = recorded(strace, tmp_path)
    assert sum(lost(files, said, tmp_path / "state", 1) for files, said in states(done, start, 60, 7)) == 0


def test_the_same_states_show_the_loss_where_nothing_is_synced(strace, tmp_path):
    done, start = recorded(strace, tmp_path, "OFF")
    assert sum(lost(files, said, tmp_path / "state", 1) for files, said in states(done, start, 30, 7)) > 0


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_no_acknowledged_word_is_lost_in_many_power_cuts(strace, tmp_path, seed):
    done, start = recorded(strace, tmp_path, seed=seed)
    assert sum(lost(files, said, tmp_path / "state", seed) for files, said in states(done, start, 500, seed)) == 0
