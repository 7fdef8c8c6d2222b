"""The record block: the lines a clerk files a testimony by."""

from testimony_app.domain.body import PublicBody
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.draft import Draft, Position
from testimony_app.domain.language import Language, unless_same
from testimony_app.domain.suggestion import before_comma, field_value
from testimony_app.domain.testimony import RecordKind, RecordLine
from testimony_app.domain.withheld_name import reveals_name


def record_block(
    draft: Draft, body: PublicBody | None, campaign: Campaign | None, language: Language
) -> tuple[RecordLine, ...]:
    """Return the lines of the record block in their order. What is not known has no line; nothing is guessed."""
    matter, own = draft.matter, draft.language
    lines = (
        (RecordKind.TO, body.name if body else "", body.language if body else ""),
        (RecordKind.MEETING, language.date(matter.meeting_date), language.words_tag),
        (RecordKind.AGENDA_ITEM, matter.agenda_item, own),
        (RecordKind.FILE_NUMBER, matter.file_number, own),
        _subject(draft, campaign),
        (RecordKind.POSITION, _position(draft.position, language), language.words_tag),
        (RecordKind.SENDER, draft.published_name, own),
        _place(draft, language),
        (RecordKind.ON_BEHALF_OF, draft.on_behalf_of, own),
    )
    known = ((kind, field_value(value), unless_same(tag, own)) for kind, value, tag in lines)
    return tuple(RecordLine(kind, value, tag) for kind, value, tag in known if value)


def _subject(draft: Draft, campaign: Campaign | None) -> tuple[RecordKind, str, str]:
    """Return what a testimony is filed under, and in which language.

    That is its matter, else that of its campaign, else the title a person gave it. What holds a withheld name is passed
    over.
    """
    subjects = [(draft.matter.title, draft.language), (draft.title, draft.language)]
    if campaign:
        subjects.insert(1, (campaign.subject, campaign.language))
    known = (each for each in subjects if field_value(each[0]) and not reveals_name(each[0], draft))
    return RecordKind.SUBJECT, *next(known, ("", draft.language))


def _position(position: Position | None, language: Language) -> str:
    words = language.words
    known = {
        Position.FOR: words.position_for,
        Position.AGAINST: words.position_against,
        Position.NEUTRAL: words.position_neutral,
    }
    return known.get(position, "") if position else ""


def _place(draft: Draft, language: Language) -> tuple[RecordKind, str, str]:
    """Return one line for ward and neighborhood, under the word for the larger of the two that is known."""
    ward, neighborhood = field_value(draft.person.ward), field_value(draft.person.neighborhood)
    if not ward:
        return RecordKind.NEIGHBORHOOD, neighborhood, draft.language
    is_ours = ward.isdecimal()
    if is_ours:
        ward = language.words.ward_number.replace("{number}", ward)
    if neighborhood:
        return RecordKind.WARD, f"{before_comma(ward)}, {neighborhood}", draft.language
    return RecordKind.WARD, ward, language.words_tag if is_ours else draft.language
