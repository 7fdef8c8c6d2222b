"""The letter that every channel is tried with."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import docx

from testimony_app.domain.submission import Attachment, Letter, SubmissionIds

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IDS = SubmissionIds("6f0c7a52-3c1e-4a8f-9b7d-2f5e8d1c4b3a", "T-7K3MQ2P", datetime(2026, 11, 23, 18, 4, 5, tzinfo=UTC))
CANARY = "zebra-quilt-canary"
"""A word of the text that must stand in nothing but the message."""

NAME = ("Xaawo", "N%C3%BA", "Núñez")
"""The parts of the sender's name, as they may stand in a text, an address or the name of a file."""

TEXT = f"""For the public record
Hello, Council Members.

My name is Xaawo Núñez. {CANARY} 𖬀𖬁 שלום
.
..two dots begin this line
From here on a line begins with a word that some programs change.
{"A long line goes on. " * 120}
Mahadsanid."""


@cache
def word_file(text):
    document = docx.Document()
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


LETTER = Letter(
    subject="Public comment, file 2020-00681, Xaawo Núñez",
    text=TEXT,
    attachments=(Attachment("2020-00681_Xaawo-Núñez.docx", WORD, word_file("Hello, Council Members.")),),
    cover="Address: 12 Elm Street",
    sender_name="Xaawo Núñez",
    language="so",
    fields=(("name", "Xaawo Núñez"), ("ward", "9")),
)


def a_letter(**changes):
    return replace(LETTER, **changes)
