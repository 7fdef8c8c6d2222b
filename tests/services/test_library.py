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
        (tmp_path / name).mkdir()
    return tmp_path


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
