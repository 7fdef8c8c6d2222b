"""Killing the window while somebody types, and what came of it."""

import random
import subprocess
import sys
import time
from dataclasses import replace
from statistics import quantiles
from threading import Timer
from typing import NamedTuple

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.store.health import database_health
from testimony_app.store.place import Place
from tests.ui.story_words import WORDS, story_of

SHORTEST, LONGEST = 200, 20_000
"""How long the stories are that somebody goes on writing, in words."""

SOONEST, LATEST = 0.02, 2.0
"""When the window is killed, in seconds after the first word."""

_MOST_SECONDS = 120


class Kill(NamedTuple):
    """What one kill left. Times are in seconds; `unsaved` is the age of the oldest word that was lost."""

    language: str
    words: int
    after: float
    acknowledged: int
    kept: int
    unsaved: float
    reopened: float
    distance: int
    asked: int

    @property
    def lost(self):
        """How many words are gone that were called saved."""
        return max(0, self.acknowledged - self.kept)


def kill_a_typist(profile, after, *how):
    """Let somebody type for so many seconds, kill the window, return the lines it said and when it was started."""
    started = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typist", str(profile), *how], stdout=subprocess.PIPE, text=True
    )
    timer = Timer(_MOST_SECONDS, child.kill)
    timer.start()
    said = []
    for line in child.stdout:
        said.append(line.split())
        if line.startswith("typed"):
            break
    timer.cancel()
    assert said
    assert said[-1][0] == "typed"
    timer = Timer(after, child.kill)
    timer.start()
    said += [line.split() for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    timer.join()
    killed = time.monotonic()
    child.wait()
    child.stdout.close()
    return started, killed, said


def begin_story(profile, language, count):
    """Save a story of so many words, as somebody left it."""
    with program_in(profile_in(profile)) as program:
        opened = program.drafting.start("en")
        draft = replace(opened.draft, language=language).add_own_point("Mine")
        point = replace(draft.points[0], story=story_of(language, count))
        opened = replace(opened, draft=draft.change_point(point), place=Place("story", point.id))
        program.drafting.save(opened, "typing")


def kills_of_a_story(profile, language, count, kills, generator, *how):
    """Yield what each kill left of one story, by what the window shows when it is opened again."""
    begin_story(profile, language, count)
    before = None
    for number in range(kills + 1):
        after = generator.uniform(SOONEST, LATEST)
        started, killed, said = kill_a_typist(profile, after if number < kills else 0.0, *how)
        opened = next(line for line in said if line[0] == "opened")
        if before is not None:
            yield _found(before, opened, started, sum(line[0] == "asked" for line in said))
        before = (language, count, after, killed, said)
    health = database_health(profile_in(profile).database)
    assert health is not None
    assert health.drafts == 1


def _found(before, opened, started, asked):
    language, count, after, killed, said = before
    kept = int(opened[2])
    acknowledged = max((int(line[2]) for line in said if line[0] in {"saved", "opened"}), default=0)
    lost = [float(line[1]) for line in said if line[0] == "typed" and int(line[2]) > kept]
    return Kill(
        language, count, after, acknowledged, kept, killed - min(lost) if lost else 0.0,
        float(opened[1]) - started, int(opened[3]), asked,
    )  # fmt: skip


def many_kills(folder, kills, of_a_story, seed, *how):
    """Yield what so many kills left, so many of each story, of stories in four languages and of every length."""
    generator = random.Random(seed)
    for story in range(-(-kills // of_a_story)):
        language = sorted(WORDS)[story % len(WORDS)]
        count = round(SHORTEST * (LONGEST / SHORTEST) ** generator.random())
        here = min(of_a_story, kills - story * of_a_story)
        yield from kills_of_a_story(folder / str(story), language, count, here, generator, *how)


def summary(found):
    """Return what came of many kills, for people."""
    unsaved = [each.unsaved for each in found]
    reopened = [each.reopened for each in found]
    return (
        f"{len(found)} kills, {len({each.language for each in found})} languages, stories of "
        f"{min(each.words for each in found):,} to {max(each.words for each in found):,} words: "
        f"acknowledged words lost {sum(each.lost for each in found)}; "
        f"unsaved typing lost p50 {_at(unsaved, 50):.2f}, p99 {_at(unsaved, 99):.2f}, most {max(unsaved):.2f} s; "
        f"open again after p50 {_at(reopened, 50):.2f}, p99 {_at(reopened, 99):.2f}, most {max(reopened):.2f} s; "
        f"cursor at most {max(each.distance for each in found)} letters away; "
        f"questions {sum(each.asked for each in found)}"
    )


def _at(values, percent):
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]
