"""Taking an earlier version back, whole or one section of it. What stands now becomes a version before it."""

from dataclasses import replace

from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import ChosenPoint, Draft
from testimony_app.domain.editing import rewrite_section
from testimony_app.domain.section_ids import ASK


def restore_all(now: Draft, then: Draft) -> Draft:
    """Return the earlier version under the id of now. Numbers of own points that were given stay given."""
    return replace(then, id=now.id, own_next=max(now.own_next, then.own_next))


def can_restore(now: Draft, then: Draft, section_id: str) -> bool:
    """Whether a section of the earlier version could stand in the testimony as it is now.

    A point of the letter cannot stand where one sees it differently, and neither can the letter's request.
    """
    point = then.point(section_id)
    return now.differs == then.differs or (point.is_own if point else section_id != ASK)


def restore_section(material: Material, now: Draft, then: Draft, section_id: str) -> Draft:
    """Return the draft of now with one section as it was `then`; a point that was taken out comes back at the end.

    Raises PersonError `too_many_points` where there is no room for it.
    """
    point = then.point(section_id)
    if point is not None:
        return _with_edit_of(_with_point(now, point), then, section_id)
    if section_id == ASK:
        return _with_edit_of(replace(now, ask=then.ask), then, ASK)
    section = compose(material, then).section(section_id)
    return rewrite_section(material, now, section_id, section.text) if section else now


def _with_point(now: Draft, point: ChosenPoint) -> Draft:
    has_room = now if now.point(point.id) else now.choose_point(point.id)
    return has_room.change_point(point)


def _with_edit_of(now: Draft, then: Draft, section_id: str) -> Draft:
    edit = then.edits.get(section_id)
    return now.with_edit(section_id, edit) if edit else now.without_edit(section_id)
