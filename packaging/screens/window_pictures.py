"""Pictures of the real window, with real testimonies in it, on every page and in every look."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale, QThreadPool
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from testimony_app.domain.steps import StepId
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.services.diagnosing import Diagnosing
from testimony_app.services.program import Program
from testimony_app.settings.folders import profile_in
from testimony_app.store.place import Place
from testimony_app.ui.application import dress
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.pages.share import SharePage
from testimony_app.ui.personal import SENT, SETTINGS, PersonalWindow
from testimony_app.ui.widgets.rail import HomeRail
from testimony_app.ui.widgets.tick_row import TickRow
from testimony_app.ui.widgets.ways_section import WaysSection

_JOURNEYS = Path(__file__).resolve().parents[2] / "tests" / "journeys"
_SIZE = (1280, 800)
_PREPARED = 10_000
"""Milliseconds in which what would go is prepared."""

_SAVED = datetime(2026, 11, 20, 14, 31, tzinfo=UTC)
_SHOWN_DATABASE = Path("/home/rosa/.local/share/testimony/testimony.db")
"""What Settings shows in the pictures, in place of a folder that is gone by then."""

_CAMPAIGN = "minneapolis-facial-recognition"
_EMPTY, _GUARD, _REPORT, _EDITED = "empty", "guard", "report", "edited"
_FILES = {
    "hmong": _JOURNEYS / "own-point-and-own-ask.testimony.json",
    "library": _JOURNEYS / "blank-to-an-unlisted-body.testimony.json",
    _EDITED: _JOURNEYS / "edits-kept.testimony.json",
    _REPORT: _JOURNEYS / "three-points.testimony.json",
    _GUARD: resource_folder() / "example.testimony.json",
}
"""The testimonies in the pictures, in the order they are taken in: the last one is the newest."""

_TITLES = {
    _GUARD: "The guard who was sure it was me",
    _REPORT: "Yearly report on the face recognition ban",
    "hmong": "Say it in our languages",
}
_STEPS = {_GUARD: StepId.DRAFT, _REPORT: StepId.CHECK, "library": StepId.STORY, _EDITED: StepId.DRAFT}


_CHANNELS: dict[str, dict[str, object]] = {
    "clerk": {
        "kind": "email_smtp", "title": "Email to the City Clerk", "to": ["clerk@example.org"],
        "from": "rosa.maple@example.org", "host": "mail.example.org", "port": 465, "security": "tls",
    },
    "page": {
        "kind": "portal", "title": "The City's comment page", "url": "https://city.example/comment",
        "pieces": [{"title": "Comment", "value": "{text}"}],
    },
}  # fmt: skip
_SENT = (
    ("library", "clerk", "unknown", "no_answer_after_handing_over"),
    ("hmong", "clerk", "returned", "you_said_returned"),
    (_REPORT, "clerk", "waiting", "server_not_answering"),
    (_GUARD, "clerk", "accepted", "mail_service_accepted"),
    (_GUARD, "page", "handed_over", "page_opened"),
)
"""What was sent in the pictures: the testimony, the channel, the state and its code."""

_REFERENCES = iter(
    ("T-8M4CV1N", "T-9D5RX0C", "T-3HW6Q8K", "T-7K3MQ2P", *(f"T-7K3MQ{each}P" for each in "3456789ABCDEFGH"))
)


@dataclass(frozen=True, slots=True)
class WindowPicture:
    """One picture: its file name without `.png`, the page, the testimony that is open, and the look."""

    name: str
    page: str
    draft: str = _GUARD
    theme: ThemeChoice = ThemeChoice.LIGHT
    scale: float = 1.0


def _looks(page: str, draft: str = _GUARD) -> tuple[WindowPicture, ...]:
    return (
        WindowPicture(page, page, draft),
        WindowPicture(f"{page}-dark", page, draft, ThemeChoice.DARK),
        WindowPicture(f"{page}-high-contrast", page, draft, ThemeChoice.HIGH_CONTRAST),
        WindowPicture(f"{page}-200-percent", page, draft, scale=2.0),
    )


WINDOW_PICTURES = (
    WindowPicture("home-empty", "home", _EMPTY),
    *_looks("home"),
    *_looks("letter"),
    *_looks("settings"),
    *_looks("settings-channels"),
    *_looks("about"),
    *_looks("points"),
    *_looks("story"),
    *_looks("draft"),
    WindowPicture("changed-answer", "draft", _EDITED),
    *_looks("check", _REPORT),
    *_looks("share"),
    WindowPicture("phone", "phone"),
    *_looks("consent"),
    *_looks("sent"),
    *_looks("versions"),
    WindowPicture("packet", "packet"),
    *_looks("help"),
)


def window_pictures(folder: Path) -> Iterator[tuple[str, QImage]]:
    """Yield each picture with its name. `folder` is for two profiles that are made on the way."""
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("another kind of Qt application is running")
    application.setStyle("Fusion")
    QLocale.setDefault(QLocale("en_US"))
    with program_in(profile_in(folder / "empty")) as empty, program_in(profile_in(folder / "full")) as full:
        ids = _take_in(full)
        full.submitting.mint = _REFERENCES.__next__
        _write_versions(full, ids[_GUARD])
        _send(full, ids)
        _set_clock(full)
        for program in (empty, full):
            program.diagnosing = Diagnosing(_SHOWN_DATABASE, program.library)
        for picture in WINDOW_PICTURES:
            program = empty if picture.draft == _EMPTY else full
            yield picture.name, _grab(application, program, picture, ids.get(picture.draft, ""))


def _take_in(program: Program) -> dict[str, str]:
    """Import the testimonies and return their ids."""
    ids = {}
    for key, path in _FILES.items():
        (imported,) = program.importing.take_in([path])
        if imported.error is not None:
            raise imported.error
        ids[key] = imported.draft_id
        opened = program.drafting.open(imported.draft_id)
        draft = replace(opened.draft, title=_TITLES.get(key, opened.draft.title))
        if key == _REPORT:
            last = draft.points[-1]
            number = "The form wanted my number, 000-12-3456, and nobody called me back."
            draft = draft.change_point(replace(last, story=last.story.replace("Nobody called me back.", number)))
        place = Place(_STEPS.get(key, StepId.ABOUT).value)
        program.drafting.save(replace(opened, draft=draft, place=place), "typing")
    return ids


def _send(program: Program, ids: dict[str, str]) -> None:
    """Set channels up, and let some testimonies be sent and waiting in every state a list can show."""
    now = datetime.now(UTC)
    for name, settings in _CHANNELS.items():
        program.channels.add(name, {**settings, "checked_on": now.date().isoformat()})
    for number, (key, channel, state, code) in enumerate(_SENT):
        review = program.submitting.review(ids[key], channel, now)
        submission = program.submitting.submit(review, "", now)
        moment = _SAVED + timedelta(minutes=9 * number)
        with closing(sqlite3.connect(program.folders.database)) as database, database:
            database.execute(
                "UPDATE submission SET state = ?, code = ?, changed_utc = ? WHERE id = ?",
                (state, code, moment.isoformat(timespec="seconds"), submission),
            )


def _set_clock(program: Program) -> None:
    """Let every testimony be edited at the same moment, so that the pictures do not differ from day to day."""
    with closing(sqlite3.connect(program.diagnosing.database)) as database, database:
        database.execute("UPDATE draft SET updated_utc = ?", (_SAVED.isoformat().replace("+00:00", "Z"),))


def _write_versions(program: Program, draft_id: str) -> None:
    """Save a testimony with another story, and again as it is."""
    opened = program.drafting.open(draft_id)
    point = opened.draft.points[0]
    other = replace(point, story=point.story.replace("only his own eyes", "his eyes").split(" If a computer")[0])
    earlier = program.drafting.save(replace(opened, draft=opened.draft.change_point(other)), "typing")
    program.drafting.save(replace(opened, rev=earlier.rev), "nav")


def _set_times(program: Program, draft_id: str) -> None:
    """Let the versions of a testimony be hours apart, the newest at the moment of all pictures."""
    revs = [each.rev for each in program.history.versions(draft_id)]
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        database.executemany(
            "UPDATE revision SET saved_utc = ? WHERE draft_id = ? AND rev = ?",
            [
                ((_SAVED - timedelta(hours=5 * number)).isoformat().replace("+00:00", "Z"), draft_id, rev)
                for number, rev in enumerate(revs)
            ],
        )


def _grab(application: QApplication, program: Program, picture: WindowPicture, draft_id: str) -> QImage:
    look = Look(resource_folder(), picture.theme, picture.scale)
    dress(application, look)
    window = PersonalWindow(look, program, Dialogs())
    window.resize(*_SIZE)
    window.show()
    window.activateWindow()
    application.processEvents()
    _show(window, program, picture.page, draft_id)
    for _ in range(8):
        application.processEvents()
    image = window.grab().toImage()
    dialog = application.activeModalWidget()
    if dialog is not None:
        over = dialog.grab()
        painter = QPainter(image)
        painter.drawPixmap((image.width() - over.width()) // 2, (image.height() - over.height()) // 2, over)
        painter.end()
        dialog.close()
    window.close()
    window.deleteLater()
    application.processEvents()
    return image


_STEP_OF = {"consent": "share", "phone": "share", "versions": "draft"}
"""In which step of a testimony a picture is."""


def _show(window: PersonalWindow, program: Program, page: str, draft_id: str) -> None:
    if page == "letter":
        window.home.page.letter_wanted.emit(_CAMPAIGN)
    elif page in {"settings", "settings-channels"}:
        window.findChildren(HomeRail)[0].place_wanted.emit(SETTINGS)
        if page == "settings-channels":
            window.findChildren(WaysSection)[0].wanted.emit("page", "edit")
    elif page == "sent":
        window.findChildren(HomeRail)[0].place_wanted.emit(SENT)
    elif page == "packet":
        _show_packet(window)
    elif page == "help":
        window.frame.top.help_wanted.emit()
    elif page != "home":
        _show_step(window, program, page, draft_id)


def _show_packet(window: PersonalWindow) -> None:
    """Show the list for a packet, with some of it chosen."""
    window.home.page.packet_wanted.emit()
    choices = window.findChildren(TickRow)
    for choice in choices[1:4]:
        choice.click()
    choices[3].setFocus()


def _show_step(window: PersonalWindow, program: Program, page: str, draft_id: str) -> None:
    window.home.opened.emit(program.drafting.open(draft_id))
    window.navigator.go(StepId(_STEP_OF.get(page, page)))
    _show_saved(window)
    if page == "versions":
        _set_times(program, draft_id)
        window.keeping.show_versions()
    elif page == "consent":
        window.sending.review(draft_id, "clerk")
        QThreadPool.globalInstance().waitForDone(_PREPARED)
    elif page == "phone":
        window.findChildren(SharePage)[0].phone_wanted.emit()


def _show_saved(window: PersonalWindow) -> None:
    """Save the open testimony, and say so with the time of the pictures."""
    saver = window.navigator.saver
    if saver is None:
        return
    saver.note_change()
    if not saver.finish(10.0):
        raise OSError("the testimony in the picture could not be saved")
    saver.saved_utc = _SAVED.timestamp()
    saver.state_changed.emit()
