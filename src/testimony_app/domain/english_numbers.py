"""Numbers as they are said in American English: no "and", no hyphens, every word apart."""

import re

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_SERVICE = re.compile("[2-9]11|988")
_YEAR_LENGTH = 4
_LONGEST_NUMBER = 3 * len(_SCALES)


def cardinal(digits: str) -> str:
    """Return a whole number as a quantity: "4900" is "four thousand nine hundred".

    `digits` is not empty. A number of more than 15 digits is said digit by digit.
    """
    if len(digits) > _LONGEST_NUMBER:
        return digit_by_digit(digits)
    groups: list[str] = []
    rest = int(digits)
    for scale in _SCALES:
        rest, group = divmod(rest, 1000)
        if group:
            groups.append(f"{_below_thousand(group)} {scale}".rstrip())
    return " ".join(reversed(groups)) or _SMALL[0]


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest < len(_SMALL):
        words += [_SMALL[rest]] if rest else []
    else:
        words += [_TENS[tens], _SMALL[ones]] if ones else [_TENS[tens]]
    return " ".join(words)


def ordinal(digits: str) -> str:
    """Return the place in a row: "21" is "twenty first"."""
    before, space, last = cardinal(digits).rpartition(" ")
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return before + space + _ORDINALS.get(last, regular)


def plural(number: str) -> str:
    """Return said number words in the plural: "nineteen ninety" becomes "nineteen nineties"."""
    if number.endswith("y"):
        return f"{number[:-1]}ies"
    return f"{number}es" if number.endswith("x") else f"{number}s"


def digit_by_digit(digits: str) -> str:
    """Return each digit by itself, as in a telephone number; all that is no digit is left out."""
    return " ".join(_SMALL[int(sign)] for sign in digits if sign.isdecimal())


def by_pairs(digits: str) -> str:
    """Return four digits as years and bill numbers are said: "2021", "1900", "1905", but "2008" as a quantity."""
    first, last = digits[:2], digits[2:]
    if digits[1:3] == "00":
        return cardinal(digits)
    if last == "00":
        return f"{cardinal(first)} hundred"
    return f"{cardinal(first)} {'oh ' if last[0] == '0' else ''}{cardinal(last)}"


def plain_number(written: str) -> str:
    """Return a number as it stands in a text, with or without commas and points: "1,234", "2021", "99.85", ".5".

    Four digits without a comma are said in pairs. Said digit by digit are those after a point or with a leading zero,
    and the numbers of public services (311, 911 and their like, 988).
    """
    whole, *decimals = written.replace(",", "").split(".")
    if decimals:
        return " point ".join([cardinal(whole) if whole else "", *map(digit_by_digit, decimals)]).strip()
    if (len(whole) > 1 and int(whole[0]) == 0) or _SERVICE.fullmatch(whole):
        return digit_by_digit(whole)
    return by_pairs(whole) if len(whole) == _YEAR_LENGTH and "," not in written else cardinal(whole)
