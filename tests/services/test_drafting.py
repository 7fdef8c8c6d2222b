from concurrent.futures import Future
from dataclasses import replace

import pytest

from testimony_app.domain.draft import Matter, OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.testimony_file.testimony_format import MOST_OWN_NEXT

CAMPAIGN = "minneapolis-facial-recognition"


def asked(opened, text):
    return replace(opened, draft=replace(opened.draft, ask=OwnAsk(text)))


def texts(program):
    return {program.drafting.stored_text(row.id).splitlines()[2] for row in program.drafting.page(9)}


def test_a_new_draft_starts_blank_or_with_the_campaigns_default_ask(program):
    blank = program.drafting.start("en")
    assert (blank.rev, blank.draft.campaign, blank.draft.ask) == (0, "", None)
    started = program.drafting.start("en", CAMPAIGN)
    assert (started.draft.campaign, started.draft.ask) == (CAMPAIGN, "keep-and-enforce")
    assert started.draft.id != blank.draft.id
    assert program.drafting.page(9) == ()


def test_a_save_moves_on_from_the_version_before(program):
    first = program.drafting.save(program.drafting.start("en"), "typing")
    second = program.drafting.save(asked(first, "Please listen."), "typing")
    assert (first.rev, second.rev) == (1, 2)
    assert program.drafting.open(first.draft.id) == second


def test_a_draft_is_listed_under_the_title_its_document_carries(program):
    opened = program.drafting.start("en")
    titled = replace(opened.draft, matter=Matter("Cameras on Lake Street"), ask=OwnAsk("Please wait."))
    program.drafting.save(replace(opened, draft=titled), "typing")
    assert [row.title for row in program.drafting.page(9)] == ["Cameras on Lake Street"]


def test_of_two_who_change_one_version_both_are_kept(program):
    opened = program.drafting.save(asked(program.drafting.start("en"), "Please wait."), "typing")
    here = program.drafting.save(asked(opened, "Please listen."), "typing")
    there = program.drafting.save(asked(opened, "Please act."), "typing")
    assert (here.draft.id, here.rev) == (opened.draft.id, 2)
    assert there.draft.id != opened.draft.id
    assert program.drafting.open(there.draft.id) == there
    assert texts(program) == {"Please listen.", "Please act."}


def test_another_trouble_of_a_save_is_told(program, monkeypatch):
    def full(_store, _revision):
        future = Future()
        future.set_exception(PersonError("disk_full", path="x"))
        return future

    monkeypatch.setattr("testimony_app.store.drafts.DraftStore.save_later", full)
    with pytest.raises(PersonError) as error:
        program.drafting.save(program.drafting.start("en"), "typing")
    assert error.value.code == "disk_full"


def test_a_deleted_draft_can_be_brought_back(program):
    opened = program.drafting.save(program.drafting.start("en"), "typing")
    program.drafting.delete(opened.draft.id)
    assert program.drafting.page(9) == ()
    program.drafting.bring_back(opened.draft.id)
    assert [row.id for row in program.drafting.page(9)] == [opened.draft.id]


@pytest.mark.parametrize(
    "draft",
    [
        lambda draft: replace(draft, ask=OwnAsk("word " * 1_700_000)),
        lambda draft: replace(draft, own_next=MOST_OWN_NEXT),
    ],
    ids=["more-than-a-file-may-hold", "a-high-number"],
)
def test_what_was_saved_opens_again_whatever_its_size(program, draft):
    started = program.drafting.start("en")
    saved = program.drafting.save(replace(started, draft=draft(started.draft)), "typing")
    assert program.drafting.open(saved.draft.id) == saved


def test_a_damaged_draft_does_not_hide_the_others_from_a_search(program):
    lost = program.drafting.save(asked(program.drafting.start("en"), "Please listen to the river."), "typing")
    kept = program.drafting.save(asked(program.drafting.start("en"), "Please listen to the lake."), "typing")
    damage(program, lost.draft.id)
    assert [row.id for row in program.drafting.find("listen", 9)] == [kept.draft.id]
    assert {row.id for row in program.drafting.page(9)} == {lost.draft.id, kept.draft.id}
    assert "river" in program.drafting.stored_text(lost.draft.id)
    with pytest.raises(PersonError) as error:
        program.drafting.open(lost.draft.id)
    assert error.value.code == "draft_damaged"


def damage(program, draft_id):
    def overwrite(connection):
        connection.execute("UPDATE revision SET answers_json = x'7b' WHERE draft_id = ?", (draft_id,))

    program.drafting._store.write(overwrite)
