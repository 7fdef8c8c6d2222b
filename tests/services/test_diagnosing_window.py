import os
import shutil
import sys

import pytest

from testimony_app.services.diagnosing import Verdict
from testimony_app.services.diagnosing_window import diagnose_window
from testimony_app.words.diagnoses import diagnosis_sentence
from testimony_app.words.translate import english
from tests.services.conftest import RESOURCES

ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
OFFSCREEN = ENVIRONMENT | {"QT_QPA_PLATFORM": "offscreen"}
NO_SCREEN = {key: value for key, value in ENVIRONMENT.items() if key != "QT_QPA_PLATFORM"}


def asked(environment, resources=RESOURCES):
    return {each.subject: each for each in diagnose_window(resources, environment)}


def said(diagnosis):
    return diagnosis_sentence(diagnosis, english)


def test_a_window_that_can_open_and_a_whole_typeface():
    found = asked(OFFSCREEN)
    assert [each.verdict for each in found.values()] == [Verdict.PASS, Verdict.PASS]
    assert said(found["display"]) == "The window can open here, by way of offscreen."
    assert said(found["fonts"]) == "The typeface Atkinson Hyperlegible Next is whole."


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_commands_work_and_the_typeface_is_tried_all_the_same():
    found = asked(NO_SCREEN)
    assert (found["display"].verdict, found["display"].code) == (Verdict.WARN, "display_missing")
    assert found["fonts"].verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":99999"}, "xcb"),
        ({"QT_QPA_PLATFORM": "no-such-thing"}, "no-such-thing"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="these are ways of Linux")
def test_a_window_that_cannot_open_is_told_in_the_words_of_qt(trouble, says):
    found = asked(NO_SCREEN | trouble)
    assert found["display"].verdict is Verdict.FAIL
    assert says in said(found["display"])
    assert ("Traceback" in said(found["display"]), "\n" in said(found["display"])) == (False, False)
    assert found["fonts"].verdict is Verdict.PASS


def test_a_typeface_that_is_not_whole_is_told(tmp_path):
    fonts = tmp_path / "fonts"
    shutil.copytree(RESOURCES / "fonts", fonts)
    (fonts / "AtkinsonHyperlegibleNext-400.ttf").unlink()
    (fonts / "AtkinsonHyperlegibleNext-700.ttf").write_bytes(b"no font")
    found = asked(OFFSCREEN, tmp_path)
    assert found["display"].verdict is Verdict.PASS
    assert (found["fonts"].verdict, found["fonts"].code) == (Verdict.WARN, "fonts_bad")
    assert "AtkinsonHyperlegibleNext-400.ttf, AtkinsonHyperlegibleNext-700.ttf" in said(found["fonts"])


def test_a_qt_that_is_not_there_is_told_in_a_sentence(tmp_path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file')"
    )
    path = os.pathsep.join(part for part in (str(tmp_path), os.environ.get("PYTHONPATH", "")) if part)
    found = asked(OFFSCREEN | {"PYTHONPATH": path})
    assert [(each.verdict, each.code) for each in found.values()] == [
        (Verdict.FAIL, "display_fails"),
        (Verdict.FAIL, "fonts_not_tried"),
    ]
    assert "libEGL.so.1" in said(found["display"])


def test_a_window_that_does_not_start_in_time_is_told(monkeypatch):
    monkeypatch.setattr("testimony_app.services.diagnosing_window.SECONDS", 0.001)
    found = asked(OFFSCREEN)
    assert [each.verdict for each in found.values()] == [Verdict.FAIL, Verdict.FAIL]
