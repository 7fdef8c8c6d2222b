"""Whose words a text holds: a word diff of an edited section against its suggestion."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz.distance import LCSseq

from testimony_app.domain.testimony import Origin, Passage, Section
from testimony_app.domain.tokens import Token, TokenKind, count_words, sentences, tokenize


def trace(text: str, suggestion: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return `text` as passages, by a word diff against the passages of its suggestion.

    Words equal to the suggestion's, in order, take its origin; all others are the person's own. A suggested sentence
    with more than half of its words changed is wholly the person's. The passages joined are exactly `text`.
    """
    base_text = "".join(passage.text for passage in suggestion)
    base = tokenize(base_text)
    new = tokenize(text)
    base_words = [index for index, token in enumerate(base) if token.kind is TokenKind.WORD]
    new_words = [index for index, token in enumerate(new) if token.kind is TokenKind.WORD]
    matches = _matches([base[index].text for index in base_words], [new[index].text for index in new_words])
    pairs = {new_words[there]: base_words[here] for here, there in matches}
    sentence_of = _sentence_numbers(base_text, [len(token.text) for token in base])
    kept = Counter(sentence_of[place] for place in pairs.values())
    total = Counter(sentence_of[place] for place in base_words)
    rewritten = {sentence for sentence, words in total.items() if 2 * kept[sentence] < words}
    pairs = {place: source for place, source in pairs.items() if sentence_of[source] not in rewritten}
    origins = _origins(suggestion, base)
    pieces: list[Passage] = []
    for token, source in zip(new, _sources(pairs, base, new), strict=True):
        if source is None or sentence_of[source] in rewritten:
            pieces.append(Passage(token.text, Origin.OWN))
        else:
            pieces += origins[source]
    return _joined(pieces)


def own_share(sections: Iterable[Section]) -> float:
    """Return which part of all words is the person's own, from 0 to 1. A testimony without a word has 0."""
    passages = [passage for section in sections for passage in section.passages]
    counted = [(passage.origin, count_words(passage.text)) for passage in passages]
    total = sum(count for _, count in counted)
    return sum(count for origin, count in counted if origin is Origin.OWN) / total if total else 0.0


def merged(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Join neighbours of one origin, whatever evidence they come from."""
    groups = groupby(passages, key=lambda passage: passage.origin)
    return tuple(Passage("".join(each.text for each in group), origin) for origin, group in groups)


def _matches(base: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the index pairs of a longest common subsequence of two word lists."""
    pairs: list[tuple[int, int]] = []
    for block in LCSseq.opcodes(base, new).as_matching_blocks():
        pairs.extend((block.a + step, block.b + step) for step in range(block.size))
    return pairs


def _origins(passages: Sequence[Passage], tokens: Sequence[Token]) -> list[list[Passage]]:
    """Return each token of a joined text as it lies in the passages: one piece, or more across their borders."""
    found: list[list[Passage]] = []
    place, start = 0, 0
    for token in tokens:
        pieces: list[Passage] = []
        missing = len(token.text)
        while missing:
            passage = passages[place]
            part = passage.text[start : start + missing]
            if part:
                pieces.append(replace(passage, text=part))
            missing -= len(part)
            start += len(part)
            if start == len(passage.text):
                place, start = place + 1, 0
        found.append(pieces)
    return found


def _sentence_numbers(text: str, lengths: Sequence[int]) -> list[int]:
    """Return for each token of a text the number of the sentence it begins in."""
    ends = [end for _, end in sentences(text)]
    numbers: list[int] = []
    position, number = 0, 0
    for length in lengths:
        while number < len(ends) - 1 and position >= ends[number]:
            number += 1
        numbers.append(number)
        position += length
    return numbers


def _sources(pairs: Mapping[int, int], base: Sequence[Token], new: Sequence[Token]) -> list[int | None]:
    """Return for each token of the edited text which token of the suggestion it comes from, or None.

    A word comes from the word it is paired with. What stands between words comes from the same sign at the same
    distance from a paired word before or after it. All else is the person's own.
    """
    sources: list[int | None] = [pairs.get(place) for place in range(len(new))]
    for step, places in ((1, range(len(new))), (-1, reversed(range(len(new))))):
        near: int | None = None
        for place in places:
            if new[place].kind is TokenKind.WORD:
                near = pairs.get(place)
                continue
            near = None if near is None or not 0 <= near + step < len(base) else near + step
            if near is not None and sources[place] is None and base[near].text == new[place].text:
                sources[place] = near
    return sources


def _joined(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Join neighbours of one origin and one fact."""
    groups = groupby(passages, key=lambda passage: (passage.origin, passage.evidence))
    return tuple(Passage("".join(each.text for each in group), *mark) for mark, group in groups)
