"""Whose words a text holds: a word diff of an edited section against its suggestion."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from testimony_app.domain.testimony import Origin, Passage, Section
from testimony_app.domain.tokens import Token, TokenKind, count_words, sentences, tokenize

Mark = tuple[Origin, str]
"""The origin of one token and the id of the evidence it comes from."""

_OWN: Mark = (Origin.OWN, "")


def trace(text: str, suggestion: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return `text` as passages, by a word diff against the passages of its suggestion.

    Words equal to the suggestion's, in order, take its origin; all others are the person's own. A suggested sentence
    with more than half of its words changed is wholly the person's. The passages joined are exactly `text`.
    """
    base_text = "".join(passage.text for passage in suggestion)
    base = tokenize(base_text)
    new = tokenize(text)
    base_marks = _marks_of(suggestion, [len(token.text) for token in base])
    base_words = [index for index, token in enumerate(base) if token.kind is TokenKind.WORD]
    new_words = [index for index, token in enumerate(new) if token.kind is TokenKind.WORD]
    matches = _matches([base[index].text for index in base_words], [new[index].text for index in new_words])
    pairs = {new_words[there]: base_words[here] for here, there in matches}
    sentence_of = _sentence_numbers(base_text, [len(token.text) for token in base])
    kept = Counter(sentence_of[place] for place in pairs.values())
    total = Counter(sentence_of[place] for place in base_words)
    pairs = {
        place: source for place, source in pairs.items() if 2 * kept[sentence_of[source]] >= total[sentence_of[source]]
    }
    marks = [_mark(index, pairs, base_marks, base, new) for index in range(len(new))]
    return _join([token.text for token in new], marks)


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


def _marks_of(passages: Sequence[Passage], lengths: Sequence[int]) -> list[Mark]:
    """Return the mark of each token of a joined text: that of the passage its first character lies in."""
    starts: list[int] = []
    end = 0
    for passage in passages:
        end += len(passage.text)
        starts.append(end)
    marks: list[Mark] = []
    position, place = 0, 0
    for length in lengths:
        while position >= starts[place]:
            place += 1
        marks.append((passages[place].origin, passages[place].evidence))
        position += length
    return marks


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


def _mark(
    index: int, pairs: dict[int, int], base_marks: Sequence[Mark], base: Sequence[Token], new: Sequence[Token]
) -> Mark:
    """Return the mark of one token of the edited text.

    A word has that of the word it is paired with. What stands between words has that of the same sign at the same
    distance from a paired word before or after it. All else is the person's own.
    """
    if new[index].kind is TokenKind.WORD:
        return base_marks[pairs[index]] if index in pairs else _OWN
    for step in (-1, 1):
        word = index + step
        while 0 <= word < len(new) and new[word].kind is not TokenKind.WORD:
            word += step
        source = pairs.get(word, -1) + index - word if word in pairs else -1
        if 0 <= source < len(base) and base[source].text == new[index].text:
            return base_marks[source]
    return _OWN


def _join(texts: Sequence[str], marks: Sequence[Mark]) -> tuple[Passage, ...]:
    """Join neighbouring tokens of one mark to passages."""
    pairs = groupby(zip(marks, texts, strict=True), key=lambda pair: pair[0])
    return tuple(Passage("".join(text for _, text in group), *mark) for mark, group in pairs)
