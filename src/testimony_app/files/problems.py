"""What is wrong with a campaign or body, so that its maker can mend all of it at once."""

from msgspec import Struct

from testimony_app.domain.errors import OrganizerError

_MOST_SHOWN = 80
MOST_PROBLEMS = 1000
"""How many problems are listed. A hostile file of a megabyte has more than half a million."""


class Problem(Struct, frozen=True):
    """One fault: in which file, at which key (`asks[1].text`, counted from 0), what is wrong, what was expected.

    `code` names the fault for `words`; `found` and `expected` are short texts that fit its sentence.
    """

    file: str
    key: str
    code: str
    found: str = ""
    expected: str = ""


class ContentProblemsError(OrganizerError):
    """A campaign, body or language that cannot be used, with the problems found, up to a thousand."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.name = name
        self.problems = problems[:MOST_PROBLEMS]
        super().__init__("content_problems", name=name, count=len(self.problems))


def shown(value: object) -> str:
    """Return a value as it is shown in a problem: on one line, and not all of a long one."""
    text = str(value).replace("\n", "\\n")
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
