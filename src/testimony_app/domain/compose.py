"""From a campaign, a body and a draft to the testimony: the app frames, the person speaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testimony_app.domain.body import PublicBody
from testimony_app.domain.campaign import Ask, Campaign, Evidence, SuggestedSentence
from testimony_app.domain.draft import ChosenPoint, Draft, OwnAsk
from testimony_app.domain.language import Language, unless_same
from testimony_app.domain.naming import listed_title, mail_subject
from testimony_app.domain.originality import trace
from testimony_app.domain.record import record_block
from testimony_app.domain.section_ids import ASK, OPENING, THANKS
from testimony_app.domain.suggestion import Fields, field_value, suggest
from testimony_app.domain.testimony import Origin, Passage, Section, SectionKind, Testimony
from testimony_app.domain.text import one_line


@dataclass(frozen=True, slots=True)
class Material:
    """What a testimony is composed from, beside the draft. Without a campaign it starts from a blank page."""

    language: Language
    body: PublicBody | None = None
    campaign: Campaign | None = None

    def campaign_language(self, draft: Draft) -> str:
        """Return the language of the campaign's texts where it is not that of the draft, else nothing."""
        return unless_same(self.campaign.language, draft.language) if self.campaign else ""

    def words_language(self, draft: Draft) -> str:
        """Return the language of our own words where it is not that of the draft, else nothing."""
        return unless_same(self.language.words_tag, draft.language)


def compose(material: Material, draft: Draft) -> Testimony:
    """Return the testimony of a draft.

    Sections come in this order: opening, one for each active point, ask, thanks. Suggested text stands in the opening,
    the ask and the thanks only; a point is the evidence the person chose to cite, then their story, verbatim. A
    section without a word is there, with no passages.
    """
    sections = tuple(_sections(material, draft))
    return Testimony(
        id=draft.id,
        language=draft.language,
        title=listed_title(draft, material.campaign, sections),
        author=field_value(draft.published_name),
        subject=mail_subject(draft, material.body),
        record=record_block(draft, material.body, material.campaign, material.language),
        sections=sections,
        citations=_citations(sections, material.campaign),
        translation_note=_translation_note(draft, material.language),
        translation_text=draft.translation.text if draft.translation else "",
        translation_language=draft.translation.language if draft.translation else "",
        citations_language=material.campaign_language(draft),
    )


def chosen_ask(campaign: Campaign | None, draft: Draft) -> Ask | None:
    """Return the campaign's ask that stands in the testimony, or None: an own ask, a blank page, another view.

    A draft that names no ask has the campaign's default.
    """
    if campaign is None or draft.differs or isinstance(draft.ask, OwnAsk):
        return None
    return campaign.ask(draft.ask or campaign.default_ask)


def suggestion_of(material: Material, draft: Draft, section_id: str) -> tuple[Passage, ...]:
    """Return what the app would put into a section, its edit aside. An unknown section has nothing."""
    if section_id == OPENING:
        theirs, ours = material.campaign.opening if material.campaign else (), material.language.opening
        return _sentences(theirs, ours, material, draft)
    if section_id == ASK:
        return _ask_passages(material, draft)
    if section_id == THANKS:
        theirs, ours = material.campaign.thanks if material.campaign else (), material.language.thanks
        return _sentences(theirs, ours, material, draft)
    point = draft.point(section_id)
    return _point_passages(material, draft, point) if point else ()


def filled_fields(material: Material, draft: Draft) -> Fields:
    """Return the filled fields of suggested sentences: what the person wrote is theirs, what frames it is ours."""
    person, matter = draft.person, draft.matter
    own = {
        "name": draft.published_name,
        "neighborhood": person.neighborhood,
        "connection": person.connection,
        "on_behalf_of": draft.on_behalf_of,
        "matter": matter.title,
        "file_number": matter.file_number,
        "agenda_item": matter.agenda_item,
        "meeting": material.language.date(matter.meeting_date),
    }
    fields: dict[str, tuple[Passage, ...]] = {
        key: (Passage(field_value(text), Origin.OWN),) for key, text in own.items() if field_value(text)
    }
    ward = field_value(person.ward)
    if ward:
        fields["ward"] = _ward(ward, material, draft)
    if material.body and material.body.audience:
        language = unless_same(material.body.language, draft.language)
        fields["audience"] = (Passage(material.body.audience, Origin.CAMPAIGN, language=language),)
    ask = chosen_ask(material.campaign, draft)
    if ask and ask.opening and _still_asks(material, draft):
        language = material.campaign_language(draft)
        fields["ask_opening"] = (Passage(ask.opening, Origin.CAMPAIGN, language=language),)
    return fields


def evidence_prefix(campaign: Campaign | None, point: ChosenPoint) -> str:
    """Return the cited sentences as they stand before the story, without the line break that follows them."""
    return " ".join(each.sentence for each in _cited(campaign, point))


def _sections(material: Material, draft: Draft) -> Iterator[Section]:
    yield _section(material, draft, OPENING, SectionKind.OPENING)
    for chosen in draft.active_points:
        known = material.campaign.point(chosen.id) if material.campaign else None
        heading = (known.title, material.campaign_language(draft)) if known else (one_line(chosen.title), "")
        kind = SectionKind.OWN_POINT if chosen.is_own else SectionKind.POINT
        yield _section(material, draft, chosen.id, kind, heading)
    ours = (material.language.words.ask_heading, material.words_language(draft))
    yield _section(material, draft, ASK, SectionKind.ASK, ours)
    yield _section(material, draft, THANKS, SectionKind.THANKS)


def _section(
    material: Material, draft: Draft, section_id: str, kind: SectionKind, heading: tuple[str, str] = ("", "")
) -> Section:
    """Return a section under a heading, which is given with its language."""
    suggested = suggestion_of(material, draft, section_id)
    suggestion = "".join(passage.text for passage in suggested)
    edit = draft.edit_of(section_id)
    return Section(
        id=section_id,
        kind=kind,
        heading=heading[0],
        passages=trace(edit.text, suggested) if edit else suggested,
        suggestion=suggestion,
        spoken=section_id not in draft.silent,
        is_edited=edit is not None,
        offers_suggestion=edit is not None and suggestion not in {edit.base, edit.text},
        heading_language=heading[1],
    )


def _sentences(
    theirs: tuple[SuggestedSentence, ...], ours: tuple[SuggestedSentence, ...], material: Material, draft: Draft
) -> tuple[Passage, ...]:
    """Return the campaign's sentences, filled, or those of the language where it has none."""
    language = material.campaign_language(draft) if theirs else material.words_language(draft)
    return suggest(theirs or ours, filled_fields(material, draft), language)


def _still_asks(material: Material, draft: Draft) -> bool:
    """Whether the ask still holds words of the letter's, so that the opening may announce it."""
    edit = draft.edit_of(ASK)
    if edit is None:
        return True
    passages = trace(edit.text, _ask_passages(material, draft))
    return any(passage.origin is Origin.CAMPAIGN for passage in passages)


def _ward(ward: str, material: Material, draft: Draft) -> tuple[Passage, ...]:
    """Return a ward as it is spoken: a bare number gets the word for it."""
    if not ward.isdecimal():
        return (Passage(ward, Origin.OWN),)
    before, _, after = material.language.words.ward_number.partition("{number}")
    own, language = Passage(ward, Origin.OWN), material.words_language(draft)
    ours = (Passage(text, Origin.CAMPAIGN, language=language) for text in (before, after))
    around = (next(ours), own, next(ours))
    return tuple(passage for passage in around if passage.text)


def _ask_passages(material: Material, draft: Draft) -> tuple[Passage, ...]:
    if isinstance(draft.ask, OwnAsk):
        return (Passage(draft.ask.text, Origin.OWN),) if draft.ask.text.strip() else ()
    ask = chosen_ask(material.campaign, draft)
    return (Passage(ask.text, Origin.CAMPAIGN, language=material.campaign_language(draft)),) if ask else ()


def _point_passages(material: Material, draft: Draft, point: ChosenPoint) -> tuple[Passage, ...]:
    """Return the cited sentences, then after one line break, which is theirs, the story."""
    cited, language = _cited(material.campaign, point), material.campaign_language(draft)
    story = (Passage(point.story, Origin.OWN),) if point.story.strip() else ()
    ends = [" "] * (len(cited) - 1) + ["\n" if story else ""]
    evidence = [
        Passage(each.sentence + end, Origin.EVIDENCE, each.id, language) for each, end in zip(cited, ends, strict=False)
    ]
    return (*evidence, *story)


def _cited(campaign: Campaign | None, point: ChosenPoint) -> list[Evidence]:
    if campaign is None:
        return []
    found = [campaign.evidence(each) for each in point.evidence]
    return [each for each in found if each]


def _citations(sections: tuple[Section, ...], campaign: Campaign | None) -> tuple[Evidence, ...]:
    """Return the facts that still stand in the text, each once, in order of first mention."""
    ids = dict.fromkeys(passage.evidence for section in sections for passage in section.passages if passage.evidence)
    found = [campaign.evidence(each) for each in ids] if campaign else []
    return tuple(each for each in found if each)


def _translation_note(draft: Draft, language: Language) -> str:
    """Return the line that tells a clerk which language the original is in; English needs none."""
    if re.fullmatch(r"en(-.*)?", draft.language):
        return ""
    name = language.name_of(draft.language)
    if draft.translation is None or not draft.translation.text.strip():
        return language.words.in_language.replace("{language}", name)
    by = one_line(draft.translation.translator)
    pattern = language.words.translated_by if by else language.words.translated
    values = {"{language}": name, "{translator}": by}
    return re.sub(r"\{(?:language|translator)\}", lambda place: values[place.group()], pattern)
