"""`testimony export` in several formats, variants and packets."""

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest

from testimony_app.settings.folders import profile_in
from tests.asking_body import BODY, add_asking_body
from tests.documents.pdf_reading import figures, read_outline, read_tree
from tests.needed import programs

NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def three(testimony, file):
    """The ids of three testimonies, in the order in which they were taken in."""
    files = [
        file("a.json", person={"name": "Lee Vang", "ward": "5"}, position="against", ask={"text": "Please listen."}),
        file(
            "b.json",
            person={"name": "=cmd|' /C'!A0"},
            position="for",
            points=[{"title": "Mine", "story": "words " * 900}],
        ),
        file("c.json", person={"name": "محمد علي"}, position="against", matter={"file_number": "2020-00681"}),
    ]
    return testimony("draft", "import", *files).out.split()


def test_several_formats_at_once(testimony, story, tmp_path):
    answer = testimony("export", story, "--to", "docx,pdf,txt,json", "--out", tmp_path / "out")
    names = [Path(line).name for line in answer.out.splitlines()]
    assert names == ["Rosa-Maple.docx", "Rosa-Maple.pdf", "Rosa-Maple.txt", "Rosa-Maple.testimony.json"]
    assert (tmp_path / "out" / "Rosa-Maple.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_format_nobody_knows_is_wrong_use(testimony, story, tmp_path):
    answer = testimony("export", story, "--to", "docx,odt", "--out", tmp_path / "out")
    assert answer.code == 2
    assert "odt" in answer.err
    assert not (tmp_path / "out").exists()


def test_without_a_format_it_says_what_to_do(testimony, story, tmp_path):
    for words in ((), ("--to", ""), ("--to", ", ")):
        answer = testimony("export", story, *words, "--out", tmp_path / "out")
        assert answer.code == 2
        assert "Say which format you want. For example: --to docx,pdf" in answer.err
        assert not (tmp_path / "out").exists()


def test_formats_are_known_in_capitals_and_with_spaces(testimony, story, tmp_path):
    answer = testimony("export", story, "--to", "PDF, docx ,", "--out", tmp_path / "out")
    assert [Path(line).suffix for line in answer.out.splitlines()] == [".pdf", ".docx"]


@pytest.mark.parametrize(
    ("name", "to", "ending"),
    [("b.docx", "pdf", ".pdf"), ("b.PDF", "json", ".testimony.json"), ("b.json", "txt", ".txt")],
)
def test_no_file_gets_the_ending_of_another_format(testimony, story, tmp_path, name, to, ending):
    answer = testimony("export", story, "--to", to, "--out", tmp_path / name)
    assert answer.code == 1
    assert f"{name} is a name for another kind of file" in answer.err
    assert f"ends with {ending}, or a folder" in answer.err
    assert not (tmp_path / name).exists()
    assert testimony("export", story, "--to", to, "--out", tmp_path / "b.v2").code == 0
    assert testimony("export", story, "--to", to, "--out", f"{tmp_path / name}/").code == 0


@pytest.mark.parametrize("words", [("--packet",), ("--to", "docx,pdf"), ("--to", "docx,pdf", "--force")])
def test_a_file_where_a_folder_should_be_is_told(testimony, story, tmp_path, words):
    (tmp_path / "out").write_bytes(b"mine")
    for out in (tmp_path / "out", tmp_path / "out" / "deep"):
        answer = testimony("export", story, *words, "--out", out)
        assert answer.code == 1
        assert f"{tmp_path / 'out'} is a file where a folder should be" in answer.err
        assert "--force" not in answer.err
    assert (tmp_path / "out").read_bytes() == b"mine"


@pytest.mark.parametrize("variant", ["large-print", "speaking-card"])
def test_variants_of_word_and_pdf_have_names_of_their_own(testimony, story, tmp_path, variant):
    answer = testimony("export", story, "--to", "docx,pdf", "--variant", variant, "--out", tmp_path / "out")
    assert [Path(line).name for line in answer.out.splitlines()] == [
        f"Rosa-Maple_{variant}.docx",
        f"Rosa-Maple_{variant}.pdf",
    ]
    word = " ".join(
        each.text for each in docx.Document(str(tmp_path / "out" / f"Rosa-Maple_{variant}.docx")).paragraphs
    )
    assert "A heron stood by the bridge." in word


def test_plain_text_has_no_large_print(testimony, story, tmp_path):
    answer = testimony(
        "export", story, "--to", "pdf,txt", "--variant", "large-print", "--out", tmp_path / "out", "--json"
    )
    assert (answer.code, answer.json["code"]) == (1, "variant_unknown")
    assert not (tmp_path / "out").exists()


def test_a_character_that_cannot_be_set_is_named_and_no_pdf_is_made(testimony, file, tmp_path):
    draft = testimony("draft", "import", file(points=[{"title": "x", "story": "We wait. 👍"}])).out.strip()
    answer = testimony("export", draft, "--to", "docx,pdf,txt", "--out", tmp_path / "out")
    assert answer.code == 1
    assert "👍" in answer.err
    assert answer.err.endswith("Save it as Word or plain text, where nothing is lost.\n")
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".txt"]
    assert "👍" in (tmp_path / "out" / "testimony.txt").read_text(encoding="utf-8")


def test_codes_stand_at_the_foot_of_a_pdf_by_choice(testimony, story, tmp_path):
    for words, count in (((), 0), (("--codes",), 1)):
        target = tmp_path / f"{count}.pdf"
        assert testimony("export", story, "--to", "pdf", "--out", target, *words).code == 0
        assert len(figures(target.read_bytes())) == count


@pytest.mark.parametrize(
    "words",
    [("--to", "docx"), ("--to", "pdf", "--variant", "speaking-card"), ("--to", "pdf,txt"), ("--packet",)],
    ids=" ".join,
)
def test_where_codes_have_no_foot_to_stand_at_nothing_is_written(testimony, story, tmp_path, words):
    answer = testimony("export", story, *words, "--codes", "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (1, "")
    assert "Codes for a phone stand at the foot of a PDF" in answer.err


def test_a_text_that_is_too_long_for_six_codes_is_told(testimony, three, tmp_path):
    answer = testimony("export", three[1], "--to", "pdf", "--codes", "--out", tmp_path / "a.pdf")
    assert (answer.code, "too long for six codes, so they do not fit" in answer.err) == (1, True)
    assert not (tmp_path / "a.pdf").exists()


def test_a_cover_note_is_made_for_a_council_that_asks(testimony, file, tmp_path):
    add_asking_body(profile_in(tmp_path / "profile").bodies, "email")
    contact = {"email": "rosa@example.org", "phone": "612-555-0142"}
    draft = testimony("draft", "import", file(body=BODY, contact=contact, person={"name": "Rosa Maple"})).out.strip()
    out = tmp_path / "out"
    answer = testimony("export", draft, "--to", "docx,pdf", "--variant", "cover-note", "--out", out)
    assert [Path(line).name for line in answer.out.splitlines()] == [
        "Rosa-Maple_cover-note.docx",
        "Rosa-Maple_cover-note.pdf",
    ]
    said = "".join(each.text for each in read_tree((out / "Rosa-Maple_cover-note.pdf").read_bytes()).all("P"))
    assert "rosa@example.org" in said
    assert "555-0142" not in said
    refused = testimony("export", draft, "--packet", "--variant", "cover-note", "--out", tmp_path / "packet")
    assert (refused.code, "no cover note goes into it" in refused.err) == (1, True)


def test_a_council_that_does_not_ask_gets_no_cover_note(testimony, story, tmp_path):
    answer = testimony("export", story, "--to", "pdf", "--variant", "cover-note", "--out", tmp_path / "out")
    assert answer.code == 1
    assert "does not ask how to reach you" in answer.err


def test_paper_follows_the_computer(testimony, story, tmp_path, monkeypatch):
    for setting, width in (("en_US.UTF-8", 612), ("de_DE.UTF-8", 595), ("C.UTF-8", 612)):
        monkeypatch.setenv("LC_ALL", setting)
        target = tmp_path / f"{width}-{setting}.pdf"
        testimony("export", story, "--to", "pdf", "--out", target)
        with pikepdf.open(target) as pdf:
            assert round(float(pdf.pages[0].MediaBox[2])) == width
        testimony("export", story, "--to", "docx", "--out", target.with_suffix(".docx"))
        assert round(docx.Document(str(target.with_suffix(".docx"))).sections[0].page_width.pt) == width


def test_a_packet_claims_no_order_that_nobody_checked(testimony, three, tmp_path):
    (pdftotext,) = programs("pdftotext")
    given = [three[2], three[0], three[1]]
    answer = testimony("export", *given, "--packet", "--out", tmp_path / "out", "--json").json
    assert [each["id"] for each in answer["testimonies"]] == given
    command = [pdftotext, "-l", "1", answer["packet"], "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "3 testimonies, in the order in which this packet was put together" in said
    assert "came" not in said


def test_a_packet_holds_each_testimony_once(testimony, three, tmp_path):
    words = ("export", three[0], three[1], three[0], three[2], three[1], "--packet", "--out", tmp_path / "out")
    answer = testimony(*words)
    assert (answer.code, answer.out) == (1, "")
    assert f"{three[0]}, {three[1]}" in answer.err
    assert not (tmp_path / "out").exists()


def test_a_packet_holds_all_in_the_order_given(testimony, three, tmp_path):
    answer = testimony("export", *three, "--packet", "--out", tmp_path / "out", "--json")
    assert answer.code == 0
    assert [each["id"] for each in answer.json["testimonies"]] == three
    pages = [each["page"] for each in answer.json["testimonies"]]
    assert pages == [2, 3, 5]
    content = Path(answer.json["packet"]).read_bytes()
    assert [title for depth, title in read_outline(content) if depth == 1][2:] == [
        "1. Lee Vang",
        "2. =cmd|' /C'!A0",
        "3. \u2068محمد علي\u2069",
    ]
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names[:2] == ["001_Lee-Vang.pdf", "002_=cmd'-C'!A0.pdf"]
    assert names[3:] == ["packet-index.csv", "packet.pdf"]


def test_a_packet_calls_each_testimony_by_its_subject(testimony, file, tmp_path):
    named = {"person": {"name": "Rosa Maple"}, "title": "Cameras on our corner", "ask": {"text": "Please listen."}}
    files = [file("a.json", **named), file("b.json", **named, withhold=["name"])]
    drafts = testimony("draft", "import", *files).out.split()
    answer = testimony("export", *drafts, "--packet", "--out", tmp_path / "out", "--json").json
    bookmarks = read_outline(Path(answer["packet"]).read_bytes())[3:]
    assert [(depth, title) for depth, title in bookmarks if depth < 3] == [
        (1, "1. Rosa Maple"),
        (2, "Cameras on our corner"),
        (1, "2. Cameras on our corner"),
        (2, "Cameras on our corner"),
    ]


@pytest.mark.parametrize("languages", [("ar", "en"), ("es-MX", "en"), ("en", "ar")])
def test_a_packet_is_in_the_language_of_its_own_words_and_each_testimony_in_its_own(
    testimony, file, tmp_path, languages
):
    files = [file(f"{tag}.json", language=tag, ask={"text": "Please listen."}) for tag in languages]
    drafts = testimony("draft", "import", *files).out.split()
    answer = testimony("export", *drafts, "--packet", "--out", tmp_path / "out", "--json").json
    with pikepdf.open(answer["packet"]) as pdf:
        assert str(pdf.Root.Lang) == "en-US"
        named = {str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each}
    assert {tag for tag in named if not tag.startswith("en")} == {*languages} - {"en"}


def test_the_index_is_a_tagged_table_and_a_file_without_formulas(testimony, three, tmp_path):
    answer = testimony("export", *three, "--packet", "--out", tmp_path / "out", "--json").json
    (table,) = read_tree(Path(answer["packet"]).read_bytes()).all("Table")
    rows = [[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")]
    heads = ["Number", "Name", "Ward", "Position", "Item", "Language", "Page"]
    assert [cell.text for cell in table.all("TH")] == heads
    assert rows[0] == heads
    assert rows[1] == ["1", "Lee Vang", "Ward 5", "Against", "", "English", "2"]
    assert rows[2][:2] == ["2", "=cmd|' /C'!A0"]
    listed = list(csv.reader(io.StringIO(Path(answer["index"]).read_bytes().decode("utf-8-sig"))))
    assert listed[0] == heads
    assert listed[1] == rows[1]
    assert listed[2] == ["2", "'=cmd|' /C'!A0", "", "For", "", "English", "3"]
    assert listed[3] == ["3", "محمد علي", "", "Against", "2020-00681", "English", "5"]


def test_page_numbers_of_a_packet_are_those_of_its_pages(testimony, three, tmp_path):
    answer = testimony("export", *three, "--packet", "--out", tmp_path / "out", "--json").json
    (pdftotext,) = programs("pdftotext")
    for each, words in zip(answer["testimonies"], ("Please listen.", "Mine", "2020-00681"), strict=True):
        page = str(each["page"])
        command = [pdftotext, "-f", page, "-l", page, answer["packet"], "-"]
        assert words in subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_packet_leaves_nobody_out(testimony, three, file, tmp_path):
    bad = testimony("draft", "import", file("d.json", points=[{"title": "x", "story": "中"}])).out.strip()
    for ids, code in (((*three, NOBODY), "draft_not_found"), ((*three, bad), "packet_characters")):
        answer = testimony("export", *ids, "--packet", "--out", tmp_path / "out", "--json")
        assert (answer.code, answer.json["code"]) == (1, code)
        assert not (tmp_path / "out").exists()


def test_a_packet_that_cannot_be_whole_is_not_begun(testimony, story, tmp_path):
    words = ("export", story, "--packet", "--to", "pdf,txt", "--variant", "large-print", "--out", tmp_path / "out")
    answer = testimony(*words, "--json")
    assert (answer.code, answer.json["code"]) == (1, "variant_unknown")
    assert not (tmp_path / "out").exists()
    sealed = testimony("export", story, "--packet", "--to", "json", "--seal", "--out", tmp_path / "out")
    assert sealed.code == 2
    assert testimony("export", story, "--to", "docx,json", "--seal", "--out", tmp_path / "out").code == 2
    assert not (tmp_path / "out").exists()


WITHHELD = ("Rosa", "Maple", "rosa@", "example.org", "555-0142", "Elm Street")


@pytest.fixture
def withheld(testimony, file, tmp_path):
    """The id of a testimony whose name is left out, to a council that asks how to reach people."""
    add_asking_body(profile_in(tmp_path / "profile").bodies, "address", "email", "phone")
    path = file(
        "w.json", body=BODY, withhold=["name"], title="Rosa Maple speaks", person={"name": "Rosa Maple", "ward": "6"},
        contact={"email": "rosa@example.org", "phone": "612-555-0142", "address": "12 Elm Street"},
        matter={"file_number": "2020-00681"}, ask={"text": "Please listen."},
    )  # fmt: skip
    return testimony("draft", "import", path).out.strip()


@pytest.mark.parametrize("formats", ["json", "pdf,json"])
def test_no_packet_holds_a_file_with_all_that_was_filled_in(testimony, withheld, tmp_path, formats):
    answer = testimony("export", withheld, "--packet", "--to", formats, "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (1, "")
    assert "A packet may be published" in answer.err
    assert "without --packet" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("variant", ["written", "large-print", "speaking-card"])
def test_a_packet_holds_no_name_that_is_left_out_and_no_contact(testimony, withheld, tmp_path, variant):
    (pdftotext,) = programs("pdftotext")
    formats = "pdf,docx,txt" if variant == "written" else "pdf,docx"
    words = ("export", withheld, "--packet", "--to", formats, "--variant", variant, "--out", tmp_path / "out")
    assert testimony(*words).code == 0
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == 2 + len(formats.split(","))
    for path in files:
        content = path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                content = b"".join(package.read(name) for name in package.namelist())
        if path.suffix == ".pdf":
            with pikepdf.open(path) as pdf:
                told = f"{dict(pdf.docinfo)} {pdf.Root.Metadata.read_bytes().decode()} {read_outline(content)}"
            content = told.encode() + subprocess.run([pdftotext, path, "-"], check=True, capture_output=True).stdout
            assert b"Please listen." in content
        assert [part for part in WITHHELD if part in f"{path.name} {content.decode(errors='replace')}"] == []


@pytest.mark.parametrize("words", [("--force", "--packet"), ("--speaks-for", "--packet"), ("--speaks-for",)])
def test_words_that_would_do_nothing_are_told(testimony, story, tmp_path, words):
    answer = testimony("export", story, "--to", "docx", *words, "--out", tmp_path / "out")
    assert answer.code == 2
    assert words[0] in answer.err
    assert not (tmp_path / "out").exists()


def test_of_a_packet_that_the_disk_does_not_take_nothing_is_left(testimony, three, small_disk):
    out = small_disk / "out"
    testimony("export", *three, "--packet", "--out", out)
    used = sum(each.stat().st_size for each in out.iterdir())
    for each in out.iterdir():
        each.unlink()
    room = shutil.disk_usage(small_disk).free - used  # files take whole pages, so there is none for the last
    (small_disk / "filler").write_bytes(bytes(room))
    answer = testimony("export", *three, "--packet", "--out", out, "--json")
    assert (answer.code, answer.json["code"], [*out.iterdir()]) == (1, "disk_full", [])


def test_a_packet_can_hold_other_formats_beside_it_and_a_second_one_replaces_nothing(testimony, story, tmp_path):
    testimony("export", story, "--packet", "--to", "docx,pdf", "--out", tmp_path / "out")
    testimony("export", story, "--packet", "--to", "pdf", "--out", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "001_Rosa-Maple-2.pdf",
        "001_Rosa-Maple.docx",
        "001_Rosa-Maple.pdf",
        "packet-2-index.csv",
        "packet-2.pdf",
        "packet-index.csv",
        "packet.pdf",
    ]
