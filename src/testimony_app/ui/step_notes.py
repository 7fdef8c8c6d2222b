"""What the rail says of each step: how far it is, in a few words that are true of the testimony as it is now."""

from testimony_app.domain.checks.finding import Severity
from testimony_app.domain.steps import STEPS, Step, StepId, stories_written
from testimony_app.services.writing import CHANGED, Writing
from testimony_app.store.place import Place
from testimony_app.ui.widgets.rail import StepEntry, StepState
from testimony_app.ui.words import translate
from testimony_app.words.findings import findings_in_short


def step_entries(writing: Writing, names: tuple[str, ...], here: StepId, place: Place) -> list[StepEntry]:
    """Return the steps as the rail shows them. `place` is where the person is in the step that is shown."""
    entries = []
    for step, name in zip(STEPS, names, strict=True):
        note, whole = _NOTES[step.id](writing)
        if step.id is here:
            if step.id is StepId.STORY:
                note, whole = _story_here(writing, place.section, note)
            entries.append(StepEntry(name, "" if step.id is StepId.DRAFT else note, StepState.HERE, whole or note))
        else:
            state = StepState.DONE if _is_done(step, writing) else StepState.OPEN
            entries.append(StepEntry(name, note or translate("steps", "Not started"), state, whole))
    return entries


def _is_done(step: Step, writing: Writing) -> bool:
    """Whether a step is done, as far as it is known of the testimony as it is now."""
    if step.id is StepId.CHECK:
        return writing.is_checked and not writing.findings()
    return writing.shared_as not in {"", CHANGED} if step.id is StepId.SHARE else step.is_done(writing.draft)


def _about_note(writing: Writing) -> tuple[str, str]:
    draft = writing.draft
    who = [draft.published_name.split(" ")[0], draft.person.ward.strip()]
    return ", ".join(part for part in who if part), ""


def _points_note(writing: Writing) -> tuple[str, str]:
    chosen = len(writing.draft.active_points)
    return translate("steps", "{count} of 3 chosen").replace("{count}", str(chosen)) if chosen else "", ""


def _story_note(writing: Writing) -> tuple[str, str]:
    chosen = len(writing.draft.active_points)
    if not chosen:
        return "", ""
    written = translate("steps", "{count} of {of} written")
    return written.replace("{count}", str(stories_written(writing.draft))).replace("{of}", str(chosen)), ""


def _story_here(writing: Writing, point: str, written: str) -> tuple[str, str]:
    """Return which of the points is open, and for the ear how many are written too, which the tabs show to the eye."""
    ids = [each.id for each in writing.draft.active_points]
    if point not in ids:
        return written, ""
    note = translate("steps", "Point {number} of {of}")
    note = note.replace("{number}", str(ids.index(point) + 1)).replace("{of}", str(len(ids)))
    return note, translate("steps", "{place}, {written}").replace("{place}", note).replace("{written}", written)


def _draft_note(writing: Writing) -> tuple[str, str]:
    sections = sum(bool(section.text.strip()) for section in writing.testimony.sections)
    return translate("steps", "{count} sections").replace("{count}", str(sections)) if sections else "", ""


def _check_note(writing: Writing) -> tuple[str, str]:
    """Return what was found in the testimony as it is now. What was found in an older one is not told."""
    if not writing.is_checked:
        return (translate("steps", "Changed since") if writing.has_been_checked else ""), ""
    findings = writing.findings()
    must = sum(finding.severity is Severity.MUST_FIX for finding in findings)
    whole = findings_in_short(must, len(findings) - must, translate)
    return (findings_in_short(must, 0, translate) if must else whole), whole


def _share_note(writing: Writing) -> tuple[str, str]:
    if not writing.was_shared:
        return "", ""
    words = {
        "docx": translate("steps", "Saved as Word"),
        "pdf": translate("steps", "Saved as PDF"),
        "txt": translate("steps", "Saved as plain text"),
        "copy": translate("steps", "Copied"),
        CHANGED: translate("steps", "Changed since"),
    }
    return words.get(writing.shared_as, translate("steps", "Saved before")), ""


_NOTES = {
    StepId.ABOUT: _about_note,
    StepId.POINTS: _points_note,
    StepId.STORY: _story_note,
    StepId.DRAFT: _draft_note,
    StepId.CHECK: _check_note,
    StepId.SHARE: _share_note,
}
"""What is known of each step, in a few words, and where these are too few for the ear, all of it."""
