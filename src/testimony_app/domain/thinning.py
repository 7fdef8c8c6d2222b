"""Which saved versions are let go when they grow old."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

KEEP_ALL = timedelta(hours=1)
"""Younger versions are all kept."""

KEEP_MINUTES = timedelta(days=1)
"""Up to this age one version a minute is kept."""

KEEP_HOURS = timedelta(days=30)
"""Up to this age one version an hour is kept; of all older ones, the last."""


def versions_to_drop(versions: Iterable[tuple[int, datetime]], now: datetime, kept: Collection[int]) -> tuple[int, ...]:
    """Return the numbers of the versions to let go of, given as (number, when it was saved) in the order of numbers.

    Of each minute, each hour and of everything older the newest stays, by its number and not by the clock. What bears
    a moment after `now` counts as new: a clock that was set back lets go of nothing. Nothing in `kept` is let go of.
    """
    drop: list[int] = []
    last: dict[tuple[str, int], int] = {}
    for number, saved in versions:
        span = _span(saved, now)
        if span is None:
            continue
        if span in last and last[span] not in kept:
            drop.append(last[span])
        last[span] = number
    return tuple(sorted(drop))


def _span(saved: datetime, now: datetime) -> tuple[str, int] | None:
    """Return the stretch of time of which one version is kept, or None where all are."""
    age = now - saved
    if age < KEEP_ALL:
        return None
    if age < KEEP_MINUTES:
        return "minute", int(saved.timestamp()) // 60
    if age < KEEP_HOURS:
        return "hour", int(saved.timestamp()) // 3600
    return "older", 0
