"""Make the pictures in docs/screens anew: what a person gets, as another program shows it.

    .venv/bin/python packaging/make_screens.py

Needs LibreOffice (soffice), pdftoppm and the font Liberation Sans, which has the widths of Arial.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
DOTS_PER_INCH = 80


def main() -> int:
    """Write every picture and return the exit code."""
    missing = [name for name in ("soffice", "pdftoppm") if not shutil.which(name)]
    if missing:
        print(f"These programs are missing: {', '.join(missing)}.", file=sys.stderr)
        return 1
    SCREENS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _word_page(Path(folder))
    return 0


def _word_page(folder: Path) -> None:
    """Picture the Word file of `testimony example`."""
    _run(sys.executable, "-m", "testimony_app", "example", "--out", str(folder))
    (word,) = folder.glob("*.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word))
    pdf = word.with_suffix(".pdf")
    _run("pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "-singlefile", str(pdf), str(SCREENS / "word-page"))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
