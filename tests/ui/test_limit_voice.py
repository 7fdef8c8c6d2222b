"""Meters speak when a line is crossed, and not at every key."""

import pytest

from testimony_app.domain.draft import Delivery
from testimony_app.services.writing import Timing
from testimony_app.ui import limit_voice
from testimony_app.ui.limit_voice import LimitVoice

pytestmark = pytest.mark.usefixtures("qapp")


def timing(seconds, words=100, limit_words=None):
    return Timing((seconds,), words, 10, 120, limit_words, Delivery.BOTH)


@pytest.fixture
def said():
    return []


@pytest.fixture
def voice(said):
    return LimitVoice(said.append)


@pytest.fixture
def voice_at_once(monkeypatch, said):
    monkeypatch.setattr(limit_voice, "QUIET", 0)
    return LimitVoice(said.append)


def test_what_is_so_at_the_start_is_not_said(voice, said):
    voice.hear(timing(125))
    voice.hear(timing(126))
    assert said == []


def test_each_line_is_said_once(voice_at_once, said, qtbot):
    for seconds in (100, 109, 110, 115, 120, 121, 140, 119, 90, 80):
        voice_at_once.hear(timing(seconds))
        qtbot.waitUntil(lambda: not voice_at_once._pause.isActive())
    assert said == ["10 seconds left", "Over by 1 second", "1 second left", "30 seconds left"]


def test_words_have_a_line_too(voice, said):
    voice.hear(timing(60, words=180, limit_words=200))
    voice.hear(timing(125, words=201, limit_words=200))
    assert said == ["Over by 5 seconds. Over by 1 word"]


def test_what_is_crossed_soon_after_waits_and_is_said_as_it_is_by_then(voice, said):
    voice.hear(timing(100))
    voice.hear(timing(112))
    for seconds in (121, 130, 134):
        voice.hear(timing(seconds))
    assert said == ["8 seconds left"]
    voice._pause.timeout.emit()
    assert said == ["8 seconds left", "Over by 14 seconds"]


def test_what_went_back_meanwhile_is_not_said(voice, said):
    voice.hear(timing(100))
    voice.hear(timing(112))
    voice.hear(timing(125))
    voice.hear(timing(115))
    voice._pause.timeout.emit()
    assert said == ["8 seconds left"]


def test_another_testimony_begins_anew(voice, said):
    voice.hear(timing(100))
    voice.forget()
    voice.hear(timing(125))
    assert said == []


def test_a_testimony_that_is_closed_says_nothing_more(driver, program, example):
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    driver.window.navigator._limits._pause.start()
    driver.window.show_home()
    assert not driver.window.navigator._limits._pause.isActive()
