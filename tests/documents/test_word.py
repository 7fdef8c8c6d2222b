import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.documents.options import DocumentOptions, Paper, Variant
from testimony_app.documents.pdf import PdfWriter
from testimony_app.documents.plain import write_plain
from testimony_app.documents.word import WordWriter
from testimony_app.documents.word_markup import run
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint, Draft, Matter, OwnAsk, Person
from testimony_app.domain.text import clean, paragraphs
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode
from testimony_app.testimony_file.encode import encode
from tests.documents.pdf_reading import read_outline, read_tree

RESOURCES = Path(__file__).parent.parent.parent / "resources"
LIBRARY = Library(RESOURCES, RESOURCES / "none", RESOURCES / "none")
PDF = PdfWriter(RESOURCES / "templates" / "pdf", RESOURCES / "fonts")
WRITER = WordWriter(RESOURCES / "templates" / "word")
OPTIONS = DocumentOptions(LIBRARY.language("en"), datetime(2026, 11, 24, tzinfo=UTC))
EXAMPLE = decode((RESOURCES / "example.testimony.json").read_bytes(), "22222222-2222-4222-8222-222222222222").draft


def word(draft=EXAMPLE, options=OPTIONS):
    content = WRITER.write(compose(LIBRARY.material(draft), draft), options)
    return docx.Document(io.BytesIO(content)), content


def styles(document):
    return [(each.style.name, each.text) for each in document.paragraphs]


def test_headings_are_real_and_in_order():
    headings = [pair for pair in styles(word()[0]) if pair[0].lower().startswith("heading")]
    assert headings == [
        ("Heading 1", "Subject\tThe ban on face recognition"),
        ("Heading 2", "It makes more mistakes with some people"),
        ("Heading 2", "Freedom to speak and gather"),
        ("Heading 2", "What I ask you to do"),
        ("Heading 2", "Sources"),
    ]


def outline_levels(document):
    """The paragraphs that are headings, each with its level, by their styles and those that these are based on."""
    for each in document.paragraphs:
        style = each.style
        while style is not None:
            found = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if found is not None:
                yield int(found.get(qn("w:val"))) + 1, each.text
                break
            style = style.base_style


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize(
    ("draft", "title"),
    [
        (EXAMPLE, "The ban on face recognition"),
        (replace(EXAMPLE, matter=Matter(title="Cameras on Lake Street"), title="My winter"), "Cameras on Lake Street"),
        (Draft(id="x", language="en", title="Cameras on our corner"), "Cameras on our corner"),
        (Draft(id="x", language="en"), "For the public record"),
    ],
)
def test_the_one_heading_of_the_first_level_is_the_title_in_word_and_pdf_alike(draft, title, variant):
    options = replace(OPTIONS, variant=variant)
    document = word(draft, options)[0]
    (first,) = [text for level, text in outline_levels(document) if level == 1]
    pdf = PDF.write(compose(LIBRARY.material(draft), draft), options)
    heading = first.rpartition("\t")[2]
    assert [each.text for each in read_tree(pdf).all("H1")] == [heading]
    assert [text for depth, text in read_outline(pdf) if depth == 0] == [heading]
    assert document.core_properties.title == heading
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"] == heading
    plain = {Variant.SPEAKING_CARD: "Testimony"} if title == "For the public record" else {}
    expected = {Variant.COVER_NOTE: "Cover note: how to reach me", **plain}
    assert heading == expected.get(variant, title)


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (215.9, 279.4)), (Paper.A4, (210, 297))])
def test_the_page_is_as_large_as_the_paper_and_the_number_stands_at_its_margin(paper, size):
    document = word(options=replace(OPTIONS, paper=paper))[0]
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx(size, abs=0.1)
    (stop,) = document.styles["footer"].paragraph_format.tab_stops
    assert stop.position == section.page_width - section.left_margin - section.right_margin


def test_a_sign_that_xml_cannot_hold_is_never_written():
    with pytest.raises(ValueError, match="U\\+000B"):
        run("a\x0bb")


def test_headings_of_sections_can_be_turned_off():
    texts = [text for _, text in styles(word(options=replace(OPTIONS, headings=False))[0])]
    assert "Freedom to speak and gather" not in texts
    assert "Sources" in texts
    assert "Subject\tThe ban on face recognition" in texts


def test_the_record_block_comes_first_and_leaves_the_unknown_out():
    lines = [text for _, text in styles(word()[0])][:7]
    assert lines == [
        "To\tMinneapolis City Council",
        "File number\t2020-00681",
        "Subject\tThe ban on face recognition",
        "Position\tFor",
        "From\tRosa Maple",
        "Ward\tWard 6, Cedar-Riverside",
        "For the public record",
    ]
    bare = Draft(id="x", language="en")
    assert [text for _, text in styles(word(bare)[0])][:1] == ["For the public record"]


def test_no_paragraph_is_empty():
    for draft in (EXAMPLE, Draft(id="x", language="en")):
        assert all(text.strip() for _, text in styles(word(draft)[0]))


def test_note_numbers_lead_to_the_sources_and_sources_to_the_web():
    document, content = word()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = package.read("word/document.xml").decode()
    anchors = re.findall(r'w:anchor="(\w+)"', body)
    assert anchors == ["source1", "source2"]
    assert re.findall(r'<w:bookmarkStart w:id="\d" w:name="(\w+)"', body) == anchors
    external = [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert external == [
        "https://doi.org/10.6028/NIST.IR.8280",
        "https://www.technologyreview.com/2022/03/03/1046676/",
    ]


def test_the_properties_say_who_what_and_in_which_language():
    document, content = word()
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by) == ("Rosa Maple", "Rosa Maple")
    assert properties.title == "The ban on face recognition"
    assert properties.subject == "Public comment, file 2020-00681, Rosa Maple"
    assert properties.language == "en"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert 'w:lang w:val="en-US"' in package.read("word/styles.xml").decode()


def test_without_a_name_there_is_no_author():
    for draft in (Draft(id="x", language="en"), replace(EXAMPLE, withhold_name=True)):
        properties = word(draft)[0].core_properties
        assert (properties.author, properties.last_modified_by) == ("", "")


def test_there_is_no_mark_of_the_machine(monkeypatch):
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, "machine-canary")
    _, content = word()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = "".join(package.read(name).decode() for name in package.namelist())
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "canary" not in text
    assert "w:rsid" not in text
    assert not re.search(r"<(\w+:)?(Application|Company|AppVersion|TotalTime)>", text)
    assert "python" not in text.lower()


def test_equal_testimonies_give_equal_bytes_and_nothing_of_the_last_one_is_left():
    _, first = word()
    word(Draft(id="x", language="en", person=Person(name="Canary")))
    assert word()[1] == first


def test_the_foot_holds_the_reference_and_from_the_second_page_on_the_number():
    options = replace(OPTIONS, reference="T-7K3MQ2P", replaces="T-4QX2W9H")
    section = word(options=options)[0].sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_footer.paragraphs[0].text == "T-7K3MQ2P. Replaces T-4QX2W9H"
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith("T-7K3MQ2P. Replaces T-4QX2W9H\tPage ")
    assert re.findall(r'w:instr="(\w+)"', footer._p.xml) == ["PAGE", "NUMPAGES"]


def test_right_to_left_text_runs_right_to_left():
    draft = Draft(id="x", language="en", points=(ChosenPoint("own-1", "أنا أعيش هنا."),))
    paragraph = next(each for each in word(draft)[0].paragraphs if each.text.startswith("أنا"))
    assert "<w:bidi/>" in paragraph._p.xml
    assert "<w:rtl/>" in paragraph._p.xml
    latin = next(each for each in word(draft)[0].paragraphs if each.text.startswith("Hello"))
    assert "<w:bidi/>" not in latin._p.xml


SCRIPTS = (
    "abc éñü ʻokina", "Waan kuu mahadcelinayaa", "Kuv nyob ntawm no", "𖬌𖬣𖬵 𖬇𖬰", "أنا هنا \u200f", "እኔ እዚህ", "ສະບາຍດີ",
    "Привіт", "Tiếng Việt", "e\u0301\u0323\u0302", "👩\u200d👩\u200d👧\u200d👦", "\u200b\u200c\u200d\u2066\u2069\ufeff",
    "{{7*7}} {name}", "</w:t> &amp; <b>", "=cmd|' /C'!A0", "\t", "\n\n", "\u00a0", "-", "…", '"', "'", "]]>", "%s",
    "\\n",
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(SCRIPTS), st.text(st.characters(codec="utf-8"), max_size=12)), max_size=12
).map(" ".join)


@settings(max_examples=2000, deadline=None)
@given(TEXTS, TEXTS)
def test_the_words_that_went_in_come_out_of_every_format(story, ask):
    story, ask = clean(story).text, clean(ask).text
    draft = Draft(id="11111111-1111-4111-8111-111111111111", language="en", ask=OwnAsk(ask))
    draft = replace(draft, points=(ChosenPoint("own-1", story),), own_next=2)
    assert decode(encode(draft), "").draft == draft
    testimony = compose(LIBRARY.material(draft), draft)
    expected = ["For the public record", "Hello."]
    expected += [part for part in paragraphs(story) if part.strip()]
    if ask.strip():
        expected += ["What I ask you to do", *(part for part in paragraphs(ask) if part.strip())]
    expected += ["Thank you for your time."]
    document = docx.Document(io.BytesIO(WRITER.write(testimony, OPTIONS)))
    assert [each.text for each in document.paragraphs] == expected
    plain = write_plain(testimony, OPTIONS).decode()
    assert [line for line in plain.split("\n") if line] == expected


@pytest.mark.parametrize("code", ["0000", "000b", "fffe", "001b", "007f"])
def test_signs_word_cannot_hold_are_gone_before(code):
    file = f'{{"format":"testimony/1","language":"en","points":[{{"story":"a\\u{code}b"}}]}}'.encode()
    decoded = decode(file, "22222222-2222-4222-8222-222222222222")
    assert decoded.removed == chr(int(code, 16))
    assert "ab" in [each.text for each in word(decoded.draft)[0].paragraphs]


def in_a_language(tag, **changes):
    """A testimony in a language that has no words of its own for documents, on the page of our own template."""
    draft = replace(
        Draft(id="x", language=tag, points=(ChosenPoint("own-1", "Waxaan halkan ku noolahay."),)), **changes
    )
    material = LIBRARY.material(draft)
    return compose(material, draft), replace(OPTIONS, language=material.language, reference="T-7K3MQ2P")


def languages_of(content, name="word/document.xml"):
    """The languages of runs by their words, as far as a run says one."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        part = docx.oxml.parse_xml(package.read(name))
    found = {}
    for each in part.iter(qn("w:r")):
        said = each.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        attributes = {} if said is None else {key.rpartition("}")[2]: value for key, value in said.attrib.items()}
        found["".join(text.text or "" for text in each.iter(qn("w:t")))] = attributes
    return found


def test_words_that_are_borrowed_from_english_say_so_and_the_persons_own_do_not():
    testimony, options = in_a_language("so", ask=OwnAsk("Fadlan dhageysta."), person=Person(name="Cabdi"))
    content = WRITER.write(testimony, options)
    said = languages_of(content)
    english = {"val": "en-US"}
    for ours in ("From", "For the public record", "This testimony is in Somali. Please arrange a translation."):
        assert said[ours] == english
    assert said["What I ask you to do"] == english
    assert said["Fadlan dhageysta."] == said["Waxaan halkan ku noolahay."] == said["Cabdi"] == {}
    assert languages_of(content, "word/footer1.xml")["Page "] == english
    card = languages_of(WRITER.write(testimony, replace(options, variant=Variant.SPEAKING_CARD)))
    assert card["Speaking card"] == card["Testimony"] == card["What I ask you to do"] == english
    assert card["Fadlan dhageysta."] == {}
    tree = read_tree(PDF.write(testimony, options))
    assert {each.language for each in tree.walk() if each.text == "For the public record"} >= {"en"}
    assert {each.language for each in tree.walk() if each.text == "What I ask you to do"} >= {"en"}


def test_in_english_no_run_says_its_language():
    assert not any(languages_of(word()[1]).values())


def test_a_language_that_runs_right_to_left_stands_where_word_looks_for_it():
    own = "أنا أعيش هنا 2016."
    testimony, options = in_a_language("ar", points=(ChosenPoint("own-1", own),))
    with zipfile.ZipFile(io.BytesIO(WRITER.write(testimony, options))) as package:
        assert b'<w:lang w:val="ar" w:eastAsia="en-US" w:bidi="ar"/>' in package.read("word/styles.xml")
    translated = replace(testimony, language="en", translation_text=own, translation_language="fa")
    assert languages_of(WRITER.write(translated, OPTIONS))[own] == {"bidi": "fa"}
    with zipfile.ZipFile(io.BytesIO(word()[1])) as package:
        assert b'<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/>' in package.read("word/styles.xml")


def test_a_run_without_letters_runs_as_its_paragraph_does():
    testimony, options = in_a_language("ar", points=(ChosenPoint("own-1", "وصلت أسرتي هنا ٢٠١٦."),))
    content = WRITER.write(testimony, replace(options, variant=Variant.SPEAKING_CARD))
    said = next(each for each in docx.Document(io.BytesIO(content)).paragraphs if each.style.name == "Said")
    assert [run.text for run in said.runs] == ["وصلت أسرتي هنا", " ٢٠١٦.", "\u00a0//"]
    assert all("<w:rtl/>" in run._r.xml for run in said.runs)


def test_a_time_of_another_zone_is_told_in_universal_time():
    made_at = datetime(2026, 11, 24, 20, tzinfo=timezone(timedelta(hours=-6)))
    properties = word(options=replace(OPTIONS, made_at=made_at))[0].core_properties
    assert properties.created.replace(tzinfo=UTC) == made_at
