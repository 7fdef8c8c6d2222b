import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.speaking import (
    DEFAULT_WORDS_PER_MINUTE,
    FASTEST_WORDS_PER_MINUTE,
    SLOWEST_WORDS_PER_MINUTE,
    is_pace_known,
    longest_sentence,
    speaking_seconds,
    spoken_words,
)
from testimony_app.domain.spoken_english import spoken
from testimony_app.domain.tokens import count_words

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PIECES = """the 5 21 2021 2020-21 $3.5 million $ % May Feb. St. Paul p.m. 3:30 ( ) ACLU FBI's - – × 1/2 ½ 12/8/2026
2020-00681 612-673-3000 jo@example.org www.example.org/a e.g. No. § # & + = 's th ٣ ' . , : I-94"""
ENGLISH = st.lists(st.sampled_from(["\n", *PIECES.split()])).map(" ".join)
DENSE = st.text("0123456789.,:/-–$%×½'()sAPMamp \n§#&+=x", max_size=40)

NUMBERS = [
    ("2021", "twenty twenty one"),
    ("2008", "two thousand eight"),
    ("2000", "two thousand"),
    ("in 2019, federal tests", "in twenty nineteen, federal tests"),
    ("the 1900s", "the nineteen hundreds"),
    ("the 2010s", "the twenty tens"),
    ("the '90s", "the nineties"),
    ("the ’90s", "the nineties"),
    ("the 1990's", "the nineteen nineties"),
    ("1,000s of people", "one thousands of people"),
    ("the winter of 2020-21", "the winter of twenty twenty to twenty one"),
    ("2020–2021", "twenty twenty to twenty twenty one"),
    ("10,000 people", "ten thousand people"),
    ("1,234,567", "one million two hundred thirty four thousand five hundred sixty seven"),
    ("4,900.", "four thousand nine hundred."),
    ("3.5", "three point five"),
    (".5", "point five"),
    ("-5", "minus five"),
    ("−2.5", "minus two point five"),
    ("13.601", "thirteen point six zero one"),
    ("85%", "eighty five percent"),
    ("99.85 %", "ninety nine point eight five percent"),
    ("0.8%", "zero point eight percent"),
    ("2021%", "two thousand twenty one percent"),
    ("1,500%", "one thousand five hundred percent"),
    ("10-15%", "ten to fifteen percent"),
    ("70°", "seventy degrees"),
    ("70°F", "seventy degrees F"),
    ("10 to 100 times", "ten to one hundred times"),
    ("10-100×", "ten to one hundred times"),
    ("2–5×", "two to five times"),
    ("10x", "ten times"),
    ("a 7-2 vote", "a seven to two vote"),
    ("1st, 2nd, 21st", "first, second, twenty first"),
    ("1st/2nd/21st", "first/second/twenty first"),
    ("1,000th", "one thousandth"),
    ("6th Street", "sixth Street"),
    ("1/2", "one half"),
    ("3/4", "three quarters"),
    ("2/3", "two thirds"),
    ("24/7", "twenty four seven"),
    ("9/11", "nine eleven"),
    ("½", "one half"),
    ("2¾ miles", "two and three quarters miles"),
    ("1:many", "one to many"),
    ("1:1", "one to one"),
    ("a 12-year-old", "a twelve year old"),
    ("a 2-minute talk", "a two minute talk"),
    ("in mid-2020", "in mid twenty twenty"),
    ("55401", "fifty five thousand four hundred one"),
    ("٣", "three"),
]

MONEY = [
    ("$300,000", "three hundred thousand dollars"),
    ("$3.5 million", "three point five million dollars"),
    ("$2 billion", "two billion dollars"),
    ("$10M", "ten million dollars"),
    ("$50k", "fifty thousand dollars"),
    ("$19.99", "nineteen dollars and ninety nine cents"),
    ("$1", "one dollar"),
    ("$1.01", "one dollar and one cent"),
    ("$0.50", "fifty cents"),
    ("$.50", "fifty cents"),
    ("$5.00", "five dollars"),
    ("$0", "zero dollars"),
    ("$2021", "two thousand twenty one dollars"),
    ("50¢", "fifty cents"),
    ("US$5", "U S five dollars"),
    ("-$5", "minus five dollars"),
]

DATES = [
    ("Feb 12, 2021", "February twelfth, twenty twenty one"),
    ("Feb. 12", "February twelfth"),
    ("On May 25, 2020, a", "On May twenty fifth, twenty twenty, a"),
    ("July 5th", "July fifth"),
    ("July 5-7", "July fifth to seventh"),
    ("June 2024", "June twenty twenty four"),
    ("Sept. 2020", "September twenty twenty"),
    ("May 3,000 people", "May three thousand people"),
    ("12 February 2021", "the twelfth of February twenty twenty one"),
    ("12 Feb 2021", "the twelfth of February twenty twenty one"),
    ("2026-12-08", "December eighth, twenty twenty six"),
    ("2026-18-08", "two zero two six one eight zero eight"),
    ("12/8/2026", "December eighth, twenty twenty six"),
    ("25/12/26", "December twenty fifth, twenty six"),
    ("3:30 p.m.", "three thirty P M"),
    ("12:05 AM", "twelve oh five A M"),
    ("3:00 pm", "three P M"),
    ("14:05", "fourteen oh five"),
    ("10:00", "ten o'clock"),
    ("10 a.m.", "ten A M"),
    ("6pm", "six P M"),
    ("5 p.m.-7 p.m.", "five P M to seven P M"),
    ("9-5", "nine to five"),
    ("noon", "noon"),
]

CALLED = [
    ("612-673-3000", "six one two six seven three three zero zero zero"),
    ("(612) 673-3000", "six one two six seven three three zero zero zero"),
    ("1-612-673-3000", "one six one two six seven three three zero zero zero"),
    ("612.673.3000", "six one two six seven three three zero zero zero"),
    ("Call 311 or 911.", "Call three one one or nine one one."),
    ("file 2020-00681", "file twenty twenty zero zero six eight one"),
    ("1-2-3", "one two three"),
    ("HF 3146", "H F thirty one forty six"),
    ("SF3072", "S F thirty seventy two"),
    ("Ward 6", "Ward six"),
    ("Rule 12", "Rule twelve"),
    ("Title 2", "Title two"),
    ("Title VI", "Title six"),
    ("§ 12", "section twelve"),
    ("§§ 5-6", "sections five to six"),
    ("Ch. 41", "chapter forty one"),
    ("No. 5", "number five"),
    ("No. I did not.", "No. I did not."),
    ("pp. 5-6", "pages five to six"),
    ("Minn. Stat. 13.601, subd. 2", "Minnesota Statutes thirteen point six zero one, subdivision two"),
    ("35W", "thirty five W"),
    ("I-94 and I-35W", "I ninety four and I thirty five W"),
    ("COVID-19", "COVID nineteen"),
    ("K-12", "K twelve"),
    ("5G", "five G"),
    ("MP3", "M P three"),
]

SHORTENED = [
    ("6th St. and Lake Ave.", "sixth Street and Lake Avenue"),
    ("St. Paul", "Saint Paul"),
    ("Dr. Lee and Mr. Fox", "Doctor Lee and Mister Fox"),
    ("the U.S.", "the U S"),
    ("the U.S. Senate", "the U S Senate"),
    ("tools, e.g. cameras", "tools, for example cameras"),
    ("tools, i.e., cameras", "tools, that is, cameras"),
    ("drones, etc.", "drones, et cetera"),
    ("right vs. wrong", "right versus wrong"),
    ("right vs wrong", "right versus wrong"),
    ("a Ph.D. student", "a P H D student"),
    ("the ACLU", "the A C L U"),
    ("'ACLU'", "'A C L U'"),
    ("the FBI's MPD", "the F B I's M P D"),
    ("IDs and FAQs", "I Ds and F A Qs"),
    ("NIST, POSTME and NATO", "NIST, POSTME and NATO"),
    ("Clearview AI", "Clearview A I"),
    ("Minneapolis, MN", "Minneapolis, Minnesota"),
    ("This is NOT OUR plan. DON'T DO IT!", "This is NOT OUR plan. DON'T DO IT!"),
    ("BuzzFeed and I", "BuzzFeed and I"),
]

SIGNS = [
    ("you & I", "you and I"),
    ("AT&T", "AT and T"),
    ("Q&A", "Q and A"),
    ("#5", "number five"),
    ("#Minneapolis", "hashtag Minneapolis"),
    ("A+", "A plus"),
    ("2 + 2 = 4", "two plus two equals four"),
    ("~5", "about five"),
    ("@mpls", "at mpls"),
    ("=====", ""),
    ("full-time — yes, 100%!", "full-time — yes, one hundred percent!"),
    ("jo.fox7@example.org", "jo dot fox seven at example dot org"),
    ("https://www.example.org/a-b/?x=1.", "example dot org slash a dash b slash question mark x equals one."),
    ("See example.org/Ban_it/.", "See example dot org slash Ban underscore it."),
    ("(www.example.org)", "(example dot org)"),
    ("Go to Minneapolis.Now", "Go to Minneapolis.Now"),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS + MONEY + DATES + CALLED + SHORTENED + SIGNS)
def test_english_is_said_and_counted_as_words(text, expected):
    assert spoken(text) == expected
    assert spoken_words(text, "en") == len([word for word in expected.replace("/", " ").split() if word != "—"])


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "I live in the Sixth Ward.", "“Stop,” she said – twice.\n\nThen left.", "Waan ku noolahay", "你好。"],
)
def test_plain_text_is_said_as_it_stands(text):
    assert spoken(text) == text


@given(ANY_TEXT | ENGLISH | DENSE)
def test_no_digit_is_left_unsaid_and_no_line_lost(text):
    words = spoken(text)
    assert not any(sign.isdecimal() for sign in words)
    assert words.count("\n") == text.count("\n")
    assert spoken_words(text, "en") == count_words(words)


@given(st.text("abcdefghij—’ ,!?\n"))
def test_small_letters_are_said_as_they_stand(text):
    assert spoken(text) == text


@pytest.mark.parametrize(
    ("language", "known"), [("en", True), ("en-US", True), ("EN", True), ("so", False), ("enm", False)]
)
def test_only_the_pace_of_english_is_known(language, known):
    assert is_pace_known(language) is known


def test_other_languages_count_words_as_written():
    assert spoken_words("Sannadka 2021, $300,000", "so") == 3
    assert spoken_words("En 2021, 3.5 %", "es") == 3


@pytest.mark.parametrize(
    ("words", "language", "pace", "seconds"),
    [
        (0, "en", None, 0),
        (260, "en", None, 120),
        (260, "so", None, 120),
        (200, "en", 100, 120),
        (160, "en", 160, 60),
        (90, "hmn", 90, 60),
    ],
)
def test_seconds(words, language, pace, seconds):
    assert speaking_seconds("word " * words, language, pace) == pytest.approx(seconds)


def test_a_year_takes_as_long_as_its_three_words():
    assert speaking_seconds("2021", "en") == speaking_seconds("twenty twenty one", "en")


def test_the_default_pace_lies_between_the_slowest_and_the_fastest():
    assert SLOWEST_WORDS_PER_MINUTE < DEFAULT_WORDS_PER_MINUTE < FASTEST_WORDS_PER_MINUTE


@pytest.mark.parametrize("piece", ["1", "1-", "1:", "1/", "a.", "a@", "A", "$", "1,000", "(", "a.com", "=", "-", "1. "])
def test_a_long_run_of_anything_is_read_in_time(piece):
    assert spoken_words(piece * (100_000 // len(piece)), "en") >= 0


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("One two. Three four five? Six.", 3), ("One two three\nfour", 3), ("At 3 p.m. the council meets.", 6)],
)
def test_the_longest_sentence_is_counted_in_words(text, words):
    assert longest_sentence(text) == words
