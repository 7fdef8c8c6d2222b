"""A campaign: what an open letter says, restated point by point, with the facts behind it."""

from collections.abc import Iterator

from msgspec import Struct

from testimony_app.domain.sources import Source

MOST_POINTS = 3
"""How many points one testimony may hold. Two minutes leave room for one to three."""


class SuggestedSentence(Struct, frozen=True):
    """One whole sentence the app may suggest.

    `text` may hold `{field}`s. It is used only when every field in `needs` is filled and none in `unless` is.
    """

    text: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Evidence(Struct, frozen=True):
    """One fact a resident may cite, as a sentence that can be spoken.

    `fact` is the number of its row in the campaign's table of facts, 0 where there is no table. `as_of` says when it
    was true (YYYY, YYYY-MM, YYYY-MM-DD or "unknown"). `caution` is what a careful speaker must know beside it. `name`
    stands for it where there is no room for the sentence, and may be empty.
    """

    id: str
    sentence: str
    fact: int
    source: Source
    as_of: str
    caution: str = ""
    name: str = ""

    @property
    def short(self) -> str:
        """Its name, or its sentence where it has none."""
        return self.name or self.sentence


class Point(Struct, frozen=True):
    """One point of the letter in our own words. `paragraphs` are the letter's, counted from 1."""

    id: str
    title: str
    summary: str
    paragraphs: tuple[int, ...]
    as_of: str
    prompts: tuple[str, ...]
    starters: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    others_said: tuple[Evidence, ...] = ()
    caution: str = ""


class Ask(Struct, frozen=True):
    """What the Council could be asked to do.

    `text` is what stands in the testimony's ask section; `opening` the sentence about it in the opening. `from_letter`
    tells the letter's own request from newer ones. `answered` says what the Council has done about it already, empty
    where nothing is known.
    """

    id: str
    title: str
    text: str
    opening: str
    from_letter: bool
    as_of: str
    answered: str = ""


class Paragraph(Struct, frozen=True):
    """What one paragraph of the letter says, in our words. `number` counts from 1."""

    number: int
    summary: str


class Letter(Struct, frozen=True):
    """The open letter: who signed it, where it stands, what is known of its date, and our summary of it."""

    title: str
    published_at: Source
    about_date: str
    ask_name: str
    signers: tuple[str, ...]
    about_signers: str
    paragraphs: tuple[Paragraph, ...]


class Event(Struct, frozen=True):
    """Something that has happened since the letter. `date` is YYYY, YYYY-MM, YYYY-MM-DD or "unknown"."""

    date: str
    text: str
    fact: int
    source: Source
    caution: str = ""


class Campaign(Struct, frozen=True):
    """A letter made usable.

    `subject` names the matter in a few neutral words. `turning_point` is the date that divides Then from Now, empty
    where there is none. `hearing` says whether one is set, as far as anyone knew on `last_checked`. `limits` are
    things the law does not reach that every reader should know. `opening` and `thanks` replace the language's own
    suggested sentences where the campaign has better ones.
    """

    id: str
    version: int
    language: str
    title: str
    subject: str
    body: str
    made_by: str
    reviewed_by_signers: bool
    about_review: str
    last_checked: str
    turning_point: str
    letter: Letter
    since: tuple[Event, ...]
    asks: tuple[Ask, ...]
    default_ask: str
    points: tuple[Point, ...]
    hearing: str = ""
    limits: tuple[str, ...] = ()
    opening: tuple[SuggestedSentence, ...] = ()
    thanks: tuple[SuggestedSentence, ...] = ()

    def point(self, point_id: str) -> Point | None:
        """Return the point with this id, or None."""
        return next((point for point in self.points if point.id == point_id), None)

    def ask(self, ask_id: str) -> Ask | None:
        """Return the ask with this id, or None."""
        return next((ask for ask in self.asks if ask.id == ask_id), None)

    def all_evidence(self) -> Iterator[Evidence]:
        """Yield every fact that can be cited, what others have said included, in the order of the points."""
        for point in self.points:
            yield from point.evidence
            yield from point.others_said

    def evidence(self, evidence_id: str) -> Evidence | None:
        """Return the evidence with this id, wherever it stands, or None. Ids are unique in a campaign."""
        return next((each for each in self.all_evidence() if each.id == evidence_id), None)
