"""What no text that the app puts together may hold: a hole, a double space, a stray comma."""

import re

from testimony_app.domain.text import one_line

HOLES = re.compile(
    r"""
      \s\s | ^\s | \s$                      # a space too many
    | \s[,;.!?…،、，]                        # a mark that nothing stands before
    | ^[,;.،、，]
    | [,;،、，]\s?(?:[,;.!?…،、，]|$)          # a comma that nothing stands after
    | [!?…][.] | (?<![.])[.][.](?![.])      # two ends of one sentence
    | (?<![.])(?<![.]\w)[.][,;]             # an end before a comma, abbreviations aside
    """,
    re.VERBOSE,
)


def holes(text):
    return HOLES.findall(text)


def new_holes(text, values):
    """Return the holes of a text that nobody typed: those that stand in no value that went into it."""
    typed = {hole for value in values for hole in holes(one_line(value))}
    return [hole for hole in holes(text) if hole not in typed]
