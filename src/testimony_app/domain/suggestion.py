"""Suggested sentences: templates filled with a person's fields, never leaving a hole."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from testimony_app.domain.campaign import SuggestedSentence
from testimony_app.domain.fields import around_fields, fields_of
from testimony_app.domain.testimony import Origin, Passage
from testimony_app.domain.text import one_line

Fields = Mapping[str, tuple[Passage, ...]]
"""The filled fields: their value as passages. A field that is not filled is not in it."""

_TERMINALS = ".!?…。！？؟۔\u0964\u1362\u1367"
_CLOSERS = "\"'”’»›」』)]）"
_COMMAS = (",", ";", "،", "、", "，")
_DANGLING = "".join(_COMMAS) + " \u00a0\u202f\u3000"
_LAST_STOP = re.compile(r"(?<!\.)(?<!\.\w)\.$")


def suggest(sentences: Iterable[SuggestedSentence], fields: Fields, language: str = "") -> tuple[Passage, ...]:
    """Return the sentences whose needs are met, joined by one space. `language` is that of their passages.

    A sentence needs the fields in its text as well as those in `needs`. A field's text is never parsed again.
    """
    passages: list[Passage] = []
    for sentence in sentences:
        needs = {*sentence.needs, *fields_of(sentence.text)}
        if needs <= fields.keys() and not any(name in fields for name in sentence.unless):
            space = [Passage(" ", Origin.CAMPAIGN, language=language)] if passages else []
            passages += [*space, *_fill(sentence.text, fields, language)]
    return _joined(passages)


def field_value(text: str) -> str:
    """Return what a person wrote in a field as one line, without a comma that stands before or after all of it.

    A value without a letter or digit ("-", "?") would leave a hole in a sentence: it counts as empty.
    """
    return one_line(text).strip(_DANGLING) if any(char.isalnum() for char in text) else ""


def before_comma(value: str) -> str:
    """Return a field's value as it stands before a comma of ours: without its full stop, but "D.C." keeps it."""
    return _LAST_STOP.sub("", value).rstrip(_DANGLING)


def ends_sentence(text: str) -> bool:
    """Whether a text already ends as a sentence does, closing quotes and brackets aside."""
    return text.rstrip(_CLOSERS).endswith(tuple(_TERMINALS))


def _fill(template: str, fields: Fields, language: str) -> list[Passage]:
    """Put the fields into a template. A field at its end gets a full stop unless it brings an end of its own."""
    before, *rest = around_fields(template)
    passages = [Passage(before, Origin.CAMPAIGN, language=language)] if before else []
    for place in range(0, len(rest), 2):
        name, after = rest[place], rest[place + 1]
        *values, last = fields[name]
        if after.startswith(_COMMAS):
            last = replace(last, text=before_comma(last.text))
        if not after and place + 2 == len(rest):
            after = "."
        if after.startswith(".") and ends_sentence(last.text):
            after = after[1:]
        passages += [*values, last]
        passages += [Passage(after, Origin.CAMPAIGN, language=language)] if after else []
    return passages


def _joined(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        if last and replace(last, text="") == replace(passage, text=""):
            joined[-1] = replace(last, text=last.text + passage.text)
        else:
            joined.append(passage)
    return tuple(joined)
