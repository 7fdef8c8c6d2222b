"""Make the pictures in docs/screens anew: the window as a person sees it, and the pages of documents.

    .venv/bin/python packaging/make_screens.py

Needs LibreOffice (soffice), pdftoppm and the font Liberation Sans, which has the widths of Arial. Where optipng is
there, the pictures become smaller still.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QImage

from screens.document_pages import DOCUMENT_PAGES, document_pages
from screens.small_png import write_page, write_small
from screens.window_pictures import WINDOW_PICTURES, window_pictures
from screens.word_page import WORD_PAGE, write_word_page

SCREENS = Path(__file__).resolve().parent.parent / "docs" / "screens"


def main() -> int:
    """Write every picture and return the exit code."""
    missing = [name for name in ("soffice", "pdftoppm") if not shutil.which(name)]
    if missing:
        print(f"These programs are missing: {', '.join(missing)}.", file=sys.stderr)
        return 1
    os.environ.update(QT_QPA_PLATFORM="offscreen", TZ="UTC", LC_ALL="C.UTF-8")
    time.tzset()
    SCREENS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="testimony-screens-") as folder:
        for name, picture in window_pictures(Path(folder)):
            write_small(picture, SCREENS / f"{name}.png")
        word_page = SCREENS / f"{WORD_PAGE}.png"
        write_word_page(word_page, Path(folder))
        write_page(QImage(str(word_page)), word_page)
        for page in document_pages(Path(folder)):
            write_page(QImage(str(page)), SCREENS / page.name)
    known = {WORD_PAGE, *DOCUMENT_PAGES, *(each.name for each in WINDOW_PICTURES)}
    for stray in SCREENS.glob("*.png"):
        if stray.stem not in known:
            stray.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
