import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.tokens import Token, TokenKind, count_words, most_words, sentences, tokenize

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
TRICKY = st.text("aZé9½\u0301م\u064e\u1361\u200b\u200d\u200f\u20e3\ufe0f😀🏽❤-–—./…,'’\"“”()[]!?؟。 \n\t")
PIECES = st.lists(
    st.sampled_from(
        ["Dr.", "St.", "J.", "etc.", "No.", "U.S.", "3.5", "5", "a", "Go!", ".", "...", "“", ")", "\n", "We", "।"]
    )
).map(" ".join)


def words_of(text):
    return [token.text for token in tokenize(text) if token.kind is TokenKind.WORD]


def marks_of(text):
    return [token.text for token in tokenize(text) if token.kind is TokenKind.MARK]


def sentences_of(text):
    return [text[start:end] for start, end in sentences(text)]


WORDS = [
    ("", []),
    (" \n\t ", []),
    ("Hello, Council Members.", ["Hello", "Council", "Members"]),
    ("full-time o'clock don’t 'twas rock'n'roll", ["full-time", "o'clock", "don’t", "twas", "rock'n'roll"]),
    ("2020-00681 10,000 3.5 1/2 2020–21 3:30", ["2020-00681", "10,000", "3.5", "1/2", "2020–21", "3:30"]),
    ("$300,000 85% #5 -5 (x) §12", ["300,000", "85", "5", "5", "x", "12"]),
    ("U.S. a.m. e.g. Ave.", ["U.S", "a.m", "e.g", "Ave"]),
    ("jo.maple@example.org snake_case _edge_", ["jo.maple@example.org", "snake_case", "edge"]),
    ("and/or his/her/their 24/7 w/ w/o", ["and", "or", "his", "her", "their", "24/7", "w", "w", "o"]),
    ("police—and privacy --or not--here", ["police", "and", "privacy", "or", "not", "here"]),
    ("Minneapolis–St. Paul 9–5 May–June", ["Minneapolis", "St", "Paul", "9–5", "May", "June"]),
    ("wait...what well…yes so.. no", ["wait", "what", "well", "yes", "so", "no"]),
    ("— … ... -- / ' !", []),
    ("½ Ⅳ ² x²", ["½", "Ⅳ", "²", "x²"]),
    (
        "e\u0301te\u0301, e\u0301/a x\u0300\u0316\u0323\u0334y",
        ["e\u0301te\u0301", "e\u0301", "a", "x\u0300\u0316\u0323\u0334y"],
    ),
    ("नमस्ते, मेरा नाम।", ["नमस्ते", "मेरा", "नाम"]),
    ("और/या", ["और", "या"]),
    ("مَرْحَبًا، كَيْفَ حَالُكَ؟", ["مَرْحَبًا", "كَيْفَ", "حَالُكَ"]),
    ("\u200fשלום\u200f עולם", ["שלום", "עולם"]),
    ("a\u200fb \u2067אב\u2069", ["a\u200fb", "אב"]),
    ("می\u200cخواهم \u200cمن\u200c", ["می\u200cخواهم", "من"]),
    ("ක්\u200dෂ", ["ක්\u200dෂ"]),
    ("ሰላም፡ለእናንተ፡ይሁን። እሺ፤", ["ሰላም", "ለእናንተ", "ይሁን", "እሺ"]),
    ("ພາສາ\u200bລາວ ດີ", ["ພາສາ", "ລາວ", "ດີ"]),
    ("𖬌𖬣𖬵 𖬇𖬲𖬝𖬵.", ["𖬌𖬣𖬵", "𖬇𖬲𖬝𖬵"]),
    ("Kuv nyob hauv Minneapolis", ["Kuv", "nyob", "hauv", "Minneapolis"]),
    ("Ta'e ma'aan koo", ["Ta'e", "ma'aan", "koo"]),
    ("¿Por qué? ¡Así!", ["Por", "qué", "Así"]),
    ("你好。再见", ["你好。再见"]),
    ("👍 hi😀there ❤️ 👍🏽ok 👨‍👩‍👧‍👦", ["hi", "there", "ok"]),
    ("one\u00a0two\u2003three\u2028four", ["one", "two", "three", "four"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text, expected):
    assert words_of(text) == expected
    assert count_words(text) == len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(“Hello!”)", ["(", "“", "!", "”", ")"]),
        ("$5 85%", ["$", "%"]),
        ("wait...what…", ["...", "…"]),
        ("Really?....", ["?", "...."]),
        ("a—b--c and/or", ["—", "--", "/"]),
        ("❤️", ["❤️"]),
        ("👨‍👩‍👧‍👦", ["👨‍👩‍👧‍👦"]),
        ("👍🏽ok", ["👍🏽"]),
        ("\u200fשלום\u200f", ["\u200f", "\u200f"]),
        ("\u200dx\u200c", ["\u200d", "\u200c"]),
        ("©\ufe0f", ["©\ufe0f"]),
    ],
)
def test_marks(text, expected):
    assert marks_of(text) == expected


def test_a_text_in_tokens():
    assert tokenize(" Yes,\n\u200b \u200bno.") == (
        Token(" ", TokenKind.SPACE),
        Token("Yes", TokenKind.WORD),
        Token(",", TokenKind.MARK),
        Token("\n\u200b \u200b", TokenKind.SPACE),
        Token("no", TokenKind.WORD),
        Token(".", TokenKind.MARK),
    )


def test_a_digit_in_a_keycap_is_a_word():
    assert words_of("1\ufe0f\u20e3 first") == ["1\ufe0f\u20e3", "first"]


@given(ANY_TEXT | TRICKY)
def test_tokens_joined_are_the_text(text):
    tokens = tokenize(text)
    assert "".join(token.text for token in tokens) == text
    assert all(token.text for token in tokens)


@given(ANY_TEXT | TRICKY)
def test_a_count_of_words_is_the_count_of_word_tokens(text):
    assert count_words(text) == len(words_of(text))


@given(st.lists(ANY_TEXT | TRICKY))
def test_the_most_words_of_some_texts_are_those_of_the_longest(texts):
    assert most_words(texts) == max(map(count_words, texts), default=0)


@given(ANY_TEXT | TRICKY)
def test_each_kind_holds_only_what_belongs_to_it(text):
    for token in tokenize(text):
        spaces = [sign.isspace() or sign == "\u200b" for sign in token.text]
        assert all(spaces) if token.kind is TokenKind.SPACE else not any(spaces)
        letters = [unicodedata.category(sign)[0] in "LN" for sign in token.text]
        assert token.kind is TokenKind.WORD or not any(letters)


@given(st.text(st.characters(categories=["L", "N", "Zs"])))
def test_plain_words_are_what_spaces_part(text):
    assert words_of(text) == text.split()


SENTENCES = [
    ("", []),
    ("   ", ["   "]),
    ("No stop", ["No stop"]),
    ("One. Two! Three? Four… Five", ["One. ", "Two! ", "Three? ", "Four… ", "Five"]),
    ("  One.  Two.", ["  One.  ", "Two."]),
    ("Wait... What?! Yes.", ["Wait... ", "What?! ", "Yes."]),
    ("One line\nand another\n\n\nthird\n", ["One line\n", "and another\n\n\n", "third\n"]),
    ("A stop.\n\n Then more", ["A stop.\n\n ", "Then more"]),
    ("He said “Stop.” “Why?” (I knew.) So.", ["He said “Stop.” ", "“Why?” ", "(I knew.) ", "So."]),
    ("“Really?” he said. “I did!” she said.", ["“Really?” he said. ", "“I did!” she said."]),
    ('He asked "Why…" and left. "No." said Al.', ['He asked "Why…" and left. ', '"No." said Al.']),
    ("«¿Quién?» dijo él. «¡No!» Nada más.", ["«¿Quién?» dijo él. ", "«¡No!» ", "Nada más."]),
    ("“Stop!”\nhe said", ["“Stop!”\n", "he said"]),
    ("what? he said. why?", ["what? ", "he said. ", "why?"]),
    ('She said "No." Then left.', ['She said "No." ', "Then left."]),
    ("It was 0.8% or 3.5 million. Yes.", ["It was 0.8% or 3.5 million. ", "Yes."]),
    ("Go to example.org now. Bye.", ["Go to example.org now. ", "Bye."]),
    ("I saw Dr. Lee, Mr. Fox and Ms. An. We spoke.", ["I saw Dr. Lee, Mr. Fox and Ms. An. ", "We spoke."]),
    ("I live on Lake St. in Minneapolis.", ["I live on Lake St. in Minneapolis."]),
    ("I live in St. Paul. You?", ["I live in St. Paul. ", "You?"]),
    ("Minneapolis–St. Paul is home.", ["Minneapolis–St. Paul is home."]),
    ("I live on 6th St. The bus stops.", ["I live on 6th St. ", "The bus stops."]),
    ("It is at 350 Hennepin Ave. S. Go.", ["It is at 350 Hennepin Ave. S. Go."]),
    ("The U.S. Senate met at 3 p.m. on Oct. 5.", ["The U.S. Senate met at 3 p.m. on Oct. 5."]),
    ("We met at 3 p.m. The Council spoke.", ["We met at 3 p.m. ", "The Council spoke."]),
    ("Tools, e.g. cameras, i.e. “eyes”, vs. people.", ["Tools, e.g. cameras, i.e. “eyes”, vs. people."]),
    ("Cameras, drones, etc. are tools.", ["Cameras, drones, etc. are tools."]),
    ("Tools (cameras, etc.) watch us.", ["Tools (cameras, etc.) watch us."]),
    ("Cameras, etc. Residents object.", ["Cameras, etc. ", "Residents object."]),
    ("See No. 5, Ch. 41 and Sec. 2. Thanks.", ["See No. 5, Ch. 41 and Sec. 2. ", "Thanks."]),
    ("Did they ask? No. They did not.", ["Did they ask? ", "No. ", "They did not."]),
    ("J. Maple and R. J. Fox spoke.", ["J. Maple and R. J. Fox spoke."]),
    ("1. Stop it.\n2. Ban it.\na. Now.", ["1. Stop it.\n", "2. Ban it.\n", "a. Now."]),
    ("I live in Ward 6. We meet.", ["I live in Ward 6. ", "We meet."]),
    ("We end with Dr.\nLee is next.", ["We end with Dr.\n", "Lee is next."]),
    ("They write etc. 😀", ["They write etc. ", "😀"]),
    ("Then . Alone", ["Then . ", "Alone"]),
    ("ماذا؟ نعم۔ شكرا", ["ماذا؟ ", "نعم۔ ", "شكرا"]),
    ("ሰላም ነው። ደህና ነዎት፧ አዎ", ["ሰላም ነው። ", "ደህና ነዎት፧ ", "አዎ"]),
    ("你好。“再见！”好吗？！好", ["你好。", "“再见！”", "好吗？！", "好"]),
    ("मैं हूँ। तुम हो।", ["मैं हूँ। ", "तुम हो।"]),
    ("¿Qué? ¡Ya! Sí", ["¿Qué? ", "¡Ya! ", "Sí"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text, expected):
    assert sentences_of(text) == expected


@given(ANY_TEXT | TRICKY | PIECES)
def test_sentences_cover_the_text_in_order(text):
    spans = sentences(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@pytest.mark.parametrize("piece", ["a.", ".)", "Mr. ", "a/", "(", "😀", "\u200d", "…", "9", " ", "\n", "e\u0301"])
def test_a_long_run_of_anything_is_read_in_time(piece):
    text = piece * (100_000 // len(piece))
    assert "".join(token.text for token in tokenize(text)) == text
    assert sentences(text)[-1][1] == len(text)
