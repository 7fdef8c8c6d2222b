"""The one table of formats a testimony can be written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.plain import write_plain
from testimony_app.domain.testimony import Testimony

Write = Callable[[Testimony, DocumentOptions], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, which is also its file ending. `writer` loads what it needs when it is first called."""

    name: str
    writer: Callable[[], Write]


def document_formats(templates: Path) -> Mapping[str, Format]:
    """Return the formats by name. `templates` is the folder that holds `word`."""

    def word() -> Write:
        from testimony_app.documents.word import WordWriter  # noqa: PLC0415  (84 ms that only Word needs)

        return WordWriter(templates / "word").write

    return {"docx": Format("docx", word), "txt": Format("txt", lambda: write_plain)}
