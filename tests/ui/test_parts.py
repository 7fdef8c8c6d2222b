"""Parts of the window that once looked wrong."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QAccessible, QColor, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from testimony_app.ui.dates import clock_time
from testimony_app.ui.look import ThemeChoice
from testimony_app.ui.tokens import H1
from testimony_app.ui.widgets.art import Tile
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.inputs import LineBox
from testimony_app.ui.widgets.reading_box import ReadingBox, framed
from testimony_app.ui.widgets.scroll import Scroll
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.top_bar import Logo


def test_the_page_on_the_tile_is_seen_in_high_contrast(look, qtbot):
    look.choose(ThemeChoice.HIGH_CONTRAST)
    tile = Tile(look, arches=False)
    qtbot.addWidget(tile)
    tile.resize(tile.sizeHint())
    picture = tile.grab().toImage()
    colors = [picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())]
    assert colors.count("#000000") > len(colors) // 2


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_a_text_to_read_has_an_edge_that_is_seen(look, qtbot, choice):
    look.choose(choice)
    frame = framed(look, ReadingBox(look, "A heron stood by the bridge.", "Words"))
    qtbot.addWidget(frame)
    frame.resize(300, 200)
    picture = frame.grab().toImage()
    assert picture.pixelColor(0, 100) == look.color("border")
    assert look.color("border") != look.color("surface")
    assert picture.pixelColor(0, 100) != picture.pixelColor(8, 100)


def test_a_text_to_read_stands_at_the_side_of_its_script(look, qtbot):
    box = ReadingBox(look, "My name is Layla.\nاسمي ليلى", "Words")
    qtbot.addWidget(box)
    box.resize(600, 120)
    picture = box.grab().toImage()
    lines = [box.cursorRect(QTextCursor(box.document().findBlockByNumber(number))) for number in (0, 1)]
    inked = [
        [x for x in range(600) if any(picture.pixelColor(x, y).lightness() < 100 for y in range(top, bottom))]
        for top, bottom in ((line.top(), line.bottom()) for line in lines)
    ]
    assert max(inked[0]) < 300 < min(inked[1])


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_the_third_line_of_the_sign_has_a_color_of_its_own(look, qtbot, choice):
    look.choose(choice)
    logo = Logo(look)
    qtbot.addWidget(logo)
    logo.resize(logo.sizeHint())
    picture = logo.grab().toImage()
    first, third, bubble = (picture.pixelColor(*place) for place in ((12, 8), (12, 19), (12, 22)))
    assert (first, third) == (look.color("onprimary"), look.color("mark"))
    assert third != bubble


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_a_placeholder_is_as_dark_as_a_help_text(look, qtbot, choice):
    look.choose(choice)
    box = LineBox(look)
    qtbot.addWidget(box)
    box.ensurePolished()
    assert box.palette().placeholderText().color() == QColor(look.tokens.ink2)


def test_the_bar_makes_room_for_the_step_as_soon_as_there_is_one(driver, look):
    look.set_scale(2.0)
    driver.window.home.page.blank_wanted.emit()
    top = driver.window.frame.top
    assert top.steps.isVisible()
    assert not top._name.isVisible()
    driver.window.show_home()
    assert top._name.isVisible()


@pytest.mark.parametrize(("scale", "left"), [(1.0, 32), (2.0, 28)])
def test_large_text_has_no_wide_margins(driver, look, scale, left):
    look.set_scale(scale)
    page, shelf = driver.window.home.page, driver.window.home.page._shelf
    QApplication.processEvents()
    assert page._blank.x() == left
    assert (shelf.x(), shelf.width()) == (0, page._body.width())


def test_a_row_narrows_what_can_be_narrower_before_it_breaks(look, qtbot):
    holder, words, button = QWidget(), Text(look, "word " * 60), QPushButton("Go")
    qtbot.addWidget(holder)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    button.setFixedSize(100, 44)
    flow = Flow(look, words, button, gap=10, least=200)
    holder.setLayout(flow)
    flow.setGeometry(QRect(0, 0, 400, flow.heightForWidth(400)))
    assert (words.width(), button.x()) == (290, 300)
    flow.setGeometry(QRect(0, 0, 300, flow.heightForWidth(300)))
    assert (words.width(), button.x()) == (300, 0)


def test_the_ring_goes_around_the_words_of_a_heading(driver):
    driver.window.frame.top.help_wanted.emit()
    title = driver.window.frame._page.heading.title
    driver.qtbot.waitUntil(driver.window.frame._ring.isVisible)
    QApplication.processEvents()
    assert driver.window.frame._ring.width() == title.written_part().width() + 10 < title.width()


def test_a_heading_from_right_to_left_has_its_words_at_the_right(look, qapp, qtbot):
    title = Text(look, "Home", H1)
    qtbot.addWidget(title)
    title.setFixedWidth(500)
    assert title.written_part().left() == 0
    title.setLayoutDirection(qapp.layoutDirection().RightToLeft)
    assert title.written_part().right() == title.rect().right()


@pytest.mark.usefixtures("qapp")
def test_a_time_has_no_space_that_the_typeface_lacks():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        shown = clock_time(datetime(2026, 11, 24, 14, 31, tzinfo=UTC))
    finally:
        QLocale.setDefault(before)
    assert shown.endswith(("\N{NO-BREAK SPACE}AM", "\N{NO-BREAK SPACE}PM"))


def test_a_scrolling_area_has_as_many_parts_when_it_is_hidden(look, qtbot):
    content = QWidget()
    content.setFixedHeight(3000)
    area = Scroll(look, content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    interface = QAccessible.queryAccessibleInterface(area)
    shown = interface.childCount()
    area.hide()
    assert (shown, interface.childCount()) == (1, 1)


@pytest.mark.parametrize("right_to_left", [False, True])
def test_the_bar_scrolls_and_follows_and_keeps_its_room(look, qapp, qtbot, right_to_left):
    content = QWidget()
    area = Scroll(look, content)
    qtbot.addWidget(area)
    if right_to_left:
        area.setLayoutDirection(qapp.layoutDirection().RightToLeft)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    room = area.viewport().geometry()
    assert (area.bar.geometry().right() + 1 == room.left()) is right_to_left
    assert (area.bar.geometry().left() == room.right() + 1) is not right_to_left
    content.setFixedHeight(3000)
    qtbot.waitUntil(lambda: area.bar.maximum() == 2800)
    assert area.viewport().geometry() == room
    area.bar.setValue(500)
    assert (area.verticalScrollBar().value(), content.y()) == (500, -500)
    area.verticalScrollBar().setValue(200)
    assert area.bar.value() == 200
