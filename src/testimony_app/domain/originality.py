"""Whose words a text holds: a word diff of an edited section against its suggestion."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from testimony_app.domain.testimony import Origin, Passage, Section
from testimony_app.domain.tokens import Token, TokenKind, count_words, sentences, tokenize
from testimony_app.domain.word_diff import Words, shared_words


def trace(text: str, suggestion: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return `text` as passages, by a word diff against the passages of its suggestion.

    Words equal to the suggestion's, in order, take its origin; all others are the person's own. A suggested sentence
    with more than half of its words changed is wholly the person's. The passages joined are exactly `text`.
    """
    base_text = "".join(passage.text for passage in suggestion)
    base = tokenize(base_text)
    new = tokenize(text)
    base_words, new_words = _word_places(base), _word_places(new)
    sentence_of = _sentence_numbers(base_text, base)
    shared = shared_words(_words(base, base_words, sentence_of), _words(new, new_words, _sentence_numbers(text, new)))
    pairs = {new_words[there]: base_words[here] for here, there in shared}
    kept = Counter(sentence_of[place] for place in pairs.values())
    total = Counter(sentence_of[place] for place in base_words)
    rewritten = {sentence for sentence, words in total.items() if 2 * kept[sentence] < words}
    pairs = {place: source for place, source in pairs.items() if sentence_of[source] not in rewritten}
    sources = [
        None if source is None or sentence_of[source] in rewritten else source for source in _sources(pairs, base, new)
    ]
    return _joined(_pieces(suggestion, base, new, sources))


def new_words(base: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of `text` stand that `base` does not have in the same order: (start, end) in characters.

    Of a sentence that is more than half new, all words count as new.
    """
    spans = []
    start = 0
    for passage in trace(text, (Passage(base, Origin.CAMPAIGN),)):
        for token in tokenize(passage.text):
            if passage.origin is Origin.OWN and token.kind is TokenKind.WORD:
                spans.append((start, start + len(token.text)))
            start += len(token.text)
    return tuple(spans)


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


def _pieces(
    suggestion: Sequence[Passage], base: Sequence[Token], new: Sequence[Token], sources: Sequence[int | None]
) -> Iterator[Passage]:
    """Yield the edited text as runs of one's own and of the suggestion's, which are cut where its passages end."""
    base_starts = list(accumulate((len(token.text) for token in base), initial=0))
    ends = list(accumulate(len(passage.text) for passage in suggestion))
    for gap, group in groupby(enumerate(sources), key=lambda each: each[1] if each[1] is None else each[1] - each[0]):
        places = [place for place, _ in group]
        if gap is None:
            yield Passage("".join(new[place].text for place in places), Origin.OWN)
            continue
        start, stop = base_starts[places[0] + gap], base_starts[places[-1] + gap + 1]
        for number in range(bisect_right(ends, start), len(ends)):
            passage, offset = suggestion[number], ends[number] - len(suggestion[number].text)
            if offset >= stop:
                break
            text = passage.text[max(start - offset, 0) : stop - offset]
            if text:
                yield replace(passage, text=text)


def _word_places(tokens: Sequence[Token]) -> list[int]:
    return [place for place, token in enumerate(tokens) if token.kind is TokenKind.WORD]


def _words(tokens: Sequence[Token], places: Sequence[int], sentence_of: Sequence[int]) -> Words:
    return Words([tokens[place].text for place in places], [sentence_of[place] for place in places])


def _sentence_numbers(text: str, tokens: Sequence[Token]) -> list[int]:
    """Return for each token of a text the number of the sentence it begins in."""
    ends = [end for _, end in sentences(text)]
    numbers: list[int] = []
    position, number = 0, 0
    for token in tokens:
        while number < len(ends) - 1 and position >= ends[number]:
            number += 1
        numbers.append(number)
        position += len(token.text)
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
    """Join neighbours of one origin, fact and language."""
    groups = groupby(passages, key=lambda passage: (passage.origin, passage.evidence, passage.language))
    return tuple(Passage("".join(each.text for each in group), *mark) for mark, group in groups)
