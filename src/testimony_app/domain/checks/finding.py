"""What a check finds: a code with a place, how grave it is, and what can be done about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from unicodedata import category

from testimony_app.domain.compose import Material
from testimony_app.domain.draft import Draft
from testimony_app.domain.testimony import Section, Testimony

_AFTER_NO_SPACE = ("\n", ".", ",", ";", ":", "!", "?", ")")


class Severity(Enum):
    """How grave a finding is. MUST_FIX is for private data nobody should publish; it never holds back saving."""

    MUST_FIX = "must_fix"
    WORTH_A_LOOK = "worth_a_look"


class Fix(Enum):
    """What the app offers to do. A fix deletes, covers or asks; none writes words in the person's voice."""

    DELETE = "delete"
    MASK = "mask"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth telling the person.

    `section` is a section's id, empty for the testimony as a whole; `start` and `end` are character offsets in that
    section's text, equal where no words are meant. `parameters` holds what the sentence names.
    """

    code: str
    severity: Severity
    section: str = ""
    start: int = 0
    end: int = 0
    fixes: tuple[Fix, ...] = ()
    parameters: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """Words that may point to something safer left out: by topic, in all languages together.

    Topics are `immigration`, `arrest`, `health` and `child`. Case does not count, but for a word all in capitals
    ("ICE"), which must stand as it is. An entry may end in ` {name}`: then a word with a capital follows it. It may
    begin with `{near} `, the writer or somebody near ("I", "my older brother"), or `{near is} `, the same with a form
    of "to be" ("I was", "my brother got").
    """

    topics: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Review:
    """What a check looks at."""

    testimony: Testimony
    draft: Draft
    material: Material
    safety: SafetyWords

    @property
    def texts_beside(self) -> tuple[str, ...]:
        """What a document shows outside its sections: the record block, headings, a translation."""
        testimony = self.testimony
        record = [line.value for line in testimony.record]
        headings = [section.heading for section in testimony.sections]
        texts = [*record, *headings, testimony.translation_note, testimony.translation_text]
        return tuple(text for text in texts if text)


def whole(code: str, section: Section, fixes: tuple[Fix, ...] = (), **parameters: str | int) -> Finding:
    """Return a finding worth a look about a whole section."""
    return Finding(code, Severity.WORTH_A_LOOK, section.id, 0, len(section.text), fixes, parameters=dict(parameters))


def apply_fix(text: str, finding: Finding, fix: Fix) -> str:
    """Return a section's text after a fix: the found words taken out, or each letter and digit shown as a bare X.

    Deleting takes a space that would be left beside another, at the edge of a line, or before a full stop or comma.
    ASK changes nothing.
    """
    before, found, after = text[: finding.start], text[finding.start : finding.end], text[finding.end :]
    if fix is Fix.MASK:
        bare = (char for char in found if not category(char).startswith("M"))
        return before + "".join("X" if char.isalnum() else char for char in bare) + after
    if fix is Fix.DELETE:
        if after.startswith(" ") and (not before or before.endswith((" ", "\n"))):
            after = after[1:]
        if before.endswith(" ") and (not after or after.startswith(_AFTER_NO_SPACE)):
            before = before[:-1]
        return before + after
    return text
