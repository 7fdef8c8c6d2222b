"""How a testimony is called: its title, its file and the subject of a mail. A withheld name is in none of them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from testimony_app.domain.body import DEFAULT_FILE_NAME, DEFAULT_MAIL_SUBJECT, PublicBody
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.draft import Draft
from testimony_app.domain.suggestion import before_comma, field_value
from testimony_app.domain.testimony import Origin, Section, SectionKind
from testimony_app.domain.text import one_line
from testimony_app.domain.tokens import count_words, sentences
from testimony_app.domain.withheld_name import reveals_name

LONGEST_TITLE = 48
"""Characters of a suggested title."""

_LEAST_WORDS = 3
"""Words a title is made of where the person changed a suggestion: what they put in may be a "not"."""

LONGEST_FILE_NAME = 120
"""Bytes of a file name without its ending, in UTF-8. File systems take 255; a clash number and an ending follow."""

_PLACE = re.compile(r"\{([a-z_]+)\}")
_JOINT = re.compile(r"_(?![^{}]*\})")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_BIDI_CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_EDGES = "._- "
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(\..*)?")
"""Names Windows keeps for devices, even with something after a full stop."""


def suggested_title(draft: Draft, campaign: Campaign | None, sections: Sequence[Section]) -> str:
    """Return a title from the person's first words that stand in the testimony, else the campaign's, else nothing.

    The campaign's title says what the letter asks for; one who sees it differently has its subject instead.
    """
    for text in _own_texts(draft, sections):
        if text.strip():
            start, end = sentences(text.strip())[0]
            title = _shortened(_without_stop(one_line(text.strip()[start:end])))
            if title:
                return title
    if campaign is None:
        return ""
    return campaign.subject if draft.differs else campaign.title


def listed_title(draft: Draft, campaign: Campaign | None, sections: Sequence[Section]) -> str:
    """Return what a testimony is called in lists: the person's own title, else the matter's, else the suggested one.

    One that holds a withheld name is passed over; the last resort is the campaign's subject, or nothing.
    """
    suggested = suggested_title(draft, campaign, sections)
    titles = (one_line(draft.title), field_value(draft.matter.title), suggested)
    last_resort = campaign.subject if campaign else ""
    return next((title for title in titles if title and not reveals_name(title, draft)), last_resort)


def mail_subject(draft: Draft, body: PublicBody | None) -> str:
    """Return the subject of a mail by the body's pattern: "Public comment, file 2020-00681, Rosa Maple"."""
    values = published_fields(draft)
    parts = (body.mail_subject if body else ()) or DEFAULT_MAIL_SUBJECT
    known = [part for part in parts if all(values.get(name) for name in _PLACE.findall(part))]
    filled = [_PLACE.sub(lambda place: values[place.group(1)], part) for part in known]
    return ", ".join([*(before_comma(part) for part in filled[:-1]), *filled[-1:]])


def file_name(draft: Draft, body: PublicBody | None) -> str:
    """Return the file name by the body's pattern, without its ending.

    The name stands as written, spaces become hyphens, and signs a file system forbids are removed. Unknown parts are
    left out with the sign that parts them; where nothing is known the name is "testimony".
    """
    values = published_fields(draft)
    pattern = (body.file_name if body else "") or DEFAULT_FILE_NAME
    parts = [
        _allowed(_PLACE.sub(lambda place: values[place.group(1)], part))
        for part in _JOINT.split(pattern)
        if all(values.get(name) for name in _PLACE.findall(part))
    ]
    name = _cut("_".join(part for part in parts if part).strip(_EDGES), LONGEST_FILE_NAME).strip(_EDGES)
    return "testimony" if not name or is_device_name(name) else name


def published_fields(draft: Draft) -> dict[str, str]:
    """Return the fields by which a testimony is filed, for names, subjects and forms.

    A value that holds a withheld name is not among them.
    """
    values = {
        "name": draft.published_name,
        "file_number": draft.matter.file_number,
        "meeting_date": draft.matter.meeting_date,
        "agenda_item": draft.matter.agenda_item,
        "matter": draft.matter.title,
    }
    return {key: field_value(value) for key, value in values.items() if not reveals_name(value, draft)}


def is_device_name(name: str) -> bool:
    """Whether Windows keeps a file name, without or with an ending, for a device."""
    return bool(_RESERVED.fullmatch(name))


def _own_texts(draft: Draft, sections: Sequence[Section]) -> Iterator[str]:
    """Yield the person's own words as they stand: in the points, then the ask, then their connection in the opening."""
    spoken_for = (SectionKind.POINT, SectionKind.OWN_POINT, SectionKind.ASK)
    for section in sections:
        if section.kind in spoken_for:
            own = (passage.text for passage in section.passages if passage.origin is Origin.OWN)
            least = _LEAST_WORDS if section.is_edited else 1
            yield from (text for text in own if count_words(text) >= least)
    opening = next((section.text for section in sections if section.kind is SectionKind.OPENING), "")
    if draft.person.connection in opening:
        yield draft.person.connection


def _allowed(text: str) -> str:
    """Return what a file system allows of a part of a name, whether a person typed it or the body's pattern says it."""
    kept = "".join(char for char in text if unicodedata.category(char) != "Cc" and char not in _BIDI_CONTROLS)
    return re.sub(r"\s+", "-", _FORBIDDEN.sub("", kept).strip())


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore")


def _without_stop(sentence: str) -> str:
    """Return a sentence without its last full stop; that of "3:30 p.m." belongs to the word."""
    bare = sentence.rstrip(".… ")
    return sentence if sentence == f"{bare}." == before_comma(sentence) else bare


def _shortened(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return title
    cut = title[:LONGEST_TITLE].rsplit(" ", 1)[0][: LONGEST_TITLE - 1]
    return f"{cut.rstrip(',;: ')}…"
