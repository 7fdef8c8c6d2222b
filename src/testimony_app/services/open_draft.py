"""A draft while somebody has it open."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimony_app.store.place import Place

if TYPE_CHECKING:
    from testimony_app.domain.draft import Draft


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with the revision it was read from, 0 where it has never been saved."""

    draft: "Draft"
    rev: int
    place: Place = field(default_factory=Place)
    is_deleted: bool = False
