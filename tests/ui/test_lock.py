"""The lock in the real window: on, off, another passphrase, and the first window of a locked profile."""

import json
import sys
from threading import Event

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from testimony_app.domain.errors import PersonError
from testimony_app.files.lock import ProcessLock
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.services import locking
from testimony_app.services.importing import Importing
from testimony_app.services.unsaved import UnsavedProgram
from testimony_app.settings.folders import profile_in
from testimony_app.store.engine import is_locked, is_plain
from testimony_app.ui.application import Windows
from testimony_app.ui.look import ThemeChoice
from testimony_app.ui.one_window import OneWindow
from testimony_app.ui.pages.way_form import WayFormPage
from testimony_app.ui.unlock_window import UnlockWindow
from testimony_app.ui.unsaved_window import UnsavedWindow
from testimony_app.ui.widgets.text import Text
from tests.kept_secrets import keyring_in_memory, quick_sealing
from tests.ui.conftest import Driver, name_of
from tests.ui.test_cautions import said as said_on_home
from tests.ui.test_erasing import page_words, press, write_by_keys
from tests.words_left import WORD, places

PHRASE, OTHER = "four nice old words", "five quite new words"
SETTINGS = 2
BY_KEYRING = True


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    quick_sealing(monkeypatch)
    return keyring_in_memory(monkeypatch)


@pytest.fixture
def folders(tmp_path):
    return profile_in(tmp_path / "profile")


@pytest.fixture
def windows(look, program, answers, monkeypatch, qtbot):
    """The windows of one run, as a start makes them, in the profile of `program`."""
    monkeypatch.setattr("testimony_app.ui.application.Dialogs", lambda: answers)
    program.folders.data.mkdir(parents=True, exist_ok=True)
    one = OneWindow(program.folders.data)
    assert one.take()
    windows = Windows(look, one)
    yield windows
    if windows._window is not None:
        windows._window.close()
    QApplication.processEvents()
    windows.close_programs()
    one.let_go()
    del qtbot


def all_words(widget):
    return " ".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


def settings_words(window):
    window._on_place_wanted(SETTINGS)
    return all_words(window.keeping.lock.section)


def type_into(window, names_and_texts):
    for name, text in names_and_texts:
        (box,) = [each for each in window.findChildren(QLineEdit) if each.isVisible() and name_of(each) == name]
        box.setFocus()
        QTest.keyClicks(box, text)
    QApplication.processEvents()


def is_offered(window, words):
    return any(each.isVisible() and each.text() == words for each in window.findChildren(QPushButton))


def wait_turned(window, qtbot):
    qtbot.waitUntil(lambda: not window.keeping.lock.is_working, timeout=20_000)
    qtbot.waitUntil(lambda: is_offered(window, "Go on") or window.frame.top.isVisible(), timeout=5000)


def lock_by_keys(window, qtbot, *, way=0):
    settings_words(window)
    press(window, "Lock my testimonies")
    page = window.keeping.lock.page
    page.way._list.setCurrentIndex(way)
    page.way._list.activated.emit(way)
    if way != 1:
        type_into(window, (("New passphrase", PHRASE), ("The new passphrase again", PHRASE)))
    press(window, "Lock them now")
    wait_turned(window, qtbot)


def test_written_by_keys_locked_and_unlocked_no_word_is_left_meanwhile(windows, program, qtbot, tmp_path, answers):
    windows.open(program)
    window = windows._window
    qtbot.waitExposed(window)
    write_by_keys(Driver(window, qtbot), WORD)
    assert places(tmp_path)
    assert "not locked" in settings_words(window)
    lock_by_keys(window, qtbot)
    assert window.frame.page.heading.title.text() == "Your testimonies are locked"
    for said in ("Your passphrase opens them.", "We cannot reach those."):
        assert said in page_words(window)
    assert places(tmp_path) == []
    assert not window.frame.top.isVisible()
    press(window, "Go on")
    fresh = windows._window
    assert fresh is not window
    assert [row.title for row in fresh.home._rows]
    write_by_keys(Driver(fresh, qtbot), f"{WORD} again")
    assert len(fresh.home._rows) == 2
    assert places(tmp_path) == []
    assert "Your testimonies are locked. Your passphrase opens them." in settings_words(fresh)
    answers.choice = None
    press(fresh, "Take the lock off")
    assert is_locked(program.folders.database)
    answers.choice = 0
    press(fresh, "Take the lock off")
    wait_turned(fresh, qtbot)
    assert fresh.frame.page.heading.title.text() == "The lock is off"
    press(fresh, "Go on")
    assert len(windows._window.home._rows) == 2
    assert is_plain(program.folders.database)
    assert places(tmp_path)


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("", "", "Type a passphrase first."),
        ("short", "short", "That passphrase is too short."),
        (PHRASE, OTHER, "The two are not the same."),
    ],
)
def test_a_passphrase_that_will_not_do_is_told_and_nothing_is_locked(open_window, program, first, again, said):
    window = open_window().window
    settings_words(window)
    press(window, "Lock my testimonies")
    type_into(window, (("New passphrase", first), ("The new passphrase again", again)))
    press(window, "Lock them now")
    assert said in page_words(window)
    assert not program.folders.locks[0].exists()


def test_what_is_typed_is_shown_only_on_demand(open_window):
    window = open_window().window
    settings_words(window)
    press(window, "Lock my testimonies")
    boxes = [each for each in window.frame.page.findChildren(QLineEdit) if each.isVisible()]
    assert {each.echoMode() for each in boxes} == {QLineEdit.EchoMode.Password}
    window.keeping.lock.page.passphrase._shown.setChecked(True)
    assert {each.echoMode() for each in boxes} == {QLineEdit.EchoMode.Normal}
    window.keeping.lock.page.arrive()
    assert {each.echoMode() for each in boxes} == {QLineEdit.EchoMode.Password}


def test_where_it_cannot_be_locked_it_says_why_and_all_goes_on(windows, program, qtbot, monkeypatch):
    windows.open(program)
    window = windows._window
    keyring_in_memory(monkeypatch, "secret_no_keyring")
    lock_by_keys(window, qtbot, way=1)
    assert "no keyring that keeps a key safe" in page_words(window)
    assert window.frame.top.isVisible()
    other = ProcessLock(program.folders.data / "outbox.lock")
    assert other.take()
    lock_by_keys(window, qtbot)
    assert "Nothing was changed" in page_words(window) or "sending" in page_words(window)
    other.let_go()
    assert is_plain(program.folders.database)
    write_by_keys(Driver(window, qtbot), "heron")
    assert len(window.home._rows) == 1


def test_the_keyring_opens_the_next_start_without_a_question(windows, program, qtbot, kept):
    windows.open(program)
    lock_by_keys(windows._window, qtbot, way=1)
    assert len(kept) == 1
    press(windows._window, "Go on")
    assert "The keyring of this computer opens them." in settings_words(windows._window)
    with program_in(program.folders) as again:
        asking = UnlockWindow(windows._look, again)
        with qtbot.waitSignal(asking.opened, timeout=10_000):
            asking.show()
        assert again.drafting.page(1) == ()
        asking.close()


def test_another_passphrase(windows, program, qtbot):
    windows.open(program)
    lock_by_keys(windows._window, qtbot)
    press(windows._window, "Go on")
    window = windows._window
    settings_words(window)
    press(window, "Change the passphrase")
    room = window.keeping.lock
    fields = (("New passphrase", OTHER), ("The new passphrase again", OTHER))
    type_into(window, (("The passphrase that opens it now", "wrong words here"), *fields))
    press(window, "Use the new passphrase")
    qtbot.waitUntil(lambda: "does not open your testimonies" in page_words(window), timeout=10_000)
    room.passphrase_page.arrive(has_old=True)
    type_into(window, (("The passphrase that opens it now", PHRASE), *fields))
    press(window, "Use the new passphrase")
    qtbot.waitUntil(lambda: "opens your testimonies from now on" in page_words(window), timeout=10_000)
    with program_in(program.folders) as again:
        again.locking.open(OTHER)
        assert again.drafting.page(1) == ()


def test_what_was_stopped_half_way_is_told_and_finished(windows, program, qtbot):
    backup = program.drafting.save(program.drafting.start("en"), "typing") and program.backups.make()
    content = backup.path.read_bytes()
    windows.open(program)
    lock_by_keys(windows._window, qtbot)
    press(windows._window, "Go on")
    backup.path.write_bytes(content)
    window = windows._window
    assert f"These files can still be read: {backup.path.name}." in settings_words(window)
    press(window, "Finish it")
    wait_turned(window, qtbot)
    assert is_locked(backup.path)
    press(window, "Go on")
    assert "can still be read" not in settings_words(windows._window)


def test_without_sqlcipher_settings_say_what_is_missing_and_offer_nothing(open_window, monkeypatch):
    for name in ("sqlcipher3", "testimony_app.store.sqlcipher"):
        monkeypatch.setitem(sys.modules, name, None)
    window = open_window().window
    assert "Add the Python package sqlcipher3" in settings_words(window)
    assert not [each for each in window.keeping.lock.section.findChildren(QPushButton) if each.isVisible()]


@pytest.fixture
def locked(folders):
    """A locked profile with one testimony, that a passphrase opens."""
    with program_in(folders) as program:
        program.drafting.save(program.drafting.start("en"), "typing")
        program.locking.turn_on(PHRASE, keyring=False)
    return folders


@pytest.fixture
def asking(locked, look, qtbot):
    with program_in(locked) as program:
        window = UnlockWindow(look, program)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.page.field.isVisible, timeout=5000)
        yield Driver(window, qtbot)


def test_the_first_window_asks_by_keys_tells_a_wrong_passphrase_and_opens(asking, qtbot):
    window = asking.window
    assert asking.focus_name == "Passphrase"
    asking.type("some other words")
    asking.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open your testimonies" in all_words(window), timeout=10_000)
    assert asking.focus_name == "Passphrase"
    asking.tab_to("Show what I typed")
    asking.press(Qt.Key.Key_Space)
    assert window.page.field._line.echoMode() == QLineEdit.EchoMode.Normal
    window.page.field.focus_box()
    window.page.field._line.selectAll()
    asking.type(PHRASE)
    asking.tab_to("Open my testimonies")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        asking.press(Qt.Key.Key_Space)
    assert len(window._program.drafting.page(9)) == 1
    assert window.page.field.value() is None


def test_an_empty_passphrase_is_told(asking):
    asking.press(Qt.Key.Key_Return)
    assert "Type your passphrase first." in all_words(asking.window)


def test_quit_ends_it_and_changes_nothing(asking, locked):
    before = locked.database.read_bytes()
    asking.tab_to("Quit")
    asking.press(Qt.Key.Key_Space)
    assert not asking.window.isVisible()
    assert locked.database.read_bytes() == before


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_everything_in_it_has_a_name_at_any_size(asking, look, theme):
    look.choose(theme)
    look.set_scale(2.0)
    QApplication.processEvents()
    window = asking.window
    for each in window.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled():
            interface = QAccessible.queryAccessibleInterface(each)
            assert name_of(each) or interface.text(QAccessible.Text.Name), each
    assert window.page.area.horizontalScrollBar().maximum() == 0


def test_a_keyring_that_stays_shut_is_told_and_the_passphrase_asked(folders, look, qtbot, monkeypatch):
    with program_in(folders) as program:
        program.locking.turn_on(PHRASE, keyring=True)
    keyring_in_memory(monkeypatch, "secret_locked")
    with program_in(folders) as program:
        window = UnlockWindow(look, program)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: "keyring of this computer is locked" in all_words(window), timeout=10_000)
        assert window.page.field.isVisible()
        window.page.field.show_value(PHRASE)
        with qtbot.waitSignal(window.opened, timeout=10_000):
            press(window, "Open my testimonies")


def test_where_only_the_keyring_opens_it_it_can_be_asked_again(folders, look, qtbot, monkeypatch, kept):
    with program_in(folders) as program:
        program.locking.turn_on("", keyring=True)
    keyring_in_memory(monkeypatch, "secret_locked")
    with program_in(folders) as program:
        window = UnlockWindow(look, program)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: "keyring of this computer is locked" in all_words(window), timeout=10_000)
        assert not window.page.field.isVisible()
        keyring_in_memory(monkeypatch).update(kept)
        with qtbot.waitSignal(window.opened, timeout=10_000):
            press(window, "Ask the keyring again")


def test_without_sqlcipher_a_locked_profile_says_so_and_is_left_alone(locked, look, qtbot, monkeypatch):
    for name in ("sqlcipher3", "testimony_app.store.sqlcipher"):
        monkeypatch.setitem(sys.modules, name, None)
    before = locked.database.read_bytes()
    with program_in(locked) as program:
        window = UnlockWindow(look, program)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: "Add the Python package sqlcipher3" in all_words(window), timeout=5000)
        assert not window.page.field.isVisible()
        press(window, "Quit")
    assert locked.database.read_bytes() == before


@pytest.mark.qt_log_ignore("does not support raise")
def test_who_has_forgotten_it_can_erase_everything_and_start_anew(locked, look, qtbot, answers, monkeypatch):
    monkeypatch.setattr("testimony_app.ui.application.Dialogs", lambda: answers)
    one = OneWindow(locked.data)
    assert one.take()
    with program_in(locked) as program:
        windows = Windows(look, one)
        windows.unlock(program)
        window = windows._unlocking
        qtbot.waitUntil(window.page.field.isVisible, timeout=5000)
        press(window, "Erase everything")
        press(window, "Back")
        press(window, "Erase everything")
        window.leaving.page.field.show_value("erase")
        press(window, "Erase it all now")
        qtbot.waitUntil(lambda: is_offered(window, "Start afresh"), timeout=10_000)
        assert "Everything is erased" in all_words(window)
        press(window, "Start afresh")
        assert windows._window.isVisible()
        assert windows._window.home._rows == []
        assert not program.has_lock
        windows._window.close()
        windows.close_programs()
    one.let_go()


def test_the_window_that_keeps_nothing_asks_before_it_keeps_it_after_all(locked, look, answers, qtbot, monkeypatch):
    started = []
    monkeypatch.setattr(
        "testimony_app.ui.unsaved_window.start_window", lambda *words: bool(started.append(words)) or True
    )
    program = UnsavedProgram(locked, resource_folder())
    window = UnsavedWindow(look, program, answers)
    qtbot.addWidget(window)
    window.show()
    write_by_keys(Driver(window, qtbot), "heron")
    answers.passwords = [""]
    window._banner.keep_wanted.emit()
    assert "Give the passphrase" in all_words(window._banner)
    assert not started
    answers.passwords = [PHRASE]
    window._banner.keep_wanted.emit()
    assert started
    program.close()
    with program_in(locked) as kept:
        kept.locking.open(PHRASE)
        assert len(kept.drafting.page(9)) == 2
    with program_in(locked) as shut, pytest.raises(PersonError, match="lock_passphrase_missing"):
        shut.drafting.page(9)


def test_what_is_brought_in_meanwhile_keeps_the_lock_off_and_is_not_lost(
    windows, program, qtbot, monkeypatch, tmp_path, answers
):
    """It writes on connections of its own in a thread, which a lock within the same process does not see."""
    monkeypatch.setattr("testimony_app.ui.personal._WORK_SECONDS", 0.05)
    path = tmp_path / "mine.testimony.json"
    path.write_text(json.dumps({"format": "testimony/1", "language": "en", "title": "Brought in"}), encoding="utf-8")
    going_on, take_in = Event(), Importing.take_in

    def slow(self, *words):
        going_on.wait(50)
        return take_in(self, *words)

    monkeypatch.setattr(Importing, "take_in", slow)
    windows.open(program)
    window = windows._window
    answers.opens = path
    window.keeping.moving.bring_in(window)
    lock_by_keys(window, qtbot, way=1)
    assert "Something is still being saved or sent" in page_words(window)
    assert is_plain(program.folders.database)
    with qtbot.waitSignal(window.keeping.moving.brought_in, timeout=10_000):
        going_on.set()
    lock_by_keys(window, qtbot, way=1)
    press(window, "Go on")
    assert is_locked(program.folders.database)
    assert [row.title for row in windows._window.home._rows] == ["Brought in"]


def test_what_was_typed_in_a_form_just_before_is_kept(windows, program, qtbot, monkeypatch):
    """The moment at which it would be kept comes while the drafts are shut."""
    windows.open(program)
    window = windows._window
    settings_words(window)
    forms = window._places.ways._forms
    forms._pause.setInterval(1_000_000)
    real = locking.convert

    def keep_meanwhile(path, key, *, lock):
        QMetaObject.invokeMethod(forms, "_keep", Qt.ConnectionType.BlockingQueuedConnection)
        return real(path, key, lock=lock)

    monkeypatch.setattr(locking, "convert", keep_meanwhile)
    window._places.ways._on_add_wanted()
    QApplication.processEvents()
    page = window.frame.page
    assert isinstance(page, WayFormPage)
    box = next(each for each in page.findChildren(QLineEdit) if each.isVisible())
    box.setFocus()
    QTest.keyClicks(box, "A clerk I know")
    window.keeping.lock.page.lock_wanted.emit("", BY_KEYRING)
    wait_turned(window, qtbot)
    press(window, "Go on")
    assert is_locked(program.folders.database)
    (left,) = windows._made[-1].unfinished_ways.all().values()
    assert "A clerk I know" in left.typed.values()


def test_while_it_is_turned_nothing_of_the_window_opens_the_drafts(windows, program, qtbot, monkeypatch):
    """Python's SQLite and SQLCipher do not see each other's locks within one process."""
    program.drafting.save(program.drafting.start("en"), "typing")
    windows.open(program)
    real, refused = locking.convert, []

    def look(path, key, *, lock):
        for each in (program, program.another()):
            with pytest.raises(PersonError) as error:
                each.drafting.page(1)
            refused.append(error.value.code)
        return real(path, key, lock=lock)

    monkeypatch.setattr(locking, "convert", look)
    lock_by_keys(windows._window, qtbot, way=1)
    assert refused
    assert set(refused) == {"store_busy"}
    monkeypatch.setattr(locking, "convert", real)
    press(windows._window, "Go on")
    assert len(windows._window.home._rows) == 1


def test_what_opens_it_and_cannot_be_read_is_told_in_a_window(locked, look, qtbot):
    for path in locked.locks:
        path.unlink()
        path.mkdir()
    with program_in(locked) as program:
        assert program.locking.is_closed()
        window = UnlockWindow(look, program)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: str(locked.locks[0]) in all_words(window), timeout=5000)
        press(window, "Quit")


def test_backups_that_nobody_may_look_at_do_not_keep_the_first_window_from_opening(locked, look, qtbot, monkeypatch):
    def refuse(folder):
        raise PersonError("no_permission", path=str(folder))

    monkeypatch.setattr(locking, "backups_in", refuse)
    with program_in(locked) as program:
        window = UnlockWindow(look, program)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(window.page.field.isVisible, timeout=5000)
        window.page.field.show_value(PHRASE)
        with qtbot.waitSignal(window.opened, timeout=10_000):
            press(window, "Open my testimonies")


def test_what_is_not_locked_yet_is_told_on_home(locked, open_window, qtbot):
    with program_in(locked) as program:
        program.locking.open(PHRASE)
        backup = program.backups.make().path
        program.locking.turn_off()
        plain = backup.read_bytes()
        program.locking.turn_on("", keyring=True)
        backup.write_bytes(plain)
    driver = open_window()
    qtbot.waitUntil(lambda: [backup.name in each for each in said_on_home(driver)] == [True])
    assert "Settings" in said_on_home(driver)[0]
    settings_words(driver.window)
    press(driver.window, "Finish it")
    wait_turned(driver.window, qtbot)
    assert is_locked(backup)


def test_on_another_computer_the_missing_keyring_leads_to_the_passphrase(folders, look, qtbot, monkeypatch):
    with program_in(folders) as program:
        program.locking.turn_on(PHRASE, keyring=True)
    keyring_in_memory(monkeypatch)
    with program_in(folders) as program:
        window = UnlockWindow(look, program)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(window.page.field.isVisible, timeout=10_000)
        assert "Type your passphrase" in all_words(window)
        assert "no passphrase" not in all_words(window)
        window.page.field.show_value(PHRASE)
        with qtbot.waitSignal(window.opened, timeout=10_000):
            press(window, "Open my testimonies")
