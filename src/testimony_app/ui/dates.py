"""Dates and times as people of the interface's language write them."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
"""What some locales put before PM. Our typeface has no such space."""

_MONTH_LENGTH, _DAY_LENGTH = len("YYYY-MM"), len("YYYY-MM-DD")


def short_date(text: str) -> str:
    """Return YYYY-MM-DD as "Feb 12, 2021", YYYY-MM as "Nov 2026"; a year, and any other text, as it is."""
    locale = QLocale()
    if len(text) == _DAY_LENGTH:
        return locale.toString(QDate.fromString(text, "yyyy-MM-dd"), _pattern("MMM d, yyyy"))
    if len(text) == _MONTH_LENGTH:
        return locale.toString(QDate.fromString(f"{text}-01", "yyyy-MM-dd"), _pattern("MMM yyyy"))
    return text


def clock_time(when: datetime) -> str:
    """Return a moment as the clock on the wall shows it: "2:31 PM"."""
    local = when.astimezone()
    shown = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return shown.replace(NARROW_SPACE, "\N{NO-BREAK SPACE}")


def clock(seconds: float) -> str:
    """Return how long something takes as on a clock: 1:45."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def moment(text: str, now: datetime) -> str:
    """Return a stored moment (ISO 8601, UTC) as "today, 2:31 PM", or with its date."""
    when = datetime.fromisoformat(text).astimezone(UTC)
    day: date = when.astimezone().date()
    pattern = QCoreApplication.translate("dates", "{day}, {time}")
    name = short_date(day.isoformat())
    if day == now.astimezone().date():
        name = QCoreApplication.translate("dates", "today")
    return pattern.replace("{day}", name).replace("{time}", clock_time(when))


def day_or_time(text: str, now: datetime) -> str:
    """Return a stored moment as "today, 2:31 PM" where it is of today, else its date alone."""
    day = datetime.fromisoformat(text).astimezone().date()
    return moment(text, now) if day == now.astimezone().date() else short_date(day.isoformat())


def _pattern(english: str) -> str:
    """Return a date pattern as the locale orders it; English keeps ours."""
    locale = QLocale()
    if locale.language() in {QLocale.Language.English, QLocale.Language.C}:
        return english
    return locale.dateFormat(QLocale.FormatType.ShortFormat)


def moment_of(text: str) -> str:
    """Return a kept time as people read it: the time alone today, the day with it before and after."""
    if not text:
        return ""
    moment = datetime.fromisoformat(text).astimezone()
    clock = clock_time(moment)
    if moment.date() == datetime.now().astimezone().date():
        return clock
    pattern = QCoreApplication.translate("dates", "{time} on {day}")
    return pattern.replace("{time}", clock).replace("{day}", short_date(moment.date().isoformat()))
