"""What the form of a way to send asks for, kind by kind: the keys of `channels.toml` in plain words."""

from enum import Enum
from typing import NamedTuple

from testimony_app.ui.widgets.rows_field import RowWords
from testimony_app.ui.words import translate

KINDS_TO_SET_UP = ("mail_app", "email_smtp", "portal", "desk", "collection", "http_api")
"""The kinds that a person can set up, the simplest one first."""

SECRET = "password"  # noqa: S105  (the key of a box, and no password)
"""The key of the box for a password. It stands in no file."""

_NONE = RowWords("", "", "", "")


class Box(Enum):
    """In what kind of box a question is answered."""

    LINE = "line"
    LINES = "lines"
    NUMBER = "number"
    NUMBERS = "numbers"
    CHOICE = "choice"
    PIECES = "pieces"
    TABLE = "table"
    HIDDEN = "hidden"


class Field(NamedTuple):
    """One question. `key` is that of the file, `a.b` for one inside another; `start` stands in a new form.

    A `is_rare` question is asked last: few people need it.
    """

    key: str
    label: str
    hint: str = ""
    box: Box = Box.LINE
    is_needed: bool = False
    choices: tuple[tuple[object, str], ...] = ()
    rows: RowWords = _NONE
    is_rare: bool = False
    start: object = None


def fields_of(kind: str) -> tuple[Field, ...]:
    """Return what is asked of a kind, in the order in which it is asked."""
    title = Field(
        "title",
        translate("ways", "What shall we call it?"),
        translate("ways", "Such as: Email to the City Clerk"),
        is_needed=True,
    )
    enters = Field(
        "enters_record",
        translate("ways", "Does it enter the record of a hearing?"),
        box=Box.CHOICE,
        choices=_known(),
    )
    closes = Field(
        "closes",
        translate("ways", "Last moment for comments"),
        translate("ways", "With its time zone, such as 2026-12-08T16:00-06:00"),
        is_rare=True,
    )
    own = {
        "mail_app": _mail_app,
        "email_smtp": _email,
        "portal": _portal,
        "http_api": _http,
        "collection": _collection,
        "desk": _desk,
    }.get(kind)
    whole = (title, *(own() if own else ()), enters, closes)
    return tuple(sorted(whole, key=lambda field: field.is_rare))


def _mail_app() -> tuple[Field, ...]:
    to = _to()._replace(hint=translate("ways", "One address on each line. Leave it empty to type it there each time."))
    return (to, _copies(), _attached(start=["docx"], with_none=True))


def _email() -> tuple[Field, ...]:
    return (
        _to()._replace(is_needed=True),
        _copies(),
        Field(
            "from", translate("ways", "From"), translate("ways", "The address of the account that sends it"),
            is_needed=True,
        ),
        Field(
            "host", translate("ways", "Mail server"),
            translate("ways", "Such as mail.example.org. Whoever gives you the account can tell you."), is_needed=True,
        ),
        Field(
            "port", translate("ways", "Port of the mail server"), translate("ways", "Most often 465 or 587"),
            Box.NUMBER, is_needed=True, start=465,
        ),
        Field(
            "security", translate("ways", "How is the line to the server locked?"),
            translate("ways", "We never use a line that is not locked."), Box.CHOICE,
            choices=(
                ("tls", translate("ways", "From the start (TLS, port 465)")),
                ("starttls", translate("ways", "After a greeting (STARTTLS, port 587)")),
            ),
        ),
        _username(),
        _secret(),
        _attached(start=["docx"], with_none=True),
        _certificates(),
    )  # fmt: skip


def _portal() -> tuple[Field, ...]:
    return (
        Field(
            "url", translate("ways", "Address of the page"), translate("ways", "It begins with https://"),
            is_needed=True,
        ),
        Field(
            "pieces", translate("ways", "What the page asks for"), _about_fields(), Box.PIECES, is_needed=True,
            rows=RowWords(
                translate("ways", "What the page calls piece {number}"),
                translate("ways", "Our text for piece {number}"),
                translate("ways", "Remove piece {number}"),
                translate("ways", "Add a piece"),
            ),
            start=[{"title": translate("ways", "Comment"), "value": "{text}"}],
        ),
        Field(
            "most_characters", translate("ways", "Most letters the page takes"),
            translate("ways", "Leave it empty if you do not know."), Box.NUMBER,
        ),
        Field(
            "takes_files", translate("ways", "Does the page take files?"), box=Box.CHOICE, choices=_known()
        ),
        Field(
            "needs_account", translate("ways", "Does the page ask for an account?"), box=Box.CHOICE, choices=_known()
        ),
        Field("note", translate("ways", "A note to show beside the page")),
    )  # fmt: skip


def _http() -> tuple[Field, ...]:
    return (
        Field(
            "url", translate("ways", "Address of the program"), translate("ways", "It begins with https://"),
            is_needed=True,
        ),
        Field(
            "encoding", translate("ways", "In what form does it want the words?"), box=Box.CHOICE,
            choices=(
                ("json", translate("ways", "JSON")),
                ("form", translate("ways", "Like a web form")),
                ("multipart", translate("ways", "Like a web form with files")),
            ),
        ),
        Field(
            "fields", translate("ways", "What it asks for"), _about_fields(), Box.TABLE, is_needed=True,
            rows=RowWords(
                translate("ways", "Name of field {number} there"),
                translate("ways", "Our text for field {number}"),
                translate("ways", "Remove field {number}"),
                translate("ways", "Add a field"),
            ),
        ),
        Field(
            "receipt.status", translate("ways", "Answers that mean it was taken"),
            translate("ways", "Numbers from 200 to 299, with commas between them"), Box.NUMBERS, is_needed=True,
            start=[200, 201],
        ),
        Field(
            "auth", translate("ways", "How do we log in?"), box=Box.CHOICE,
            choices=(
                ("none", translate("ways", "Not at all")),
                ("bearer", translate("ways", "With a token")),
                ("basic", translate("ways", "With a user name and a password")),
            ),
        ),
        _username(),
        _secret(translate("ways", "Password or token")),
        _attached(start=[], with_none=True),
        Field("file_field", translate("ways", "Name of the field for files"), is_rare=True, start="file"),
        Field("receipt.field", translate("ways", "Field of the answer that holds the receipt"), is_rare=True),
        Field(
            "receipt.pattern", translate("ways", "Pattern that the answer must match"),
            translate("ways", "A regular expression"), is_rare=True,
        ),
        Field(
            "receipt.sha256_field", translate("ways", "Field of the answer that holds the SHA-256 of what it has"),
            is_rare=True,
        ),
        Field(
            "idempotency_header", translate("ways", "Header that tells a second try from a new one"), is_rare=True
        ),
        _certificates(),
    )  # fmt: skip


def _collection() -> tuple[Field, ...]:
    return (
        Field(
            "url", translate("ways", "Where the files go"),
            translate(
                "ways", "A folder such as /media/stick/box, or an address that begins with webdavs:// or s3://"
            ),
            is_needed=True,
        ),
        _attached(start=["docx"], with_none=False),
        _username(),
        _secret(),
        Field("endpoint", translate("ways", "Address of the server of a store"), is_rare=True),
        Field("region", translate("ways", "Region of a store"), is_rare=True),
        _certificates(),
    )  # fmt: skip


def _desk() -> tuple[Field, ...]:
    return (
        Field("address", translate("ways", "Where to hand it in")),
        Field("hours", translate("ways", "When it is open")),
        Field("copies", translate("ways", "How many copies to bring"), box=Box.NUMBER),
        Field("say", translate("ways", "What to say there")),
    )


def _to() -> Field:
    return Field("to", translate("ways", "To"), translate("ways", "One address on each line"), Box.LINES)


def _copies() -> Field:
    return Field("cc", translate("ways", "Copy to"), translate("ways", "One address on each line"), Box.LINES)


def _username() -> Field:
    return Field("username", translate("ways", "User name"))


def _secret(label: str = "") -> Field:
    return Field(SECRET, label or translate("ways", "Password"), box=Box.HIDDEN)


def _certificates() -> Field:
    return Field(
        "ca_file",
        translate("ways", "File with the certificate of the server"),
        translate("ways", "Only where the server has one of its own"),
        is_rare=True,
    )


def _attached(*, start: list[str], with_none: bool) -> Field:
    choices: list[tuple[object, str]] = [
        (["docx"], translate("ways", "A Word file")),
        (["pdf"], translate("ways", "A PDF")),
        (["txt"], translate("ways", "A plain text file")),
    ]
    if with_none:
        choices += [
            (["docx", "pdf"], translate("ways", "Word and PDF")),
            (["docx", "txt"], translate("ways", "Word and plain text")),
            ([], translate("ways", "No file")),
        ]
    return Field(
        "attach", translate("ways", "Which file goes along?"), box=Box.CHOICE, choices=tuple(choices), start=start
    )


def _known() -> tuple[tuple[object, str], ...]:
    return (
        ("unknown", translate("ways", "We do not know")),
        ("yes", translate("ways", "Yes")),
        ("no", translate("ways", "No")),
    )


def _about_fields() -> str:
    return translate(
        "ways",
        "In our texts {text} stands for the testimony. You can also use {name}, {subject}, {ward}, {neighborhood}, "
        "{position}, {matter}, {file_number}, {agenda_item} and {meeting_date}.",
    )
