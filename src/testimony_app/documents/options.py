"""What can be chosen about a document, beside its words."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from testimony_app.documents.phone_codes import PhoneCode
from testimony_app.domain.contact import ContactLine
from testimony_app.domain.language import Language, unless_same


class Variant(Enum):
    """What a document is for: to be filed, to be read with weak sight, to be held while speaking, to be reached."""

    WRITTEN = "written"
    LARGE_PRINT = "large-print"
    SPEAKING_CARD = "speaking-card"
    COVER_NOTE = "cover-note"


class Paper(Enum):
    """The size of a page, by the name that Typst has for it."""

    LETTER = "us-letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How a testimony is set.

    `language` gives the document's own words. `reference` and `replaces` are those of the version that leaves the
    computer, empty where it has none. `headings` can be turned off. `made_at` is the only time a document carries.
    A letterhead has its own size of `paper`. `contact` is how to reach the person: it is given for a cover note alone,
    so that no other document can hold it. `codes` hold the text for a phone, and stand at the foot of a PDF.
    """

    language: Language
    made_at: datetime
    headings: bool = True
    reference: str = ""
    replaces: str = ""
    variant: Variant = Variant.WRITTEN
    paper: Paper = Paper.LETTER
    contact: tuple[ContactLine, ...] = ()
    codes: tuple[PhoneCode, ...] = ()

    def words_language(self, testimony: str) -> str:
        """Return the language of a document's own words where it is not that of the testimony, else nothing."""
        return unless_same(self.language.words_tag, testimony)

    @property
    def foot(self) -> str:
        """What stands at the foot of every page: the reference, and the one it replaces."""
        words = self.language.words
        replaced = words.replaces.replace("{reference}", self.replaces) if self.replaces else ""
        return ". ".join(part for part in (self.reference, replaced) if part)
