"""The shape of `channels.toml`: a table for each channel, `[channel.NAME]`. Unknown keys are errors."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Address = Annotated[
    str,
    Meta(
        pattern=r"^[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+$",
        max_length=254,
        description="an address such as clerk@example.org",
    ),
]
Title = Annotated[str, Meta(min_length=1, max_length=80)]
Line = Annotated[str, Meta(max_length=500)]
Day = Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}(-\d{2})?)?$", description="a date, YYYY-MM-DD or YYYY-MM")]
Moment = Annotated[
    str,
    Meta(
        pattern=r"^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$",
        description="a time with its zone, 2026-12-08T16:00-06:00",
    ),
]
Host = Annotated[str, Meta(pattern=r"^[A-Za-z0-9.:\-]+$", max_length=253, description="the name of a server")]
_LOOPBACK = r"(127\.0\.0\.1|localhost|\[::1\])([:/]|$)"
WebAddress = Annotated[
    str,
    Meta(
        pattern=rf"^(https://[^\s/@]+|http://{_LOOPBACK})\S*$",
        max_length=2000,
        description="an address that begins with https://",
    ),
]
BoxAddress = Annotated[
    str,
    Meta(
        pattern=rf"^(file:///|s3://[^\s/]|webdavs://[^\s/@]|webdav://{_LOOPBACK})\S*$",
        max_length=2000,
        description="an address that begins with file:///, webdavs:// or s3://",
    ),
]
SecretPlace = Annotated[
    str, Meta(pattern=r"^(keyring|env:[A-Za-z_][A-Za-z0-9_]*)$", description='"keyring" or "env:NAME"')
]
SealKey = Annotated[str, Meta(pattern=r"^(age1[0-9a-z]{58})?$", description="a public key of age, age1...")]
KEYRING = "keyring"
NAME_PATTERN = r"^[a-z][a-z0-9-]*$"
Document = Literal["docx", "pdf", "txt"]
Known = Literal["yes", "no", "unknown"]


class ChannelTable(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind"):
    """What every channel has.

    `checked_on` is when somebody last looked whether its addresses are right. `enters_record` says whether what comes
    this way enters the record of a hearing. `closes` is the last moment for comments, where it is known.
    """

    title: Title
    checked_on: Day = ""
    enters_record: Known = "unknown"
    closes: Moment = ""


class PracticeTable(ChannelTable, kw_only=True, forbid_unknown_fields=True, tag="practice"):
    """Does everything and sends nothing."""


class MailTable(ChannelTable, kw_only=True, forbid_unknown_fields=True, tag=None):
    """What the two ways of mail have: who gets it, and the files that go along."""

    to: Annotated[tuple[Address, ...], Meta(max_length=20)] = ()
    cc: Annotated[tuple[Address, ...], Meta(max_length=20)] = ()
    attach: Annotated[tuple[Document, ...], Meta(max_length=3)] = ("docx",)


class MailAppTable(MailTable, kw_only=True, forbid_unknown_fields=True, tag="mail_app"):
    """Opens the person's own mail program."""


class SmtpTable(MailTable, kw_only=True, forbid_unknown_fields=True, tag="email_smtp", rename={"sender": "from"}):
    """Sends through an account of the organisation or the person. Its connection is always encrypted and checked."""

    to: Annotated[tuple[Address, ...], Meta(min_length=1, max_length=20)]
    sender: Address
    host: Host
    port: Annotated[int, Meta(ge=1, le=65535)]
    security: Literal["starttls", "tls"]
    username: Line = ""
    secret: SecretPlace = KEYRING
    ca_file: Line = ""


class PortalPiece(msgspec.Struct, forbid_unknown_fields=True):
    """One thing a web page asks for: what it is called there, and our text for it, such as "{name}"."""

    title: Title
    value: Line


class PortalTable(ChannelTable, kw_only=True, forbid_unknown_fields=True, tag="portal"):
    """A web page that the person fills in and sends. `most_characters` is how long the comment may be, 0: unknown."""

    url: WebAddress
    pieces: Annotated[tuple[PortalPiece, ...], Meta(min_length=1, max_length=30)]
    most_characters: Annotated[int, Meta(ge=0)] = 0
    takes_files: Known = "unknown"
    needs_account: Known = "unknown"
    note: Line = ""


class ReceiptRule(msgspec.Struct, forbid_unknown_fields=True):
    """When an answer counts as a receipt: one of these status codes, and a field that must be there and match.

    `sha256_field` names the field that holds the SHA-256, in hex, of the body that the server has; it must be ours.
    """

    status: Annotated[tuple[Annotated[int, Meta(ge=200, le=299)], ...], Meta(min_length=1)]
    field: Line = ""
    pattern: Line = ""
    sha256_field: Line = ""


class HttpTable(ChannelTable, kw_only=True, forbid_unknown_fields=True, tag="http_api"):
    """Sends to an address of a program. `fields` maps its field names to our texts, such as "{text}"."""

    url: WebAddress
    encoding: Literal["json", "form", "multipart"]
    fields: Annotated[dict[str, Line], Meta(min_length=1, max_length=60)]
    receipt: ReceiptRule
    attach: Annotated[tuple[Document, ...], Meta(max_length=3)] = ()
    file_field: Annotated[str, Meta(min_length=1, max_length=60)] = "file"
    idempotency_header: Annotated[
        str, Meta(pattern=r"^[A-Za-z0-9-]*$", max_length=60, description="letters, digits and hyphens")
    ] = ""
    auth: Literal["none", "bearer", "basic"] = "none"
    username: Line = ""
    secret: SecretPlace = KEYRING
    ca_file: Line = ""


class CollectionTable(ChannelTable, kw_only=True, forbid_unknown_fields=True, tag="collection"):
    """Puts one file for each testimony into a folder, on a stick, or into a shared store."""

    url: BoxAddress
    attach: Annotated[tuple[Document, ...], Meta(min_length=1, max_length=3)] = ("docx",)
    endpoint: Line = ""
    region: Line = ""
    username: Line = ""
    secret: SecretPlace = KEYRING
    ca_file: Line = ""
    seal_to: SealKey = ""


class DeskTable(ChannelTable, kw_only=True, forbid_unknown_fields=True, tag="desk"):
    """A place to hand in a printed copy. What is empty is not known, and is said so."""

    address: Line = ""
    hours: Line = ""
    copies: Annotated[int, Meta(ge=0, le=100)] = 0
    say: Line = ""


CHANNEL_TABLES: dict[str, type[ChannelTable]] = {
    "practice": PracticeTable,
    "mail_app": MailAppTable,
    "email_smtp": SmtpTable,
    "portal": PortalTable,
    "http_api": HttpTable,
    "collection": CollectionTable,
    "desk": DeskTable,
}
"""The shape of each kind of channel."""

AnyChannel = PracticeTable | MailAppTable | SmtpTable | PortalTable | HttpTable | CollectionTable | DeskTable


class ChannelsFile(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file, for its JSON Schema. It is read table by table, so that each mistake is told of its own kind."""

    channel: dict[Annotated[str, Meta(pattern=NAME_PATTERN, max_length=40)], AnyChannel] = {}
