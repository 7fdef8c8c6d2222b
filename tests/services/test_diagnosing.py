import errno
import os

import pytest

from testimony_app.services.diagnosing import Diagnosing, Verdict
from testimony_app.services.library import Library
from testimony_app.store import cautions
from testimony_app.store.newest import files_beside
from testimony_app.words.diagnoses import diagnosis_sentence
from testimony_app.words.translate import english
from tests.services.conftest import RESOURCES


def asked(database, resources=RESOURCES):
    library = Library(resources, database.parent / "campaigns", database.parent / "bodies")
    return list(Diagnosing(database, library).diagnose())


def verdicts(database, resources=RESOURCES):
    return {each.subject: (each.verdict, each.code) for each in asked(database, resources)}


def test_no_question_stops_the_others(tmp_path):
    database = tmp_path / "testimony.db"
    database.write_bytes(b"")
    (tmp_path / "empty").mkdir()
    found = verdicts(database, tmp_path / "empty")
    assert found.pop("versions") == (Verdict.PASS, "versions")
    assert found == {
        "database": (Verdict.FAIL, "store_empty"),
        "saving": (Verdict.PASS, "saving_works"),
        "campaigns": (Verdict.FAIL, "campaigns_missing"),
        "bodies": (Verdict.FAIL, "bodies_missing"),
        "languages": (Verdict.FAIL, "language_not_found"),
    }


@pytest.mark.parametrize(("name", "subject"), [("campaigns/bad.campaign", "campaigns"), ("bodies/bad.toml", "bodies")])
def test_added_content_that_cannot_be_used_is_a_warning(tmp_path, name, subject):
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_bytes(b"")
    assert verdicts(tmp_path / "testimony.db")[subject] == (Verdict.WARN, f"{subject}_unreadable")


def test_a_database_that_others_may_read_is_a_warning(program, tmp_path):
    program.drafting.save(program.drafting.start("en"), "typing")
    database = tmp_path / "profile" / "data" / "testimony.db"
    assert verdicts(database)["database"] == (Verdict.PASS, "database_sound")
    database.chmod(0o644)
    assert verdicts(database)["database"] == (Verdict.WARN, "database_open_to_others")


def test_what_nobody_foresaw_stops_no_other_question(tmp_path, monkeypatch):
    def fail(*_anything):
        raise ZeroDivisionError("secret")

    for name in ("_versions", "_database_state", "_saving", "_languages"):
        monkeypatch.setattr(f"testimony_app.services.diagnosing.{name}", fail)
    for name in ("campaigns", "bodies"):
        monkeypatch.setattr(f"testimony_app.services.library.Library.{name}", fail)
    found = list(Diagnosing(tmp_path / "testimony.db", Library(RESOURCES, tmp_path, tmp_path)).diagnose())
    assert len(found) == 6
    assert {(each.verdict, each.code) for each in found} == {(Verdict.FAIL, "question_failed")}
    assert {diagnosis_sentence(each, english) for each in found} == {
        f"We could not look into this ({each.subject}): ZeroDivisionError. Please report it." for each in found
    }


def test_whether_testimonies_can_be_saved_is_tried_and_leaves_nothing(tmp_path):
    (tmp_path / "there").mkdir()
    for folder in (tmp_path / "there", tmp_path / "not" / "yet"):
        assert verdicts(folder / "testimony.db")["saving"] == (Verdict.PASS, "saving_works")
    assert [each.name for each in tmp_path.rglob("*")] == ["there"]


@pytest.mark.parametrize("name", ["data", "data/deeper", "circle", "nowhere"])
def test_a_file_or_a_link_to_nothing_is_no_place_to_save(tmp_path, name):
    (tmp_path / "data").write_bytes(b"")
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "nowhere").symlink_to("not-there")
    assert verdicts(tmp_path / name / "testimony.db")["saving"] == (Verdict.FAIL, "saving_impossible")


def test_a_folder_that_takes_no_file_is_no_place_to_save(tmp_path, monkeypatch):
    def refuse(*_anything):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr("testimony_app.files.atomic._write_synced", refuse)
    (said,) = [each for each in asked(tmp_path / "testimony.db") if each.subject == "saving"]
    assert (said.verdict, said.error.code) == (Verdict.FAIL, "read_only")
    assert diagnosis_sentence(said, english).startswith(f"Testimonies cannot be saved in {tmp_path}. ")


def test_a_database_that_may_not_be_changed_is_no_place_to_save(program, tmp_path, monkeypatch):
    program.drafting.save(program.drafting.start("en"), "typing")
    database = tmp_path / "profile" / "data" / "testimony.db"
    monkeypatch.setattr("os.access", lambda path, mode: (path, mode) != (database, os.W_OK))
    (said,) = [each for each in asked(database) if each.subject == "saving"]
    assert (said.verdict, said.error.code) == (Verdict.FAIL, "store_read_only")


def test_a_disk_that_can_be_pulled_out_and_lost_words_are_told(program, monkeypatch):
    program.drafting.save(program.drafting.start("en"), "typing")
    told = {each.code: each.verdict for each in program.diagnosing.diagnose()}
    assert not {"store_on_removable", "store_log_lost"} & set(told)
    monkeypatch.setattr(cautions, "is_removable", lambda _: True)
    files_beside(program.folders.database)[1].touch()
    told = {each.code: each.verdict for each in program.diagnosing.diagnose()}
    assert told["store_on_removable"] is told["store_log_lost"] is Verdict.WARN
