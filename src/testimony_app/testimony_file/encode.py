"""From a draft to the bytes of `.testimony.json`: canonical, so that equal drafts give equal bytes."""

import msgspec

from testimony_app.domain.draft import ChosenPoint, Draft, NamedBody, OwnAsk
from testimony_app.testimony_file.testimony_format import (
    FORMAT,
    ContactFile,
    EditFile,
    MatterFile,
    NamedBodyFile,
    OwnAskFile,
    PersonFile,
    PointFile,
    TestimonyFile,
    TranslationFile,
)


def encode(draft: Draft) -> bytes:
    """Return a draft as UTF-8 JSON with sorted keys, without keys that hold nothing."""
    return msgspec.json.encode(_to_file(draft), order="sorted")


def _to_file(draft: Draft) -> TestimonyFile:
    person, matter, contact = draft.person, draft.matter, draft.contact
    return TestimonyFile(
        format=FORMAT,
        language=draft.language,
        id=draft.id,
        campaign=draft.campaign or None,
        body=NamedBodyFile(draft.body.name) if isinstance(draft.body, NamedBody) else draft.body,
        differs=draft.differs,
        own_next=draft.own_next,
        title=draft.title,
        person=PersonFile(person.name, person.ward, person.neighborhood, person.connection),
        withhold=("name",) if draft.withhold_name else (),
        on_behalf_of=draft.on_behalf_of,
        position=draft.position.value if draft.position else None,
        delivery=draft.delivery.value if draft.delivery else None,
        matter=MatterFile(matter.title, matter.file_number, matter.agenda_item, matter.meeting_date),
        contact=ContactFile(contact.email, contact.phone, contact.address),
        ask=OwnAskFile(draft.ask.text) if isinstance(draft.ask, OwnAsk) else draft.ask,
        points=tuple(_point(point) for point in draft.points),
        set_aside=tuple(_point(point) for point in draft.set_aside),
        edits={key: EditFile(edit.text, edit.base) for key, edit in draft.edits.items()},
        silent=draft.silent,
        translation=_translation(draft),
    )


def _point(point: ChosenPoint) -> PointFile:
    return PointFile(id=point.id, title=point.title, story=point.story, evidence=point.evidence)


def _translation(draft: Draft) -> TranslationFile | None:
    given = draft.translation
    return TranslationFile(given.language, given.text, given.translator) if given else None
