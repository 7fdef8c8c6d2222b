import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from testimony_app.domain.steps import StepId
from testimony_app.files import atomic
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.ui.accessibility import tell_headings
from testimony_app.ui.application import dress
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.personal import PersonalWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class Answers(Dialogs):
    """Answers what a person would be asked."""

    def __init__(self, folder):
        self.folder = folder
        self.name = ""
        self.asked = []
        self.shown = []
        self.choice = None
        self.opens = None
        self.passwords = []
        self.into = None

    def save_path(self, _parent, title, suggested, ending, _kind):
        self.asked.append((title, suggested.name))
        name = self.name or suggested.name
        return self.folder / (name if name.endswith(ending) else f"{name}{ending}")

    def open_path(self, _parent, title, _folder, _kind):
        self.asked.append((title, ""))
        return self.opens

    def folder_path(self, _parent, title, _folder):
        self.asked.append((title, ""))
        return self.into

    def text(self, _parent, title, _question, text):
        self.asked.append((title, text))
        return self.name

    def password(self, _parent, title, question):
        self.asked.append((title, question))
        return self.passwords.pop(0) if self.passwords else self.name

    def choose(self, _parent, title, text, _choices, away=""):  # noqa: ARG002  (what stands on the way back)
        self.asked.append((title, text))
        return self.choice

    def show_text(self, _parent, title, text):
        self.shown.append((title, text))


@pytest.fixture
def answers(tmp_path):
    return Answers(tmp_path)


@pytest.fixture
def look(qapp):
    qapp.setStyle("Fusion")
    look = Look(resource_folder(), ThemeChoice.LIGHT)
    dress(qapp, look)
    tell_headings()
    return look


@pytest.fixture
def program(tmp_path):
    with program_in(profile_in(tmp_path / "profile")) as program:
        yield program


@pytest.fixture
def open_window(qtbot, look, program, answers):
    """Open a window as often as wanted; each is closed at the end."""

    opened = []

    def open_one():
        window = PersonalWindow(look, program, answers)
        opened.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return Driver(window, qtbot)

    yield open_one
    for window in opened:
        window.navigator.close()
        if "sending" in window.__dict__:
            assert window.sending.finish()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def _nothing_is_left(request):
    """Delete what a test has shown, so that the next one does not dress it anew."""
    request.getfixturevalue("qapp")
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def driver(open_window):
    return open_window()


def name_of(widget):
    """What a screen reader calls a widget. On Linux a combo box is called by the label that is tied to it."""
    if isinstance(widget, QComboBox):
        labels = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
        return labels[0].text() if labels else ""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


class Driver:
    """Drives the window by its keyboard alone."""

    def __init__(self, window, qtbot):
        self.window = window
        self.qtbot = qtbot

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def focus_name(self):
        return name_of(self.focus) if self.focus is not None else ""

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        target = self.focus or self.window
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()

    def type(self, text):
        QTest.keyClicks(self.focus, text)
        QApplication.processEvents()

    def tab_to(self, name):
        """Press Tab until what has the focus is called so, or begins so."""
        seen = []
        for _ in range(120):
            if self.focus is not None and self.focus_name.startswith(name):
                return self.focus
            seen.append(self.focus_name)
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"{name!r} was not reached with Tab. Reached: {list(dict.fromkeys(seen))}")

    def go_on(self):
        """Go to the next step with Alt+Right."""
        self.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    def wait_saved(self):
        saver = self.window.navigator.saver
        self.qtbot.waitUntil(lambda: saver.state.value == "saved", timeout=5000)


@pytest.fixture
def example():
    return Path(resource_folder()) / "example.testimony.json"


@pytest.fixture
def share(driver, program, example):
    """The example, open at Share."""
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    driver.window.navigator.go(StepId.SHARE)
    QApplication.processEvents()
    return driver


@pytest.fixture
def disk(monkeypatch):
    """A disk that takes nothing until it is told to."""
    goes_on = Event()
    write = atomic._write_synced

    def wait_and_write(*arguments):
        assert goes_on.wait(30)
        write(*arguments)

    monkeypatch.setattr(atomic, "_write_synced", wait_and_write)
    yield goes_on
    goes_on.set()
