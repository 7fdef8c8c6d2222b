"""What a benchmark found, as rows of one table.

A benchmark is a module with `rows()`, which yields a `Row` for each figure, and ends in `sys.exit(told(rows()))`.
"""

import json
import sys
from typing import NamedTuple

ROWS = "--rows"
"""Asks a benchmark for its rows as JSON instead of a table."""


class Row(NamedTuple):
    """A figure beside the least that the work can take, or beside a peer.

    `goal` says what it is good for, as one of a few words that several rows share, `what` was measured, `floor` is
    what stands beside it, and `times` the figure as so many times that. `wanted` is the most we want of the ratio, or
    of the figure itself where there is none. Without a figure the row was not run, and `floor` says why.
    """

    goal: str
    what: str
    figure: float | None
    unit: str = ""
    floor: str = ""
    times: float | None = None
    wanted: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure is within what we want of it."""
        if self.figure is None:
            return False
        return self.wanted is None or (self.figure if self.times is None else self.times) <= self.wanted


HEAD = ("goal", "what", "figure", "floor or peer", "times", "wanted", "met")


def not_run(goal, what, why):
    """Return the row of what could not be measured here."""
    return Row(goal, what, None, floor=why)


def numbers(*otherwise):
    """Return the whole numbers of the command line, or these where there are none."""
    return tuple(int(each) for each in sys.argv[1:] if each.isdecimal()) or otherwise


def table(rows):
    """Return rows as a Markdown table."""
    lines = [HEAD, tuple("---" for _ in HEAD), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row):
    wanted = "" if row.wanted is None else f"{row.wanted:g}" + ("" if row.times is not None else f" {row.unit}")
    return (
        row.goal,
        row.what,
        "not run" if row.figure is None else f"{_plain(row.figure)} {row.unit}".strip(),
        row.floor,
        "" if row.times is None else f"{row.times:.2f}",
        wanted.strip(),
        "no" if not row.is_met else "yes" if row.wanted is not None else "",
    )


def _plain(figure):
    """Return a figure with three digits that count, and never with an exponent."""
    return f"{figure:,.0f}" if abs(figure) >= 1000 else f"{figure:.3g}"


def told(rows):
    """Print rows and return the exit code: 0 where all that is wanted is met."""
    found = list(rows)
    if ROWS in sys.argv:
        print(json.dumps(found))
    else:
        print(table(found))
    return int(not all(row.is_met for row in found))


def read(output):
    """Return the rows that a benchmark gave as JSON."""
    return [Row(*each) for each in json.loads(output)]
