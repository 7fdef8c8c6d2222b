"""Where a name that is to be left out stands all the same."""

import re
import unicodedata
from collections.abc import Iterator

from testimony_app.domain.draft import Draft
from testimony_app.domain.tokens import TokenKind, tokenize

_LEAST_PART = 3
"""Letters of a part of a name that is looked for alone, so that "My" or "An" is not taken for one."""

_BEGINS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
"""No letter or number stands before, or after. An underscore parts words as it does in file names."""

_APOSTROPHE = "['’]"


def reveals_name(text: str, draft: Draft) -> bool:
    """Whether a text holds a withheld name, or a part of it."""
    return next(withheld_name_spans(text, draft), None) is not None


def withheld_name_spans(text: str, draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield where a withheld name stands in a text: the whole of it in any case, or a part of it with a capital.

    What stands between its words does not count: "Rosa_Maple", "RosaMaple". A name of one word counts as a part, so
    that "will" is not taken for Will; one that was typed without capitals is found without them. A name in a script
    without capitals, which may write no spaces either, is found within a run of letters too.
    """
    name = draft.person.name
    parts = _parts(name)
    if not draft.withhold_name or not parts:
        return
    whole = r"[\W_]*".join(_spelled(part) for part in parts)
    if name.upper() != name.lower():
        whole = f"{_BEGINS}{whole}{_ENDS}"
    single = "|".join(_spelled(part) for part in parts if _letters(part) >= _LEAST_PART) or r"(?!)"
    for match in re.finditer(rf"{whole}|(?P<part>{_BEGINS}(?:{single}){_ENDS})", text, re.IGNORECASE):
        is_one_part = match["part"] or len(parts) == 1
        if not (is_one_part and match.group().islower() and not name.islower()):
            yield match.span()


def _parts(name: str) -> list[str]:
    """Return the words of a name; the halves of a double name are words of their own."""
    return [token.text for token in tokenize(name.replace("-", " ")) if token.kind is TokenKind.WORD]


def _letters(part: str) -> int:
    return len(unicodedata.normalize("NFC", part))


def _spelled(part: str) -> str:
    """Return a pattern of a part of a name: with either apostrophe, its accents in one with their letters or apart."""
    forms = {part, *(unicodedata.normalize(form, part) for form in ("NFC", "NFD"))}
    either = "|".join(re.escape(form) for form in sorted(forms))
    return f"(?:{re.sub(_APOSTROPHE, _APOSTROPHE, either)})"
