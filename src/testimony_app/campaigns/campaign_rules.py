"""What a campaign's files must agree on beyond their shapes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from testimony_app.campaigns.campaign_format import CampaignFile, EvidenceFile, PointFile, SentenceFile
from testimony_app.domain.fields import FIELDS, fields_of
from testimony_app.domain.section_ids import OWN_PREFIX, RESERVED_SECTIONS
from testimony_app.files.problems import Problem

_MAIN = "campaign.toml"
_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def broken_rules(
    name: str, main: CampaignFile | None, points: Mapping[str, PointFile], broken: Set[str]
) -> Iterator[Problem]:
    """Yield every rule a campaign breaks: `name` is what its folder or zip is called, `points` are by file name.

    `broken` names the files that could not be read; rules about them, and about the main one if it is None, are left
    out.
    """
    if main:
        yield from _main_rules(name, main, points, broken)
    paragraphs = {paragraph.number for paragraph in main.letter.paragraphs} if main else None
    seen: dict[str, str] = {}
    for file, point in points.items():
        yield from _point(file, point, paragraphs)
        yield from _evidence(file, point, seen)


def _main_rules(name: str, main: CampaignFile, points: Mapping[str, PointFile], broken: Set[str]) -> Iterator[Problem]:
    if main.id != name:
        yield Problem(_MAIN, "id", "id_differs_from_name", found=main.id, expected=name)
    if main.turning_point and not re.fullmatch(_DAY, main.turning_point):
        yield Problem(_MAIN, "turning_point", "wrong_value", main.turning_point, "YYYY, YYYY-MM or YYYY-MM-DD")
    yield from _asks(main)
    yield from _listed_points(main, points, broken)
    yield from unknown_fields(_MAIN, "opening", main.opening)
    yield from unknown_fields(_MAIN, "thanks", main.thanks)


def _asks(main: CampaignFile) -> Iterator[Problem]:
    ids = [ask.id for ask in main.asks]
    for number, ask_id in _repeated(ids):
        yield Problem(_MAIN, f"asks[{number}].id", "id_twice", found=ask_id)
    if ids and main.default_ask not in ids:
        expected = ", ".join(ids)
        yield Problem(_MAIN, "default_ask", "unknown_reference", found=main.default_ask, expected=expected)


def _listed_points(main: CampaignFile, points: Mapping[str, PointFile], broken: Set[str]) -> Iterator[Problem]:
    listed = {f"points/{point}.toml" for point in main.points}
    for number, point in _repeated(main.points):
        yield Problem(_MAIN, f"points[{number}]", "id_twice", found=point)
    for file in dict.fromkeys(f"points/{point}.toml" for point in main.points):
        if file not in points and file not in broken:
            yield Problem(file, "", "missing_file")
    for file in sorted(points.keys() - listed):
        yield Problem(file, "", "point_not_listed", expected="points")


def _repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the place and text of each id that has stood before."""
    seen: set[str] = set()
    for number, each in enumerate(ids):
        if each in seen:
            yield number, each
        seen.add(each)


def _point(file: str, point: PointFile, paragraphs: Set[int] | None) -> Iterator[Problem]:
    stem = file.removeprefix("points/").removesuffix(".toml")
    if point.id != stem:
        yield Problem(file, "id", "id_differs_from_name", found=point.id, expected=stem)
    if point.id in RESERVED_SECTIONS or point.id.startswith(OWN_PREFIX):
        yield Problem(file, "id", "id_reserved", found=point.id)
    for number in point.paragraphs:
        if paragraphs is not None and number not in paragraphs:
            expected = ", ".join(str(each) for each in sorted(paragraphs))
            yield Problem(file, "paragraphs", "unknown_reference", found=str(number), expected=expected)
    for number, starter in enumerate(point.starters):
        if not starter.endswith(("...", "…")):
            yield Problem(file, f"starters[{number}]", "starter_is_finished", found=starter, expected="...")


def _evidence(file: str, point: PointFile, seen: dict[str, str]) -> Iterator[Problem]:
    groups: tuple[tuple[str, tuple[EvidenceFile, ...]], ...] = (
        ("evidence", point.evidence),
        ("others_said", point.others_said),
    )
    for key, group in groups:
        for number, evidence in enumerate(group):
            named = f"name {evidence.name}"
            if evidence.id in seen:
                place = f"{key}[{number}].id"
                yield Problem(file, place, "id_twice", found=evidence.id, expected=seen[evidence.id])
            elif evidence.name and named in seen:
                place = f"{key}[{number}].name"
                yield Problem(file, place, "name_twice", found=evidence.name, expected=seen[named])
            seen[evidence.id] = seen[named] = file


def unknown_fields(file: str, key: str, sentences: tuple[SentenceFile, ...]) -> Iterator[Problem]:
    """Yield each field that suggested sentences name and the app does not know."""
    for number, sentence in enumerate(sentences):
        for field in (*fields_of(sentence.text), *sentence.needs, *sentence.unless):
            if field not in FIELDS:
                expected = ", ".join(FIELDS)
                yield Problem(file, f"{key}[{number}]", "unknown_reference", found=field, expected=expected)
