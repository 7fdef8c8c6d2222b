"""How long a Word file takes beside the least that a Word file needs, and how much memory a thousand of them take.

    .venv/bin/python -m tests.benchmarks.word_export

The floor writes the same parts from prepared text with `zipfile` alone: no styles looked up, no tree of XML made. The
letters of a batch all differ in words, name and reference; each stands beside its own floor. The peer writes the same
paragraphs with python-docx as its guide shows it. All take turns in one process, so that a busy
machine slows all; the figures are medians of the rounds' processor time. With a letterhead means one with a logo in its
header, an address in its footer, and placeholders in all three.
"""

import io
import re
import sys
import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import docx

from testimony_app.documents.letterheads.scrubbing import scrubbed
from testimony_app.documents.letterheads.writer import LetterheadWriter
from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode
from tests.benchmarks.report import Row, told
from tests.documents.letterhead_files import sound

RESOURCES = Path(__file__).parent.parent.parent / "resources"
ROUNDS = 200
MANY = 1000
BATCH = 500
MOST_TIMES_THE_FLOOR = 2
MOST_TIMES_IN_A_BATCH = 1.5
MOST_TIMES_WITHOUT_LETTERHEAD = 1.5
MOST_GROWTH = 1.1
GOAL = "Word"


def rows():
    library = Library(RESOURCES, RESOURCES / "none", RESOURCES / "none")
    draft = decode((RESOURCES / "example.testimony.json").read_bytes(), "22222222-2222-4222-8222-222222222222").draft
    material = library.material(draft)
    testimony = compose(material, draft)
    options = DocumentOptions(material.language, datetime(2026, 11, 24, tzinfo=UTC), reference="T-7K3MQ2P")
    writer = WordWriter(RESOURCES / "templates" / "word")
    letterhead = sound("{{date}}", "{{addressee}}", "{{testimony}}", "{{name}}", footer="{{subject}}")
    on_letterhead = LetterheadWriter(scrubbed(letterhead).content, RESOURCES / "templates" / "word")
    on_letterhead.write(testimony, options)
    made = writer.write(testimony, options)
    memory_for_one = resident_bytes()
    floor = prepared_floor(made)
    paragraphs = styled_paragraphs(made)
    same = parts_of(floor()) == parts_of(made)

    ours, least, headed = [], [], []
    for _ in range(ROUNDS):
        least.append(seconds(floor))
        ours.append(seconds(lambda: writer.write(testimony, options)))
        headed.append(seconds(lambda: on_letterhead.write(testimony, options)))
    for _ in range(MANY - ROUNDS - 1):
        writer.write(testimony, options)
    growth = resident_bytes() / memory_for_one
    batch, batch_least = seconds_of_a_batch(writer, library, draft, options)
    guide = [seconds(lambda: by_the_guide(paragraphs)) for _ in range(ROUNDS // 10)]
    ratios = [one / other for one, other in zip(ours, least, strict=True)]
    times_without = median(one / other for one, other in zip(headed, ours, strict=True))

    if not same:
        raise ValueError("the floor wrote other parts than the writer; this comparison says nothing")
    words = f"a file of {len(testimony.text.split())} words"
    least_ms, ours_ms, headed_ms = (median(each) * 1000 for each in (least, ours, headed))
    zipped, without = f"prepared parts, zipped {least_ms:.2f} ms", f"without one {ours_ms:.2f} ms"
    yield Row(GOAL, words, ours_ms, "ms", zipped, median(ratios), MOST_TIMES_THE_FLOOR)
    one, other = batch / BATCH * 1000, batch_least / BATCH * 1000
    yield Row(
        GOAL, f"one of {BATCH} in a batch", one, "ms", f"prepared parts of each {other:.2f} ms", batch / batch_least,
        MOST_TIMES_IN_A_BATCH,
    )  # fmt: skip
    yield Row(GOAL, "on a letterhead", headed_ms, "ms", without, times_without, MOST_TIMES_WITHOUT_LETTERHEAD)
    yield Row(GOAL, "on a letterhead", headed_ms, "ms", zipped, headed_ms / least_ms)
    peer = median(guide) * 1000
    yield Row(GOAL, "the peer, python-docx by its guide", peer, "ms", zipped, peer / least_ms)
    yield Row(GOAL, f"memory after {MANY:,} files", growth, "", "after one", growth, MOST_GROWTH)


def seconds_of_a_batch(writer, library, draft, options):
    """Return how long a batch of letters takes, no two of them alike, and how long the floor takes for the same."""
    ours = least = 0.0
    for number in range(BATCH):
        point = replace(draft.points[0], story=f"{draft.points[0].story} This is letter {number}.")
        other = replace(draft.change_point(point), person=replace(draft.person, name=f"Person {number}"))
        testimony = compose(library.material(other), other)
        own = replace(options, reference=f"T-{number:07}")
        floor = prepared_floor(writer.write(testimony, own))
        least += seconds(floor)
        ours += seconds(lambda testimony=testimony, own=own: writer.write(testimony, own))
    return ours, least


def prepared_floor(made):
    """Return what writes the parts of a Word file anew, its body joined from the texts between its tags."""
    parts = parts_of(made)
    body = re.split(r"(>)", parts.pop("word/document.xml").decode())
    names = list(parts)

    def write():
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name in names:
                package.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
            document = "".join(body).encode()
            package.writestr(zipfile.ZipInfo("word/document.xml"), document, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    return write


def by_the_guide(paragraphs):
    """Write paragraphs, each with its text and style, as the guide of python-docx shows it."""
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    document.save(io.BytesIO())


def styled_paragraphs(made):
    """Return the text of each paragraph of a Word file, and its style in python-docx's own template."""
    paragraphs = docx.Document(io.BytesIO(made)).paragraphs
    return [(each.text, each.style.name if each.style.name.startswith("Heading") else "Normal") for each in paragraphs]


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def resident_bytes():
    """Return the memory this process holds now, as Linux counts it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


if __name__ == "__main__":
    sys.exit(told(rows()))
