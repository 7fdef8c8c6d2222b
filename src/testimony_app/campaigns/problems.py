"""What is wrong with a campaign or body, so that its maker can mend all of it at once."""

from dataclasses import dataclass

from testimony_app.domain.errors import OrganizerError


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: in which file, at which key (`asks[1].text`, counted from 0), what is wrong, what was expected.

    `code` names the fault for `words`; `found` and `expected` are short texts that fit its sentence.
    """

    file: str
    key: str
    code: str
    found: str = ""
    expected: str = ""


class ContentProblemsError(OrganizerError):
    """A campaign, body or language that cannot be used, with every problem found."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("content_problems", name=name, count=len(problems))
        self.name = name
        self.problems = problems
