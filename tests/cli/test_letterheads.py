"""Letterheads by the command line."""

import json
import os

import docx
import pytest

from tests.documents.letterhead_files import CANARY, HOST, TIES, packed, parts_of, sound, tied


@pytest.fixture
def letterhead(tmp_path):
    path = tmp_path / "Maple Street Tenants.docx"
    path.write_bytes(sound("From {{name}}, {{place}}", "{{ward}}", "{{testimony}}", "Yours"))
    return path


def test_import_says_what_was_taken_out_and_keeps_no_original(testimony, letterhead, tmp_path):
    parts = parts_of(letterhead.read_bytes())
    letterhead.write_bytes(packed(parts | {TIES: tied("hyperlink", HOST, external=True)(parts[TIES])}))
    before = letterhead.read_bytes()
    answer = testimony("letterhead", "import", letterhead)
    assert (answer.code, answer.out) == (0, "Maple Street Tenants\n")
    heading, *taken_out, mark, own_file = answer.err.splitlines()
    assert heading == "We took out of our copy:"
    assert "- Links to other places. Their words are still there." in taken_out
    assert all(each.startswith("- ") and "{{" not in each for each in taken_out)
    assert mark == "{{ward}} is not one of our marks. It stays as it is."
    assert own_file == "Your own file was not changed. We keep and use our copy only."
    assert letterhead.read_bytes() == before
    kept = tmp_path / "profile" / "data" / "letterheads"
    assert sorted(each.name for each in kept.iterdir()) == ["maple-street-tenants.docx", "maple-street-tenants.json"]
    assert all(
        CANARY.encode() not in inside for inside in parts_of((kept / "maple-street-tenants.docx").read_bytes()).values()
    )


def test_import_of_one_of_which_nothing_was_taken_out_says_so(testimony, tmp_path):
    path = tmp_path / "Oak.docx"
    path.write_bytes(sound("{{ name }}", "{{testimony}}"))
    testimony("letterhead", "import", path)
    clean = tmp_path / "profile" / "data" / "letterheads" / "oak.docx"
    assert testimony("letterhead", "import", clean, "--name", "Oak 2").err.splitlines() == [
        "We took nothing out.",
        "{{ name }} is not one of our marks. It stays as it is.",
        "Your own file was not changed. We keep and use our copy only.",
    ]


def test_list_and_remove(testimony, letterhead):
    testimony("letterhead", "import", letterhead, "--name", "Maple  Tenants ñ")
    assert testimony("letterhead", "list", "--json").json[0]["name"] == "Maple Tenants ñ"
    again = testimony("letterhead", "import", letterhead, "--name", "maple tenants ñ")
    assert (again.code, "already" in again.err) == (1, True)
    assert testimony("letterhead", "remove", "maple-tenants-n").code == 0
    assert testimony("letterhead", "list", "--json").json == []
    assert testimony("letterhead", "remove", "maple-tenants-n").code == 1


def test_export_wants_to_hear_that_the_person_speaks_for_the_organization(testimony, letterhead, story, tmp_path):
    testimony("letterhead", "import", letterhead)
    words = ("export", story, "--to", "docx", "--letterhead", "maple street tenants", "--out", tmp_path / "a.docx")
    refused = testimony(*words)
    assert refused.code == 1
    assert "is for those who speak for that organization" in refused.err
    assert not (tmp_path / "a.docx").exists()
    assert testimony(*words, "--speaks-for").code == 0
    texts = [each.text for each in docx.Document(tmp_path / "a.docx").paragraphs]
    assert texts[:2] == ["From Rosa Maple, ", "{{ward}}"]
    assert "A heron stood by the bridge." in texts
    assert any(each.startswith("T-") for each in texts)


@pytest.mark.parametrize(
    "words", [("--to", "pdf"), ("--to", "docx,pdf"), ("--to", "docx", "--variant", "speaking-card"), ("--packet",)]
)
def test_only_what_is_handed_in_as_word_stands_on_a_letterhead(testimony, letterhead, story, tmp_path, words):
    testimony("letterhead", "import", letterhead)
    out = tmp_path / "out"
    answer = testimony(
        "export", story, *words, "--letterhead", "maple street tenants", "--speaks-for", "--out", f"{out}/"
    )
    assert answer.code == 1
    assert "A letterhead is for what is handed in" in answer.err
    assert not out.exists()


def test_a_letterhead_that_changed_on_the_disk_is_not_used(testimony, letterhead, story, tmp_path):
    testimony("letterhead", "import", letterhead)
    kept = tmp_path / "profile" / "data" / "letterheads" / "maple-street-tenants.docx"
    kept.write_bytes(letterhead.read_bytes())
    words = ("--letterhead", "maple-street-tenants", "--speaks-for", "--out", tmp_path / "a.docx")
    answer = testimony("export", story, "--to", "docx", *words)
    assert (answer.code, "is not as we kept it" in answer.err) == (1, True)
    assert not (tmp_path / "a.docx").exists()


def test_one_whose_facts_cannot_be_read_is_listed_and_can_be_removed(testimony, letterhead, tmp_path):
    testimony("letterhead", "import", letterhead)
    folder = tmp_path / "profile" / "data" / "letterheads"
    (folder / "maple-street-tenants.json").write_text(json.dumps({"id": "../../x"}), encoding="utf-8")
    assert testimony("letterhead", "list").out == "maple-street-tenants  (damaged)\n"
    assert testimony("letterhead", "remove", "maple-street-tenants").code == 0
    assert os.listdir(folder) == []  # noqa: PTH208  (names alone)


def test_what_cannot_be_read_is_told(testimony, tmp_path):
    answer = testimony("letterhead", "import", tmp_path / "gone.docx", "--json")
    assert (answer.code, answer.json["code"]) == (1, "file_unreadable")
    (tmp_path / "text.docx").write_text("Dear Council", encoding="utf-8")
    answer = testimony("letterhead", "import", tmp_path / "text.docx", "--json")
    assert (answer.code, answer.json["code"]) == (1, "letterhead_not_word")


def test_erasing_everything_takes_letterheads_too(testimony, letterhead, tmp_path):
    testimony("letterhead", "import", letterhead)
    testimony("erase-everything", "--yes")
    assert not (tmp_path / "profile" / "data" / "letterheads").exists()


def test_no_file_of_ours_is_called_as_windows_calls_a_device(testimony, letterhead):
    for name in ("CON", "Lpt1", "aux."):
        testimony("letterhead", "import", letterhead, "--name", name)
    listed = testimony("letterhead", "list", "--json").json
    assert {each["id"] for each in listed} == {"letterhead-con", "letterhead-lpt1", "letterhead-aux"}
