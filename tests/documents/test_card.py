import re
from dataclasses import replace

import pytest

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.card import clock
from testimony_app.documents.options import Variant
from testimony_app.documents.outline import BlockKind
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint, Draft
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS

CARD = replace(OPTIONS, variant=Variant.SPEAKING_CARD)


def card(draft=EXAMPLE):
    return list(blocks_of(compose(LIBRARY.material(draft), draft), CARD))


def of_kind(blocks, kind):
    return [block.text for block in blocks if block.kind is kind]


def test_each_part_has_its_time_and_the_clock_after_it():
    blocks = card()
    assert of_kind(blocks, BlockKind.PART) == [
        "Opening",
        "It makes more mistakes with some people",
        "Freedom to speak and gather",
        "What I ask you to do",
        "Closing",
    ]
    times = of_kind(blocks, BlockKind.TIME)
    assert times[0].split(", ends at ")[0] == times[0].split(", ends at ")[1]
    total = times[-1].split(", ends at ")[1]
    assert of_kind(blocks, BlockKind.KEY)[0].startswith(f"About {total} in all.")


def test_only_what_is_said_aloud_stands_on_it():
    draft = replace(EXAMPLE, silent=("opening",))
    said = " ".join(of_kind(card(draft), BlockKind.SAID))
    assert "My name is Rosa Maple." not in said
    assert "Please keep the City's ban" in said
    assert "doi.org" not in said
    assert "For the public record" not in said


def test_the_first_words_of_a_sentence_stand_out_and_pauses_are_marked():
    draft = replace(EXAMPLE, points=(ChosenPoint("own-1", "I was  late that day. Why?\nNobody asked."),))
    blocks = [block for block in card(draft) if block.kind is BlockKind.SAID]
    shown = ["".join(f"*{run.text}*" if run.strong else run.text for run in block.runs) for block in blocks]
    assert "*I was  late* that day.\u00a0/" in shown
    assert "*Why?*\u00a0//" in shown
    assert "*Nobody asked.*\u00a0//" in shown


def test_no_word_is_lost_or_added():
    testimony = compose(LIBRARY.material(EXAMPLE), EXAMPLE)
    said = " ".join(of_kind(card(), BlockKind.SAID))
    assert said.split() == testimony.text.split()


def test_the_mark_of_a_pause_never_begins_a_line():
    marks = [block.runs[-1] for block in card() if block.kind is BlockKind.SAID]
    assert {mark.text for mark in marks if mark.mark} == {"\u00a0/", "\u00a0//"}


LAO = "ຂ້ອຍອາໄສຢູ່ເມືອງມິນນີອາໂປລິສມາສິບເອັດປີແລ້ວ"


def in_language(language, story):
    draft = Draft(id="x", language=language, points=(ChosenPoint("own-1", story),))
    testimony = compose(LIBRARY.material(draft), draft)
    return list(blocks_of(testimony, replace(CARD, language=LIBRARY.language(language))))


@pytest.mark.parametrize("language", ["lo", "zh", "es"])
def test_where_the_pace_of_a_language_is_not_known_every_time_is_about(language):
    for time in of_kind(in_language(language, "Uno dos tres."), BlockKind.TIME):
        assert re.fullmatch(r"About \d+:\d\d, ends at about \d+:\d\d", time)


@pytest.mark.parametrize(("language", "story"), [("lo", LAO), ("zh", "我住在这里十一年了。")])
def test_a_script_without_spaces_has_cues_and_times_too(language, story):
    blocks = in_language(language, f"{story}\n" * 20)
    (first, *_) = [block for block in blocks if block.kind is BlockKind.SAID]
    assert 0 < len(first.runs[0].text) < len(story) / 2
    minutes, seconds = re.search(r"ends at about (\d+):(\d\d)", of_kind(blocks, BlockKind.TIME)[-1]).groups()
    assert 60 < int(minutes) * 60 + int(seconds) < 180


def seconds_of(shown):
    minutes, seconds = shown.split(":")
    return int(minutes) * 60 + int(seconds)


@pytest.mark.parametrize("story", ["Hello.", "One two three.", "word " * 31, "word " * 85])
def test_the_times_of_the_parts_add_up_and_none_is_nothing(story):
    points = tuple(ChosenPoint(f"own-{number}", story, title="Part") for number in range(1, 4))
    blocks = card(replace(EXAMPLE, points=points))
    total = 0
    for shown in of_kind(blocks, BlockKind.TIME):
        time, ends = map(seconds_of, shown.split(", ends at "))
        assert time >= 1
        total += time
        assert ends == total
    assert of_kind(blocks, BlockKind.KEY)[0].startswith(f"About {clock(total)} in all.")


def test_points_without_a_heading_are_told_apart():
    points = (
        ChosenPoint("own-1", "One."),
        ChosenPoint("own-2", "Two.", title="Cameras"),
        ChosenPoint("own-3", "Three."),
    )
    parts = of_kind(card(replace(EXAMPLE, points=points)), BlockKind.PART)
    assert parts == ["Opening", "Point 1", "Cameras", "Point 3", "What I ask you to do", "Closing"]


def test_a_single_point_without_a_heading_is_the_testimony():
    parts = of_kind(card(Draft(id="x", language="en", points=(ChosenPoint("own-1", "One."),))), BlockKind.PART)
    assert parts == ["Opening", "Testimony", "Closing"]
