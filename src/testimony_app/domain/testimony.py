"""A testimony as it will be read: sections of passages, each of which knows whose words it holds."""

from dataclasses import dataclass
from enum import Enum

from testimony_app.domain.campaign import Evidence


class Origin(Enum):
    """Whose words a passage holds."""

    OWN = "own"
    CAMPAIGN = "campaign"
    EVIDENCE = "evidence"


class SectionKind(Enum):
    """What part of the testimony a section is."""

    OPENING = "opening"
    POINT = "point"
    OWN_POINT = "own_point"
    ASK = "ask"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text of one origin. `evidence` is the id of the cited fact it comes from, else empty.

    `language` is given where it is not that of the testimony, as in a campaign that has no translation.
    """

    text: str
    origin: Origin
    evidence: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One section. Its passages joined are exactly its text.

    `suggestion` is what the app would suggest now. `is_edited` says that the person's own version stands instead, and
    `offers_suggestion` that the suggestion has changed since they made it. `spoken` is False for print only.
    `heading_language` is given where it is not that of the testimony.
    """

    id: str
    kind: SectionKind
    heading: str
    passages: tuple[Passage, ...]
    suggestion: str
    spoken: bool = True
    is_edited: bool = False
    offers_suggestion: bool = False
    heading_language: str = ""

    @property
    def text(self) -> str:
        """The section as it reads."""
        return "".join(passage.text for passage in self.passages)


class RecordKind(Enum):
    """A line of the record block, by the word that labels it in `DocumentWords`."""

    TO = "to"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    FILE_NUMBER = "file_number"
    SUBJECT = "subject"
    POSITION = "position"
    SENDER = "sender"
    WARD = "ward"
    NEIGHBORHOOD = "neighborhood"
    ON_BEHALF_OF = "on_behalf_of"


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line a clerk files by. Lines that are not known do not exist.

    `language` is that of the value, given where it is not that of the testimony.
    """

    kind: RecordKind
    value: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Testimony:
    """Everything a document, a screen or a message shows. `citations` are the cited facts in the order of their notes.

    `title` names the testimony in lists; documents bear `record_subject`. `author` is the name that may be published,
    empty where there is none. `subject` is that of a mail. `citations_language` is given where it is not that of the
    testimony; a source may be in another one still.
    """

    id: str
    language: str
    title: str
    author: str
    subject: str
    record: tuple[RecordLine, ...]
    sections: tuple[Section, ...]
    citations: tuple[Evidence, ...]
    translation_note: str = ""
    translation_text: str = ""
    translation_language: str = ""
    citations_language: str = ""

    @property
    def text(self) -> str:
        """The whole testimony as it is said and printed, sections parted by an empty line."""
        return "\n\n".join(section.text for section in self.sections if section.text.strip())

    @property
    def record_subject(self) -> RecordLine:
        """The line of the record block under which it is filed. Its value is empty where nothing is known."""
        subjects = (line for line in self.record if line.kind is RecordKind.SUBJECT)
        return next(subjects, RecordLine(RecordKind.SUBJECT, ""))

    def section(self, section_id: str) -> Section | None:
        """Return the section with this id, or None."""
        return next((section for section in self.sections if section.id == section_id), None)

    def note(self, evidence_id: str) -> int:
        """Return the number of the note of a cited fact, counted from 1."""
        return [each.id for each in self.citations].index(evidence_id) + 1
