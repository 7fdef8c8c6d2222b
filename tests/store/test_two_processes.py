"""Two processes have a database open: neither takes away the log in which the other's words are."""

import shutil
import subprocess
import sys
from contextlib import closing

from testimony_app.store.database import open_database
from testimony_app.store.drafts import DraftStore

OTHER = """
import sys
from pathlib import Path
from testimony_app.store.drafts import DraftStore
store = DraftStore(Path(sys.argv[1]), bytes.decode)
store.delete(sys.argv[2])
store.close()
"""


def by_another(path, draft_id):
    subprocess.run([sys.executable, "-c", OTHER, str(path), draft_id], check=True, timeout=50)


def test_what_is_saved_after_the_database_was_opened_twice_outlives_another_process(store, path, revision, tmp_path):
    store.save(revision("a"))
    store.save(revision("b"))
    with closing(open_database(path)):
        pass  # as for a backup; to close a file lets go of the locks a process has on it
    by_another(path, "b")
    store.save(revision("a", 1, "words that come later"))
    shutil.copytree(path.parent, tmp_path / "killed")  # what is there if this process is killed now
    with closing(DraftStore(tmp_path / "killed" / path.name, bytes.decode)) as left:
        assert left.text("a") == "words that come later"
