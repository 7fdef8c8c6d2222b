"""From the bytes of `.testimony.json` to a draft. Nothing in the file is trusted."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from testimony_app.domain.draft import (
    ChosenPoint,
    Contact,
    Delivery,
    Draft,
    Matter,
    NamedBody,
    OwnAsk,
    Person,
    Position,
    SectionEdit,
    Translation,
)
from testimony_app.domain.errors import PersonError
from testimony_app.domain.section_ids import RESERVED_SECTIONS
from testimony_app.domain.text import clean, one_line
from testimony_app.testimony_file.revision import FileRevision
from testimony_app.testimony_file.testimony_format import (
    FORMAT,
    MOST_BYTES,
    MOST_BYTES_WITH_REVISIONS,
    AnswersFile,
    EditFile,
    NamedBodyFile,
    OwnAskFile,
    PointFile,
    RevisionFile,
    TestimonyFile,
)

_OWN_ID = re.compile(r"own-([1-9]\d{0,5})")
_MOST_DEPTH = 40
_MOST_PARTS = 100_000
"""Lists and objects a file may hold. Eight megabytes of empty ones would take seconds and hundreds of megabytes."""

_MOST_PARTS_WITH_REVISIONS = 500_000
_REVISIONS = '"revisions"'

_MOST_OWN_NEXT_IN = 900_000
"""Lower than `MOST_OWN_NEXT`, so that a draft that was taken in can always get more points of one's own."""

_FAULT = re.compile(r"(?P<problem>.*) - at (?:`key` in )?`\$\.?(?P<key>.*)`", re.DOTALL)
_FIELD = re.compile(r"field `(.*)`", re.DOTALL)
_MOST_SHOWN = 160


@dataclass(frozen=True, slots=True)
class DecodedTestimony:
    """What a file held. `bare_edits` are rewritten sections whose base is the suggestion at import.

    `has_id` tells whether the file named a draft; else the draft bears the id it was given here. `removed` holds the
    control characters that were taken out, in order. `revisions` are its versions, the oldest first, with its id.
    """

    draft: Draft
    bare_edits: dict[str, str]
    has_id: bool
    removed: str
    revisions: tuple[FileRevision, ...] = ()


def decode(content: bytes, new_id: str) -> DecodedTestimony:
    """Return the draft a file from elsewhere holds; one that names no id gets `new_id`.

    Raises PersonError: `file_too_large`, `text_invalid_unicode`, `not_json`, `duplicate_key`, `unknown_format`,
    `testimony_file_invalid` (with the key and what was expected), `point_id_reserved`, `point_twice`.
    """
    has_revisions = _REVISIONS.encode() in content
    most_bytes = MOST_BYTES_WITH_REVISIONS if has_revisions else MOST_BYTES
    if len(content) > most_bytes:
        raise PersonError("file_too_large", most_megabytes=most_bytes // 1024 // 1024)
    text = _text(content)
    _refuse_too_many_parts(text, _MOST_PARTS_WITH_REVISIONS if has_revisions else _MOST_PARTS)
    decoded = _decode(text, new_id)
    if decoded.draft.own_next > _MOST_OWN_NEXT_IN:
        raise PersonError("testimony_file_invalid", problem=f"Expected `int` <= {_MOST_OWN_NEXT_IN}", key="own_next")
    return decoded


def decode_stored(content: bytes) -> Draft:
    """Return the draft a revision of our own holds, whatever its size: what was saved opens again.

    Raises PersonError `draft_damaged` where it is not what the program writes.
    """
    try:
        decoded = _decode(_text(content), "")
    except PersonError as error:
        raise PersonError("draft_damaged") from error
    if not decoded.has_id:
        raise PersonError("draft_damaged")
    return decoded.draft


def _decode(text: str, new_id: str) -> DecodedTestimony:
    removed: list[str] = []
    raw = _cleaned(_parse(text), removed)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise PersonError("unknown_format", expected=FORMAT)
    try:
        file = msgspec.convert(raw, TestimonyFile)
    except msgspec.ValidationError as error:
        raise _invalid(str(error)) from error
    bare_edits = {key: edit for key, edit in file.edits.items() if isinstance(edit, str)}
    draft = _to_draft(file, new_id)
    revisions = tuple(_revisions(file.revisions, draft.id))
    return DecodedTestimony(draft, bare_edits, file.id is not None, "".join(removed), revisions)


def _revisions(given: Iterable[RevisionFile], draft_id: str) -> Iterator[FileRevision]:
    """Yield the versions of a file. Their numbers must rise, and each rewritten section must know its base."""
    last = 0
    for each in given:
        if each.rev <= last:
            raise PersonError("testimony_file_invalid", problem=f"Expected `int` > {last}", key="revisions.rev")
        last = each.rev
        if any(isinstance(edit, str) for edit in each.answers.edits.values()):
            raise PersonError("testimony_file_invalid", problem="Expected `object`, got `str`", key="revisions.edits")
        try:
            datetime.fromisoformat(each.saved_utc)
        except ValueError as error:
            raise PersonError("testimony_file_invalid", problem="No such date", key="revisions.saved_utc") from error
        draft = replace(_to_draft(each.answers, draft_id), id=draft_id)
        yield FileRevision(each.rev, each.saved_utc, each.reason, each.text, draft, each.reference)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PersonError("text_invalid_unicode", position=error.start) from error


def _parse(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise PersonError("not_json") from error


def _refuse_too_many_parts(text: str, most: int) -> None:
    """Refuse a file with far too many lists and objects. Brackets in its texts do not count."""
    if text.count("[") + text.count("{") > most:
        between_texts = text.replace("\\\\", "").replace('\\"', "").split('"')[::2]
        if sum(part.count("[") + part.count("{") for part in between_texts) > most:
            raise PersonError("not_json")


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: set[str] = set()
    for key, _ in pairs:
        if clean(key).text != key:
            raise PersonError("testimony_file_invalid", problem="Object contains unknown field", key=_shown(key))
        if key in seen:
            raise PersonError("duplicate_key", key=_shown(key))
        seen.add(key)
    return dict(pairs)


def _invalid(message: str) -> PersonError:
    """Return what msgspec says of a file as an error with the key it is about, both as one short line."""
    fault = _FAULT.fullmatch(message)
    problem, key = fault.group("problem", "key") if fault else (message, "")
    field = _FIELD.search(problem)
    path = ".".join(part for part in (key, field.group(1) if field else "") if part)
    return PersonError("testimony_file_invalid", problem=_shown(problem), key=_shown(path))


def _shown(text: str) -> str:
    line = one_line(clean(text).text)
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _cleaned(value: object, removed: list[str], depth: int = 0) -> object:
    """Return parsed JSON with every text cleaned; what was taken out is added to `removed`."""
    if depth > _MOST_DEPTH:
        raise PersonError("not_json")
    if isinstance(value, str):
        text, taken = clean(value)
        if taken:
            removed.append(taken)
        return text
    if isinstance(value, list):
        return [_cleaned(each, removed, depth + 1) for each in value]
    if isinstance(value, dict):
        return {key: _cleaned(each, removed, depth + 1) for key, each in value.items()}
    return value


def _to_draft(file: AnswersFile, new_id: str) -> Draft:
    points, own_next = _points(file)
    return Draft(
        id=file.id or new_id,
        language=file.language,
        campaign=file.campaign or "",
        body=NamedBody(file.body.name) if isinstance(file.body, NamedBodyFile) else file.body,
        differs=file.differs,
        own_next=own_next,
        title=file.title,
        person=Person(file.person.name, file.person.ward, file.person.neighborhood, file.person.connection),
        withhold_name=bool(file.withhold),
        on_behalf_of=file.on_behalf_of,
        position=Position(file.position) if file.position else None,
        delivery=Delivery(file.delivery) if file.delivery else None,
        matter=Matter(file.matter.title, file.matter.file_number, file.matter.agenda_item, file.matter.meeting_date),
        contact=Contact(file.contact.email, file.contact.phone, file.contact.address),
        ask=OwnAsk(file.ask.text) if isinstance(file.ask, OwnAskFile) else file.ask,
        points=tuple(points[: len(file.points)]),
        set_aside=tuple(points[len(file.points) :]),
        edits={
            key: SectionEdit(edit.text, edit.base) for key, edit in file.edits.items() if isinstance(edit, EditFile)
        },
        silent=tuple(dict.fromkeys(file.silent)),
        translation=_translation(file),
    )


def _points(file: AnswersFile) -> tuple[list[ChosenPoint], int]:
    """Return all points, chosen ones first, own ones numbered, and the number of the next own point."""
    given = [*file.points, *file.set_aside]
    _refuse_bad_ids(point.id for point in given if point.id)
    taken = [int(match.group(1)) for point in given if (match := _OWN_ID.fullmatch(point.id))]
    own_next = max([file.own_next, *(number + 1 for number in taken)])
    points: list[ChosenPoint] = []
    for point in given:
        point_id = point.id
        if not point_id:
            point_id, own_next = f"own-{own_next}", own_next + 1
        points.append(_point(point, point_id))
    return points, own_next


def _refuse_bad_ids(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for point_id in ids:
        if point_id in RESERVED_SECTIONS or (point_id.startswith("own-") and not _OWN_ID.fullmatch(point_id)):
            raise PersonError("point_id_reserved", point=point_id)
        if point_id in seen:
            raise PersonError("point_twice", point=point_id)
        seen.add(point_id)


def _point(point: PointFile, point_id: str) -> ChosenPoint:
    return ChosenPoint(point_id, point.story, tuple(dict.fromkeys(point.evidence)), point.title)


def _translation(file: AnswersFile) -> Translation | None:
    given = file.translation
    return Translation(given.language, given.text, given.translator) if given else None
