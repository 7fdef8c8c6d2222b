"""English text as it is said: numbers, money, dates, times, addresses, abbreviations and spelled letters as words."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from testimony_app.domain.english_numbers import (
    by_pairs,
    cardinal,
    digit_by_digit,
    ordinal,
    plain_number,
    plural,
)

_MONTHS = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "May": "May", "Jun": "June", "Jul": "July",
    "Aug": "August", "Sep": "September", "Sept": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
_MONTH_NAMES = tuple(dict.fromkeys(_MONTHS.values()))
_ABBREVIATIONS = {
    "Mr": "Mister", "Mrs": "Missus", "Dr": "Doctor", "Prof": "Professor", "Rev": "Reverend", "Hon": "Honorable",
    "Sen": "Senator", "Rep": "Representative", "Gov": "Governor", "Lt": "Lieutenant", "Sgt": "Sergeant",
    "Capt": "Captain", "Jr": "Junior", "Sr": "Senior", "St": "Street", "Ave": "Avenue", "Blvd": "Boulevard",
    "Rd": "Road", "Pkwy": "Parkway", "Hwy": "Highway", "Dept": "Department", "Minn": "Minnesota", "Stat": "Statutes",
    "subd": "subdivision", "etc": "et cetera", "vs": "versus", "approx": "approximately", "e.g": "for example",
    "i.e": "that is", "Ph.D": "P H D", **{short: full for short, full in _MONTHS.items() if short != full},
}  # fmt: skip
_BEFORE_A_NUMBER = {
    "No": "number", "Nos": "numbers", "Ch": "chapter", "Sec": "section", "Art": "article", "Fig": "figure",
    "Vol": "volume", "pp": "pages", "p": "page", "Apt": "apartment",
}  # fmt: skip
_CAPITALS_SAID_OTHERWISE = {
    "MN": "Minnesota", "II": "two", "III": "three", "IV": "four", "VI": "six", "VII": "seven", "VIII": "eight",
    "IX": "nine",
}  # fmt: skip
_SPELLED = frozenset(("ACLU", "NAACP", "CUAPB", "SEIU", "UCLA", "USDA", "YMCA", "YWCA", "LGBTQIA", "IEEE"))
_SHORT_WORDS = frozenset((
    "ACT", "ALL", "AN", "AND", "ANY", "ARE", "AS", "ASK", "AT", "BAD", "BAN", "BE", "BUT", "BY", "CAN", "CAR", "DAY",
    "DID", "DO", "END", "FOR", "GET", "GO", "HAD", "HAS", "HE", "HER", "HIS", "HOW", "HUD", "ICE", "IF", "IN", "IS",
    "IT", "ITS", "LAW", "LET", "MAY", "ME", "MY", "NEW", "NO", "NOR", "NOT", "NOW", "OF", "OLD", "ON", "ONE", "OR",
    "OUR", "OUT", "PAY", "SAY", "SEE", "SHE", "SO", "THE", "TO", "TOO", "TWO", "UP", "USE", "WAS", "WAY", "WE", "WHO",
    "WHY", "YES", "YOU",
))  # fmt: skip
_SCALES = {"k": "thousand", "K": "thousand", "M": "million", "B": "billion"}
_SIGNS = {
    "&": "and", "@": "at", "#": "number", "+": "plus", "=": "equals", "×": "times", "~": "about", "%": "percent",
    "°": "degrees", "¢": "cents",
}  # fmt: skip
_ADDRESS_SIGNS = {
    ".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore", ":": "colon", "?": "question mark",
    "=": "equals", "&": "and", "#": "hash", "%": "percent", "+": "plus", "~": "tilde",
}  # fmt: skip
_PARTS = {"2": ("half", "halves"), "4": ("quarter", "quarters")}
_LARGEST_PART = 10
_CENTS = re.compile(r"\d\d")
_VOWELS = frozenset("AEIOU")
_SHORTEST_SAYABLE = 4

_ADDRESS_HINT = re.compile(r"@|://|\bwww\.|\.(?:gov|org|com|net|edu|us|info)\b")
_ADDRESS = re.compile(
    r"""(?<![\w.+-])(?: [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | (?:https?://|www\.)[^\s<>()"“”]+
    | [\w-]+(?:\.[\w-]+)*\.(?:gov|org|com|net|edu|us|info)\b (?:/[^\s<>()"“”]*)? )""",
    re.VERBOSE,
)
_SAINTS = "Anthony|Catherine|Cloud|Croix|Francis|John|Joseph|Louis|Mark|Mary|Michael|Olaf|Paul|Peter|Thomas"
_MONTH = "|".join(sorted({*_MONTHS, *_MONTHS.values()}, key=len, reverse=True))
_SCALE_NAMES = "thousand|million|billion|trillion"
_GAP = r"[^\S\n]"
_WHOLE = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)*|\d+(?:\.\d+)*|\.\d+)"
_HALF_DAY = _GAP + r"?(?P<{name}>[AaPp])\.?[Mm]\b\.?"

Rule = tuple[str, Callable[[re.Match[str]], str]]
"""A pattern and what is said for it. The first rule that fits at a place wins."""


def spoken(text: str) -> str:
    """Return an English text as it is said.

    Numbers, amounts, dates, times, web and mail addresses, common abbreviations, signs and letters said one by one
    become words, each number word apart ("2021" is "twenty twenty one"); plain words, punctuation and line breaks
    stay. Capitals are one word where they can be said so: four or more with a vowel ("NIST"), or a short English word.
    """
    if _ADDRESS_HINT.search(text):
        text = _ADDRESS.sub(_address, text)
    pieces: list[str] = []
    end = 0
    for match in _rules().finditer(text):
        plain = text[end : match.start()]
        words = _SAID[match.lastgroup or ""](match)
        if end and plain[:1].isalnum():
            pieces.append(" ")
        pieces.append(plain)
        if words and (plain[-1:].isalnum() or (end and not plain)):
            pieces.append(" ")
        pieces.append(words)
        end = match.end()
    rest = text[end:]
    return "".join([*pieces, " " if end and rest[:1].isalnum() else "", rest])


def _address(match: re.Match[str]) -> str:
    """Say a web or mail address; its scheme and "www" are left unsaid, and punctuation after it stays."""
    whole = match.group()
    bare = whole.rstrip(".,;:!?'’/")
    after = whole[len(bare) :].lstrip("/")
    words = re.findall(r"[^\W\d_]+|\d|_|\W", re.sub(r"^(?:https?://)?(?:www\.)?", "", bare))
    said = (_ADDRESS_SIGNS.get(word) or (digit_by_digit(word) if word.isdecimal() else word) for word in words)
    return " ".join(said) + after


def _month_day(match: re.Match[str]) -> str:
    month = match["month"]
    last = f" to {ordinal(match['last_day'])}" if match["last_day"] else ""
    return f"{_MONTHS.get(month, month)} {ordinal(match['day'])}{last}"


def _day_month(match: re.Match[str]) -> str:
    month = match["later_month"]
    return f"the {ordinal(match['first_day'])} of {_MONTHS.get(month, month)}"


def _iso_date(match: re.Match[str]) -> str:
    year, month, day = match.group().split("-")
    return _date(year, month, day)


def _slash_date(match: re.Match[str]) -> str:
    """Say a date written with slashes, the month first as in the United States unless it can only be the day."""
    month, day, year = match.group().split("/")
    if int(month) > len(_MONTH_NAMES):
        month, day = day, month
    return _date(year, month, day)


def _date(year: str, month: str, day: str) -> str:
    if not 1 <= int(month) <= len(_MONTH_NAMES):
        return digit_by_digit(year + month + day)
    return f"{_MONTH_NAMES[int(month) - 1]} {ordinal(day)}, {plain_number(year)}"


def _time(match: re.Match[str]) -> str:
    hour, minute, half_day = cardinal(match["hour"]), match["minute"], match["half_day"]
    if minute == "00":
        return f"{hour} {half_day.upper()} M" if half_day else f"{hour} o'clock"
    said = f"{hour} {'oh ' if minute[0] == '0' else ''}{cardinal(minute)}"
    return f"{said} {half_day.upper()} M" if half_day else said


def _full_hour(match: re.Match[str]) -> str:
    return f"{cardinal(match['only_hour'])} {match['its_half_day'].upper()} M"


def _money(match: re.Match[str]) -> str:
    written = match["amount"].replace(",", "")
    whole, _, decimals = written.partition(".")
    scale = match["scale"] or _SCALES.get(match["short_scale"] or "", "")
    if scale or (decimals and not _CENTS.fullmatch(decimals)):
        return " ".join(filter(None, (_quantity(written), scale, "dollars")))
    dollars, cents = cardinal(whole or "0"), cardinal(decimals or "0")
    amounts = [(dollars, "dollar")] if dollars != "zero" or cents == "zero" else []
    amounts += [(cents, "cent")] if cents != "zero" else []
    return " and ".join(f"{number} {unit if number == 'one' else plural(unit)}" for number, unit in amounts)


def _quantity(written: str) -> str:
    """Say a number that counts something, and so is never a year."""
    return cardinal(written) if written.isdecimal() else plain_number(written)


def _number(match: re.Match[str]) -> str:
    sign = match["unit"] or match["touching"]
    written = match["written"].replace(",", "") if sign else match["written"]
    return f"{_quantity(written)} {_SIGNS.get(sign, 'times')}" if sign else plain_number(written)


def _fraction(match: re.Match[str]) -> str:
    over, under = match["over"], match["under"]
    if not (1 < int(under) <= _LARGEST_PART and 0 < int(over) < int(under)):
        return f"{plain_number(over)} {plain_number(under)}"
    return _parts(over, under)


def _parts(over: str, under: str) -> str:
    one, more = _PARTS.get(under, (ordinal(under), plural(ordinal(under))))
    return f"{cardinal(over)} {one if int(over) == 1 else more}"


def _vulgar_fraction(match: re.Match[str]) -> str:
    over, _, under = unicodedata.normalize("NFKC", match["vulgar"]).partition("⁄")
    whole = match["wholes"]
    return f"{plain_number(whole)} and {_parts(over, under)}" if whole else _parts(over, under)


def _file_number(match: re.Match[str]) -> str:
    year, number = match.group().split("-")
    return f"{by_pairs(year)} {digit_by_digit(number)}"


def _capitals(match: re.Match[str]) -> str:
    word, ending = match["word"], match["ending"] or ""
    if word in _CAPITALS_SAID_OTHERWISE:
        return _CAPITALS_SAID_OTHERWISE[word] + ending
    can_be_said = len(word) >= _SHORTEST_SAYABLE and word not in _SPELLED and not _VOWELS.isdisjoint(word)
    return (word if can_be_said or word in _SHORT_WORDS else " ".join(word)) + ending


def _dotted(match: re.Match[str]) -> str:
    letters = match.group().removesuffix(".")
    return _ABBREVIATIONS.get(letters.lower()) or letters.upper().replace(".", " ")


def _sign(match: re.Match[str]) -> str:
    sign = match["one"]
    if len(match.group()) > 1:
        return ""
    followed = match.string[match.end() : match.end() + 1]
    return "hashtag" if sign == "#" and followed.isalpha() else _SIGNS[sign]


_NUMBERS: dict[str, Rule] = {
    "phone": (
        r"(?<![\w.-])(?:1[ -])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])",
        lambda match: digit_by_digit(match.group()),
    ),
    "iso_date": (r"\d{4}-[01]\d-[0-3]\d(?![\d-])", _iso_date),
    "digit_groups": (r"\d+(?:-\d+){2,}", lambda match: digit_by_digit(match.group())),
    "slash_date": (r"[0-3]?\d/[0-3]?\d/(?:\d{4}|\d{2})(?![\d/])", _slash_date),
    "file_number": (r"[1-9]\d{3}-\d{5,}", _file_number),
    "day_month": (rf"(?P<first_day>[0-3]?\d){_GAP}(?P<later_month>{_MONTH})(?=,?{_GAP}\d{{4}}\b)", _day_month),
    "time": (
        rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])(?:{_HALF_DAY.format(name='half_day')})?",
        _time,
    ),
    "full_hour": (rf"(?P<only_hour>1[0-2]|0?\d){_HALF_DAY.format(name='its_half_day')}", _full_hour),
    "ratio": (r"(?P<first>\d+):(?=\w)", lambda match: f"{plain_number(match['first'])} to"),
    "money": (
        rf"\${_GAP}?(?P<amount>{_NUMBER})(?:{_GAP}?(?P<scale>{_SCALE_NAMES})\b|(?P<short_scale>[kKMB])\b)?",
        _money,
    ),
    "many": (rf"['’]?(?P<many_of>{_WHOLE})['’]?s\b", lambda match: plural(plain_number(match["many_of"]))),
    "ordinal": (rf"(?P<place>{_WHOLE})(?:st|nd|rd|th)\b", lambda match: ordinal(match["place"].replace(",", ""))),
    "fraction": (r"(?P<over>\d{1,3})[/⁄](?P<under>\d{1,3})(?![\d/])", _fraction),
    "vulgar_fraction": (rf"(?:(?P<wholes>\d+){_GAP}?)?(?P<vulgar>[¼-¾⅐-⅞])", _vulgar_fraction),
    "number": (rf"(?P<written>{_NUMBER})(?:{_GAP}?(?P<unit>[%×¢])|(?P<touching>x\b|°))?", _number),
}
_LETTERS: dict[str, Rule] = {
    "month_day": (
        rf"(?P<month>{_MONTH})\.?{_GAP}+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:[-–](?P<last_day>[0-3]?\d))?(?![\d:%/]|[.,]\d)",
        _month_day,
    ),
    "capitals": (r"(?<![A-Za-z]['’])(?P<word>[A-Z]{2,})(?P<ending>['’]?s)?(?![^\W\d_]|['’][A-Z])", _capitals),
    "dotted": (r"(?<!\.)[A-Za-z](?:\.[A-Za-z])+\b\.?", _dotted),
    "saint": (rf"St\.(?={_GAP}(?:{_SAINTS})\b)", lambda _: "Saint"),
    "numbered": (
        rf"(?P<counting>{'|'.join(_BEFORE_A_NUMBER)})\.(?={_GAP}?\d)",
        lambda match: _BEFORE_A_NUMBER[match["counting"]],
    ),
    "abbreviation": (
        rf"(?P<short>{'|'.join(map(re.escape, _ABBREVIATIONS))})\.(?!\w)",
        lambda match: _ABBREVIATIONS[match["short"]],
    ),
    "versus": (r"vs\b", lambda _: "versus"),
}
_BETWEEN: dict[str, Rule] = {
    "to": (r"(?:(?<=[\d%×°])|(?<=[AaPp][Mm])|(?<=[Mm]\.))[-–](?=\$?\.?\d)", lambda _: "to"),
    "minus": (r"(?<![\w)\].])[-−](?=\$?\.?\d)", lambda _: "minus"),
    "years_old": (r"(?<=\d)-year-old", lambda _: "year old"),
    "hyphen": (r"(?<=[^\W\d_])-(?=\d)|(?<=\d)-(?=[^\W\d_])", lambda _: ""),
    "section": (r"§(?P<several>§?)", lambda match: "sections" if match["several"] else "section"),
    "sign": (r"(?P<one>[&@#+=×~%°¢])(?P=one)*", _sign),
}
_SAID = {name: say for table in (_NUMBERS, _LETTERS, _BETWEEN) for name, (_, say) in table.items()}


def _any_of(table: dict[str, Rule]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in table.items())


@cache
def _rules() -> re.Pattern[str]:
    """Return all rules as one pattern, made when first needed since that takes some milliseconds.

    What stands before each group of rules is a quick look that nearly every place in a text fails.
    """
    return re.compile(
        rf"(?=[\d$(.'’¼-¾⅐-⅞])(?=\W?\s?[\d.¼-¾⅐-⅞])(?:{_any_of(_NUMBERS)})"
        rf"|\b(?=[A-Z]{{2}}|[A-Za-z]{{1,6}}\.|[A-Z][a-z]+\s\d|vs\b)(?:{_any_of(_LETTERS)})"
        rf"|(?=[-–−§&@#+=×~%°¢])(?:{_any_of(_BETWEEN)})"
    )
