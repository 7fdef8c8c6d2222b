"""The forms of ways to send that are open or were left: what was typed is kept until it is saved or put away."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from testimony_app.channels.channel_reader import ConfiguredChannel
from testimony_app.domain.errors import TestimonyError
from testimony_app.services.unfinished_ways import UnfinishedWay, UnfinishedWays
from testimony_app.ui.look import Look
from testimony_app.ui.pages.way_form import WayFormPage
from testimony_app.ui.widgets.stacks import discard

NEW = ""
"""Stands for the way that is being added, which has no name yet."""

_PAUSE_MILLISECONDS = 400
_FINISH_SECONDS = 5.0


class WayForms(QObject):
    """Makes the forms, by the names of the ways, and brings back those that somebody left, whatever ended the program.

    `save_wanted` and `put_off` give the name of a form. `not_kept` gives the name of one and why what was typed in it
    could not be kept.
    """

    save_wanted = Signal(str)
    put_off = Signal(str)
    not_kept = Signal(str, object)
    _ended = Signal(str, object)

    def __init__(self, look: Look, unfinished: UnfinishedWays) -> None:
        super().__init__()
        self._look = look
        self._unfinished = unfinished
        self._pages: dict[str, WayFormPage] = {}
        self._left: dict[str, UnfinishedWay] | None = None
        self._typed_in: set[str] = set()
        self._keeping: dict[str, Future[None]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._keep)
        self._ended.connect(self._on_ended)

    def begun(self, channels: Mapping[str, ConfiguredChannel]) -> set[str]:
        """Return which of these ways, and of the new one, have a form that was begun."""
        if self._left is None:
            self._left = {}
            with suppress(TestimonyError):  # a store that refuses is told by Home
                self._left = self._unfinished.all()
        left = {name for name in self._left if name == NEW or name in channels}
        return left | set(self._pages)

    def page(self, name: str, channel: ConfiguredChannel | None) -> WayFormPage:
        """Return the form of a way. One that was left with changes comes back as it was left."""
        page = self._pages.get(name)
        if page is None:
            self._pages[name] = page = WayFormPage(self._look, channel, (self._left or {}).get(name))
            page.save_wanted.connect(lambda: self.save_wanted.emit(name))
            page.put_off.connect(lambda: self.put_off.emit(name))
            page.changed.connect(lambda: self._on_changed(name))
        return page

    def let_go_of_unchanged(self) -> None:
        """Keep no form in which nothing was typed."""
        for name in [name for name, page in self._pages.items() if not page.is_changed]:
            discard(self._pages.pop(name))

    def drop(self, name: str) -> None:
        """Keep nothing of a form: it was saved, or the person wants nothing of it."""
        page = self._pages.pop(name, None)
        if page is not None:
            discard(page)
        self._typed_in.discard(name)
        was_left = (self._left or {}).pop(name, None) is not None
        if was_left or name in self._keeping:
            with suppress(TestimonyError):  # then it comes back once more, and can be put away again
                self._keeping[name] = self._unfinished.drop_later(name)

    def finish(self) -> dict[str, TestimonyError]:
        """Keep what was typed last and wait for it. Return what could not be kept, by the name of its form, and why."""
        errors = self._keep()
        wait(self._keeping.values(), timeout=_FINISH_SECONDS)
        for name, keeping in self._keeping.items():
            error = keeping.exception() if keeping.done() else None
            if isinstance(error, TestimonyError) and name in self._pages:
                errors[name] = error
        return errors

    def _on_changed(self, name: str) -> None:
        self._typed_in.add(name)
        self._pause.start()

    @Slot()
    def _keep(self) -> dict[str, TestimonyError]:
        errors: dict[str, TestimonyError] = {}
        self._pause.stop()
        for name in sorted(self._typed_in):
            page = self._pages[name]
            try:
                keeping = self._unfinished.keep_later(name, page.kind, page.typed())
            except TestimonyError as error:
                errors[name] = error
                self.not_kept.emit(name, error)
                continue
            self._typed_in.discard(name)
            self._keeping[name] = keeping
            keeping.add_done_callback(self._telling(name))
        return errors

    def _telling(self, name: str) -> Callable[[Future[None]], None]:
        return lambda done: self._ended.emit(name, done.exception())

    @Slot(str, object)
    def _on_ended(self, name: str, error: object) -> None:
        page = self._pages.get(name)
        if isinstance(error, TestimonyError) and page is not None and isValid(page):  # the window may be gone by then
            self._typed_in.add(name)
            self.not_kept.emit(name, error)
