"""The record block: the lines a clerk files a testimony by."""

from testimony_app.domain.body import PublicBody
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.draft import Draft, Position
from testimony_app.domain.language import Language
from testimony_app.domain.suggestion import before_comma, field_value
from testimony_app.domain.testimony import RecordKind, RecordLine
from testimony_app.domain.withheld_name import reveals_name


def record_block(
    draft: Draft, body: PublicBody | None, campaign: Campaign | None, language: Language
) -> tuple[RecordLine, ...]:
    """Return the lines of the record block in their order. What is not known has no line; nothing is guessed."""
    matter = draft.matter
    lines = (
        (RecordKind.TO, body.name if body else ""),
        (RecordKind.MEETING, language.date(matter.meeting_date)),
        (RecordKind.AGENDA_ITEM, matter.agenda_item),
        (RecordKind.FILE_NUMBER, matter.file_number),
        (RecordKind.SUBJECT, _subject(draft, campaign)),
        (RecordKind.POSITION, _position(draft.position, language)),
        (RecordKind.SENDER, draft.published_name),
        _place(draft, language),
        (RecordKind.ON_BEHALF_OF, draft.on_behalf_of),
    )
    known = ((kind, field_value(value)) for kind, value in lines)
    return tuple(RecordLine(kind, value) for kind, value in known if value)


def _subject(draft: Draft, campaign: Campaign | None) -> str:
    """Return what a testimony is filed under: its matter, else that of its campaign, else the title a person gave it.

    What holds a withheld name is passed over.
    """
    subjects = (draft.matter.title, campaign.subject if campaign else "", draft.title)
    return next((each for each in subjects if field_value(each) and not reveals_name(each, draft)), "")


def _position(position: Position | None, language: Language) -> str:
    words = language.words
    known = {
        Position.FOR: words.position_for,
        Position.AGAINST: words.position_against,
        Position.NEUTRAL: words.position_neutral,
    }
    return known.get(position, "") if position else ""


def _place(draft: Draft, language: Language) -> tuple[RecordKind, str]:
    """Return one line for ward and neighborhood, under the word for the larger of the two that is known."""
    ward, neighborhood = field_value(draft.person.ward), field_value(draft.person.neighborhood)
    if not ward:
        return RecordKind.NEIGHBORHOOD, neighborhood
    if ward.isdecimal():
        ward = language.words.ward_number.replace("{number}", ward)
    return RecordKind.WARD, f"{before_comma(ward)}, {neighborhood}" if neighborhood else ward
