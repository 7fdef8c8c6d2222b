"""How long the outbox takes to open and to list its first page, with 100,000 finished entries beside 100.

    .venv/bin/python -m tests.benchmarks.outbox_list

Each round opens both profiles anew, one after the other; the ratio is the median of the rounds'.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from uuid import uuid4

from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.services.sending import SHOWN_ORDER
from testimony_app.settings.folders import profile_in
from tests.benchmarks.report import Row, told
from tests.services.outbox_scenes import DRAFT, UTC_NOW, Scene

FEW, MANY, ROUNDS, PAGE = 100, 100_000, 25, 50
MOST_TIMES = 1.2
GOAL = "Outbox"


def rows():
    with tempfile.TemporaryDirectory() as folder:
        profiles = {count: Path(folder) / str(count) for count in (FEW, MANY)}
        for count, profile in profiles.items():
            fill(profile, count)
        seconds = {count: [] for count in profiles}
        for number in range(ROUNDS + 1):
            for count, profile in profiles.items():
                taken = listed(profile)
                if number:
                    seconds[count].append(taken)
    times = median(many / few for many, few in zip(seconds[MANY], seconds[FEW], strict=True))
    beside = f"with {FEW}: {median(seconds[FEW]) * 1000:.2f} ms"
    yield Row(
        GOAL, f"opened and listed, {MANY:,} finished entries", median(seconds[MANY]) * 1000, "ms", beside, times,
        MOST_TIMES,
    )  # fmt: skip


def fill(profile, count):
    """Put accepted submissions into a profile, with the text of each."""
    with program_in(profile_in(profile)) as program:
        program.importing.take_in([resource_folder() / "example.testimony.json"])
    data = profile / "data"
    scene = Scene(data)
    scene.save_draft()
    scene.queue()
    body = b"x" * 2000

    def add(connection):
        (consent,) = connection.execute("SELECT id FROM consent").fetchone()
        for number in range(count):
            name = str(uuid4())
            connection.execute(
                "INSERT INTO submission (id, draft_id, rev, reference, title, channel, channel_kind, channel_title, "
                "channel_sha256, recipients_json, message_id, content_sha256, payload_sha256, consent_id, state, "
                "phase, created_utc, changed_utc) VALUES (?, ?, 1, 'T-7K3MQ2P', ?, 'clerk', 'portal', 'Clerk', x'00', "
                "'[]', ?, ?, x'00', ?, 'accepted', 'committing', ?, ?)",
                (name, DRAFT, f"Testimony {number}", name, name.encode(), consent, UTC_NOW, UTC_NOW),
            )
            connection.execute("INSERT INTO payload VALUES (?, ?, 'text/plain', '')", (name, body))

    scene.store.write(add)
    scene.close()


def listed(profile):
    """Return the seconds from nothing open to the first page."""
    start = time.perf_counter()
    with program_in(profile_in(profile)) as program:
        left = PAGE
        for states in SHOWN_ORDER:
            left -= len(program.sending.page(states, left))
        taken = time.perf_counter() - start
    if left:
        raise ValueError("the page is not full")
    return taken


if __name__ == "__main__":
    sys.exit(told(rows()))
