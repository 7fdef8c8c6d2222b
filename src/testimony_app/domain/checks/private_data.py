"""Numbers and addresses that stand in the text and perhaps should not."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity

Span = tuple[int, int]

_SOCIAL_SECURITY = re.compile(r"(?<![\d-])\d{3}([- –])\d{2}\1\d{4}(?![\d-])")
_SAID_SOCIAL_SECURITY = re.compile(r"(?i)\b(?:social security|ssn|seguro social|itin)\b\D{0,30}(\d{9})(?!\d)")
_ALIEN_NUMBER = re.compile(r"(?<![\w-])A[- ]?\d{8,9}(?![\d-])")
_SAID_ID = re.compile(
    r"(?i)\b(?:passport|pasaporte|driver[’']?s? licen[cs]e|licencia|state id|green card|visa number)\b[^\d\n]{0,30}?"
    r"\b([A-Z]{0,2}\d(?:[ -]?\d){5,13})(?!\d)"
)
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_SAID_ACCOUNT = re.compile(
    r"(?i)\b(?:account|routing|cuenta|card)\b(?: (?:number|no\.?|num\.?|#|is|de banco|bancaria))*"
    r"\W{0,4}(\d(?:[ -]?\d){5,16})(?!\d)"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STREET = re.compile(
    r"(?<![\w-])\d{1,5}(?:½| 1/2)?(?: [NSEW]{1,2}\.?| (?:North|South|East|West))?(?: [A-Z0-9][\w’'-]*\.?){1,3} "
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Parkway|Pkwy|Way"
    r"|Circle|Trail|Calle)\b\.?(?: [NSEW]{1,2}\b\.?)?(?:,? (?:Apt|Apartment|Unit|#)\.? ?\w+)?"
)


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
            ("street_address", Severity.WORTH_A_LOOK, _spans(_STREET, text)),
        ):
            for start, end in sorted(set(spans)):
                if all(end <= first or last <= start for first, last in taken):
                    taken.append((start, end))
                    yield Finding(code, severity, section.id, start, end, (Fix.DELETE, Fix.MASK))


def government_ids(text: str) -> list[Span]:
    """Return where Social Security, taxpayer, alien registration, passport or license numbers stand.

    A bare run of digits counts only beside the word that says what it is.
    """
    said = [match.span(1) for pattern in (_SAID_SOCIAL_SECURITY, _SAID_ID) for match in pattern.finditer(text)]
    return [*_spans(_SOCIAL_SECURITY, text), *_spans(_ALIEN_NUMBER, text), *said]


def bank_numbers(text: str) -> list[Span]:
    """Return where payment card numbers (Luhn check, ISO/IEC 7812), IBANs (ISO 13616) and account numbers stand."""
    cards = [match.span() for match in _CARD.finditer(text) if _passes_luhn(match.group())]
    ibans = [match.span() for match in _IBAN.finditer(text) if _is_iban(match.group())]
    return [*cards, *ibans, *(match.span(1) for match in _SAID_ACCOUNT.finditer(text))]


def phone_numbers(text: str) -> list[Span]:
    """Return where telephone numbers stand, United States ones without a country code included."""
    matcher = PhoneNumberMatcher(text, "US", leniency=Leniency.VALID, max_tries=1000)
    return [(match.start, match.end) for match in matcher]


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def _passes_luhn(text: str) -> bool:
    digits = [int(char) for char in reversed(text) if char.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]  # noqa: PLR2004
    return len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_iban(text: str) -> bool:
    plain = text.replace(" ", "")
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97 == 1
