"""A rounded box: its edge lies inside, as wide as asked for, and nothing is painted outside its corners."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from testimony_app.ui.widgets.rounded import fill_rounded

GROUND, FILL, EDGE = QColor("#f4f1ea"), QColor("#ffffff"), QColor("#0d5057")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [1, 2, 4])
def test_the_edge_lies_inside_and_is_as_wide_as_asked_for(width):
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(GROUND)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_rounded(painter, QRectF(5, 5, 50, 30), 10, FILL, EDGE, width)
    painter.end()
    across = [picture.pixelColor(x, 20) for x in range(60)]
    middle = 50 - 2 * width
    assert across == [GROUND] * 5 + [EDGE] * width + [FILL] * middle + [EDGE] * width + [GROUND] * 5
    down = [picture.pixelColor(30, y) for y in range(40)]
    assert down[5 : 5 + width] == [EDGE] * width
    assert down[5 + width] == FILL
    assert picture.pixelColor(5, 5) == picture.pixelColor(54, 34) == GROUND
