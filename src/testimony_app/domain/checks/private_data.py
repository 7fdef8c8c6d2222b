"""Numbers and addresses that stand in the text and perhaps should not."""

import re
from collections.abc import Iterator
from itertools import islice

from phonenumbers import Leniency, PhoneNumberMatcher

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity

Span = tuple[int, int]

_PLAIN = str.maketrans("\t\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2212’", "     -----'")
"""Spaces, hyphens and apostrophes that stand for the plain ones, sign for sign, so that offsets stay."""

_SAYS = r"(?:[ ,:#]+(?:number|numbers|no\.?|num\.?|nr\.?|is|was|número|núm\.?|es))*[ ,:#]{1,3}"
"""What may stand between the word for a number and the number: "number is", ": #"."""

_SOCIAL_SECURITY = re.compile(r"(?<![\d-])\d{3}([ .-])\d{2}\1\d{4}(?!-?\d)")
_SAID_SOCIAL_SECURITY = re.compile(
    rf"(?i)\b(?:social(?: security)?|ssn|seguro social|itin|taxpayer id){_SAYS}"
    r"(\d{9}|\d{3}[ -]\d{3}[ -]\d{3})(?!\d)"
)
_ALIEN_NUMBER = re.compile(
    r"(?<![\w-])(?!A \d{3} \d{3} 000)A[-#]?[ #]?\d{3}[ -]?\d{3}[ -]?\d{2,3}(?![ -]?\d)"
)  # but "A 300 000 000 ..." may be Spanish for "to 300 million"
_MINNESOTA_LICENSE = re.compile(r"(?<![\w-])[A-Z](?:-?\d{3}){4}(?![\w-])")
_SAID_ID = re.compile(
    r"(?i)\b(?:passport|pasaporte|driver'?s?'? licen[cs]e|licencia de conducir|licencia de manejar|state id"
    rf"|green card|visa|alien(?: registration)?|uscis){_SAYS}((?:[A-Z]{{1,3}}-?)?\d(?:[ -]?\d){{5,18}})(?!\d)"
)
_CARD = re.compile(
    r"(?<![\d-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}"
    r"|\d{8}[ -]\d{8})(?![\d-])"
)
_CARD_STARTS = re.compile(r"[3-6]|2[2-7]")
"""How numbers of cards people pay with begin (ISO/IEC 7812). Lists of years, 2019 2020 2021, do not."""

_SAID_ACCOUNT = re.compile(
    r"(?i)\b(?:account|acct\.?|routing|iban|(?:credit|debit|bank|ebt) card|tarjeta de (?:crédito|débito)"
    rf"|(?:número|núm\.?) de cuenta|cuenta (?:bancaria|de banco|número|núm\.?)){_SAYS}(\d(?:[ -]?\d){{5,18}})(?!\d)"
)
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,4})?(?!\w)")
_LEAST_IBAN = 15
_LEAST_IBAN_DIGITS = 8
_NO_ID = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}|(?:19|20)\d\d(?:[ -](?:19|20)\d\d)+|(?:19|20)\d\d-\d{5}"
    r"|\d{3}-\d{3}-\d{4}"
)
"""Dates, spans of years, file numbers of a council and telephone numbers."""

_EMAIL = re.compile(r"(?<![\w.+-])(?<!\w')[\w.+-]+(?:'[\w.+-]+)*@[\w-]+(?:\.[\w-]+)+")
_COVERED = re.compile(r"[X\W_]+")
_SAID_PHONE = re.compile(
    r"(?i)\b(?:call|phone|tel|telephone|cell|mobile|text|fax|teléfono|celular)\.?(?: me| us)?(?: at| on)?"
    rf"{_SAYS}(\d{{3}}[.-]\d{{4}})(?![.-]?\d)"
)
_MOST_PHONES = 1000
"""As many telephone numbers, and as many that turn out to be none, are looked at: each takes 0.1 ms."""

_MEETING_ID = re.compile(rf"(?i)\b(?:zoom|webex|webinar|meeting)(?: meeting| webinar)? (?:id|code|number){_SAYS}$")
_LONGEST_LEAD = 40

_NUMBER = r"(?P<number>\d{1,5})(?:½| 1/2)?"
_TYPE = (
    r"(?:(?:Street|Avenue|Road|Boulevard|Lane|Drive|Court|Place|Terrace|Parkway|Highway|Mall|Way|Circle|Trail)\b"
    r"|(?:St(?!\.? (?:Paul|Louis|Anthony|Cloud|Peter|Croix)\b)|Ave|Av|Rd|Blvd|Ln|Dr|Ct|Pl|Pkwy|Hwy)\b\.?)"
)
_SIDE = r"(?:[NSEW]{1,2}\b\.?|(?:North|South|East|West)\b)"
_HOME = r"(?:,? (?:Apt|Apartment|Unit|#)\.? ?\w+)?"
_NO_STREET = r"(?!(?:Supreme|District|Federal|Circuit|Housing|Immigration|Family|Juvenile) Court\b|United Way\b)"
_STREET = re.compile(
    rf"(?<![\w-]){_NUMBER}(?: {_SIDE})?(?: {_NO_STREET}[A-Z0-9][\w'-]*\.?){{1,4}} {_TYPE}(?: {_SIDE})?{_HOME}"
)
_SAID_STREET = re.compile(
    r"(?i)\b(?:(?:live|lives|lived|living|reside|resides|home is|house is) at|address(?: is| was|:)?|vivo en)"
    rf" ({_NUMBER}(?: {_SIDE})?(?: [A-Z0-9][\w'-]*\.?){{1,3}} {_TYPE}(?: {_SIDE})?{_HOME})"
)
_CALLE = re.compile(
    r"\b[Cc]alle(?: [A-Z0-9][\w'-]*\.?){1,3}(?:,? (?:#|núm\.? )\d{1,5}|,? (?!(?:19|20)\d\d\b)\d{3,5})\b"
)

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_A_YEAR = re.compile(
    r"(?i)(?:\b(?:in|since|by|of|during|until|before|after|from|and|to|the|this|early|mid|late|spring|summer|fall"
    r"|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|en|desde|hasta|de|del)|\d,) $"
)
_BEFORE_NO_HOUSE = re.compile(
    r"(?i)\b(?:wards?|precincts?|districts?|routes?|bus|lines?|items?|sections?|chapters?|january|february|march"
    r"|april|may|june|july|august|september|october|november|december) $"
)
_COUNTED = re.compile(
    r" (?:[a-z]+ )?(?:shops?|stores?|businesses|restaurants|buildings|homes|houses|owners?|residents|neighbors|families"
    r"|people|cameras|bus|buses|stops|blocks|corridors?|judges|rulings|cases|decisions)\b"
)
"""What is counted, in "2 Lake Street shops"."""


def find_private_data(review: Review) -> Iterator[Finding]:
    """Find government ids and bank numbers (must fix), and phone numbers, mail and street addresses (worth a look)."""
    for section in review.testimony.sections:
        for code, severity, start, end in _private_data(section.text):
            yield Finding(code, severity, section.id, start, end, (Fix.DELETE, Fix.MASK))
    record = [line.value for line in review.testimony.record]
    beside = {
        code: severity
        for text in review.texts_beside
        for code, severity, _, _ in _private_data(text)
        if code != "street_address" or text not in record  # a matter is often called by an address
    }
    for code, severity in beside.items():
        yield Finding(code, severity, fixes=(Fix.ASK,))


def government_ids(text: str) -> list[Span]:
    """Return where Social Security, taxpayer, alien registration, passport or license numbers stand.

    A bare run of digits counts only beside the word that says what it is.
    """
    plain = text.translate(_PLAIN)
    bare = (_SOCIAL_SECURITY, _ALIEN_NUMBER, _MINNESOTA_LICENSE)
    said = [span for pattern in (_SAID_SOCIAL_SECURITY, _SAID_ID) for span in _said(pattern, plain)]
    return [*(span for pattern in bare for span in _spans(pattern, plain)), *said]


def bank_numbers(text: str) -> list[Span]:
    """Return where payment card numbers (Luhn check, ISO/IEC 7812), IBANs (ISO 13616) and account numbers stand."""
    plain = text.translate(_PLAIN)
    cards = [match.span() for match in _CARD.finditer(plain) if _passes_luhn(match.group())]
    ibans = [
        (match.start(), match.start() + length) for match in _IBAN.finditer(plain) if (length := _iban(match.group()))
    ]
    return [*cards, *ibans, *_said(_SAID_ACCOUNT, plain)]


def email_addresses(text: str) -> list[Span]:
    """Return where mail addresses stand. One that was covered, "XXXX@XXXXXXX.XXX", is none."""
    plain = text.translate(_PLAIN)
    return [match.span() for match in _EMAIL.finditer(plain) if not _COVERED.fullmatch(match.group())]


def phone_numbers(text: str) -> list[Span]:
    """Return where telephone numbers stand, United States ones without a country code included.

    One without an area code counts only beside a word such as "call". The number of an online meeting is none.
    """
    plain = text.translate(_PLAIN)
    matcher = PhoneNumberMatcher(text, "US", leniency=Leniency.VALID, max_tries=_MOST_PHONES)
    numbers = islice(matcher, _MOST_PHONES)
    full = [(match.start, match.end) for match in numbers if not _follows(_MEETING_ID, plain, match.start)]
    return [*full, *_said(_SAID_PHONE, plain)]


def street_addresses(text: str) -> list[Span]:
    """Return where a house number stands with its street. "In 2020 Lake Street ..." is a year, not a number.

    Without capitals a street counts only after words such as "I live at".
    """
    plain = text.translate(_PLAIN)
    return [*_houses(plain), *_said(_SAID_STREET, plain), *_spans(_CALLE, plain)]


_KINDS = (
    ("bank_number", Severity.MUST_FIX, bank_numbers),
    ("government_id", Severity.MUST_FIX, government_ids),
    ("email_address", Severity.WORTH_A_LOOK, email_addresses),
    ("phone_number", Severity.WORTH_A_LOOK, phone_numbers),
    ("street_address", Severity.WORTH_A_LOOK, street_addresses),
)


def _private_data(text: str) -> Iterator[tuple[str, Severity, int, int]]:
    """Yield each piece of private data once: where two kinds overlap, the earlier kind counts."""
    taken = bytearray(len(text))
    for code, severity, spans_of in _KINDS:
        for start, end in sorted(set(spans_of(text))):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                yield code, severity, start, end


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def _said(pattern: re.Pattern[str], text: str) -> list[Span]:
    """Return where a number stands that the word before it says the kind of."""
    return [match.span(1) for match in pattern.finditer(text) if not _NO_ID.fullmatch(match.group(1))]


def _follows(lead: re.Pattern[str], text: str, place: int) -> bool:
    """Whether what `lead` looks for ends at a place of a text."""
    return lead.search(text[max(0, place - _LONGEST_LEAD) : place]) is not None


def _houses(text: str) -> Iterator[Span]:
    place = 0
    while match := _STREET.search(text, place):
        if _is_house(text, match):
            yield match.span()
            place = match.end()
        else:
            place = match.end("number")


def _is_house(text: str, match: re.Match[str]) -> bool:
    """Whether a number before a street is that of a house, not a year, a ward, a day or a count."""
    start, end = match.span()
    is_year = _YEAR.fullmatch(match["number"]) and _follows(_BEFORE_A_YEAR, text, start)
    return not (is_year or _follows(_BEFORE_NO_HOUSE, text, start) or _COUNTED.match(text, end))


def _passes_luhn(text: str) -> bool:
    digits = [int(char) for char in reversed(text) if char.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]  # noqa: PLR2004
    return bool(_CARD_STARTS.match(text)) and len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _iban(text: str) -> int:
    """Return how many characters of a text are an IBAN, 0 if none: a word in capitals may follow it."""
    ends = [len(text), *(match.start() for match in re.finditer(" ", text))]
    return next((end for end in sorted(ends, reverse=True) if _is_iban(text[:end].replace(" ", ""))), 0)


def _is_iban(plain: str) -> bool:
    if len(plain) < _LEAST_IBAN or sum(map(str.isdigit, plain)) < _LEAST_IBAN_DIGITS:
        return False
    rearranged = plain[4:] + plain[:4]
    return int("".join(str(int(char, 36)) for char in rearranged)) % 97 == 1
