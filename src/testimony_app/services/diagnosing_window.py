"""Can the window open here, and is its typeface whole? A process of its own tries, since only trying tells."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from testimony_app.services.diagnosing import Diagnosis, Verdict

TRIAL = "testimony_app.ui.try_window"
"""What the process runs. It is named here and not imported: services know no Qt."""

SECONDS = 30
"""How long a start of Qt may take on a slow disk."""

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What tells Qt on Linux where to show a window."""

_NO_SCREEN_NEEDED = {"QT_QPA_PLATFORM": "offscreen"}
_MOST_SHOWN = 200


class _Trial(NamedTuple):
    """What came of a try: Qt's platform and what is wrong with the typeface, or in `trouble` why there was none."""

    platform: str = ""
    family: str = ""
    bad_fonts: tuple[str, ...] = ()
    trouble: str = ""


def diagnose_window(resources: Path, environment: Mapping[str, str] = os.environ) -> Iterator[Diagnosis]:
    """Yield whether the window can open and whether its typeface loads.

    No screen is a warning: the commands work without one. `environment` is that of the process that tries.
    """
    trial = None
    screen = " ".join(f"{name}={environment[name]}" for name in _SCREENS if environment.get(name))
    if sys.platform == "linux" and not screen:
        yield Diagnosis("display", Verdict.WARN, "display_missing")
    else:
        trial = _try(resources, environment)
        if trial.trouble:
            yield Diagnosis("display", Verdict.FAIL, "display_fails", {"screen": screen, "detail": trial.trouble})
        else:
            yield Diagnosis("display", Verdict.PASS, "display_works", {"platform": trial.platform})
    if trial is None or trial.trouble:
        trial = _try(resources, {**environment, **_NO_SCREEN_NEEDED})
    yield _fonts(trial)


def _fonts(trial: _Trial) -> Diagnosis:
    if trial.trouble:
        return Diagnosis("fonts", Verdict.FAIL, "fonts_not_tried", {"detail": trial.trouble})
    if trial.bad_fonts:
        parameters: dict[str, str | int] = {"family": trial.family, "files": ", ".join(trial.bad_fonts)}
        return Diagnosis("fonts", Verdict.WARN, "fonts_bad", parameters)
    return Diagnosis("fonts", Verdict.PASS, "fonts_sound", {"family": trial.family})


def _try(resources: Path, environment: Mapping[str, str]) -> _Trial:
    command = [sys.executable, "-P", "-m", TRIAL, str(resources)]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _Trial(trouble=f"not within {SECONDS} seconds")
    except OSError as error:
        return _Trial(trouble=error.strerror or type(error).__name__)
    try:
        found = json.loads(done.stdout)
        return _Trial(found["platform"], found["family"], tuple(found["bad_fonts"]))
    except (ValueError, KeyError, TypeError):
        return _Trial(trouble=_why(done.stderr) or f"exit {done.returncode}")


def _why(said: str) -> str:
    """Return the line that tells most: the error that Python ends with, else the first that Qt has said."""
    lines = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
    if any(line.startswith("Traceback") for line in lines):
        return lines[-1][:_MOST_SHOWN]
    return lines[0][:_MOST_SHOWN] if lines else ""
