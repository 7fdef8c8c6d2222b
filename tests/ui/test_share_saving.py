"""Saving from Share where it takes long: it is said, it can be stopped, and nothing is lost or half there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from testimony_app.domain.errors import PersonError
from testimony_app.store.drafts import DraftStore
from testimony_app.ui.widgets.text import Text
from testimony_app.words.references import no_reference_sentence
from testimony_app.words.translate import english

STILL = "We are still saving the file."


def texts(driver):
    return [each.text() for each in driver.window.findChildren(Text) if each.isVisible()]


def is_told(driver, words):
    return any(words in each for each in texts(driver))


def press(driver, name):
    driver.tab_to(name)
    driver.press(Qt.Key.Key_Space)


def begin(share):
    press(share, "PDF")
    share.qtbot.waitUntil(lambda: is_told(share, STILL))


def test_a_file_that_takes_long_is_told_and_seen_until_it_is_there(share, disk, tmp_path):
    begin(share)
    (stop,) = [each for each in share.window.findChildren(QPushButton) if each.text() == "Stop"]
    share.qtbot.waitUntil(lambda: stop.visibleRegion().boundingRect() == stop.rect())
    assert not list(tmp_path.glob("*.pdf"))
    disk.set()
    share.qtbot.waitUntil(lambda: is_told(share, "Saved as "))
    assert not is_told(share, STILL)
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_it_can_be_stopped_and_then_there_is_no_file(share, disk, tmp_path):
    begin(share)
    press(share, "Stop")
    assert is_told(share, "We stop as soon as the disk answers.")
    assert share.focus_name == "PDF"
    disk.set()
    share.qtbot.waitUntil(lambda: is_told(share, "You stopped it. There is no new file"))
    assert not is_told(share, "We stop as soon")
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []


def test_another_file_is_not_begun_meanwhile_and_that_is_said_at_once(share, disk, answers, tmp_path):
    press(share, "PDF")
    asked = len(answers.asked)
    press(share, "Word")
    assert is_told(share, STILL)
    assert len(answers.asked) == asked
    disk.set()
    share.qtbot.waitUntil(lambda: is_told(share, "Saved as "))
    press(share, "Word")
    share.qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.docx"))))
    share.qtbot.waitUntil(lambda: not is_told(share, STILL))


def test_the_focus_is_not_lost_when_the_way_to_stop_goes(share, disk):
    begin(share)
    share.tab_to("Stop")
    disk.set()
    share.qtbot.waitUntil(lambda: is_told(share, "Saved as "))
    assert share.focus_name == "PDF"


def test_what_leaves_without_a_reference_says_so_and_why(share, monkeypatch, tmp_path):
    def no_room(*_):
        raise PersonError("disk_full", path="testimony.db")

    monkeypatch.setattr(share.window.navigator.saver, "finish", lambda _seconds: True)
    monkeypatch.setattr(DraftStore, "write", no_room)
    words = no_reference_sentence(PersonError("disk_full"), english)
    press(share, "PDF")
    share.qtbot.waitUntil(lambda: is_told(share, words))
    assert is_told(share, "Saved as ")
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    press(share, "Copy")
    assert is_told(share, "The text is on the clipboard.")
    assert texts(share).count(words) == 2
