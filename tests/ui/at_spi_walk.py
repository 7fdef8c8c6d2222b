"""Somebody who uses the window through assistive technology alone, as the system's Python with pyatspi.

    /usr/bin/python3 tests/ui/at_spi_walk.py

It finds everything by role and accessible name, presses and writes through AT-SPI, and waits for what comes of it. It
prints what it has read, as JSON.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

SECONDS = 90
GONE = (GLib.Error, LookupError, AttributeError, NotImplementedError)
"""What comes of looking at something that goes away meanwhile."""

SHOWING, CHECKED = pyatspi.STATE_SHOWING, pyatspi.STATE_CHECKED


def main():
    wait_for("frame", "Testimony")
    press("push button", "Start with a blank page")
    aloud = press("radio button", "How will the Council hear you? Aloud")
    wait("Aloud is chosen", lambda: aloud.getState().contains(CHECKED))
    write("Your name. May become public", "Rosa Maple")
    wait_for("push button", "About you. Step 1, you are here. Rosa")
    press("push button", "Points")
    wait_for("heading", "Choose points")
    press("push button", "Add my own point")
    write("Your own point 1", "A bench at my bus stop")
    press("push button", "Change what you want the Council to do")
    write("What you want the Council to do, in your own words", "Please put the bench back.")
    press("push button", "Your story")
    wait_for("heading", "Tell it in your own words")
    write("Your story for point 1", "I wait there with my mother.")
    press("push button", "Draft")
    wait_for("heading", "Your draft")
    wait_for("label", "Saved on this computer")
    thanks = wait_for("text", "Thanks. ")
    write_over(thanks, "Thank you for listening.")
    press("check box", "Say aloud: Thanks")
    wait("Thanks is in print only", lambda: find("label", "In print only"))
    wait_for("label", "Saved on this computer")
    read = {
        "meters": [each.name for each in showing("label") if each.name in {"Aloud", "In writing"}],
        "sections": [[each.name, text_of(each)] for each in showing("text")],
    }
    json.dump(read, sys.stdout, ensure_ascii=False)


def everything(parent):
    """Yield everything inside, in the order of the tree; what goes away meanwhile is passed over."""
    for place in range(parent.childCount):
        child = parent.getChildAtIndex(place)
        if child is not None:
            yield child
            yield from everything(child)


def showing(role):
    """Return what is on the screen and has a role."""
    desktop = pyatspi.Registry.getDesktop(0)
    desktop.clear_cache()  # what is kept here is brought up to date by events, and nobody listens to them
    everywhere = everything(desktop)
    return [each for each in everywhere if each.getRoleName() == role and each.getState().contains(SHOWING)]


def find(role, name):
    return next((each for each in showing(role) if each.name.startswith(name)), None)


def wait(what, look):
    """Look until there is something, and return it. Where there is nothing in time say what was waited for."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            found = look()
        except GONE:
            found = None
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"Not within {SECONDS} seconds: {what}")


def wait_for(role, name):
    return wait(f"a {role} named {name!r}", lambda: find(role, name))


def press(role, name):
    found = wait_for(role, name)
    found.queryAction().doAction(0)
    return found


def text_of(box):
    return box.queryText().getText(0, -1)


def write(name, text):
    box = wait_for("text", name)
    box.queryEditableText().insertText(0, text, len(text))
    wait(f"{text!r} is written", lambda: text_of(find("text", name)) == text)


def write_over(box, text):
    box.queryEditableText().setTextContents(text)
    wait(f"{text!r} is written", lambda: text_of(box) == text)


if __name__ == "__main__":
    main()
