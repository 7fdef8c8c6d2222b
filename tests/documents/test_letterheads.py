"""Hostile and odd letterheads: refused, or taken in without what has no place in a letter."""

import io
import re
import resource
import subprocess
import sys
import tempfile
import zipfile
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from openxml_audit import OpenXmlValidator

from testimony_app.documents.letterheads import taking_in
from testimony_app.documents.letterheads.limits import LIMITS
from testimony_app.documents.letterheads.pictures import kept_picture
from testimony_app.documents.letterheads.taking_in import REMOVED, is_clean, take_in
from testimony_app.documents.letterheads.writer import LetterheadWriter
from testimony_app.documents.options import Variant
from testimony_app.domain.draft import ChosenPoint, Draft, Matter, Person
from testimony_app.domain.errors import OrganizerError
from testimony_app.words.letterheads import removed_patterns
from testimony_app.words.translate import english
from tests.documents.letterhead_files import (
    CANARY,
    DOCUMENT,
    REFUSED,
    SCRUBBED,
    TIES,
    R,
    changed,
    drawing,
    equation,
    field,
    gif,
    in_body,
    jpeg,
    packed,
    parts_of,
    png,
    saved,
    sound,
    text_box,
    tied,
    with_body,
)  # fmt: skip
from tests.documents.test_word import EXAMPLE, LIBRARY, OPTIONS, RESOURCES, compose

TEMPLATE = RESOURCES / "templates" / "word"
ALWAYS = {"properties", "thumbnail", "hidden_data"}  # python-docx's own template has them


def on(letterhead, draft=EXAMPLE, options=OPTIONS):
    """A testimony on a letterhead, as the bytes of a Word file."""
    return on_taken(take_in(letterhead).content, draft, options)


def on_taken(letterhead, draft=EXAMPLE, options=OPTIONS):
    """The same, on one that was taken in before."""
    return LetterheadWriter(letterhead, TEMPLATE).write(compose(LIBRARY.material(draft), draft), options)


def texts(content):
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]


@cache
def problems_of(content):
    """What a validator of the format says of a file; of many letterheads the same is left, and looked at once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.docx")
        path.write_bytes(content)
        return [(each.description, each.path) for each in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    content, code = REFUSED[name]
    with pytest.raises(OrganizerError) as refused:
        take_in(content)
    assert refused.value.code == code


@pytest.mark.parametrize("name", SCRUBBED)
def test_taken_in_without_what_has_no_place_in_a_letter(name):
    content, told = SCRUBBED[name]
    taken = take_in(content)
    assert told <= {*taken.removed} <= told | ALWAYS
    made = on_taken(taken.content)
    for file in (taken.content, made):
        for part, inside in parts_of(file).items():
            assert CANARY.encode() not in inside, part
            assert b"file:" not in inside, part
    assert b"External" not in b"".join(parts_of(taken.content).values())
    outside = re.findall(rb'Target="([^"]*)" TargetMode="External"', b"".join(parts_of(made).values()))
    assert {each.decode() for each in outside} == {
        each.source.url for each in compose(LIBRARY.material(EXAMPLE), EXAMPLE).citations
    }
    assert problems_of(made) == []
    assert "Please keep the City's ban on face recognition." in " ".join(texts(made))


def test_every_code_of_what_was_taken_out_has_words_and_is_shown_by_some_file():
    assert set(removed_patterns(english)) == {*REMOVED}
    assert {*REMOVED} == set().union(*(told for _, told in SCRUBBED.values())) | ALWAYS


def test_the_corpus_is_large_enough():
    assert len(REFUSED) + len(SCRUBBED) >= 30


def test_header_footer_logo_page_and_styles_stay():
    letterhead = sound("Dear Council", "{{testimony}}", "Yours")
    before, after = docx.Document(io.BytesIO(letterhead)), docx.Document(io.BytesIO(on(letterhead)))
    for part in ("header", "footer"):
        old, new = (getattr(each.sections[0], part) for each in (before, after))
        assert [each.text for each in new.paragraphs] == [each.text for each in old.paragraphs]
    assert parts_of(on(letterhead))["word/media/image1.png"] == png()
    for name in ("page_width", "page_height", "left_margin", "top_margin"):
        assert getattr(after.sections[0], name) == getattr(before.sections[0], name)
    assert after.styles["Normal"].font.name == "Georgia"
    assert {each.name for each in before.styles} <= {each.name for each in after.styles}


def test_the_testimony_stands_where_its_mark_stood_or_after_the_last_paragraph():
    said = texts(on(sound("Dear Council", "{{testimony}}", "Yours")))
    assert (said[0], said[-1]) == ("Dear Council", "Yours")
    said = texts(on(sound("Dear Council", ("Before {{testi", "mony}} after"))))
    assert said[:2] == ["Dear Council", "Before "]
    assert said[-1] == " after"
    said = texts(on(sound("Dear Council", "Yours")))
    assert said[:2] == ["Dear Council", "Yours"]
    assert "MIT Technology Review" in said[-1]


def test_in_a_cell_of_a_table_too():
    document = docx.Document()
    document.add_table(1, 2).rows[0].cells[1].paragraphs[0].add_run("{{testimony}}")
    buffer = io.BytesIO()
    document.save(buffer)
    cell = docx.Document(io.BytesIO(on(buffer.getvalue()))).tables[0].rows[0].cells[1]
    assert "Thank you for your time." in [each.text for each in cell.paragraphs]


MARKS = "{{date}} | {{name}} | {{place}} | {{addressee}} | {{subject}}"
FILLED = (
    "November 24, 2026 | Rosa Maple | Ward 6, Cedar-Riverside | Minneapolis City Council | The ban on face recognition"
)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 200])
def test_placeholders_are_found_however_word_split_them(size):
    runs = tuple(MARKS[start : start + size] for start in range(0, len(MARKS), size))
    letterhead = sound(runs, "{{testimony}}", footer="{{name}}")
    document = docx.Document(io.BytesIO(letterhead))
    document.add_table(1, 1).rows[0].cells[0].paragraphs[0].add_run("{{").font.bold = True
    document.tables[0].rows[0].cells[0].paragraphs[0].add_run("place}}")
    document.sections[0].header.paragraphs[0].add_run(" {{subject}}")
    buffer = io.BytesIO()
    document.save(buffer)
    letterhead = changed({DOCUMENT: in_body(text_box("Box of {{name}}"))}, buffer.getvalue())
    made = on(letterhead)
    document = docx.Document(io.BytesIO(made))
    assert FILLED in texts(made)
    assert document.tables[0].rows[0].cells[0].text == "Ward 6, Cedar-Riverside"
    assert document.tables[0].rows[0].cells[0].paragraphs[0].runs[0].bold
    assert document.sections[0].header.paragraphs[0].text.endswith("The ban on face recognition")
    assert document.sections[0].footer.paragraphs[0].text == "Rosa Maple"
    assert "Box of Rosa Maple" in re.sub(r"<[^>]*>", "", parts_of(made)[DOCUMENT].decode())


def test_only_five_placeholders_are_known_and_others_are_told():
    letterhead = sound("{{7*7}} {{ward}} {{ name }} {{name}}", "{{testimony}}")
    assert take_in(letterhead).unknown == ("{{7*7}}", "{{ward}}", "{{ name }}")
    assert texts(on(letterhead))[0] == "{{7*7}} {{ward}} {{ name }} Rosa Maple"


STORY = "{{7*7}} {{name}} {{testimony}} </w:t> <w:p/> &amp; ]]> ${x} {% for %} %s"


def test_what_a_resident_wrote_is_text_and_nothing_else():
    person = Person(name="{{subject}} </w:t> {{testimony}}")
    draft = Draft(
        id="x", language="en", person=person, matter=Matter(title="{{name}}"), points=(ChosenPoint("own-1", STORY),)
    )
    said = texts(on(sound("{{name}}", "{{subject}}", "{{testimony}}"), draft))
    assert said[:2] == ["{{subject}} </w:t> {{testimony}}", "{{name}}"]
    assert STORY in said


def test_a_withheld_name_does_not_come_out():
    draft = replace(EXAMPLE, withhold_name=True)
    made = on(sound("From {{name}}", "{{name}}", "Yours, {{name}}", footer="{{name}}", logo=False), draft)
    assert texts(made)[:2] == ["From ", "Yours, "]
    for part, content in parts_of(made).items():
        assert b"Rosa" not in content, part
        assert b"Maple Street" not in content or part == "word/header1.xml"


def test_a_line_that_held_only_an_unknown_placeholder_goes():
    made = on(sound("{{place}}", "{{addressee}}", "Dear Council"), Draft(id="x", language="en"))
    assert texts(made)[0] == "Dear Council"


def test_page_numbers_still_count_and_other_fields_keep_their_words():
    made = on(with_body(field("PAGE", "1") + field("DATE", "May 5")))
    body = parts_of(made)[DOCUMENT].decode()
    assert re.findall(r"<w:instrText[^>]*>([^<]*)<", body) == ["PAGE"]
    assert "May 5" in body


def test_the_words_around_an_equation_stay():
    made = on(with_body(f"<w:p><w:r><w:t>Half is </w:t></w:r>{equation('x')}<w:r><w:t> of it</w:t></w:r></w:p>"))
    assert texts(made)[0] == "Half is  of it"


def test_the_reference_and_the_properties_are_those_of_the_testimony():
    made = on(sound("{{testimony}}", "Yours"), options=replace(OPTIONS, reference="T-7K3MQ2P"))
    assert texts(made)[-2:] == ["T-7K3MQ2P", "Yours"]
    properties = docx.Document(io.BytesIO(made)).core_properties
    assert (properties.author, properties.language) == ("Rosa Maple", "en")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_paragraph_and_run_has_a_style_of_its_kind_that_is_there():
    parts = parts_of(on(sound("{{testimony}}")))
    known = re.findall(r'<w:style [^>]*w:type="(\w+)"[^>]* w:styleId="(\w+)"', parts["word/styles.xml"].decode())
    body = parts[DOCUMENT].decode()
    for kind, tag in (("paragraph", "pStyle"), ("character", "rStyle")):
        used = set(re.findall(rf'<w:{tag} w:val="(\w+)"', body))
        assert used
        assert used <= {name for each, name in known if each == kind}


def test_in_large_print_no_word_of_ours_is_small_and_the_letterhead_stays_as_it_is():
    letterhead = sound("Dear Council", "{{testimony}}", "Yours, {{name}}")
    document = docx.Document(io.BytesIO(letterhead))
    document.styles["Normal"].paragraph_format.line_spacing = Pt(13)
    writer = LetterheadWriter(take_in(saved(document)).content, TEMPLATE)
    testimony = compose(LIBRARY.material(EXAMPLE), EXAMPLE)
    small = writer.write(testimony, OPTIONS)
    made = docx.Document(io.BytesIO(writer.write(testimony, replace(OPTIONS, variant=Variant.LARGE_PRINT))))
    ours = [each for each in made.paragraphs if each.text not in {"Dear Council", "Yours, Rosa Maple"}]
    assert len(ours) > 15
    assert {each.style.name.partition(" ")[0].lower() for each in ours} == {"testimony"}
    assert min(resolved(each.style, "size").pt for each in ours) >= 18
    assert {resolved_line(each.style) for each in ours} & {Pt(13)} == set()
    assert resolved(made.paragraphs[0].style, "size").pt == 12
    assert writer.write(testimony, OPTIONS) == small


def resolved(style, what):
    """A setting of a style's letters, or of the style that it is based on."""
    found = getattr(style.font, what)
    return found if found is not None or style.base_style is None else resolved(style.base_style, what)


def resolved_line(style):
    found = style.paragraph_format.line_spacing
    return found if found is not None or style.base_style is None else resolved_line(style.base_style)


def test_a_letterhead_can_be_made_of_a_letter_that_was_written_on_one():
    once = on(sound("{{testimony}}"))
    assert texts(on(once)).count("Thank you for your time.") == 2


def test_equal_testimonies_give_equal_bytes_and_nothing_of_the_last_one_is_left():
    writer = LetterheadWriter(take_in(sound("{{name}}", "{{testimony}}")).content, TEMPLATE)
    first = writer.write(compose(LIBRARY.material(EXAMPLE), EXAMPLE), OPTIONS)
    other = Draft(id="x", language="en", person=Person(name="Canary"))
    writer.write(compose(LIBRARY.material(other), other), OPTIONS)
    assert writer.write(compose(LIBRARY.material(EXAMPLE), EXAMPLE), OPTIONS) == first


def test_the_child_has_little_memory_and_time():
    """A child that asks for more memory is ended, and so is one that never comes to an end."""
    assert LIMITS.memory_bytes <= 300 * 1024 * 1024
    assert LIMITS.processor_seconds <= 2
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from testimony_app.files.confined import confine;"
        "from testimony_app.documents.letterheads.limits import LIMITS; confine(LIMITS)\n{}"
    )
    for greedy in ("bytearray(400 * 1024 * 1024)", "while True: pass"):
        words = [sys.executable, "-I", "-c", code.format(greedy), str(RESOURCES.parent / "src")]
        assert subprocess.run(words, capture_output=True, check=False).returncode != 0


def take_in_the_heaviest():
    """Take in the heaviest file that is allowed, and return how many kilobytes the child held at the most."""
    runs = "".join(f"<w:p><w:r><w:t>{{{{name}}}} {number}</w:t></w:r></w:p>" for number in range(40_000))
    with suppress(OrganizerError):  # content_too_heavy, on a slow computer
        take_in(with_body(runs))
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def test_the_heaviest_file_that_is_allowed_takes_no_more_memory():
    """In a process of its own: a child that is being started still counts what its parent holds."""
    code = "from tests.documents.test_letterheads import take_in_the_heaviest; print(take_in_the_heaviest())"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert 0 < int(said) * 1024 <= LIMITS.memory_bytes


def test_an_answer_with_something_of_its_own_is_not_believed():
    taken = take_in(sound("{{testimony}}")).content
    assert is_clean(taken)
    assert not is_clean(packed(parts_of(taken) | {"word/vbaProject.bin": b"x"}))
    leads = b'<Relationships><Relationship TargetMode="External"/></Relationships>'
    assert not is_clean(packed(parts_of(taken) | {"word/_rels/header1.xml.rels": leads}))


def style_names(content):
    return [
        name.lower() for name in re.findall(r'<w:name w:val="([^"]+)"', parts_of(content)["word/styles.xml"].decode())
    ]


@pytest.mark.parametrize("variant", [Variant.WRITTEN, Variant.LARGE_PRINT])
def test_no_two_styles_have_one_name_and_those_of_the_letterhead_stay_as_they_are(variant):
    """Word takes the second of one name for a change of the first."""
    document = docx.Document(io.BytesIO(sound("{{testimony}}")))
    document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    options = replace(OPTIONS, variant=variant)
    once = on(saved(document), options=options)
    twice = on(once, options=replace(OPTIONS, variant=Variant.LARGE_PRINT))
    for content in (once, twice, on(twice, options=options)):
        names = style_names(content)
        assert sorted(names) == sorted(set(names))
        assert {"heading 2", "hyperlink"} <= set(names)
    kept = docx.Document(io.BytesIO(once)).styles["Heading 2"].element.xml
    assert kept == docx.Document(io.BytesIO(take_in(saved(document)).content)).styles["Heading 2"].element.xml


@pytest.mark.parametrize("make", [png, gif, jpeg])
def test_a_picture_loses_its_notes_and_nothing_else(make):
    kept = kept_picture(make(notes=b"Rosa, 44.97 N"))
    assert kept.content == make()
    assert kept.is_lighter
    assert not kept_picture(make()).is_lighter


@pytest.mark.parametrize("make", [png, gif])
def test_half_a_picture_is_none(make):
    assert [end for end in range(len(make())) if kept_picture(make()[:end])] == []


def test_what_is_said_of_a_picture_stays_also_where_it_has_a_colon():
    said = 'descr="City seal. Data: 2020, file: 3"'
    picture = drawing(f'<a:blip {R} r:embed="rId99"/>').replace("<wp:docPr ", f"<wp:docPr {said} ")
    taken = take_in(with_body(picture, **{TIES: tied("image", "media/image1.png")}))
    assert said.encode() in parts_of(taken.content)[DOCUMENT]


@pytest.mark.parametrize(
    "answer", [b"", b"nonsense", b"[]", b'{"content": 5}', b'{"content": "!"}', b'{"more": 1}', b"{}"]
)
def test_an_answer_that_makes_no_sense_is_refused(answer, monkeypatch):
    monkeypatch.setattr(taking_in, "run_confined", lambda *_: answer)
    with pytest.raises(OrganizerError) as refused:
        take_in(sound())
    assert refused.value.code == "content_too_heavy"


def test_words_that_say_themselves_that_they_show_stay_and_so_do_page_numbers():
    shown = '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Seen</w:t></w:r></w:p>'
    taken = take_in(
        with_body(shown + field("PAGE").replace("<w:r><w:instr", "<w:r><w:rPr><w:vanish/></w:rPr><w:instr"))
    )
    body = parts_of(taken.content)[DOCUMENT]
    assert b"Seen" in body
    assert b"PAGE" in body
