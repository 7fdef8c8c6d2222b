"""Backups made, listed and brought back; a restored outbox waits for a word and sends nothing twice."""

from dataclasses import replace

import pytest

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import SubmissionState as S
from testimony_app.files.lock import ProcessLock
from testimony_app.main import program_in
from testimony_app.services.backups import Stage
from testimony_app.settings.folders import profile_in
from tests.services.outbox_scenes import ACCEPTED, LOST, Scene, Sender


def write(program, text="A heron stood by the bridge.", opened=None):
    opened = opened or program.drafting.start("en")
    return program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(text))), "typing")


def text_of(program, draft_id):
    return program.drafting.open(draft_id).draft.ask.text


def refused(work):
    with pytest.raises(PersonError) as error:
        work()
    return error.value.code


def test_a_backup_tells_what_is_in_it(program):
    opened = write(program)
    deleted = write(program)
    program.drafting.delete(deleted.draft.id)
    made = program.backups.make()
    (content,) = program.backups.all()
    assert (content.backup, content.is_sound, content.count) == (made, True, 1)
    assert [each.draft_id for each in content.kept] == [opened.draft.id]


def test_the_newest_sound_one_is_brought_back_and_what_stood_there_is_backed_up_and_kept(program):
    opened = write(program, "First words.")
    made = program.backups.make()
    program.backups.make().path.write_bytes(b"nonsense")
    changed = write(program, "Second words.", opened)
    done = program.backups.bring_back()
    assert text_of(program, opened.draft.id) == "First words."
    assert done.drafts == 1
    assert ".replaced-" in done.aside.name
    assert program.backups.aside() == (done.aside,)
    before = next(each for each in program.backups.all() if each.backup.reason == "restore")
    assert before.backup.number > made.number
    program.backups.bring_back(before.backup.path.name)
    assert text_of(program, changed.draft.id) == "Second words."


def test_one_is_chosen_by_name_or_number(program):
    opened = write(program, "First words.")
    first = program.backups.make()
    write(program, "Second words.", opened)
    program.backups.make()
    program.backups.bring_back(str(first.number))
    assert text_of(program, opened.draft.id) == "First words."
    assert refused(lambda: program.backups.bring_back("99")) == "backup_not_found"


def test_without_a_backup_nothing_is_changed(program):
    opened = write(program)
    assert refused(program.backups.bring_back) == "backup_none"
    assert text_of(program, opened.draft.id)
    program.backups.make().path.write_bytes(b"nonsense")
    assert refused(program.backups.bring_back) == "backup_none"
    assert refused(lambda: program.backups.bring_back("1")) == "backup_not_sound"
    assert text_of(program, opened.draft.id)
    assert program.backups.aside() == ()


@pytest.mark.parametrize(("lock", "code"), [("window.lock", "store_in_use"), ("outbox.lock", "store_sending")])
def test_what_is_open_elsewhere_is_not_replaced(program, lock, code):
    write(program)
    program.backups.make()
    held = ProcessLock(program.folders.data / lock)
    assert held.take()
    try:
        assert refused(program.backups.bring_back) == code
    finally:
        held.let_go()
    program.backups.bring_back()


def test_nothing_left_anywhere_is_said_and_a_new_start_is_an_act_of_its_own(program):
    program.folders.data.mkdir(parents=True)
    program.folders.database.write_bytes(b"nonsense" * 1000)
    rescue = program.backups.rescue()
    assert (rescue.error.code, rescue.best, rescue.salvaged) == ("store_damaged", None, ())
    assert refused(lambda: program.backups.bring_back(with_salvage=True)) == "nothing_salvaged"
    done = program.backups.start_empty()
    assert done.aside.read_bytes() == b"nonsense" * 1000
    assert program.drafting.page(9) == ()
    assert write(program).rev == 1


def test_a_stop_between_the_two_names_is_no_first_start(program):
    write(program)
    program.backups.make()
    database = program.folders.database
    program.close()
    database.rename(database.with_name("testimony.db.damaged-20261125T120000Z"))
    (program.backups.folder / program.backups.all()[0].backup.path.name).unlink()
    with program_in(program.folders) as again:
        assert again.cannot_save().code == "store_missing"
        assert len(again.backups.rescue().salvaged) == 1
        again.backups.bring_back(with_salvage=True)
        assert len(again.drafting.page(9)) == 1


@pytest.mark.parametrize("drill", range(20))
def test_a_restore_drill_sends_nothing_again(tmp_path, drill):
    """Twenty times: back up with letters in the queue, send them in some way, restore, and let the outbox run."""
    folders = profile_in(tmp_path / "profile")
    scene = Scene(folders.data)
    scene.save_draft()
    queued = [scene.queue(b"Letter %d" % number) for number in range(1 + drill % 4)]
    scene.run(Sender(scene.delivered)).recover("machine")
    scene.close()
    with program_in(folders) as program:
        program.backups.make()
    outcomes = [ACCEPTED, LOST] * 4
    scene = Scene(folders.data)
    scene.run(Sender(scene.delivered, *outcomes[drill % 2 : drill % 2 + len(queued)])).run_due()
    scene.close()
    delivered = scene.deliveries()
    assert len(delivered) == len(queued)
    if drill % 3 == 0:
        folders.database.write_bytes(b"")
    with program_in(folders) as program:
        program.backups.bring_back(str(1))
        assert program.sending.is_paused() == "restored"
    scene = Scene(folders.data)
    run = scene.run(Sender(scene.delivered))
    assert run.recover("machine")
    assert run.run_due() == 0
    assert {scene.row(each).state for each in queued} <= {S.ACCEPTED, S.UNKNOWN}
    scene.close()
    with program_in(folders) as program:
        program.sending.go_on()
    scene = Scene(folders.data)
    assert scene.run(Sender(scene.delivered)).run_due() == 0
    assert scene.deliveries() == delivered
    scene.close()


def test_the_day_has_one_backup_where_something_was_changed(program):
    assert program.backups.has_database is False
    opened = write(program)
    assert program.backups.make_if_due().reason == "daily"
    write(program, "More.", opened)
    assert program.backups.make_if_due() is None


def test_bringing_back_says_how_far_it_is(program):
    program.drafting.save(program.drafting.start("en"), "typing")
    program.backups.make()
    told = []
    program.backups.bring_back(progress=lambda *how_far: told.append(how_far))
    assert [stage for stage, _, _ in told] == [Stage.BACKING_UP, Stage.COPYING]
    assert all(done == of > 0 for _, done, of in told)
