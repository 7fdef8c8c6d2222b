"""Work beside the window: begun when the window is painted, one piece at a time, its end told where it was begun."""

from threading import Event, current_thread, main_thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from testimony_app.ui.tasks import Task, all_is_done


class Sheet(QWidget):
    def __init__(self, seen):
        super().__init__()
        self._seen = seen

    @override
    def paintEvent(self, _event):
        self._seen.append("painted")


def test_the_window_is_painted_before_work_begins(qtbot):
    seen = []
    sheet = Sheet(seen)
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    qtbot.waitUntil(lambda: bool(seen))
    seen.clear()
    task = Task()
    with qtbot.waitSignal(task.done):
        sheet.update()
        task.start(lambda: seen.append("worked"))
    assert seen == ["painted", "worked"]


def test_work_waits_for_what_is_laid_out_in_several_turns(qtbot):
    """What is laid out asks for more to be laid out, and the last of it to be painted."""
    seen = []
    sheet = Sheet(seen)
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    qtbot.waitUntil(lambda: bool(seen))
    for _ in range(20):
        seen.clear()
        task = Task()
        with qtbot.waitSignal(task.done):
            task.start(lambda: seen.append("worked"))
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, sheet.update))
        assert seen == ["painted", "worked"]


def test_one_piece_of_work_at_a_time(qtbot):
    may_end, seen = Event(), []
    task = Task()
    with qtbot.waitSignal(task.done) as told:
        task.start(lambda: may_end.wait() and "first")
        task.start(lambda: seen.append("second"))
        assert task.is_running
        may_end.set()
    assert told.args == ["first"]
    assert not task.is_running
    assert seen == []


def test_the_end_is_told_in_the_thread_of_the_window(qtbot):
    threads = []
    task = Task()
    task.done.connect(lambda _result: threads.append(current_thread()))
    task.failed.connect(lambda _error: threads.append(current_thread()))
    with qtbot.waitSignal(task.done):
        task.start(lambda: threads.append(current_thread()))
    with qtbot.waitSignal(task.failed) as told:
        task.start(lambda: 1 / 0)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert [each is main_thread() for each in threads] == [False, True, True]


def test_work_is_done_where_the_window_has_no_time_to_paint(qtbot):
    seen = []
    task = Task()
    with qtbot.waitSignal(task.done):
        task.start(lambda: seen.append("worked"))
        assert all_is_done(10)
        assert seen == ["worked"]
