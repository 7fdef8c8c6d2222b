import json
import shutil
import zipfile
from pathlib import Path

import pytest

from testimony_app.cli.parser import SCHEMAS
from testimony_app.services.schemas import SCHEMA_NAMES

RESOURCES = Path(__file__).parent.parent.parent / "resources"
CAMPAIGN = "minneapolis-facial-recognition"
BODY = "minneapolis-city-council"


def test_list_says_who_made_it_and_when_it_was_checked(testimony):
    assert CAMPAIGN in testimony("campaign", "list").out
    (campaign,) = testimony("campaign", "list", "--json").json
    assert campaign == {
        "id": CAMPAIGN,
        "title": "Keep face scanning out of city government",
        "made_by": "The Testimony project",
        "last_checked": "2026-11",
    }


def test_show_gives_the_whole_campaign_with_the_keys_of_its_files(testimony):
    shown = testimony("campaign", "show", CAMPAIGN, "--json").json
    about = {"id", "title", "made_by", "reviewed_by_signers", "last_checked"}
    assert about | {"letter", "since", "asks", "points"} <= set(shown)
    assert len(shown["letter"]["signers"]) == 17
    assert {"id", "text", "from_letter"} <= set(shown["asks"][0])
    point = next(each for each in shown["points"] if each["id"] == "accuracy")
    assert {"title", "summary", "paragraphs", "as_of", "caution", "prompts", "starters", "others_said"} <= set(point)
    evidence = point["evidence"][0]
    assert {"id", "name", "sentence", "fact", "source", "as_of", "caution"} == set(evidence)
    assert {"publisher", "title", "date", "url", "read_on"} == set(evidence["source"])


def test_show_for_people_tells_the_caution_beside_the_fact(testimony):
    out = testimony("campaign", "show", CAMPAIGN).out
    assert "Please note: It tested telling gender, not matching identity." in out
    assert "The letter has no date." in out
    assert "newer, not from the letter" in out


def test_show_for_people_leaves_nothing_of_the_campaign_out(testimony):
    out = testimony("campaign", "show", CAMPAIGN).out
    shown = testimony("campaign", "show", CAMPAIGN, "--json").json
    letter = shown["letter"]
    for text in (
        shown["hearing"],
        *shown["limits"],
        letter["title"],
        letter["ask_name"],
        *letter["signers"],
        *(paragraph["summary"] for paragraph in letter["paragraphs"]),
        *(text for event in shown["since"] for text in (event["text"], event["caution"], event["source"]["publisher"])),
        *(text for point in shown["points"] for text in (point["summary"], *point["prompts"], *point["starters"])),
    ):
        assert text in out
    assert "unknown" not in out


def test_a_body_shows_what_is_unknown_as_unknown(testimony):
    assert BODY in testimony("body", "list").out
    out = testimony("body", "show", BODY).out
    assert "time limit seconds: 120 (Generally two minutes; the chair decides.)" in out
    assert "limit words: unknown" in out
    shown = testimony("body", "show", BODY, "--json").json
    assert shown["writing"]["limit_words"]["value"] is None
    assert shown["speaking"]["time_limit_seconds"]["source"]["publisher"]


@pytest.mark.parametrize("kind", ["campaign", "body"])
def test_an_unknown_id_is_named(testimony, kind):
    answer = testimony(kind, "show", "nowhere", "--json")
    assert (answer.code, answer.json["code"]) == (1, f"{kind}_unknown")


def test_check_finds_nothing_in_what_we_ship(testimony):
    assert testimony("campaign", "check", RESOURCES / "campaigns" / CAMPAIGN, "--json").json == []
    assert testimony("body", "check", RESOURCES / "bodies" / f"{BODY}.toml").code == 0


def broken_copy(tmp_path):
    folder = tmp_path / CAMPAIGN
    shutil.copytree(RESOURCES / "campaigns" / CAMPAIGN, folder)
    main = folder / "campaign.toml"
    main.write_text(main.read_text().replace("made_by = ", "maid_by = ").replace("version = 1", 'version = "one"'))
    privacy = folder / "points" / "privacy.toml"
    privacy.write_text(privacy.read_text().replace('id = "privacy"', 'id = "opening"'))
    (folder / "points" / "listen.toml").write_text("title = ")
    (folder / "points" / "others.toml").unlink()
    return folder


def test_check_lists_all_problems_at_once_with_file_and_key(testimony, tmp_path):
    answer = testimony("campaign", "check", broken_copy(tmp_path), "--json")
    found = {(each["file"], each["key"], each["code"]) for each in answer.json}
    assert answer.code == 1
    assert {
        ("campaign.toml", "maid_by", "unknown_key"),
        ("campaign.toml", "made_by", "missing_key"),
        ("campaign.toml", "version", "wrong_value"),
        ("points/listen.toml", "", "toml_syntax"),
    } <= found
    suggestion = next(each for each in answer.json if each["code"] == "unknown_key")
    assert suggestion["expected"] == "made_by"
    lines = testimony("campaign", "check", tmp_path / CAMPAIGN)
    assert len(lines.out.splitlines()) == len(answer.json)
    assert "campaign.toml, maid_by: there is no key called “maid_by”. Did you mean “made_by”?" in lines.out


def test_check_looks_at_how_files_agree(testimony, tmp_path):
    folder = tmp_path / CAMPAIGN
    shutil.copytree(RESOURCES / "campaigns" / CAMPAIGN, folder)
    main = folder / "campaign.toml"
    main.write_text(main.read_text().replace('default_ask = "', 'default_ask = "not-'))
    privacy = folder / "points" / "privacy.toml"
    privacy.write_text(
        privacy.read_text().replace('id = "privacy"', 'id = "opening"').replace("paragraphs = [", "paragraphs = [99, ")
    )
    (folder / "points" / "others.toml").unlink()
    (folder / "points" / "extra.toml").write_text((folder / "points" / "listen.toml").read_text())
    found = {(each["file"], each["code"]) for each in testimony("campaign", "check", folder, "--json").json}
    assert found == {
        ("campaign.toml", "unknown_reference"),
        ("points/privacy.toml", "id_differs_from_name"),
        ("points/privacy.toml", "id_reserved"),
        ("points/privacy.toml", "unknown_reference"),
        ("points/others.toml", "missing_file"),
        ("points/extra.toml", "point_not_listed"),
        ("points/extra.toml", "id_differs_from_name"),
        ("points/listen.toml", "id_twice"),
    }


def zipped(folder, path, top=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(folder.rglob("*.toml")):
            archive.write(each, top + each.relative_to(folder).as_posix())
    return path


@pytest.mark.parametrize("top", ["", f"{CAMPAIGN}/"])
def test_a_campaign_may_be_a_zip(testimony, tmp_path, top):
    path = zipped(RESOURCES / "campaigns" / CAMPAIGN, tmp_path / f"{CAMPAIGN}.campaign", top)
    assert testimony("campaign", "check", path, "--json").json == []


def test_a_broken_zip_tells_the_same_problems(testimony, tmp_path):
    folder = broken_copy(tmp_path)
    path = zipped(folder, tmp_path / f"{CAMPAIGN}.campaign")
    assert testimony("campaign", "check", path, "--json").json == testimony("campaign", "check", folder, "--json").json


def test_an_added_campaign_is_listed_and_a_bad_one_is_told(testimony, tmp_path):
    added = tmp_path / "profile" / "data" / "campaigns"
    added.mkdir(parents=True)
    text = (RESOURCES / "campaigns" / CAMPAIGN / "campaign.toml").read_text()
    copy = added / "my-town"
    shutil.copytree(RESOURCES / "campaigns" / CAMPAIGN, copy)
    (copy / "campaign.toml").write_text(text.replace(f'id = "{CAMPAIGN}"', 'id = "my-town"'))
    (added / "bad.campaign").write_bytes(b"no zip")
    answer = testimony("campaign", "list", "--json")
    assert [each["id"] for each in answer.json] == [CAMPAIGN, "my-town"]
    assert answer.code == 1
    assert "bad: The file is not a whole zip file." in answer.err
    assert testimony("doctor", "--json").json[2]["verdict"] == "warn"


@pytest.mark.parametrize("content", [b"", b"PK", b"\x00" * 100, bytes(range(256)) * 4])
def test_a_hostile_archive_is_one_sentence(testimony, tmp_path, content):
    (tmp_path / "x.campaign").write_bytes(content)
    answer = testimony("campaign", "check", tmp_path / "x.campaign")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a = ", b"a" * 2_000_000, b"[[[[", b'x = "\\u0000"'])
def test_a_hostile_body_is_told_in_lines(testimony, tmp_path, content):
    (tmp_path / "x.toml").write_bytes(content)
    answer = testimony("body", "check", tmp_path / "x.toml")
    assert answer.code == 1
    assert "Traceback" not in answer.out + answer.err


@pytest.mark.parametrize("kind", ["campaign", "body"])
def test_a_path_with_nothing_there_is_told(testimony, tmp_path, kind):
    assert testimony(kind, "check", tmp_path / "none", "--json").json["code"] == f"{kind}_not_found"


def test_every_schema_can_be_asked_for():
    assert SCHEMAS == SCHEMA_NAMES


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_in_the_resources_are_those_of_the_program(testimony, name):
    shipped = json.loads((RESOURCES / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert testimony("campaign", "schema", name).json == shipped
