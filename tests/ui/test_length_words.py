"""What is said of how long a testimony is: a guess is called one everywhere, and no count is shown that is none."""

import pytest

from testimony_app.domain.draft import ChosenPoint, Delivery
from testimony_app.services.writing import Timing, Writing
from testimony_app.ui.limit_voice import LimitVoice
from testimony_app.ui.pages.story import StoryPage
from testimony_app.ui.widgets.bottom_bar import BottomBar
from testimony_app.ui.widgets.progress_panel import ProgressPanel
from testimony_app.ui.widgets.text import Text

LAO = "ຂ້ອຍອາໄສຢູ່ທີ່ນີ້ສິບປີ"


def timing(seconds=(150.0,), **values):
    return Timing(seconds, 40, 9, 120, 300, Delivery.BOTH, **values)


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("limit", [None, 120, 200])
def test_a_guess_of_the_time_is_called_one_in_the_bar(look, qtbot, compact, limit):
    bar = BottomBar(look)
    qtbot.addWidget(bar)
    bar.show_compact(compact=compact)
    bar.show_time((150.0,), limit, approximate=True)
    guess = bar._time.text()
    assert "about 2:30" in guess
    bar.show_time((150.0,), limit, approximate=False)
    assert bar._time.text() == guess.replace("about ", "")


def texts(widget):
    return " ".join(each.text() for each in widget.findChildren(Text) if not each.isHidden())


@pytest.mark.parametrize(("seconds", "words"), [(150.0, "30 seconds over"), (90.0, "30 seconds to spare")])
def test_a_guess_of_the_time_is_called_one_in_the_panel(look, qtbot, seconds, words):
    panel = ProgressPanel(look)
    qtbot.addWidget(panel)
    panel.show_timing(timing((seconds,)), "", "", mostly_own=False, approximate=True)
    assert f"About {words} at a calm pace." in texts(panel)
    panel.show_timing(timing((seconds,)), "", "", mostly_own=False, approximate=False)
    assert f"{words} at a calm pace." in texts(panel)
    assert "About" not in texts(panel)


def test_words_that_cannot_be_counted_have_no_number(look, qtbot):
    panel = ProgressPanel(look)
    qtbot.addWidget(panel)
    panel.show_timing(timing(counts_words=False), "", "", mostly_own=False, approximate=True)
    assert "not counted" in texts(panel)
    assert "40 words" not in texts(panel)
    said = []
    voice = LimitVoice(said.append)
    voice.hear(timing((10.0,), counts_words=False))
    voice.hear(Timing((10.0,), 299, 9, 120, 300, Delivery.BOTH, counts_words=False))
    assert said == []


@pytest.mark.parametrize(
    ("story", "note"), [("", "Not written yet"), ("Heron", "1 word"), ("Two herons", "2 words"), (LAO, "Written")]
)
def test_a_story_says_how_far_it_is(look, program, story, note):
    opened = program.drafting.start("lo", "minneapolis-facial-recognition")
    page = StoryPage(look)
    page._writing = Writing(program.library, opened)
    assert page._note_of(ChosenPoint("accuracy", story)) == note
    assert page.writing.timing().counts_words
