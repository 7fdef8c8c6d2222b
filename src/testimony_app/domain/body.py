"""A public body: how people may speak and write to it, as far as anyone has looked it up."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from testimony_app.domain.sources import Source

T = TypeVar("T")

DEFAULT_FILE_NAME = "{file_number}_{meeting_date}_{name}"
"""How a file is named where the body says nothing: `2020-00681_2026-12-08_Rosa-Maple`. Unknown parts are left out."""

DEFAULT_MAIL_SUBJECT = ("Public comment", "file {file_number}", "{name}")
"""The parts of a mail subject, joined by commas. A part with an unknown field is left out."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One looked-up value. `value` is None where nobody could find it: shown as unknown, never guessed.

    `checked_on` is when somebody last looked, YYYY-MM or YYYY-MM-DD. `note` holds a doubt worth showing beside it.
    """

    value: T | None
    checked_on: str
    source: Source | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HearingRules:
    """How a body hears people who come to speak."""

    time_limit_seconds: Fact[int]
    sign_up: Fact[str]
    where_people_speak: Fact[str]
    place: Fact[str]
    agenda: Fact[str]
    interpreted_time: Fact[str]
    what_is_public: Fact[str]


@dataclass(frozen=True, slots=True)
class WritingRules:
    """How a body takes written testimony. Limits are counted as the body counts them: words or characters."""

    limit_words: Fact[int]
    limit_characters: Fact[int]
    how_to_send: Fact[str]
    file_types: Fact[tuple[str, ...]]
    deadline: Fact[str]
    what_is_public: Fact[str]


@dataclass(frozen=True, slots=True)
class AskedFields:
    """Which of a person's details the body asks for. Nobody has looked at what is None."""

    full_name: Fact[bool]
    address: Fact[bool]
    position: Fact[bool]
    email: Fact[bool] | None = None
    phone: Fact[bool] | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach the body: a telephone number, a mail address, a room. `kind` says which."""

    kind: str
    title: str
    detail: Fact[str]


@dataclass(frozen=True, slots=True)
class PublicBody:
    """A council, board or commission. `audience` is how its members are greeted ("Council Members").

    `language` is that of its texts, empty where nobody has said it. A body that is not in our list has only a name;
    see `unlisted_body`.
    """

    id: str
    name: str
    audience: str = ""
    place: Fact[str] | None = None
    districts: Fact[tuple[str, ...]] | None = None
    members: Fact[int] | None = None
    speaking: HearingRules | None = None
    writing: WritingRules | None = None
    asks_for: AskedFields | None = None
    accommodation: Fact[str] | None = None
    languages: Fact[str] | None = None
    contacts: tuple[Contact, ...] = ()
    file_name: str = DEFAULT_FILE_NAME
    mail_subject: tuple[str, ...] = DEFAULT_MAIL_SUBJECT
    last_checked: str = ""
    language: str = ""

    @property
    def time_limit_seconds(self) -> int | None:
        """How long one person may speak, in seconds, or None where it is not known."""
        return self.speaking.time_limit_seconds.value if self.speaking else None


def unlisted_body(name: str) -> PublicBody:
    """Return the body of somebody whose council is not listed: its name, and nothing we would have to guess."""
    return PublicBody(id="", name=name)
