"""The pictures of the window stay small, and are those that the command makes."""

from screens.document_pages import DOCUMENT_PAGES
from screens.window_pictures import WINDOW_PICTURES
from screens.word_page import WORD_PAGE
from tests.packaging.conftest import ROOT

PICTURES = tuple((ROOT / "docs" / "screens").glob("*.png"))
MOST_BYTES, MOST_BYTES_OF_ALL = 150_000, 3_000_000


def test_every_picture_is_one_that_the_command_makes():
    assert {path.stem for path in PICTURES} == {WORD_PAGE, *DOCUMENT_PAGES, *(each.name for each in WINDOW_PICTURES)}


def test_the_pictures_are_small():
    sizes = [path.stat().st_size for path in PICTURES]
    assert max(sizes) < MOST_BYTES
    assert sum(sizes) < MOST_BYTES_OF_ALL
