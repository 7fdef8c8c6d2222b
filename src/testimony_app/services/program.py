"""All services of one run, put together by `main` and handed to the command line or the window."""

from dataclasses import dataclass

from testimony_app.services.diagnosing import Diagnosing
from testimony_app.services.drafting import Drafting
from testimony_app.services.exporting import Exporting
from testimony_app.services.importing import Importing
from testimony_app.services.library import Library
from testimony_app.services.reviewing import Reviewing


@dataclass(frozen=True, slots=True)
class Program:
    """The use cases, sharing one profile."""

    library: Library
    drafting: Drafting
    importing: Importing
    exporting: Exporting
    reviewing: Reviewing
    diagnosing: Diagnosing
