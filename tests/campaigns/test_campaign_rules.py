"""What a campaign's files must agree on, beyond their shapes."""

import pytest

from testimony_app.campaigns.campaign_format import CampaignFile, PointFile, SentenceFile
from testimony_app.campaigns.campaign_rules import broken_rules, unknown_fields
from testimony_app.domain.fields import FIELDS
from testimony_app.files.tables import shaped
from tests.campaigns.samples import EVIDENCE, LISTEN, MAIN, POINT, changed

SOUND = {"points/privacy.toml": POINT, "points/listen.toml": LISTEN}
FIELD_LIST = ", ".join(FIELDS)


def broken(main=MAIN, points=SOUND, name="my-town", unread=frozenset()):
    """What is wrong, as plain tuples: file, key, fault, found, expected."""
    file, problems = shaped("campaign.toml", main, CampaignFile)
    assert problems == ()
    shapes = {path: shaped(path, point, PointFile)[0] for path, point in points.items()}
    assert None not in shapes.values()
    found = broken_rules(name, file, shapes, unread)
    return [(each.file, each.key, each.code, each.found, each.expected) for each in found]


def test_a_sound_campaign_breaks_no_rule():
    assert broken() == []


def test_the_id_is_the_name_of_the_folder():
    assert broken(name="your-town") == [("campaign.toml", "id", "id_differs_from_name", "my-town", "your-town")]


@pytest.mark.parametrize("day", ["", "2021", "2021-02", "2021-02-12"])
def test_a_turning_point_is_a_day_or_nothing(day):
    assert broken(MAIN | {"turning_point": day}) == []


@pytest.mark.parametrize("day", ["soon", "2021-2", "21", "2021-02-12 ", "2021-02-12\n"])
def test_another_turning_point_is_told(day):
    expected = ("campaign.toml", "turning_point", "wrong_value", day, "YYYY, YYYY-MM or YYYY-MM-DD")
    assert broken(MAIN | {"turning_point": day}) == [expected]


def test_ask_ids_are_used_once():
    asks = [MAIN["asks"][0], MAIN["asks"][0] | {"id": "other"}, MAIN["asks"][0]]
    assert broken(MAIN | {"asks": asks}) == [("campaign.toml", "asks[2].id", "id_twice", "keep", "")]


@pytest.mark.parametrize("default", ["", "gone"])
def test_the_default_ask_is_one_of_them(default):
    asks = [MAIN["asks"][0], MAIN["asks"][0] | {"id": "other"}]
    assert broken(MAIN | {"asks": asks, "default_ask": default}) == [
        ("campaign.toml", "default_ask", "unknown_reference", default, "keep, other")
    ]


def test_a_campaign_may_ask_for_nothing():
    assert broken(MAIN | {"asks": [], "default_ask": ""}) == []


def test_a_listed_point_has_a_file():
    assert broken(MAIN | {"points": ["privacy", "listen", "gone"]}) == [
        ("points/gone.toml", "", "missing_file", "", "")
    ]


def test_a_file_that_could_not_be_read_is_not_missing():
    main = MAIN | {"points": ["privacy", "listen", "gone"]}
    assert broken(main, unread={"points/gone.toml"}) == []


def test_a_point_is_listed_once():
    main = MAIN | {"points": ["privacy", "listen", "privacy"]}
    assert broken(main) == [("campaign.toml", "points[2]", "id_twice", "privacy", "")]


def test_a_point_must_be_listed():
    assert broken(MAIN | {"points": ["privacy"]}) == [("points/listen.toml", "", "point_not_listed", "", "points")]


def test_a_points_id_is_the_name_of_its_file():
    points = SOUND | {"points/privacy.toml": POINT | {"id": "private"}}
    assert broken(points=points) == [("points/privacy.toml", "id", "id_differs_from_name", "private", "privacy")]


@pytest.mark.parametrize("name", ["opening", "ask", "thanks", "own-1", "own-town"])
def test_ids_that_the_app_needs_are_reserved(name):
    points = {f"points/{name}.toml": POINT | {"id": name}}
    assert broken(MAIN | {"points": [name]}, points) == [(f"points/{name}.toml", "id", "id_reserved", name, "")]


def test_a_point_names_paragraphs_that_are_there():
    points = SOUND | {"points/privacy.toml": POINT | {"paragraphs": [1, 3, 2, 9]}}
    assert broken(points=points) == [
        ("points/privacy.toml", "paragraphs", "unknown_reference", "3", "1, 2"),
        ("points/privacy.toml", "paragraphs", "unknown_reference", "9", "1, 2"),
    ]


@pytest.mark.parametrize(
    ("starter", "is_sound"),
    [("I care because ...", True), ("I care because…", True), ("I care.", False), ("I care because ..", False)],
)
def test_a_starter_is_left_open(starter, is_sound):
    points = SOUND | {"points/privacy.toml": POINT | {"starters": ["One ...", starter]}}
    expected = [] if is_sound else [("points/privacy.toml", "starters[1]", "starter_is_finished", starter, "...")]
    assert broken(points=points) == expected


@pytest.mark.parametrize(
    ("path", "place"),
    [(["evidence"], "evidence[0].id"), (["others_said"], "others_said[0].id")],
)
def test_evidence_ids_are_unique_in_a_campaign(path, place):
    points = SOUND | {"points/listen.toml": changed(LISTEN, path, [EVIDENCE])}
    assert broken(points=points) == [("points/listen.toml", place, "id_twice", "vote", "points/privacy.toml")]


def test_names_of_facts_are_unique_in_a_campaign():
    named = {**EVIDENCE, "name": "The vote"}
    points = SOUND | {
        "points/privacy.toml": POINT | {"evidence": [named]},
        "points/listen.toml": changed(LISTEN, ["evidence"], [{**named, "id": "vote-again"}]),
    }
    found = ("points/listen.toml", "evidence[0].name", "name_twice", "The vote", "points/privacy.toml")
    assert broken(points=points) == [found]


def test_evidence_ids_are_unique_in_a_point():
    points = SOUND | {"points/privacy.toml": POINT | {"others_said": [EVIDENCE]}}
    assert broken(points=points) == [
        ("points/privacy.toml", "others_said[0].id", "id_twice", "vote", "points/privacy.toml")
    ]


@pytest.mark.parametrize("key", ["opening", "thanks"])
def test_suggested_sentences_name_known_fields(key):
    sentences = [{"text": "Hello."}, {"text": "I am {nam}.", "needs": ["ward", "wad"], "unless": ["mater"]}]
    assert broken(MAIN | {key: sentences}) == [
        ("campaign.toml", f"{key}[1]", "unknown_reference", field, FIELD_LIST) for field in ("nam", "wad", "mater")
    ]


def test_every_field_of_the_app_is_known():
    sentence = SentenceFile(" ".join(f"{{{name}}}" for name in FIELDS), FIELDS, FIELDS)
    assert list(unknown_fields("a.toml", "opening", (sentence,))) == []


def test_all_broken_rules_are_told_at_once():
    main = MAIN | {"id": "x", "turning_point": "x", "default_ask": "x", "points": ["privacy", "gone"]}
    points = SOUND | {"points/privacy.toml": POINT | {"id": "ask", "paragraphs": [3], "starters": ["x"]}}
    assert [problem[:3] for problem in broken(main, points)] == [
        ("campaign.toml", "id", "id_differs_from_name"),
        ("campaign.toml", "turning_point", "wrong_value"),
        ("campaign.toml", "default_ask", "unknown_reference"),
        ("points/gone.toml", "", "missing_file"),
        ("points/listen.toml", "", "point_not_listed"),
        ("points/privacy.toml", "id", "id_differs_from_name"),
        ("points/privacy.toml", "id", "id_reserved"),
        ("points/privacy.toml", "paragraphs", "unknown_reference"),
        ("points/privacy.toml", "starters[0]", "starter_is_finished"),
    ]
