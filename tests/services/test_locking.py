"""The lock of a profile: on and off again, by keyring and passphrase, stopped half way, and what it says of itself."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.files.lock import ProcessLock
from testimony_app.main import program_in
from testimony_app.sealing.key_file import KeyFile, read_key_file
from testimony_app.services import lock_key, locking
from testimony_app.services.backups import LOST
from testimony_app.settings.folders import profile_in
from testimony_app.settings.secrets import Secrets
from testimony_app.store import leftovers
from testimony_app.store.engine import is_locked, is_plain
from testimony_app.store.ledger import Sending, SentLedger
from testimony_app.words.locking import key_left_sentence
from testimony_app.words.translate import english
from tests.kept_secrets import keyring_in_memory, quick_sealing
from tests.store.damage import damage, whole_kinds
from tests.words_left import WORD, places

PHRASE = "four nice old words"


@pytest.fixture
def kept(monkeypatch):
    quick_sealing(monkeypatch)
    return keyring_in_memory(monkeypatch)


@pytest.fixture
def folders(tmp_path):
    return profile_in(tmp_path / "profile")


def write(program, title="Mine", times=2):
    opened = program.drafting.start("en")
    opened = replace(opened, draft=replace(opened.draft, title=title))
    for number in range(times):
        story = f"{number}: a {WORD} stood by the bridge. " * 40
        opened = program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(story))), "typing")
    return opened.draft.id


@pytest.fixture
def written(folders, kept):
    """A profile with words in the database, in backups, in one that was set aside, and handed to a mail program."""
    del kept
    with program_in(folders) as program:
        write(program)
        program.backups.make()
        program.backups.bring_back()
        write(program, "Another")
        program.backups.make()
    folders.outgoing.mkdir(parents=True)
    (folders.outgoing / "T-1234567.eml").write_text(f"A {WORD}", encoding="utf-8")
    (folders.data / "testimony.db.0123abcd.new").write_text(f"half a {WORD}", encoding="utf-8")
    return folders


def lock(folders, passphrase="", *, keyring=True):
    with program_in(folders) as program:
        return program.locking.turn_on(passphrase, keyring=keyring)


def titles(folders, ask=lambda: ""):
    with program_in(folders) as program:
        program.ask_passphrase = ask
        return sorted(row.title for row in program.drafting.page(9))


def databases(folders):
    return [path for path in folders.data.rglob("*") if path.suffix == ".db" or ".db." in path.name]


def test_no_word_is_left_in_the_profile_and_everything_works_as_before(written, kept, tmp_path):
    assert places(tmp_path)
    assert lock(written) == ()
    assert places(tmp_path) == []
    assert len(databases(written)) == 5
    assert all(is_locked(path) for path in databases(written))
    assert len(kept) == 1
    assert titles(written) == ["Another", "Mine"]
    with program_in(written) as program:
        draft = write(program, "Third")
        assert [row.title for row in program.drafting.find(WORD, 9)] == ["Third", "Another", "Mine"]
        assert is_locked(program.backups.make().path)
        assert program.backups.make_if_due() is None
        assert program.upkeep.run(lambda: True) == ()
        assert all(each.is_sound for each in program.backups.all())
        assert len(program.history.versions(draft)) == 2
        assert program.erasing.erase(draft) == ()
        assert program.backups.bring_back().drafts == 2
        (database,) = [each for each in program.diagnosing.diagnose() if each.subject == "database"]
        assert database.code == "database_sound"
    assert places(tmp_path) == []
    with program_in(written) as program:
        assert program.locking.turn_off() == ()
    assert all(is_plain(path) for path in databases(written))
    assert not kept
    assert not list(written.data.rglob("lock.json*"))
    assert places(tmp_path)
    assert len(titles(written)) >= 2


def test_a_lock_by_passphrase_asks_for_it_and_tells_a_wrong_one(written):
    assert lock(written, PHRASE, keyring=False) == ()
    with pytest.raises(PersonError, match="lock_passphrase_missing"):
        titles(written)
    with pytest.raises(PersonError, match="lock_passphrase_wrong"):
        titles(written, lambda: "other old words")
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]
    with program_in(written) as program:
        status = program.locking.status()
        assert (status.is_on, status.has_passphrase, status.has_keyring, status.not_done) == (True, True, False, ())
        assert program.locking.is_closed()
        with pytest.raises(PersonError, match="lock_passphrase_missing"):
            program.locking.turn_off()
    assert is_locked(written.database)


def test_another_passphrase_opens_it_and_the_one_before_does_not(written):
    lock(written, PHRASE, keyring=False)
    before = written.locks[0].read_bytes()
    with program_in(written) as program:
        with pytest.raises(PersonError, match="lock_passphrase_wrong"):
            program.locking.change_passphrase("other old words", "five quite new words")
        with pytest.raises(PersonError, match="passphrase_short"):
            program.locking.change_passphrase(PHRASE, "short")
        assert written.locks[0].read_bytes() == before
        program.locking.change_passphrase(PHRASE, "five quite new words")
    assert titles(written, lambda: "five quite new words") == ["Another", "Mine"]
    with pytest.raises(PersonError, match="lock_passphrase_wrong"):
        titles(written, lambda: PHRASE)
    for path in written.locks:
        with pytest.raises(PersonError):
            read_key_file(path).open(PHRASE)


def test_the_keyring_comes_first_and_the_passphrase_where_it_fails(written, kept, monkeypatch):
    lock(written, PHRASE, keyring=True)
    assert titles(written, pytest.fail) == ["Another", "Mine"]
    (name,) = kept
    kept[name] = "00" * 32
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]
    keyring_in_memory(monkeypatch, "secret_locked")
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]


@pytest.mark.parametrize(
    ("refuses", "code"),
    [
        ("secret_locked", "lock_keyring_locked"),
        ("secret_no_keyring", "lock_no_keyring"),
        ("secret_keyring_failed", "lock_keyring_failed"),
        ("secret_missing", "lock_keyring_empty"),
    ],
)
def test_a_keyring_that_does_not_answer_is_told_and_nothing_changes(written, monkeypatch, refuses, code):
    lock(written)
    before = {path: path.read_bytes() for path in databases(written)}
    keyring_in_memory(monkeypatch, refuses)
    with pytest.raises(PersonError, match=code):
        titles(written, lambda: PHRASE)
    assert {path: path.read_bytes() for path in databases(written)} == before


def test_where_the_keyring_takes_nothing_nothing_is_locked(written, monkeypatch):
    keyring_in_memory(monkeypatch, "secret_no_keyring")
    with pytest.raises(PersonError, match="lock_no_keyring"):
        lock(written, PHRASE)
    assert is_plain(written.database)
    assert not written.locks[0].exists()
    assert titles(written) == ["Another", "Mine"]


def test_a_keyring_that_keeps_something_else_is_found_out_before_anything_is_locked(written, kept, monkeypatch):
    monkeypatch.setattr(Secrets, "put", lambda _self, name, secret: kept.__setitem__(name, secret[::-1]))
    with pytest.raises(PersonError, match="lock_keyring_other"):
        lock(written)
    assert is_plain(written.database)
    assert not kept


@pytest.mark.parametrize(
    ("passphrase", "keyring", "code"), [("", False, "lock_no_way"), ("short", False, "passphrase_short")]
)
def test_a_lock_needs_something_that_opens_it(written, passphrase, keyring, code):
    with pytest.raises(PersonError, match=code):
        lock(written, passphrase, keyring=keyring)
    assert is_plain(written.database)


@pytest.mark.parametrize(("name", "code"), [("outbox.lock", "store_sending"), ("window.lock", "store_in_use")])
def test_while_somebody_uses_the_profile_nothing_changes(written, name, code):
    other = ProcessLock(written.data / name)
    assert other.take()
    with pytest.raises(PersonError, match=code):
        lock(written)
    other.let_go()
    assert is_plain(written.database)
    assert lock(written) == ()


def test_what_is_on_or_off_already_is_told(written):
    with program_in(written) as program:
        with pytest.raises(PersonError, match="lock_is_off"):
            program.locking.turn_off()
        with pytest.raises(PersonError, match="lock_is_off"):
            program.locking.change_passphrase("", PHRASE)
    lock(written)
    with pytest.raises(PersonError, match="lock_is_on"):
        lock(written)


LOADED = """
import sys
from testimony_app.main import main
main(["--profile", sys.argv[1], "draft", "list"])
print([name for name in sys.modules if "sqlcipher" in name or "key_file" in name or name == "pyrage"])
"""


def test_on_a_full_disk_nothing_changes_and_nothing_is_left(small_disk, kept):
    folders = profile_in(small_disk / "profile")
    with program_in(folders) as program:
        write(program, times=9)
    before = folders.database.read_bytes()
    (small_disk / "full").write_bytes(bytes(shutil.disk_usage(small_disk).free - 65536))
    with pytest.raises(PersonError, match="disk_full"):
        lock(folders, PHRASE, keyring=True)
    assert folders.database.read_bytes()[100:] == before[100:]
    assert not kept
    assert not [path for path in folders.data.rglob("*") if path.suffix in {".json", ".new", ".old"}]
    assert titles(folders) == ["Mine"]
    (small_disk / "full").unlink()
    assert lock(folders) == ()
    assert titles(folders) == ["Mine"]


class Stopped(BaseException):
    """As a kill, but the test goes on."""


@pytest.mark.parametrize("at", range(7))
def test_stopped_between_two_files_it_can_be_used_and_finished(written, kept, monkeypatch, tmp_path, at):
    """Once on the way on, once on the way off."""
    real = locking.convert
    done = []

    def stopping(path, key, *, lock):
        if len(done) == at:
            raise Stopped
        done.append(path)
        return real(path, key, lock=lock)

    for turn_on in (True, False):
        done.clear()
        monkeypatch.setattr(locking, "convert", stopping)
        with program_in(written) as program:
            turn = (lambda: program.locking.turn_on("", keyring=True)) if turn_on else program.locking.turn_off
            if at < 6:
                with pytest.raises(Stopped):
                    turn()
            else:
                turn()
        monkeypatch.setattr(locking, "convert", real)
        assert titles(written) == ["Another", "Mine"]
        with program_in(written) as program:
            status = program.locking.status()
            if at < 6 and (status.not_done or status.is_on != turn_on):
                again = program.locking.turn_on("", keyring=True) if turn_on else program.locking.turn_off()
                assert again == ()
        with program_in(written) as program:
            status = program.locking.status()
            assert (status.is_on, status.not_done) == (turn_on, ())
            assert (written.locks[0].exists(), len(kept)) == (turn_on, int(turn_on))
        assert bool(places(tmp_path)) != turn_on
        assert titles(written) == ["Another", "Mine"]


def test_a_damaged_file_that_was_set_aside_is_told(written):
    aside = written.data / "testimony.db.damaged-20260101T000000Z"
    aside.write_bytes(b"SQLite format 3\x00" + WORD.encode() * 900)
    (left,) = lock(written)
    assert left.what == str(aside)
    assert aside.read_bytes().startswith(b"SQLite")
    with program_in(written) as program:
        assert program.locking.status().not_done == (aside,)


def test_a_file_locked_with_another_key_keeps_a_new_lock_off(written):
    with program_in(written) as program:
        kept = program.backups.all()[0].backup.path
    lock(written)
    shutil.copyfile(kept, kept.with_name("testimony-000099-20261130T000000Z-by-hand.db"))
    foreign = kept.with_name("testimony-000099-20261130T000000Z-by-hand.db").read_bytes()
    with program_in(written) as program:
        program.locking.turn_off()
    kept.with_name("testimony-000099-20261130T000000Z-by-hand.db").write_bytes(foreign)
    with pytest.raises(PersonError, match="lock_others_locked"):
        lock(written)
    assert is_plain(written.database)


def test_without_its_key_file_it_is_told_as_locked_and_nothing_is_set_aside(written):
    lock(written)
    for path in written.locks:
        path.unlink()
    before = {path: path.read_bytes() for path in databases(written)}
    with program_in(written) as program:
        assert program.cannot_save().code == "store_locked"
        assert program.backups.rescue().error is None
        for act in (
            program.backups.bring_back,
            program.backups.start_empty,
            program.locking.turn_off,
            lambda: program.drafting.page(1),
        ):
            with pytest.raises(PersonError) as error:
                act()
            assert error.value.code in {"store_locked", "backup_none"}
        assert program.locking.status().is_on
    with program_in(written) as program:
        assert {each.is_shut for each in program.backups.all()} == {True}
    (written.data / "testimony.db.0123abcd.old").write_bytes(b"left")
    with program_in(written) as program, pytest.raises(PersonError, match="store_locked"):
        program.locking.turn_on(PHRASE, keyring=True)
    assert not written.locks[0].exists()
    (written.data / "testimony.db.0123abcd.old").unlink()
    assert {path: path.read_bytes() for path in databases(written)} == before


def test_the_backups_of_a_locked_profile_are_not_called_damaged_where_nobody_gives_the_passphrase(written):
    lock(written, PHRASE, keyring=False)
    with program_in(written) as program, pytest.raises(PersonError, match="lock_passphrase_missing"):
        program.backups.rescue()


def test_letters_and_accents_may_come_apart(written):
    lock(written, "caf\u00e9 at noon", keyring=False)
    assert titles(written, lambda: "cafe\u0301 at noon") == ["Another", "Mine"]


def test_the_copy_of_the_key_file_beside_the_backups_opens_it(written):
    lock(written, PHRASE, keyring=False)
    written.locks[0].write_text("{", encoding="utf-8")
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]
    written.locks[0].unlink()
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]


@pytest.mark.parametrize("kind", [kind for kind in whole_kinds() if "log" not in kind])
def test_a_damaged_locked_profile_is_told_and_brought_back(written, kind):
    lock(written)
    damage(written.database, kind, 3)
    with program_in(written) as program:
        trouble = program.cannot_save()
        if trouble is None:
            assert titles(written)
            return
        assert trouble.code in LOST
        rescue = program.backups.rescue()
        assert rescue.error.code in LOST
        assert rescue.best is not None
        program.backups.bring_back(with_salvage=True)
    assert is_locked(written.database)
    assert titles(written) == ["Another", "Mine"]


def test_everything_is_erased_without_what_opens_it(written, kept, tmp_path):
    lock(written, PHRASE, keyring=True)
    assert kept
    with program_in(written) as program:
        assert program.erasing.erase_everything() == ()
    assert not kept
    assert sorted(path.name for path in written.data.iterdir()) == ["outbox.lock", "window.lock"]
    assert places(tmp_path) == []


def test_the_key_file_holds_no_key(written, kept):
    lock(written, PHRASE, keyring=True)
    (key,) = kept.values()
    said = json.loads(written.locks[0].read_bytes())
    assert set(said) == {"format", "check", "keyring", "sealed"}
    assert key not in written.locks[0].read_text(encoding="utf-8")
    assert bytes.fromhex(key) not in written.locks[0].read_bytes()
    assert written.locks[0].stat().st_mode & 0o077 == 0


def test_a_profile_without_a_lock_loads_nothing_of_one(folders):
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            LOADED,
            str(folders.data.parent),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=50,
    )
    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", ["gone", "empty", "zeros", "cut", "header"])
def test_while_the_drafts_are_lost_the_lock_cannot_be_taken_off_and_the_key_stays(written, kept, kind):
    """What opens the backups must not go with a database that is damaged or gone."""
    lock(written, PHRASE, keyring=True)
    whole = written.database.read_bytes()
    if kind == "gone":
        written.database.unlink()
    else:
        broken = {"empty": b"", "zeros": bytes(len(whole)), "cut": whole[:9], "header": b"x" + whole[1:]}[kind]
        written.database.write_bytes(broken)
    before = {path: path.read_bytes() for path in written.data.rglob("*") if path.is_file()}
    with program_in(written) as program:
        assert program.locking.status().is_on
        assert program.locking.status().not_done == ()
        with pytest.raises(PersonError) as error:
            program.locking.turn_off()
        assert error.value.code in LOST
        assert {path: path.read_bytes() for path in before} == before
        assert len(kept) == 1
        program.backups.bring_back()
    assert is_locked(written.database)
    assert titles(written) == ["Another", "Mine"]


def test_a_damaged_file_that_is_locked_keeps_the_lock_on(written, kept):
    """Without the key nobody could read what is left in it, and that is told before the key goes."""
    lock(written)
    aside = written.data / "testimony.db.damaged-20260101T000000Z"
    content = bytearray(written.database.read_bytes())
    content[4096 * 3 + 9] ^= 1
    aside.write_bytes(content)
    before = {path: path.read_bytes() for path in databases(written)}
    with program_in(written) as program:
        with pytest.raises(PersonError, match="lock_damaged_left") as error:
            program.locking.turn_off()
        assert error.value.parameters["path"] == str(aside)
        assert {path: path.read_bytes() for path in databases(written)} == before
        assert len(kept) == 1
        aside.unlink()
        assert program.locking.turn_off() == ()
    assert titles(written) == ["Another", "Mine"]


def test_backups_that_are_still_locked_are_unlocked_before_the_key_goes(written, kept):
    """The database was put back as it was before the lock, by hand."""
    plain = written.database.read_bytes()
    lock(written)
    written.database.write_bytes(plain)
    with program_in(written) as program:
        assert program.locking.status().not_done
        assert program.locking.turn_off() == ()
    assert all(is_plain(path) for path in databases(written))
    assert not kept


@pytest.mark.parametrize("keyring", [True, False])
def test_the_key_stays_where_the_drafts_are_locked_though_the_disk_failed(written, kept, monkeypatch, keyring):
    real = locking.convert

    def failing(path, key, *, lock):
        real(path, key, lock=lock)
        raise PersonError("file_failed", path=str(path))

    monkeypatch.setattr(locking, "convert", failing)
    with pytest.raises(PersonError, match="file_failed"):
        lock(written, PHRASE, keyring=keyring)
    monkeypatch.setattr(locking, "convert", real)
    assert is_locked(written.database)
    assert len(kept) == int(keyring)
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]


def test_two_who_lock_at_once_do_not_overwrite_each_others_key(written, monkeypatch):
    real = locking.alone

    def late(*words, **named):
        """Have the other one done between our look and our turn."""
        monkeypatch.setattr(locking, "alone", real)
        assert lock(written, PHRASE, keyring=False) == ()
        return real(*words, **named)

    monkeypatch.setattr(locking, "alone", late)
    with pytest.raises(PersonError, match="store_busy"):
        lock(written, "five quite new words", keyring=False)
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]


@pytest.mark.parametrize("starts_on", [True, False])
def test_a_lock_that_another_turned_meanwhile_is_not_taken_off(written, monkeypatch, starts_on):
    """Taken off and put on again with another key, while somebody was asked for the passphrase; or just put on."""
    if starts_on:
        lock(written, PHRASE, keyring=False)
    else:
        shutil.copyfile(locks_of(written), written.locks[0])
    real = locking.alone

    def late(*words, **named):
        monkeypatch.setattr(locking, "alone", real)
        if starts_on:
            with program_in(written) as other:
                other.ask_passphrase = lambda: PHRASE
                other.locking.turn_off()
        lock(written, "five quite new words", keyring=False)
        return real(*words, **named)

    monkeypatch.setattr(locking, "alone", late)
    with program_in(written) as program:
        program.ask_passphrase = lambda: PHRASE
        with pytest.raises(PersonError, match="store_busy"):
            program.locking.turn_off()
    assert titles(written, lambda: "five quite new words") == ["Another", "Mine"]


def locks_of(folders):
    """Return the key file of a lock on another profile."""
    other = profile_in(folders.data.parent.with_name("other"))
    with program_in(other) as program:
        write(program)
        program.locking.turn_on(PHRASE, keyring=False)
    return other.locks[0]


def test_a_passphrase_that_is_changed_meanwhile_does_not_undo_another_lock(written, monkeypatch):
    lock(written, PHRASE, keyring=False)
    real = KeyFile.sealed_anew

    def late(self, key, passphrase):
        monkeypatch.setattr(KeyFile, "sealed_anew", real)
        with program_in(written) as other:
            other.ask_passphrase = lambda: PHRASE
            other.locking.turn_off()
        lock(written, "five quite new words", keyring=False)
        return real(self, key, passphrase)

    monkeypatch.setattr(KeyFile, "sealed_anew", late)
    with program_in(written) as program, pytest.raises(PersonError, match="store_busy"):
        program.locking.change_passphrase(PHRASE, "seven other new words")
    assert titles(written, lambda: "five quite new words") == ["Another", "Mine"]


def test_a_new_passphrase_that_the_disk_does_not_take_leaves_the_one_before(written, monkeypatch):
    lock(written, PHRASE, keyring=False)
    real, written_to = lock_key.write_key_file, []

    def full(path, key_file):
        if written_to:
            raise PersonError("disk_full", path=str(path))
        written_to.append(path)
        real(path, key_file)

    monkeypatch.setattr(lock_key, "write_key_file", full)
    with program_in(written) as program, pytest.raises(PersonError, match="disk_full"):
        program.locking.change_passphrase(PHRASE, "five quite new words")
    assert written_to
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]


def unreadable(path):
    path.unlink()
    path.mkdir()


def other_letters(path):
    """Change what is sealed, as a disk does that forgets; it is still good JSON and base64."""
    said = json.loads(path.read_text(encoding="utf-8"))
    said["sealed"] = said["sealed"][::-1].replace("=", "") + "=" * said["sealed"].count("=")
    path.write_text(json.dumps(said), encoding="utf-8")


def other_check(path):
    path.write_text(path.read_text(encoding="utf-8").replace('"check": "', '"check": "0'), encoding="utf-8")


def other_name(path):
    path.write_text(path.read_text(encoding="utf-8").replace('"lock-', '"lost-'), encoding="utf-8")


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("damaged", [unreadable, other_letters, other_check, other_name])
def test_where_one_key_file_is_damaged_the_other_opens_it(written, kept, monkeypatch, damaged, number):
    lock(written, PHRASE, keyring=True)
    damaged(written.locks[number])
    assert titles(written, pytest.fail) == ["Another", "Mine"]
    keyring_in_memory(monkeypatch, "secret_locked")
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]
    with program_in(written) as program, pytest.raises(PersonError, match="lock_passphrase_wrong"):
        program.locking.open("other old words")
    assert kept


@pytest.fixture
def with_ledger(folders, kept):
    """A profile without backups, from which something was handed over."""
    del kept
    with program_in(folders) as program:
        write(program)
    ledger = SentLedger(folders.ledger)
    ledger.intend(Sending("one", "", b"", b""))
    ledger.close()
    return folders


def test_a_ledger_that_is_not_locked_yet_is_told_and_locked(with_ledger, monkeypatch):
    real = locking.convert

    def stopping(path, key, *, lock):
        if path == with_ledger.ledger:
            raise Stopped
        return real(path, key, lock=lock)

    monkeypatch.setattr(locking, "convert", stopping)
    with program_in(with_ledger) as program, pytest.raises(Stopped):
        program.locking.turn_on("", keyring=True)
    monkeypatch.setattr(locking, "convert", real)
    assert is_plain(with_ledger.ledger)
    with program_in(with_ledger) as program:
        assert program.locking.status().not_done == (with_ledger.ledger,)
        assert program.drafting.page(1)
        assert program.locking.status().not_done == (with_ledger.ledger,)
    with program_in(with_ledger) as program:
        assert program.locking.turn_on("", keyring=True) == ()
        assert program.locking.status().not_done == ()
    assert is_locked(with_ledger.ledger)
    with program_in(with_ledger) as program:
        assert program.locking.turn_off() == ()
    assert is_plain(with_ledger.ledger)


def test_a_key_that_the_keyring_does_not_give_up_is_told_as_what_it_is(written, kept, monkeypatch):
    lock(written)
    (name,) = kept

    def refuse(_self, name):
        raise PersonError("secret_locked", channel=name)

    monkeypatch.setattr(Secrets, "remove", refuse)
    with program_in(written) as program:
        (left,) = program.locking.turn_off()
    assert left.what == name
    told = key_left_sentence(left, english)
    assert name in told
    assert "damaged" not in told
    assert titles(written) == ["Another", "Mine"]


LEFT_BEHIND = (
    "testimony.db.0123abcd.new",
    "testimony.db.0123abcd.new-wal",
    "backups/.0123456789ab.new",
    "backups/.testimony-0123456789ab.part",
    ".salvage-x1/testimony.db",
)
"""What a program that was stopped leaves."""


def leave_behind(folders):
    """Leave such files. A clock that was set back since makes them newer than now."""
    for name in LEFT_BEHIND:
        path = folders.data / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"half a {WORD}", encoding="utf-8")
        os.utime(path, (4e9, 4e9))
        os.utime(path.parent, (4e9, 4e9))


def test_what_was_left_half_made_goes_with_the_lock_whatever_the_clock_says(written, kept, tmp_path):
    leave_behind(written)
    assert lock(written) == ()
    assert places(tmp_path) == []
    assert kept


def test_what_was_left_half_made_and_cannot_be_removed_is_told(written, monkeypatch):
    leave_behind(written)

    def refuse(path):
        raise PersonError("no_permission", path=str(path))

    monkeypatch.setattr(leftovers, "wipe_folder", refuse)
    told = {left.what for left in lock(written)}
    assert told >= {str(written.data / name) for name in LEFT_BEHIND[:4]} | {str(written.data / ".salvage-x1")}


def gone(path):
    path.unlink()


def nonsense(path):
    path.write_text("{", encoding="utf-8")


def with_its_folder(path):
    shutil.rmtree(path.parent)


@pytest.mark.parametrize("keyring", [True, False])
@pytest.mark.parametrize(("number", "lose"), [(0, gone), (0, nonsense), (1, gone), (1, nonsense), (1, with_its_folder)])
def test_a_key_file_that_is_lost_is_written_anew_from_the_other(written, keyring, number, lose):
    """Else whoever then tidies up the other one shuts all for good."""
    lock(written, PHRASE, keyring=keyring)
    lose(written.locks[number])
    with program_in(written) as program, pytest.raises(PersonError, match="lock_passphrase_wrong"):
        program.locking.open("other old words")
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]
    gone(written.locks[1 - number])
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]


def test_where_a_lost_key_file_cannot_be_written_anew_the_other_opens_it_all_the_same(written, monkeypatch):
    lock(written, PHRASE, keyring=False)
    gone(written.locks[0])

    def full(path, _key_file):
        raise PersonError("disk_full", path=str(path))

    monkeypatch.setattr(lock_key, "write_key_file", full)
    assert titles(written, lambda: PHRASE) == ["Another", "Mine"]
    assert not written.locks[0].exists()


def test_the_backups_alone_bring_everything_back_on_another_computer(written, tmp_path):
    lock(written, PHRASE, keyring=False)
    other = profile_in(tmp_path / "other")
    shutil.copytree(written.data / "backups", other.data / "backups")
    with program_in(other) as program:
        program.ask_passphrase = lambda: PHRASE
        assert program.backups.bring_back().drafts == 2
    shutil.rmtree(other.data / "backups")
    assert is_locked(other.database)
    assert titles(other, lambda: PHRASE) == ["Another", "Mine"]
