"""Rewriting a section: the person's text is kept, and Story and Draft never disagree."""

from dataclasses import replace

from testimony_app.domain.compose import Material, chosen_ask, evidence_prefix, filled_fields, suggestion_of
from testimony_app.domain.draft import Draft, OwnAsk, SectionEdit
from testimony_app.domain.section_ids import ASK


def rewrite_section(material: Material, draft: Draft, section_id: str, text: str) -> Draft:
    """Return the draft with `text` as the whole of a section.

    A point that still begins with its unchanged evidence keeps the rest as its story. Where no ask of the campaign
    stands, the text is the person's own ask. A text equal to the suggestion is no edit; one kept for another view is
    not touched by it. Anything else is kept as an edit of the suggestion it was begun from, so that a suggestion that
    has changed since stays on offer while the person goes on writing.
    """
    suggestion = "".join(passage.text for passage in suggestion_of(material, draft, section_id))
    if text == suggestion:
        return draft.without_edit(section_id) if draft.edit_of(section_id) else draft
    if section_id == ASK and chosen_ask(material.campaign, draft) is None:
        return replace(draft.without_edit(ASK), ask=OwnAsk(text))
    point = draft.point(section_id)
    if point:
        story = _story_after(evidence_prefix(material.campaign, point), text)
        if story is not None:
            return draft.without_edit(section_id).change_point(replace(point, story=story))
    begun = draft.edit_of(section_id)
    return draft.with_edit(section_id, SectionEdit(text, begun.base if begun else suggestion))


def keep_my_text(material: Material, draft: Draft, section_id: str) -> Draft:
    """Keep an edited section although its suggestion has changed, and be asked about this one no more."""
    edit = draft.edit_of(section_id)
    if edit is None:
        return draft
    return rewrite_section(material, draft.without_edit(section_id), section_id, edit.text)


def changed_answers(material: Material, draft: Draft, section_id: str) -> tuple[str, ...]:
    """Return which answers stand in the suggestion of an edited section and did not when the edit was begun.

    They are fields of suggested sentences, or "ask", "evidence" and "story". An answer that was only taken away leaves
    nothing to find it by, and is not among them.
    """
    edit = draft.edit_of(section_id)
    if edit is None:
        return ()
    suggestion = "".join(passage.text for passage in suggestion_of(material, draft, section_id))
    point = draft.point(section_id)
    if point:
        values = {"evidence": evidence_prefix(material.campaign, point), "story": point.story}
    elif section_id == ASK:
        values = {"ask": suggestion}
    else:
        fields = filled_fields(material, draft)
        values = {name: "".join(passage.text for passage in passages) for name, passages in fields.items()}
    return tuple(name for name, value in values.items() if value and value in suggestion and value not in edit.base)


def _story_after(prefix: str, text: str) -> str | None:
    """Return the story that follows the unchanged evidence of a point, or None where the evidence was changed."""
    if not prefix:
        return text
    if text == prefix:
        return ""
    return text.removeprefix(prefix + "\n") if text.startswith(prefix + "\n") else None
