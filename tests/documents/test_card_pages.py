import re
from dataclasses import replace

import pytest

from testimony_app.documents.options import Paper, Variant
from testimony_app.domain.draft import ChosenPoint, Draft
from tests.documents.pdf_reading import read_pages
from tests.documents.test_pdf import write


def pages_of(*counts, paper=Paper.LETTER):
    """Return the numbers of the sentences on each page of a card that has parts of so many sentences."""
    points = tuple(
        ChosenPoint(f"own-{place}", " ".join(f"Sentence {number}." for number in range(1, count + 1)), title="Part")
        for place, count in enumerate(counts, 1)
    )
    draft = replace(Draft(id="x", language="en", title="Cameras"), points=points, silent=("opening",))
    pages = read_pages(write(draft, variant=Variant.SPEAKING_CARD, paper=paper))
    return [[int(number) for number in re.findall(r"Sentence (\d+)", page)] for page in pages]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [13, 14, 15, 16, 40])
def test_the_first_page_of_a_card_is_never_left_empty(count, paper):
    """A part that would fit on a page of its own begins below the title all the same."""
    first, *rest = pages_of(count, paper=paper)
    assert len(first) >= 10
    assert [*first, *(number for page in rest for number in page)] == list(range(1, count + 1))


def test_a_part_stays_whole_where_the_page_before_it_is_half_full():
    first, second, *_ = pages_of(8, 9)
    assert (first, second) == (list(range(1, 9)), list(range(1, 10)))


@pytest.mark.parametrize("count", range(11, 20))
def test_what_ends_a_part_on_another_page_is_never_one_sentence(count):
    assert 1 not in [len(page) for page in pages_of(count)[1:]]
