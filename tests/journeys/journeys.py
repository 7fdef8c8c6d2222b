"""The journeys as data: each file is what one resident left, and this table what must come of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.plain import write_plain
from testimony_app.documents.word import WordWriter
from testimony_app.domain.checks.finding import Review
from testimony_app.domain.checks.review import run_checks
from testimony_app.domain.compose import compose
from testimony_app.domain.naming import file_name
from testimony_app.services.importing import with_edits_of_now
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode

HERE = Path(__file__).parent
REFERENCE = HERE.parent / "reference"
RESOURCES = HERE.parent.parent / "resources"
MADE_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

NAMES = tuple(sorted(path.name.removesuffix(".testimony.json") for path in HERE.glob("*.testimony.json")))


@dataclass(frozen=True)
class Journey:
    """A resident's testimony, all the way to the files."""

    draft: object
    testimony: object
    findings: tuple
    word: bytes
    plain: bytes
    file_name: str


def travel(name):
    library = Library(RESOURCES, HERE / "nothing-added", HERE / "nothing-added")
    decoded = decode((HERE / f"{name}.testimony.json").read_bytes(), "")
    material = library.material(decoded.draft)
    draft = with_edits_of_now(material, decoded.draft, decoded.bare_edits)
    testimony = compose(material, draft)
    options = DocumentOptions(material.language, MADE_AT, reference="T-7K3MQ2P", replaces="T-4QX2W9H")
    return Journey(
        draft=draft,
        testimony=testimony,
        findings=run_checks(Review(testimony, draft, material, library.safety_words)),
        word=WordWriter(RESOURCES / "templates" / "word").write(testimony, options),
        plain=write_plain(testimony, options),
        file_name=file_name(draft, material.body),
    )


def remake():
    """Write every reference file anew. Look at each before you commit it."""
    REFERENCE.mkdir(exist_ok=True)
    for name in NAMES:
        journey = travel(name)
        (REFERENCE / f"{name}.docx").write_bytes(journey.word)
        (REFERENCE / f"{name}.txt").write_bytes(journey.plain)


if __name__ == "__main__":
    remake()
