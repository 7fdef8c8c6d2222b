"""Pictures of pages as people hold them: each variant in PDF and Word, many scripts, and the packet."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from screens.letterhead import made_up_letterhead
from testimony_app.documents.letterheads.taking_in import take_in
from testimony_app.documents.letterheads.writer import LetterheadWriter
from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.packet import write_packet
from testimony_app.documents.pdf import PdfWriter
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint, Draft
from testimony_app.domain.testimony import Testimony
from testimony_app.files.shipped import resource_folder
from testimony_app.services.importing import with_edits_of_now
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode

DOCUMENT_PAGES = (
    "pdf-page", "pdf-large-print", "pdf-speaking-card", "pdf-many-scripts", "pdf-packet",
    "word-large-print", "word-speaking-card", "word-letterhead",
)  # fmt: skip
_JOURNEYS = Path(__file__).resolve().parents[2] / "tests" / "journeys"
_MADE_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_DOTS_PER_INCH = 80
_FEWER_DOTS = 64
"""Enough for pages whose letters are large."""

_HERE = (
    "Kuv nyob ntawm no.", "Waxaan ku noolahay halkan.", "Ani asan jiraadha.", "Tôi sống ở đây.", "Я живу тут.",
    "እኔ እዚህ እኖራለሁ።", "ຂ້ອຍຢູ່ນີ້", "أنا أعيش هنا.", "𖬌𖬣𖬵 𖬇𖬰",
)  # fmt: skip
"""Somebody lives here, in the languages of the city."""

_IN_PACKET = ("three-points", "own-point-and-own-ask", "no-points", "blank-to-an-unlisted-body", "edits-kept")


def document_pages(folder: Path) -> Iterator[Path]:
    """Write the first page of each document as a PNG into a folder, and yield where it stands."""
    resources = resource_folder()
    library = Library(resources, folder / "none", folder / "none")
    options = DocumentOptions(library.language("en"), _MADE_AT, reference="T-7K3MQ2P")
    writer = PdfWriter(resources / "templates" / "pdf", resources / "fonts")
    word = WordWriter(resources / "templates" / "word")
    speech = _testimony(library, "three-points")
    sheets = {each: replace(options, variant=each) for each in Variant}
    made = {
        "pdf-page": writer.write(speech, options),
        "pdf-large-print": writer.write(speech, sheets[Variant.LARGE_PRINT]),
        "pdf-speaking-card": writer.write(speech, sheets[Variant.SPEAKING_CARD]),
        "pdf-many-scripts": writer.write(_in_many_scripts(library), options),
        "pdf-packet": write_packet(
            writer, [(_testimony(library, name), options) for name in _IN_PACKET], options
        ).content,
    }
    for name, content in made.items():
        (folder / f"{name}.pdf").write_bytes(content)
    headed = LetterheadWriter(take_in(made_up_letterhead()).content, resources / "templates" / "word")
    words = {
        "word-large-print": word.write(speech, sheets[Variant.LARGE_PRINT]),
        "word-speaking-card": word.write(speech, sheets[Variant.SPEAKING_CARD]),
        "word-letterhead": headed.write(speech, options),
    }
    for name, content in words.items():
        path = folder / f"{name}.docx"
        path.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path))
    for name in DOCUMENT_PAGES:
        target = folder / name
        dots = _DOTS_PER_INCH if name == "pdf-page" else _FEWER_DOTS
        _run("pdftoppm", "-r", str(dots), "-png", "-singlefile", str(folder / f"{name}.pdf"), str(target))
        yield target.with_suffix(".png")


def _in_many_scripts(library: Library) -> Testimony:
    point = ChosenPoint("own-1", "\n".join(_HERE), title="Here")
    draft = Draft(id="", language="en", body="minneapolis-city-council", points=(point,), own_next=2)
    return compose(library.material(draft), draft)


def _testimony(library: Library, name: str) -> Testimony:
    decoded = decode((_JOURNEYS / f"{name}.testimony.json").read_bytes(), "")
    material = library.material(decoded.draft)
    return compose(material, with_edits_of_now(material, decoded.draft, decoded.bare_edits))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
