"""What the bundled Minneapolis campaign must hold to: true, cited, cautious, plain, and in our own words.

`letter_runs.txt` holds the SHA-256 of every run of eight words of the letter, one a line and sorted, and
nothing of the letter itself. It was made with `hashes` below: NAMES are taken out, what is left is lower case
with straight apostrophes, and a word is a run of letters, digits and apostrophes. The same function looks at
our own texts.
"""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from testimony_app.campaigns.body_format import BodyFile
from testimony_app.campaigns.campaign_format import CampaignFile, PointFile
from testimony_app.domain.sources import UNKNOWN, Era, era

ROOT = Path(__file__).parents[2]
CAMPAIGN_FOLDER = ROOT / "resources/campaigns/minneapolis-facial-recognition"
BODY_PATH = ROOT / "resources/bodies/minneapolis-city-council.toml"
REGISTER_PATH = ROOT / "docs/minneapolis-facts.md"
RUNS_PATH = Path(__file__).with_name("letter_runs.txt")

RUN = 8
POINTS = (
    "listen",
    "no-swap",
    "privacy",
    "expression",
    "accuracy",
    "control",
    "sunlight",
    "clearview",
    "promise",
    "first-step",
    "others",
)
SIGNERS = (
    "ACLU of Minnesota",
    "Amnesty International USA",
    "Black Visions Collective",
    "Campaign for Digital Fourth Amendment Rights",
    "Communities United Against Police Brutality",
    "Defending Rights & Dissent",
    "Demand Progress",
    "Electronic Frontier Foundation",
    "Fight for the Future",
    "Institute for Digital Humanity",
    "Jewish Community Action",
    "Lucy Parsons Lab",
    "Restore the Fourth Minnesota",
    "Seward Police Abolition",
    "Surveillance Technology Oversight Project",
    "TakeAction Minnesota",
    "Twin Cities Innovation Alliance",
)
LETTER_TITLE = "Call on Minneapolis City Council to Ban Facial Recognition Technology"
ASK_NAME = "Pass the Facial Recognition Ban in Minneapolis"
COALITION = "Public Oversight of Surveillance Technology and Military Equipment (POSTME) Coalition"
NAMES = (LETTER_TITLE, ASK_NAME, COALITION, *SIGNERS)

LINKS = {
    "https://safetynotsurveillance.org/index.php/open-letter/",
    "https://safetynotsurveillance.org/about",
    "https://www.startribune.com/minneapolis-passes-restrictive-ban-on-facial-recognition-use-by-police-others/600022551/",
    "https://www.smartcitiesdive.com/news/minneapolis-bans-facial-recognition-to-police-dismay/595149/",
    "https://www.kare11.com/article/news/local/minneapolis-city-council-votes-to-ban-facial-recognition-technology/89-d63a41f6-aed8-4361-8cfe-5bdfecba0e00",
    "https://startribune.com/proposed-ban-on-use-of-facial-recognition-technology-by-police-advances-in-minneapolis/600013504",
    "https://startribune.com/police-use-of-facial-recognition-technology-soars-in-minnesota/573294251/",
    "https://content.govdelivery.com/accounts/MPLS/bulletins/27a0fb8",
    "https://doi.org/10.6028/NIST.IR.8280",
    "https://proceedings.mlr.press/v81/buolamwini18a.html",
    "https://www.buzzfeednews.com/article/carolinehaskins1/george-floyd-protests-surveillance-technology",
    "https://www.engadget.com/portland-facial-recognition-ban-035952590.html",
    "https://michigan.law.umich.edu/news/civil-rights-litigation-initiative-helps-achieve-nations-strongest-police-department-policy",
    "https://www.technologyreview.com/2022/03/03/1046676/",
    "https://www.aclu-il.org/en/cases/aclu-v-clearview-ai",
    "https://www.minneapolismn.gov/government/meetings/participate-in-a-meeting",
    "https://minneapolismn.gov/government/city-council",
    "https://lims.minneapolismn.gov",
}
"""Every address that may stand in the campaign, the body and the register: those that were seen."""


class Row(NamedTuple):
    """One row of the register of facts."""

    fact: str
    source: str
    caution: str


class Claim(NamedTuple):
    """One cited sentence, wherever in the campaign it stands."""

    place: str
    text: str
    fact: int
    source: msgspec.Struct
    caution: str


def load(path, shape):
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), shape)


CAMPAIGN = load(CAMPAIGN_FOLDER / "campaign.toml", CampaignFile)
POINT_FILES = {path.stem: load(path, PointFile) for path in sorted((CAMPAIGN_FOLDER / "points").glob("*.toml"))}
BODY = load(BODY_PATH, BodyFile)
REGISTER = REGISTER_PATH.read_text(encoding="utf-8")
ROWS = {
    int(cells[0]): Row(*cells[1:])
    for cells in ([cell.strip() for cell in line.split("|")[1:-1]] for line in REGISTER.splitlines())
    if len(cells) == 4 and cells[0].isdigit()
}
EVIDENCE = [each for point in POINT_FILES.values() for each in (*point.evidence, *point.others_said)]
CLAIMS = [Claim(each.id, each.sentence, each.fact, each.source, each.caution) for each in EVIDENCE] + [
    Claim(f"since {each.date}", each.text, each.fact, each.source, each.caution) for each in CAMPAIGN.since
]
OUR_FILES = [*CAMPAIGN_FOLDER.rglob("*.toml"), BODY_PATH, REGISTER_PATH]
COPY_CHECKED = [*OUR_FILES, *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]

by_claim = pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.place)
by_point = pytest.mark.parametrize("point", POINT_FILES.values(), ids=POINT_FILES.keys())


def words(text):
    return re.findall(r"(?:[^\W_]|')+", text.lower().replace("\u2019", "'").replace("\u2018", "'"))


def hashes(text):
    """Return the SHA-256 of every run of eight words of a text, with NAMES taken out of it first."""
    plain = f" {' '.join(words(text))} "
    for name in sorted(NAMES, key=len, reverse=True):
        plain = plain.replace(f" {' '.join(words(name))} ", " ")
    left = plain.split()
    runs = [" ".join(left[start : start + RUN]) for start in range(len(left) - RUN + 1)]
    return {hashlib.sha256(run.encode()).hexdigest() for run in runs}


def strings(value):
    """Yield every text in a TOML value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def syllables(word):
    """Count the syllables of an English word, roughly: groups of vowels, without a silent e at the end."""
    if word.isdigit():
        return max(1, len(word) - word.count("0"))
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxzgch]es$", word) is not None
    return max(1, groups - silent)


def grade(text):
    """Return the Flesch-Kincaid grade of a text."""
    found = words(re.sub(r"(?<=\d)[.,](?=\d)", "", text))
    sentences = max(1, len(re.findall(r"[.?](?:\s|$)", text)))
    return 0.39 * len(found) / sentences + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def read_by_residents():
    """Yield the texts of several words that residents read or say."""
    yield from (CAMPAIGN.about_review, CAMPAIGN.hearing, *CAMPAIGN.limits)
    yield from (paragraph.summary for paragraph in CAMPAIGN.letter.paragraphs)
    for ask in CAMPAIGN.asks:
        yield from (ask.text, ask.opening)
    for claim in CLAIMS:
        yield f"{claim.text} {claim.caution}"
    for point in POINT_FILES.values():
        yield from (point.summary, " ".join(point.prompts))
        if point.caution:
            yield point.caution


def test_the_campaign_lists_eleven_points_in_the_letters_order():
    assert CAMPAIGN.points == POINTS
    assert set(POINT_FILES) == set(POINTS)
    assert all(point.id == name for name, point in POINT_FILES.items())


def test_the_four_asks_say_which_is_the_letters():
    asks = {ask.id: ask for ask in CAMPAIGN.asks}
    assert list(asks) == ["keep-and-enforce", "publish-reports", "wider-oversight", "letter-2020"]
    assert CAMPAIGN.default_ask == "keep-and-enforce"
    assert [ask.id for ask in CAMPAIGN.asks if ask.from_letter] == ["letter-2020"]
    assert asks["letter-2020"].answered == "The Council did this in February 2021."
    assert not any(ask.answered for ask in CAMPAIGN.asks if not ask.from_letter)


def test_the_letter_is_named_with_its_seventeen_signers_and_no_date():
    letter = CAMPAIGN.letter
    assert letter.signers == SIGNERS
    assert letter.about_signers == "17 groups are listed as signers."
    assert letter.title == LETTER_TITLE
    assert letter.ask_name == ASK_NAME
    assert letter.published_at.date == UNKNOWN
    assert letter.about_date == "The letter has no date. It is from around the winter of 2020-21."
    assert [paragraph.number for paragraph in letter.paragraphs] == list(range(1, 13))


def test_the_campaign_says_who_made_it_and_who_did_not_review_it():
    assert CAMPAIGN.made_by == "The Testimony project"
    assert not CAMPAIGN.reviewed_by_signers
    assert "The signers have not reviewed it. The newer requests are ours." in CAMPAIGN.about_review
    assert CAMPAIGN.hearing.startswith("No hearing on this is set, as far as we know (checked Nov 2026).")
    assert "City law does not bind the county, private firms or federal agents." in CAMPAIGN.limits


@by_point
def test_a_point_offers_questions_and_unfinished_starters(point):
    assert 2 <= len(point.prompts) <= 4
    assert all(prompt.endswith("?") for prompt in point.prompts)
    assert 2 <= len(point.starters) <= 3
    assert all(starter.endswith(" ...") for starter in point.starters)
    assert point.summary.startswith("The signers ")
    assert point.evidence


def test_evidence_ids_are_unique_and_no_point_has_one():
    ids = [each.id for each in EVIDENCE]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(POINTS)


@by_claim
def test_a_claim_names_a_row_of_the_register_and_its_source(claim):
    row = ROWS[claim.fact]
    assert claim.source.publisher in row.source
    assert claim.source.title in row.source
    assert "Not confirmed" not in row.caution


@by_claim
def test_a_claim_tells_where_and_when_it_was_read(claim):
    assert claim.source.publisher
    assert claim.source.date == UNKNOWN or re.fullmatch(r"\d{4}(-\d{2}){0,2}", claim.source.date)
    assert claim.source.read_on == "2026-11"


@by_claim
def test_a_fact_with_a_caution_never_stands_without_one(claim):
    assert claim.caution or not ROWS[claim.fact].caution


@pytest.mark.parametrize(
    ("fact", "qualifier"),
    [
        (7, "guidance"),
        (9, "It depended on the program."),
        (10, "It depended on the program."),
        (12, "gender"),
        (13, "Clearview did not verify"),
        (14, "before the ban"),
        (18, "first vote"),
    ],
)
def test_a_sentence_that_could_be_corrected_carries_its_qualifier(fact, qualifier):
    sentences = [each.sentence for each in EVIDENCE if each.fact == fact]
    assert sentences
    assert all(qualifier in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("point", "eras"),
    [
        ("accuracy", {Era.THEN, Era.NOW}),
        ("expression", {Era.NOW}),
        ("no-swap", {Era.THEN, Era.NOW}),
        ("sunlight", {Era.THEN}),
        ("others", {Era.THEN}),
        ("control", set()),
    ],
)
def test_dates_tell_then_from_now(point, eras):
    found = {era(each.as_of, CAMPAIGN.turning_point) for each in POINT_FILES[point].evidence}
    assert found - {None} == eras


def test_what_others_said_is_there_for_those_who_see_it_differently():
    said = {each.fact for point in POINT_FILES.values() for each in point.others_said}
    assert said == {6, 27, 34, 35}


def test_the_register_is_numbered_without_gaps():
    assert list(ROWS) == list(range(1, 37))
    assert all(row.fact and row.source for row in ROWS.values())


@pytest.mark.parametrize("path", OUR_FILES, ids=lambda path: path.name)
def test_only_addresses_that_were_seen_are_given(path):
    found = re.findall(r"https?://[^\s\"<>]+", path.read_text(encoding="utf-8"))
    assert set(found) <= LINKS


def test_every_address_in_the_campaign_stands_in_the_register():
    given = {claim.source.url for claim in CLAIMS} | {CAMPAIGN.letter.published_at.url}
    assert all(f"<{url}>" in REGISTER for url in given - {""})


@pytest.mark.parametrize("path", OUR_FILES, ids=lambda path: path.name)
def test_nothing_is_shouted(path):
    assert "!" not in path.read_text(encoding="utf-8")


def test_the_texts_are_plain_enough_for_grade_eight():
    grades = [grade(text) for text in read_by_residents()]
    assert sum(grades) / len(grades) <= 8


def test_no_sentence_is_too_long_to_say_in_one_breath():
    sentences = [each for text in read_by_residents() for each in re.split(r"(?<=[.?])\s+", text)]
    assert max(len(words(sentence)) for sentence in sentences) <= 28


def test_the_grade_tells_plain_from_hard():
    assert grade("The cat sat on the mat. It was a warm day.") < 3
    assert grade("Comprehensive legislative deliberation necessitates interdepartmental coordination.") > 15


@pytest.mark.parametrize("path", COPY_CHECKED, ids=lambda path: path.name)
def test_no_eight_words_are_the_letters(path):
    text = path.read_text(encoding="utf-8")
    found = hashes(text)
    if path.suffix == ".toml":
        found |= {each for value in strings(tomllib.loads(text)) for each in hashes(value)}
    assert not found & set(RUNS_PATH.read_text(encoding="ascii").split())


def test_the_list_of_runs_is_whole_hashes():
    lines = RUNS_PATH.read_text(encoding="ascii").splitlines()
    assert len(lines) > 300
    assert lines == sorted(set(lines))
    assert all(re.fullmatch(r"[0-9a-f]{64}", line) for line in lines)


def test_eight_copied_words_are_caught():
    original = "Our river town keeps a small library where neighbors don't need a card to read."
    copied = "# We add: SMALL library,\nwhere 'Neighbors don\u2019t need a card."
    assert len(hashes(original)) == len(words(original)) - RUN + 1
    assert not hashes(original) & hashes("A small library where neighbors need no card to read.")
    assert not hashes(original) & hashes(copied)
    assert hashes(original) & hashes(copied.replace("'", "", 1))


def test_the_names_are_no_copying():
    for name in NAMES:
        assert not hashes(name)
    assert hashes(f"one two three four {LETTER_TITLE} five six seven eight") == hashes(
        "one two three four five six seven eight"
    )


def test_the_body_gives_no_mail_address():
    assert "@" not in BODY_PATH.read_text(encoding="utf-8")
    assert all(contact.kind != "email" for contact in BODY.contacts)


def test_every_known_value_of_the_body_has_its_source():
    facts = list(looked_up(tomllib.loads(BODY_PATH.read_text(encoding="utf-8"))))
    assert facts
    for fact in facts:
        assert fact["checked_on"] == "2026-11"
        if fact["value"] == UNKNOWN:
            assert "source" not in fact
        else:
            assert fact["source"] in BODY.sources


def looked_up(value):
    """Yield every looked-up value of the body."""
    if isinstance(value, dict) and "value" in value:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from looked_up(each)


def test_the_body_tells_what_is_known_of_speaking_and_says_what_is_not():
    assert BODY.speaking.time_limit_seconds.value == 120
    assert BODY.speaking.time_limit_seconds.note == "Generally two minutes; the chair decides."
    assert BODY.members.value == len(BODY.districts.value) == 13
    unknown = (BODY.writing.limit_words, BODY.writing.limit_characters, BODY.writing.how_to_send)
    asked = (BODY.asks_for.full_name, BODY.asks_for.address, BODY.asks_for.position)
    assert {fact.value for fact in (*unknown, *asked)} == {UNKNOWN}
