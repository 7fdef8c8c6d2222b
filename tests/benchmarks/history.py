"""How long it takes to list 5,000 versions of a testimony, and to open the page that shows them.

    xvfb-run -a .venv/bin/python -m tests.benchmarks.history

The floor reads number, time and reason of every version and nothing else; floor and list take turns. Each of the
versions holds some 600 words. The page counts as open when it is painted with the newest difference in it.
"""

import sqlite3
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from testimony_app.domain.draft import OwnAsk
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.ui.application import dress
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.personal import PersonalWindow
from tests.benchmarks.report import Row, told

VERSIONS, WORDS, ROUNDS = 5000, 600, 15
MOST_MILLISECONDS = 100.0
GOAL = "Earlier versions"


def fill(program):
    """Save one testimony and give it 5,000 versions, each a little different. Return its id."""
    opened = program.drafting.start("en")
    text = "I wait at the bus stop under the camera every day. " * (WORDS // 11)
    for number in range(2):
        opened = replace(opened, draft=replace(opened.draft, ask=OwnAsk(f"{text}{number}")))
        opened = program.drafting.save(opened, "typing")

    def multiply(connection):
        answers, words, sha256 = connection.execute(
            "SELECT answers_json, text, sha256 FROM revision WHERE rev = 1"
        ).fetchone()
        rows = [
            (
                opened.draft.id,
                rev,
                f"2026-11-{1 + rev // 250:02d}T10:{rev % 60:02d}:00Z",
                "typing",
                answers,
                words,
                sha256,
            )
            for rev in range(3, VERSIONS)
        ]
        connection.executemany("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute(
            "INSERT INTO revision SELECT draft_id, ?, saved_utc, reason, answers_json, text, sha256 FROM revision "
            "WHERE rev = 2",
            (VERSIONS,),
        )
        connection.execute("UPDATE draft SET head_rev = ?", (VERSIONS,))

    program._store.write(multiply)
    return opened.draft.id


def timed(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def rows():
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    look = Look(resource_folder(), ThemeChoice.LIGHT)
    dress(application, look)
    with tempfile.TemporaryDirectory() as folder, program_in(profile_in(Path(folder))) as program:
        draft_id = fill(program)
        bare = sqlite3.connect(program.folders.database)
        query = "SELECT rev, saved_utc, reason FROM revision WHERE draft_id = ? ORDER BY rev DESC"
        window = PersonalWindow(look, program, Dialogs())
        window.show()
        window._on_opened(program.drafting.open(draft_id))
        application.processEvents()

        def show_page():
            window.keeping.show_versions()
            window.grab()

        taken = {"floor": [], "list": [], "page": []}
        for number in range(ROUNDS + 1):
            for name, work in (
                ("floor", lambda: bare.execute(query, (draft_id,)).fetchall()),
                ("list", lambda: program.history.versions(draft_id)),
                ("page", show_page),
            ):
                milliseconds = timed(work)
                if number or name == "page":
                    taken[name].append(milliseconds)
            window._asides.go_back()
            application.processEvents()
        bare.close()
        window.navigator.close()
        window.upkeep.finish()
    first, *rest = taken["page"]
    floor = median(taken["floor"])
    listed = median(taken["list"])
    beside = f"number, time and reason {floor:.1f} ms"
    yield Row(GOAL, f"list of {VERSIONS:,} versions", listed, "ms", beside, listed / floor)
    yield Row(GOAL, "the page, opened the first time", first, "ms", wanted=MOST_MILLISECONDS)
    yield Row(GOAL, "the page, opened again", median(rest), "ms", wanted=MOST_MILLISECONDS)


if __name__ == "__main__":
    sys.exit(told(rows()))
