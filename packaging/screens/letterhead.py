"""A made-up letterhead, as an organization would make it in Word."""

import io
from datetime import UTC, datetime

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from PySide6.QtCore import QBuffer, QByteArray, QPointF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPolygonF

_TEAL = RGBColor(0x0B, 0x4F, 0x58)
_SIDE = 240


def made_up_letterhead() -> bytes:
    """Return the letterhead as the bytes of a .docx file."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(10)
    normal.paragraph_format.space_after = Pt(0)
    heading = document.styles["Heading 2"]
    heading.font.name, heading.font.size, heading.font.color.rgb = "Liberation Serif", Pt(12), _TEAL
    fonts = heading.element.rPr.rFonts
    for name in [each for each in fonts.attrib if each.endswith("Theme")]:
        del fonts.attrib[name]
    section = document.sections[0]
    section.left_margin = section.right_margin = Pt(64)
    section.top_margin = section.bottom_margin = Pt(44)
    section.header_distance = section.footer_distance = Pt(28)
    header = section.header.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(_logo()), height=Pt(34))
    header.paragraph_format.space_after = Pt(14)
    called = header.add_run("  Maple Street Tenants")
    called.bold, called.font.size, called.font.color.rgb = True, Pt(20), _TEAL
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    small = footer.add_run("12 Maple Street, Minneapolis. A made-up organization.")
    small.font.size, small.font.color.rgb = Pt(9), _TEAL
    for line in ("{{date}}", "", "{{testimony}}", "", "For Maple Street Tenants,", "{{name}}"):
        document.add_paragraph(line)
    document.core_properties.created = datetime(2026, 11, 24, tzinfo=UTC)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _logo() -> bytes:
    """Return a house under a roof, as a PNG."""
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor("#0B4F58"))
    painter.setPen(QColor("#0B4F58"))
    painter.drawPolygon(QPolygonF([QPointF(10, 120), QPointF(120, 15), QPointF(230, 120)]))
    painter.drawRect(40, 120, 160, 105)
    painter.fillRect(100, 150, 40, 75, QColor("white"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
