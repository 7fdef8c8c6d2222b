from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.domain.originality import merged, new_words, own_share, trace
from testimony_app.domain.testimony import Origin, Passage, Section, SectionKind
from testimony_app.domain.tokens import TokenKind, count_words, tokenize
from tests.domain.material import marks, text_of

OURS = (Passage("Please keep the ban. Tell the public each year whether it was kept.", Origin.CAMPAIGN),)
MIXED = (
    Passage("Hello. My name is ", Origin.CAMPAIGN),
    Passage("Rosa Maple", Origin.OWN),
    Passage(". I live in Ward ", Origin.CAMPAIGN),
    Passage("6", Origin.OWN),
    Passage(".", Origin.CAMPAIGN),
)
CITED = (
    Passage("Tests found many mistakes. ", Origin.EVIDENCE, "tests"),
    Passage("One man was arrested.\n", Origin.EVIDENCE, "arrest"),
    Passage("It could be me.", Origin.OWN),
)
FOREIGN = (
    Passage("Waxaan ku noolahay Ward 6. ", Origin.CAMPAIGN),
    Passage("أنا أعيش هنا؟ 𖬌𖬣𖬵 𖬇𖬰 ", Origin.OWN),
    Passage("እኔ እዚህ፡እኖራለሁ። ", Origin.CAMPAIGN),
    Passage("e\u0301te\u0301 👩\u200d👧 ok", Origin.EVIDENCE, "e1"),
)
SUGGESTIONS = (OURS, MIXED, CITED, FOREIGN, ())

PIECES = (
    " ", "  ", "\n", ".", ",", "?", "…", "—", "-", "“", "”", "keep", "the", "ban", "Keep", "My name is", "Rosa",
    "Rosa's", "Maple", "6", "tests", "Tests found", "It could be me", "Waxaan", "أنا", "هنا؟", "\u200f",
    "𖬌𖬣𖬵", "እዚህ፡", "፡", "ສະບາຍດີ", "\u200b", "你好。", "e\u0301te\u0301", "\u0301", "👩\u200d👧", "🏽", "\u200d", "❤️",
    "{name}", "a\u0323b",
)  # fmt: skip
EDITED = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


def own_words(passages):
    return sum(count_words(each.text) for each in passages if each.origin is Origin.OWN)


def edits_of(text):
    """Yield every text with one word replaced, and every one with one word added after another."""
    tokens = [token.text for token in tokenize(text)]
    words = [place for place, token in enumerate(tokenize(text)) if token.kind is TokenKind.WORD]
    for place in words:
        yield "".join([*tokens[:place], "otherwise", *tokens[place + 1 :]])
        yield "".join([*tokens[: place + 1], " otherwise", *tokens[place + 1 :]])


@pytest.mark.parametrize("suggestion", [OURS, CITED[:2], (Passage("No. No. No way, no.", Origin.CAMPAIGN),)])
def test_one_changed_or_added_word_is_one_own_word(suggestion):
    edits = list(edits_of(text_of(suggestion)))
    assert len(edits) >= 10
    for text in edits:
        assert own_words(trace(text, suggestion)) == 1, text


@pytest.mark.parametrize(
    ("suggestion", "text", "expected"),
    [
        (OURS, text_of(OURS), [(text_of(OURS), "campaign")]),
        (OURS, "", []),
        ((), "Mine alone.", [("Mine alone.", "own")]),
        ((), "", []),
        (
            OURS,
            "Please hold the ban. Tell the public each year whether it was kept.",
            [
                ("Please ", "campaign"),
                ("hold", "own"),
                (" the ban. Tell the public each year whether it was kept.", "campaign"),
            ],
        ),
        (
            OURS,
            "PLEASE keep the ban! Tell the public each year whether it was kept",
            [
                ("PLEASE", "own"),
                (" keep the ban", "campaign"),
                ("!", "own"),
                (" Tell the public each year whether it was kept", "campaign"),
            ],
        ),
        (
            OURS,
            "Please keep the ban. I mean it. Tell the public each year whether it was kept.",
            [
                ("Please keep the ban. ", "campaign"),
                ("I mean it", "own"),
                (". Tell the public each year whether it was kept.", "campaign"),
            ],
        ),
        (OURS, "Please keep the ban.", [("Please keep the ban.", "campaign")]),
        (
            OURS,
            "Tell the public each year whether it was kept. Please keep the ban.",
            [("Tell the public each year whether it was kept.", "campaign"), (" Please keep the ban.", "own")],
        ),
        (
            MIXED,
            "Hi. My name is Rosa Maple-Lee. I live in Ward 6.",
            [
                ("Hi. ", "own"),
                ("My name is ", "campaign"),
                ("Rosa Maple-Lee", "own"),
                (". I live in Ward ", "campaign"),
                ("6", "own"),
                (".", "campaign"),
            ],
        ),
        (
            CITED,
            "Tests found many mistakes. One man was wrongly arrested.\nIt will be me.",
            [
                ("Tests found many mistakes. ", "evidence"),
                ("One man was ", "evidence"),
                ("wrongly", "own"),
                (" arrested.\n", "evidence"),
                ("It will be me.", "own"),
            ],
        ),
        (
            FOREIGN,
            "Waxaan ku noolahay Ward 7. እኔ እዚህ፡እኖራለሁ።",
            [("Waxaan ku noolahay Ward ", "campaign"), ("7. ", "own"), ("እኔ እዚህ፡እኖራለሁ።", "campaign")],
        ),
        (
            (Passage("It is Rosa", Origin.OWN), Passage("'s street.", Origin.CAMPAIGN)),
            "It is Rosa's street.",
            [("It is Rosa", "own"), ("'s street.", "campaign")],
        ),
        (
            (
                Passage("", Origin.CAMPAIGN),
                Passage("Go", Origin.OWN),
                Passage("", Origin.OWN),
                Passage(" on.", Origin.CAMPAIGN),
            ),
            "Go on.",
            [("Go", "own"), (" on.", "campaign")],
        ),
    ],
)
def test_equal_words_keep_their_origin_and_all_others_are_ones_own(suggestion, text, expected):
    assert marks(trace(text, suggestion)) == expected


FOUR = "We keep the ban."
FIVE = "We all keep the ban."


@pytest.mark.parametrize(
    ("sentence", "edit", "is_own"),
    [
        (FOUR, "We keep our rule.", False),
        (FOUR, "We break our rule.", True),
        (FOUR, "We keep.", False),
        (FOUR, "Keep.", True),
        (FIVE, "We all keep our rule.", False),
        (FIVE, "We all break our rule.", True),
        ("Go.", "Stop.", True),
        ("Go on.", "Go off.", False),
    ],
)
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("Hello there. ", ""), ("", " It is late."), ("Hello there. ", "\nIt is late.")]
)
def test_a_sentence_with_more_than_half_of_its_words_changed_is_wholly_ones_own(sentence, edit, is_own, before, after):
    suggestion = (Passage(f"{before}{sentence}{after}", Origin.EVIDENCE, "e1"),)
    passages = trace(f"{before}{edit}{after}", suggestion)
    ours = "".join(each.text for each in passages if each.origin is Origin.EVIDENCE)
    own = "".join(each.text for each in passages if each.origin is Origin.OWN)
    if is_own:
        assert own.strip() == edit
        assert ours.split() == (before + after).split()
    else:
        assert count_words(ours) == count_words(before + after) + len(
            set(edit.strip(".").split()) & set(sentence.strip(".").split())
        )


def test_each_passage_keeps_the_fact_it_comes_from():
    passages = trace("Tests found many mistakes. One woman was arrested.\nIt could be me.", CITED)
    assert [(each.text, each.evidence) for each in passages] == [
        ("Tests found many mistakes. ", "tests"),
        ("One ", "arrest"),
        ("woman", ""),
        (" was arrested.\n", "arrest"),
        ("It could be me.", ""),
    ]


@settings(max_examples=400, deadline=None)
@given(EDITED, st.sampled_from(SUGGESTIONS))
def test_passages_joined_are_exactly_the_text(text, suggestion):
    passages = trace(text, suggestion)
    assert text_of(passages) == text
    assert all(each.text for each in passages)
    assert all((a.origin, a.evidence) != (b.origin, b.evidence) for a, b in pairwise(passages))
    assert {(each.origin, each.evidence) for each in passages} <= {
        (Origin.OWN, ""),
        *((each.origin, each.evidence) for each in suggestion),
    }


@settings(max_examples=200, deadline=None)
@given(EDITED, EDITED)
def test_an_unchanged_text_keeps_every_origin(first, second):
    suggestion = (Passage(first, Origin.CAMPAIGN), Passage(f"keep{second}", Origin.EVIDENCE, "e1"))
    passages = trace(f"{first}keep{second}", suggestion)
    assert passages == tuple(passage for passage in suggestion if passage.text)


@settings(max_examples=200, deadline=None)
@given(EDITED, st.sampled_from(SUGGESTIONS))
def test_words_that_nobody_suggested_are_ones_own(text, suggestion):
    passages = trace(text.replace(" ", " otherwise "), suggestion)
    ours = [each.text for each in passages if each.origin is not Origin.OWN]
    assert not any("otherwise" in each for each in ours)


def section(*passages):
    return Section("x", SectionKind.POINT, "", passages, "")


@pytest.mark.parametrize(
    ("sections", "share"),
    [
        ([], 0),
        ([section()], 0),
        ([section(Passage(" … ", Origin.OWN))], 0),
        ([section(Passage("Mine alone", Origin.OWN))], 1),
        ([section(Passage("Not mine", Origin.CAMPAIGN), Passage("!", Origin.OWN))], 0),
        ([section(*MIXED)], 3 / 11),
        ([section(*MIXED), section(*CITED), section()], 7 / 23),
    ],
)
def test_own_share_is_own_words_of_all_words_over_all_sections(sections, share):
    assert own_share(sections) == pytest.approx(share)


def test_merged_joins_neighbours_of_one_origin_whatever_their_facts():
    assert merged([*CITED, Passage(" So.", Origin.OWN)]) == (
        Passage("Tests found many mistakes. One man was arrested.\n", Origin.EVIDENCE),
        Passage("It could be me. So.", Origin.OWN),
    )
    assert merged([]) == ()


@pytest.mark.parametrize(
    ("base", "text", "words"),
    [
        ("I have lived here eleven years.", "I have lived here twelve years.", ["twelve"]),
        ("one two three four", "one two three four", []),
        ("one two three four", "two one three four", ["two"]),
        ("", "All new.", ["All", "new"]),
        ("Words.", "", []),
        ("A b c d. E f g h.", "A b c d. W x y h.", ["W", "x", "y", "h"]),
    ],
)
def test_new_words_are_those_that_the_base_does_not_have_in_that_order(base, text, words):
    assert [text[start:end] for start, end in new_words(base, text)] == words
