import errno
import shutil
from pathlib import Path

import pytest

from testimony_app.domain.campaign import Campaign
from testimony_app.domain.draft import Draft, NamedBody
from testimony_app.domain.errors import OrganizerError
from testimony_app.services.library import Library, Unreadable
from tests.services.conftest import RESOURCES

CAMPAIGN = "minneapolis-facial-recognition"
BODY = "minneapolis-city-council"


@pytest.fixture
def added(tmp_path):
    for name in ("campaigns", "bodies"):
        (tmp_path / "added" / name).mkdir(parents=True)
    return tmp_path / "added"


@pytest.fixture
def library(added):
    return Library(RESOURCES, added / "campaigns", added / "bodies")


def test_each_file_is_read_once(library):
    assert library.campaign(CAMPAIGN) is library.campaign(CAMPAIGN)
    assert library.body(BODY) is library.body(BODY)
    assert library.language("en") is library.language("en")


def test_what_is_shipped_wins_over_what_was_added(library, added):
    (added / "campaigns" / CAMPAIGN).mkdir()
    (added / "bodies" / f"{BODY}.toml").write_text("nonsense", encoding="utf-8")
    assert [each.id for each in library.campaigns() if isinstance(each, Campaign)] == [CAMPAIGN]
    assert library.body(BODY).name == "Minneapolis City Council"


def test_a_bad_body_is_listed_with_what_is_wrong(library, added):
    (added / "bodies" / "bad.toml").write_text("nonsense", encoding="utf-8")
    good, bad = library.bodies()
    assert (good.id, isinstance(bad, Unreadable), bad.error.code) == (BODY, True, "content_problems")


def test_a_folder_that_may_not_be_looked_into_is_told(added, monkeypatch):
    library = Library(RESOURCES, added / "campaigns", added / "bodies")

    def refuse(_path):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    with pytest.raises(OrganizerError) as error:
        library.campaign("x")
    assert error.value.code == "folder_unreadable"


def test_a_language_that_is_not_installed_has_english_labels_and_suggests_nothing(library):
    somali = library.language("so")
    assert (somali.tag, somali.opening, somali.thanks) == ("so", (), ())
    assert somali.words == library.language("en").words
    assert library.language("en-US").opening == library.language("en").opening


def test_the_body_is_the_drafts_own_else_the_campaigns_else_none(library):
    def body_of(**fields):
        return library.material(Draft("x", "en", **fields)).body

    assert body_of(campaign=CAMPAIGN).id == BODY
    assert body_of(campaign=CAMPAIGN, body=NamedBody("Park Board")).name == "Park Board"
    assert body_of(body=BODY).id == BODY
    assert body_of() is None
    assert body_of(body=NamedBody("  ")) is None


@pytest.fixture
def unreadable(monkeypatch):
    """Make the system refuse to open `secret.toml` and to list added points. Root may read all, so it is played."""
    real_open, real_list = Path.open, Path.iterdir

    def refuse(path):
        if path.name in {"secret.toml", "points"} and "added" in path.parts:
            raise PermissionError(errno.EACCES, "no")

    def opened(path, *arguments, **options):
        refuse(path)
        return real_open(path, *arguments, **options)

    def listed(path):
        refuse(path)
        return real_list(path)

    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(Path, "iterdir", listed)


@pytest.mark.usefixtures("unreadable")
def test_a_body_that_cannot_be_read_is_named_and_stops_no_other(library, added):
    (added / "bodies" / "secret.toml").touch()
    _, bad = library.bodies()
    assert (bad.id, bad.error.code) == ("secret", "file_unreadable")
    assert bad.error.parameters == {"path": str(added / "bodies" / "secret.toml")}


@pytest.mark.usefixtures("unreadable")
def test_points_that_cannot_be_listed_are_not_missing(library, added):
    shutil.copytree(RESOURCES / "campaigns" / CAMPAIGN, added / "campaigns" / "mine")
    *_, bad = library.campaigns()
    assert (bad.id, bad.error.code) == ("mine", "folder_unreadable")
    assert bad.error.parameters == {"path": str(added / "campaigns" / "mine" / "points")}


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_names_that_no_file_can_have_are_told(library, tmp_path, name):
    for check in (library.check_campaign, library.check_body):
        with pytest.raises(OrganizerError):
            check(tmp_path / name)
