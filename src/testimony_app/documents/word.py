"""A testimony as a Word file: real headings, numbered sources, links, and no trace of the machine."""

from copy import deepcopy
from functools import lru_cache
from pathlib import Path

from lxml import etree

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.options import DocumentOptions, Paper, Variant
from testimony_app.documents.word_card import kept_together
from testimony_app.documents.word_markup import Page, page_number, run
from testimony_app.documents.word_package import (
    CORE,
    DOCUMENT,
    STYLES,
    TIES,
    PackedParts,
    core_properties,
    parts_of,
    relate,
    xml,
)
from testimony_app.documents.word_styles import KEPT_WHOLE, on_paper, said_in, styles_of
from testimony_app.domain.testimony import Testimony

_FIRST_FOOTER, _FOOTER = "word/footer2.xml", "word/footer1.xml"
_EACH_LETTERS_OWN = (CORE, DOCUMENT, TIES, _FIRST_FOOTER, _FOOTER)
_SECTION = "<w:sectPr>"
_MOST_KEPT = 32


class WordWriter:
    """Writes Word files from our own template, whose unchanging parts are read and packed once.

    `template` is the folder with the template's parts. A writer keeps nothing of one testimony for the next but which
    language it was in.
    """

    def __init__(self, template: Path) -> None:
        self._parts = parts_of(template)
        self._ties = etree.fromstring(self._parts[TIES])
        self._common = lru_cache(maxsize=_MOST_KEPT)(self._pack_common)

    def write(self, testimony: Testimony, options: DocumentOptions) -> bytes:
        """Return the testimony as the bytes of a .docx file."""
        ties = deepcopy(self._ties)
        words = options.words_language(testimony.language)
        whole = KEPT_WHOLE.get(options.variant, 0)
        page = Page(lambda url: relate(ties, url, "hyperlink", outside=True), words=words, whole=whole)
        blocks = blocks_of(testimony, options)
        if options.variant is Variant.SPEAKING_CARD:
            for block, keeps in kept_together(blocks, options.paper):
                page.add(block, keeps=keeps)
        else:
            for block in blocks:
                page.add(block)
        before, section, after = on_paper(self._parts[DOCUMENT].decode(), options.paper).partition(_SECTION)
        foot = run(options.foot, language=words)
        number = page_number(options.language.words.page_of, words)
        own = {
            CORE: core_properties(self._parts[CORE], testimony, options),
            DOCUMENT: f"{before}{page.markup}{section}{after}".encode(),
            TIES: xml(ties),
            _FIRST_FOOTER: self._footer(_FIRST_FOOTER, foot),
            _FOOTER: self._footer(_FOOTER, f"{foot}{run(chr(9))}{number}"),
        }
        return self._common(options.variant, options.paper, testimony.language).with_parts(own)

    def _pack_common(self, variant: Variant, paper: Paper, language: str) -> PackedParts:
        """Pack what all letters of a kind have in common, the styles among it."""
        styles = said_in(on_paper(styles_of(variant, self._parts[STYLES].decode()), paper), language)
        common = {name: content for name, content in self._parts.items() if name not in _EACH_LETTERS_OWN}
        return PackedParts(common | {STYLES: styles.encode()})

    def _footer(self, name: str, inside: str) -> bytes:
        """Return a footer. The first page bears no number: no field shows one only where there are several pages."""
        return self._parts[name].decode().replace("</w:p>", f"{inside}</w:p>").encode()
