"""The styles of the Word file by what it is for: the same styles in larger letters, and a few more on a card."""

import re
from typing import NamedTuple

from testimony_app.documents.options import Variant


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
_SIZE = re.compile(r'(<w:(?:sz|szCs) w:val=")(\d+)(")')
_SPACE = re.compile(r'(w:(?:before|after|left|hanging)=")(\d+)(")')
_LEFT_TAB = re.compile(r'(<w:tab w:val="left" w:pos=")(\d+)(")')
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
      <w:keepLines/>
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


def styles_of(variant: Variant, styles: bytes) -> bytes:
    """Return the styles part of a variant, made from that of the written statement."""
    if variant is Variant.WRITTEN:
        return styles
    scale = _SCALES[variant]
    text = _SIZE.sub(lambda found: _scaled(found, scale.letters, scale.least), styles.decode())
    for pattern in (_SPACE, _LEFT_TAB):
        text = pattern.sub(lambda found: _scaled(found, scale.spacing, 0), text)
    if variant is Variant.SPEAKING_CARD:
        text = text.replace("</w:styles>", _CARD_STYLES.lstrip("\n"))
    return text.encode()


def _scaled(found: re.Match[str], factor: float, least: int) -> str:
    before, number, after = found.groups()
    return f"{before}{max(least, round(int(number) * factor))}{after}"
