"""A campaign's files, wherever they come from, made into a `Campaign`."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from testimony_app.campaigns.campaign_format import CampaignFile, PointFile
from testimony_app.campaigns.campaign_rules import broken_rules
from testimony_app.campaigns.campaign_tables import MAIN, campaign_tables
from testimony_app.campaigns.problems import ContentProblemsError, Problem
from testimony_app.campaigns.tables import MOST_BYTES, Table, shaped
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.errors import OrganizerError
from testimony_app.files.archive import ArchiveLimits
from testimony_app.files.confined import Limits, run_confined

SUFFIX = ".campaign"
_CHILD = "testimony_app.campaigns.campaign_archive"


def read_campaign(path: Path) -> Campaign:
    """Return the campaign in a folder or in a `.campaign` zip.

    Raises ContentProblemsError with every problem found, and OrganizerError: `campaign_not_found`, the codes of
    `read_archive`, `content_too_heavy`.
    """
    if path.is_dir():
        tables, problems = campaign_tables(_folder_files(path))
        return _build(path.name, tables, problems)
    if path.is_file():
        tables, problems = _archive_tables(path)
        return _build(path.name.removesuffix(SUFFIX), tables, problems)
    raise OrganizerError("campaign_not_found", path=str(path))


def _folder_files(folder: Path) -> dict[str, bytes]:
    paths = [folder / MAIN, *sorted((folder / "points").glob("*.toml"))]
    try:
        return {_shown_name(path, folder): _read_bounded(path) for path in paths if path.is_file()}
    except OSError as error:
        raise OrganizerError("campaign_unreadable", path=str(folder)) from error


def _shown_name(path: Path, folder: Path) -> str:
    """Return a file's name in a campaign, control characters and broken text written out so that it can be shown."""
    name = path.relative_to(folder).as_posix()
    return name if name.isprintable() else ascii(name)[1:-1]


def _read_bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _archive_tables(path: Path) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """Read a zip in a confined child and look over again what it says."""
    most = ArchiveLimits().packed_bytes
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise OrganizerError("campaign_unreadable", path=str(path)) from error
    if len(content) > most:
        raise OrganizerError("archive_too_large", most_megabytes=most // 1024 // 1024)
    answer = json.loads(run_confined(_CHILD, content, Limits()))
    if "code" in answer:
        raise OrganizerError(answer["code"], **answer["parameters"])
    return answer["tables"], tuple(msgspec.convert(answer["problems"], list[Problem]))


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
    if main:
        problems += broken_rules(name, main, points, broken)
    if main is None or problems:
        raise ContentProblemsError(name, tuple(problems))
    plain = msgspec.to_builtins(main)
    del plain["format"]
    plain["points"] = [msgspec.to_builtins(points[f"points/{each}.toml"]) for each in main.points]
    return msgspec.convert(plain, Campaign)
