from dataclasses import replace

import pytest

from testimony_app.domain.body import Fact, unlisted_body
from tests.domain.material import COUNCIL


def test_a_body_that_is_not_listed_has_a_name_and_nothing_that_was_guessed():
    body = unlisted_body("Oakdale Town Board")
    assert (body.name, body.audience, body.id, body.contacts) == ("Oakdale Town Board", "", "", ())
    assert body.speaking is body.writing is body.asks_for is body.members is None
    assert body.time_limit_seconds is None


@pytest.mark.parametrize("limit", [120, None])
def test_the_time_limit_is_what_was_found_or_unknown(limit):
    speaking = replace(COUNCIL.speaking, time_limit_seconds=Fact(limit, "2026-11"))
    assert replace(COUNCIL, speaking=speaking).time_limit_seconds == limit
