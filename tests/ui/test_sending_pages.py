"""The ways to send, the last look, and Sent and waiting, driven by the keyboard."""

import json
import shutil
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.steps import StepId
from testimony_app.files.shipped import resource_folder
from testimony_app.ui.personal import SENT
from testimony_app.ui.receipt_dialog import ReceiptDialog
from testimony_app.ui.widgets.reading_box import ReadingBox
from testimony_app.ui.widgets.text import Text
from tests.documents.pdf_reading import read_tree

CAMPAIGN = "minneapolis-facial-recognition"
PAGE = {
    "kind": "portal", "title": "The City's comment page", "url": "https://city.example/comment",
    "checked_on": "2026-11",
    "pieces": [{"title": "Your name", "value": "{name}"}, {"title": "Comment", "value": "{text}"}],
}  # fmt: skip


@pytest.fixture
def opened(monkeypatch):
    """What would have been opened in other programs."""
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toString()) or True)
    return urls


@pytest.fixture
def share(driver, program, example, opened):
    del opened
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    driver.window.navigator.go(StepId.SHARE)
    QApplication.processEvents()
    return driver


def texts(window):
    QApplication.processEvents()
    return " ".join(each.text() for each in window.findChildren(Text) if each.isVisible())


def settled(driver, words):
    driver.qtbot.waitUntil(lambda: words in texts(driver.window), timeout=15000)


def look_at(driver, channel):
    """Open the last look at what would go by a channel."""
    with driver.qtbot.waitSignal(driver.window.sending.page_wanted, timeout=15000):
        driver.window.sending.review(driver.window.navigator.writing.draft.id, channel)
    QApplication.processEvents()


def agree(driver, verb):
    driver.tab_to("I am Rosa Maple, and these are the words I want to send.")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to(verb)
    driver.press(Qt.Key.Key_Space)


def practice_sent(driver):
    driver.tab_to("Practice: Practice: nothing is sent")
    driver.press(Qt.Key.Key_Space)
    settled(driver, "Look once more before it goes")
    agree(driver, "Practice")
    settled(driver, "This was practice. Nothing was sent.")


def receipt_of(driver):
    driver.tab_to("See receipt: Practice: nothing is sent")
    driver.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReceiptDialog)
    return dialog


def test_practice_from_the_card_to_the_receipt(share, answers, tmp_path):
    practice_sent(share)
    dialog = receipt_of(share)
    assert "State: Accepted" in dialog.findChild(ReadingBox).toPlainText()
    assert share.focus_name == "Save it"
    answers.name = "receipt.txt"
    share.press(Qt.Key.Key_Space)
    assert (tmp_path / "receipt.txt").read_text(encoding="utf-8") == dialog.findChild(ReadingBox).toPlainText()
    assert f"Saved as {tmp_path / 'receipt.txt'}" in texts(dialog)
    answers.folder = tmp_path / "gone"
    share.press(Qt.Key.Key_Space)
    assert "folder" in texts(dialog)
    share.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert share.focus_name == "See receipt: Practice: nothing is sent"


def test_a_receipt_is_printed(share, print_service):
    practice_sent(share)
    dialog = receipt_of(share)
    share.tab_to("Print it")
    share.press(Qt.Key.Key_Space)
    share.qtbot.waitUntil(lambda: share.focus_name == "Print", timeout=15_000)
    share.press(Qt.Key.Key_Space)
    share.qtbot.waitUntil(lambda: "has taken it" in texts(dialog), timeout=15_000)
    assert share.focus_name == "Print it"
    content, title, _copies = print_service.page()
    tree = read_tree(content)
    assert (title, [each.text for each in tree.all("H1")]) == ("Document", [dialog.windowTitle()])
    assert [each.text for each in tree.all("P")] == dialog.findChild(ReadingBox).toPlainText().splitlines()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_receipt_fits_a_small_window(share, scale):
    practice_sent(share)
    share.window.resize(1024, 640)
    share.window._look.set_scale(scale)
    dialog = receipt_of(share)
    assert dialog.width() <= 1024
    assert dialog.height() <= 640
    assert dialog.findChild(ReadingBox).height() > 60


def test_without_the_tick_nothing_goes_and_the_tick_gets_the_focus(share, program):
    look_at(share, "practice")
    share.tab_to("Practice")
    share.press(Qt.Key.Key_Space)
    assert "Tick this first, so that we know it is you." in texts(share.window)
    assert share.focus_name.startswith("I am Rosa Maple")
    assert program.sending.of_draft(share.window.navigator.writing.draft.id) == ()


def test_not_now_changes_nothing_and_goes_back(share, program):
    look_at(share, "practice")
    share.tab_to("Not now")
    share.press(Qt.Key.Key_Space)
    assert "Share your testimony" in texts(share.window)
    assert program.sending.of_draft(share.window.navigator.writing.draft.id) == ()


def test_the_last_look_shows_the_very_text_and_every_address(share, program):
    program.channels.add(
        "friend", {"kind": "mail_app", "title": "A friend", "to": ["ali@example.org"], "checked_on": "2026-11"}
    )
    look_at(share, "friend")
    shown = texts(share.window)
    for words in ("ali@example.org", "Some clerks also post the email address", "record of a hearing", "Reference T-"):
        assert words in shown
    page = share.window.frame._page
    review = share.window.sending._consent.review
    assert page._text.toPlainText() == review.letter.text
    assert "Last winter a store guard" in review.letter.text


def test_the_mail_program_gets_a_draft_with_the_word_file(share, opened, tmp_path):
    look_at(share, "my-mail")
    agree(share, "Open my mail program")
    settled(share, "We opened your mail program. Did you press Send?")
    assert len(opened) == 1
    (message,) = (tmp_path / "profile" / "cache" / "outgoing").glob("*.eml")
    content = message.read_bytes()
    assert b"X-Unsent: 1" in content
    assert b"wordprocessingml" in content
    share.tab_to("Yes, I did: My own mail program")
    share.press(Qt.Key.Key_Space)
    settled(share, "We cannot see what the City got.")


def test_a_page_is_opened_once_with_each_piece_to_copy_and_not_yet_keeps_it(share, program, opened):
    program.channels.add("page", {**PAGE, "most_characters": 100})
    share.window.navigator.go(StepId.SHARE)
    look_at(share, "page")
    agree(share, "Open the page")
    settled(share, "Copy each text into its place there")
    assert opened == ["https://city.example/comment"]
    assert "The page takes 100 letters here." in texts(share.window)
    assert "We do not know whether you need an account there." in texts(share.window)
    assert "We do not know when comments close." in texts(share.window)
    share.tab_to("Copy: Your name")
    share.press(Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "Rosa Maple"
    assert "Your name is on the clipboard." in texts(share.window)
    share.tab_to("Not yet")
    share.press(Qt.Key.Key_Space)
    assert "Share your testimony" in texts(share.window)
    assert "It stays here until you say so." in texts(share.window)
    share.window.show_home()
    share.window._on_place_wanted(SENT)
    assert "Did you press its button?" in texts(share.window)
    assert opened == ["https://city.example/comment"]


def test_paper_says_where_and_what_is_not_known(share, program):
    look_at(share, "on-paper")
    shown = texts(share.window)
    assert "City Clerk, 350 S. Fifth St., Room 304" in shown
    assert "Call 311 to check the room." in shown
    assert "Copies We do not know." in shown
    desk = {
        "kind": "desk",
        "title": "The desk",
        "address": "Room 1",
        "hours": "8 to 4",
        "copies": 3,
        "say": "For the record.",
    }
    program.channels.add("desk", desk)
    look_at(share, "desk")
    shown = texts(share.window)
    for words in ("Room 1", "8 to 4", "Copies 3", "For the record."):
        assert words in shown


def test_saying_yes_on_the_page_of_pieces_is_kept(share, program):
    program.channels.add("page", PAGE)
    look_at(share, "page")
    agree(share, "Open the page")
    settled(share, "Copy each text into its place there")
    share.tab_to("Yes, I pressed its button")
    share.press(Qt.Key.Key_Space)
    (row,) = program.sending.of_draft(share.window.navigator.writing.draft.id)
    assert row.state.value == "confirmed"


def test_an_old_address_asks_before_it_is_used(share, program):
    program.channels.add("page", {**PAGE, "checked_on": "2025-01"})
    look_at(share, "page")
    assert "This address was last checked: Jan 2025." in texts(share.window)
    agree(share, "Open the page")
    assert program.sending.of_draft(share.window.navigator.writing.draft.id) == ()
    look_at(share, "page")
    share.tab_to("I have checked it today")
    share.press(Qt.Key.Key_Space)
    share.qtbot.waitUntil(lambda: "This address was last checked" not in texts(share.window), timeout=15000)


CLERK = {
    "kind": "email_smtp", "title": "The clerk", "to": ["clerk@example.org"], "from": "rosa@example.org",
    "host": "127.0.0.1", "port": 9, "security": "tls", "checked_on": "2026-11",
}  # fmt: skip


@pytest.fixture
def held():
    """Hold up what is done away from the window's thread, until it is let go or the test is over."""
    pool = QThreadPool.globalInstance()
    pool.waitForDone()
    most = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    gate = Event()
    pool.start(gate.wait)
    yield gate
    gate.set()
    pool.waitForDone()
    pool.setMaxThreadCount(most)
    QApplication.processEvents()


@pytest.fixture
def clerk(share, program):
    """The last look at an email to the clerk, ticked, with an address for a copy."""
    program.channels.add("clerk", CLERK)
    look_at(share, "clerk")
    share.tab_to("I am Rosa Maple")
    share.press(Qt.Key.Key_Space)
    share.window.frame.page._copy.setFocus()
    share.type("rosa@example.net")
    return share


def sent(driver, program):
    return program.sending.of_draft(driver.window.navigator.writing.draft.id)


def let_go(gate):
    """Let what is held up be done, and its result reach the window."""
    gate.set()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def test_the_copy_is_made_away_from_the_windows_thread_and_goes_with_the_rest(clerk, program, held):
    page = clerk.window.frame.page
    assert clerk.focus.text() == "rosa@example.net"
    clerk.tab_to("Email it")
    clerk.press(Qt.Key.Key_Space)
    assert (sent(clerk, program), clerk.focus_name) == ((), "Getting it ready…")
    assert page._copy.isReadOnly(), "what is shown stays what was agreed to"
    clerk.press(Qt.Key.Key_Space)
    let_go(held)
    (row,) = sent(clerk, program)
    assert row.recipients == ("clerk@example.org", "rosa@example.net")
    assert "Share your testimony" in texts(clerk.window)


def test_who_leaves_before_the_copy_is_ready_sends_nothing(clerk, program, held):
    clerk.tab_to("Email it")
    clerk.press(Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    let_go(held)
    assert sent(clerk, program) == ()
    assert "You left before it was ready. Nothing was sent." in texts(clerk.window)


def test_what_changed_before_the_copy_is_ready_is_looked_at_once_more(clerk, program, held):
    clerk.tab_to("Email it")
    clerk.press(Qt.Key.Key_Space)
    opened = program.drafting.open(clerk.window.navigator.writing.draft.id)
    program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk("Wait."))), "typing")
    let_go(held)
    assert sent(clerk, program) == ()
    page = clerk.window.frame.page
    assert "Something has changed. Nothing was sent. Please look once more." in texts(clerk.window)
    assert "Wait." in page._text.toPlainText()
    assert (page.copy_to, page._tick.isChecked()) == ("rosa@example.net", False)


def test_an_address_for_a_copy_that_is_none_is_told_where_it_stands(clerk, program):
    page = clerk.window.frame.page
    clerk.type(" and more")
    clerk.tab_to("Email it")
    clerk.press(Qt.Key.Key_Space)
    clerk.qtbot.waitUntil(page._trouble.isVisible, timeout=15000)
    assert (sent(clerk, program), page._send.text(), page._copy.isReadOnly()) == ((), "Email it", False)
    assert clerk.window.frame.page is page
    assert clerk.focus_name == "Send me a copy to"


def test_an_address_for_a_copy_is_kept_when_the_other_addresses_were_checked(share, program):
    program.channels.add("clerk", {**CLERK, "checked_on": "2025-01"})
    look_at(share, "clerk")
    share.window.frame.page._copy.setFocus()
    share.type("rosa@example.net")
    with share.qtbot.waitSignal(share.window.sending.page_wanted, timeout=15000):
        share.window.frame.page.checked.emit()
    page = share.window.frame.page
    assert page.copy_to == "rosa@example.net"
    assert "To clerk@example.org" in texts(share.window)
    assert "To rosa@example.net" not in texts(share.window)
    look_at(share, "clerk")
    assert share.window.frame.page.copy_to == ""


def test_a_last_look_that_comes_after_the_person_went_elsewhere_is_not_shown(share, held):
    share.tab_to("Practice: Practice: nothing is sent")
    share.press(Qt.Key.Key_Space)
    share.window.navigator.go(StepId.DRAFT)
    let_go(held)
    assert share.window.frame.page is share.window.navigator._page(StepId.DRAFT)
    share.window.navigator.go(StepId.SHARE)
    QApplication.processEvents()
    assert "Share your testimony" in texts(share.window)


def test_of_two_that_were_asked_for_the_last_one_is_shown(share, program, held):
    program.channels.add("clerk", CLERK)
    share.window.navigator.go(StepId.SHARE)
    page = share.window.frame.page
    share.window.sending.do(page, share.window.navigator.writing.draft.id, "clerk", "send")
    share.window.sending.do(page, share.window.navigator.writing.draft.id, "practice", "send")
    held.set()
    settled(share, "Look once more before it goes")
    share.qtbot.waitUntil(lambda: share.window.frame.page._verb == "Practice", timeout=15000)
    share.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Share your testimony" in texts(share.window)


def test_a_campaigns_way_is_offered_and_taken_over_with_a_look_at_its_address(share, program, monkeypatch, tmp_path):
    way = '[channel.council]\nkind = "mail_app"\ntitle = "The Council"\nto = ["council@example.org"]\n'
    (tmp_path / "channels.toml").write_text(way, encoding="utf-8")
    monkeypatch.setattr(type(program.library), "campaign_folder", lambda _library, _campaign: tmp_path)
    share.window.navigator.go(StepId.SHARE)
    assert "Offered by the campaign." in texts(share.window)
    share.tab_to("Look at it and use it: The Council")
    share.press(Qt.Key.Key_Space)
    settled(share, "Look once more before it goes")
    shown = texts(share.window)
    assert "council@example.org" in shown
    assert "This address was last checked: never." in shown
    assert program.channels.find("council").set_by.value == "person"


def test_the_ways_of_a_campaign_in_a_zip_are_offered_too(driver, program, opened, tmp_path):
    del opened
    folder = shutil.copytree(resource_folder() / "campaigns" / CAMPAIGN, tmp_path / "zipped")
    (folder / "campaign.toml").write_text(
        (folder / "campaign.toml").read_text(encoding="utf-8").replace(f'id = "{CAMPAIGN}"', 'id = "zipped"', 1),
        encoding="utf-8",
    )
    way = '[channel.council]\nkind = "mail_app"\ntitle = "The Council"\nto = ["council@example.org"]\n'
    (folder / "channels.toml").write_text(way, encoding="utf-8")
    program.folders.campaigns.mkdir(parents=True)
    made = shutil.make_archive(str(tmp_path / "made"), "zip", folder)
    shutil.move(made, program.folders.campaigns / "zipped.campaign")
    driver.window._on_opened(program.drafting.start("en", "zipped"))
    driver.window.navigator.go(StepId.SHARE)
    assert "Offered by the campaign." in texts(driver.window)
    driver.tab_to("Look at it and use it: The Council")


def test_a_broken_file_of_channels_is_told_and_the_words_can_be_saved(share, tmp_path):
    file = tmp_path / "profile" / "config" / "channels.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[channel.a]\nkind = 'fax'\n", encoding="utf-8")
    share.window.navigator.go(StepId.SHARE)
    assert "channels.toml cannot be used yet" in texts(share.window)
    share.tab_to("Word")


def test_sent_and_waiting_is_empty_at_first_and_a_pause_is_ended_by_a_word(driver, program):
    driver.window._on_place_wanted(SENT)
    assert "Nothing is waiting. Sent testimonies will be listed here." in texts(driver.window)
    program.sending._store.write(
        lambda connection: connection.execute("INSERT INTO meta VALUES ('outbox_paused', 'moved')")
    )
    driver.window._on_place_wanted(SENT)
    assert "another computer" in texts(driver.window)
    driver.tab_to("I have looked. Go on")
    driver.press(Qt.Key.Key_Space)
    assert "another computer" not in texts(driver.window)


def test_what_nobody_knows_can_be_checked_and_is_never_sent_again_by_itself(share, program, answers):
    draft = share.window.navigator.writing.draft.id
    look_at(share, "practice")
    agree(share, "Practice")
    settled(share, "This was practice. Nothing was sent.")
    program.sending._store.write(
        lambda connection: connection.execute(
            "UPDATE submission SET state = 'unknown', code = 'no_answer_after_handing_over'"
        )
    )
    share.window._on_place_wanted(SENT)
    shown = texts(share.window)
    assert "We do not know whether it arrived" in shown
    assert "It never goes again by itself." in shown
    answers.choice = 0
    share.tab_to("How to check: The guard" if "The guard" in shown else "How to check")
    share.press(Qt.Key.Key_Space)
    (row,) = program.sending.of_draft(draft)
    assert row.state.value == "confirmed"


def test_what_was_left_unsent_goes_on_when_the_window_is_opened_again(share, program, open_window):
    draft = share.window.navigator.writing.draft.id
    look_at(share, "practice")
    agree(share, "Practice")
    settled(share, "This was practice. Nothing was sent.")
    program.sending._store.write(
        lambda connection: connection.execute("UPDATE submission SET state = 'queued', claim = NULL")
    )
    again = open_window()
    again.qtbot.waitUntil(lambda: program.sending.of_draft(draft)[0].state.value == "accepted", timeout=15000)
    assert json.dumps(program.sending.of_draft(draft)[0].code) == '"accepted_before"'
