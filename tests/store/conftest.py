import pytest

from testimony_app.store.changes import Revision
from testimony_app.store.drafts import DraftStore


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "testimony.db"


@pytest.fixture
def open_store(path):
    """Open a store as often as wanted; all are closed at the end."""
    stores = []

    def open_one():
        store = DraftStore(path, lambda answers: answers.decode())
        stores.append(store)
        return store

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(open_store):
    return open_store()


@pytest.fixture
def revision():
    def make(draft_id="a", base_rev=0, text="words", **others):
        fields = {
            "answers_json": text.encode(),
            "text": text,
            "title": f"Title of {draft_id}",
            "campaign": "",
            "campaign_version": 0,
            "language": "en",
            "reason": "typing",
        }
        return Revision(draft_id, base_rev, **{**fields, **others})

    return make
