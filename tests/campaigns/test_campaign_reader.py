"""A campaign is the same whether it comes as a folder or as a zip, which a confined child reads; so are its faults."""

import json
import os
import sys
from pathlib import Path

import pytest

from testimony_app.campaigns import campaign_archive, campaign_zip
from testimony_app.campaigns.campaign_reader import read_campaign
from testimony_app.campaigns.safety_reader import read_safety_words
from testimony_app.campaigns.schemas import SHAPES, schema
from testimony_app.domain.errors import OrganizerError
from testimony_app.files.archive import ArchiveLimits
from testimony_app.files.problems import ContentProblemsError
from testimony_app.words.problems import problem_sentence
from testimony_app.words.translate import english
from tests.campaigns.samples import EVIDENCE, FILES, GONE, LISTEN, MAIN, POINT, changed, in_folder, in_zip


@pytest.fixture
def folder(tmp_path):
    return lambda files: in_folder(files, tmp_path / "my-town")


@pytest.fixture
def archive(tmp_path):
    return lambda files, top="": in_zip(files, tmp_path / "my-town.campaign", top)


def problems(path):
    with pytest.raises(ContentProblemsError) as error:
        read_campaign(path)
    assert error.value.name == "my-town"
    return error.value.problems


def refusal(path):
    with pytest.raises(OrganizerError) as error:
        read_campaign(path)
    return error.value


def test_a_folder_becomes_a_campaign(folder):
    campaign = read_campaign(folder(FILES))
    assert (campaign.id, campaign.default_ask, campaign.letter.signers) == ("my-town", "keep", ("A group",))
    assert [point.id for point in campaign.points] == ["privacy", "listen"]
    assert [each.id for each in campaign.all_evidence()] == ["vote", "chief"]
    assert campaign.evidence("vote").source.publisher == EVIDENCE["source"]["publisher"]


def test_a_source_may_be_in_another_language_than_the_campaign(folder, archive):
    point = changed(POINT, ["evidence"], [{**EVIDENCE, "source": {**EVIDENCE["source"], "language": "es-MX"}}])
    files = FILES | {"points/privacy.toml": point}
    assert read_campaign(folder(files)).evidence("vote").source.language == "es-MX"
    assert read_campaign(archive(files)).evidence("chief").source.language == ""
    wrong = {**EVIDENCE, "source": {**EVIDENCE["source"], "language": "Spanish"}}
    found = problems(folder(FILES | {"points/privacy.toml": changed(POINT, ["evidence"], [wrong])}))
    assert [(problem.key, problem.code) for problem in found] == [("evidence[0].source.language", "wrong_value")]


def test_points_stand_in_the_order_that_is_listed(folder):
    campaign = read_campaign(folder(FILES | {"campaign.toml": MAIN | {"points": ["listen", "privacy"]}}))
    assert [point.id for point in campaign.points] == ["listen", "privacy"]


@pytest.mark.parametrize("top", ["", "my-town/", "another-name/"])
def test_a_zip_is_the_same_campaign(folder, archive, top):
    assert read_campaign(archive(FILES, top)) == read_campaign(folder(FILES))


def test_what_macos_adds_to_a_zip_is_passed_over(archive):
    files = {f"my-town/{name}": content for name, content in FILES.items()}
    junk = {"__MACOSX/my-town/._campaign.toml": b"\x00\x05\x16\x07", "__MACOSX/._my-town": b"\x00"}
    assert read_campaign(archive(files | junk)).id == "my-town"


def test_other_files_are_no_part_of_it(folder, archive):
    files = FILES | {
        "README.md": b"\xff",
        "points/notes.txt": b"x",
        "points/old/privacy.toml": b"x",
        "art/a.toml": b"x",
    }
    assert read_campaign(folder(files)) == read_campaign(archive(files))


FAULTS = {
    "nothing": {},
    "no main file": {name: table for name, table in FILES.items() if name != "campaign.toml"},
    "a missing point": {name: table for name, table in FILES.items() if name != "points/listen.toml"},
    "a point too many": FILES | {"points/extra.toml": POINT | {"id": "extra", "evidence": []}},
    "a point in a folder of its own": FILES | {"points/old/extra.toml": POINT, "campaign.toml": MAIN | {"version": 0}},
    "syntax everywhere": dict.fromkeys(FILES, b"a = "),
    "no text": FILES | {"points/listen.toml": b"\xff"},
    "too large": FILES | {"points/listen.toml": b"#" * 1_100_000},
    "a number without end": FILES | {"points/listen.toml": b"fact = " + b"1" * 5000},
    "a number too large": FILES | {"campaign.toml": MAIN | {"version": 2**70}},
    "nested without end": FILES | {"points/listen.toml": b"a = " + b"[" * 5000},
    "nested deeply": FILES | {"points/listen.toml": b"a = " + b"[" * 150 + b"]" * 150},
    "no number": FILES | {"campaign.toml": MAIN | {"version": float("nan")}},
    "wrong shapes": FILES
    | {"campaign.toml": changed(MAIN, ["title"], GONE) | {"titel": "x"}, "points/listen.toml": LISTEN | {"fact": 1}},
    "broken rules": FILES
    | {
        "campaign.toml": MAIN | {"id": "x", "default_ask": "x"},
        "points/listen.toml": LISTEN | {"paragraphs": [9], "evidence": [EVIDENCE]},
    },
    "control characters": FILES | {"points/listen.toml": b'"\\u001b" = 1'},
}


@pytest.mark.parametrize("files", FAULTS.values(), ids=FAULTS)
def test_folder_and_zip_tell_the_same_problems(folder, archive, files):
    path = folder(files)
    path.mkdir(exist_ok=True)
    found = problems(path)
    assert found
    assert problems(archive(files)) == found
    assert all(problem_sentence(problem, english).isprintable() for problem in found)


ANSWERS = {
    "no JSON": b"{",
    "another shape": b'{"tables": {"campaign.toml": 1}}',
    "more than asked": b'{"tables": {}, "more": 1}',
    "no problem": b'{"tables": {}, "problems": [1]}',
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_what_the_child_says_is_not_trusted(archive, monkeypatch, answer):
    path = archive(FILES)
    monkeypatch.setattr(campaign_zip, "run_confined", lambda *_: answer)
    assert refusal(path).code == "content_too_heavy"


GOOD_ADDRESSES = ("", "https://example.org", "http://example.org:8080/a/(b)_c;d?e=f&g=%C3%A9#h")
BAD_ADDRESSES = (
    "ftp://example.org",
    "https://",
    "https://[x",
    "https://example.org:x/",
    "https://you@example.org",
    "https://example.org/%zz",
    "https://example.org/a b",
    "https://example.org/\u202egpj.x",
    "https://example.org/é",
)


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_an_address_of_the_web_is_taken(folder, address):
    files = FILES | {"campaign.toml": changed(MAIN, ["letter", "published_at", "url"], address)}
    assert read_campaign(folder(files)).letter.published_at.url == address


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_an_address_that_word_would_call_damaged_or_that_hides_where_it_leads_is_refused(folder, address):
    (problem,) = problems(folder(FILES | {"campaign.toml": changed(MAIN, ["letter", "published_at", "url"], address)}))
    assert (problem.file, problem.key, problem.code) == ("campaign.toml", "letter.published_at.url", "wrong_value")


def test_all_problems_of_all_files_are_told_at_once(folder):
    files = {
        "campaign.toml": MAIN | {"default_ask": "gone", "points": ["privacy", "listen", "extra", "lost"]},
        "points/privacy.toml": b"a = ",
        "points/listen.toml": LISTEN | {"titel": "x", "as_of": "soon"},
        "points/extra.toml": POINT | {"id": "opening"},
    }
    assert [(problem.file, problem.key, problem.code) for problem in problems(folder(files))] == [
        ("points/privacy.toml", "", "toml_syntax"),
        ("points/listen.toml", "titel", "unknown_key"),
        ("points/listen.toml", "as_of", "wrong_value"),
        ("campaign.toml", "default_ask", "unknown_reference"),
        ("points/lost.toml", "", "missing_file"),
        ("points/extra.toml", "id", "id_differs_from_name"),
        ("points/extra.toml", "id", "id_reserved"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that takes any bytes")
def test_a_file_name_that_is_no_text_is_shown_all_the_same(folder):
    made = folder(FILES)
    Path(os.fsdecode(os.fsencode(made) + b"/points/\xff\x1b.toml")).write_bytes(b"a = ")
    (problem,) = problems(made)
    assert problem.file == r"points/\udcff\x1b.toml"


def test_points_are_looked_at_even_where_the_main_file_is_broken(folder):
    files = FILES | {"campaign.toml": b"a = ", "points/listen.toml": changed(LISTEN, ["title"], GONE)}
    assert [(problem.file, problem.code) for problem in problems(folder(files))] == [
        ("campaign.toml", "toml_syntax"),
        ("points/listen.toml", "missing_key"),
    ]


def test_rules_about_points_are_looked_at_even_where_the_main_file_has_a_fault(folder):
    files = FILES | {"campaign.toml": MAIN | {"titel": "x"}, "points/listen.toml": LISTEN | {"id": "opening"}}
    assert [(problem.file, problem.key, problem.code) for problem in problems(folder(files))] == [
        ("campaign.toml", "titel", "unknown_key"),
        ("points/listen.toml", "id", "id_differs_from_name"),
        ("points/listen.toml", "id", "id_reserved"),
    ]


@pytest.mark.parametrize("day", ["2026-13", "2026-00", "2026-99", "2026-01-00", "2026-01-32", "2026-1"])
def test_a_day_that_no_calendar_has_is_no_day(folder, day):
    found = problems(folder(FILES | {"campaign.toml": MAIN | {"last_checked": day, "turning_point": day}}))
    assert {(problem.key, problem.code) for problem in found} >= {("last_checked", "wrong_value")}


def test_a_path_with_nothing_there_is_told(tmp_path):
    error = refusal(tmp_path / "gone")
    assert (error.code, error.parameters) == ("campaign_not_found", {"path": str(tmp_path / "gone")})


def test_a_zip_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "my-town.campaign"
    with path.open("wb") as file:
        file.truncate(ArchiveLimits().packed_bytes + 1)
    error = refusal(path)
    assert (error.code, error.parameters) == ("archive_too_large", {"most_megabytes": 20})


def test_a_refused_zip_says_why(tmp_path, archive):
    error = refusal(archive({"../campaign.toml": MAIN}))
    assert (error.code, error.parameters) == ("archive_bad_entry", {"entry": "../campaign.toml", "reason": "path"})
    path = tmp_path / "bad.campaign"
    path.write_bytes(b"PK no zip")
    assert refusal(path).code == "archive_broken"


@pytest.mark.skipif(os.name != "posix", reason="needs a file that cannot be read")
@pytest.mark.parametrize("kind", ["folder", "archive"])
def test_a_disk_that_fails_is_told(tmp_path, folder, kind):
    """The file /proc/self/mem opens and cannot be read: as near to a failing disk as a test can come."""
    if not Path("/proc/self/mem").exists():
        pytest.skip("needs /proc")
    path = folder(FILES) if kind == "folder" else tmp_path / "my-town.campaign"
    broken = path / "campaign.toml" if kind == "folder" else path
    broken.unlink(missing_ok=True)
    broken.symlink_to("/proc/self/mem")
    error = refusal(path)
    code = "file_unreadable" if kind == "folder" else "campaign_unreadable"
    assert (error.code, error.parameters) == (code, {"path": str(broken)})


def test_the_child_answers_with_tables_and_problems(archive):
    files = FILES | {"points/listen.toml": b"a = ", "README.md": b"x", "points/old/a.toml": b"x", "points.toml": b"x"}
    answer = json.loads(campaign_archive._answer(archive(files).read_bytes()))
    assert answer["tables"]["campaign.toml"] == MAIN
    assert set(answer["tables"]) == {"campaign.toml", "points/privacy.toml"}
    assert [(problem["file"], problem["code"]) for problem in answer["problems"]] == [
        ("points/listen.toml", "toml_syntax")
    ]


def test_the_child_answers_with_one_error_for_a_bad_zip():
    assert json.loads(campaign_archive._answer(b"no zip")) == {"code": "archive_broken", "parameters": {}}


@pytest.mark.parametrize(
    ("names", "seen"),
    [
        (["campaign.toml", "points/a.toml"], ["campaign.toml", "points/a.toml"]),
        (["x/campaign.toml", "x/points/a.toml"], ["campaign.toml", "points/a.toml"]),
        (["x/campaign.toml", "__MACOSX/x/._campaign.toml"], ["campaign.toml"]),
        (["x/y/campaign.toml"], ["x/y/campaign.toml"]),
        (["x/campaign.toml", "y/a.toml"], ["x/campaign.toml", "y/a.toml"]),
        (["campaign.toml", "__MACOSX/._campaign.toml"], ["__MACOSX/._campaign.toml", "campaign.toml"]),
        ([], []),
    ],
)
def test_a_folder_that_was_zipped_as_a_whole_is_looked_into(names, seen):
    assert sorted(campaign_archive._without_top_folder(dict.fromkeys(names, b""))) == seen


def test_safety_words_of_all_languages_come_together(tmp_path):
    path = tmp_path / "words.toml"
    path.write_text('[arrest]\nen = ["a", "b"]\nso = ["b", "é"]\n[child]\nen = []\n', encoding="utf-8")
    assert read_safety_words(path).topics == {"arrest": ("a", "b", "é"), "child": ()}


@pytest.mark.parametrize("name", SHAPES)
def test_a_schema_says_what_it_is_of(name):
    made = schema(SHAPES[name], name)
    assert made["title"] == f"Testimony: {name}"
    assert made["$schema"].endswith("2020-12/schema")
