"""Ways to send in Settings, driven by the keyboard: add, edit, try, check, take out, bring back."""

import sqlite3
import tomllib
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from testimony_app.domain.errors import PersonError
from testimony_app.services.channels import Channels
from testimony_app.settings.secrets import Secrets
from testimony_app.ui.personal import SETTINGS
from testimony_app.ui.widgets.text import Text
from tests.channels.http_server import HttpServer, answer

PAGE = {
    "kind": "portal", "title": "The comment page", "url": "https://city.example/comment", "checked_on": "2026-11-03",
    "closes": "2026-12-08T16:00-06:00", "pieces": [{"title": "Comment", "value": "{text}"}],
}  # fmt: skip
SHARE = {"kind": "collection", "title": "The share", "url": "webdav://127.0.0.1:1/box", "username": "rosa"}


class Keyring(Secrets):
    """Stands for the keyring of a computer, or for one that is not there."""

    def __init__(self, *, is_there):
        super().__init__()
        self.is_there = is_there
        self.kept = {}

    def _ask(self, question):
        if not self.is_there:
            raise PersonError("secret_no_keyring", channel=question["name"])
        if question["do"] == "put":
            self.kept[question["name"]] = question["secret"]
        elif question["do"] == "remove":
            self.kept.pop(question["name"], None)
        elif question["name"] not in self.kept:
            raise PersonError("secret_missing", channel=question["name"])
        return self.kept.get(question["name"], "")


@pytest.fixture(params=[True])
def keyring(program, request):
    program.__dict__["secrets"] = ring = Keyring(is_there=request.param)
    return ring


@pytest.fixture
def file(program):
    return program.folders.config / "channels.toml"


@pytest.fixture
def settings(driver, keyring):
    del keyring
    driver.window._on_place_wanted(SETTINGS)
    QApplication.processEvents()
    return driver


def again(driver):
    """Come to Settings anew."""
    driver.window._on_place_wanted(SETTINGS)
    QApplication.processEvents()


def texts(driver):
    QApplication.processEvents()
    return " ".join(each.text() for each in driver.window.findChildren(Text) if each.isVisible())


def settled(driver, words):
    driver.qtbot.waitUntil(lambda: words in texts(driver), timeout=15000)


def press(driver, name):
    driver.tab_to(name)
    driver.press(Qt.Key.Key_Space)


def fill(driver, name, text):
    driver.tab_to(name)
    driver.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.type(text)


def choose_kind(driver, words):
    box = driver.tab_to("How should it go?")
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        driver.press(Qt.Key.Key_Down)
    pytest.fail(words)


def written(file):
    return tomllib.loads(file.read_text(encoding="utf-8")).get("channel", {})


def test_every_way_says_its_kind_who_set_it_up_and_when_it_was_checked(settings, program, tmp_path):
    site = tmp_path / "site"
    program.__dict__["channels"] = Channels(program.folders.config, site)
    Channels(site, tmp_path / "nowhere").add(
        "clerk", {"kind": "mail_app", "title": "The clerk", "to": ["clerk@city.example"]}
    )
    program.channels.add("page", PAGE)
    again(settings)
    shown = texts(settings)
    assert "The clerk Your own mail program Set up by whoever runs this computer. Nobody has checked it yet." in shown
    assert "The comment page A web page that you fill in Set up by you. Last checked Nov 3, 2026." in shown
    assert "Practice: nothing is sent Practice Always there." in shown
    settings.tab_to("Try it: The clerk")
    for words in ("Edit: The clerk", "Remove: The clerk", "Edit: On paper", "I have checked it today: The clerk"):
        with pytest.raises(pytest.fail.Exception):
            settings.tab_to(words)


def test_a_web_page_is_added_by_keys_alone(settings, file):
    press(settings, "Add a way to send")
    assert settings.focus_name == "Add a way to send"
    choose_kind(settings, "A web page that you fill in")
    fill(settings, "What shall we call it?", "The comment page")
    fill(settings, "Address of the page", "https://city.example/comment")
    press(settings, "Add a piece")
    assert settings.focus_name == "What the page calls piece 2"
    settings.type("Your name")
    fill(settings, "Our text for piece 2", "{name}")
    press(settings, "Save this way to send")
    assert written(file) == {
        "the-comment-page": {
            "kind": "portal",
            "title": "The comment page",
            "url": "https://city.example/comment",
            "pieces": [{"title": "Comment", "value": "{text}"}, {"title": "Your name", "value": "{name}"}],
        }
    }
    assert "Saved. Try it to see whether it works." in texts(settings)
    assert settings.focus_name == "Edit: The comment page"
    press(settings, "Try it: The comment page")
    settled(settings, "Only your browser can show whether the page is there. Nothing was sent.")


def test_an_account_is_added_and_its_password_goes_into_the_keyring_alone(settings, file, keyring):
    press(settings, "Add a way to send")
    choose_kind(settings, "Email by an account")
    fill(settings, "What shall we call it?", "The clerk")
    fill(settings, "To (needed)", "clerk@city.example, second@city.example")
    fill(settings, "From (needed)", "me@city.example")
    fill(settings, "Mail server", "mail.city.example")
    fill(settings, "User name", "me")
    fill(settings, "Password", "open sesame")
    assert settings.focus.echoMode() is QLineEdit.EchoMode.Password
    press(settings, "Save this way to send")
    settled(settings, "The password is in the keyring of this computer, and nowhere else.")
    (channel,) = written(file).values()
    assert channel["to"] == ["clerk@city.example", "second@city.example"]
    assert (channel["port"], channel["security"], channel["username"]) == (465, "tls", "me")
    assert "sesame" not in file.read_text(encoding="utf-8")
    assert keyring.kept == {"the-clerk": "open sesame"}


@pytest.mark.parametrize("keyring", [False], indirect=True)
def test_without_a_keyring_the_password_is_kept_for_this_run_and_that_is_said(settings, program, keyring):
    program.channels.add("share", SHARE)
    again(settings)
    press(settings, "Edit: The share")
    fill(settings, "Password", "open sesame")
    press(settings, "Save this way to send")
    settled(settings, "We keep it until you close this window.")
    assert keyring.find("keyring", "share") == "open sesame"


def test_what_is_wrong_is_said_beside_its_box_and_nothing_typed_is_lost(settings, file):
    press(settings, "Add a way to send")
    choose_kind(settings, "Email by an account")
    fill(settings, "To (needed)", "clerk")
    fill(settings, "Port of the mail server", "many")
    press(settings, "Save this way to send")
    assert not file.exists()
    assert settings.focus_name == "What shall we call it? (needed)"
    assert settings.focus.accessibleDescription().startswith("Please fill this in.")
    form = settings.window.frame.page
    assert form._fields["to"].problem == "“clerk” does not fit here. Needed: an address such as clerk@example.org."
    assert form._fields["port"].problem == "“many” does not fit here. Needed: a whole number."
    assert form._fields["host"].problem == "Please fill this in."
    assert form._fields["cc"].problem == ""
    assert form._fields["to"].value() == ["clerk"]
    assert "Boxes that need a change: 5." in texts(settings)
    fill(settings, "To (needed)", "clerk@city.example")
    press(settings, "Save this way to send")
    assert form._fields["to"].problem == ""


def test_a_text_with_a_field_that_we_do_not_know_is_said_before_it_is_kept(settings, file):
    press(settings, "Add a way to send")
    choose_kind(settings, "A web page that you fill in")
    fill(settings, "What shall we call it?", "The comment page")
    fill(settings, "Address of the page", "https://city.example/comment")
    fill(settings, "Our text for piece 1", "{tekst} from {Name}")
    press(settings, "Save this way to send")
    assert not file.exists()
    problem = settings.window.frame.page._fields["pieces"].problem
    assert problem == "We do not know {tekst}. Did you mean {text}? We do not know {Name}. Did you mean {name}?"
    fill(settings, "Our text for piece 1", "{text} from {name}")
    press(settings, "Save this way to send")
    assert list(written(file)) == ["the-comment-page"]


def test_another_kind_keeps_what_it_asks_for_too(settings):
    press(settings, "Add a way to send")
    fill(settings, "What shall we call it?", "The clerk")
    fill(settings, "To", "clerk@city.example")
    settings.window.frame.page.focus_first()
    choose_kind(settings, "Email by an account")
    form = settings.window.frame.page
    assert form.title == "The clerk"
    assert form._fields["to"].value() == ["clerk@city.example"]
    assert form._fields["port"].value() == 465


def test_an_edit_keeps_what_the_form_does_not_ask_for_and_an_address_that_moved_is_unchecked(settings, program, file):
    program.channels.add("page", PAGE)
    again(settings)
    press(settings, "Edit: The comment page")
    fill(settings, "What shall we call it?", "The City's page")
    press(settings, "Save this way to send")
    assert written(file)["page"] == {**PAGE, "title": "The City's page"}
    assert "Last checked Nov 3, 2026." in texts(settings)
    press(settings, "Edit: The City's page")
    fill(settings, "Address of the page", "https://city.example/other")
    press(settings, "Save this way to send")
    assert "checked_on" not in written(file)["page"]
    assert "Nobody has checked it yet." in texts(settings)
    press(settings, "I have checked it today: The City's page")
    assert "checked_on" in written(file)["page"]
    assert settings.focus_name == "I have checked it today: The City's page"


def test_the_same_addresses_stay_checked_and_others_do_not(settings, program, file):
    friend = {"kind": "mail_app", "title": "A friend", "to": ["ali@city.example"], "checked_on": "2026-11-03"}
    program.channels.add("friend", friend)
    again(settings)
    press(settings, "Edit: A friend")
    fill(settings, "What shall we call it?", "Ali")
    press(settings, "Back")
    press(settings, "I have checked it today: A friend")
    checked = written(file)["friend"]["checked_on"]
    before = program.channels.find("friend").sha256
    assert checked != "2026-11-03"
    press(settings, "Go on editing: A friend")
    press(settings, "Save this way to send")
    assert written(file)["friend"] == {**friend, "title": "Ali", "checked_on": checked}
    assert program.channels.find("friend").sha256 == before
    press(settings, "Edit: Ali")
    fill(settings, "To", "ali@city.example, bo@city.example")
    press(settings, "Save this way to send")
    assert "checked_on" not in written(file)["friend"]


def test_a_form_that_was_left_comes_back_as_it_was(settings, file):
    press(settings, "Add a way to send")
    fill(settings, "What shall we call it?", "Half a way")
    press(settings, "Back")
    assert "Ways to send" in texts(settings)
    press(settings, "Go on with the new way to send")
    assert settings.window.frame.page.title == "Half a way"
    press(settings, "Do not save")
    assert settings.focus_name == "Add a way to send"
    assert not file.exists()
    press(settings, "Add a way to send")
    assert settings.window.frame.page.title == ""
    settings.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Ways to send" in texts(settings)
    settings.tab_to("Add a way to send")


def test_a_folder_is_given_by_its_path_and_tried(settings, file, tmp_path):
    box = tmp_path / "box"
    press(settings, "Add a way to send")
    choose_kind(settings, "A folder, a stick, a share or a store")
    fill(settings, "What shall we call it?", "The stick")
    fill(settings, "Where the files go", str(box))
    press(settings, "Save this way to send")
    assert written(file)["the-stick"]["url"] == box.as_uri()
    press(settings, "Try it: The stick")
    settled(settings, "Is the stick plugged in?")
    box.mkdir()
    press(settings, "Try it: The stick")
    settled(settings, "The place is there and lets us in. Nothing was sent.")
    assert list(box.iterdir()) == []


def test_a_try_says_that_it_goes_on_and_asks_for_a_password_that_is_missing(settings, program, answers):
    server = HttpServer()
    server.scripts = [answer("401 Unauthorized"), answer("207 Multi-Status")]
    try:
        program.channels.add("share", {**SHARE, "url": f"webdav://127.0.0.1:{server.port}/box"})
        again(settings)
        answers.name = "wrong"
        press(settings, "Try it: The share")
        assert "Trying…" in texts(settings)
        settled(settings, "The server did not take the name or password.")
        question = "The password of The share. We keep it until you close this window."
        assert answers.asked == [("Password", question)]
        answers.name = "right"
        press(settings, "Type the password: The share")
        settled(settings, "The place is there and lets us in. Nothing was sent.")
        assert settings.focus_name == "Edit: The share"
    finally:
        server.close()


def test_a_password_that_nobody_types_leaves_the_way_as_it_is(settings, program, answers):
    program.channels.add("share", SHARE)
    again(settings)
    answers.name = ""
    press(settings, "Try it: The share")
    settings.qtbot.waitUntil(lambda: answers.asked != [], timeout=15000)
    settings.tab_to("Type the password: The share")


def test_what_was_taken_out_can_be_brought_back_with_its_password(settings, program, file, keyring):
    program.channels.add("share", SHARE)
    keyring.kept["share"] = "open sesame"
    again(settings)
    press(settings, "Remove: The share")
    assert written(file) == {}
    assert settings.focus_name == "Undo: bring “The share” back"
    settings.qtbot.waitUntil(lambda: keyring.kept == {}, timeout=5000)
    settings.press(Qt.Key.Key_Space)
    assert written(file)["share"] == SHARE
    assert settings.focus_name == "Edit: The share"
    settings.qtbot.waitUntil(lambda: keyring.kept == {"share": "open sesame"}, timeout=5000)
    press(settings, "Remove: The share")
    settings.window.show_home()
    again(settings)
    assert "You took out" not in texts(settings)


def test_a_broken_file_is_told_with_its_place_and_every_problem(settings, program, file):
    program.channels.add("page", PAGE)
    again(settings)
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound + "\n[channel.a]\nkind = 'fax'\n[channel.b]\nkind = 'desk'\n", encoding="utf-8")
    again(settings)
    shown = texts(settings)
    assert f"{file} has to be mended first." in shown
    assert "channel.a.kind: “fax” is not known here." in shown
    assert "channel.b.title: this key is missing." in shown
    assert "The comment page" not in shown
    for words in ("Edit", "Remove", "Add a way to send"):
        with pytest.raises(pytest.fail.Exception):
            settings.tab_to(words)
    settings.tab_to("Text size: 100%")
    file.write_text(sound, encoding="utf-8")
    press(settings, "Look again")
    settings.tab_to("Edit: The comment page")


def test_a_file_that_breaks_while_a_form_is_open_keeps_the_form(settings, program, file):
    program.channels.add("page", PAGE)
    again(settings)
    press(settings, "Edit: The comment page")
    file.write_text("[channel.", encoding="utf-8")
    fill(settings, "What shall we call it?", "Another name")
    press(settings, "Save this way to send")
    assert "The file of the ways to send cannot be used just now. See Settings." in texts(settings)
    assert settings.window.frame.page.title == "Another name"
    assert file.read_text(encoding="utf-8") == "[channel."


def test_what_is_made_anew_follows_the_look(settings, look):
    press(settings, "Add a way to send")
    press(settings, "Do not save")
    look.set_scale(2.0)
    QApplication.processEvents()
    settings.tab_to("Add a way to send")


def test_settings_promise_what_is_true(settings):
    shown = texts(settings)
    assert "Nothing is sent unless you say so. You need no account, and nothing is counted." in shown
    assert "Nothing is sent anywhere" not in shown


def begin(driver):
    """Begin to add an account, and leave its form."""
    press(driver, "Add a way to send")
    choose_kind(driver, "A web page that you fill in")
    fill(driver, "Our text for piece 1", "{name}")
    driver.window.frame.page.focus_first()
    driver.tab_to("How should it go?")
    driver.press(Qt.Key.Key_Home)
    choose_kind(driver, "Email by an account")
    fill(driver, "What shall we call it?", "The clerk")
    fill(driver, "To (needed)", "clerk@city.example")
    fill(driver, "Port of the mail server", "many")
    fill(driver, "Password", "open sesame")


def value(driver, name):
    return driver.window.frame.page._fields[name].value()


@pytest.mark.parametrize("how", ["closed", "killed"])
def test_a_form_that_was_not_saved_is_as_it_was_left_after_a_start_but_for_the_password(
    settings, program, open_window, file, how
):
    begin(settings)
    if how == "closed":
        assert settings.window.close()
    else:
        settings.qtbot.waitUntil(lambda: program.unfinished_ways.all().get("", ("", {}))[1].get("port") == "many")
    other = open_window()
    again(other)
    press(other, "Go on with the new way to send")
    assert "You have not saved this yet. It is as you left it. Only a password is not here" in texts(other)
    assert [value(other, name) for name in ("title", "to", "port", "password")] == [
        "The clerk", ["clerk@city.example"], "many", None,
    ]  # fmt: skip
    assert all(b"open sesame" not in path.read_bytes() for path in program.folders.database.parent.rglob("*.db*"))
    fill(other, "Port of the mail server", "465")
    choose_kind(other, "A web page that you fill in")
    assert value(other, "pieces") == [{"title": "Comment", "value": "{name}"}]
    fill(other, "Address of the page", "https://city.example/comment")
    press(other, "Save this way to send")
    assert list(written(file)) == ["the-clerk"]
    assert other.window.close()
    assert program.unfinished_ways.all() == {}


def test_what_was_cleared_in_a_form_is_clear_after_a_start_and_what_was_put_away_is_gone(
    settings, program, open_window, file
):
    program.channels.add("page", {**PAGE, "note": "Bring a pen."})
    before = file.read_bytes()
    again(settings)
    press(settings, "Edit: The comment page")
    fill(settings, "A note to show beside the page", "")
    settings.press(Qt.Key.Key_Delete)
    assert settings.window.close()
    other = open_window()
    again(other)
    press(other, "Go on editing: The comment page")
    assert (value(other, "note"), value(other, "url")) == (None, "https://city.example/comment")
    assert "Only a password is not here" not in texts(other)
    press(other, "Do not save")
    assert other.focus_name == "Edit: The comment page"
    assert other.window.close()
    assert (file.read_bytes(), program.unfinished_ways.all()) == (before, {})


def test_rows_that_share_a_name_or_have_none_yet_are_not_lost(settings, program, open_window):
    press(settings, "Add a way to send")
    choose_kind(settings, "The address of a program")
    fill(settings, "Our text for field 1", "{text}")
    press(settings, "Add a field")
    fill(settings, "Our text for field 2", "{name}")
    assert settings.window.close()
    other = open_window()
    again(other)
    press(other, "Go on with the new way to send")
    assert other.window.frame.page._fields["fields"]._texts() == [("", "{text}"), ("", "{name}")]
    assert "fields" in program.unfinished_ways.all()[""].typed


@pytest.mark.parametrize(("choice", "closes"), [(None, False), (0, True)])
def test_what_cannot_be_kept_is_told_and_asked_about_before_the_window_closes(
    settings, program, answers, choice, closes
):
    program.drafting.save(program.drafting.start("en"), "typing")
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        database.execute(
            "CREATE TRIGGER full BEFORE INSERT ON meta WHEN new.key LIKE 'unfinished%' "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
    press(settings, "Add a way to send")
    fill(settings, "What shall we call it?", "The clerk")
    settled(settings, "We could not keep what you typed here.")
    assert "It is still here while this window is open." in texts(settings)
    answers.choice = choice
    assert settings.window.close() is closes
    ((title, text),) = answers.asked
    assert (title, text.startswith("What you typed about “The clerk” is not saved")) == ("Not saved yet", True)
    if not closes:
        assert value(settings, "title") == "The clerk"
        answers.choice = 0
