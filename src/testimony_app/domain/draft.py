"""What the resident says: a draft is a plain value, and every change returns a new one."""

from dataclasses import dataclass, field, replace
from enum import Enum

from testimony_app.domain.campaign import MOST_POINTS
from testimony_app.domain.errors import PersonError
from testimony_app.domain.section_ids import ASK, OWN_PREFIX


class Position(Enum):
    """Where the person stands on the matter before the body, not on the letter."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"
    UNSTATED = "unstated"


class Delivery(Enum):
    """How the body will hear the testimony."""

    ALOUD = "aloud"
    WRITTEN = "written"
    BOTH = "both"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Person:
    """Who is speaking, as they wrote it. Every field may be empty. `connection` is one whole sentence."""

    name: str = ""
    ward: str = ""
    neighborhood: str = ""
    connection: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person. It never stands in the document itself."""

    email: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """The item before the body. `meeting_date` is YYYY-MM-DD, or what the person wrote."""

    title: str = ""
    file_number: str = ""
    agenda_item: str = ""
    meeting_date: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation the person brings along. `language` is a BCP 47 tag; `translator` is who made it."""

    language: str
    text: str
    translator: str = ""


@dataclass(frozen=True, slots=True)
class ChosenPoint:
    """A point in the testimony: the campaign's by its id, or the person's own (`own-1`, with a title).

    `story` is the person's words, verbatim. `evidence` holds the ids of the facts they chose to cite, in order.
    """

    id: str
    story: str = ""
    evidence: tuple[str, ...] = ()
    title: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the person made this point up themselves."""
        return self.id.startswith(OWN_PREFIX)


@dataclass(frozen=True, slots=True)
class OwnAsk:
    """What the person wants the Council to do, in their own words."""

    text: str


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body that is not in our list: only what the person calls it."""

    name: str


@dataclass(frozen=True, slots=True)
class SectionEdit:
    """A section the person rewrote. `base` is the suggestion they started from."""

    text: str
    base: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A testimony in the making.

    `campaign` is empty for a blank testimony. `body` is a listed body's id, a name, or None for the campaign's own.
    `ask` is an ask's id, the person's own, or None for the campaign's default. `differs` means "I see it differently":
    the letter's ask and points are left out, and come back when it is taken back. `own_next` numbers the next own
    point; a number is never given twice. `set_aside` keeps points that were taken back, with their stories. `silent`
    holds ids of sections that stand in print but are not said aloud.
    """

    id: str
    language: str
    campaign: str = ""
    body: str | NamedBody | None = None
    differs: bool = False
    own_next: int = 1
    title: str = ""
    person: Person = field(default_factory=Person)
    withhold_name: bool = False
    on_behalf_of: str = ""
    position: Position | None = None
    delivery: Delivery | None = None
    matter: Matter = field(default_factory=Matter)
    contact: Contact = field(default_factory=Contact)
    ask: str | OwnAsk | None = None
    points: tuple[ChosenPoint, ...] = ()
    set_aside: tuple[ChosenPoint, ...] = ()
    edits: dict[str, SectionEdit] = field(default_factory=dict)
    silent: tuple[str, ...] = ()
    translation: Translation | None = None

    @property
    def published_name(self) -> str:
        """The name as it may be published: empty where it is missing or withheld."""
        return "" if self.withhold_name else self.person.name.strip()

    @property
    def active_points(self) -> tuple[ChosenPoint, ...]:
        """The points that stand in the testimony now. One who differs from the letter speaks on own points only."""
        return tuple(point for point in self.points if point.is_own or not self.differs)

    def point(self, point_id: str) -> ChosenPoint | None:
        """Return the chosen point with this id, or None."""
        return next((point for point in self.points if point.id == point_id), None)

    def edit_of(self, section_id: str) -> SectionEdit | None:
        """Return the edit that stands for a section now, or None.

        The letter's ask goes with its points for one who differs, even where it was edited. The edit is kept and
        stands again when the other view is taken back.
        """
        edit = self.edits.get(section_id)
        own_ask = self.ask.text if isinstance(self.ask, OwnAsk) else ""
        if edit and self.differs and section_id == ASK and edit.base not in {"", own_ask}:
            return None
        return edit

    def see_differently(self, *, differs: bool) -> "Draft":
        """Take another view than the letter's, or take that back, so that the letter's points stand again.

        Where own points have taken their room meanwhile, the letter's last ones are set aside with their stories.
        """
        changed = replace(self, differs=differs)
        letters = [point.id for point in changed.active_points if not point.is_own]
        over = max(0, len(changed.active_points) - MOST_POINTS)
        for point_id in letters[max(0, len(letters) - over) :]:
            changed = changed.take_back_point(point_id)
        return changed

    def choose_point(self, point_id: str) -> "Draft":
        """Add a campaign's point at the end; one that was set aside comes back with its story.

        Raises PersonError `too_many_points` where three stand already.
        """
        if self.point(point_id):
            return self
        self._demand_room()
        kept = next((point for point in self.set_aside if point.id == point_id), ChosenPoint(point_id))
        rest = tuple(point for point in self.set_aside if point.id != point_id)
        return replace(self, points=(*self.points, kept), set_aside=rest)

    def add_own_point(self, title: str = "") -> "Draft":
        """Add a point of the person's own at the end, with the next free number.

        Raises PersonError `too_many_points` where three stand already.
        """
        self._demand_room()
        own = ChosenPoint(f"{OWN_PREFIX}{self.own_next}", title=title)
        return replace(self, points=(*self.points, own), own_next=self.own_next + 1)

    def take_back_point(self, point_id: str) -> "Draft":
        """Set a chosen point aside. Its story is kept; a section edit of it is kept too."""
        taken = self.point(point_id)
        if taken is None:
            return self
        rest = tuple(point for point in self.points if point.id != point_id)
        return replace(self, points=rest, set_aside=(*self.set_aside, taken))

    def move_point(self, point_id: str, steps: int) -> "Draft":
        """Move a point `steps` places later (or earlier, if negative) among those that stand, as far as there is room.

        The letter's points keep their places while one sees it differently.
        """
        moved, standing = self.point(point_id), self.active_points
        if moved is None or moved not in standing:
            return self
        order = [point for point in standing if point is not moved]
        order.insert(max(0, standing.index(moved) + steps), moved)
        places = iter(order)
        points = tuple(next(places) if point in standing else point for point in self.points)
        return replace(self, points=points)

    def change_point(self, changed: ChosenPoint) -> "Draft":
        """Put `changed` in the place of the chosen point with its id."""
        points = tuple(changed if point.id == changed.id else point for point in self.points)
        return replace(self, points=points)

    def without_edit(self, section_id: str) -> "Draft":
        """Drop the edit of a section, so that it follows its suggestion again."""
        edits = {key: edit for key, edit in self.edits.items() if key != section_id}
        return replace(self, edits=edits)

    def with_edit(self, section_id: str, edit: SectionEdit) -> "Draft":
        """Keep `edit` as the text of a section."""
        return replace(self, edits={**self.edits, section_id: edit})

    def everything_written(self) -> tuple[str, ...]:
        """Return every text the person typed, hidden or shown, in a steady order, empty ones left out."""
        own_ask = self.ask.text if isinstance(self.ask, OwnAsk) else ""
        body = self.body.name if isinstance(self.body, NamedBody) else ""
        points = [text for point in (*self.points, *self.set_aside) for text in (point.title, point.story)]
        edits = [self.edits[key].text for key in sorted(self.edits)]
        translation = [self.translation.text, self.translation.translator] if self.translation else []
        person = [self.person.name, self.person.ward, self.person.neighborhood, self.person.connection]
        matter = [
            self.matter.title,
            self.matter.file_number,
            self.matter.agenda_item,
            self.matter.meeting_date,
        ]
        contact = [self.contact.email, self.contact.phone, self.contact.address]
        texts = [
            self.title, *person, self.on_behalf_of, body, *matter, *contact, own_ask, *points, *edits, *translation,
        ]  # fmt: skip
        return tuple(text for text in texts if text.strip())

    def _demand_room(self) -> None:
        if len(self.active_points) >= MOST_POINTS:
            raise PersonError("too_many_points", most=MOST_POINTS)
