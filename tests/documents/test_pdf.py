import io
import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import docx
import pikepdf
import pytest
from pikepdf import Name

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.characters import named
from testimony_app.documents.direction import without_idle_controls
from testimony_app.documents.options import DocumentOptions, Paper, Variant
from testimony_app.documents.outline import Run
from testimony_app.documents.pdf import PdfWriter, _pieces, _symbols_apart
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint, Draft, Person
from testimony_app.domain.errors import BugError, PersonError
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode
from tests.documents.pdf_reading import read_outline, read_tree
from tests.journeys.journeys import NAMES, travel
from tests.needed import programs

RESOURCES = Path(__file__).parent.parent.parent / "resources"
LIBRARY = Library(RESOURCES, RESOURCES / "none", RESOURCES / "none")
WRITER = PdfWriter(RESOURCES / "templates" / "pdf", RESOURCES / "fonts")
OPTIONS = DocumentOptions(LIBRARY.language("en"), datetime(2026, 11, 24, tzinfo=UTC), reference="T-7K3MQ2P")
EXAMPLE = decode((RESOURCES / "example.testimony.json").read_bytes(), "22222222-2222-4222-8222-222222222222").draft


def write(draft=EXAMPLE, **changes):
    return WRITER.write(compose(LIBRARY.material(draft), draft), replace(OPTIONS, **changes))


def telling(story, **changes):
    return replace(Draft(id="x", language="en"), points=(ChosenPoint("own-1", story),), **changes)


def texts(content, *tags):
    return [each.text for each in read_tree(content).all(*tags)]


def test_it_is_tagged_and_says_which_checks_it_passed():
    with pikepdf.open(io.BytesIO(write())) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "en-US"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "The ban on face recognition"
            assert metadata["dc:creator"] == ["Rosa Maple"]


def test_another_program_says_that_it_is_tagged(tmp_path):
    programs("pdfinfo")
    (tmp_path / "a.pdf").write_bytes(write())
    command = ["pdfinfo", str(tmp_path / "a.pdf")]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert re.search(r"^Tagged: +yes$", said, re.MULTILINE)
    assert re.search(r"^Title: +The ban on face recognition$", said, re.MULTILINE)


def test_the_tree_has_headings_paragraphs_a_list_links_and_languages():
    tree = read_tree(write())
    assert [(each.tag, each.text) for each in tree.all("H1", "H2")] == [
        ("H1", "The ban on face recognition"),
        ("H2", "It makes more mistakes with some people"),
        ("H2", "Freedom to speak and gather"),
        ("H2", "What I ask you to do"),
        ("H2", "Sources"),
    ]
    assert "Thank you for your time." in [each.text for each in tree.all("P")]
    (listed,) = tree.all("L")
    assert [item.all("Lbl")[0].text for item in listed.all("LI")] == ["1.", "2."]
    assert [link.text for link in tree.all("Link")] == [
        "1",
        "2",
        "https://doi.org/10.6028/NIST.IR.8280",
        "https://www.technologyreview.com/2022/03/03/1046676/",
    ]


def test_a_translation_says_its_language():
    tree = read_tree(WRITER.write(travel("somali-with-a-translation").testimony, OPTIONS))
    assert "en" in {each.language for each in tree.walk()}


def test_bookmarks_lead_to_the_headings():
    assert read_outline(write())[:3] == [
        (0, "The ban on face recognition"),
        (1, "It makes more mistakes with some people"),
        (1, "Freedom to speak and gather"),
    ]


def test_without_a_subject_the_line_for_the_record_is_the_first_heading():
    assert texts(write(Draft(id="x", language="en")), "H1") == ["For the public record"]


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("name", NAMES)
def test_word_and_pdf_have_the_same_words_in_the_same_order(name, variant):
    testimony = travel(name).testimony
    options = replace(OPTIONS, variant=variant)
    word = docx.Document(io.BytesIO(WordWriter(RESOURCES / "templates" / "word").write(testimony, options)))
    numbers = re.compile(r"^\d+\.$")
    tree = read_tree(WRITER.write(testimony, options))
    paragraphs = [each.text for each in tree.all("P", "H1", "H2", "LBody")]
    read = [text for text in paragraphs if not numbers.match(text)]
    in_word = [re.sub(r"\u00a0//?$", "", each.text) for each in word.paragraphs]
    assert letters("".join(read)) == letters("".join(in_word))
    assert len(list(blocks_of(testimony, options))) == len(word.paragraphs)


def letters(text):
    """Return what is to be seen of a text. Right to left a page shows a word's signs the other way round."""
    seen = re.sub(r"[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+", "", text)
    return sorted(seen) if re.search("[\u0590-\u08ff]", seen) else seen


@pytest.mark.parametrize(
    "hostile",
    [
        '#read("/etc/passwd")', "#let x = 1; #x", "$ x^2 $", "= Not a heading", "*not bold* _nor this_ `raw`",
        "<label>", "@reference", '#import "@preview/cetz:0.3.0"', "\\u{41} \\ ", "// no comment /* nor this */",
        "[#panic()]", "- no list", "{{7*7}} {name}", "</w:t><w:p/>", "=cmd|' /C'!A0", "%PDF-1.7 endstream endobj",
        "(\\051)", "a -- b --- c...", "\"straight\" 'quotes'", "~nbsp~", "http://not.a.link/",
    ],
)  # fmt: skip
def test_what_looks_like_markup_is_only_words(hostile):
    content = write(telling(hostile))
    assert hostile.strip() in [text.strip() for text in texts(content, "P")]
    assert len(texts(content, "H2")) == 0
    assert len(texts(content, "Link")) == 0


@pytest.mark.parametrize(
    ("words", "font"),
    [
        ("Kuv nyob ntawm no. Tsis txhob.", "AtkinsonHyperlegibleNext"),
        ("Magaalada Minneapolis waa guriga.", "AtkinsonHyperlegibleNext"),
        ("Maqaan koo ɗaa, ɓishaan.", "NotoSans"),
        ("Tôi sống ở đây. Tiếng Việt.", "NotoSans"),
        ("እኔ እዚህ እኖራለሁ።", "NotoSansEthiopic"),
        ("ສະບາຍດີ ຂ້ອຍຢູ່ນີ້", "NotoSansLao"),
        ("أنا أعيش هنا", "NotoSansArabic"),
        ("Привіт, я живу тут", "NotoSans"),
        ("𖬌𖬣𖬵 𖬇𖬰", "NotoSansPahawhHmong"),
        ("→ ✓ ● ★ ☐ ≤ ①", "NotoSansSymbols2"),
    ],
)
def test_each_language_of_the_city_is_set_in_a_face_of_ours_that_is_embedded(words, font):
    content = write(telling(words))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        fonts = [each for page in pdf.pages for each in page.resources.Font.values()]
        names = {str(each.BaseFont).partition("+")[2].rpartition("-")[0] for each in fonts}
        for each in fonts:
            assert Name.FontFile2 in each.DescendantFonts[0].FontDescriptor
    assert font in names
    assert all(name.startswith(("NotoSans", "AtkinsonHyperlegibleNext")) for name in names)


def test_a_word_is_never_set_in_two_faces():
    with pikepdf.open(io.BytesIO(write(telling("Tiếng Việt")))) as pdf:
        assert "Atkinson" not in "".join(str(font.BaseFont) for font in pdf.pages[0].resources.Font.values())


@pytest.mark.parametrize(
    ("story", "named"),
    [("Thanks 👍 and 中文", "“👍”, “中”, “文”"), ("a\u3164b", "HANGUL FILLER"), ("x\ue000", "U+E000")],
)
def test_characters_no_face_has_are_named_and_no_pdf_is_made(story, named):
    with pytest.raises(PersonError) as refused:
        write(telling(story))
    assert refused.value.code == "pdf_characters"
    assert refused.value.parameters["characters"] == named


def test_what_stands_elsewhere_than_in_the_story_is_looked_at_too():
    with pytest.raises(PersonError):
        write(telling("plain", person=Person(name="Ana 李")))


def test_without_its_fonts_it_says_so(tmp_path):
    with pytest.raises(BugError):
        PdfWriter(RESOURCES / "templates" / "pdf", tmp_path)


def test_the_paper_is_letter_or_a4():
    sizes = {}
    for paper in Paper:
        with pikepdf.open(io.BytesIO(write(paper=paper))) as pdf:
            sizes[paper] = [round(float(side)) for side in pdf.pages[0].MediaBox[2:]]
    assert sizes == {Paper.LETTER: [612, 792], Paper.A4: [595, 842]}


@pytest.mark.parametrize("variant", [variant for variant in Variant if variant is not Variant.COVER_NOTE])
def test_two_minutes_fit_on_one_page_of_a_statement_and_no_letter_is_small_in_large_print(variant):
    content = WRITER.write(travel("three-points").testimony, replace(OPTIONS, variant=variant))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        sizes = {
            float(operands[1])
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tf"
        }
        pages = len(pdf.pages)
    if variant is Variant.WRITTEN:
        assert pages == 1
    else:
        marks = {size for size in sizes if size < 18}  # note numbers stand high and small, as everywhere
        assert max(sizes) >= 20
        assert marks == set() if variant is Variant.SPEAKING_CARD else all(size >= 12 for size in marks)


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("story", ["word " * 4000, "So it is. " * 400, "w" * 3000, "One line\n" * 300, "word " * 150])
def test_no_text_leaves_the_page(variant, story):
    draft = telling(story, person=Person(name="Rosa " * 600, ward="6"), title="Title " * 300)
    content = write(draft, variant=variant)
    ends = [end for box in boxes(content) for end in box]
    assert len(ends) > 100
    assert min(ends) >= 0
    assert max(each for box in boxes(content) for each in box[::2]) <= 612
    assert max(each for box in boxes(content) for each in box[1::2]) <= 792


def boxes(content):
    """Return the place of each word: left, top, right and bottom, in points from the left upper corner of its page."""
    programs("pdftotext")
    command = ["pdftotext", "-bbox", "-", "-"]
    read = subprocess.run(command, input=content, check=True, capture_output=True).stdout.decode()
    places = re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"', read)
    return [tuple(map(float, each)) for each in places]


def test_every_page_bears_the_reference_and_several_are_numbered():
    testimony = travel("two-pages-in-many-scripts").testimony
    content = WRITER.write(testimony, replace(OPTIONS, replaces="T-4QX2W9H"))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) == 2
    assert footers(content) == ["T-7K3MQ2P. Replaces T-4QX2W9HPage 1 of 2", "T-7K3MQ2P. Replaces T-4QX2W9HPage 2 of 2"]
    assert footers(write()) == ["T-7K3MQ2P"]


def footers(content):
    """Return what stands at the foot of each page, which is outside of what is read aloud."""
    programs("pdftotext")
    command = ["pdftotext", "-layout", "-", "-"]
    read = subprocess.run(command, input=content, check=True, capture_output=True).stdout
    pages = read.decode().split("\f")[:-1]
    return [re.sub(r" {3,}", "", page.strip().splitlines()[-1].strip()) for page in pages]


def test_equal_testimonies_give_equal_bytes_and_nothing_of_the_last_one_is_left():
    first = write()
    write(telling("Canary", person=Person(name="Canary")))
    assert write() == first


def test_there_is_no_mark_of_the_machine(monkeypatch):
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, "machine-canary")
    fresh = PdfWriter(RESOURCES / "templates" / "pdf", RESOURCES / "fonts")
    content = fresh.write(compose(LIBRARY.material(EXAMPLE), EXAMPLE), OPTIONS)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        said = b"".join(bytes(each.read_bytes()) for each in pdf.objects if isinstance(each, pikepdf.Stream))
        said += repr(dict(pdf.docinfo)).encode()
    assert b"canary" not in content + said
    assert str(RESOURCES).encode() not in content + said


def test_without_a_name_there_is_no_author():
    for draft in (Draft(id="x", language="en"), replace(EXAMPLE, withhold_name=True)):
        with pikepdf.open(io.BytesIO(write(draft))) as pdf:
            assert "/Author" not in pdf.docinfo


def test_a_page_runs_as_its_own_words_do_and_a_name_stands_beside_its_label(tmp_path):
    programs("pdftotext")
    draft = Draft(id="x", language="ar", person=Person(name="محمد علي"))
    material = LIBRARY.material(draft)
    options = replace(OPTIONS, language=material.language, reference="T-7K3MQ2P")
    (tmp_path / "a.pdf").write_bytes(WRITER.write(compose(material, draft), options))
    command = ["pdftotext", "-bbox", str(tmp_path / "a.pdf"), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    left = {word: float(x) for x, word in re.findall(r'xMin="([\d.]+)".*>(.+)</word>', said)}
    assert left["From"] < 100
    assert left["T-7K3MQ2P"] < 100
    assert {x < 200 for word, x in left.items() if re.search("[\u0600-\u06ff]", word)} == {True}


def test_pages_that_cannot_be_drawn_are_told_as_those_of_a_pdf_are(tmp_path):
    (tmp_path / "testimony.typ").write_text("#panic()")
    writer = PdfWriter(tmp_path, RESOURCES / "fonts")
    testimony = compose(LIBRARY.material(EXAMPLE), EXAMPLE)
    for make in (lambda: writer.write(testimony, OPTIONS), lambda: writer.pictures(testimony, OPTIONS, 50)):
        with pytest.raises(BugError) as told:
            make()
        assert told.value.code == "pdf_failed"


def test_a_letter_under_a_million_marks_is_one_piece():
    letter = "a" + "\u0301" * 1_000_000
    assert _pieces(letter) == [letter]
    assert _pieces("b" * 41)[:2] == ["b" * 8, "b" * 8]


def test_an_address_goes_on_in_the_next_line_at_its_signs(tmp_path):
    """In large print there is room for half of one: "tech" stood in one line, "nologyreview" in the next."""
    programs("pdftotext")
    (tmp_path / "a.pdf").write_bytes(write(variant=Variant.LARGE_PRINT))
    command = ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert {"www", "technologyreview", "1046676", "doi"} <= set(re.findall(r"\w+", lines))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("\u061e\u200d\u25fb", ["\u061e\u200d", "\u25fb"]),
        ("x\u200d◻\u200d◻", ["x\u200d", "◻\u200d", "◻"]),
        ("ه\u200dه a\u200db", ["ه\u200dه a\u200db"]),
        ("\u200d: \u2060\u200d◻ x \u200d◻", ["\u200d: \u2060\u200d◻ x \u200d◻"]),
        ("", [""]),
    ],
)
def test_a_symbol_stands_apart_from_what_a_joiner_ties_it_to_where_both_can_be_seen(text, pieces):
    assert list(_symbols_apart(text)) == pieces


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\u2066a\u2069 \u200e\u202ab\u202c", "a b"),
        ("\u202d12\u202c", "12"),
        ("\u2066a\u2069 هنا", "\u2066a\u2069 هنا"),
        ("\u2067a\u2069", "\u2067a\u2069"),
        ("a\u200f", "a\u200f"),
    ],
)
def test_signs_that_set_a_direction_are_left_out_where_nothing_runs_to_the_left(typed, shown):
    halves = (Run(typed[:2], language="so"), Run(typed[2:]))
    left = without_idle_controls(halves)
    assert "".join(run.text for run in left) == shown
    assert [run.language for run in left] == ["so", ""]


def line_distances(content):
    """Return how far each line of the longest paragraph stands below the one before it, in points."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        steps = pikepdf.parse_content_stream(pdf.pages[0])
        heights = [float(what[5]) for what, how in steps if str(how) == "cm"]
    lines = sorted(set(heights), reverse=True)
    below = [round(upper - lower, 1) for upper, lower in pairwise(lines)]
    return max(below, key=below.count)


@pytest.mark.parametrize("words", ["نحن نعيش هنا في المدينة ", "ສະບາຍດີ ຂ້ອຍຢູ່ນີ້ "])
def test_lines_with_signs_above_and_below_stand_further_apart(words):
    assert line_distances(write(telling(words * 60))) > 1.15 * line_distances(write(telling("We live here now " * 60)))


@pytest.mark.parametrize(
    ("sign", "name"), [("\ufe0f", "VARIATION SELECTOR-16"), ("👩", "“👩”"), ("\u0eb5", "LAO VOWEL SIGN II")]
)
def test_what_can_hardly_be_seen_alone_is_called_by_its_name(sign, name):
    assert named([sign]) == name
