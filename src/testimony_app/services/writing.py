"""One testimony while it is written: answers go in, what a page shows comes out, and every step can be taken back."""

from dataclasses import dataclass, replace

from testimony_app.domain.body import PublicBody
from testimony_app.domain.checks.finding import Finding, Review
from testimony_app.domain.checks.review import in_order, run_each
from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import Delivery, Draft
from testimony_app.domain.speaking import longest_sentence, speaking_seconds
from testimony_app.domain.steps import StepId, step
from testimony_app.domain.testimony import Testimony
from testimony_app.domain.tokens import count_words
from testimony_app.domain.unspaced import is_mostly_unspaced
from testimony_app.services.library import Library
from testimony_app.services.open_draft import OpenDraft
from testimony_app.store.place import Place

MOST_UNDO = 500
"""How many steps back are kept while a testimony is open. Versions on the disk go further."""


CHANGED = "changed"
"""What stands in the place of a format where what was taken along is no longer what stands here."""

_MOST_LENGTHS = 200


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text takes to say, in seconds at the usual pace, its words, and those of its longest sentence."""

    seconds: float
    words: int
    longest_sentence: int


@dataclass(frozen=True, slots=True)
class Timing:
    """How long the testimony is: seconds and words of each section that is said, and the limits that are known.

    `limit_seconds` is None where the testimony is only written, or where no limit is known. `longest_sentence` is in
    words, of what is said. `counts_words` is False where the script writes no spaces between words: `words` are too few
    then.
    """

    seconds: tuple[float, ...]
    words: int
    longest_sentence: int
    limit_seconds: int | None
    limit_words: int | None
    delivery: Delivery
    counts_words: bool = True

    @property
    def total_seconds(self) -> float:
        """Seconds of all that is said aloud."""
        return sum(self.seconds)


class Writing:
    """Holds the draft of now and what it reads like, and the drafts before and after it for undo and redo.

    Drafts are values, so a step back is the value from before. `has_been_checked` and `was_shared` say whether that
    ever happened, whatever was changed since.
    """

    def __init__(self, library: Library, opened: OpenDraft) -> None:
        self._library = library
        self._draft = opened.draft
        self._material = library.material(opened.draft)
        self._testimony: Testimony | None = None
        self._undo: list[Draft] = []
        self._redo: list[Draft] = []
        self._joined_to = ""
        self._kept: set[tuple[str, str, str]] = set()
        self._found: dict[str, tuple[Finding, ...]] | None = None
        self._lengths: dict[str, Length] = {}
        self.place = opened.place
        self.has_been_checked = False
        self.was_shared = False
        self._shared_as = ""
        self._shared_text = ""

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._draft

    @property
    def material(self) -> Material:
        """What it is composed from."""
        return self._material

    def bodies(self) -> tuple[PublicBody, ...]:
        """Return the public bodies that can be chosen, by name."""
        return tuple(body for body in self._library.bodies() if isinstance(body, PublicBody))

    @property
    def testimony(self) -> Testimony:
        """What the draft reads like now."""
        if self._testimony is None:
            self._testimony = compose(self._material, self._draft)
        return self._testimony

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._redo)

    def change(self, draft: Draft, *, joins: str = "") -> None:
        """Take a changed draft. Changes that join the same thing one after another (typing in one box) are one step."""
        if draft == self._draft:
            return
        if not (joins and joins == self._joined_to):
            self._undo = [*self._undo[-MOST_UNDO + 1 :], self._draft]
        self._joined_to = joins
        self._redo = []
        self._take(draft)

    def end_step(self) -> None:
        """Let the next change be a step of its own."""
        self._joined_to = ""

    def undo(self) -> None:
        """Take the last step back."""
        if self._undo:
            self._redo.append(self._draft)
            self._take(self._undo.pop())
            self._joined_to = ""

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._redo:
            self._undo.append(self._draft)
            self._take(self._redo.pop())
            self._joined_to = ""

    def reach_back(self, draft: Draft) -> None:
        """Take a step back to a version from before the testimony was opened; it can be taken again."""
        self._redo.append(self._draft)
        self._take(draft)
        self._joined_to = ""

    def take_id(self, draft_id: str) -> None:
        """Go on under another id: somebody else has changed the testimony, and both versions are kept."""
        self._draft = replace(self._draft, id=draft_id)

    def move_to(self, place: Place) -> None:
        """Remember where the person is."""
        self.place = place

    @property
    def is_checked(self) -> bool:
        """Whether the checks have looked at the testimony as it is now."""
        return self._found is not None

    @property
    def is_ready(self) -> bool:
        """Whether there are words of the person's own, and the checks find nothing that is not kept as it is."""
        return self.is_checked and step(StepId.DRAFT).is_done(self._draft) and not self.findings()

    def findings(self) -> tuple[Finding, ...]:
        """Return what the checks find in the testimony as it is now, what was kept as it is left out."""
        return tuple(each for each in self._all_findings() if self._key(each) not in self._kept)

    def kept_findings(self) -> tuple[Finding, ...]:
        """Return what the checks find and the person keeps as it is."""
        return tuple(each for each in self._all_findings() if self._key(each) in self._kept)

    def quiet_checks(self) -> tuple[str, ...]:
        """Return the names of the checks that find nothing at all."""
        return tuple(name for name, found in self._checked().items() if not found)

    def keep_as_it_is(self, finding: Finding, *, kept: bool) -> None:
        """Ask no more about a finding while this testimony is open, or ask again. It holds for these very words."""
        if kept:
            self._kept.add(self._key(finding))
        else:
            self._kept.discard(self._key(finding))

    def note_shared(self, name: str, text: str) -> None:
        """Remember that a text of this testimony was taken along in a format, by the format's name."""
        self._shared_as, self._shared_text, self.was_shared = name, text, True

    @property
    def shared_as(self) -> str:
        """The format in which the testimony was taken along while it is open, CHANGED if its text is another by now.

        Empty where it was not.
        """
        return self._shared_as if self._shared_text == self.testimony.text or not self._shared_as else CHANGED

    def timing(self) -> Timing:
        """Return how long the testimony is."""
        testimony = self.testimony
        body = self._material.body
        delivery = self._draft.delivery or Delivery.UNSURE
        writing = body.writing if body else None
        said = [self.length_of(section.text) for section in testimony.sections if section.spoken]
        return Timing(
            seconds=tuple(each.seconds for each in said),
            words=sum(self.length_of(section.text).words for section in testimony.sections),
            longest_sentence=max((each.longest_sentence for each in said), default=0),
            limit_seconds=body.time_limit_seconds if body and delivery is not Delivery.WRITTEN else None,
            limit_words=writing.limit_words.value if writing and delivery is not Delivery.ALOUD else None,
            delivery=delivery,
            counts_words=not is_mostly_unspaced(testimony.text),
        )

    def length_of(self, text: str) -> Length:
        """Return how long a text of this testimony is; what is counted once is not counted again."""
        if text not in self._lengths:
            if len(self._lengths) > _MOST_LENGTHS:
                self._lengths.clear()
            seconds = speaking_seconds(text, self._draft.language)
            self._lengths[text] = Length(seconds, count_words(text), longest_sentence(text))
        return self._lengths[text]

    def _all_findings(self) -> tuple[Finding, ...]:
        return in_order(self._checked())

    def _checked(self) -> dict[str, tuple[Finding, ...]]:
        if self._found is None:
            review = Review(self.testimony, self._draft, self._material, self._library.safety_words)
            self._found = run_each(review)
            self.has_been_checked = True
        return self._found

    def _key(self, finding: Finding) -> tuple[str, str, str]:
        section = self.testimony.section(finding.section)
        words = section.text[finding.start : finding.end] if section else ""
        return finding.code, finding.section, words

    def _take(self, draft: Draft) -> None:
        if (draft.campaign, draft.body, draft.language) != (
            self._draft.campaign,
            self._draft.body,
            self._draft.language,
        ):
            self._material = self._library.material(draft)
        self._draft = replace(draft, id=self._draft.id)
        self._testimony = None
        self._found = None
