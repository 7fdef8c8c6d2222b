"""A cover note is made of what the council asks for, and goes nowhere else."""

from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest

from testimony_app.documents.options import Variant
from testimony_app.domain.draft import Contact, Matter, Person
from testimony_app.domain.errors import PersonError
from testimony_app.services.exporting import ExportRequest
from testimony_app.services.packing import PacketRequest
from tests.asking_body import BODY, add_asking_body

NOW = datetime(2026, 11, 24, tzinfo=UTC)
CONTACT = Contact(email="rosa@example.org", phone="612-555-0142", address="12 Elm Street")


@pytest.fixture
def draft(program):
    """Return what saves a draft for a council that asks for some things, and gives its id."""

    def save(*asked, contact=CONTACT):
        add_asking_body(program.folders.bodies, *asked)
        opened = program.drafting.start("en")
        changed = replace(opened, draft=replace(opened.draft, body=BODY, contact=contact))
        return program.drafting.save(changed, "typing").draft.id

    return save


def export(program, draft_id, folder, name="docx", **changes):
    request = ExportRequest(name, folder, variant=Variant.COVER_NOTE, **changes)
    return program.exporting.export(draft_id, request, into_folder=True, now=NOW).path


def test_only_what_is_asked_for_stands_on_it(program, draft, tmp_path):
    path = export(program, draft("phone"), tmp_path)
    assert path.name == "testimony_cover-note.docx"
    said = "\n".join(each.text for each in docx.Document(path).paragraphs)
    assert "Phone\t612-555-0142" in said
    assert "Elm" not in said
    assert "rosa@" not in said


@pytest.mark.parametrize(
    ("asked", "contact", "code"),
    [((), CONTACT, "contact_not_asked"), (("email",), Contact(phone="612-555-0142"), "contact_empty")],
)
def test_without_anything_to_say_there_is_none(program, draft, tmp_path, asked, contact, code):
    saved = draft(*asked, contact=contact)
    for name in ("docx", "pdf"):
        with pytest.raises(PersonError) as error:
            export(program, saved, tmp_path, name)
        assert error.value.code == code
    assert list(tmp_path.glob("*.*")) == []


def test_plain_text_packets_and_letterheads_have_none(program, draft, tmp_path):
    saved = draft("address")
    with pytest.raises(PersonError) as error:
        export(program, saved, tmp_path, "txt")
    assert error.value.code == "variant_unknown"
    with pytest.raises(PersonError) as error:
        export(program, saved, tmp_path, letterhead="Maple", speaks_for=True)
    assert error.value.code == "letterhead_word_only"
    with pytest.raises(PersonError) as error:
        program.packing.pack([saved], tmp_path, PacketRequest(variant=Variant.COVER_NOTE), NOW)
    assert error.value.code == "cover_note_in_packet"
    assert list(tmp_path.glob("*.*")) == []


def test_codes_and_copies_hold_no_contact(program, draft):
    saved = draft("address", "email", "phone")
    told = program.exporting.plain_text(saved, NOW) + "".join(
        code.link for code in program.exporting.phone_codes(saved, NOW)
    )
    assert not any(part in told for part in ("Elm", "rosa@", "555-0142"))


def test_a_mail_has_only_what_is_asked_for_above_its_text(program, draft):
    letter = program.submitting.review(draft("address"), "practice", NOW).letter
    assert letter.cover == "12 Elm Street"


def test_a_form_gets_no_name_that_is_left_out(program, draft):
    opened = program.drafting.open(draft("email"))
    told = replace(opened.draft, withhold_name=True, person=Person(name="Rosa Maple", ward="6"))
    matter = Matter(title="The fence of Rosa Maple", file_number="2020-00681", agenda_item="Maple 2")
    program.drafting.save(replace(opened, draft=replace(told, matter=matter)), "typing")
    fields = dict(program.submitting.review(opened.draft.id, "practice", NOW).letter.fields)
    assert fields.keys() == {"ward", "file_number", "email", "phone", "address"}
