"""How long a PDF takes beside the same page compiled by Typst alone, a packet beside single pages, and the memory.

    .venv/bin/python -m tests.benchmarks.pdf_export

The floor compiles the same template from data that is prepared once, with the compiler and fonts loaded once: nothing
composed, no character looked up, no JSON made. Typst keeps what it made of equal input, so each round has a testimony
of its own, the same for both sides, whose turns alternate as to who is first. All take turns in one process; figures
are medians of rounds, in processor time. "First" is measured in fresh processes, by the clock, since imports count.
"""

import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import typst

from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.packet import write_packet
from testimony_app.documents.pdf import STANDARD, PdfWriter, sheet_data
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode
from tests.benchmarks.report import Row, told
from tests.benchmarks.word_export import resident_bytes

RESOURCES = Path(__file__).parent.parent.parent / "resources"
ROUNDS = 200
MANY = 1000
PACKET = 500
FRESH = 7
MOST_TIMES_TYPST = 1.3
MOST_TIMES_SINGLE = 1.3
MOST_FIRST_MS = 300
MOST_GROWTH = 1.1
GOAL = "PDF"
VOWELS = "وَأَنَا أُحِبُّ مَدِينَتِي كُلَّ يَوْمٍ " * 8
"""Words whose letters and marks Typst shows apart, so that its file is gone through once more."""

FIRST = """
import sys, time
sys.path.insert(0, "src")
from datetime import UTC, datetime
from pathlib import Path
from testimony_app.domain.compose import compose
from testimony_app.services.library import Library
from testimony_app.testimony_file.decode import decode
from testimony_app.documents.formats import document_formats
from testimony_app.documents.options import DocumentOptions
resources = Path("resources")
library = Library(resources, resources / "none", resources / "none")
draft = decode((resources / "example.testimony.json").read_bytes(), "22222222-2222-4222-8222-222222222222").draft
material = library.material(draft)
testimony = compose(material, draft)
options = DocumentOptions(material.language, datetime(2026, 11, 24, tzinfo=UTC))
start = time.perf_counter()
document_formats(resources)["pdf"].writer()(testimony, options)
print((time.perf_counter() - start) * 1000)
"""


def rows():
    library = Library(RESOURCES, RESOURCES / "none", RESOURCES / "none")
    draft = decode((RESOURCES / "example.testimony.json").read_bytes(), "22222222-2222-4222-8222-222222222222").draft
    material = library.material(draft)
    options = DocumentOptions(material.language, datetime(2026, 11, 24, tzinfo=UTC), reference="T-7K3MQ2P")
    writer = PdfWriter(RESOURCES / "templates" / "pdf", RESOURCES / "fonts")

    def testimony(number, words=""):
        first, *others = draft.points
        story = f"This happened to me {number} times. {first.story} {words}".rstrip()
        return compose(material, replace(draft, points=(ChosenPoint(first.id, story, first.evidence), *others)))

    floor = Floor(writer)
    same = writer.write(testimony(0), options) == floor.compile(floor.prepared(testimony(0), options))

    def taking_turns(words, first):
        ours, least = [], []
        for number in range(first, first + ROUNDS):
            one, other = testimony(2 * number, words), testimony(2 * number + 1, words)
            for each in (one, other) if number % 2 else (other, one):
                data = floor.prepared(each, options)
                if each is one:
                    least.append(seconds(lambda data=data: floor.compile(data)))
                else:
                    ours.append(seconds(lambda each=each: writer.write(each, options)))
        return ours, least

    ours, least = taking_turns("", 1)
    marked, marked_least = taking_turns(VOWELS, 40_000)
    first = median(first_pdf() for _ in range(FRESH))

    entries = [(testimony(10_000 + number), options) for number in range(PACKET)]
    others = [testimony(20_000 + number) for number in range(PACKET)]
    together = seconds(lambda: write_packet(writer, entries, options))
    single = seconds(lambda: [writer.write(each, options) for each in others])

    growth = memory_growth(writer, testimony, options)

    ratio = median(one / other for one, other in zip(ours, least, strict=True))
    if not same:
        raise ValueError("the floor made another file than the writer; this comparison says nothing")
    words = f"a file of {len(testimony(0).text.split())} words"
    typst_alone = f"Typst on prepared data {median(least) * 1000:.2f} ms"
    yield Row(GOAL, words, median(ours) * 1000, "ms", typst_alone, ratio, MOST_TIMES_TYPST)
    with_marks = median(one / other for one, other in zip(marked, marked_least, strict=True))
    marked_alone = f"Typst on prepared data {median(marked_least) * 1000:.2f} ms"
    yield Row(
        GOAL, "the same, and 40 Arabic words with vowel signs", median(marked) * 1000, "ms", marked_alone, with_marks
    )
    one_by_one = f"{PACKET} single ones {single * 1000:.0f} ms"
    yield Row(GOAL, f"a packet of {PACKET}", together * 1000, "ms", one_by_one, together / single, MOST_TIMES_SINGLE)
    yield Row(GOAL, "the first of a process, the compiler included", first, "ms", wanted=MOST_FIRST_MS)
    yield Row(GOAL, f"memory after {MANY:,} mixed files", growth, "", f"after {MANY // 10}", growth, MOST_GROWTH)


def first_pdf():
    """Return the milliseconds of the first PDF in a fresh process, by the clock."""
    command = [sys.executable, "-c", FIRST]
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


def memory_growth(writer, testimony, options):
    """Return how much memory a thousand mixed exports take, times that of the first hundred."""
    word = WordWriter(RESOURCES / "templates" / "word")
    held = []
    for number in range(MANY):
        mixed = replace(options, variant=list(Variant)[number % 3])
        write = word.write if number % 2 else writer.write
        write(testimony(30_000 + number), mixed)
        held.append(resident_bytes())
    return held[-1] / held[MANY // 10]


class Floor:
    """Typst by itself, with its own compiler of the same template and fonts."""

    def __init__(self, writer):
        self._writer = writer
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[RESOURCES / "fonts"])
        folder = RESOURCES / "templates" / "pdf"
        self._compiler = typst.Compiler(
            folder / "testimony.typ", root=folder, font_paths=fonts, ignore_system_fonts=True
        )

    def prepared(self, testimony, options):
        return self._writer._inputs(sheet_data(testimony, options)), int(options.made_at.timestamp())

    def compile(self, prepared):
        inputs, made_at = prepared
        return self._compiler.compile(format="pdf", pdf_standards=STANDARD, sys_inputs=inputs, timestamp=made_at)


def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(told(rows()))
