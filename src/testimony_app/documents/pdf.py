"""A testimony as a tagged PDF, set by Typst with PDF/UA-1 checks on. The words travel as JSON, never as markup."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Final

import typst

from testimony_app.documents.blocks import blocks_of, title_of
from testimony_app.documents.characters import Typefaces, named
from testimony_app.documents.code_image import svg
from testimony_app.documents.direction import is_right_to_left, without_idle_controls
from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, Run
from testimony_app.documents.phone_codes import PhoneCode
from testimony_app.domain.errors import BugError, PersonError
from testimony_app.domain.language import DocumentWords
from testimony_app.domain.testimony import Testimony

STANDARD: Final = "ua-1"
_NO_BREAK = ("\ufeff", "\u2060")
"""PDF/UA-1 bans U+FEFF inside text; the other is the sign that Unicode has for the same since version 3.2."""
_TAB = "    "
_NOT_SHOWN = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_JOINED = re.compile(r"(?P<before>\S)\u200d(?=(?P<after>\S))")
_LONG_WORD = re.compile(r"\S{41,}")
_AT_SIGNS = re.compile(r"(?<=//)|(?<=[^:/]/)|(?=[.?=&#%_~+-])")
"""Where an address goes on in the next line: after a stroke, before any other sign."""

_TALL = re.compile("[\u0600-\u06ff\u0e80-\u0eff]")
"""Arabic and Lao, whose letters have signs above and below them."""

_PIECE = 8


class PdfWriter:
    """Writes PDF files. `template` is the folder with the Typst files, `fonts` the one with the typefaces.

    The compiler and the fonts are loaded once. A writer keeps nothing of one testimony for the next, and one thread at
    a time uses it. Raises BugError `pdf_failed` where the installation lacks its fonts.
    """

    def __init__(self, template: Path, fonts: Path) -> None:
        try:
            self._faces = Typefaces(fonts)
        except (OSError, ValueError) as error:
            raise BugError("pdf_failed") from error
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        self._template = template
        self._compilers: dict[str, typst.Compiler] = {}
        self._lock = Lock()

    def write(self, testimony: Testimony, options: DocumentOptions) -> bytes:
        """Return the testimony as the bytes of a PDF.

        Raises PersonError `pdf_characters` where the typefaces lack a character; nothing is left out silently.
        """
        return self.compile("testimony.typ", sheet_data(testimony, options), options)

    def pictures(self, testimony: Testimony, options: DocumentOptions, dots: int) -> tuple[bytes, ...]:
        """Return the pages as PNG pictures, as the PDF has them, of so many dots an inch.

        Raises PersonError `pdf_characters`.
        """
        return self.draw("testimony.typ", sheet_data(testimony, options), dots)

    def draw(self, template: str, data: dict[str, object], dots: int) -> tuple[bytes, ...]:
        """Return the pages that a template makes of some data as pictures. Raises PersonError `pdf_characters`.

        Typst draws an empty box for a sign that it cannot set, and refuses it in a PDF alone. So it is asked for that
        first where a sign could be such a one, so that there are pictures of what a PDF can hold and of nothing else:
        where there are marks or joiners, and one typeface does not have all (docs/decisions/0012).
        """
        inputs = self._inputs(data)
        with self._lock, _telling():
            if not self._faces.one_has_all(inputs["data"]) and self._faces.may_part(inputs["data"]):
                self._compiler(template).compile(format="pdf", pdf_standards=STANDARD, sys_inputs=inputs)
            made = self._compiler(template).compile(format="png", ppi=dots, sys_inputs=inputs)
        return (made,) if isinstance(made, bytes) else tuple(made or ())

    def demand_characters(self, data: dict[str, object]) -> str:
        """Return some data as JSON, as it is set. Raises PersonError `pdf_characters` where no typeface has one."""
        text = as_json(data).replace(*_NO_BREAK)
        missing = self._faces.missing(text)
        if missing:
            raise PersonError("pdf_characters", characters=named(missing))
        return text

    def compile(self, template: str, data: dict[str, object], options: DocumentOptions) -> bytes:
        """Return what a template makes of some data. Raises PersonError `pdf_characters`."""
        inputs = self._inputs(data)
        with self._lock, _telling():
            return self._compiled(template, inputs, options)

    def compile_with_pages(
        self, template: str, data: dict[str, object], options: DocumentOptions
    ) -> tuple[bytes, dict[int, int]]:
        """Return what `compile` does, and the page on which each numbered entry of it begins."""
        inputs = self._inputs(data)
        with self._lock, _telling():
            made = self._compiled(template, inputs, options)
            found = self._compiler(template).query("<page-of-entry>", field="value", format="json")
        return made, dict(json.loads(found))

    def with_faces(self, data: dict[str, object]) -> dict[str, object]:
        """Return the data of a sheet with the typefaces that suit its words. Raises PersonError `pdf_characters`."""
        faces: object = self._faces.order(self.demand_characters(data))
        return {**data, "fonts": faces}

    def _inputs(self, data: dict[str, object]) -> dict[str, str]:
        text = self.demand_characters(data)
        faces = json.dumps(self._faces.order(text))
        return {"data": f'{{"fonts": {faces}, {text[1:]}'}

    def _compiler(self, template: str) -> typst.Compiler:
        if template not in self._compilers:
            path = self._template / template
            self._compilers[template] = typst.Compiler(
                path, root=self._template, font_paths=self._fonts, ignore_system_fonts=True
            )
        return self._compilers[template]

    def _compiled(self, template: str, inputs: dict[str, str], options: DocumentOptions) -> bytes:
        made = self._compiler(template).compile(
            format="pdf", pdf_standards=STANDARD, sys_inputs=inputs, timestamp=int(options.made_at.timestamp())
        )
        if not isinstance(made, bytes):
            raise BugError("pdf_failed")
        if not self._faces.may_part(inputs["data"]):
            return made
        from testimony_app.documents.pdf_clusters import with_whole_clusters  # noqa: PLC0415  (few texts need it)

        return with_whole_clusters(made)


def as_json(data: Mapping[str, object]) -> str:
    """Return some data as JSON. Entries of lists are written one by one, so that other threads go on meanwhile."""
    dumps = partial(json.dumps, ensure_ascii=False)

    def written(value: object) -> str:
        return f"[{', '.join(map(dumps, value))}]" if isinstance(value, list) else dumps(value)

    return f"{{{', '.join(f'{dumps(key)}: {written(value)}' for key, value in data.items())}}}"


@contextmanager
def _telling() -> Iterator[None]:
    """Raise what is to be told in the place of Typst's own error."""
    try:
        yield
    except typst.TypstError as error:
        raise _told(error) from error


def _told(error: typst.TypstError) -> BugError | PersonError:
    """Return what to tell of a page that Typst cannot set.

    Rarely it finds no typeface for a sign where it stands, though one has it (docs/decisions/0012).
    """
    found = _NOT_SHOWN.search(str(error))
    if found is None:
        return BugError("pdf_failed")
    text = _ESCAPE.sub(lambda escaped: chr(int(escaped[1], 16)), found["text"])
    return PersonError("pdf_characters", characters=named(text))


def sheet_data(testimony: Testimony, options: DocumentOptions) -> dict[str, object]:
    """Return what a template needs of a testimony, as plain values."""
    language, region = _language(testimony.language)
    words = options.language.words
    data: dict[str, object] = {
        "title": title_of(testimony, options),
        "author": [testimony.author] if testimony.author else [],
        "lang": language,
        "region": region or None,
        "words_lang": _language(options.language.words_tag)[0],
        "words_rtl": is_right_to_left(words.for_the_record),
        "variant": options.variant.value,
        "paper": options.paper.value,
        "foot": options.foot,
        "page_of": words.page_of,
        "blocks": [_block(block) for block in blocks_of(testimony, options)],
    }
    if options.codes:
        data["codes"] = [_code(code, words) for code in options.codes]
        data["codes_about"] = words.codes_about_one if len(options.codes) == 1 else words.codes_about
    return data


def _code(code: PhoneCode, words: DocumentWords) -> dict[str, str]:
    """Return a code as a picture, with its number and with what it is to who cannot see it."""
    numbers = {"{number}": str(code.number), "{count}": str(code.of)}
    number, alt = ("" if code.of == 1 else words.code_number), words.code_alt
    for place, value in numbers.items():
        number, alt = number.replace(place, value), alt.replace(place, value)
    return {"svg": svg(code), "number": number, "alt": alt}


def _language(tag: str) -> tuple[str, str]:
    """Return the language of a tag and its region, if it names one, as Typst takes them."""
    language, *rest = tag.split("-")
    known = language.lower() if language.isalpha() and len(language) in {2, 3} else "und"
    if known == "en" and not rest:
        return "en", "US"
    return known, next((part.upper() for part in rest if part.isalpha() and len(part) == 2), "")  # noqa: PLR2004


def _block(block: Block) -> dict[str, object]:
    runs_left = is_right_to_left(block.leading_text)
    runs = [run_data(run, among_right_to_left=runs_left) for run in without_idle_controls(block.runs)]
    plain: dict[str, object] = {"kind": block.kind.value, "runs": runs}
    if block.label:
        plain["label"] = block.label
    if block.number:
        plain["number"] = block.number
    if block.language:
        plain["lang"] = _language(block.language)[0]
    if runs_left:
        plain["rtl"] = True
    if block.is_title:
        plain["title"] = True
    if _TALL.search(block.text):
        plain["tall"] = True
    return plain


def _pieces(text: str) -> list[str]:
    """Return a text in pieces between which a line may end: a word longer than a line would run off the page.

    No piece begins with a mark or a joiner, which belongs to the sign before it.
    """
    pieces, start = [], 0
    for word in _LONG_WORD.finditer(text):
        at = word.start() + _PIECE
        while at < word.end():
            if unicodedata.category(text[at])[0] in "MC":
                at += 1
            else:
                pieces.append(text[start:at])
                start, at = at, at + _PIECE
    return [*pieces, text[start:]]


def _symbols_apart(text: str) -> Iterator[str]:
    """Yield a text in pieces, of which one ends where a joiner stands between a sign and a symbol.

    Unicode takes these for one sign (UAX #29, GB11), and Typst would give its text to each face that shows some of it.
    The joiner changes nothing there: no typeface of ours has a sign of several symbols.
    """
    start = 0
    for joined in _JOINED.finditer(text):
        if unicodedata.category(joined["before"]) != "Cf" and unicodedata.category(joined["after"])[0] in "SP":
            yield text[start : joined.start("after")]
            start = joined.start("after")
    yield text[start:]


def run_data(run: Run, *, among_right_to_left: bool = False) -> dict[str, object]:
    """Return a run as a template takes it. `among_right_to_left` says which way the words around it run."""
    return dict(_run(run, among_right_to_left=among_right_to_left))


def _run(run: Run, *, among_right_to_left: bool) -> Iterator[tuple[str, object]]:
    text = run.text.replace("\t", _TAB)
    yield "text", text
    parts = _AT_SIGNS.split(text) if run.url else [text]
    pieces = [piece for part in parts for whole in _symbols_apart(part) for piece in _pieces(whole)]
    if len(pieces) > 1:
        yield "pieces", pieces
    if run.note:
        yield "note", run.note
    if run.url:
        yield "url", run.url
    if run.strong:
        yield "strong", True
    if run.mark:
        yield "mark", True
    if run.language:
        yield "lang", _language(run.language)[0]
        right_to_left = is_right_to_left(text, otherwise=among_right_to_left)
        if right_to_left != among_right_to_left:
            yield "turned", "rtl" if right_to_left else "ltr"
