"""The styles of the Word file by what it is for: the same styles in larger letters, and a few more on a card."""

import re
from typing import NamedTuple

from testimony_app.documents.direction import runs_right_to_left
from testimony_app.documents.options import Paper, Variant
from testimony_app.documents.word_markup import escaped, language_tag


class Scale(NamedTuple):
    """How much larger letters are than in the written statement, and the least size, in half points.

    `spacing` is how much wider the distances between paragraphs and at tab stops are.
    """

    letters: float
    least: int
    spacing: float


_SCALES = {
    Variant.LARGE_PRINT: Scale(20 / 11, 36, 1.6),
    Variant.SPEAKING_CARD: Scale(24 / 11, 36, 1.6),
}
KEPT_WHOLE = {Variant.LARGE_PRINT: 430, Variant.SPEAKING_CARD: 300}
"""How many characters a paragraph may have that no page break parts, by variant: two fifths of a page, as in the PDF.
One that is longer would leave too much of a page empty."""

_SIZE = re.compile(r'(<w:(?:sz|szCs) w:val=")(\d+)(")')
_SPACE = re.compile(r'(w:(?:before|after|left|hanging)=")(\d+)(")')
_LANGUAGE = re.compile(r'(<w:lang w:val=")[^"]*("[^>]* w:bidi=")([^"]*)')
_LETTER_PAGE, _A4_PAGE = '<w:pgSz w:w="12240" w:h="15840"/>', '<w:pgSz w:w="11906" w:h="16838"/>'
_LETTER_TAB, _A4_TAB = '<w:tab w:val="right" w:pos="9632"/>', '<w:tab w:val="right" w:pos="9298"/>'
"""The width of a page without its margins, in twentieths of a point."""

_LEFT_TAB = re.compile(r'(<w:tab w:val="left" w:pos=")(\d+)(")')
_PART = re.compile(r'(w:styleId="Heading2">.*?)(?=<w:spacing )', re.DOTALL)
_LINE_ABOVE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="8C8C8C"/></w:pBdr>'
"""On a card a line parts what is to be said."""

_CARD_STYLES = """
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="CardNote">
    <w:name w:val="Card Note"/>
    <w:basedOn w:val="Normal"/>
    <w:next w:val="Normal"/>
    <w:rPr>
      <w:color w:val="4A4A4A"/>
      <w:sz w:val="36"/>
      <w:szCs w:val="36"/>
    </w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="CardTime">
    <w:name w:val="Card Time"/>
    <w:basedOn w:val="CardNote"/>
    <w:next w:val="Said"/>
    <w:pPr>
      <w:keepNext/>
    </w:pPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Said">
    <w:name w:val="Said"/>
    <w:basedOn w:val="Normal"/>
    <w:qFormat/>
    <w:pPr>
      <w:ind w:left="397" w:hanging="397"/>
    </w:pPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="Cue">
    <w:name w:val="Cue"/>
    <w:rPr>
      <w:b/>
      <w:bCs/>
    </w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="Mark">
    <w:name w:val="Mark"/>
    <w:rPr>
      <w:b w:val="0"/>
      <w:bCs w:val="0"/>
      <w:color w:val="0B4F58"/>
    </w:rPr>
  </w:style>
</w:styles>"""


def styles_of(variant: Variant, styles: str) -> str:
    """Return the styles part of a variant, made from that of the written statement."""
    scale = _SCALES.get(variant)
    if scale is None:
        return styles
    text = _SIZE.sub(lambda found: _scaled(found, scale.letters, scale.least), styles)
    for pattern in (_SPACE, _LEFT_TAB):
        text = pattern.sub(lambda found: _scaled(found, scale.spacing, 0), text)
    if variant is Variant.SPEAKING_CARD:
        text = _PART.sub(rf"\1{_LINE_ABOVE}", text)
        text = text.replace("</w:styles>", _CARD_STYLES.lstrip("\n"))
    return text


def on_paper(part: str, paper: Paper) -> str:
    """Return the styles or the document for a size of paper: the page, and the tab stop at its right margin."""
    if paper is Paper.LETTER:
        return part
    return part.replace(_LETTER_PAGE, _A4_PAGE).replace(_LETTER_TAB, _A4_TAB)


def said_in(styles: str, language: str) -> str:
    """Return the styles with the language that a screen reader and a spelling check take the text for."""
    tag = escaped(language_tag(language))
    return _LANGUAGE.sub(
        lambda found: f"{found[1]}{tag}{found[2]}{tag if runs_right_to_left(language) else found[3]}", styles
    )


def _scaled(found: re.Match[str], factor: float, least: int) -> str:
    before, number, after = found.groups()
    return f"{before}{max(least, round(int(number) * factor))}{after}"
