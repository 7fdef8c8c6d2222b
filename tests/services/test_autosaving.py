import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.services.autosaving import (
    IDLE_SECONDS,
    MOST_SECONDS,
    RETRY_SECONDS,
    SLOW_SECONDS,
    Autosave,
    SaveState,
)


def test_nothing_is_due_before_something_was_changed():
    autosave = Autosave()
    assert (autosave.wait(0), autosave.is_due(0), autosave.has_unsaved) == (None, False, False)
    assert autosave.state(0) is SaveState.NOTHING


def test_a_save_begins_a_moment_after_the_last_key():
    autosave = Autosave()
    autosave.changed(10)
    assert autosave.wait(10) == pytest.approx(IDLE_SECONDS)
    autosave.changed(10.3)
    assert not autosave.is_due(10.5)
    assert autosave.is_due(10.3 + IDLE_SECONDS)


def test_one_who_never_stops_typing_is_saved_all_the_same():
    autosave = Autosave()
    for tenth in range(11):
        autosave.changed(5 + tenth / 10)
    assert autosave.is_due(5 + MOST_SECONDS)


def test_what_is_saved_is_called_so_only_after_the_acknowledgement():
    autosave = Autosave()
    autosave.changed(0)
    assert autosave.state(0) is SaveState.WAITING
    autosave.began(1)
    assert (autosave.state(1), autosave.wait(1), autosave.has_unsaved) == (SaveState.WAITING, None, True)
    autosave.acknowledged()
    assert (autosave.state(2), autosave.has_unsaved) == (SaveState.SAVED, False)


def test_what_was_typed_during_a_save_is_not_called_saved_with_it():
    autosave = Autosave()
    autosave.changed(0)
    autosave.began(1)
    autosave.changed(1.1)
    autosave.acknowledged()
    assert autosave.state(1.2) is SaveState.WAITING
    assert autosave.is_due(1.1 + IDLE_SECONDS)


def test_an_acknowledgement_that_does_not_come_is_told():
    autosave = Autosave()
    autosave.changed(0)
    autosave.began(0.4)
    assert autosave.state(SLOW_SECONDS - 0.1) is SaveState.WAITING
    assert autosave.state(SLOW_SECONDS) is SaveState.SLOW
    autosave.acknowledged()
    autosave.changed(10)
    assert autosave.state(10 + SLOW_SECONDS - 0.1) is SaveState.WAITING


def test_a_failure_is_told_until_a_save_succeeds_and_tried_again():
    autosave = Autosave()
    autosave.changed(0)
    autosave.began(0.4)
    autosave.failed(0.5)
    assert (autosave.state(0.6), autosave.has_unsaved) == (SaveState.FAILED, True)
    assert not autosave.is_due(0.5 + RETRY_SECONDS - 0.1)
    autosave.changed(4)
    assert autosave.state(4) is SaveState.FAILED
    assert autosave.is_due(0.5 + RETRY_SECONDS)
    autosave.began(6)
    assert autosave.state(6) is SaveState.FAILED
    autosave.acknowledged()
    assert autosave.state(7) is SaveState.SAVED


@given(st.lists(st.sampled_from(["changed", "began", "acknowledged", "failed"]), max_size=40))
def test_saved_is_never_said_of_words_that_are_not(steps):
    autosave, unsaved, flying, now = Autosave(), False, False, 0.0
    for step in steps:
        now += 0.1
        if step == "changed":
            autosave.changed(now)
            unsaved = True
        elif step == "began" and unsaved and not flying:
            autosave.began(now)
            unsaved, flying = False, True
        elif step == "acknowledged" and flying:
            autosave.acknowledged()
            flying = False
        elif step == "failed" and flying:
            autosave.failed(now)
            unsaved, flying = True, False
        assert autosave.has_unsaved == (unsaved or flying)
        if unsaved or flying:
            assert autosave.state(now) not in {SaveState.SAVED, SaveState.NOTHING}
