"""A campaign's files, wherever they come from, made into a `Campaign`."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from testimony_app.campaigns.campaign_format import CampaignFile, PointFile
from testimony_app.campaigns.campaign_rules import broken_rules
from testimony_app.campaigns.campaign_tables import MAIN, WAYS, campaign_tables
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.errors import OrganizerError
from testimony_app.files.problems import ContentProblemsError, Problem
from testimony_app.files.tables import Table, read_content, shaped

SUFFIX = ".campaign"


class ZippedWays(NamedTuple):
    """The ways to send that came in a zip: the table of their file, None where there is none, and its syntax faults."""

    table: Table | None
    problems: tuple[Problem, ...]


def read_campaign(path: Path) -> Campaign:
    """Return the campaign in a folder or in a `.campaign` zip. Raises what `read_campaign_file` raises."""
    return read_campaign_file(path)[0]


def read_campaign_file(path: Path) -> tuple[Campaign, ZippedWays | None]:
    """Return a campaign, and of a zip the ways to send in it; those of a folder lie there to be read when needed.

    Raises ContentProblemsError with every problem found, and OrganizerError: `campaign_not_found`, the codes of
    `read_archive`, `content_too_heavy`, and `campaign_unreadable`, `folder_unreadable` or `file_unreadable`.
    """
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
    except OSError as error:
        raise OrganizerError("campaign_unreadable", path=str(path)) from error
    if is_folder:
        tables, problems = campaign_tables(_folder_files(path))
        return _build(path.name, tables, problems), None
    if is_file:
        tables, syntax, ways = _unzipped(path)
        return _build(path.name.removesuffix(SUFFIX), tables, syntax), ways
    raise OrganizerError("campaign_not_found", path=str(path))


def zipped_ways(path: Path) -> ZippedWays:
    """Return the ways to send in a zip, whatever is wrong with its campaign. Raises the codes of `read_archive`."""
    return _unzipped(path)[2]


def _unzipped(path: Path) -> tuple[dict[str, Table], list[Problem], ZippedWays]:
    from testimony_app.campaigns.campaign_zip import zip_tables  # noqa: PLC0415  (few campaigns are zips)

    tables, problems = zip_tables(path)
    ways = ZippedWays(tables.pop(WAYS, None), tuple(each for each in problems if each.file == WAYS))
    return tables, [each for each in problems if each.file != WAYS], ways


def _folder_files(folder: Path) -> dict[str, bytes]:
    points = folder / "points"
    try:
        found = sorted(points.iterdir()) if points.is_dir() else []
    except OSError as error:
        raise OrganizerError("folder_unreadable", path=str(points)) from error
    paths = [folder / MAIN, *(path for path in found if path.suffix == ".toml")]
    files = {_shown_name(path, folder): read_content(path) for path in paths}
    return {name: content for name, content in files.items() if content is not None}


def _shown_name(path: Path, folder: Path) -> str:
    """Return a file's name in a campaign, control characters and broken text written out so that it can be shown."""
    name = path.relative_to(folder).as_posix()
    return name if name.isprintable() else ascii(name)[1:-1]


def _build(name: str, tables: Mapping[str, Table], syntax: Iterable[Problem]) -> Campaign:
    problems = list(syntax)
    broken = {problem.file for problem in problems}
    main, wrong = shaped(MAIN, tables[MAIN], CampaignFile) if MAIN in tables else (None, ())
    problems += wrong
    points: dict[str, PointFile] = {}
    for file in sorted(tables.keys() - {MAIN}):
        point, wrong = shaped(file, tables[file], PointFile)
        problems += wrong
        broken |= {problem.file for problem in wrong}
        if point:
            points[file] = point
    problems += broken_rules(name, main, points, broken)
    if main is None or problems:
        raise ContentProblemsError(name, tuple(problems))
    plain = msgspec.to_builtins(main)
    del plain["format"]
    plain["points"] = [msgspec.to_builtins(points[f"points/{each}.toml"]) for each in main.points]
    return msgspec.convert(plain, Campaign)
