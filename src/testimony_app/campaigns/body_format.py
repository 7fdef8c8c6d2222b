"""The shape of `bodies/<id>.toml`, as it stands in the file.

Every value is a table with `value`, `source` and `checked_on`; the value "unknown" is legal and means that somebody
looked and could not find it.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from testimony_app.campaigns.campaign_format import Id, LanguageOrNone, Month, SourceFile, Words

Unknown = Literal["unknown"]


class TextFact(Struct, forbid_unknown_fields=True, frozen=True):
    """A looked-up text. `source` names a table under `sources`; "unknown" needs none."""

    value: Words
    checked_on: Month
    source: str = ""
    note: str = ""


class NumberFact(Struct, forbid_unknown_fields=True, frozen=True):
    """A looked-up whole number, or "unknown"."""

    value: Annotated[int, Meta(ge=1)] | Unknown
    checked_on: Month
    source: str = ""
    note: str = ""


class YesNoFact(Struct, forbid_unknown_fields=True, frozen=True):
    """A looked-up yes or no, or "unknown"."""

    value: bool | Unknown
    checked_on: Month
    source: str = ""
    note: str = ""


class ListFact(Struct, forbid_unknown_fields=True, frozen=True):
    """A looked-up list of texts, or "unknown"."""

    value: tuple[Words, ...] | Unknown
    checked_on: Month
    source: str = ""
    note: str = ""


class SpeakingFile(Struct, forbid_unknown_fields=True, frozen=True):
    """How people may speak. `time_limit_seconds` is per person."""

    time_limit_seconds: NumberFact
    sign_up: TextFact
    where_people_speak: TextFact
    place: TextFact
    agenda: TextFact
    interpreted_time: TextFact
    what_is_public: TextFact


class WritingFile(Struct, forbid_unknown_fields=True, frozen=True):
    """How the body takes written testimony."""

    limit_words: NumberFact
    limit_characters: NumberFact
    how_to_send: TextFact
    file_types: ListFact
    deadline: TextFact
    what_is_public: TextFact


class AsksForFile(Struct, forbid_unknown_fields=True, frozen=True):
    """Which details of a person the body asks for."""

    full_name: YesNoFact
    address: YesNoFact
    position: YesNoFact
    email: YesNoFact | None = None
    phone: YesNoFact | None = None


class ContactFile(Struct, forbid_unknown_fields=True, frozen=True):
    """One way to reach the body."""

    kind: Literal["phone", "email", "postal", "web", "room"]
    title: Words
    detail: TextFact


class BodyFile(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A public body. `audience` is how its members are greeted; `language` is that of the texts."""

    format: Annotated[str, Meta(pattern=r"^body/1$(?!\n)", description='Always "body/1"')]
    id: Id
    language: LanguageOrNone = ""
    name: Words
    audience: str = ""
    last_checked: Month
    file_name: str = ""
    mail_subject: tuple[Words, ...] = ()
    sources: dict[str, SourceFile]
    place: TextFact
    districts: ListFact
    members: NumberFact
    speaking: SpeakingFile
    writing: WritingFile
    asks_for: AsksForFile
    accommodation: TextFact
    languages: TextFact
    contacts: tuple[ContactFile, ...] = ()
