"""The ways to send that a campaign brings along: patterns that a person may take over, never used by themselves."""

from pathlib import Path

from testimony_app.campaigns.campaign_reader import ZippedWays, read_campaign_file, zipped_ways
from testimony_app.channels.channel_reader import ConfiguredChannel, SetBy, channels_of, read_channels
from testimony_app.domain.campaign import Campaign
from testimony_app.files.problems import ContentProblemsError, Problem
from testimony_app.services.channels import FILE


def ways_of(folder: Path | None, zipped: ZippedWays | None) -> tuple[ConfiguredChannel, ...]:
    """Return the ways of a campaign: those in its folder, or those that came in its zip.

    Raises ContentProblemsError with everything that is wrong with them, and OrganizerError `file_unreadable`.
    """
    if folder is not None:
        return read_channels(folder / FILE, SetBy.CAMPAIGN)
    if zipped is None or (zipped.table is None and not zipped.problems):
        return ()
    return channels_of(FILE, zipped.table or {}, zipped.problems, SetBy.CAMPAIGN)


def check_ways(path: Path) -> Campaign:
    """Read a campaign and its ways to send. Raises ContentProblemsError with the problems of both."""
    problems: tuple[Problem, ...] = ()
    campaign: Campaign | None = None
    zipped: ZippedWays | None = None
    name = path.name
    try:
        campaign, zipped = read_campaign_file(path)
    except ContentProblemsError as error:
        problems, name = error.problems, error.name
        zipped = zipped_ways(path) if path.is_file() else None
    try:
        ways_of(path if path.is_dir() else None, zipped)
    except ContentProblemsError as error:
        problems += error.problems
    if campaign is None or problems:
        raise ContentProblemsError(name, problems)
    return campaign
