"""Where a name that is to be left out stands all the same."""

import re
from collections.abc import Iterator

from testimony_app.domain.draft import Draft
from testimony_app.domain.text import one_line

_LEAST_PART = 3
"""Letters of a part of a name that is looked for alone, so that "My" or "An" is not taken for one."""


def reveals_name(text: str, draft: Draft) -> bool:
    """Whether a text holds a withheld name, or a part of it."""
    return next(withheld_name_spans(text, draft), None) is not None


def withheld_name_spans(text: str, draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield where a withheld name stands in a text: the whole of it in any case, or a part of it with a capital.

    A name in a script without capitals, which may write no spaces either, is found within a run of letters too.
    """
    name = one_line(draft.person.name)
    if not draft.withhold_name or not name:
        return
    parts = name.split(" ")
    whole = r"\s+".join(re.escape(part) for part in parts)
    if name.upper() != name.lower():
        whole = rf"(?<!\w){whole}(?!\w)"
    single = "|".join(re.escape(part) for part in parts if len(part) >= _LEAST_PART) or r"(?!)"
    for match in re.finditer(rf"{whole}|(?P<part>(?<!\w)(?:{single})(?!\w))", text, re.IGNORECASE):
        is_one_part = match["part"] or len(parts) == 1
        if not (is_one_part and match.group()[0].islower()):
            yield match.span()
