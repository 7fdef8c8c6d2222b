import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from testimony_app.services.importing import Importing

NOBODY = "00000000-0000-4000-8000-000000000000"


def test_import_prints_only_the_new_ids_in_order(testimony, file):
    answer = testimony("draft", "import", file("a.json", title="One"), file("b.json", title="Two"))
    ids = answer.out.splitlines()
    assert (answer.code, len(ids), answer.err) == (0, 2, "")
    listed = testimony("draft", "list", "--json").json
    assert [(row["id"], row["title"]) for row in listed] == [(ids[1], "Two"), (ids[0], "One")]


def test_a_bad_file_does_not_hold_up_a_good_one(testimony, file, tmp_path):
    (tmp_path / "bad.json").write_text("{")
    answer = testimony("draft", "import", tmp_path / "bad.json", file(), tmp_path / "none.json", "--json")
    assert answer.code == 1
    bad, good, none = answer.json
    assert (bad["file"], bad["error"]["code"]) == (str(tmp_path / "bad.json"), "not_json")
    assert good["id"]
    assert none["error"]["code"] == "folder_missing"
    assert len(testimony("draft", "list", "--json").json) == 1


def test_a_known_id_with_equal_content_adds_nothing(testimony, file):
    path = file(id=NOBODY, title="Same")
    first = testimony("draft", "import", path)
    again = testimony("draft", "import", path)
    assert (first.out, again.out) == (f"{NOBODY}\n", f"{NOBODY}\n")
    assert len(testimony("draft", "list", "--json").json) == 1


def test_a_known_id_with_other_content_is_kept_beside(testimony, file):
    testimony("draft", "import", file("a.json", id=NOBODY, title="First"))
    other = testimony("draft", "import", file("b.json", id=NOBODY, title="Second")).out.strip()
    assert other != NOBODY
    rows = testimony("draft", "list", "--json").json
    assert {row["title"] for row in rows} == {"First", "Second"}


def test_a_deleted_draft_comes_back_when_its_file_is_taken_in_again(testimony, file):
    path = file(id=NOBODY, title="Same")
    testimony("draft", "import", path)
    testimony("draft", "delete", NOBODY)
    assert testimony("draft", "import", path).out == f"{NOBODY}\n"
    assert [row["id"] for row in testimony("draft", "list", "--json").json] == [NOBODY]


def test_of_one_file_taken_in_twice_at_once_there_is_one_draft(testimony, file, tmp_path):
    paths = [file(f"{number}.json", id=f"{NOBODY[:-2]}{number}", title="Same") for number in range(10, 40)]
    command = [sys.executable, "-m", "testimony_app", "--profile", str(tmp_path / "profile"), "draft", "import", *paths]
    at_once = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    printed = [process.communicate()[0].split() for process in at_once]
    assert printed == [[f"{NOBODY[:-2]}{number}" for number in range(10, 40)]] * 3
    assert len(testimony("draft", "list", "--json").json) == 30


def test_a_damaged_draft_does_not_keep_its_file_out(testimony, file, tmp_path):
    path = file(id=NOBODY, title="Same")
    testimony("draft", "import", path)
    with closing(sqlite3.connect(tmp_path / "profile" / "data" / "testimony.db")) as database, database:
        database.execute("UPDATE revision SET answers_json = x'7b'")
    again = testimony("draft", "import", path)
    assert again.code == 0
    assert again.out.strip() != NOBODY
    assert "Same" in testimony("draft", "list").out


def test_what_was_exported_comes_back_equal(testimony, story, tmp_path):
    testimony("export", story, "--to", "json", "--out", tmp_path / "x.json")
    elsewhere = testimony("draft", "import", tmp_path / "x.json", profile=tmp_path / "other")
    assert elsewhere.out.strip() == story
    testimony("export", story, "--to", "json", "--out", tmp_path / "y.json", profile=tmp_path / "other")
    assert (tmp_path / "x.json").read_bytes() == (tmp_path / "y.json").read_bytes()


def test_a_rewritten_point_in_a_file_is_its_story_and_the_story_it_replaces_is_kept(testimony, file, tmp_path):
    points = [{"id": "own-1", "title": "Mine", "story": "I was stopped."}]
    path = file(points=points, edits={"own-1": "I was stopped twice.", "thanks": "Thank you all."})
    draft = testimony("draft", "import", path).out.strip()
    testimony("export", draft, "--to", "json", "--out", tmp_path / "x.json")
    kept = json.loads((tmp_path / "x.json").read_bytes())
    assert kept["points"][0]["story"] == "I was stopped twice."
    assert kept["edits"] == {"thanks": {"text": "Thank you all.", "base": "Thank you for your time."}}
    assert testimony("draft", "list", "--json").json[0]["revision"] == 2
    with closing(sqlite3.connect(tmp_path / "profile" / "data" / "testimony.db")) as database:
        (first,) = database.execute("SELECT text FROM revision WHERE rev = 1").fetchone()
    assert "I was stopped." in first


def test_a_rewritten_point_with_the_suggestion_it_was_begun_from_is_its_story_too(testimony, file, tmp_path):
    points = [{"id": "own-1", "title": "Mine", "story": "I was stopped."}]
    edits = {"own-1": {"text": "I was stopped twice.", "base": "I was stopped."}}
    draft = testimony("draft", "import", file(points=points, edits=edits)).out.strip()
    testimony("export", draft, "--to", "json", "--out", tmp_path / "x.json")
    kept = json.loads((tmp_path / "x.json").read_bytes())
    assert (kept["points"][0]["story"], "edits" in kept) == ("I was stopped twice.", False)


def test_removed_signs_are_told(testimony, file):
    answer = testimony("draft", "import", file(title="a\u0007b"))
    assert answer.code == 0
    assert "took out 1" in answer.err


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"campaign": "nowhere"}, "campaign_unknown"),
        ({"body": "nowhere"}, "body_unknown"),
        ({"campaign": "minneapolis-facial-recognition", "points": [{"id": "nothing"}]}, "point_unknown"),
        ({"points": [{"id": "accuracy"}]}, "point_unknown"),
        ({"campaign": "minneapolis-facial-recognition", "ask": "nothing"}, "ask_unknown"),
        ({"ask": "keep-and-enforce"}, "ask_unknown"),
        ({"points": [{"title": "x", "evidence": ["nothing"]}]}, "evidence_unknown"),
        ({"points": [{"id": "opening"}]}, "point_id_reserved"),
        ({"edits": {"openning": "Hello."}}, "section_unknown"),
        ({"edits": {"own-1": {"text": "Hello.", "base": ""}}}, "section_unknown"),
        ({"silent": ["own-7"], "points": [{"title": "x"}]}, "section_unknown"),
        ({"nonsense": 1}, "testimony_file_invalid"),
    ],
)
def test_what_is_not_known_here_is_refused_and_named(testimony, file, keys, code):
    answer = testimony("draft", "import", file(**keys), "--json")
    (result,) = answer.json
    assert (answer.code, result["error"]["code"]) == (1, code)
    assert "\n" not in result["error"]["message"]
    assert testimony("draft", "list", "--json").json == []


def test_show_says_whose_words_stand_where(testimony, story):
    shown = testimony("draft", "show", story, "--json").json
    assert set(shown) == {"id", "title", "sections", "words", "seconds", "own_share"}
    assert [section["id"] for section in shown["sections"]] == ["opening", "own-1", "ask", "thanks"]
    point = shown["sections"][1]
    assert set(point) == {"id", "kind", "heading", "passages", "spoken", "words", "seconds"}
    assert point["passages"] == [{"text": "A heron stood by the bridge.", "origin": "own"}]
    assert shown["words"] == sum(section["words"] for section in shown["sections"])
    assert 0 < shown["own_share"] < 1
    assert "A heron stood by the bridge." in testimony("draft", "show", story).out


def test_a_damaged_draft_is_told_and_shown_as_it_was_last_saved(testimony, story, tmp_path):
    with closing(sqlite3.connect(tmp_path / "profile" / "data" / "testimony.db")) as database, database:
        database.execute("UPDATE revision SET answers_json = x'7b'")
    shown = testimony("draft", "show", story)
    assert shown.code == 0
    assert "no longer as it was saved" in shown.err
    assert "A heron stood by the bridge." in shown.out
    for words in (("draft", "show", story), ("check", story), ("export", story, "--to", "txt", "--out", "x.txt")):
        refused = testimony(*words, "--json")
        assert (refused.code, "draft_damaged" in refused.out + refused.err) == (1, True)


def test_a_search_says_when_it_does_not_show_all(testimony, file, monkeypatch):
    for name in ("a", "b", "c"):
        testimony("draft", "import", file(f"{name}.json", title=f"Heron {name}"))
    monkeypatch.setattr("testimony_app.cli.draft_commands._MOST_FOUND", 2)
    found = testimony("draft", "search", "heron")
    assert (len(found.out.splitlines()), "More were found" in found.err) == (2, True)
    monkeypatch.setattr("testimony_app.cli.draft_commands._MOST_FOUND", 3)
    assert testimony("draft", "search", "heron").err == ""


def test_search_and_delete(testimony, story):
    assert story in testimony("draft", "search", "heron", "bri").out
    assert testimony("draft", "search", "pelican", "--json").json == []
    assert f"testimony draft undelete {story}" in testimony("draft", "delete", story).err
    assert testimony("draft", "list").out == ""
    assert testimony("draft", "delete", story).code == 1
    assert testimony("draft", "undelete", story).code == 0
    assert story in testimony("draft", "search", "heron").out
    assert testimony("draft", "undelete", story, "--json").json["code"] == "draft_not_found"


def test_delete_and_undelete_answer_in_json(testimony, story):
    assert testimony("draft", "delete", story, "--json").json == {"id": story, "deleted": True}
    assert testimony("draft", "undelete", story, "--json").json == {"id": story, "deleted": False}


def test_what_is_deleted_is_listed_with_its_days(testimony, story):
    assert testimony("draft", "list", "--deleted", "--json").json == []
    testimony("draft", "delete", story)
    (row,) = testimony("draft", "list", "--deleted", "--json").json
    assert (row["id"], row["days_left"]) == (story, 30)
    assert testimony("draft", "list", "--deleted").out.startswith(f"{story}  days left: 30  ")
    testimony("draft", "undelete", story)
    assert testimony("draft", "list", "--deleted").out == ""


@pytest.mark.parametrize("words", [("draft", "show"), ("draft", "delete"), ("check",)])
def test_an_unknown_id_is_one_sentence_or_an_object(testimony, words):
    told = testimony(*words, NOBODY)
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
    told = testimony(*words, NOBODY, "--json")
    assert told.json["code"] == "draft_not_found"
    assert json.loads(told.err)["code"] == "draft_not_found"


def test_check_leaves_with_3_only_for_what_must_be_fixed(testimony, file, story):
    assert testimony("check", story).code == 0
    points = [{"title": "x", "story": "My number is 000-12-3456."}]
    bad = testimony("draft", "import", file(points=points)).out.strip()
    answer = testimony("check", bad, "--json")
    first = answer.json[0]
    assert answer.code == 3
    assert (first["code"], first["severity"], first["section"]) == ("government_id", "must_fix", "own-1")
    assert "My number is 000-12-3456."[first["start"] : first["end"]] == "000-12-3456"
    assert first["fixes"] == ["delete", "mask"]
    assert "Must fix: A government id number" in testimony("check", bad).out


def test_findings_never_hold_back_an_export(testimony, file, tmp_path):
    bad = testimony("draft", "import", file(points=[{"title": "x", "story": "000-12-3456"}])).out.strip()
    assert testimony("export", bad, "--to", "txt", "--out", tmp_path / "a.txt").code == 0


def test_export_names_files_by_the_pattern_and_never_replaces_unasked(testimony, story, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    for expected in ("Rosa-Maple.txt", "Rosa-Maple-2.txt", "Rosa-Maple-3.txt"):
        assert testimony("export", story, "--to", "txt", "--out", folder).out == f"{folder / expected}\n"
    path = folder / "mine.txt"
    assert testimony("export", story, "--to", "txt", "--out", path).code == 0
    path.write_text("mine")
    refused = testimony("export", story, "--to", "txt", "--out", path, "--json")
    assert (refused.code, refused.json[0]["error"]["code"]) == (1, "file_exists")
    assert path.read_text() == "mine"
    assert testimony("export", story, "--to", "txt", "--out", path, "--force").code == 0
    assert "heron" in path.read_text()


def test_an_export_of_several_goes_into_a_folder_and_a_bad_id_holds_nothing_up(testimony, story, file, tmp_path):
    other = testimony("draft", "import", file("b.json", person={"name": "Lee"})).out.strip()
    answer = testimony("export", story, NOBODY, other, "--to", "docx", "--out", tmp_path / "new", "--json")
    assert answer.code == 1
    assert ["path" in each for each in answer.json] == [True, False, True]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["Lee.docx", "Rosa-Maple.docx"]


def test_headings_can_be_left_out(testimony, story, tmp_path):
    testimony("export", story, "--to", "txt", "--out", tmp_path / "a.txt", "--no-headings")
    assert "Mine" not in (tmp_path / "a.txt").read_text().splitlines()
    testimony("export", story, "--to", "txt", "--out", tmp_path / "b.txt")
    assert "Mine" in (tmp_path / "b.txt").read_text().splitlines()


def test_a_version_keeps_its_reference(testimony, story, tmp_path):
    for name in ("a.txt", "b.txt"):
        testimony("export", story, "--to", "txt", "--out", tmp_path / name)
    first, second = ((tmp_path / name).read_text() for name in ("a.txt", "b.txt"))
    assert first == second
    assert first.splitlines()[-1].startswith("T-")
    assert len(first.splitlines()[-1]) == 9


def test_a_draft_whose_campaign_is_gone_still_opens(testimony, file, monkeypatch):
    path = file(campaign="minneapolis-facial-recognition", points=[{"id": "privacy", "story": "Kept words."}])
    draft = testimony("draft", "import", path).out.strip()
    monkeypatch.setattr("testimony_app.services.library.Library._campaign_paths", lambda _library: {})
    answer = testimony("draft", "show", draft)
    assert answer.code == 0
    assert "Kept words." in answer.out
    assert "not installed" in answer.err
    assert testimony("draft", "show", draft, "--json").json["code"] == "campaign_unknown"


def test_a_damaged_database_is_one_sentence(testimony, story, tmp_path):
    assert story
    (tmp_path / "profile" / "data" / "testimony.db").write_bytes(b"")
    answer = testimony("draft", "list")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert testimony("doctor").code == 1


def test_hostile_files_get_one_sentence(testimony, tmp_path):
    contents = {
        "empty": b"",
        "binary": bytes(range(256)),
        "deep": b"[" * 100_000,
        "deep-keys": b'{"a":' * 3000 + b"1" + b"}" * 3000,
        "twice": b'{"format":"testimony/1","language":"en","title":"a","title":"b"}',
        "surrogate": b'{"format":"testimony/1","language":"en","title":"\\ud800"}',
        "latin": '{"format":"testimony/1","language":"en","title":"é"}'.encode("latin-1"),
        "nan": b'{"format":"testimony/1","language":"en","own_next":NaN}',
        "huge-number": b'{"format":"testimony/1","language":"en","own_next":' + b"9" * 5000 + b"}",
        "large": b'{"format":"testimony/1","language":"en","title":"' + b"a" * 9_000_000 + b'"}',
        "list": b"[1]",
        "other": b'{"format":"testimony/2","language":"en"}',
        "id": b'{"format":"testimony/1","language":"en","id":"../../etc"}',
        "language": b'{"format":"testimony/1","language":"../en"}',
        "zip": b"PK\x03\x04" + bytes(100),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    names = [*contents, "folder"]
    answer = testimony("draft", "import", *(tmp_path / name for name in names))
    assert answer.code == 1
    assert answer.out == ""
    assert len(answer.err.splitlines()) == len(names)
    assert "Traceback" not in answer.err


def test_each_id_is_told_as_soon_as_its_file_is_saved(testimony, file, monkeypatch):
    told = []
    take_in = Importing.take_in

    def watched(importing, *given):
        told.append(sys.stdout.getvalue())
        return take_in(importing, *given)

    monkeypatch.setattr(Importing, "take_in", watched)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", io.StringIO())
        testimony("draft", "import", file("a.json", title="One"), file("b.json", title="Two"))
        last = sys.stdout.getvalue()
    assert [each.count("\n") for each in (*told, last)] == [0, 1, 2]


@pytest.mark.parametrize("words", [("draft", "show"), ("draft", "delete"), ("draft", "undelete"), ("check",)])
def test_an_id_of_bytes_that_are_no_text_is_not_found(testimony, story, words):
    assert story
    assert testimony(*words, "\udcff", "--json").json["code"] == "draft_not_found"


def test_a_target_with_too_long_a_name_is_told(testimony, story):
    answer = testimony("export", story, "--to", "txt", "--out", "x" * 5000)
    assert (answer.code, "is too long" in answer.err) == (1, True)
