"""The shape of `.testimony.json`, as it stands in the file. The JSON Schema is generated from these classes.

Every object refuses keys it does not know. Only `format` and `language` are required.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

FORMAT: Literal["testimony/1"] = "testimony/1"
MOST_BYTES = 8 * 1024 * 1024
"""The largest file that is read. A testimony of two minutes has some 2,000 bytes."""

MOST_BYTES_WITH_REVISIONS = 64 * 1024 * 1024
"""The largest file that is read where it brings its earlier versions along: some thousands of them."""

MOST_OWN_NEXT = 1_000_000
"""The highest number the next own point may have."""

# Python's `$` lets a line break follow, JSON Schema's does not: `$(?!\n)` is the end of the text in both.
Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$(?!\n)", max_length=64)]
DraftId = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$(?!\n)")]
Rev = Annotated[int, Meta(ge=1, le=1_000_000_000)]
Moment = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$(?!\n)")]
Ref = Annotated[str, Meta(pattern=r"^(T-[0-9A-HJKMNP-TV-Z]{7})?$(?!\n)")]
Reason = Literal["typing", "nav", "close", "title", "copy", "import", "restore", "salvage", "cleared"]
LanguageTag = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$(?!\n)", max_length=35)]


class PersonFile(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """Who is speaking. `connection` is one whole sentence."""

    name: str = ""
    ward: str = ""
    neighborhood: str = ""
    connection: str = ""


class MatterFile(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """The item before the body. `meeting_date` is best written YYYY-MM-DD."""

    title: str = ""
    file_number: str = ""
    agenda_item: str = ""
    meeting_date: str = ""


class ContactFile(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """How to reach the person. Never printed in the document."""

    email: str = ""
    phone: str = ""
    address: str = ""


class OwnAskFile(Struct, forbid_unknown_fields=True, frozen=True):
    """What the person wants done, in their own words."""

    text: str


class NamedBodyFile(Struct, forbid_unknown_fields=True, frozen=True):
    """A body that is not in the list."""

    name: str


class PointFile(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """A chosen point: a campaign's by its id, or the person's own with a title. An own point without id gets one."""

    id: Id = ""
    title: str = ""
    story: str = ""
    evidence: tuple[Id, ...] = ()


class EditFile(Struct, forbid_unknown_fields=True, frozen=True):
    """A rewritten section and the suggestion it started from."""

    text: str
    base: str


class TranslationFile(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """A translation the person brings along."""

    language: LanguageTag
    text: str
    translator: str = ""


class AnswersFile(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True, kw_only=True):
    """One testimony as its author left it: the answers, not the composed text."""

    format: Literal["testimony/1"]
    language: LanguageTag
    id: DraftId | None = None
    campaign: Id | None = None
    body: Id | NamedBodyFile | None = None
    differs: bool = False
    own_next: Annotated[int, Meta(ge=1, le=MOST_OWN_NEXT)] = 1
    title: str = ""
    person: PersonFile = PersonFile()
    withhold: tuple[Literal["name"], ...] = ()
    on_behalf_of: str = ""
    position: Literal["for", "against", "neutral", "unstated"] | None = None
    delivery: Literal["aloud", "written", "both", "unsure"] | None = None
    matter: MatterFile = MatterFile()
    contact: ContactFile = ContactFile()
    ask: Id | OwnAskFile | None = None
    points: tuple[PointFile, ...] = ()
    set_aside: tuple[PointFile, ...] = ()
    edits: dict[Id, str | EditFile] = {}
    silent: tuple[Id, ...] = ()
    translation: TranslationFile | None = None


class RevisionFile(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True, kw_only=True):
    """An earlier version: its number, when and why it was saved, its answers, and its text as composed then.

    `reference` is what stands on it where it left the computer.
    """

    rev: Rev
    saved_utc: Moment
    reason: Reason
    text: str
    answers: AnswersFile
    reference: Ref = ""


class TestimonyFile(AnswersFile, forbid_unknown_fields=True, omit_defaults=True, frozen=True, kw_only=True):
    """One testimony, and where somebody moves it to another computer its versions, the oldest first."""

    revisions: tuple[RevisionFile, ...] = ()
