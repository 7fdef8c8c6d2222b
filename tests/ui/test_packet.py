"""A packet for the record, made in the window by the keyboard: its files, its order, and what is said of it."""

import csv
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication

from testimony_app.documents import packet as packet_document
from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.files import atomic
from testimony_app.store.drafts import DraftStore
from testimony_app.ui.packet_room import PAGE
from testimony_app.ui.widgets.tick_row import TickRow
from testimony_app.words.references import no_reference_sentence
from testimony_app.words.translate import english
from tests.documents.pdf_reading import read_outline, read_pages, read_tree
from tests.ui.test_erasing import page_words, press

NAMES = ("Lee Vang", "Rosa Maple", "Amina Ali")
STILL = "We are still making the packet."


def write(program, name, *, withhold=False, words="Please listen.", title=""):
    opened = program.drafting.start("en")
    person = replace(opened.draft.person, name=name, ward="6")
    draft = replace(
        opened.draft, person=person, withhold_name=withhold, ask=OwnAsk(words), title=title or f"The tree of {name}"
    )
    return program.drafting.save(replace(opened, draft=draft), "typing")


@pytest.fixture
def three(program):
    """Three testimonies, of which the first begun was changed last."""
    begun = [write(program, name, words=f"I, {name}, ask you to listen.") for name in NAMES]
    program.drafting.save(replace(begun[0], draft=replace(begun[0].draft, position=None)), "nav")
    return begun


@pytest.fixture
def folder(answers, tmp_path):
    answers.into = tmp_path / "out"
    answers.into.mkdir()
    return answers.into


def open_page(driver):
    home = driver.window.home.page
    driver.window.home.refresh()
    driver.qtbot.waitUntil(lambda: home._others is not None and home._others._packet.isVisible())
    driver.tab_to("Make a packet for the record")
    driver.press(Qt.Key.Key_Space)
    assert driver.focus_name == "A packet for the record"


def rows(driver):
    return [each for each in driver.window.findChildren(TickRow) if each.isVisible()]


def choose(driver, *places):
    """Choose the rows at some places, the first one being 0, by arrow keys and the space bar."""
    driver.tab_to(rows(driver)[0].accessibleName())
    driver.press(Qt.Key.Key_Home)
    for place in range(max(places) + 1):
        if place in places:
            driver.press(Qt.Key.Key_Space)
        if place < max(places):
            driver.press(Qt.Key.Key_Down)


def make(driver):
    driver.tab_to("Make the packet")
    driver.press(Qt.Key.Key_Space)


def wait_told(driver, words):
    driver.qtbot.waitUntil(lambda: words in page_words(driver.window), timeout=60_000)


def named(folder):
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("count", [0, 1, 2])
def test_home_offers_it_where_there_is_more_than_one(driver, program, count):
    for name in NAMES[:count]:
        write(program, name)
    home = driver.window.home.page
    driver.window.home.refresh()
    driver.qtbot.waitUntil(lambda: home._others is not None and home._others.isVisible())
    assert home._others._packet.isVisible() is (count > 1)


def test_the_offer_goes_when_they_are_deleted(driver, program, three):
    home = driver.window.home.page
    driver.window.home.refresh()
    driver.qtbot.waitUntil(lambda: home._others is not None and home._others._packet.isVisible())
    for each in three[1:]:
        program.drafting.delete(each.draft.id)
    driver.window.home.refresh()
    assert not home._others._packet.isVisible()


@pytest.mark.usefixtures("three")
def test_it_is_made_by_the_keyboard_in_the_order_in_which_they_were_begun(driver, folder):
    open_page(driver)
    assert [each.accessibleName() for each in rows(driver)] == [f"The tree of {name}. Draft. {name}" for name in NAMES]
    assert not any(each.isChecked() for each in rows(driver))
    choose(driver, 0, 1, 2)
    assert "Chosen: 3 of 3." in page_words(driver.window)
    make(driver)
    wait_told(driver, "Testimonies in it: 3.")
    assert driver.focus_name == "Make the packet"
    assert str(folder / "packet.pdf") in page_words(driver.window)
    assert named(folder) == [
        "001_Lee-Vang.pdf", "002_Rosa-Maple.pdf", "003_Amina-Ali.pdf", "packet-index.csv", "packet.pdf",
    ]  # fmt: skip
    content = (folder / "packet.pdf").read_bytes()
    (table,) = read_tree(content).all("Table")
    assert [each.text for each in table.all("TD")][1::7] == list(NAMES)
    assert [title for depth, title in read_outline(content) if depth == 1] == [
        "Contents", "Index", *(f"{number}. {name}" for number, name in enumerate(NAMES, 1)),
    ]  # fmt: skip
    with (folder / "packet-index.csv").open(encoding="utf-8-sig", newline="") as file:
        index = list(csv.reader(file))[1:]
    assert [row[1] for row in index] == list(NAMES)
    pages = read_pages(content)
    for row in index:
        assert f"I, {row[1]}, ask you to listen." in pages[int(row[-1]) - 1]


@pytest.mark.usefixtures("three")
def test_only_what_is_chosen_goes_into_it(driver, folder):
    open_page(driver)
    choose(driver, 0, 2)
    driver.press(Qt.Key.Key_Home)
    driver.press(Qt.Key.Key_Space)
    make(driver)
    wait_told(driver, "Testimonies in it: 1.")
    assert named(folder) == ["001_Amina-Ali.pdf", "packet-index.csv", "packet.pdf"]
    assert "Lee Vang" not in " ".join(read_pages((folder / "packet.pdf").read_bytes()))


@pytest.mark.usefixtures("three")
def test_large_print_with_word_files(driver, folder):
    open_page(driver)
    driver.tab_to("Choose all")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("How the pages look: Written statement")
    driver.press(Qt.Key.Key_Right)
    driver.tab_to("Save each testimony as a Word file too")
    driver.press(Qt.Key.Key_Space)
    make(driver)
    wait_told(driver, "Testimonies in it: 3.")
    assert [each for each in named(folder) if each.startswith("002")] == [
        "002_Rosa-Maple_large-print.docx",
        "002_Rosa-Maple_large-print.pdf",
    ]
    with pikepdf.open(folder / "packet.pdf") as pdf:
        assert len(pdf.pages) >= 5


@pytest.mark.usefixtures("three")
def test_show_the_folder_shows_it(driver, folder, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    open_page(driver)
    choose(driver, 0, 1)
    make(driver)
    wait_told(driver, "The packet is saved as")
    driver.tab_to("Show the folder")
    driver.press(Qt.Key.Key_Space)
    assert opened == [str(folder)]


def test_a_name_that_is_left_out_is_in_none_of_its_files(driver, program, folder):
    write(program, "Lee Vang", title="The tree")
    write(program, "Rosa Maple", withhold=True, title="The heron")
    open_page(driver)
    assert rows(driver)[1].accessibleName() == "The heron. Draft. Name left out"
    choose(driver, 0, 1)
    make(driver)
    wait_told(driver, "Testimonies in it: 2.")
    said = " ".join(read_pages((folder / "packet.pdf").read_bytes()))
    assert "Lee Vang" in said
    assert "Maple" not in said + " ".join(named(folder)) + (folder / "packet-index.csv").read_text("utf-8")


@pytest.mark.usefixtures("three")
def test_without_a_choice_nothing_is_asked_and_the_list_has_the_focus(driver, answers):
    open_page(driver)
    make(driver)
    assert "Choose the testimonies first." in page_words(driver.window)
    assert driver.focus is rows(driver)[0]
    assert answers.asked == []


@pytest.mark.usefixtures("three")
def test_put_away_nothing_is_written_or_said(driver, answers):
    open_page(driver)
    choose(driver, 0)
    make(driver)
    assert [title for title, _ in answers.asked] == ["Choose a folder for the packet"]
    assert not driver.window.keeping.packet._task.is_running


@pytest.mark.usefixtures("three")
def test_one_that_takes_long_is_told_and_can_be_stopped(driver, folder, disk):
    open_page(driver)
    choose(driver, 0, 1, 2)
    make(driver)
    wait_told(driver, STILL)
    driver.tab_to("Stop")
    driver.press(Qt.Key.Key_Space)
    assert driver.focus_name == "Make the packet"
    disk.set()
    wait_told(driver, "You stopped it. There is no packet")
    assert STILL not in page_words(driver.window)
    assert named(folder) == []


def test_it_stops_between_two_testimonies(driver, three, folder, monkeypatch):
    """The first is opened when somebody stops it; the second one is not opened any more."""
    room, opened, load = driver.window.keeping.packet, [], DraftStore.load
    open_page(driver)
    choose(driver, 0, 1, 2)

    def load_and_stop(store, draft_id):
        opened.append(draft_id)
        room.page.working.stop_wanted.emit()
        assert room._stop.wait(30)
        return load(store, draft_id)

    monkeypatch.setattr(DraftStore, "load", load_and_stop)
    make(driver)
    wait_told(driver, "You stopped it.")
    assert opened == [three[0].draft.id]
    assert named(folder) == []


@pytest.mark.usefixtures("three", "folder")
def test_another_is_not_begun_meanwhile_and_the_page_stays_as_it_is(driver, answers, disk):
    open_page(driver)
    choose(driver, 1)
    make(driver)
    asked = len(answers.asked)
    make(driver)
    assert STILL in page_words(driver.window)
    assert len(answers.asked) == asked
    driver.window.show_home()
    driver.window.keeping.packet.show()
    assert [each.isChecked() for each in rows(driver)] == [False, True, False]
    disk.set()
    wait_told(driver, "Testimonies in it: 1.")


@pytest.mark.usefixtures("three")
def test_a_window_that_is_closed_stops_it(driver, folder, disk):
    open_page(driver)
    choose(driver, 0, 1)
    make(driver)
    QApplication.instance().aboutToQuit.emit()
    disk.set()
    wait_told(driver, "You stopped it.")
    assert named(folder) == []


@pytest.mark.usefixtures("three")
def test_a_disk_that_may_only_be_read_is_told(driver, answers, small_disk):
    subprocess.run(["/bin/mount", "-o", "remount,ro", str(small_disk)], check=True)
    answers.into = small_disk
    open_page(driver)
    choose(driver, 0, 1)
    make(driver)
    wait_told(driver, "cannot be written to. Nothing was changed. Choose another folder.")
    assert named(small_disk) == []


@pytest.mark.usefixtures("three")
def test_on_a_full_disk_nothing_is_left_and_with_room_it_is_made(driver, answers, small_disk):
    answers.into = small_disk
    open_page(driver)
    choose(driver, 0, 1, 2)
    make(driver)
    wait_told(driver, "Testimonies in it: 3.")
    files = named(small_disk)
    used = sum((small_disk / each).stat().st_size for each in files)
    for each in files:
        (small_disk / each).unlink()
    room = shutil.disk_usage(small_disk).free - used  # files take whole pages, so there is none for the last
    (small_disk / "filler").write_bytes(bytes(room))
    make(driver)
    wait_told(driver, "The disk is full")
    assert named(small_disk) == ["filler"]
    (small_disk / "filler").unlink()
    make(driver)
    driver.qtbot.waitUntil(lambda: not driver.window.keeping.packet._task.is_running, timeout=60_000)
    assert named(small_disk) == files


@pytest.mark.parametrize(
    ("error", "said"), [(28, "The disk is full"), (30, "cannot be written to"), (13, "does not let you write")]
)
@pytest.mark.usefixtures("three")
def test_what_the_disk_says_in_the_middle_is_told_and_nothing_is_left(driver, folder, monkeypatch, error, said):
    written, write_synced = [], atomic._write_synced

    def refuse_the_fourth(path, *rest):
        written.append(path)
        if len(written) == 4:
            raise OSError(error, os.strerror(error))
        write_synced(path, *rest)

    open_page(driver)
    choose(driver, 0, 1, 2)
    monkeypatch.setattr(atomic, "_write_synced", refuse_the_fourth)
    make(driver)
    wait_told(driver, said)
    assert len(written) == 4
    assert named(folder) == []


def test_one_that_no_typeface_can_set_is_named(driver, program, folder):
    write(program, "Lee Vang")
    write(program, "Rosa Maple", words="中", title="The heron by the bridge")
    open_page(driver)
    choose(driver, 0, 1)
    make(driver)
    wait_told(driver, 'testimony number 2, "The heron by the bridge": ')
    assert named(folder) == []


def test_one_that_the_disk_has_damaged_is_named(driver, program, three, folder):
    with closing(sqlite3.connect(program.folders.database)) as connection, connection:
        change = "UPDATE revision SET answers_json = CAST(answers_json || ' ' AS BLOB) WHERE draft_id = ?"
        connection.execute(change, (three[1].draft.id,))
    open_page(driver)
    assert rows(driver)[1].accessibleName() == "The tree of Rosa Maple. Draft. We could not open it"
    choose(driver, 0, 1, 2)
    make(driver)
    wait_told(driver, 'testimony number 2, "The tree of Rosa Maple", is no longer as it was saved')
    assert named(folder) == []


@pytest.mark.usefixtures("three", "folder")
def test_what_nobody_foresaw_is_told_without_its_words(driver, monkeypatch):
    def fail(*_):
        raise RuntimeError("Rosa's words")

    open_page(driver)
    choose(driver, 0)
    monkeypatch.setattr(packet_document, "write_packet", fail)
    make(driver)
    wait_told(driver, "RuntimeError")
    assert "Rosa's words" not in page_words(driver.window)


@pytest.mark.usefixtures("three", "folder")
def test_where_one_has_no_reference_that_is_said(driver, monkeypatch):
    def no_room(*_):
        raise PersonError("disk_full", path="testimony.db")

    open_page(driver)
    choose(driver, 0, 1)
    monkeypatch.setattr(DraftStore, "write", no_room)
    make(driver)
    wait_told(driver, "Of one or more testimonies in the packet: ")
    assert no_reference_sentence(PersonError("disk_full"), english) in page_words(driver.window)
    assert "Testimonies in it: 2." in page_words(driver.window)


@pytest.mark.usefixtures("three")
def test_a_long_list_comes_page_by_page_and_all_of_it_can_be_chosen(driver, program):
    for number in range(PAGE):
        write(program, f"Person {number}")
    open_page(driver)
    assert len(rows(driver)) == PAGE
    driver.tab_to("Choose all")
    driver.press(Qt.Key.Key_Space)
    page = driver.window.keeping.packet.page
    assert len(page.chosen) == PAGE + 3
    assert f"Chosen: {PAGE + 3} of {PAGE + 3}." in page_words(driver.window)
    driver.tab_to("Show more")
    driver.press(Qt.Key.Key_Space)
    assert len(rows(driver)) == PAGE + 3
    assert driver.focus is rows(driver)[PAGE]
    assert all(each.isChecked() for each in rows(driver))
    assert page._more.isHidden()
    driver.press(Qt.Key.Key_End)
    driver.press(Qt.Key.Key_Space)
    assert page.chosen == page.chosen[: PAGE + 2]
    press(driver.window, "Choose none")
    assert page.chosen == ()


@pytest.mark.usefixtures("three")
def test_tab_goes_to_the_list_once_and_the_arrows_through_it(driver):
    open_page(driver)
    driver.tab_to("The tree of Lee Vang")
    driver.press(Qt.Key.Key_Up)
    assert driver.focus is rows(driver)[0]
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Down)
    assert driver.focus is rows(driver)[2]
    driver.press(Qt.Key.Key_Tab)
    assert driver.focus not in rows(driver)
    driver.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert driver.focus is rows(driver)[2]
    driver.press(Qt.Key.Key_Home)
    assert driver.focus is rows(driver)[0]


def test_a_row_is_a_check_box_that_assistive_technology_can_choose(driver, three):
    open_page(driver)
    row = rows(driver)[1]
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() == QAccessible.Role.CheckBox
    assert interface.state().focusable
    interface.actionInterface().doAction("Toggle")
    assert driver.window.keeping.packet.page.chosen == (three[1].draft.id,)
    assert QAccessible.queryAccessibleInterface(row).state().checked


@pytest.mark.usefixtures("three", "folder")
def test_asked_again_it_knows_what_is_new_and_has_forgotten_the_choice(driver, program):
    open_page(driver)
    choose(driver, 0)
    make(driver)
    wait_told(driver, "Testimonies in it: 1.")
    write(program, "A fourth one")
    driver.window.show_home()
    open_page(driver)
    assert len(rows(driver)) == 4
    assert driver.window.keeping.packet.page.chosen == ()
    assert "Testimonies in it" not in page_words(driver.window)
