"""Where one person's data, settings, cache and logs are kept."""

import sys
from pathlib import Path
from typing import NamedTuple

_LINUX_SITE = Path("/etc/xdg/testimony")


class ProfileFolders(NamedTuple):
    """The four folders of a profile. They need not exist yet."""

    data: Path
    config: Path
    cache: Path
    log: Path

    @property
    def database(self) -> Path:
        """The file that holds the drafts."""
        return self.data / "testimony.db"

    @property
    def ledger(self) -> Path:
        """The file that is only added to: what was handed over."""
        return self.data / "ledger.db"

    @property
    def locks(self) -> tuple[Path, Path]:
        """The file by which a locked profile is opened, and its copy: who keeps the backups keeps what opens them."""
        return self.data / "lock.json", self.data / "backups" / "lock.json"

    @property
    def site(self) -> Path:
        """Where whoever runs this computer sets things up for everybody.

        No profile can put another in its place, and on Linux no environment variable either.
        """
        if _is_linux():
            return _LINUX_SITE
        from platformdirs import PlatformDirs  # noqa: PLC0415  (only what is sent needs it)

        return PlatformDirs("testimony", appauthor=False).site_config_path

    @property
    def outgoing(self) -> Path:
        """Messages that were made for the person's mail program, `<reference>.eml`."""
        return self.cache / "outgoing"

    @property
    def campaigns(self) -> Path:
        """Campaigns the person added: folders, or zips named `<id>.campaign`."""
        return self.data / "campaigns"

    @property
    def letterheads(self) -> Path:
        """Letterheads that were taken in, scrubbed."""
        return self.data / "letterheads"

    @property
    def bodies(self) -> Path:
        """Public bodies the person added, `<id>.toml`."""
        return self.data / "bodies"


def profile_in(folder: Path) -> ProfileFolders:
    """Return the folders of a profile kept in one place, as `--profile DIR` asks."""
    return ProfileFolders(folder / "data", folder / "config", folder / "cache", folder / "log")


def option_for(folders: ProfileFolders) -> tuple[str, ...]:
    """Return the words of the command line that lead to these folders, none where they are the usual ones."""
    return () if folders == usual_profile() else ("--profile", str(folders.data.parent))


def usual_profile() -> ProfileFolders:
    """Return the folders this system keeps for each person."""
    from platformdirs import PlatformDirs  # noqa: PLC0415  (not needed with --profile)

    folders = PlatformDirs("testimony", appauthor=False)
    return ProfileFolders(
        folders.user_data_path, folders.user_config_path, folders.user_cache_path, folders.user_log_path
    )


def _is_linux() -> bool:
    return sys.platform.startswith("linux")
