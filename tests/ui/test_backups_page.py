"""Backups in the window: made, brought back in at most four presses, and the way back after a loss."""

import time
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.main import program_in
from testimony_app.services import backups
from testimony_app.settings.folders import profile_in
from testimony_app.ui.personal import PersonalWindow
from tests.services.outbox_scenes import Scene
from tests.ui.test_erasing import page_words


class Presses:
    """Presses buttons by what stands on them, and counts."""

    def __init__(self, window):
        self.window = window
        self.count = 0

    def press(self, words):
        found = [each for each in self.window.findChildren(QPushButton) if each.isVisible() and each.text() == words]
        assert found, words
        self.count += 1
        found[0].click()
        QApplication.processEvents()
        until = time.monotonic() + 30
        while self.window.keeping.is_working:
            QApplication.processEvents()
            assert time.monotonic() < until
        QApplication.processEvents()


def write(program, text, opened=None):
    opened = opened or program.drafting.start("en")
    return program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(text))), "typing")


def text_of(program, draft_id):
    return program.drafting.open(draft_id).draft.ask.text


def test_a_backup_is_brought_back_in_at_most_four_presses(driver, program, answers):
    opened = write(program, "First words.")
    program.backups.make()
    write(program, "Second words.", opened)
    answers.choice = 0
    presses = Presses(driver.window)
    driver.window._on_place_wanted(2)  # the rail's Settings
    presses.count += 1
    presses.press("Backups")
    presses.press("Bring this one back")
    presses.count += 1  # the question is answered
    assert answers.asked[-1][0] == "Bring this backup back?"
    assert presses.count <= 4
    assert text_of(program, opened.draft.id) == "First words."
    presses.press("Show my testimonies")
    assert driver.window.frame.page is driver.window.home.page
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    driver.tab_to("Your name. May become public")
    driver.type("Rosa")
    driver.wait_saved()


def test_nothing_is_brought_back_unless_somebody_says_so(driver, program):
    opened = write(program, "First words.")
    program.backups.make()
    write(program, "Second words.", opened)
    driver.window.keeping.show_backups()
    Presses(driver.window).press("Bring this one back")
    assert text_of(program, opened.draft.id) == "Second words."


def test_a_testimony_that_is_open_is_saved_before_another_list_takes_its_place(driver, program, answers):
    opened = write(program, "First words.")
    program.backups.make()
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    driver.tab_to("Your name. May become public")
    driver.type("Rosa Maple")
    driver.window.keeping.show_backups()
    answers.choice = 0
    Presses(driver.window).press("Bring this one back")
    assert not driver.window.navigator.is_open
    newest = program.backups.all()[0]
    assert newest.backup.reason == "restore"
    program.backups.bring_back(newest.backup.path.name, from_window=True)
    assert program.drafting.open(opened.draft.id).draft.person.name == "Rosa Maple"


@pytest.fixture
def held_up(monkeypatch):
    """Let what brings a backup back wait in its middle, after it has told how far it is; return what lets it go on."""
    go_on = Event()
    real = backups.put_back

    def waiting(path, contents, *more):
        contents.progress(3, 4)
        assert go_on.wait(30)
        return real(path, contents, *more)

    monkeypatch.setattr(backups, "put_back", waiting)
    yield go_on
    go_on.set()


def begin_to_bring_back(driver, program, answers):
    opened = write(program, "First words.")
    program.backups.make()
    write(program, "Second words.", opened)
    driver.window.home.refresh()
    driver.window.keeping.show_backups()
    answers.choice = 0
    (button,) = [
        each
        for each in driver.window.keeping.backups.page.findChildren(QPushButton)
        if each.isVisible() and each.text() == "Bring this one back"
    ]
    button.click()
    driver.qtbot.waitUntil(lambda: "75 %" in page_words(driver.window), timeout=30_000)
    return opened.draft.id


def test_the_window_stays_awake_and_open_while_a_backup_is_brought_back(driver, program, answers, held_up, monkeypatch):
    draft_id = begin_to_bring_back(driver, program, answers)
    window = driver.window
    assert "Please keep the window open." in page_words(window)
    assert not window.frame.top.isVisible()
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(0))
    timer.start(5)
    driver.qtbot.waitUntil(lambda: len(ticks) > 5)  # the thread of the window is free
    window.close()
    assert window.isVisible()
    monkeypatch.setattr(window, "raise_", lambda: None)  # this screen has no windows above others
    window.come_to_the_front()
    driver.press(Qt.Key.Key_Escape)
    assert window.frame.page is window.keeping.backups.page
    assert program._store._reader is None  # nothing of the window has the old file open
    held_up.set()
    driver.qtbot.waitUntil(lambda: not window.keeping.is_working, timeout=30_000)
    assert text_of(program, draft_id) == "First words."
    assert window.frame.top.isVisible()
    driver.qtbot.waitUntil(lambda: driver.focus_name == "Show my testimonies")
    assert window.close()


@pytest.mark.parametrize("error", [PersonError("disk_full", path="/x"), ValueError("words of somebody")])
def test_what_cannot_be_brought_back_is_told_and_all_goes_on(driver, program, answers, monkeypatch, error):
    opened = write(program, "First words.")
    program.backups.make()

    def refuse(*_):
        raise error

    monkeypatch.setattr(backups, "put_back", refuse)
    driver.window.keeping.show_backups()
    answers.choice = 0
    Presses(driver.window).press("Bring this one back")
    QApplication.processEvents()
    said = page_words(driver.window)
    assert ("full" in said) if isinstance(error, PersonError) else ("ValueError" in said)
    assert "words of somebody" not in said
    assert text_of(program, opened.draft.id) == "First words."
    assert driver.window.upkeep._timer.isActive()
    Presses(driver.window).press("Make a backup now")


def test_one_is_made_by_a_press(driver, program):
    write(program, "First words.")
    driver.window.keeping.show_backups()
    presses = Presses(driver.window)
    presses.press("Make a backup now")
    assert [each.backup.reason for each in program.backups.all()] == ["by-hand"]
    presses.press("Bring this one back")


def test_what_cannot_be_made_is_said(driver, program):
    write(program, "First words.")
    program.backups.folder.write_text("in the way")
    driver.window.keeping.show_backups()
    Presses(driver.window).press("Make a backup now")
    page = driver.window.keeping.backups.page
    assert page._done.count() == 1


@pytest.fixture
def lost(qtbot, look, answers, tmp_path):
    """Open a window on a profile with a backup whose database was damaged in some way."""
    programs = []

    def open_on(content):
        folders = profile_in(tmp_path / "lost")
        with program_in(folders) as program:
            write(program, "A heron stood by the bridge.")
            program.backups.make()
        if content is None:
            folders.database.unlink()
        else:
            folders.database.write_bytes(content)
        manager = program_in(folders)
        programs.append((manager, window := PersonalWindow(look, manager.__enter__(), answers)))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_on
    for manager, window in programs:
        window.navigator.close()
        window.upkeep.finish()
        manager.__exit__(None, None, None)


@pytest.mark.parametrize("content", [b"", b"nonsense" * 1000, None], ids=["emptied", "damaged", "gone"])
def test_after_a_loss_two_presses_bring_everything_back(lost, content):
    window = lost(content)
    assert window.home.page._store_trouble.isVisible()
    presses = Presses(window)
    presses.press("See what can be brought back")
    presses.press("Bring my testimonies back")
    assert presses.count == 2
    assert [row.rev for row in window._program.drafting.page(9)] == [1]
    presses.press("Show my testimonies")
    assert not window.home.page._store_trouble.isVisible()
    aside = window._program.backups.aside()
    assert [each.read_bytes() for each in aside] == ([content] if content is not None else [])


def test_where_nothing_is_left_a_new_start_is_offered_and_the_file_is_kept(lost):
    window = lost(b"nonsense" * 1000)
    for content in window._program.backups.all():
        content.backup.path.unlink()
    presses = Presses(window)
    presses.press("See what can be brought back")
    presses.press("Start with an empty list")
    assert window._program.drafting.page(9) == ()
    (aside,) = window._program.backups.aside()
    assert aside.read_bytes() == b"nonsense" * 1000


def test_a_restored_outbox_says_that_it_waits(driver, program, answers):
    scene = Scene(program.folders.data)
    scene.save_draft()
    scene.queue()
    scene.close()
    program.backups.make()
    answers.choice = 0
    driver.window.keeping.show_backups()
    Presses(driver.window).press("Bring this one back")
    assert program.sending.is_paused() == "restored"
    page = driver.window.keeping.backups.page
    assert "Sending waits" in page._done.itemAt(0).widget().words.text()


def test_a_damaged_testimony_gives_way_to_its_newest_whole_version(driver, program):
    opened = write(program, "First words.")
    write(program, "Second words.", opened)
    program._store.write(
        lambda connection: connection.execute("UPDATE revision SET answers_json = x'7b' WHERE rev = 2")
    )
    driver.window.show_home()
    driver.tab_to("My testimonies")
    driver.press(Qt.Key.Key_Return)
    Presses(driver.window).press("Use the newest whole version")
    assert driver.window.navigator.writing.draft.ask == OwnAsk("First words.")
