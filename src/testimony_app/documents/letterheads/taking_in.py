"""A letterhead is scrubbed by a confined child, and its answer is looked over before it is believed."""

import re
from typing import NamedTuple

import msgspec

from testimony_app.documents.letterheads.limits import LIMITS
from testimony_app.domain.errors import OrganizerError
from testimony_app.files.archive import ArchiveLimits, read_archive
from testimony_app.files.confined import run_confined

REMOVED = (
    "links", "outside_template", "embedded", "other_documents", "hidden_data", "fields", "comments", "changes",
    "properties", "thumbnail", "pictures", "picture_notes", "drawings", "equations", "fonts", "notes", "mail_merge",
    "protection", "signature", "other_parts",
)  # fmt: skip
"""What may have been taken out of a letterhead."""

_CHILD = "testimony_app.documents.letterheads.child"
_NAME = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml"
    r"|word/(?:_rels/)?(?:document|styles|settings|numbering|fontTable|header\d+|footer\d+)\.xml(?:\.rels)?"
    r"|word/theme/theme1\.xml|word/media/image\d+\.(?:png|jpeg|gif|bmp)"
)
_MOST_UNKNOWN = 100


class _Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the child said: what is left of a letterhead, or why there is nothing."""

    content: bytes = b""
    removed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    code: str = ""
    parameters: dict[str, str | int] = {}


class TakenIn(NamedTuple):
    """A scrubbed letterhead, codes of what was taken out, and marks that are no placeholders."""

    content: bytes
    removed: tuple[str, ...]
    unknown: tuple[str, ...]


def take_in(content: bytes) -> TakenIn:
    """Return a letterhead of which only what a letter needs is left.

    Raises OrganizerError: the codes of `scrubbed`, `archive_too_large`, and `content_too_heavy` where it takes too
    much time or memory.
    """
    most = ArchiveLimits().packed_bytes
    if len(content) > most:
        raise OrganizerError("archive_too_large", most_megabytes=most // 1024 // 1024)
    try:
        answer = msgspec.json.decode(run_confined(_CHILD, content, LIMITS), type=_Answer)
    except msgspec.DecodeError as error:
        raise OrganizerError("content_too_heavy") from error
    if answer.code:
        raise OrganizerError(answer.code, **answer.parameters)
    is_ours = {*answer.removed} <= {*REMOVED} and len(answer.unknown) <= _MOST_UNKNOWN
    if not answer.content or not is_ours or not is_clean(answer.content):
        raise OrganizerError("content_too_heavy")
    return TakenIn(answer.content, answer.removed, answer.unknown)


def is_clean(content: bytes) -> bool:
    """Whether a scrubbed letterhead holds only parts that we make, and nothing that leads outside."""
    files = read_archive(content, ArchiveLimits())
    ties = (each for name, each in files.items() if name.endswith(".rels"))
    return all(_NAME.fullmatch(name) for name in files) and not any(b"TargetMode" in each for each in ties)
