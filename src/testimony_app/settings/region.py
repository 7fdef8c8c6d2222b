"""Where in the world this computer is, as far as its settings say, and what paper people have there."""

import locale
import re
from collections.abc import Mapping

_PLACE = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{4})?[_-]([A-Za-z]{2})(?![A-Za-z])")
LETTER_REGIONS = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Where people print on US Letter, as Unicode's CLDR 45 lists it (`paperSize` in its supplemental data)."""


def region(environment: Mapping[str, str]) -> str:
    """Return the two letters of the region whose paper is used here, or nothing where the settings do not say."""
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_PAPER", "LANG"))
    setting = next((value for value in named if value), "") or locale.getlocale()[0] or ""
    found = _PLACE.match(setting)
    return found.group(1).upper() if found else ""


def uses_letter(place: str) -> bool:
    """Whether people of a region print on US Letter; where the region is not known we take it that they do."""
    return not place or place in LETTER_REGIONS
