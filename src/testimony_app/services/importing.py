"""Taking in `.testimony.json` files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from testimony_app.domain.campaign import Campaign
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import ChosenPoint, Draft
from testimony_app.domain.editing import rewrite_section
from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.atomic import file_error
from testimony_app.services.drafting import Drafting, OpenDraft, new_draft_id
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode
from testimony_app.testimony_file.encode import encode
from testimony_app.testimony_file.testimony_format import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: the draft it is now, or why it was refused.

    `is_new` is False where the same content was there already. `removed` holds control characters taken out.
    """

    file: str
    draft_id: str = ""
    is_new: bool = False
    removed: str = ""
    error: TestimonyError | None = None


class Importing:
    """Takes files in one by one: a bad one does not hold up the others."""

    def __init__(self, drafting: Drafting, library: Library) -> None:
        self._drafting = drafting
        self._library = library

    def take_in(self, paths: Iterable[Path]) -> tuple[Imported, ...]:
        """Import files in the order given."""
        return tuple(self._take_in_one(path) for path in paths)

    def _take_in_one(self, path: Path) -> Imported:
        try:
            return self._import(path)
        except TestimonyError as error:
            return Imported(str(path), error=error)

    def _import(self, path: Path) -> Imported:
        decoded = decode(_read(path), new_draft_id())
        material = self._library.material(decoded.draft)
        demand_known(decoded.draft, material.campaign)
        draft = with_bare_edits(material, decoded.draft, decoded.bare_edits)
        if decoded.has_id:
            known = self._known(draft.id)
            if known is not None and encode(known) == encode(draft):
                return Imported(str(path), draft.id, removed=decoded.removed)
            if known is not None:
                draft = replace(draft, id=new_draft_id())
        self._add(replace(decoded.draft, id=draft.id), draft)
        return Imported(str(path), draft.id, is_new=True, removed=decoded.removed)

    def _add(self, before: Draft, after: Draft) -> None:
        """Save an imported draft. Words that a rewritten section replaces are kept in a version before."""
        replaces_words = bool(set(before.everything_written()) - set(after.everything_written()))
        opened = self._drafting.save(OpenDraft(before if replaces_words else after, 0), "import")
        if replaces_words:
            self._drafting.save(replace(opened, draft=after), "import")

    def _known(self, draft_id: str) -> Draft | None:
        try:
            return self._drafting.open(draft_id).draft
        except PersonError as error:
            if error.code == "draft_not_found":
                return None
            raise


def demand_known(draft: Draft, campaign: Campaign | None) -> None:
    """Refuse a draft that names a point, ask or fact its campaign does not hold.

    Raises PersonError `point_unknown`, `ask_unknown` or `evidence_unknown`, naming the id.
    """
    if isinstance(draft.ask, str) and (campaign is None or campaign.ask(draft.ask) is None):
        raise PersonError("ask_unknown", ask=draft.ask)
    for point in (*draft.points, *draft.set_aside):
        _demand_known_point(point, campaign)


def _demand_known_point(point: ChosenPoint, campaign: Campaign | None) -> None:
    if not point.is_own and (campaign is None or campaign.point(point.id) is None):
        raise PersonError("point_unknown", point=point.id)
    for evidence in point.evidence:
        if campaign is None or campaign.evidence(evidence) is None:
            raise PersonError("evidence_unknown", evidence=evidence)


def with_bare_edits(material: Material, draft: Draft, edits: Mapping[str, str]) -> Draft:
    """Take rewritten sections as if they were rewritten now, from the suggestion of now."""
    for section, text in edits.items():
        draft = rewrite_section(material, draft, section, text)
    return draft


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise file_error(error, path) from error
