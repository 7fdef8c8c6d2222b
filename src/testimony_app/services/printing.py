"""Printing: the true pages as a PDF, given to the system's print service (`lp`, as CUPS has it)."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import NamedTuple

from testimony_app.domain.errors import PersonError
from testimony_app.domain.text import clean, one_line

_SECONDS = 20.0
_ENGLISH = {"LC_ALL": "C"}
"""In the person's own language we would not know what the service says."""

_LONGEST_ANSWER = 200
_JOB = re.compile(r"request id is (\S+)")
_NOT_THERE = re.compile(r"scheduler|bad file descriptor|connection refused|no such file", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintPolicy:
    """What whoever runs the computer has set: a fixed queue or none, how a job is called, and how many copies may be.

    A print service may keep the name of a job for years, so it holds nothing of a testimony.
    """

    queue: str
    job_title: str
    most_copies: int


PERSONAL_PRINTING = PrintPolicy(queue="", job_title="Document", most_copies=50)
"""At home: any printer, and a name that tells nothing."""


class Printer(NamedTuple):
    """A printer by its name; `is_default` says that the system takes it where nobody chooses."""

    name: str
    is_default: bool


class Printing:
    """Prints by one policy. Every method raises PersonError `print_service_missing` where there is no service.

    Nothing is known after a job was taken: whether paper came out is for the person to see.
    """

    def __init__(self, policy: PrintPolicy = PERSONAL_PRINTING) -> None:
        self.policy = policy

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers there are, the system's own choice first. Raises PersonError `printer_none`."""
        if "is running" not in self._run("lpstat", "-r"):
            raise PersonError("print_service_missing")
        names = self._run("lpstat", "-e").split()
        default = self._default()
        if self.policy.queue:
            names = [name for name in names if name == self.policy.queue]
        if not names:
            raise PersonError("printer_none")
        return tuple(sorted((Printer(name, name == default) for name in names), key=lambda each: not each.is_default))

    def print_pdf(self, content: bytes, printer: str, copies: int) -> str:
        """Give a PDF to a printer and return how the service calls the job.

        Raises PersonError `printer_gone` where there is no such printer any more but others, `printer_none` where there
        is none at all, and `printer_refused`.
        """
        if printer not in {each.name for each in self.printers()}:
            raise PersonError("printer_gone")
        most = min(max(copies, 1), self.policy.most_copies)
        said = self._run("lp", "-d", printer, "-n", str(most), "-t", self.policy.job_title, content=content)
        found = _JOB.search(said)
        if found is None:
            raise PersonError("printer_refused", answer=_short(said))
        return found[1]

    def _default(self) -> str:
        try:
            return self._run("lpstat", "-d").rpartition(":")[2].strip()
        except PersonError as error:
            if error.code != "printer_refused":
                raise
            return ""

    def _run(self, name: str, *words: str, content: bytes = b"") -> str:
        program = shutil.which(name)
        if program is None:
            raise PersonError("print_service_missing")
        try:
            done = subprocess.run(  # noqa: S603  (words of ours, and a name the service gave us)
                [program, *words], input=content, env=os.environ | _ENGLISH, capture_output=True, timeout=_SECONDS,
                check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PersonError("print_service_missing") from error
        said = done.stdout.decode(errors="replace")
        trouble = done.stderr.decode(errors="replace")
        if done.returncode and _NOT_THERE.search(trouble):
            raise PersonError("print_service_missing")
        if done.returncode:
            raise PersonError("printer_refused", answer=_short(trouble or said))
        return said


def _short(text: str) -> str:
    return one_line(clean(text).text)[:_LONGEST_ANSWER]
