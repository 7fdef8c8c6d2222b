"""A language's file made into a `Language`."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from testimony_app.campaigns.campaign_format import Language as LanguageTag
from testimony_app.campaigns.campaign_format import SentenceFile, Words
from testimony_app.campaigns.problems import ContentProblemsError
from testimony_app.campaigns.tables import parse_toml, shaped
from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.language import Language


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
    """Return the language in a TOML file. Raises ContentProblemsError, or OrganizerError `language_not_found`."""
    if not path.is_file():
        raise OrganizerError("language_not_found", path=str(path))
    table, problems = parse_toml(path.name, path.read_bytes())
    file, wrong = (None, ()) if problems else shaped(path.name, table, LanguageFile)
    if file is None:
        raise ContentProblemsError(path.stem, (*problems, *wrong))
    plain = msgspec.to_builtins(file)
    del plain["format"]
    return msgspec.convert(plain, Language)
