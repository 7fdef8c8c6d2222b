"""The shapes of `campaign.toml` and `points/<id>.toml`, as they stand in the files.

Every table refuses keys it does not know. The JSON Schemas in `resources/schemas/` are generated from these classes,
and their docstrings are the schemas' descriptions.
"""

from typing import Annotated

from msgspec import Meta, Struct

# Python's `$` lets a line break follow, JSON Schema's does not: `$(?!\n)` is the end of the text in both.
Id = Annotated[
    str,
    Meta(pattern=r"^[a-z][a-z0-9-]*$(?!\n)", max_length=64, description="Lower-case letters, digits and hyphens"),
]
Words = Annotated[str, Meta(min_length=1, max_length=4000, description="Text for people")]
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
Day = Annotated[str, Meta(pattern=rf"^\d{{4}}(-{_MONTH}(-{_DAY})?)?$(?!\n)", description="YYYY, YYYY-MM or YYYY-MM-DD")]
DayOrUnknown = Annotated[
    str,
    Meta(
        pattern=rf"^(\d{{4}}(-{_MONTH}(-{_DAY})?)?|unknown)$(?!\n)",
        description='YYYY, YYYY-MM, YYYY-MM-DD or "unknown"',
    ),
]
Month = Annotated[str, Meta(pattern=rf"^\d{{4}}-{_MONTH}(-{_DAY})?$(?!\n)", description="YYYY-MM or YYYY-MM-DD")]
# What RFC 3986 allows in an address of the web, without a user or an address of numbers in brackets: Word calls a file
# with a link to anything else damaged, and signs that turn the direction of writing could make one look like another.
_HOST = "[A-Za-z0-9._~-]+(:[0-9]{1,5})?"
_REST = "([/?#]([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
Link = Annotated[
    str,
    Meta(pattern=rf"^(https?://{_HOST}{_REST})?$(?!\n)", max_length=500, description="A web address, or empty"),
]
_TAG = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
Language = Annotated[str, Meta(pattern=rf"^{_TAG}$(?!\n)", description="A language tag such as en")]
LanguageOrNone = Annotated[str, Meta(pattern=rf"^({_TAG})?$(?!\n)", description="A language tag such as en, or empty")]


class SourceFile(Struct, forbid_unknown_fields=True, frozen=True):
    """Where a claim was read: who published it, when, and when we read it.

    `language` is that of publisher and title where it is another than that of the texts around.
    """

    publisher: Words
    date: DayOrUnknown
    read_on: Month
    title: str = ""
    url: Link = ""
    language: LanguageOrNone = ""


class SentenceFile(Struct, forbid_unknown_fields=True, frozen=True):
    """One suggested sentence, used only when every field in `needs` is filled and none in `unless`."""

    text: Words
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class EvidenceFile(Struct, forbid_unknown_fields=True, frozen=True):
    """One fact that can be cited. `fact` numbers its row in the campaign's table of facts; `name` is for its switch."""

    id: Id
    sentence: Words
    fact: Annotated[int, Meta(ge=0)]
    source: SourceFile
    as_of: DayOrUnknown
    caution: str = ""
    name: Annotated[str, Meta(max_length=48, description="A few words that stand for the fact on its switch")] = ""


class PointFile(Struct, forbid_unknown_fields=True, frozen=True):
    """One point of the letter, in a file of its own."""

    id: Id
    title: Words
    summary: Words
    paragraphs: Annotated[tuple[Annotated[int, Meta(ge=1)], ...], Meta(min_length=1)]
    as_of: DayOrUnknown
    prompts: Annotated[tuple[Words, ...], Meta(min_length=1, max_length=4)]
    starters: tuple[Words, ...] = ()
    caution: str = ""
    evidence: tuple[EvidenceFile, ...] = ()
    others_said: tuple[EvidenceFile, ...] = ()


class AskFile(Struct, forbid_unknown_fields=True, frozen=True):
    """One thing the body could be asked to do."""

    id: Id
    title: Words
    text: Words
    opening: str
    from_letter: bool
    as_of: DayOrUnknown
    answered: str = ""


class ParagraphFile(Struct, forbid_unknown_fields=True, frozen=True):
    """Our summary of one paragraph of the letter. It never holds the letter's own sentences."""

    number: Annotated[int, Meta(ge=1)]
    summary: Words


class LetterFile(Struct, forbid_unknown_fields=True, frozen=True):
    """The letter the campaign is made from."""

    title: Words
    published_at: SourceFile
    about_date: Words
    ask_name: Words
    signers: tuple[Words, ...]
    about_signers: Words
    paragraphs: tuple[ParagraphFile, ...]


class EventFile(Struct, forbid_unknown_fields=True, frozen=True):
    """Something that has happened since the letter."""

    date: DayOrUnknown
    text: Words
    fact: Annotated[int, Meta(ge=0)]
    source: SourceFile
    caution: str = ""


class CampaignFile(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """`campaign.toml`: everything of a campaign but its points. `points` names them, in the order they are shown."""

    format: Annotated[str, Meta(pattern=r"^campaign/1$(?!\n)", description='Always "campaign/1"')]
    id: Id
    version: Annotated[int, Meta(ge=1)]
    language: Language
    title: Words
    subject: Words
    body: Id
    made_by: Words
    reviewed_by_signers: bool
    about_review: Words
    last_checked: Month
    turning_point: str = ""
    hearing: str = ""
    limits: tuple[Words, ...] = ()
    letter: LetterFile
    since: tuple[EventFile, ...] = ()
    asks: tuple[AskFile, ...] = ()
    default_ask: str = ""
    points: tuple[Id, ...] = ()
    opening: tuple[SentenceFile, ...] = ()
    thanks: tuple[SentenceFile, ...] = ()
