"""A walk over every page: names for those who cannot see it, and nothing cut off for those who need it large."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QTextEdit, QWidget

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.domain.steps import StepId
from testimony_app.services.backups import Kept, Rescue
from testimony_app.ui.accessibility import reading_order
from testimony_app.ui.look import ThemeChoice
from testimony_app.ui.pages.lock import LockingPage
from testimony_app.ui.widgets import told_list
from testimony_app.ui.widgets.meter import Meter
from testimony_app.ui.widgets.text import Text
from tests.asking_body import BODY, add_asking_body
from tests.ui.conftest import Driver, name_of

STEPS = [step.value for step in StepId]
FORMS = {"new-way": "", "email-way": "clerk", "page-way": "page", "program-way": "program"}


def show_backups(window, program, _draft_id):
    program.backups.make()
    window.keeping.show_backups()


def show_loss(window, program, draft_id):
    """Show the page of backups as it is after the database was damaged."""
    show_backups(window, program, draft_id)
    kept = Kept(draft_id, "A testimony with a name", "2026-11-20T14:31:00Z")
    lost = Rescue(PersonError("store_damaged", path="testimony.db"), program.backups.all(), (kept,) * 7)
    page = window.keeping.backups.page
    page.show_backups(lost, "It is damaged.", program.backups.folder, ())


def show_versions(window, program, draft_id):
    """Show the earlier versions of a testimony in which a story, the request and the title were changed."""
    opened = program.drafting.open(draft_id)
    if opened.rev == 1:
        point = replace(opened.draft.points[0], story="Another story. It is told at more length than before.")
        now = replace(opened.draft, title="Renamed", ask=OwnAsk("Please listen."))
        program.drafting.save(replace(opened, draft=now.change_point(point)), "typing")
    window._on_opened(program.drafting.open(draft_id))
    window.keeping.show_versions()


def show_erase(window, program, draft_id):
    """Show what is asked before a testimony is erased that waits to be sent."""
    now = datetime.now(UTC)
    if not program.sending.of_draft(draft_id):
        program.submitting.submit(program.submitting.review(draft_id, "practice", now), "These are my words.", now)
    window.home.erase_wanted.emit(draft_id)


def show_erased(window, program, draft_id):
    """Show what is said after one was erased, with something that may be left."""
    show_erase(window, program, draft_id)
    left = [f"{program.folders.database}.damaged-20261101T000000Z may still hold some of it."]
    window.keeping.erasing.page.show_done("It is erased where we could reach it.", left, "Files.", offers_aside=True)


def show_deleted(window, program, draft_id):
    """Show a deleted testimony with a long title."""
    if not program.drafting.deleted():
        opened = program.drafting.open(draft_id)
        copy = program.drafting.copy_of(opened, "The tree on Lake Street, a testimony with a very long name indeed")
        program.drafting.delete(program.drafting.save(copy, "copy").draft.id)
    window.keeping.erasing.show_deleted()


def show_everything(window, _program, _draft_id):
    window.keeping.show_everything()


def show_move(window, _program, draft_id):
    window.keeping.moving.move(draft_id, "The guard who was sure it was me")


def show_packet(window, program, draft_id):
    """Show what was told of a packet, over a list of which more can be shown."""
    rows = len(program.drafting.in_order_begun())
    opened = program.drafting.open(draft_id)
    for number in range(rows, 32):
        copy = program.drafting.copy_of(opened, f"The tree on Lake Street, number {number}, with a very long name")
        program.drafting.save(copy, "copy")
    window.keeping.packet.show()
    page = window.keeping.packet.page
    page.show_saved("/home/rosa/Documents/Packet of the hearing in December/packet.pdf", 32)
    page.show_caution("Of one or more testimonies in the packet: This copy has no reference such as T-7K3MQ2P.")
    page.working.begin()


def show_lock(window, _program, _draft_id):
    window.keeping.lock.section.lock_wanted.emit()


def show_passphrase(window, _program, _draft_id):
    window.keeping.lock.passphrase_page.arrive(has_old=True)
    window.keeping.settings_page_shown.emit(window.keeping.lock.passphrase_page)


def show_locked(window, _program, _draft_id):
    """Show what is said after a lock was turned on, with something that may be left."""
    page = LockingPage(window._look, "Locking your testimonies")
    page.show_done(
        "Your testimonies are locked", ["Your passphrase opens them."], ["testimony.db.damaged may hold some."]
    )
    window.keeping.settings_page_shown.emit(page)


def show_cover(window, program, draft_id):
    """Show Share for a council that asks for everything, with a cover note chosen."""
    add_asking_body(program.folders.bodies, "address", "email", "phone")
    opened = program.drafting.open(draft_id)
    if opened.draft.body != BODY:
        program.drafting.save(replace(opened, draft=replace(opened.draft, body=BODY)), "typing")
    window._on_opened(program.drafting.open(draft_id))
    window.navigator.go(StepId.SHARE)
    next(each for each in window.findChildren(QRadioButton) if each.text() == "Cover note").click()


KEPT = {
    "cover": show_cover,
    "backups": show_backups, "lost": show_loss, "versions": show_versions, "erase": show_erase, "erased": show_erased,
    "deleted": show_deleted, "everything": show_everything, "move": show_move, "packet": show_packet, "lock": show_lock,
    "lock-passphrase": show_passphrase, "locked": show_locked,
}  # fmt: skip
PAGES = ["home", "letter", "help", "settings", *KEPT, *FORMS, *STEPS]
WAYS = {
    "clerk": {
        "kind": "email_smtp", "title": "The clerk", "to": ["clerk@city.example"], "from": "me@city.example",
        "host": "mail.city.example", "port": 465, "security": "tls", "checked_on": "2026-11-03",
    },
    "page": {
        "kind": "portal", "title": "The comment page", "url": "https://city.example/comment",
        "pieces": [{"title": "Your name", "value": "{name}"}, {"title": "Comment", "value": "{text}"}],
    },
    "program": {
        "kind": "http_api", "title": "The program", "url": "https://city.example/api", "encoding": "json",
        "fields": {"comment": "{text}", "who": "{name}"}, "receipt": {"status": [201]},
    },
}  # fmt: skip
CAMPAIGN = "minneapolis-facial-recognition"


@pytest.fixture
def show(open_window, program, example):
    """Show a page with a testimony in it."""
    imported = program.importing.take_in([example])
    for name, settings in WAYS.items():
        program.channels.add(name, settings)
    window = open_window().window

    def show_page(page):
        if page == "letter":
            window._on_letter_wanted(CAMPAIGN)
        elif page == "help":
            window._on_help_wanted()
        elif page == "settings":
            window._on_place_wanted(2)
        elif page in KEPT:
            KEPT[page](window, program, imported[0].draft_id)
        elif page in FORMS:
            window._on_place_wanted(2)
            window._places.ways._edit(FORMS[page])
        elif page != "home":
            window._on_opened(program.drafting.open(imported[0].draft_id))
            window.navigator.go(StepId(page))
        for _ in range(4):
            QApplication.processEvents()
        return window

    return show_page


def visible(window, kind=QWidget):
    return [each for each in window.findChildren(QWidget) if isinstance(each, kind) and each.isVisible()]


def focusable(window):
    return [each for each in visible(window) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()]


def everything_that_takes_the_focus_has_a_name_of_its_own_and_a_role(window):
    seen = {}
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = name_of(widget)
        assert name.strip(), widget
        assert interface.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, widget
        assert name not in seen, name
        seen[name] = widget
    assert len(seen) > 5


def every_button_is_called_what_stands_on_it(window):
    for button in visible(window, QPushButton):
        words = button.text().replace("&", "").strip()
        assert words.lower() in name_of(button).lower(), (name_of(button), words)


def no_widget_became_a_window(window):
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]


def cut_off(window):
    """Every text that is not shown whole, and everything that stands out of its place."""
    found = []
    for label in visible(window, Text):
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                found.append(("too low", label.text()))
        elif label.sizeHint().width() > label.width() + 1 and label.sizePolicy().horizontalPolicy().name != "Ignored":
            found.append(("too narrow", label.text()))
    buttons = [each for each in visible(window, QPushButton) if type(each).__name__ == "Button"]
    found += [("too narrow", each.text()) for each in buttons if each.sizeHint().width() > each.width() + 1]
    found += [("lines hidden", box.toPlainText()) for box in visible(window, QTextEdit) if hides_lines(box)]
    found += [("sticks out", name_of(each)) for each in visible(window, (QPushButton, Meter)) if sticks_out(each)]
    return found


def hides_lines(box):
    return box.document().size().height() > box.viewport().height() + 1


def sticks_out(widget):
    parent = widget.parentWidget()
    return parent is not None and not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def test_the_last_that_were_saved_are_told_in_their_order(show, qapp):
    window = show("share")
    page = window.navigator._page(StepId.SHARE)
    for number in range(7):
        if number == 4:
            page.show_copied()
        page.show_saved(f"/home/rosa/{number}.docx")
        for _ in range(4):
            qapp.processEvents()
        told = page._told.told
        assert [each.y() for each in told] == sorted({each.y() for each in told})
        found, read = found_and_read(window)
        assert found == read
    texts = [each.text() for widget in told for each in widget.findChildren(Text)]
    assert texts == [f"Saved as /home/rosa/{number}.docx" for number in (6, 5, 4)]
    assert all(each.isVisible() for each in told)


def test_what_became_of_it_is_said_at_once(show, monkeypatch):
    page = show("share").navigator._page(StepId.SHARE)
    said = []
    monkeypatch.setattr(told_list, "announce", lambda _speaker, words: said.append(words))
    page.show_saved("/home/rosa/a.docx")
    page.show_copied()
    page.show_trouble("The disk is full.")
    assert said == [
        "Saved as /home/rosa/a.docx",
        "The text is on the clipboard. Paste it where you want it.",
        "The disk is full.",
    ]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off_however_large_the_text(show, look, page):
    for width, height, scale in ((1280, 800, 1.0), (1280, 800, 2.0), (1024, 640, 2.0), (1024, 768, 1.25)):
        show("home").resize(width, height)
        look.set_scale(scale)
        window = show(page)
        assert cut_off(window) == [], (width, scale)
        for area in visible(window):
            if area.metaObject().className() == "Scroll":
                assert area.widget().width() <= area.viewport().width() + 1, (width, scale, area.widget().width())


def controls_are_large_enough_to_be_hit(window):
    small = [
        (name_of(each), each.width(), each.height())
        for each in focusable(window)
        if not isinstance(each, Text) and (each.height() < 43 or each.width() < 43) and each.height() > 0
    ]
    assert small == []


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_the_theme_changes_while_the_window_is_open(show, look, choice):
    window = show("draft")
    look.choose(choice)
    QApplication.processEvents()
    picture = window.grab().toImage()
    corner = picture.pixelColor(window.frame._pages.mapTo(window, QPoint(4, 4)) * picture.devicePixelRatio())
    assert corner.name().upper() == look.tokens.bg


def test_right_to_left_mirrors_every_page(show, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for page in PAGES:
            window = show(page)
            assert window.frame._rails.x() > window.frame._pages.x() or not window.frame._rails.isVisible()
            assert cut_off(window) == [], page
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_fonts_are_our_own(show):
    window = show("home")
    for label in visible(window, Text):
        font = label._look.font(label._role)
        assert font.family() == "Atkinson Hyperlegible Next"
        assert QFontMetrics(font).horizontalAdvance("Testimony") > 0


@pytest.mark.parametrize("page", PAGES)
def test_tab_goes_through_everything_in_reading_order_and_comes_round(show, page, qtbot):
    window = show(page)
    driver = Driver(window, qtbot)
    begin, regions = driver.focus, window.frame.regions()
    seen, places = [], []
    while driver.focus not in seen:
        seen.append(driver.focus)
        places.append(next(place for place, part in enumerate(regions) if part.isAncestorOf(driver.focus)))
        driver.press(Qt.Key.Key_Tab)
    assert driver.focus is begin
    turns = sum(places[number] > places[(number + 1) % len(places)] for number in range(len(places)))
    assert turns == 1, places
    expected = [each for each in focusable(window) if not isinstance(each, QRadioButton)]
    assert [name_of(each) for each in expected if each not in seen and not window.frame.panel.isAncestorOf(each)] == []


def tree(interface):
    """Yield every widget inside, in the order in which assistive technology finds it."""
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and isinstance(child.object(), QWidget):
            yield child.object()
            yield from tree(child)


def found_and_read(window):
    read = [each for region in window.frame.regions() for each in reading_order(region)]
    found = [each for each in tree(QAccessible.queryAccessibleInterface(window.frame)) if each in read]
    return [name_of(each) for each in found], [name_of(each) for each in read]


def the_tree_of_assistive_technology_follows_the_page(window):
    found, read = found_and_read(window)
    assert len(read) > 5
    assert found == read


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_found_named_and_hit(show, page):
    window = show(page)
    everything_that_takes_the_focus_has_a_name_of_its_own_and_a_role(window)
    every_button_is_called_what_stands_on_it(window)
    no_widget_became_a_window(window)
    controls_are_large_enough_to_be_hit(window)
    the_tree_of_assistive_technology_follows_the_page(window)


def test_what_comes_later_is_where_it_is_read(show):
    window = show("points")
    page = window.navigator._page(StepId.POINTS)
    page._own_button.click()
    page._differs_button.click()
    page._own_button.click()
    QApplication.processEvents()
    found, read = found_and_read(window)
    assert "Your own point 1" in found
    assert found == read


@pytest.mark.parametrize("page", PAGES)
def test_f6_goes_from_part_to_part(show, page, qtbot):
    window = show(page)
    driver = Driver(window, qtbot)
    regions = window.frame.regions()
    reached = []
    for _ in regions:
        driver.press(Qt.Key.Key_F6)
        reached.append(next(place for place, part in enumerate(regions) if part.isAncestorOf(driver.focus)))
    assert sorted(reached) == list(range(len(regions)))


@pytest.mark.parametrize("page", PAGES)
def test_no_line_is_longer_than_75_letters_and_none_ends_within_a_word(show, look, page):
    for width, scale in ((1280, 1.0), (1920, 1.0), (1920, 1.25)):
        show("home").resize(width, 1080)
        look.set_scale(scale)
        assert no_line_is_too_long(show(page)) > 5


def no_line_is_too_long(window):
    """Look at each line of each text, and return how many there are."""
    lines = 0
    for label in visible(window, Text):
        layout = label._lay_out(label.width()).layout
        for line in (layout.lineAt(number) for number in range(layout.lineCount() if label.wordWrap() else 0)):
            written = label.text()[line.textStart() : line.textStart() + line.textLength()]
            rest = label.text()[line.textStart() + line.textLength() :]
            assert len(written.rstrip()) <= 75 or " " not in written.strip(), written
            assert written[-1:] in " -/—\n" or not rest or " " not in written, (written, rest)
            lines += 1
    return lines
