"""A language's file made into a `Language`."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from testimony_app.campaigns.campaign_format import Language as LanguageTag
from testimony_app.campaigns.campaign_format import SentenceFile, Words
from testimony_app.campaigns.campaign_rules import unknown_fields
from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.language import DocumentWords, Language
from testimony_app.files.problems import ContentProblemsError, Problem
from testimony_app.files.tables import parse_toml, read_content, shaped


class LanguageFile(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """`languages/<tag>.toml`: the words of documents, dates and suggested sentences in one language."""

    format: Annotated[str, Meta(pattern="^language/1$")]
    tag: LanguageTag
    name: Words
    months: Annotated[tuple[Words, ...], Meta(min_length=12, max_length=12)]
    date_pattern: Words
    month_pattern: Words
    names: dict[str, Words]
    words: dict[str, Words]
    opening: tuple[SentenceFile, ...] = ()
    thanks: tuple[SentenceFile, ...] = ()


def read_language(path: Path) -> Language:
    """Return the language in a TOML file.

    Raises ContentProblemsError, and OrganizerError `language_not_found`, `file_unreadable`.
    """
    content = read_content(path)
    if content is None:
        raise OrganizerError("language_not_found", path=str(path))
    table, problems = parse_toml(path.name, content)
    file, wrong = (None, ()) if problems else shaped(path.name, table, LanguageFile)
    problems += wrong
    if file:
        problems += tuple(_broken_rules(path, file))
    if file is None or problems:
        raise ContentProblemsError(path.stem, problems)
    plain = msgspec.to_builtins(file)
    del plain["format"]
    return msgspec.convert(plain, Language)


def _broken_rules(path: Path, file: LanguageFile) -> Iterator[Problem]:
    if file.tag != path.stem:
        yield Problem(path.name, "tag", "id_differs_from_name", found=file.tag, expected=path.stem)
    known = [each.name for each in fields(DocumentWords)]
    for name in known:
        if name not in file.words:
            yield Problem(path.name, f"words.{name}", "missing_key")
    for name in sorted(file.words.keys() - known):
        yield Problem(path.name, f"words.{name}", "unknown_key", found=name)
    yield from unknown_fields(path.name, "opening", file.opening)
    yield from unknown_fields(path.name, "thanks", file.thanks)
