"""Erasing through the real window: what is gone is found nowhere, and what is said of it is true."""

import subprocess
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.steps import StepId
from testimony_app.files.lock import ProcessLock
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.store.outbox import PAUSED, RESTORED, keep_value
from testimony_app.ui.application import Windows
from testimony_app.ui.one_window import OneWindow
from testimony_app.ui.personal import PersonalWindow
from testimony_app.ui.widgets.text import Text
from tests.services.outbox_scenes import Scene
from tests.ui.conftest import Driver
from tests.words_left import WORD, image_holds, places


def press(window, words):
    found = [each for each in window.findChildren(QPushButton) if each.isVisible() and each.text() == words]
    assert found, words
    found[0].click()
    QApplication.processEvents()


def page_words(window):
    return " ".join(each.text() for each in window.frame.page.findChildren(Text) if each.isVisible())


def write_by_keys(driver, words):
    """Write a testimony with these words in it, by the keyboard."""
    window = driver.window
    window.home.page.blank_wanted.emit()
    driver.tab_to("Your name. May become public")
    driver.type(f"Rosa {words}")
    window.navigator.go(StepId.POINTS)
    window.navigator._on_changed(window.navigator.writing.draft.add_own_point(f"My {words}"), "")
    window.navigator.go(StepId.STORY)
    driver.type(f"A {words} stood by the bridge.")
    driver.wait_saved()
    draft = window.navigator.writing.draft
    window.show_home()
    return draft.id


def leave_traces(program, draft_id):
    """Let everything happen to a testimony that leaves words somewhere."""
    program.backups.make()
    assert program.drafting.find(WORD, 9)
    opened = program.drafting.open(draft_id)
    program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(f"Hear {WORD}."))), "typing")
    program.backups.make()
    program._store.write(lambda connection: keep_value(connection, PAUSED, RESTORED))  # so that it still waits
    program.folders.outgoing.mkdir(parents=True)
    program.channels.add("dry", {"kind": "practice", "title": "Practice"})
    review = program.submitting.review(draft_id, "dry", datetime.now(UTC))
    program.submitting.submit(review, "These are my words.", datetime.now(UTC))
    (program.folders.outgoing / f"{review.ids.reference}.eml").write_text(f"From me: {WORD}")


def ask_to_erase(window, draft_id):
    window.home.erase_wanted.emit(draft_id)
    QApplication.processEvents()


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def wait_erased(driver):
    driver.qtbot.waitUntil(lambda: not driver.window.keeping.is_working, timeout=30_000)
    QApplication.processEvents()


def test_what_is_erased_in_the_window_is_nowhere_while_it_is_still_open(driver, program, temporary):
    write_by_keys(driver, "wren")
    draft_id = write_by_keys(driver, WORD)
    leave_traces(program, draft_id)
    profile = program.folders.data.parent
    assert len(places(profile)) >= 3
    driver.window.show_home()
    ask_to_erase(driver.window, draft_id)
    words = page_words(driver.window)
    assert "There is no undo." in words
    assert "It still waits to be sent: Practice. It will not be sent." in words
    assert "in every backup" in words
    assert "A disk may keep traces" in words
    press(driver.window, "Erase it for good")
    wait_erased(driver)
    assert "It is erased: the text" in page_words(driver.window)
    assert places(profile, temporary) == []
    assert driver.focus_name == "Show my testimonies"
    press(driver.window, "Show my testimonies")
    driver.window.upkeep.look()
    driver.window.upkeep.finish()
    assert [row.title for row in program.drafting.page(9)] != []
    assert len(program.drafting.page(9)) == 1
    driver.window.close()
    program.close()
    assert places(profile, temporary) == []


def test_while_it_is_erased_nothing_leads_to_it(driver, monkeypatch):
    draft_id = write_by_keys(driver, WORD)
    reached, go_on = Event(), Event()

    def slowly(*_):
        reached.set()
        assert go_on.wait(30)

    monkeypatch.setattr("testimony_app.services.erasing.erase", slowly)
    ask_to_erase(driver.window, draft_id)
    press(driver.window, "Erase it for good")
    driver.qtbot.waitUntil(reached.is_set, timeout=30_000)
    assert driver.window.frame.regions() == [driver.window.frame._pages]
    driver.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    driver.press(Qt.Key.Key_F1)
    assert driver.window.frame.page is driver.window.keeping.erasing.page
    assert not driver.window.close()
    driver.window.keeping.erasing._show_progress()
    assert "Erasing. Looked through" in page_words(driver.window)
    go_on.set()
    wait_erased(driver)
    assert driver.window.frame.top.isVisible()
    assert driver.focus_name == "Show my testimonies"


def test_what_a_command_erased_is_not_written_back_by_the_window_that_has_it_open(driver, program):
    draft_id = write_by_keys(driver, WORD)
    driver.window._on_opened(program.drafting.open(draft_id))
    driver.window.navigator.go(StepId.STORY)
    other = program.another()
    assert other.erasing.erase(draft_id) == ()
    other.close()
    driver.type("More.")
    saver = driver.window.navigator.saver
    driver.qtbot.waitUntil(lambda: saver.state.value == "failed", timeout=10_000)
    assert saver.last_error.code == "draft_erased"
    assert program.drafting.page(9) == ()
    assert places(program.folders.data.parent) == []


def test_keep_it_keeps_it(driver, program):
    draft_id = write_by_keys(driver, WORD)
    ask_to_erase(driver.window, draft_id)
    press(driver.window, "Keep it")
    assert driver.window.frame.page is driver.window.home.page
    assert program.drafting.open(draft_id).rev


def test_the_menu_of_a_testimony_leads_there(driver, program, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: opened.append(menu))
    draft_id = write_by_keys(driver, WORD)
    driver.window.home._on_actions_wanted(draft_id, driver.window.pos())
    (menu,) = opened
    words = [each.text() for each in menu.actions()]
    assert words[-2:] == ["Delete", "Erase for good"]
    menu.actions()[-1].trigger()
    QApplication.processEvents()
    assert driver.window.frame.page is driver.window.keeping.erasing.page
    assert program.drafting.page(9)


def test_what_is_being_sent_is_not_erased_and_that_is_said(driver, program):
    scene = Scene(program.folders.data)
    scene.save_draft()
    scene.queue()
    scene.close()
    program._store.write(lambda connection: connection.execute("UPDATE submission SET state = 'sending'"))
    (row,) = program.drafting.page(9)
    ask_to_erase(driver.window, row.id)
    press(driver.window, "Erase it for good")
    wait_erased(driver)
    assert "is being sent just now" in page_words(driver.window)
    assert program.drafting.page(9)


def test_a_damaged_file_that_was_set_aside_is_named_and_can_go_too(driver, program):
    draft_id = write_by_keys(driver, WORD)
    aside = program.folders.data / "testimony.db.damaged-20261101T000000Z"
    aside.write_bytes(b"SQLite format 3\0" + WORD.encode() * 500)
    ask_to_erase(driver.window, draft_id)
    press(driver.window, "Erase it for good")
    wait_erased(driver)
    words = page_words(driver.window)
    assert "It is erased where we could reach it." in words
    assert f"{aside} may still hold some of it." in words
    press(driver.window, "Erase the files set aside too")
    wait_erased(driver)
    assert places(program.folders.data.parent) == []
    assert "set aside are erased too" in page_words(driver.window)


def test_a_deleted_one_is_listed_with_its_days_and_comes_back(driver, program):
    draft_id = write_by_keys(driver, WORD)
    driver.window.home._on_delete_wanted(draft_id)
    QApplication.processEvents()
    press(driver.window, "Deleted testimonies")
    assert "30 days left." in page_words(driver.window)
    press(driver.window, "Bring it back")
    assert "Nothing is deleted." in page_words(driver.window)
    assert [row.id for row in program.drafting.page(9)] == [draft_id]
    driver.window.show_home()
    QApplication.processEvents()
    found = [each for each in driver.window.findChildren(QPushButton) if each.text() == "Deleted testimonies"]
    assert not found[0].isVisible()


def test_a_deleted_one_can_be_erased_from_its_list(driver, program):
    draft_id = write_by_keys(driver, WORD)
    driver.window.home._on_delete_wanted(draft_id)
    QApplication.processEvents()
    press(driver.window, "Deleted testimonies")
    press(driver.window, "Erase for good")
    press(driver.window, "Erase it for good")
    wait_erased(driver)
    assert places(program.folders.data.parent) == []
    assert program.drafting.deleted() == ()


def go_to_everything(driver):
    driver.window._on_place_wanted(2)
    press(driver.window, "Erase everything")
    return driver.window.keeping.leaving.page


def type_the_word(driver, word="erase"):
    driver.tab_to("Type the word “erase” to go on")
    driver.type(word)
    driver.tab_to("Erase it all now")
    driver.press(Qt.Key.Key_Space)


def test_everything_goes_by_the_keyboard_and_nothing_is_written_after(driver, program, temporary):
    draft_id = write_by_keys(driver, WORD)
    leave_traces(program, draft_id)
    assert len(places(program.folders.data.parent)) >= 3
    driver.window._on_opened(program.drafting.open(draft_id))
    driver.window.navigator.go(StepId.STORY)
    driver.type(f"More of {WORD}. ")  # not saved yet
    page = go_to_everything(driver)
    type_the_word(driver, "eras")
    assert "Nothing was erased." in page.field.problem
    assert program.drafting.page(9)
    driver.type("")
    type_the_word(driver, "e")
    wait_erased(driver)
    words = page_words(driver.window)
    assert "Everything is erased" in words
    assert "Testimony keeps nothing more of you" in words
    profile = program.folders.data.parent
    assert places(profile, temporary) == []
    for keys in (Qt.Key.Key_S, Qt.Key.Key_1, Qt.Key.Key_Z):
        driver.press(keys, Qt.KeyboardModifier.ControlModifier)
    driver.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    driver.press(Qt.Key.Key_F1)
    assert "Everything is erased" in page_words(driver.window)
    driver.window._look_for_unsent()
    driver.window.upkeep.look()
    QApplication.processEvents()
    assert driver.window.frame.regions() == [driver.window.frame._pages]
    assert driver.window.close()
    program.close()
    assert places(profile, temporary) == []
    assert [each for each in profile.rglob("*") if each.is_file() and not each.name.endswith(".lock")] == []


def test_while_somebody_sends_nothing_is_erased_and_the_window_goes_on(driver, program):
    draft_id = write_by_keys(driver, WORD)
    held = ProcessLock(program.folders.data / "outbox.lock")
    assert held.take()
    go_to_everything(driver)
    type_the_word(driver)
    wait_erased(driver)
    held.let_go()
    assert "sending something just now" in page_words(driver.window)
    assert driver.window.frame.top.isVisible()
    driver.window._on_opened(program.drafting.open(draft_id))
    driver.type("More ")
    driver.wait_saved()
    assert program.drafting.open(draft_id).draft.points[0].story.endswith("More ")


def test_what_could_not_be_erased_is_named(driver, program, mounted):
    write_by_keys(driver, WORD)
    stays = program.folders.config / "deep"
    mounted(stays)
    (stays / "words.txt").write_text(WORD)
    go_to_everything(driver)
    type_the_word(driver)
    wait_erased(driver)
    words = page_words(driver.window)
    assert "Not all of it is gone" in words
    assert f"{stays} may still hold some of it." in words
    assert "Testimony keeps nothing more" not in words


def test_a_fresh_start_knows_nothing_of_before(driver, program):
    write_by_keys(driver, WORD)
    fresh = []
    driver.window.fresh_wanted.connect(lambda: fresh.append(program.anew()))
    go_to_everything(driver)
    type_the_word(driver)
    wait_erased(driver)
    press(driver.window, "Start afresh")
    assert fresh[0].drafting.page(9) == ()
    fresh[0].close()


@pytest.mark.qt_log_ignore("does not support raise")
def test_another_window_takes_the_place_of_the_one_that_erased(qtbot, look, folders):
    one = OneWindow(folders.data)
    assert one.take()
    windows = Windows(look, one)
    with program_in(folders) as program:
        windows.open(program)
        first = windows._window
        first.resize(900, 700)
        qtbot.waitExposed(first)
        first.activateWindow()
        driver = Driver(first, qtbot)
        write_by_keys(driver, WORD)
        go_to_everything(driver)
        type_the_word(driver)
        wait_erased(driver)
        first.come_to_the_front()
        left = {each.name for each in folders.data.parent.rglob("*") if each.is_file()}
        assert left <= {"window.lock", "outbox.lock"}
        press(first, "Start afresh")
        second = windows._window
        assert second is not first
        assert not first.isVisible()
        qtbot.waitExposed(second)
        assert second.home.page.isVisible()
        second.come_to_the_front()
        assert second._program.drafting.page(9) == ()
        write_by_keys(Driver(second, qtbot), "wren")
        assert second.close()
    windows.close_programs()
    one.let_go()
    assert places(folders.data.parent) == []


@pytest.fixture
def folders(tmp_path):
    return profile_in(tmp_path / "profile")


@pytest.fixture
def mounted(may_mount):
    """Mount something on a folder, which cannot be removed then."""
    del may_mount
    folders = []

    def mount(folder):
        folder.mkdir(parents=True)
        subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=True)
        folders.append(folder)

    yield mount
    for folder in folders:
        subprocess.run(["/bin/umount", str(folder)], check=True)


@pytest.mark.parametrize("how", ["one", "everything"])
def test_the_raw_disk_holds_nothing_of_what_the_window_erased(qtbot, look, answers, raw_disk, how):
    folder, end = raw_disk
    with program_in(profile_in(folder / "profile")) as program:
        window = PersonalWindow(look, program, answers)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        driver = Driver(window, qtbot)
        draft_id = write_by_keys(driver, WORD)
        leave_traces(program, draft_id)
        if how == "one":
            ask_to_erase(window, draft_id)
            press(window, "Erase it for good")
        else:
            go_to_everything(driver)
            type_the_word(driver)
        wait_erased(driver)
        assert window.close()
    assert not image_holds(end())
