"""How a saved testimony will be heard: the two answers that say whether its length is one of time or of words."""

import msgspec

from testimony_app.domain.errors import PersonError


class Heard(msgspec.Struct, frozen=True):
    """`delivery` is as in `.testimony.json`, empty where it was not asked yet; `silent` are sections in print only."""

    delivery: str | None = None
    silent: tuple[str, ...] = ()


def read_heard(answers_json: bytes) -> Heard:
    """Return the two answers of a saved revision, without reading the rest. Raises PersonError `draft_damaged`."""
    try:
        return msgspec.json.decode(answers_json, type=Heard)
    except msgspec.MsgspecError as error:
        raise PersonError("draft_damaged") from error
