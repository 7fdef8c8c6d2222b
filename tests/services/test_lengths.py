import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from testimony_app.domain.draft import Delivery, OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.services.writing import Writing

JOURNEYS = sorted((Path(__file__).parent.parent / "journeys").glob("*.testimony.json"))


def saved(program, **answers):
    opened = program.drafting.start("en")
    return program.drafting.save(replace(opened, draft=replace(opened.draft, **answers)), "typing")


def length(program):
    (row,) = program.drafting.page(9)
    return program.drafting.length_of(row)


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.name)
def test_a_list_says_the_length_that_the_open_testimony_has(program, path):
    (imported,) = program.importing.take_in([path])
    opened = program.drafting.open(imported.draft_id)
    timing = Writing(program.library, opened).timing()
    counted = length(program)
    assert counted.words == timing.words
    is_written = opened.draft.delivery is Delivery.WRITTEN
    assert counted.seconds == (None if is_written else pytest.approx(timing.total_seconds))
    assert counted.is_guess is not opened.draft.language.startswith("en")


def test_what_is_in_print_only_counts_as_words_and_not_as_time(program):
    ask = OwnAsk("Please put the bench back at my bus stop.")
    saved(program, ask=ask, silent=("thanks", "opening"))
    counted = length(program)
    assert (counted.words, counted.seconds) == (15, pytest.approx(9 * 60 / 130))


def test_what_is_only_written_has_no_time(program):
    saved(program, ask=OwnAsk("Please wait."), delivery=Delivery.WRITTEN)
    assert length(program).seconds is None


def test_answers_that_are_damaged_have_no_length(program):
    saved(program, ask=OwnAsk("Please wait."))
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        database.execute("UPDATE revision SET answers_json = CAST('{\"delivery\": 1' AS BLOB)")
    with pytest.raises(PersonError) as refused:
        length(program)
    assert refused.value.code == "draft_damaged"
