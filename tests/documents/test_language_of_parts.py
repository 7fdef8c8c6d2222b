"""What a campaign says in its own language is marked so in a testimony of another one (WCAG 2.2, 3.1.2)."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from msgspec import structs

from testimony_app.documents.letterheads.taking_in import take_in
from testimony_app.documents.letterheads.writer import LetterheadWriter
from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.packet import write_packet
from testimony_app.documents.pdf import PdfWriter
from testimony_app.documents.plain import write_plain
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose, suggestion_of
from testimony_app.domain.draft import ChosenPoint, Draft, OwnAsk, Person, SectionEdit
from testimony_app.services.library import Library
from tests.documents.letterhead_files import sound
from tests.documents.pdf_reading import read_tree
from tests.domain.material import RESOURCES
from tests.needed import programs

LIBRARY = Library(RESOURCES, RESOURCES / "none", RESOURCES / "none")
WORD, PDF = (
    WordWriter(RESOURCES / "templates" / "word"),
    PdfWriter(RESOURCES / "templates" / "pdf", RESOURCES / "fonts"),
)
CAMPAIGN = LIBRARY.campaign("minneapolis-facial-recognition")
FACT = CAMPAIGN.evidence("gender-shades")
SOMALI, ARABIC = "Waxaan halkan ku noolahay tobanka sano.", "أنا أعيش هنا منذ عشر سنوات."


def drafted(language, story, **changes):
    draft = Draft(id="11111111-1111-4111-8111-111111111111", language=language, campaign=CAMPAIGN.id)
    point = ChosenPoint("accuracy", story, (FACT.id,))
    return replace(draft, points=(point,), person=Person(name="Cabdi", ward="9"), **changes)


def composed(draft, **changes):
    material = replace(LIBRARY.material(draft), **changes)
    options = DocumentOptions(material.language, datetime(2026, 11, 24, tzinfo=UTC), reference="T-7K3MQ2P")
    return compose(material, draft), options


def in_pdf(testimony, options):
    """The texts of a PDF from first to last with the language that each is read in, those of one language joined."""
    return in_languages(PDF.write(testimony, options))


def in_languages(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pieces = read_tree(content).in_languages(str(pdf.Root.Lang))
    said = ((language.partition("-")[0], re.sub("[\u202a-\u202e]", "", text)) for language, text in pieces)
    groups = groupby(said, key=itemgetter(0))
    return [(language, "".join(text for _, text in group)) for language, group in groups]


def language_in_pdf(testimony, options, words):
    said = in_pdf(testimony, options)
    found = {language for language, text in said if words in text}
    assert found, said
    return found


def runs_of(content):
    """The runs of a Word file: their words, what they say of their language, and the mark of those that run left."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        part = docx.oxml.parse_xml(package.read("word/document.xml"))
    for run in part.iter(qn("w:r")):
        said = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        language = {} if said is None else {key.rpartition("}")[2]: value for key, value in said.attrib.items()}
        yield "".join(text.text or "" for text in run.iter(qn("w:t"))), language, run.find(f".//{qn('w:rtl')}")


def language_in_word(content, words):
    found = [language for text, language, _ in runs_of(content) if words in text]
    assert found
    return {each.get("val", "") for each in found}


THEIRS = (
    "For the public record",
    "Ward 9",
    "Hello,",
    "My name is",
    FACT.sentence[:30],
    FACT.source.title,
    FACT.caution[:30],
)
"""What the campaign, the body and our own words say in English."""


@pytest.mark.parametrize(
    "words", [*THEIRS, CAMPAIGN.point("accuracy").title, CAMPAIGN.ask("keep-and-enforce").text[:40]]
)
@pytest.mark.parametrize(("language", "story"), [("so", SOMALI), ("ar", ARABIC), ("hmn", "Kuv nyob ntawm no.")])
def test_what_is_in_english_says_so_in_both_files(language, story, words):
    testimony, options = composed(drafted(language, story), language=suggesting(language))
    assert language_in_pdf(testimony, options, words) == {"en"}
    assert language_in_word(WORD.write(testimony, options), words) == {"en-US"}


def suggesting(language):
    """The words of English under another tag, with the sentences that English suggests."""
    english = LIBRARY.language("en")
    return replace(english, tag=language, words_of="en")


@pytest.mark.parametrize(("language", "story"), [("so", SOMALI), ("es", "Vivo aquí."), ("am", "እኔ እዚህ እኖራለሁ።")])
def test_what_the_person_wrote_is_in_the_language_of_the_testimony(language, story):
    draft = drafted(language, story, ask=OwnAsk(f"{story} {story}"))
    testimony, options = composed(draft)
    for own in (story, f"{story} {story}", "Cabdi"):
        assert language_in_pdf(testimony, options, own) == {language}
    assert language_in_word(WORD.write(testimony, options), story) == {""}


def test_a_paragraph_in_two_languages_says_which_words_are_in_which():
    material = LIBRARY.material(drafted("so", SOMALI))
    base = "".join(passage.text for passage in suggestion_of(material, drafted("so", SOMALI), "accuracy"))
    text = base.replace("\n", " ")
    testimony, options = composed(drafted("so", SOMALI, edits={"accuracy": SectionEdit(text, base)}))
    section = testimony.section("accuracy")
    assert {(passage.language, passage.text.strip()) for passage in section.passages} == {
        ("en", FACT.sentence),
        ("", SOMALI),
    }
    assert language_in_pdf(testimony, options, FACT.sentence) == {"en"}
    assert language_in_pdf(testimony, options, SOMALI) == {"so"}
    content = WORD.write(testimony, options)
    assert language_in_word(content, FACT.sentence) == {"en-US"}
    assert language_in_word(content, SOMALI) == {""}
    card = replace(options, variant=Variant.SPEAKING_CARD)
    first, own = " ".join(FACT.sentence.split()[:3]), " ".join(SOMALI.split()[:3])
    assert language_in_pdf(testimony, card, first) == {"en"}
    assert language_in_pdf(testimony, card, own) == {"so"}
    assert language_in_word(WORD.write(testimony, card), own) == {""}
    assert language_in_word(WORD.write(testimony, card), first) == {"en-US"}


def test_a_rewritten_ask_is_the_persons_and_in_their_language():
    asked = CAMPAIGN.ask("keep-and-enforce").text
    edit = SectionEdit("Fadlan xeerka ilaaliya oo warbixin sannad kasta noo soo saara.", asked)
    testimony, options = composed(drafted("so", SOMALI, edits={"ask": edit}))
    assert language_in_pdf(testimony, options, edit.text) == {"so"}
    assert language_in_word(WORD.write(testimony, options), edit.text) == {""}


def test_a_campaign_in_another_language_than_an_english_testimony_says_so():
    french = structs.replace(CAMPAIGN, language="fr-CA", opening=(), thanks=())
    testimony, options = composed(drafted("en", "I live here."), campaign=french)
    for english in ("I live here.", "Please note:", "Sources"):
        assert language_in_pdf(testimony, options, english) == {"en"}
    assert language_in_pdf(testimony, options, FACT.sentence) == {"fr"}
    assert language_in_pdf(testimony, options, FACT.caution) == {"fr"}
    content = WORD.write(testimony, options)
    assert language_in_word(content, FACT.sentence) == language_in_word(content, FACT.caution) == {"fr-CA"}
    assert language_in_word(content, "Please note:") == {""}


def test_a_source_may_be_in_a_language_of_its_own():
    def with_source(evidence):
        return structs.replace(evidence, source=structs.replace(evidence.source, language="en"))

    points = tuple(structs.replace(each, evidence=tuple(map(with_source, each.evidence))) for each in CAMPAIGN.points)
    french = structs.replace(CAMPAIGN, language="fr", points=points)
    testimony, options = composed(drafted("fr", "Je vis ici."), campaign=french)
    assert language_in_pdf(testimony, options, FACT.source.title) == {"en"}
    for theirs in (FACT.caution, FACT.sentence):
        assert language_in_pdf(testimony, options, theirs) == {"fr"}
    assert language_in_word(WORD.write(testimony, options), FACT.source.title) == {"en-US"}


def test_in_one_language_nothing_says_one():
    testimony, options = composed(drafted("en", "I live here."))
    assert {language for language, _ in in_pdf(testimony, options)} == {"en"}
    assert not any(language for _, language, _ in runs_of(WORD.write(testimony, options)))


def test_english_keeps_its_direction_amid_arabic_on_the_page(tmp_path):
    programs("pdftotext")
    draft = drafted("ar", ARABIC)
    asked = CAMPAIGN.ask("keep-and-enforce").text
    edit = SectionEdit(f"{ARABIC} {asked} {ARABIC}", asked)
    (tmp_path / "a.pdf").write_bytes(PDF.write(*composed(replace(draft, edits={"ask": edit}))))
    command = ["pdftotext", "-bbox", str(tmp_path / "a.pdf"), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    words = [re.sub("[\u202a-\u202e]", "", word) for word in re.findall(r">([^<>]+)</word>", said)]
    assert asked.endswith("please close them.")
    assert "them." in words
    assert "them" not in words


def test_a_paragraph_of_arabic_that_begins_with_an_english_fact_runs_right_to_left():
    draft = drafted("ar", ARABIC)
    base = "".join(passage.text for passage in suggestion_of(LIBRARY.material(draft), draft, "accuracy"))
    edit = SectionEdit(f"{FACT.sentence} {ARABIC}", base)
    testimony, options = composed(replace(draft, edits={"accuracy": edit}))
    document = docx.Document(io.BytesIO(WORD.write(testimony, options)))
    paragraph = next(each for each in document.paragraphs if ARABIC in each.text)
    assert paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    runs = {text: rtl is not None for text, _, rtl in runs_of(WORD.write(testimony, options))}
    assert runs[FACT.sentence] is False
    assert runs[f" {ARABIC}"] is True


def test_a_fact_on_a_line_of_its_own_runs_left_to_right_amid_an_arabic_testimony():
    testimony, options = composed(drafted("ar", ARABIC))
    document = docx.Document(io.BytesIO(WORD.write(testimony, options)))
    directions = {each.text: each._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for each in document.paragraphs}
    assert directions[f"{FACT.sentence}1"] is False
    assert directions[ARABIC] is True


def test_on_a_letterhead_of_whatever_language_each_text_says_its_own():
    testimony, options = composed(drafted("so", SOMALI))
    letterhead = LetterheadWriter(take_in(sound("{{testimony}}")).content, RESOURCES / "templates" / "word")
    content = letterhead.write(testimony, options)
    for english in (FACT.sentence, FACT.source.title, FACT.caution, CAMPAIGN.point("accuracy").title):
        assert language_in_word(content, english) == {"en-US"}
    assert language_in_word(content, SOMALI) == language_in_word(content, "Cabdi") == {"so"}


def test_languages_change_no_word_of_a_text_file():
    said = write_plain(*composed(drafted("so", SOMALI)))
    assert f"{FACT.sentence} [1]\n\n{SOMALI}\n".encode() in said
    assert f"[1] {FACT.source.publisher}, {FACT.source.title}, ".encode() in said


def test_a_packet_speaks_english_and_each_testimony_its_own_language():
    testimony, options = composed(drafted("so", SOMALI))
    packet = write_packet(PDF, [(testimony, options)], replace(options, language=LIBRARY.language("en")))
    with pikepdf.open(io.BytesIO(packet.content)) as pdf:
        assert str(pdf.Root.Lang) == "en-US"
    said = in_languages(packet.content)
    assert {tag for tag, text in said if SOMALI in text} == {"so"}
    assert {tag for tag, text in said if FACT.sentence in text} == {"en"}
    assert {tag for tag, text in said if "Contents" in text and "Ward" in text} == {"en"}
