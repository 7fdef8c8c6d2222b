"""The ways to send that a campaign brings along: patterns that a person may take over, never used by themselves."""

from collections.abc import Callable
from pathlib import Path

from testimony_app.channels.channel_reader import ConfiguredChannel, SetBy, read_channels
from testimony_app.domain.campaign import Campaign
from testimony_app.files.problems import ContentProblemsError, Problem
from testimony_app.services.channels import FILE


def ways_of(folder: Path | None) -> tuple[ConfiguredChannel, ...]:
    """Return the ways of a campaign's folder.

    Raises ContentProblemsError with everything that is wrong with them, and OrganizerError `file_unreadable`.
    """
    return read_channels(folder / FILE, SetBy.CAMPAIGN) if folder is not None else ()


def check_ways(path: Path, read: Callable[[Path], Campaign]) -> Campaign:
    """Read a campaign and its ways to send. Raises ContentProblemsError with the problems of both."""
    problems: tuple[Problem, ...] = ()
    campaign: Campaign | None = None
    name = path.name
    try:
        campaign = read(path)
    except ContentProblemsError as error:
        problems, name = error.problems, error.name
    try:
        ways_of(path if path.is_dir() else None)
    except ContentProblemsError as error:
        problems += error.problems
    if campaign is None or problems:
        raise ContentProblemsError(name, problems)
    return campaign
