"""Ways that only the person can finish: a page, a desk, a link."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.channels import desk, mail_app, portal
from testimony_app.channels.desk import make as make_desk
from testimony_app.channels.mail_link import LONGEST_LINK, mail_link
from testimony_app.channels.portal import make as make_portal
from testimony_app.channels.portal import portal_sheet
from testimony_app.channels.templates import FIELDS, fill
from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.domain.outbox import Ledger
from testimony_app.domain.submission import Letter, OutcomeKind, SubmissionIds, SubmissionState
from tests.services.outbox_scenes import Scene

IDS = SubmissionIds("11111111-1111-4111-8111-111111111111", "T-7K3MQ2P", datetime(2026, 12, 8, tzinfo=UTC))
LETTER = Letter(
    "Public comment, Rosa Maple",
    "Hello.\n\nA heron {name} stood here.",
    fields=(("name", "Rosa {text}"), ("ward", "6")),
)
PAGE = {
    "kind": "portal",
    "title": "The City's comment page",
    "url": "https://city.example/comment",
    "pieces": [
        {"title": "Name", "value": "{name}"},
        {"title": "Phone", "value": "{phone}"},
        {"title": "Text", "value": "{text}"},
    ],
    "most_characters": 20,
}


class Gate:
    def reach(self, _phase):
        pass

    def committing(self):
        raise AssertionError("what the person does is never handed over by us")


def no_secret():
    raise PersonError("secret_missing")


def test_a_field_is_filled_once_and_what_is_empty_stays_empty():
    assert fill("{name}, ward {ward}{phone}", LETTER, IDS) == "Rosa {text}, ward 6"
    assert fill("{text}", LETTER, IDS) == LETTER.text
    assert fill("no field", LETTER, IDS) == "no field"
    with pytest.raises(OrganizerError, match="channel_field_unknown"):
        fill("{secret}", LETTER, IDS)


@given(st.dictionaries(st.sampled_from(FIELDS[6:]), st.text()), st.text(st.characters(exclude_characters="{}")))
def test_no_text_is_read_as_a_template(values, before):
    letter = Letter("s", "t", fields=tuple(values.items()))
    for name, value in values.items():
        assert fill(f"{before}{{{name}}}", letter, IDS) == before + value


def test_a_page_gets_its_pieces_and_is_never_called_sent():
    channel = make_portal(PAGE, no_secret)
    payload = channel.prepare(LETTER, IDS)
    assert payload == channel.prepare(LETTER, IDS)
    sheet = portal_sheet(payload)
    assert [(piece.title, piece.text) for piece in sheet.pieces] == [("Name", "Rosa {text}"), ("Text", LETTER.text)]
    assert sheet.too_long == ("Text",)
    assert channel.send(payload, Gate(), 0).kind is OutcomeKind.HANDED_OVER
    assert channel.ask(payload) is None


def test_a_desk_is_never_called_sent():
    channel = make_desk({}, no_secret)
    payload = channel.prepare(LETTER, IDS)
    assert payload.content.decode() == LETTER.text
    assert channel.send(payload, Gate(), 0).kind is OutcomeKind.HANDED_OVER


@pytest.mark.parametrize("kind", ["mail_app", "portal", "desk"])
def test_only_the_person_ever_says_that_it_was_sent(kind, tmp_path):
    """Row M1: a thousand letters handed over, and a year of an outbox that runs every day."""
    module = {"mail_app": mail_app, "portal": portal, "desk": desk}[kind]
    settings = {"mail_app": {"to": ["clerk@example.org"]}, "portal": PAGE, "desk": {}}[kind]
    channel = module.make({"title": "Way", **settings, "kind": kind}, no_secret)
    now = [datetime(2026, 12, 8, 18, tzinfo=UTC)]
    tmp_path.joinpath("profile").mkdir(mode=0o700)
    scene = Scene(tmp_path / "profile", lambda: now[0])
    scene.save_draft()
    letters = [scene.queue(b"%d" % number) for number in range(1000)]
    run = scene.run(InThisProcess(channel))
    made = 0
    for _ in range(365):
        made += run.run_due()
        now[0] += timedelta(days=1)
    rows = [scene.row(each) for each in letters]
    assert {row.state for row in rows} == {SubmissionState.HANDED_OVER}
    assert {scene.ledger.standing(each) for each in letters} == {Ledger.NOTHING}
    assert made == len(letters)
    scene.close()


class InThisProcess:
    def __init__(self, channel):
        self.channel = channel

    def send(self, payload, gate, _following):
        return self.channel.send(payload, gate, 0)

    def ask(self, payload):
        return self.channel.ask(payload)

    def close(self):
        pass


def test_a_link_holds_addresses_subject_and_body_alone():
    link = mail_link(
        ["clerk@example.org", "o'neil+c@example.org"], ["rosa@example.org"], "A & B?\nBcc: x", "One\ntwo & three"
    )
    parts = urlsplit(link)
    assert unquote(parts.path) == "clerk@example.org,o'neil+c@example.org"
    assert parse_qs(parts.query) == {
        "cc": ["rosa@example.org"], "subject": ["A & B? Bcc: x"], "body": ["One\r\ntwo & three"]
    }  # fmt: skip


@given(st.text(), st.text(max_size=3000))
def test_a_link_is_never_too_long_and_never_asks_for_more(subject, body):
    link = mail_link(["clerk@example.org"], [], subject[:100], body)
    assert set(parse_qs(urlsplit(link).query)) <= {"subject", "body"}
    assert len(link) <= LONGEST_LINK
