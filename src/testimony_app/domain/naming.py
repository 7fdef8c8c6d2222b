"""How a testimony is called: its title, its file and the subject of a mail. A withheld name is in none of them."""

import re
import unicodedata

from testimony_app.domain.body import DEFAULT_FILE_NAME, DEFAULT_MAIL_SUBJECT, PublicBody
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.draft import Draft, OwnAsk
from testimony_app.domain.text import one_line
from testimony_app.domain.tokens import sentences

LONGEST_TITLE = 48
"""Characters of a suggested title."""

LONGEST_FILE_NAME = 120
"""Bytes of a file name without its ending, in UTF-8. File systems take 255; a clash number and an ending follow."""

_PLACE = re.compile(r"\{([a-z_]+)\}")
_JOINT = re.compile(r"_(?![^{}]*\})")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_BIDI_CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")


def suggested_title(draft: Draft, campaign: Campaign | None) -> str:
    """Return a title from the person's first words, else the campaign's title, else nothing."""
    texts = [point.story for point in draft.active_points]
    texts += [draft.ask.text] if isinstance(draft.ask, OwnAsk) else []
    texts += [draft.person.connection]
    for text in texts:
        if text.strip():
            start, end = sentences(text.strip())[0]
            return _shortened(one_line(text.strip()[start:end]).rstrip(".…"))
    return campaign.title if campaign else ""


def document_title(draft: Draft, campaign: Campaign | None) -> str:
    """Return the title a document carries: the person's own, else the matter's, else the suggested one.

    A title that holds a withheld name gives way to the campaign's subject, or to nothing.
    """
    title = one_line(draft.title) or one_line(draft.matter.title) or suggested_title(draft, campaign)
    if _reveals_name(title, draft):
        return campaign.subject if campaign else ""
    return title


def mail_subject(draft: Draft, body: PublicBody | None) -> str:
    """Return the subject of a mail by the body's pattern: "Public comment, file 2020-00681, Rosa Maple"."""
    values = _values(draft)
    parts = (body.mail_subject if body else ()) or DEFAULT_MAIL_SUBJECT
    known = [part for part in parts if all(values.get(name) for name in _PLACE.findall(part))]
    return ", ".join(_PLACE.sub(lambda place: values[place.group(1)], part) for part in known)


def file_name(draft: Draft, body: PublicBody | None) -> str:
    """Return the file name by the body's pattern, without its ending.

    The name stands as written, spaces become hyphens, and signs a file system forbids are removed. Unknown parts are
    left out with the sign that parts them; where nothing is known the name is "testimony".
    """
    values = {key: _file_part(value) for key, value in _values(draft).items()}
    pattern = (body.file_name if body else "") or DEFAULT_FILE_NAME
    parts = [
        _PLACE.sub(lambda place: values.get(place.group(1), ""), part)
        for part in _JOINT.split(pattern)
        if all(values.get(name) for name in _PLACE.findall(part))
    ]
    name = _cut("_".join(part for part in parts if part).strip(". "), LONGEST_FILE_NAME).strip(". ")
    return "testimony" if not name or _RESERVED.fullmatch(name) else name


def _values(draft: Draft) -> dict[str, str]:
    return {
        "name": one_line(draft.published_name),
        "file_number": one_line(draft.matter.file_number),
        "meeting_date": one_line(draft.matter.meeting_date),
        "agenda_item": one_line(draft.matter.agenda_item),
        "matter": one_line(draft.matter.title),
    }


def _file_part(text: str) -> str:
    kept = "".join(char for char in text if unicodedata.category(char) != "Cc" and char not in _BIDI_CONTROLS)
    return re.sub(r"\s+", "-", _FORBIDDEN.sub("", kept).strip())


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore")


def _shortened(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return title
    cut = title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;: ")
    return f"{cut}…"


def _reveals_name(title: str, draft: Draft) -> bool:
    name = one_line(draft.person.name).casefold()
    return draft.withhold_name and bool(name) and name in title.casefold()
