"""What is said of earlier versions: when and why they were saved, and what differs."""

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from testimony_app.domain.comparing import Answer, Change, Piece, SectionChange
from testimony_app.domain.testimony import SectionKind
from testimony_app.store.history import Version
from testimony_app.ui.dates import moment


def version_time(version: Version) -> str:
    """Return when a version was saved, as a line of its own; a time that cannot be read is said to be unknown."""
    try:
        words = moment(version.saved_utc, datetime.now(UTC))
    except ValueError:
        return QCoreApplication.translate("versions", "At a time we do not know")
    return words[:1].upper() + words[1:]


def version_reason(version: Version) -> str:
    """Return why a version was saved, or that it left the computer."""
    translate = QCoreApplication.translate
    if version.ref:
        return translate("versions", "Left this computer as {reference}").replace("{reference}", version.ref)
    reasons = {
        "typing": translate("versions", "While you wrote"),
        "nav": translate("versions", "When you went to another page"),
        "close": translate("versions", "When you closed it"),
        "title": translate("versions", "When you named it"),
        "copy": translate("versions", "When it was copied"),
        "import": translate("versions", "When it was brought in"),
        "restore": translate("versions", "When you took a version back"),
        "salvage": translate("versions", "Read from a damaged file"),
        "cleared": translate("versions", "When you emptied it"),
    }
    return reasons.get(version.reason, translate("versions", "Saved"))


def section_title(section: SectionChange) -> str:
    """Return what a section is called."""
    translate = QCoreApplication.translate
    if section.kind is SectionKind.OPENING:
        return translate("versions", "Opening")
    if section.kind is SectionKind.ASK:
        return translate("versions", "What you want the Council to do")
    if section.kind is SectionKind.THANKS:
        return translate("versions", "Thanks")
    return section.heading or translate("versions", "Your own point")


def answer_words(answers: Iterable[Answer]) -> str:
    """Return which answers beside the text differ, as one line."""
    translate = QCoreApplication.translate
    names = {
        Answer.TITLE: translate("versions", "its name"),
        Answer.PERSON: translate("versions", "who you are"),
        Answer.HEARING: translate("versions", "how the Council will hear it"),
        Answer.POSITION: translate("versions", "your position"),
        Answer.VIEW: translate("versions", "whether you see it differently"),
        Answer.CONTACT: translate("versions", "how to reach you"),
        Answer.SET_ASIDE: translate("versions", "points that were taken out"),
        Answer.SILENT: translate("versions", "what is said aloud"),
        Answer.TRANSLATION: translate("versions", "the translation"),
    }
    return translate("versions", "Other answers that differ: {answers}.").replace(
        "{answers}", ", ".join(names[answer] for answer in answers)
    )


def spoken_comparison(pieces: Iterable[Piece]) -> str:
    """Return a comparison as it is read aloud: what was taken out and what was added is said before the words."""
    translate = QCoreApplication.translate
    patterns = {
        Change.SAME: "{text}",
        Change.REMOVED: translate("versions", "[taken out: {text}]"),
        Change.ADDED: translate("versions", "[added: {text}]"),
    }
    return " ".join(
        patterns[piece.change].replace("{text}", piece.text.strip()) for piece in pieces if piece.text.strip()
    )
