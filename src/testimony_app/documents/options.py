"""What can be chosen about a document, beside its words."""

from dataclasses import dataclass
from datetime import datetime

from testimony_app.domain.language import Language


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How a testimony is set.

    `language` gives the document's own words. `reference` and `replaces` are those of the version that leaves the
    computer, empty where it has none. `headings` can be turned off. `made_at` is the only time a document carries.
    """

    language: Language
    made_at: datetime
    headings: bool = True
    reference: str = ""
    replaces: str = ""
