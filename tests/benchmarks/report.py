"""What a benchmark found, as rows of one table."""

from typing import NamedTuple


class Row(NamedTuple):
    """A figure beside the least that the work can take. `times` is the ratio, `allowed` what we allow of it.

    Without a floor, `times` is None and `allowed` is what we allow of the figure itself.
    """

    what: str
    figure: float
    unit: str
    floor: str = ""
    times: float | None = None
    allowed: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure is within what we allow."""
        return self.allowed is None or (self.figure if self.times is None else self.times) <= self.allowed


HEAD = ("", "figure", "floor", "times", "we allow")


def table(rows):
    """Return rows as a Markdown table."""
    lines = [HEAD, tuple("---" for _ in HEAD)]
    lines += [
        (
            row.what,
            f"{row.figure:.3g} {row.unit}".strip(),
            row.floor,
            "" if row.times is None else f"{row.times:.2f}",
            "" if row.allowed is None else f"{row.allowed:g}" + ("" if row.times is not None else f" {row.unit}"),
        )
        for row in rows
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def told(rows):
    """Print rows and return the exit code: 0 where all that is allowed is met."""
    found = list(rows)
    print(table(found))
    for row in found:
        if not row.is_met:
            print(f"Not met: {row.what}")
    return int(not all(row.is_met for row in found))
