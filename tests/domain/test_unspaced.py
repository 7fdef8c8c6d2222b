import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.speaking import speaking_seconds
from testimony_app.domain.unspaced import (
    CHINESE_LETTERS,
    ENGLISH_WORDS,
    JAPANESE_LETTERS,
    MEAN_LETTERS,
    cue,
    unspaced_words,
    without_unspaced,
)

LAO = "ຂ້ອຍອາໄສຢູ່ເມືອງມິນນີອາໂປລິສມາສິບເອັດປີແລ້ວ"
PIECES = st.lists(st.sampled_from(["word ", LAO, "我住在", "ここ", "ค", "\u0e31", " ", "\u200b", "。", "a", "—"]))


@pytest.mark.parametrize(
    ("letters", "language", "in_a_minute"),
    [
        ("我", "zh", CHINESE_LETTERS),
        ("我", "zh-Hant", CHINESE_LETTERS),
        ("我", "ja", JAPANESE_LETTERS),
        ("こ", "ja-JP", JAPANESE_LETTERS),
        ("カ", "zh", JAPANESE_LETTERS),
        ("ກ", "lo", MEAN_LETTERS),
        ("ก", "th", MEAN_LETTERS),
        ("ក", "km", MEAN_LETTERS),
        ("က", "my", MEAN_LETTERS),
        ("၁", "ksw", MEAN_LETTERS),
    ],
)
def test_letters_take_as_long_as_was_measured(letters, language, in_a_minute):
    text = f"{letters * 5}。 " * (in_a_minute // 5) + letters * (in_a_minute % 5)
    assert speaking_seconds(text, language, ENGLISH_WORDS) == pytest.approx(60)


def test_marks_over_and_under_letters_take_no_time_of_their_own():
    assert unspaced_words("ທີ່", "lo") == unspaced_words("ທ", "lo")


def test_what_stands_between_in_other_scripts_is_counted_by_words():
    assert without_unspaced("我住在Cedar-Riverside十一年了，yes").split() == ["Cedar-Riverside", "，yes"]
    both = speaking_seconds("我住在Cedar-Riverside", "zh")
    assert both == pytest.approx(speaking_seconds("我住在", "zh") + speaking_seconds("Cedar-Riverside", "zh"))


@pytest.mark.parametrize("language", ["es", "lo"])
def test_what_says_the_same_takes_about_the_same_time(language):
    said = {"es": "He vivido en la ciudad de Minneapolis durante once años", "lo": LAO}[language]
    english = speaking_seconds("I have lived in the city of Minneapolis for eleven years", "en")
    assert english * 0.7 < speaking_seconds(said, language) < english * 1.4


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("I was  late that day.", "en", "I was  late"),
        ("Why?", "en", "Why?"),
        ("", "en", ""),
        (f"{LAO} ບໍ່ມີໃຜ", "lo", "ຂ້ອຍອາໄສຢູ່ເມືອງ"),
        ("ຂ້ອຍອາໄສ ຢູ່ເມືອງມິນນີອາໂປລິສ", "lo", "ຂ້ອຍອາໄສ"),
        ("ຂ້ອຍ\u200bອາໄສ\u200bຢູ່\u200bເມືອງ\u200bນີ້\u200bມາ", "lo", "ຂ້ອຍ\u200bອາໄສ\u200bຢູ່\u200bເມືອງ"),
        ("我住在这里十一年了。", "zh", "我住在这"),
        ("是的，我住在这里。", "zh", "是的"),
        ("On 我住在这里十一年了。", "en", "On 我住在"),
    ],
)
def test_a_cue_is_what_is_said_in_the_time_of_three_words(sentence, language, expected):
    assert cue(sentence, 3, language) == expected


@pytest.mark.parametrize("cluster", ["ເກົ່າ", "ກໍາ", "ກະ", "ເມື", "ที่", "ไท", "ក្រុ", "က္က", "日々"])
def test_a_cue_never_ends_within_what_is_read_as_one(cluster):
    within = range(1, len(cluster))
    for before in range(16):
        shown = cue("ກ" * before + cluster + "ກ" * 20, 3, "lo")
        assert len(shown) - before not in within


@given(PIECES.map("".join), st.sampled_from(["en", "zh", "ja", "lo"]))
def test_a_cue_is_how_the_sentence_begins(sentence, language):
    assert sentence.startswith(cue(sentence, 3, language))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_takes_less_than_no_time(text):
    assert unspaced_words(text, "zh") >= 0
    assert unspaced_words(without_unspaced(text), "zh") == 0
