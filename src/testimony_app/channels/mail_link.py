"""A `mailto:` link: for those whose mail program does not open message files."""

from collections.abc import Sequence
from urllib.parse import quote

LONGEST_LINK = 2000
"""Characters of a link that every system passes on. Microsoft gave 2,083 as the limit of Internet Explorer, to which
programs on Windows still keep; we leave some room."""


def mail_link(to: Sequence[str], cc: Sequence[str], subject: str, body: str) -> str:
    """Return a link with addresses, subject and body, and nothing else: a link can make some programs attach files.

    Where it would be too long the body is left out, and the person copies it.
    """
    head = f"mailto:{','.join(quote(address, safe='@') for address in to)}"
    values = [("cc", ",".join(cc)), ("subject", " ".join(subject.split())), ("body", body.replace("\n", "\r\n"))]
    asked = [f"{name}={quote(value, safe='')}" for name, value in values if value]
    link = f"{head}?{'&'.join(asked)}" if asked else head
    if len(link) <= LONGEST_LINK or not body:
        return link
    return mail_link(to, cc, subject, "")
