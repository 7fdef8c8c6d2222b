"""Numbers and addresses that stand in the text and perhaps should not."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity

Span = tuple[int, int]

_HYPHEN = "[-\u2010-\u2013]"
_SAYS = r"(?:[ ,:#]+(?:number|numbers|no\.?|num\.?|nr\.?|is|was|número|núm\.?|es))*[ ,:#]{1,3}"
"""What may stand between the word for a number and the number: "number is", ": #"."""

_SOCIAL_SECURITY = re.compile(rf"(?<![\d-])\d{{3}}([ .]|{_HYPHEN})\d{{2}}\1\d{{4}}(?!{_HYPHEN}?\d)")
_SAID_SOCIAL_SECURITY = re.compile(
    rf"(?i)\b(?:social(?: security)?|ssn|seguro social|itin|taxpayer id){_SAYS}"
    r"(\d{9}|\d{3}[ -]\d{3}[ -]\d{3})(?!\d)"
)
_ALIEN_NUMBER = re.compile(r"(?<![\w-])A[-#]?[ #]?\d{3}[ -]?\d{3}[ -]?\d{2,3}(?![ -]?\d)")
_SAID_ID = re.compile(
    r"(?i)\b(?:passport|pasaporte|driver[’']?s?[’']? licen[cs]e|licencia de conducir|licencia de manejar|state id"
    rf"|green card|visa){_SAYS}((?:[A-Z]{{1,2}}-?)?\d(?:[ -]?\d){{5,13}})(?!\d)"
)
_CARD = re.compile(
    r"(?<![\d-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}"
    r"|\d{8}[ -]\d{8})(?![\d-])"
)
_CARD_STARTS = re.compile(r"[3-6]|2[2-7]")
"""How numbers of cards people pay with begin (ISO/IEC 7812). Lists of years, 2019 2020 2021, do not."""

_SAID_ACCOUNT = re.compile(
    rf"(?i)\b(?:account|routing|iban|(?:número|núm\.?) de cuenta|cuenta (?:bancaria|de banco|número|núm\.?)){_SAYS}"
    r"(\d(?:[ -]?\d){5,16})(?!\d)"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)")
_LEAST_IBAN = 15
_NO_ID = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}|(?:19|20)\d\d[ -](?:19|20)\d\d|(?:19|20)\d\d-\d{5}|\d{3}-\d{3}-\d{4}"
)
"""Dates, spans of years, file numbers of a council and telephone numbers."""

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STREET = re.compile(
    r"(?<![\w-])\d{1,5}(?:½| 1/2)?(?: [NSEW]{1,2}\.?| (?:North|South|East|West))?"
    r"(?: (?!Supreme |District |Federal |Circuit )[A-Z0-9][\w’'-]*\.?){1,3} "
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Parkway|Pkwy|Way"
    r"|Circle|Trail)\b\.?(?: (?:[NSEW]{1,2}\b\.?|(?:North|South|East|West)\b))?(?:,? (?:Apt|Apartment|Unit|#)\.? ?\w+)?"
)
_CALLE = re.compile(r"\b[Cc]alle(?: [A-Z0-9][\w’'-]*\.?){1,3},? (?:#|núm\.? )?\d{1,5}\b")
_YEAR_BEFORE_A_STREET = re.compile(r"(?:19|20)\d\d [A-Z]")
_SAYS_WHEN = re.compile(r"(?i)\b(?:in|since|by|of|during|until|before|after|from|and|to|en|desde|hasta|de) $")


def find_private_data(review: Review) -> Iterator[Finding]:
    """Find government ids and bank numbers (must fix), and phone numbers, mail and street addresses (worth a look)."""
    for section in review.testimony.sections:
        text = section.text
        taken: list[Span] = []
        for code, severity, spans in (
            ("government_id", Severity.MUST_FIX, government_ids(text)),
            ("bank_number", Severity.MUST_FIX, bank_numbers(text)),
            ("email_address", Severity.WORTH_A_LOOK, _spans(_EMAIL, text)),
            ("phone_number", Severity.WORTH_A_LOOK, phone_numbers(text)),
            ("street_address", Severity.WORTH_A_LOOK, street_addresses(text)),
        ):
            for start, end in sorted(set(spans)):
                if all(end <= first or last <= start for first, last in taken):
                    taken.append((start, end))
                    yield Finding(code, severity, section.id, start, end, (Fix.DELETE, Fix.MASK))


def government_ids(text: str) -> list[Span]:
    """Return where Social Security, taxpayer, alien registration, passport or license numbers stand.

    A bare run of digits counts only beside the word that says what it is.
    """
    said = [span for pattern in (_SAID_SOCIAL_SECURITY, _SAID_ID) for span in _said(pattern, text)]
    return [*_spans(_SOCIAL_SECURITY, text), *_spans(_ALIEN_NUMBER, text), *said]


def bank_numbers(text: str) -> list[Span]:
    """Return where payment card numbers (Luhn check, ISO/IEC 7812), IBANs (ISO 13616) and account numbers stand."""
    cards = [match.span() for match in _CARD.finditer(text) if _passes_luhn(match.group())]
    ibans = [
        (match.start(), match.start() + length) for match in _IBAN.finditer(text) if (length := _iban(match.group()))
    ]
    return [*cards, *ibans, *_said(_SAID_ACCOUNT, text)]


def phone_numbers(text: str) -> list[Span]:
    """Return where telephone numbers stand, United States ones without a country code included."""
    matcher = PhoneNumberMatcher(text, "US", leniency=Leniency.VALID, max_tries=1000)
    return [(match.start, match.end) for match in matcher]


def street_addresses(text: str) -> list[Span]:
    """Return where a house number stands with its street. "In 2020 Lake Street ..." is a year, not a number."""
    houses = [
        match.span()
        for match in _STREET.finditer(text)
        if not (
            _YEAR_BEFORE_A_STREET.match(match.group())
            and _SAYS_WHEN.search(text[max(0, match.start() - 8) : match.start()])
        )
    ]
    return [*houses, *_spans(_CALLE, text)]


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def _said(pattern: re.Pattern[str], text: str) -> list[Span]:
    """Return where a number stands that the word before it says the kind of."""
    return [match.span(1) for match in pattern.finditer(text) if not _NO_ID.fullmatch(match.group(1))]


def _passes_luhn(text: str) -> bool:
    digits = [int(char) for char in reversed(text) if char.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]  # noqa: PLR2004
    return bool(_CARD_STARTS.match(text)) and len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _iban(text: str) -> int:
    """Return how many characters of a text are an IBAN, 0 if none: a word in capitals may follow it."""
    ends = [len(text), *(match.start() for match in re.finditer(" ", text))]
    return next((end for end in sorted(ends, reverse=True) if _is_iban(text[:end].replace(" ", ""))), 0)


def _is_iban(plain: str) -> bool:
    rearranged = plain[4:] + plain[:4]
    return len(plain) >= _LEAST_IBAN and int("".join(str(int(char, 36)) for char in rearranged)) % 97 == 1
