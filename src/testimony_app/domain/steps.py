"""The guided flow as a table: what each step asks, when it is done, and what comes next."""

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimony_app.domain.draft import Draft


class StepId(Enum):
    """The six steps, in their order."""

    ABOUT = "about"
    POINTS = "points"
    STORY = "story"
    DRAFT = "draft"
    CHECK = "check"
    SHARE = "share"


class Step(NamedTuple):
    """One step: the draft's fields it asks for, and whether a draft has what it asks. No step bars the next."""

    id: StepId
    asks: tuple[str, ...]
    is_done: "Callable[[Draft], bool]"


def _about_done(draft: "Draft") -> bool:
    person = draft.person
    said = (person.name, person.ward, person.neighborhood, person.connection, draft.on_behalf_of)
    return draft.delivery is not None or draft.withhold_name or any(text.strip() for text in said)


def _points_done(draft: "Draft") -> bool:
    return bool(draft.active_points)


def _story_done(draft: "Draft") -> bool:
    return bool(draft.active_points) and stories_written(draft) == len(draft.active_points)


def _draft_done(draft: "Draft") -> bool:
    own_ask = draft.ask is not None and not isinstance(draft.ask, str) and bool(draft.ask.text.strip())
    return stories_written(draft) > 0 or own_ask or bool(draft.edits) or bool(draft.person.connection.strip())


def _never_done(_draft: "Draft") -> bool:
    return False


STEPS = (
    Step(
        StepId.ABOUT,
        ("delivery", "body", "matter", "position", "person", "withhold_name", "on_behalf_of"),
        _about_done,
    ),
    Step(StepId.POINTS, ("points", "differs", "ask"), _points_done),
    Step(StepId.STORY, ("points",), _story_done),
    Step(StepId.DRAFT, ("edits", "silent"), _draft_done),
    Step(StepId.CHECK, (), _never_done),
    Step(StepId.SHARE, (), _never_done),
)
"""The table. Check and Share are never done by themselves: a check is only as good as the text it saw."""


def stories_written(draft: "Draft") -> int:
    """Return for how many of the active points there is a story, or an edit with words in it."""
    return sum(
        bool(point.story.strip()) or bool(point.id in draft.edits and draft.edits[point.id].text.strip())
        for point in draft.active_points
    )


def step(step_id: StepId) -> Step:
    """Return the step with this id."""
    return next(each for each in STEPS if each.id is step_id)


def following(step_id: StepId) -> StepId | None:
    """Return the step after this one, or None after the last."""
    ids = [each.id for each in STEPS]
    place = ids.index(step_id) + 1
    return ids[place] if place < len(ids) else None


def preceding(step_id: StepId) -> StepId | None:
    """Return the step before this one, or None before the first."""
    ids = [each.id for each in STEPS]
    place = ids.index(step_id)
    return ids[place - 1] if place else None


def next_to_do(draft: "Draft") -> StepId:
    """Return where a person who comes back should start: the first step that is not done."""
    return next(each.id for each in STEPS if not each.is_done(draft))
