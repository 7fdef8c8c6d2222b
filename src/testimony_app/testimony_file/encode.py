"""From a draft to the bytes of `.testimony.json`: canonical, so that equal drafts give equal bytes."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from testimony_app.domain.draft import ChosenPoint, Draft, NamedBody, OwnAsk
from testimony_app.testimony_file.revision import FileRevision
from testimony_app.testimony_file.testimony_format import (
    FORMAT,
    AnswersFile,
    ContactFile,
    EditFile,
    MatterFile,
    NamedBodyFile,
    OwnAskFile,
    PersonFile,
    PointFile,
    Reason,
    RevisionFile,
    TestimonyFile,
    TranslationFile,
)

Part = TypeVar("Part", bound=msgspec.Struct)

_EMPTY = AnswersFile(format=FORMAT, language="en")


def encode(draft: Draft) -> bytes:
    """Return a draft as UTF-8 JSON with sorted keys, without keys that hold nothing."""
    return msgspec.json.encode(_to_file(draft), order="sorted")


def encode_with_revisions(draft: Draft, revisions: Iterable[FileRevision]) -> bytes:
    """Return a draft with its versions, the oldest first."""
    answers = _to_file(draft)
    given = {name: getattr(answers, name) for name in AnswersFile.__struct_fields__}
    file = TestimonyFile(**given, revisions=tuple(_revision(each) for each in revisions))
    return msgspec.json.encode(file, order="sorted")


def _revision(revision: FileRevision) -> RevisionFile:
    return RevisionFile(
        rev=revision.rev,
        saved_utc=revision.saved_utc,
        reason=msgspec.convert(revision.reason, Reason),
        text=revision.text,
        answers=_to_file(revision.draft),
        reference=revision.reference,
    )


def _to_file(draft: Draft) -> AnswersFile:
    person, matter, contact = draft.person, draft.matter, draft.contact
    return AnswersFile(
        format=FORMAT,
        language=draft.language,
        id=draft.id,
        campaign=draft.campaign or None,
        body=NamedBodyFile(draft.body.name) if isinstance(draft.body, NamedBody) else draft.body,
        differs=draft.differs,
        own_next=draft.own_next,
        title=draft.title,
        person=_part(PersonFile(person.name, person.ward, person.neighborhood, person.connection), _EMPTY.person),
        withhold=("name",) if draft.withhold_name else (),
        on_behalf_of=draft.on_behalf_of,
        position=draft.position.value if draft.position else None,
        delivery=draft.delivery.value if draft.delivery else None,
        matter=_part(
            MatterFile(matter.title, matter.file_number, matter.agenda_item, matter.meeting_date), _EMPTY.matter
        ),
        contact=_part(ContactFile(contact.email, contact.phone, contact.address), _EMPTY.contact),
        ask=OwnAskFile(draft.ask.text) if isinstance(draft.ask, OwnAsk) else draft.ask,
        points=tuple(_point(point) for point in draft.points),
        set_aside=tuple(_point(point) for point in draft.set_aside),
        edits={key: EditFile(edit.text, edit.base) for key, edit in draft.edits.items()},
        silent=draft.silent,
        translation=_translation(draft),
    )


def _part(part: Part, empty: Part) -> Part:
    """Return a part, or where it holds nothing the format's own empty one: msgspec leaves out that one alone."""
    return empty if part == empty else part


def _point(point: ChosenPoint) -> PointFile:
    return PointFile(id=point.id, title=point.title, story=point.story, evidence=point.evidence)


def _translation(draft: Draft) -> TranslationFile | None:
    given = draft.translation
    return TranslationFile(given.language, given.text, given.translator) if given else None
