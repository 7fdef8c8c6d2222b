import pytest

from testimony_app.services.diagnosing import Diagnosing, Verdict
from testimony_app.services.library import Library
from tests.services.conftest import RESOURCES


def verdicts(database, resources=RESOURCES):
    library = Library(resources, database.parent / "campaigns", database.parent / "bodies")
    return {each.subject: (each.verdict, each.code) for each in Diagnosing(database, library).diagnose()}


def test_no_question_stops_the_others(tmp_path):
    database = tmp_path / "testimony.db"
    database.write_bytes(b"")
    (tmp_path / "empty").mkdir()
    found = verdicts(database, tmp_path / "empty")
    assert found.pop("versions") == (Verdict.PASS, "versions")
    assert found == {
        "database": (Verdict.FAIL, "store_empty"),
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
