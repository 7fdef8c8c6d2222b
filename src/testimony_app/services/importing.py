"""Taking in `.testimony.json` files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from testimony_app.domain.campaign import Campaign
from testimony_app.domain.compose import Material, suggestion_of
from testimony_app.domain.draft import ChosenPoint, Draft
from testimony_app.domain.editing import rewrite_section
from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.domain.section_ids import RESERVED_SECTIONS
from testimony_app.files.atomic import file_error
from testimony_app.services.drafting import Drafting
from testimony_app.services.library import Library
from testimony_app.services.revising import new_draft_id
from testimony_app.testimony_file.decode import decode
from testimony_app.testimony_file.encode import encode
from testimony_app.testimony_file.testimony_format import MOST_BYTES_WITH_REVISIONS

Ask = Callable[[Path], str]
"""Asks for the passphrase of a sealed file; an empty one means that there is none."""

_MOST_READ = MOST_BYTES_WITH_REVISIONS + MOST_BYTES_WITH_REVISIONS // 1000
"""A sealed file is a little larger than what stands in it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: the draft it is now, or why it was refused.

    `is_new` is False where the same content was there already, be it deleted; then it is back. `removed` holds control
    characters taken out.
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

    def take_in(self, paths: Iterable[Path], passphrase: Ask = lambda _: "") -> tuple[Imported, ...]:
        """Import files in the order given. `passphrase` is asked for that of a sealed one."""
        return tuple(self._take_in_one(path, passphrase) for path in paths)

    def take_in_content(self, content: bytes) -> Imported:
        """Import what would stand in a file. Raises what is wrong with it."""
        return self._import(Path(), content)

    def _take_in_one(self, path: Path, passphrase: Ask) -> Imported:
        try:
            return self._import(path, _opened(_read(path), lambda: passphrase(path)))
        except TestimonyError as error:
            return Imported(str(path), error=error)

    def _import(self, path: Path, content: bytes) -> Imported:
        decoded = decode(content, new_draft_id())
        material = self._library.material(decoded.draft)
        demand_known(decoded.draft, material.campaign)
        demand_known_sections(decoded.draft, decoded.bare_edits)
        draft = with_edits_of_now(material, decoded.draft, decoded.bare_edits)
        if decoded.has_id and self._is_there(draft):
            return Imported(str(path), draft.id, removed=decoded.removed)
        if decoded.revisions:
            draft_id, is_new = self._drafting.add_with_versions(draft, decoded.revisions)
            if not is_new and self._drafting.open(draft_id).is_deleted:
                self._drafting.bring_back(draft_id)
            return Imported(str(path), draft_id, is_new=is_new, removed=decoded.removed)
        try:
            self._add(decoded.draft, draft)
        except PersonError as error:
            if error.code != "draft_changed_elsewhere":
                raise
            if self._is_there(draft):  # another import of the same file was first
                return Imported(str(path), draft.id, removed=decoded.removed)
            draft = replace(draft, id=new_draft_id())
            self._add(replace(decoded.draft, id=draft.id), draft)
        return Imported(str(path), draft.id, is_new=True, removed=decoded.removed)

    def _add(self, before: Draft, after: Draft) -> None:
        """Add an imported draft. Words that a rewritten section replaces are kept in a version before.

        Raises PersonError `draft_changed_elsewhere` where there is a draft with its id.
        """
        replaces_words = bool(set(before.everything_written()) - set(after.everything_written()))
        opened = self._drafting.add(before if replaces_words else after, "import")
        if replaces_words:
            self._drafting.save(replace(opened, draft=after), "import")

    def _is_there(self, draft: Draft) -> bool:
        """Whether this very draft is kept already; one that was deleted is brought back."""
        try:
            known = self._drafting.open(draft.id)
        except PersonError as error:
            if error.code in {"draft_not_found", "draft_damaged"}:
                return False
            raise
        if encode(known.draft) != encode(draft):
            return False
        if known.is_deleted:
            self._drafting.bring_back(draft.id)
        return True


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


def demand_known_sections(draft: Draft, bare_edits: Iterable[str]) -> None:
    """Refuse a draft that rewrites or silences a section it does not have.

    Raises PersonError `section_unknown`, naming the id.
    """
    known = {*RESERVED_SECTIONS, *(point.id for point in (*draft.points, *draft.set_aside))}
    for section in (*draft.edits, *bare_edits, *draft.silent):
        if section not in known:
            raise PersonError("section_unknown", section=section)


def with_edits_of_now(material: Material, draft: Draft, bare_edits: Mapping[str, str]) -> Draft:
    """Take rewritten sections that were begun from the suggestion of now as if they were rewritten now.

    So a rewritten story is the story, however the file tells it. An edit without a base is one of them.
    """
    begun_now = {
        section: edit.text
        for section, edit in draft.edits.items()
        if edit.base == "".join(passage.text for passage in suggestion_of(material, draft, section))
    }
    for section, text in {**begun_now, **bare_edits}.items():
        draft = rewrite_section(material, draft.without_edit(section), section, text)
    return draft


def _opened(content: bytes, passphrase: Callable[[], str]) -> bytes:
    """Return what stands in a file that may be sealed. Raises PersonError `passphrase_missing`, `passphrase_wrong`."""
    from testimony_app.sealing.passphrase import is_sealed, open_with  # noqa: PLC0415  (small, and few are sealed)

    if not is_sealed(content):
        return content
    given = passphrase()
    if not given:
        raise PersonError("passphrase_missing")
    return open_with(content, given)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_READ)
    except OSError as error:
        raise file_error(error, path) from error
