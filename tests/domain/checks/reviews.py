"""What the checks look at, made small: a testimony of a few sections, or a draft composed for real."""

from pathlib import Path

from testimony_app.campaigns.language_reader import read_language
from testimony_app.campaigns.safety_reader import read_safety_words
from testimony_app.domain.body import AskedFields, Fact, HearingRules, PublicBody, WritingRules
from testimony_app.domain.campaign import Ask, Campaign, Evidence, Letter, Point
from testimony_app.domain.checks.finding import Review
from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import Draft
from testimony_app.domain.sources import Source
from testimony_app.domain.testimony import Origin, Passage, RecordKind, RecordLine, Section, SectionKind, Testimony

RESOURCES = Path(__file__).parents[3] / "resources"
ENGLISH = read_language(RESOURCES / "languages" / "en.toml")
SAFETY = read_safety_words(RESOURCES / "safety_words.toml")
SOURCE = Source("Example Press", "2021", "2026-11")
DRAFT = Draft("11111111-1111-4111-8111-111111111111", "en")

OPEN, CAREFUL, SAID = (
    Evidence("open", "The Council voted 13 to 0.", 1, SOURCE, "2021"),
    Evidence("careful", "Tests found more mistakes.", 2, SOURCE, "2019", caution="It depended on the program."),
    Evidence("said", "The chief objected.", 3, SOURCE, "2021", caution="That was before the vote."),
)
CAMPAIGN = Campaign(
    id="my-town",
    version=1,
    language="en",
    title="My town",
    subject="The ban",
    body="my-council",
    made_by="We",
    reviewed_by_signers=False,
    about_review="",
    last_checked="2026-11",
    turning_point="",
    letter=Letter("", SOURCE, "", "", (), "", ()),
    since=(),
    asks=(
        Ask("keep", "Keep it", "Please keep the ban.", "I ask you to keep it.", from_letter=False, as_of="2026-11"),
        Ask("pass", "Pass it", "Please pass the ban.", "", from_letter=True, as_of="unknown", answered="It did."),
    ),
    default_ask="keep",
    points=(
        Point("privacy", "Privacy", "", (1,), "2021", (), ("I care because ...", "I care", "…"), (OPEN, CAREFUL)),
        Point("others", "Others", "", (1,), "2021", (), ("When I saw it …",), (), (SAID,)),
    ),
)


def body(*, seconds=None, words=None, characters=None, full_name=None):
    """A council with these limits, all else unknown."""

    def fact(value=None):
        return Fact(value, "2026-11")

    return PublicBody(
        id="my-council",
        name="My Council",
        speaking=HearingRules(fact(seconds), *(fact() for _ in range(6))),
        writing=WritingRules(fact(words), fact(characters), *(fact() for _ in range(4))),
        asks_for=AskedFields(fact(full_name), fact(), fact()),
    )


def section(*passages, name="own-1", kind=SectionKind.OWN_POINT, **more):
    """A section of passages; a bare text is the person's own."""
    made = (each if isinstance(each, Passage) else Passage(each, Origin.OWN) for each in passages)
    return Section(name, kind, more.pop("heading", ""), tuple(made), "", **more)


def ours(text):
    return Passage(text, Origin.CAMPAIGN)


def cited(evidence, text=""):
    return Passage(text or evidence.sentence, Origin.EVIDENCE, evidence.id)


def review(*sections, draft=DRAFT, material=None, record=(), **more):
    """A review of these sections; a bare text is a section of one's own."""
    made = tuple(each if isinstance(each, Section) else section(each) for each in sections)
    lines = tuple(RecordLine(RecordKind.SUBJECT, value) for value in record)
    citations = more.pop("citations", ())
    testimony = Testimony("", "en", "", "", "", lines, made, citations, **more)
    return Review(testimony, draft, material or Material(ENGLISH), SAFETY)


def composed(draft, material):
    """A review of a draft as it is composed."""
    return Review(compose(material, draft), draft, material, SAFETY)


def marked(text):
    """Split a text with «words» in it: the text without the marks, and the words."""
    before, rest = text.split("«")
    found, after = rest.split("»")
    return before + found + after, found
