"""Suggested sentences: templates filled with a person's fields, never leaving a hole."""

import re
from collections.abc import Iterable, Mapping

from testimony_app.domain.campaign import SuggestedSentence
from testimony_app.domain.testimony import Origin, Passage

FIELDS = (
    "audience", "name", "ward", "neighborhood", "connection", "on_behalf_of", "matter", "file_number", "agenda_item",
    "meeting", "ask_opening",
)  # fmt: skip
"""The fields a suggested sentence may name."""

Fields = Mapping[str, tuple[Passage, ...]]
"""The filled fields: their value as passages. A field that is not filled is not in it."""

_PLACE = re.compile(r"\{([a-z_]+)\}")
_TERMINALS = ".!?…。؟۔።፧"
_CLOSERS = "\"'”’»)]"


def fields_of(template: str) -> tuple[str, ...]:
    """Return the names of the fields a template holds, in order."""
    return tuple(_PLACE.findall(template))


def suggest(sentences: Iterable[SuggestedSentence], fields: Fields) -> tuple[Passage, ...]:
    """Return the sentences whose needs are met, joined by one space.

    A sentence needs the fields in its text as well as those in `needs`. A field's text is never parsed again.
    """
    passages: list[Passage] = []
    for sentence in sentences:
        needs = {*sentence.needs, *fields_of(sentence.text)}
        if needs <= fields.keys() and not any(name in fields for name in sentence.unless):
            space = [Passage(" ", Origin.CAMPAIGN)] if passages else []
            passages += [*space, *_fill(sentence.text, fields)]
    return _joined(passages)


def ends_sentence(text: str) -> bool:
    """Whether a text already ends as a sentence does, closing quotes and brackets aside."""
    return text.rstrip(_CLOSERS).endswith(tuple(_TERMINALS))


def _fill(template: str, fields: Fields) -> list[Passage]:
    """Put the fields into a template; a sentence that ends in a field gets a full stop unless it has an end."""
    passages: list[Passage] = []
    pieces = _PLACE.split(template)
    for number, piece in enumerate(pieces):
        if number % 2:
            passages += fields[piece]
        elif piece:
            passages.append(Passage(piece, Origin.CAMPAIGN))
    ends_in_field = len(pieces) > 1 and pieces[-1] in {"", "."}
    if not ends_in_field:
        return passages
    if pieces[-1] == ".":
        passages.pop()
    if not ends_sentence(passages[-1].text):
        passages.append(Passage(".", Origin.CAMPAIGN))
    return passages


def _joined(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        if last and (last.origin, last.evidence) == (passage.origin, passage.evidence):
            joined[-1] = Passage(last.text + passage.text, passage.origin, passage.evidence)
        else:
            joined.append(passage)
    return tuple(joined)
