"""The confined child that reads a `.campaign` zip: bytes in, tables or one error out, both as JSON."""

import json
from collections.abc import Mapping

import msgspec

from testimony_app.campaigns.campaign_tables import MAIN, campaign_tables
from testimony_app.domain.errors import TestimonyError
from testimony_app.files.archive import ArchiveLimits, read_archive
from testimony_app.files.confined import Limits, serve_confined


def main() -> None:
    """Serve one zip from standard input to standard output."""
    serve_confined(Limits(), _answer)


def _answer(content: bytes) -> bytes:
    try:
        files = _without_top_folder(read_archive(content, ArchiveLimits()))
    except TestimonyError as error:
        return json.dumps({"code": error.code, "parameters": error.parameters}).encode()
    tables, problems = campaign_tables(files)
    return json.dumps({"tables": tables, "problems": msgspec.to_builtins(problems)}).encode()


def _without_top_folder(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the files as seen from the campaign's folder, where the folder itself was zipped.

    What macOS puts beside it in a zip is passed over.
    """
    tops = {name.partition("/")[0] for name in files} - {"__MACOSX"}
    top = next(iter(tops), "")
    if len(tops) == 1 and f"{top}/{MAIN}" in files:
        inside = f"{top}/"
        return {name.removeprefix(inside): content for name, content in files.items() if name.startswith(inside)}
    return files
