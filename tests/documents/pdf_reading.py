"""Reads a tagged PDF as a screen reader does: by its structure tree, whose leaves are marked pieces of the pages."""

import io
import re
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Name


@dataclass
class Element:
    """An element of the structure tree: its tag, its language if it has one, and what it holds in reading order.

    A marked piece of a page that says a language of its own (ISO 32000-1, 14.9.2.2) is a Span here.
    """

    tag: str
    language: str = ""
    kids: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def in_languages(self, language=""):
        """Return the texts from first to last, each with the language that a screen reader says it in."""
        language = self.language or language
        for kid in self.kids:
            if isinstance(kid, str):
                yield language, kid
            else:
                yield from kid.in_languages(language)

    def all(self, *tags):
        return [each for each in self.walk() if each.tag in tags]


def read_tree(content):
    """Return the structure tree of a PDF."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        marked = {page.obj.objgen: _marked_texts(page) for page in pdf.pages}
        return _element(pdf.Root.StructTreeRoot, marked, None)


def read_pages(content):
    """Return what stands on each page of a PDF, in the order in which it was set."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [" ".join(_marked_texts(page).texts.values()) for page in pdf.pages]


def letter_sizes(content):
    """Return the sizes of the letters on each page of a PDF, in points."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        steps = [pikepdf.parse_content_stream(page) for page in pdf.pages]
        return [{float(what[1]) for what, how in each if str(how) == "Tf"} for each in steps]


def read_outline(content):
    """Return the titles of the bookmarks, each with how deep it stands."""
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
        return list(_titles(outline.root, 0))


def figures(content):
    """Return what the pictures of a PDF are called to who cannot see them."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            str(each[Name.Alt])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get(Name.S) == Name.Figure
        ]


def _titles(items, depth):
    for item in items:
        yield depth, item.title
        yield from _titles(item.children, depth + 1)


def _element(node, marked, page):
    tag = str(node.get(Name.S, "/Document"))[1:]
    element = Element(tag, str(node.get(Name.Lang, "")))
    page = node[Name.Pg].objgen if Name.Pg in node else page
    kids = node.get(Name.K, [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            element.kids.append(marked[page].piece(kid))
        elif Name.MCID in kid:
            element.kids.append(marked[kid[Name.Pg].objgen if Name.Pg in kid else page].piece(int(kid[Name.MCID])))
        elif Name.S in kid:
            element.kids.append(_element(kid, marked, page))
    return element


def _marked_texts(page):
    """Return what is read of a page: the text of each marked piece by its number."""
    reading = _Reading(page)
    for operands, operator in pikepdf.parse_content_stream(page):
        step = reading.steps.get(str(operator))
        if step:
            step(operands)
    return reading


class _Reading:
    """What is known of a page while its signs are read in their order."""

    def __init__(self, page):
        self.texts, self._languages = {}, {}
        self.steps = {
            "BDC": self._open, "BMC": self._open, "EMC": self._close,
            "Tf": self._take_font, "Tj": self._show, "TJ": self._show,
        }  # fmt: skip
        self._page = page
        self._fonts = {name: _to_unicode(font) for name, font in page.resources.get(Name.Font, {}).items()}
        self._marks = []
        self._font = {}

    def piece(self, number):
        text = self.texts.get(number, "")
        return Element("Span", self._languages[number], [text]) if number in self._languages else text

    def _open(self, operands):
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, Name):
            properties = self._page.resources.Properties[properties]
        number = int(properties[Name.MCID]) if Name.MCID in properties else None
        if number is not None and Name.Lang in properties:
            self._languages[number] = str(properties[Name.Lang])
        self._marks.append((number, str(properties[Name.ActualText]) if Name.ActualText in properties else None))

    def _take_font(self, operands):
        self._font = self._fonts[str(operands[0])]

    def _show(self, operands):
        pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
        codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
        if all(actual is None for _, actual in self._marks):
            self._add("".join(self._font[codes[at : at + 2]] for at in range(0, len(codes), 2)))

    def _close(self, _operands):
        _, actual = self._marks.pop()
        if actual is not None:
            self._add(actual)

    def _add(self, text):
        number = next((number for number, _ in reversed(self._marks) if number is not None), None)
        if number is not None:
            self.texts[number] = self.texts.get(number, "") + text


def _to_unicode(font):
    """Return the text of each code of a font, from its ToUnicode map."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    texts = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            texts[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = bytes.fromhex(text).decode("utf-16-be")
            for step in range(int(first, 16), int(last, 16) + 1):
                value = start[:-1] + chr(ord(start[-1]) + step - int(first, 16))
                texts[step.to_bytes(2, "big")] = value
    return texts
