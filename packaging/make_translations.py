"""Bring the texts for translators, resources/translations/testimony.ts, in step with the source.

    .venv/bin/python packaging/make_translations.py [FILE]

Every text of the window and of `words` stands in it once, by context. A translator's file begins as a copy.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "resources" / "translations" / "testimony.ts"


def main(file: Path = TEXTS) -> int:
    """Write the texts that the source holds now, and return the exit code."""
    folder = ROOT / "src" / "testimony_app"
    sources = sorted(str(path) for room in ("ui", "words") for path in (folder / room).rglob("*.py"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    lupdate = str(Path(sys.executable).with_name("pyside6-lupdate"))
    command = [lupdate, "-silent", "-locations", "none", "-source-language", "en", *sources, "-ts", str(file)]
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
