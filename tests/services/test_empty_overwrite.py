"""Scripted lives of a testimony: written, emptied, shut, thinned, restored. What was written last is never lost."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.main import program_in
from testimony_app.services.exporting import mint_reference
from testimony_app.settings.folders import profile_in
from testimony_app.store.references import reference_of

STEPS = 60


class Life:
    """One testimony. Time goes by as the script says, also backwards; what is saved bears the time of the script."""

    def __init__(self, folders, seed):
        self.folders = folders
        self.random = random.Random(seed)
        self.now = datetime(2026, 1, 1, tzinfo=UTC)
        self.written = ""
        self.left = {}
        self.draft_id = ""

    def run(self):
        lost = 0
        for number in range(STEPS):
            with program_in(self.folders) as program:
                for _ in range(self.random.randrange(1, 6)):
                    self.step(program, number)
                lost += not self.is_kept(program)
        return lost

    def step(self, program, number):
        self.now += timedelta(
            seconds=self.random.choice([1, 20, 70, 4000, 90_000, *[40 * 86_400] * 3, -86_400, 3650 * 86_400])
        )
        act = self.random.choice(
            [self.write, self.empty, *[self.clear] * 3, self.thin, self.thin, self.hand_out, self.undo]
        )
        if self.draft_id or act == self.write:
            act(program, number)

    def opened(self, program):
        return program.drafting.open(self.draft_id) if self.draft_id else program.drafting.start("en")

    def save(self, program, ask, reason):
        opened = self.opened(program)
        saved = program.drafting.save(replace(opened, draft=replace(opened.draft, ask=ask)), reason)
        self.draft_id = saved.draft.id
        with closing(sqlite3.connect(self.folders.database)) as connection, connection:
            stamp = self.now.isoformat(timespec="seconds")
            connection.execute("UPDATE revision SET saved_utc = ? WHERE rev = ?", (stamp, saved.rev))

    def write(self, program, number):
        text = f"Words {number}, {self.random.random()}, which are long enough to count."
        self.save(program, OwnAsk(text), "typing")
        self.written = text

    def empty(self, program, _number):
        """Something overwrites it with nothing, unasked."""
        before = self.opened(program).draft.ask
        if before is not None:
            with pytest.raises(PersonError):
                self.save(program, None, self.random.choice(["typing", "nav", "close"]))

    def clear(self, program, _number):
        self.save(program, None, "cleared")

    def thin(self, program, _number):
        program.upkeep.thin(now=self.now)

    def hand_out(self, program, _number):
        opened = self.opened(program)
        program._store.write(lambda connection: reference_of(connection, self.draft_id, opened.rev, mint_reference))
        self.left[opened.rev] = opened.draft

    def undo(self, program, _number):
        """Take the last step back in a window that was only just opened."""
        opened = self.opened(program)
        found = program.history.before(self.draft_id, opened.rev, opened.draft)
        if found is not None and found[0].ask is not None:
            self.save(program, found[0].ask, "typing")
            self.written = found[0].ask.text

    def is_kept(self, program):
        """Whether what was written last can be taken back, and each version that left the computer is as it was."""
        if not self.draft_id:
            return True
        drafts = {
            each.rev: program.history.draft_at(self.draft_id, each.rev)
            for each in program.history.versions(self.draft_id)
        }
        return any(each.ask == OwnAsk(self.written) for each in drafts.values()) and all(
            drafts.get(rev) == draft for rev, draft in self.left.items()
        )


@pytest.mark.parametrize("seed", range(5))
def test_what_was_written_last_is_never_lost(tmp_path, seed):
    assert Life(profile_in(tmp_path), seed).run() == 0


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5, 105))
def test_a_hundred_lives_lose_nothing(tmp_path, seed):
    assert Life(profile_in(tmp_path), seed).run() == 0
