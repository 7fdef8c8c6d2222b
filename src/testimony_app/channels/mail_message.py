"""A letter as a mail message (RFC 5322, MIME): the same bytes each time it is made from the same letter and ids."""

import email.policy
import re
from dataclasses import dataclass
from datetime import UTC
from email.charset import QP, Charset
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime

from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.domain.submission import Attachment, Letter, SubmissionIds
from testimony_app.domain.text import clean, one_line

LONGEST_SUBJECT = 250
"""Characters of a subject; what is longer ends in an ellipsis."""

LONGEST_NAME = 100
"""Characters of the name beside an address."""

LONGEST_ADDRESS = 254
"""Bytes of an address (RFC 5321, 4.5.3.1.3, less the angle brackets)."""

_LONGEST_LOCAL_PART = 64
_LONGEST_ATTACHMENT_NAME = 150
_NO_ADDRESS_SIGN = re.compile(r'[\s"(),:;<>@\[\]\\\x00-\x20\x7f-\xa0]')
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE)
_NO_FILE_NAME_SIGN = re.compile(r'[<>:"/\\|?*]')
_CONTENT_TYPE = re.compile(r"([a-z]+)/([a-z0-9.+-]+)")
_NO_SENDER_DOMAIN = "testimony.invalid"


@dataclass(frozen=True, slots=True)
class MailAddresses:
    """Whose account sends, to whom, and who gets a copy that all may see.

    `sender` is empty for a message that a mail program will send from an account we do not know.
    """

    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()


def mail_message(letter: Letter, ids: SubmissionIds, addresses: MailAddresses, *, unsent: bool = False) -> bytes:
    """Return `letter` as a message, its lines ended by CRLF.

    The text is `cover`, an empty line, and the testimony. The copy to the person is no header: it goes to them by the
    envelope alone, since clerks post what they receive. `unsent` adds `X-Unsent: 1`, at which mail programs open the
    file as a draft; only such a one may have no receiver yet.

    Raises OrganizerError `mail_address_not_valid` with the `address`, and PersonError `own_address_not_valid` or
    `text_invalid_unicode`.
    """
    if not addresses.to and not unsent:
        raise OrganizerError("mail_address_not_valid", address="")
    sender = _of_settings(addresses.sender) if addresses.sender else ""
    lines = []
    if sender:
        lines.append(f"From: {_mailbox(letter.sender_name, sender)}")
    if addresses.to:
        lines.append(f"To: {_list(addresses.to)}")
    if addresses.cc:
        lines.append(f"Cc: {_list(addresses.cc)}")
    if letter.reply_to:
        lines.append(f"Reply-To: {own_address(letter.reply_to)}")
    lines.append(f"Subject: {_unstructured('Subject', _capped(letter.subject, LONGEST_SUBJECT))}")
    lines.append(f"Date: {format_datetime(ids.made_at.astimezone(UTC))}")
    lines.append(f"Message-ID: {message_id(ids, sender)}")
    if re.fullmatch(r"[A-Za-z0-9-]{1,35}", letter.language):
        lines.append(f"Content-Language: {letter.language}")
    if unsent:
        lines.append("X-Unsent: 1")
    head = "".join(f"{line}\r\n" for line in lines)
    return head.encode() + _content(letter, ids).as_bytes()


def message_id(ids: SubmissionIds, sender: str) -> str:
    """Return the Message-ID of a submission: its UUID at the domain of the sender's address."""
    domain = valid_address(sender).rpartition("@")[2] if sender else _NO_SENDER_DOMAIN
    return f"<{ids.submission}@{domain}>"


def valid_address(address: str) -> str:
    """Return a bare address as a server takes it, its domain in ASCII, or an empty text where it is none.

    Quoted local parts and address literals are not taken: no council uses one, and both hide tricks.
    """
    local, at, domain = address.rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii")
        taken = f"{local}@{domain}".encode()
    except UnicodeError:
        return ""
    named = all(_LABEL.fullmatch(label) for label in domain.split("."))
    if not at or not local or not named or _NO_ADDRESS_SIGN.search(local) or not local.isprintable():
        return ""
    if len(taken) > LONGEST_ADDRESS or len(local.encode()) > _LONGEST_LOCAL_PART:
        return ""
    return taken.decode()


def own_address(address: str) -> str:
    """Return the address a person gave as theirs, as a server takes it. Raises PersonError `own_address_not_valid`."""
    valid = valid_address(address.strip())
    if not valid:
        raise PersonError("own_address_not_valid")
    return valid


def _of_settings(address: str) -> str:
    valid = valid_address(address)
    if not valid:
        raise OrganizerError("mail_address_not_valid", address=_capped(address, LONGEST_NAME))
    return valid


def _list(addresses: tuple[str, ...]) -> str:
    return ",\r\n ".join(_of_settings(address) for address in addresses)


def _capped(text: str, most: int) -> str:
    line = one_line(clean(text).text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _mailbox(name: str, address: str) -> str:
    """Return a name and an address. The standard library's own folding loses spaces and quotes of longer names."""
    name = _capped(name, LONGEST_NAME)
    if not name:
        return address
    if _is_plain(name):
        escaped = name.replace("\\", r"\\").replace('"', r"\"")
        return f'"{escaped}"\r\n <{address}>'
    return f"{_encoded_words('From', name)}\r\n <{address}>"


def _unstructured(header: str, value: str) -> str:
    if _is_plain(value):
        return Header(value, "us-ascii", header_name=header).encode(splitchars=" ", linesep="\r\n")
    return _encoded_words(header, value)


def _is_plain(value: str) -> bool:
    return value.isascii() and "=?" not in value


def _encoded_words(header: str, value: str) -> str:
    charset = Charset("utf-8")
    charset.header_encoding = QP  # the letters it leaves as they are may stand in a name, too (RFC 2047, 5 (3))
    return Header(value, charset, header_name=header).encode(linesep="\r\n")


def _content(letter: Letter, ids: SubmissionIds) -> EmailMessage:
    parts = [clean(part).text for part in (letter.cover, letter.text) if part]
    content = EmailMessage(policy=email.policy.SMTP)
    content.set_content("\n\n".join(parts), cte="quoted-printable")
    for attachment in letter.attachments:
        _attach(content, attachment)
    if letter.attachments:
        content.set_boundary(f"=_{ids.submission}")  # neither encoding can hold "=_", so no part can hold the border
    return content


def _attach(content: EmailMessage, attachment: Attachment) -> None:
    known = _CONTENT_TYPE.fullmatch(attachment.content_type)
    maintype, subtype = known.groups() if known and known[1] not in {"text", "message", "multipart"} else _UNKNOWN_TYPE
    name = _NO_FILE_NAME_SIGN.sub("", _capped(attachment.name, _LONGEST_ATTACHMENT_NAME)) or "testimony"
    content.add_attachment(attachment.content, maintype=maintype, subtype=subtype, filename=name)
    part = list(content.iter_parts())[-1]
    del part["MIME-Version"]  # belongs to the message alone


_UNKNOWN_TYPE = ("application", "octet-stream")
