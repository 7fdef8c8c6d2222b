"""docs/campaign-format.md: its examples are right, and it tells every key."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from testimony_app.campaigns.campaign_reader import read_campaign
from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import Draft, Person
from testimony_app.domain.fields import FIELDS
from testimony_app.services.library import Library

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "campaign-format.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```toml\n# (.+?)\n(.+?)```", PAGE, re.DOTALL))


@pytest.fixture
def campaign(tmp_path):
    folder = tmp_path / "my-letter"
    (folder / "points").mkdir(parents=True)
    main = BLOCKS["campaign.toml"] + BLOCKS["more of campaign.toml"]
    (folder / "campaign.toml").write_text(main, encoding="utf-8")
    (folder / "points" / "noise.toml").write_text(BLOCKS["points/noise.toml"], encoding="utf-8")
    return read_campaign(folder)


def test_the_example_is_a_campaign_that_can_be_used(campaign):
    assert campaign.title == "Quiet nights on Elm Street"
    library = Library(ROOT / "resources", ROOT / "none", ROOT / "none")
    material = Material(library.language("en"), library.body(campaign.body), campaign)
    draft = Draft("x", "en", campaign=campaign.id, person=Person(name="Rosa Maple"))
    assert compose(material, draft).section("opening").text == (
        "Good evening, Council Members. My name is Rosa Maple. I am asking you to end night work on Elm Street."
    )


def test_the_part_of_a_body_file_is_right():
    part = tomllib.loads(BLOCKS["part of a body file"])
    shipped = tomllib.loads((ROOT / "resources" / "bodies" / "minneapolis-city-council.toml").read_text("utf-8"))
    assert part["speaking"]["time_limit_seconds"] == shipped["speaking"]["time_limit_seconds"]
    assert part["writing"]["limit_words"].items() <= shipped["writing"]["limit_words"].items()


@pytest.mark.parametrize("name", ["campaign", "point", "body"])
def test_every_key_is_told(name):
    schema = json.loads((ROOT / "resources" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    keys = {key for shape in schema["$defs"].values() for key in shape["properties"]}
    assert [key for key in sorted(keys) if f"`{key}`" not in PAGE and f"\n{key} = " not in PAGE] == []


def test_every_field_of_a_sentence_is_told():
    assert [field for field in FIELDS if f"`{field}`" not in PAGE] == []
