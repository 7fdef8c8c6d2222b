"""Which files make a campaign, and their tables."""

from collections.abc import Mapping

from testimony_app.files.problems import Problem
from testimony_app.files.tables import Table, parse_toml

MAIN = "campaign.toml"
WAYS = "channels.toml"
"""The ways to send that a campaign may bring along. They are no part of the campaign itself."""


def campaign_tables(files: Mapping[str, bytes]) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """Return the tables of a campaign's TOML files by name, and what is wrong with their syntax."""
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for name in sorted(files):
        if name in {MAIN, WAYS} or _is_point(name):
            table, wrong = parse_toml(name, files[name])
            problems += wrong
            if not wrong:
                tables[name] = table
    if MAIN not in files:
        problems.append(Problem(MAIN, "", "missing_file"))
    return tables, tuple(problems)


def _is_point(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return folder == "points" and file.endswith(".toml") and file != ".toml"
