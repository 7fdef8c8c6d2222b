"""A picture of the first page of the Word file that `testimony example` writes."""

import subprocess
import sys
from pathlib import Path

WORD_PAGE = "word-page"
_DOTS_PER_INCH = 80


def write_word_page(path: Path, folder: Path) -> None:
    """Write the picture; `folder` is for what is made on the way."""
    _run(sys.executable, "-m", "testimony_app", "example", "--out", str(folder))
    (word,) = folder.glob("*.docx")
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word))
    pdf = word.with_suffix(".pdf")
    _run("pdftoppm", "-r", str(_DOTS_PER_INCH), "-png", "-singlefile", str(pdf), str(path.with_suffix("")))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
