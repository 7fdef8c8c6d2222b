"""How to reach the person, as far as a body asks for it. It never stands in the testimony, which may be published."""

from dataclasses import dataclass
from enum import Enum

from testimony_app.domain.body import PublicBody
from testimony_app.domain.draft import Draft
from testimony_app.domain.suggestion import field_value


class ContactKind(Enum):
    """A way to reach a person, by the field of `Contact` and the word in `DocumentWords` that are called so."""

    ADDRESS = "address"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One way to reach the person, as they wrote it."""

    kind: ContactKind
    value: str


def asked_kinds(body: PublicBody | None) -> tuple[ContactKind, ...]:
    """Return what a body is known to ask for. What nobody could look up is not asked for."""
    asks = body.asks_for if body else None
    if asks is None:
        return ()
    facts = ((ContactKind.ADDRESS, asks.address), (ContactKind.EMAIL, asks.email), (ContactKind.PHONE, asks.phone))
    return tuple(kind for kind, fact in facts if fact is not None and fact.value is True)


def asked_contact(draft: Draft, body: PublicBody | None) -> tuple[ContactLine, ...]:
    """Return what the person wrote of what the body asks for. All else stays on this computer."""
    lines = (ContactLine(kind, field_value(getattr(draft.contact, kind.value))) for kind in asked_kinds(body))
    return tuple(line for line in lines if line.value)
