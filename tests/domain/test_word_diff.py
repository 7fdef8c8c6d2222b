"""The price of comparing two texts stays bounded, and what they share is shared in order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from testimony_app.domain import word_diff
from testimony_app.domain.originality import trace
from testimony_app.domain.testimony import Origin, Passage
from testimony_app.domain.tokens import count_words
from testimony_app.domain.word_diff import Words, shared_words

SENTENCES = st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4), max_size=12)


def words(sentences):
    return Words(
        [word for sentence in sentences for word in sentence],
        [number for number, sentence in enumerate(sentences) for _ in sentence],
    )


@pytest.fixture
def compared(monkeypatch):
    """How large each comparison of word with word was."""
    sizes = []

    class Counting:
        @staticmethod
        def opcodes(here, there):
            sizes.append(len(here) * len(there))
            assert sizes[-1] <= word_diff._MOST_CELLS
            return LCSseq.opcodes(here, there)

    monkeypatch.setattr(word_diff, "LCSseq", Counting)
    return sizes


def own_words(text, suggestion):
    passages = trace(text, (Passage(suggestion, Origin.CAMPAIGN),))
    assert "".join(each.text for each in passages) == text
    return sum(count_words(each.text) for each in passages if each.origin is Origin.OWN)


def test_a_few_words_changed_in_a_large_text_are_still_the_only_own_ones(compared):
    sentences = [f"Sentence {number} of a very large text stands here." for number in range(4000)]
    changed = [each.replace("large", "long") if number % 50 == 7 else each for number, each in enumerate(sentences)]
    assert own_words(" ".join(changed), " ".join(sentences)) == 4000 // 50
    assert sum(compared) < 100_000


@pytest.mark.parametrize("between", [" ", ". "])
def test_a_large_stretch_that_shares_no_sentence_is_ones_own(compared, between):
    there, here = ([f"{name}{number % 97}" for number in range(10_100)] for name in ("a", "b"))
    text = between.join(["Same", *here, "end"])
    assert own_words(text, between.join(["Same", *there, "end"])) >= len(here)
    assert compared == []


@given(SENTENCES, SENTENCES, st.sampled_from([0, 4, 30]))
def test_what_is_shared_is_equal_and_in_order_however_little_may_be_compared(here, there, most):
    base, new = words(here), words(there)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_diff, "_MOST_CELLS", most)
        pairs = list(shared_words(base, new))
    assert all(base.words[left] == new.words[right] for left, right in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(SENTENCES, SENTENCES)
def test_as_many_words_as_can_be_are_shared_where_all_may_be_compared(here, there):
    base, new = words(here), words(there)
    assert len(list(shared_words(base, new))) == LCSseq.similarity(base.words, new.words)
