"""The campaigns, bodies and languages that are installed: shipped with the program or added by the person."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from testimony_app.campaigns.campaign_reader import SUFFIX, ZippedWays, read_campaign_file
from testimony_app.domain.campaign import Campaign
from testimony_app.domain.errors import OrganizerError, PersonError, TestimonyError

if TYPE_CHECKING:
    from testimony_app.domain.body import PublicBody
    from testimony_app.domain.checks.finding import SafetyWords
    from testimony_app.domain.compose import Material
    from testimony_app.domain.draft import Draft
    from testimony_app.domain.language import Language

FALLBACK_LANGUAGE = "en"
"""Whose labels and dates a document has where its own language is not installed. Nothing is suggested then."""


class Unreadable(NamedTuple):
    """A campaign or body that is there but cannot be used, and why."""

    id: str
    error: TestimonyError


class Library:
    """Finds content by id. What is shipped wins over what was added; each file is read at most once."""

    def __init__(self, shipped: Path, added_campaigns: Path, added_bodies: Path) -> None:
        self._shipped = shipped
        self._added_campaigns = added_campaigns
        self._added_bodies = added_bodies
        self._campaigns: dict[str, Campaign] = {}
        self._zipped_ways: dict[str, ZippedWays | None] = {}
        self._bodies: dict[str, PublicBody] = {}
        self._languages: dict[str, Language] = {}

    @cached_property
    def safety_words(self) -> "SafetyWords":
        """The words that may point to something safer left out."""
        from testimony_app.campaigns.safety_reader import read_safety_words  # noqa: PLC0415  (for the checks alone)

        return read_safety_words(self._shipped / "safety_words.toml")

    def campaign(self, campaign_id: str) -> Campaign:
        """Return an installed campaign. Raises OrganizerError `campaign_unknown`, or what is wrong with it."""
        if campaign_id not in self._campaigns:
            path = self._campaign_paths().get(campaign_id)
            if path is None:
                raise PersonError("campaign_unknown", campaign=campaign_id)
            self._campaigns[campaign_id], self._zipped_ways[campaign_id] = read_campaign_file(path)
        return self._campaigns[campaign_id]

    def body(self, body_id: str) -> "PublicBody":
        """Return a listed public body. Raises PersonError `body_unknown`, or what is wrong with it."""
        if body_id not in self._bodies:
            path = self._body_paths().get(body_id)
            if path is None:
                raise PersonError("body_unknown", body=body_id)
            self._bodies[body_id] = _read_body(path)
        return self._bodies[body_id]

    def campaigns(self) -> Iterator[Campaign | Unreadable]:
        """Yield every installed campaign by title, then those that cannot be used."""
        read = [self._try_campaign(campaign_id) for campaign_id in sorted(self._campaign_paths())]
        yield from sorted((each for each in read if isinstance(each, Campaign)), key=lambda each: each.title)
        yield from (each for each in read if isinstance(each, Unreadable))

    def bodies(self) -> "Iterator[PublicBody | Unreadable]":
        """Yield every listed body by name, then those that cannot be used."""
        read = [self._try_body(body_id) for body_id in sorted(self._body_paths())]
        yield from sorted((each for each in read if not isinstance(each, Unreadable)), key=lambda each: each.name)
        yield from (each for each in read if isinstance(each, Unreadable))

    def check_campaign(self, path: Path) -> Campaign:
        """Read a campaign that need not be installed, and its ways to send. Raises what is wrong, all at once."""
        from testimony_app.services.campaign_ways import check_ways  # noqa: PLC0415  (only a check needs it)

        return check_ways(path)

    def campaign_folder(self, campaign_id: str) -> Path | None:
        """Return the folder of an installed campaign; None where there is none, or where it is a zip."""
        path = self._campaign_paths().get(campaign_id)
        return path if path is not None and path.is_dir() else None

    def zipped_ways(self, campaign_id: str) -> ZippedWays | None:
        """Return the ways to send that came in the zip of a campaign, None where it is a folder.

        Raises what `campaign` raises.
        """
        self.campaign(campaign_id)
        return self._zipped_ways[campaign_id]

    def check_body(self, path: Path) -> "PublicBody":
        """Read a body file that need not be installed. Raises what is wrong with it, all at once."""
        return _read_body(path)

    def language(self, tag: str) -> "Language":
        """Return a language by its tag. One that is not installed has English labels and suggests nothing.

        Raises OrganizerError `language_not_found` where English itself is missing.
        """
        base = tag.partition("-")[0]
        if tag not in self._languages:
            path = self._shipped / "languages" / f"{base}.toml"
            try:
                self._languages[tag] = _read_language(path)
            except OrganizerError as error:
                if error.code != "language_not_found" or base == FALLBACK_LANGUAGE:
                    raise
                english = self.language(FALLBACK_LANGUAGE)
                self._languages[tag] = replace(english, tag=tag, opening=(), thanks=(), words_of=english.words_tag)
        return self._languages[tag]

    def material(self, draft: "Draft") -> "Material":
        """Return what a draft is composed from.

        Raises PersonError `campaign_unknown` or `body_unknown` where the draft names what is not installed.
        """
        from testimony_app.domain.compose import Material  # noqa: PLC0415  (a list of campaigns composes nothing)

        campaign = self.campaign(draft.campaign) if draft.campaign else None
        return Material(self.language(draft.language), self._body_of(draft, campaign), campaign)

    def _body_of(self, draft: "Draft", campaign: Campaign | None) -> "PublicBody | None":
        if draft.body is not None and not isinstance(draft.body, str):
            return _unlisted(draft.body.name) if draft.body.name.strip() else None
        body_id = draft.body or (campaign.body if campaign else "")
        return self.body(body_id) if body_id else None

    def _campaign_paths(self) -> dict[str, Path]:
        added = {
            path.name.removesuffix(SUFFIX): path
            for path in _entries(self._added_campaigns)
            if _may_be_folder(path) or path.name.endswith(SUFFIX)
        }
        shipped = {path.name: path for path in _entries(self._shipped / "campaigns") if _may_be_folder(path)}
        return {**added, **shipped}

    def _body_paths(self) -> dict[str, Path]:
        folders = (self._added_bodies, self._shipped / "bodies")
        return {path.stem: path for folder in folders for path in _entries(folder) if path.suffix == ".toml"}

    def _try_campaign(self, campaign_id: str) -> Campaign | Unreadable:
        try:
            return self.campaign(campaign_id)
        except TestimonyError as error:
            return Unreadable(campaign_id, error)

    def _try_body(self, body_id: str) -> "PublicBody | Unreadable":
        try:
            return self.body(body_id)
        except TestimonyError as error:
            return Unreadable(body_id, error)


def _may_be_folder(path: Path) -> bool:
    """Whether this is a folder, or something the system does not let us look at: reading it will tell."""
    try:
        return path.is_dir()
    except OSError:
        return True


def _entries(folder: Path) -> list[Path]:
    """Return what lies in a folder; one that does not exist is empty."""
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise OrganizerError("folder_unreadable", path=str(folder)) from error


def _read_body(path: Path) -> "PublicBody":
    from testimony_app.campaigns.body_reader import read_body  # noqa: PLC0415  (a list of campaigns reads no body)

    return read_body(path)


def _unlisted(name: str) -> "PublicBody":
    from testimony_app.domain.body import unlisted_body  # noqa: PLC0415  (see _read_body)

    return unlisted_body(name)


def _read_language(path: Path) -> "Language":
    from testimony_app.campaigns.language_reader import read_language  # noqa: PLC0415  (see _read_body)

    return read_language(path)
