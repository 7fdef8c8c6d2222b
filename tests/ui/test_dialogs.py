"""The real file dialogs: no file is replaced unless the person says so, and a folder is one."""

from collections import deque

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from testimony_app.ui.dialogs import Dialogs


@pytest.fixture
def without_native_dialogs(qapp):
    flag = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    qapp.setAttribute(flag)
    yield
    qapp.setAttribute(flag, on=False)


class Person:
    """Acts in each dialog that opens, one after another, by keyboard."""

    def __init__(self, *acts):
        self.seen = []
        self._acts = deque(acts)
        self._last = None
        self._look()

    def _look(self):
        if self._acts:
            QTimer.singleShot(5, self._look)  # a timer of its own: a dialog may open another while it is acted in
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is self._last or not dialog.isVisible():
            return
        self._last = dialog
        self.seen.append(type(dialog).__name__)
        self._acts.popleft()(dialog)


def typing(name):
    def act(dialog):
        box = dialog.findChild(QLineEdit)
        box.selectAll()
        QTest.keyClicks(box, name)
        QTest.keyClick(box, Qt.Key.Key_Return)

    return act


def pressing(words):
    def act(dialog):
        (button,) = [each for each in dialog.buttons() if each.text().replace("&", "") == words]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    return act


def leaving(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def saved_as(qtbot, folder, *acts):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    person = Person(*acts)
    path = Dialogs().save_path(window, "Save a copy", folder / "suggested.pdf", ".pdf", "PDF files (*.pdf)")
    return path, person.seen


@pytest.mark.usefixtures("without_native_dialogs")
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # the offscreen platform of modal windows
class TestSaving:
    def test_the_ending_is_added_where_it_is_missing(self, qtbot, tmp_path):
        assert saved_as(qtbot, tmp_path, typing("letter")) == (tmp_path / "letter.pdf", ["QFileDialog"])

    def test_an_ending_in_capitals_is_one(self, qtbot, tmp_path):
        assert saved_as(qtbot, tmp_path, typing("letter.PDF")) == (tmp_path / "letter.PDF", ["QFileDialog"])

    def test_a_file_that_gets_its_ending_from_us_is_asked_about_before_it_is_replaced(self, qtbot, tmp_path):
        (tmp_path / "letter.pdf").write_text("the only copy")
        path, seen = saved_as(qtbot, tmp_path, typing("letter"), pressing("Replace it"))
        assert (path, seen) == (tmp_path / "letter.pdf", ["QFileDialog", "QMessageBox"])

    def test_whoever_does_not_want_that_chooses_another_name(self, qtbot, tmp_path):
        (tmp_path / "letter.pdf").write_text("the only copy")
        acts = typing("letter"), pressing("Choose another name"), typing("second")
        path, seen = saved_as(qtbot, tmp_path, *acts)
        assert (path, seen) == (tmp_path / "second.pdf", ["QFileDialog", "QMessageBox", "QFileDialog"])

    def test_a_file_named_with_its_ending_is_asked_about_by_the_dialog_itself(self, qtbot, tmp_path):
        (tmp_path / "letter.pdf").write_text("the only copy")
        path, seen = saved_as(qtbot, tmp_path, typing("letter.pdf"), pressing("No"), leaving)
        assert path is None
        assert seen[:2] == ["QFileDialog", "QMessageBox"]

    def test_a_dialog_that_is_put_away_saves_nothing(self, qtbot, tmp_path):
        assert saved_as(qtbot, tmp_path, leaving) == (None, ["QFileDialog"])


@pytest.mark.usefixtures("without_native_dialogs")
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # see above
@pytest.mark.parametrize("is_chosen", [True, False])
def test_a_folder_is_chosen_or_none(qtbot, tmp_path, is_chosen):
    (tmp_path / "packet").mkdir()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    person = Person(typing("packet") if is_chosen else leaving)
    assert Dialogs().folder_path(window, "Choose a folder", tmp_path) == (tmp_path / "packet" if is_chosen else None)
    assert person.seen == ["QFileDialog"]
