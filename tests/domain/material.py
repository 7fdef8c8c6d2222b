"""What the tests of the domain start from: English, the council and the campaign as they are shipped."""

from dataclasses import replace
from pathlib import Path

from testimony_app.campaigns.body_reader import read_body
from testimony_app.campaigns.campaign_reader import read_campaign
from testimony_app.campaigns.language_reader import read_language
from testimony_app.domain.body import unlisted_body
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import Draft, Matter, Person

RESOURCES = Path(__file__).parent.parent.parent / "resources"
ENGLISH = read_language(RESOURCES / "languages" / "en.toml")
COUNCIL = read_body(RESOURCES / "bodies" / "minneapolis-city-council.toml")
CAMPAIGN = read_campaign(RESOURCES / "campaigns" / "minneapolis-facial-recognition")

CAMPAIGN_AND_COUNCIL = Material(ENGLISH, COUNCIL, CAMPAIGN)
CAMPAIGN_ALONE = Material(ENGLISH, None, CAMPAIGN)
COUNCIL_ALONE = Material(ENGLISH, COUNCIL)
NOT_LISTED = Material(ENGLISH, unlisted_body("Oakdale Town Board"))
BLANK = Material(ENGLISH)
MATERIALS = {
    "campaign and council": CAMPAIGN_AND_COUNCIL,
    "campaign alone": CAMPAIGN_ALONE,
    "council alone": COUNCIL_ALONE,
    "a body not listed": NOT_LISTED,
    "blank": BLANK,
}

NOTHING = Draft("11111111-1111-4111-8111-111111111111", "en")
FILLED = {
    "name": "Rosa Maple",
    "ward": "6",
    "neighborhood": "Cedar-Riverside",
    "connection": "I clean offices downtown at night",
    "on_behalf_of": "the Cedar Tenants",
    "matter": "Cameras on Lake Street",
    "file_number": "2020-00681",
    "agenda_item": "3b",
    "meeting_date": "2026-12-08",
}
"""Every field of the person and the matter, with a plain value."""


def with_fields(values, draft=NOTHING):
    """Return a draft with these fields of the person and the matter, all others empty."""
    person = ("name", "ward", "neighborhood", "connection")
    matter = ("matter", "file_number", "agenda_item", "meeting_date")
    return replace(
        draft,
        person=Person(*(values.get(key, "") for key in person)),
        matter=Matter(*(values.get(key, "") for key in matter)),
        on_behalf_of=values.get("on_behalf_of", ""),
    )


def text_of(passages):
    return "".join(passage.text for passage in passages)


def marks(passages):
    """Return passages as short pairs: the text and whose it is."""
    return [(passage.text, passage.origin.value) for passage in passages]
