"""`channels.toml` read into channels, with everything that is wrong with it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import msgspec
from msgspec.structs import replace

from testimony_app.channels.channel_format import CHANNEL_TABLES, NAME_PATTERN, ChannelTable
from testimony_app.channels.templates import FIELDS, unknown_fields
from testimony_app.domain.errors import OrganizerError
from testimony_app.files.problems import ContentProblemsError, Problem, shown
from testimony_app.files.tables import Table, parse_toml, read_content, shaped

_NOT_THE_WAY = frozenset({"title", "checked_on", "enters_record", "closes"})


class SetBy(Enum):
    """Who set a channel up. What the site has set cannot be changed here."""

    PERSON = "person"
    SITE = "site"
    CAMPAIGN = "campaign"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class ConfiguredChannel:
    """A channel as it is set up: the name it is called by, its kind and its settings."""

    name: str
    kind: str
    settings: ChannelTable
    set_by: SetBy

    @property
    def title(self) -> str:
        """What it is called before a person."""
        return self.settings.title

    @property
    def sha256(self) -> bytes:
        """The SHA-256 of where it leads: another address or account is another channel, another title is not."""
        way = {key: value for key, value in self.plain.items() if key not in _NOT_THE_WAY}
        return hashlib.sha256(msgspec.json.encode(way, order="deterministic")).digest()

    @property
    def plain(self) -> dict[str, object]:
        """The settings as plain values, as they stand in the file."""
        plain: dict[str, object] = msgspec.to_builtins(self.settings)
        return plain


def read_channels(path: Path, set_by: SetBy) -> tuple[ConfiguredChannel, ...]:
    """Return the channels of a file, in its order; none where there is no file.

    Raises ContentProblemsError with every problem found, and OrganizerError `file_unreadable`.
    """
    content = read_content(path)
    if content is None:
        return ()
    return channels_of(path.name, *parse_toml(path.name, content), set_by)


def channels_of(file: str, table: Table, syntax: tuple[Problem, ...], set_by: SetBy) -> tuple[ConfiguredChannel, ...]:
    """Return the channels of a file that is a table already.

    Raises ContentProblemsError with every problem found, those of its syntax included.
    """
    channels = [] if syntax else list(_channels(file, table, set_by))
    problems = (*syntax, *(each for each in channels if isinstance(each, Problem)))
    if problems:
        raise ContentProblemsError(file, problems)
    return tuple(each for each in channels if isinstance(each, ConfiguredChannel))


def channel_from(name: str, table: Table, set_by: SetBy) -> ConfiguredChannel:
    """Return one channel from plain values. Raises ContentProblemsError with every problem found."""
    found = list(_channel("channels.toml", name, table, set_by))
    problems = tuple(each for each in found if isinstance(each, Problem))
    if problems:
        raise ContentProblemsError("channels.toml", problems)
    (channel,) = (each for each in found if isinstance(each, ConfiguredChannel))
    return channel


def find_channel(channels: tuple[ConfiguredChannel, ...], name: str) -> ConfiguredChannel:
    """Return the channel with a name. Raises OrganizerError `channel_unknown`."""
    for channel in channels:
        if channel.name == name:
            return channel
    raise OrganizerError("channel_unknown", channel=name)


def _channels(file: str, table: Table, set_by: SetBy) -> Iterator[ConfiguredChannel | Problem]:
    for key in table:
        if key != "channel":
            yield Problem(file, shown(key), "unknown_key", found=shown(key), expected="channel")
    channels = table.get("channel", {})
    if not isinstance(channels, dict):
        yield Problem(file, "channel", "wrong_value", found=shown(channels), expected="a table")
        return
    for name, each in channels.items():
        yield from _channel(file, name, each, set_by)


def _channel(file: str, name: str, table: object, set_by: SetBy) -> Iterator[ConfiguredChannel | Problem]:
    key = f"channel.{shown(name)}"
    if not re.fullmatch(NAME_PATTERN, name):
        yield Problem(file, key, "wrong_value", found=shown(name), expected="small letters, digits and hyphens")
    if not isinstance(table, dict):
        yield Problem(file, key, "wrong_value", found=shown(table), expected="a table")
        return
    kind = table.get("kind")
    if kind is None:
        yield Problem(file, f"{key}.kind", "missing_key")
    elif not isinstance(kind, str) or kind not in CHANNEL_TABLES:
        yield Problem(file, f"{key}.kind", "unknown_reference", found=shown(kind), expected=", ".join(CHANNEL_TABLES))
    else:
        settings, problems = shaped(file, table, CHANNEL_TABLES[kind])
        for problem in problems:
            inner = f"{key}.{problem.key}" if problem.key else key
            yield replace(problem, key=inner)
        yield from _unknown_fields(file, key, table)
        if settings is not None:
            yield ConfiguredChannel(name, kind, settings, set_by)


def _unknown_fields(file: str, key: str, table: Table) -> Iterator[Problem]:
    """Yield each field that a text of the settings asks for and we do not know: found now, and not when it is sent."""
    texts: dict[str, object] = {}
    pieces, fields = table.get("pieces"), table.get("fields")
    if isinstance(pieces, list):
        texts = {
            f"pieces[{number}].value": each.get("value") for number, each in enumerate(pieces) if isinstance(each, dict)
        }
    if isinstance(fields, dict):
        texts |= {f"fields.{shown(name)}": text for name, text in fields.items()}
    for place, text in texts.items():
        if not isinstance(text, str):
            continue
        for field, meant in unknown_fields(text):
            if meant:
                yield Problem(file, f"{key}.{place}", "misspelled_field", found=shown(field), expected=meant)
            else:
                known = ", ".join(f"{{{each}}}" for each in FIELDS)
                yield Problem(file, f"{key}.{place}", "unknown_field", found=shown(field), expected=known)
