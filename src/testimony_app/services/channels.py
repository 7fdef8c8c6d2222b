"""The ways a testimony can take from here: set up by the site or by the person, or there from the start."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from testimony_app.channels.channel_format import ChannelTable, DeskTable, MailAppTable, PracticeTable
from testimony_app.channels.channel_reader import (
    ConfiguredChannel,
    SetBy,
    channel_from,
    find_channel,
    read_channels,
)
from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.files.atomic import write_file
from testimony_app.files.tables import read_content

FRESH_DAYS = 90
"""For how many days an address counts as checked. An older one is asked about before it is used."""

FILE = "channels.toml"
PRACTICE, PAPER, OWN_MAIL = "practice", "on-paper", "my-mail"


class Trouble(NamedTuple):
    """A file of channels that cannot be used: where it is, who keeps it, and what is wrong with it."""

    path: Path
    set_by: SetBy
    error: OrganizerError


class Channels:
    """Finds channels by name. What the site has set up wins, and nobody else can change it."""

    def __init__(self, own: Path, site: Path) -> None:
        self._own = own / FILE
        self._site = site / FILE

    def all(self) -> tuple[ConfiguredChannel, ...]:
        """Return every channel: the site's, the person's, then those that are always there.

        Raises ContentProblemsError with everything that is wrong with a file, and OrganizerError `file_unreadable`.
        """
        site = read_channels(self._site, SetBy.SITE)
        taken = {channel.name for channel in site}
        own = tuple(each for each in read_channels(self._own, SetBy.PERSON) if each.name not in taken)
        taken |= {channel.name for channel in own}
        return (*site, *own, *(each for each in built_in() if each.name not in taken))

    def find(self, name: str) -> ConfiguredChannel:
        """Return a channel. Raises OrganizerError `channel_unknown`, and what `all` raises."""
        return find_channel(self.all(), name)

    def troubles(self) -> tuple[Trouble, ...]:
        """Return the files that cannot be used. As long as there are some, `all` raises and nothing can be changed."""
        troubles = []
        for path, set_by in ((self._site, SetBy.SITE), (self._own, SetBy.PERSON)):
            try:
                read_channels(path, set_by)
            except OrganizerError as error:
                troubles.append(Trouble(path, set_by, error))
        return tuple(troubles)

    def add(self, name: str, settings: Mapping[str, object]) -> ConfiguredChannel:
        """Set a channel up, or set it up anew, and keep it in the person's file.

        Raises PersonError `channel_set_by_site`, ContentProblemsError, and the errors of `write_file`.
        """
        self._demand_own(name)
        channel = channel_from(name, dict(settings), SetBy.PERSON)
        self._write(name, channel.plain)
        return channel

    def remove(self, name: str) -> None:
        """Take a channel out.

        Raises PersonError `channel_set_by_site`, `channel_always_there`, and OrganizerError `channel_unknown`.
        """
        self._own_channel(name)
        self._write(name, None)

    def mark_checked(self, name: str, today: date) -> None:
        """Keep that somebody has looked today whether a channel's addresses are right."""
        channel = self._own_channel(name)
        self._write(name, {**channel.plain, "checked_on": today.isoformat()})

    def _own_channel(self, name: str) -> ConfiguredChannel:
        self._demand_own(name)
        channel = self.find(name)
        if channel.set_by is not SetBy.PERSON:
            raise PersonError("channel_always_there", channel=name)
        return channel

    def _demand_own(self, name: str) -> None:
        if any(channel.name == name for channel in read_channels(self._site, SetBy.SITE)):
            raise PersonError("channel_set_by_site", channel=name, path=str(self._site))

    def _write(self, name: str, settings: Mapping[str, object] | None) -> None:
        """Write one table of the file anew, or take it out; everything else stays as it was typed."""
        import tomlkit  # noqa: PLC0415  (only a change needs it)

        read_channels(self._own, SetBy.PERSON)
        document = tomlkit.parse((read_content(self._own) or b"").decode("utf-8-sig"))
        channels = document.setdefault("channel", tomlkit.table(is_super_table=True))
        channels.pop(name, None)
        if settings is not None:
            table = tomlkit.table()
            for key, value in settings.items():
                table.add(key, value)
            channels[name] = table
        self._own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(self._own, tomlkit.dumps(document).encode(), replace=True)


def built_in() -> tuple[ConfiguredChannel, ...]:
    """Return the channels that are there without any setting up: they need no address and no account."""
    ways: tuple[tuple[str, str, ChannelTable], ...] = (
        (OWN_MAIL, "mail_app", MailAppTable(title="My own mail program")),
        (PAPER, "desk", DeskTable(title="On paper")),
        (PRACTICE, "practice", PracticeTable(title="Practice: nothing is sent")),
    )
    return tuple(ConfiguredChannel(name, kind, settings, SetBy.PROGRAM) for name, kind, settings in ways)


def is_fresh(channel: ConfiguredChannel, today: date) -> bool:
    """Whether somebody has looked at a channel's addresses lately. What has no address cannot grow old.

    Raises OrganizerError `channel_date_impossible` where the date is none.
    """
    if channel.kind in {"practice", "desk"} or (channel.kind == "mail_app" and not channel.plain.get("to")):
        return True
    checked = channel.settings.checked_on
    if not checked:
        return False
    try:
        day = date.fromisoformat(checked if len(checked) > len("YYYY-MM") else f"{checked}-01")
    except ValueError as error:
        raise OrganizerError("channel_date_impossible", channel=channel.name, found=checked) from error
    return (today - day).days <= FRESH_DAYS
