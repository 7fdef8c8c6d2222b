"""How long saved testimonies are, for lists: from the text as it was composed when it was saved."""

from collections.abc import Callable
from typing import NamedTuple

from testimony_app.domain.speaking import is_pace_known, speaking_seconds
from testimony_app.domain.tokens import count_words
from testimony_app.store.drafts import DraftRow, DraftStore
from testimony_app.testimony_file.heard import read_heard

_WRITTEN = "written"


class SavedLength(NamedTuple):
    """`seconds` is how long it takes to say, None for what is only written; `is_guess` where no pace is known."""

    words: int
    seconds: float | None
    is_guess: bool


def length_of(row: DraftRow, store: DraftStore, said: Callable[[str], str]) -> SavedLength:
    """Count a saved draft. `said` tells what of one with sections in print only is said: its text does not show it.

    Raises PersonError `draft_not_found`, `draft_damaged`, and what keeps it from being read.
    """
    text, answers_json = store.written(row.id)
    heard = read_heard(answers_json)
    seconds = None
    if heard.delivery != _WRITTEN:
        seconds = speaking_seconds(said(row.id) if heard.silent else text, row.language)
    return SavedLength(count_words(text), seconds, not is_pace_known(row.language))
