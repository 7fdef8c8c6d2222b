"""Writing without saving: no word of it is ever on a disk, unless the person saves a copy or keeps it after all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from testimony_app.domain.errors import PersonError
from testimony_app.domain.steps import StepId
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.services.unsaved import UnsavedProgram
from testimony_app.settings.folders import option_for, profile_in
from testimony_app.ui import unsaved_window
from testimony_app.ui.look import ThemeChoice
from testimony_app.ui.store_offers import WITHOUT_SAVING, store_offers
from testimony_app.ui.unsaved_window import UnsavedWindow
from tests.ui.conftest import Driver
from tests.ui.test_erasing import page_words, press
from tests.ui.test_every_page import cut_off, focusable, name_of
from tests.words_left import WORD, image_holds, places

NOTHING_IS_KEPT = "Nothing you write here is kept. Save a copy before you close."


@pytest.fixture
def folders(tmp_path):
    return profile_in(tmp_path / "profile")


@pytest.fixture
def unsaved(qtbot, look, folders, answers, monkeypatch):
    """A window in which nothing is kept. What it starts beside itself is only noted."""
    program = UnsavedProgram(folders, resource_folder())
    window = UnsavedWindow(look, program, answers)
    window.started = []
    monkeypatch.setattr(unsaved_window, "start_window", lambda *words: window.started.append(words) or True)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    answers.choice = 0
    yield Driver(window, qtbot)
    window.close()
    window.navigator.close()
    program.close()


def write(driver, words):
    window = driver.window
    window.home.page.blank_wanted.emit()
    window.navigator.go(StepId.POINTS)
    window.navigator._on_changed(window.navigator.writing.draft.add_own_point(f"My {words}"), "")
    window.navigator.go(StepId.STORY)
    driver.type(f"A {words} stood by the bridge.")
    driver.wait_saved()


def banner(window):
    return [each.text() for each in window._banner.findChildren(QLabel) if each.isVisible()]


def everything_that_is_kept(folders):
    root = folders.data.parent
    return [each for each in root.rglob("*") if each.is_file()] if root.exists() else []


def test_a_banner_says_so_on_every_page(unsaved):
    write(unsaved, WORD)
    window = unsaved.window
    for step in StepId:
        window.navigator.go(step)
        QApplication.processEvents()
        assert NOTHING_IS_KEPT in banner(window)
    window._on_help_wanted()
    assert NOTHING_IS_KEPT in banner(window)
    window.show_home()
    assert NOTHING_IS_KEPT in banner(window)
    assert window._banner in window.frame.regions()


def test_nothing_says_that_it_is_saved(unsaved):
    write(unsaved, WORD)
    window = unsaved.window
    for step in StepId:
        window.navigator.go(step)
        said = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
        assert not [each for each in said if "Saved" in each]
    assert any("not kept" in each for each in said)


def test_what_would_write_to_a_disk_is_not_there(unsaved):
    write(unsaved, WORD)
    window = unsaved.window
    window.navigator.go(StepId.SHARE)
    QApplication.processEvents()
    assert "To send it from here, keep it first." in page_words(window)
    window.show_home()
    QApplication.processEvents()
    words = [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
    assert not {"Settings", "Sent and waiting", "Bring in a testimony", "Write without saving"} & set(words)
    window._look_for_unsent()
    window.upkeep.look()
    assert window.upkeep._thread is None


def test_a_word_file_goes_where_the_person_says_and_nowhere_else(unsaved, folders, tmp_path, answers):
    write(unsaved, WORD)
    press(unsaved.window, "Save a copy")
    answers.name = "mine.docx"
    press(unsaved.window, "Word")
    unsaved.qtbot.waitUntil((tmp_path / "mine.docx").exists, timeout=20_000)
    unsaved.qtbot.waitUntil(lambda: "Saved as" in page_words(unsaved.window), timeout=20_000)
    assert places(tmp_path) == [str(tmp_path / "mine.docx")]
    assert everything_that_is_kept(folders) == []


def test_leaving_asks_once_and_the_way_back_keeps_every_word(unsaved, folders, answers):
    write(unsaved, WORD)
    answers.choice = None
    assert not unsaved.window.close()
    assert answers.asked[-1][0] == "Close, and keep nothing?"
    assert unsaved.window.isVisible()
    assert WORD in unsaved.window.navigator.writing.testimony.text
    answers.choice = 0
    assert unsaved.window.close()
    assert len(answers.asked) == 2
    assert everything_that_is_kept(folders) == []


def test_leaving_asks_nothing_where_nothing_was_written(unsaved, answers):
    unsaved.window.home.page.blank_wanted.emit()
    assert unsaved.window.close()
    assert answers.asked == []


def test_keep_it_after_all_moves_it_with_its_versions_to_what_is_saved(unsaved, folders, answers):
    write(unsaved, WORD)
    unsaved.type(" And a second one.")
    unsaved.wait_saved()
    press(unsaved.window, "Keep it after all")
    assert not unsaved.window.isVisible()
    assert answers.asked == []
    assert unsaved.window.started == [(folders,)]
    with program_in(folders) as program:
        (row,) = program.drafting.page(9)
        assert "And a second one." in program.drafting.stored_text(row.id)
        assert len(program.history.versions(row.id)) >= 2


def test_where_it_cannot_be_kept_it_stays_and_says_why(unsaved, folders):
    write(unsaved, WORD)
    folders.data.parent.mkdir()
    folders.data.write_text("in the way")
    press(unsaved.window, "Keep it after all")
    assert unsaved.window.isVisible()
    assert len(banner(unsaved.window)) == 2
    folders.data.unlink()
    press(unsaved.window, "Keep it after all")
    assert not unsaved.window.isVisible()


def test_there_is_nothing_to_keep_or_copy_before_the_first_word(unsaved, folders):
    press(unsaved.window, "Keep it after all")
    assert "There is nothing to keep yet." in banner(unsaved.window)
    press(unsaved.window, "Save a copy")
    assert "There is nothing to save a copy of yet." in banner(unsaved.window)
    assert everything_that_is_kept(folders) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_the_banner_is_whole_in_each_size_and_has_names(unsaved, look, scale, choice):
    look.choose(choice)
    look.set_scale(scale)
    unsaved.window.resize(1024, 640)
    write(unsaved, WORD)
    for _ in range(4):
        QApplication.processEvents()
    assert cut_off(unsaved.window) == []
    names = [name_of(each) for each in focusable(unsaved.window)]
    assert {"Save a copy", "Keep it after all"} <= set(names)


@pytest.mark.parametrize("code", ["store_read_only", "no_permission", "disk_full"])
def test_it_is_offered_where_nothing_can_be_saved(code):
    assert [each.act for each in store_offers(PersonError(code, path="x"))] == [WITHOUT_SAVING]


def test_another_window_is_opened_on_the_same_folders(tmp_path):
    assert option_for(profile_in(tmp_path)) == ("--profile", str(tmp_path))


def type_in_a_process(folder, how, end):
    """Let somebody write in a home of their own, and kill or close the window. Return where the word is then."""
    home = {
        "HOME": folder / "home", "XDG_CONFIG_HOME": folder / "home/.config", "XDG_CACHE_HOME": folder / "home/.cache",
        "XDG_DATA_HOME": folder / "home/.local", "XDG_STATE_HOME": folder / "home/.state",
        "XDG_RUNTIME_DIR": folder / "run", "TMPDIR": folder / "tmp", "SQLITE_TMPDIR": folder / "tmp",
    }  # fmt: skip
    for place in home.values():
        place.mkdir(parents=True, exist_ok=True)
    (folder / "run").chmod(0o700)
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.unsaved_typist", str(folder / "profile"), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **{name: str(place) for name, place in home.items()}},
        cwd=Path(__file__).parent.parent.parent,
    )
    with typist:
        assert typist.stdout.readline() == "typed\n"
        if end == "kill":
            typist.kill()
        else:
            typist.stdin.write("close\n")
            typist.stdin.flush()
        typist.wait(60)
    return places(folder)


@pytest.mark.parametrize("end", ["kill", "close"])
def test_no_word_of_it_is_ever_on_the_disk(raw_disk, end):
    folder, unmount = raw_disk
    assert type_in_a_process(folder, "unsaved", end) == []
    assert not image_holds(unmount())


_START = """
import sys
from PySide6.QtCore import QTimer
from testimony_app.main import main
from testimony_app.ui.unsaved_window import UnsavedWindow
show = UnsavedWindow.show
def show_and_close(window):
    show(window)
    print(window.windowTitle())
    QTimer.singleShot(0, window.close)
UnsavedWindow.show = show_and_close
sys.exit(main(sys.argv[1:]))
"""


def test_the_command_opens_such_a_window_and_leaves_no_file(folders):
    words = ["--profile", str(folders.data.parent), "--without-saving"]
    started = subprocess.run([sys.executable, "-c", _START, *words], capture_output=True, text=True, check=False)
    assert (started.returncode, started.stdout.strip()) == (0, "Testimony, nothing is kept"), started.stderr
    assert everything_that_is_kept(folders) == []


def test_the_same_search_finds_what_the_window_that_saves_leaves(raw_disk):
    folder, unmount = raw_disk
    assert type_in_a_process(folder, "kept", "kill")
    assert image_holds(unmount())
