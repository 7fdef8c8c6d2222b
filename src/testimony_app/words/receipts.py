"""A receipt: what was handed over, when, by which way, and what the other side said."""

from collections.abc import Iterable
from datetime import datetime

from testimony_app.domain.receipt import Receipt
from testimony_app.domain.submission import OutcomeKind, RecipientResult
from testimony_app.store.submissions import AttemptRow, SubmissionRow
from testimony_app.words.filling import filled
from testimony_app.words.submissions import state_word, submission_sentence
from testimony_app.words.translate import Translate


def receipt_of(
    row: SubmissionRow, attempts: Iterable[AttemptRow], recipients: Iterable[RecipientResult], translate: Translate
) -> Receipt:
    """Return a receipt in words. Its times are in UTC, so that they mean the same everywhere."""
    said = {
        OutcomeKind.ACCEPTED: translate("words", "accepted"),
        OutcomeKind.TEMPORARY: translate("words", "not yet"),
        OutcomeKind.PERMANENT: translate("words", "refused"),
        OutcomeKind.UNKNOWN: translate("words", "not known"),
        OutcomeKind.HANDED_OVER: translate("words", "handed over"),
    }
    changed = _told(row.changed_utc)
    lines = [
        filled(translate("words", "Testimony: {title}"), {"title": row.title}),
        filled(translate("words", "Reference: {reference}"), {"reference": row.reference}),
        filled(translate("words", "By: {channel}"), {"channel": row.channel_title}),
        filled(translate("words", "State: {state}"), {"state": state_word(row.state, translate)}),
        filled(translate("words", "Since: {time}"), {"time": changed}),
        submission_sentence(row, translate, changed=changed, next_try=_told(row.next_utc)),
    ]
    if row.answer:
        lines.append(filled(translate("words", "The answer was: {answer}"), {"answer": row.answer}))
    if row.receipt:
        lines.append(filled(translate("words", "The other side calls it: {number}"), {"number": row.receipt}))
    lines += [f"{each.address}: {said[each.kind]} {each.answer}".rstrip() for each in recipients]
    lines += [
        filled(translate("words", "SHA-256 of what was sent: {hash}"), {"hash": row.payload_sha256.hex()}),
        filled(translate("words", "Id: {id}"), {"id": row.id}),
    ]
    for each in attempts:
        said_of_it = " ".join(
            part for part in (_told(each.started_utc), each.phase.value, each.code, each.answer) if part
        )
        lines.append(filled(translate("words", "Try {number}: {what}"), {"number": each.number, "what": said_of_it}))
    title = filled(translate("words", "Receipt {reference}"), {"reference": row.reference})
    return Receipt(title, row.reference, tuple(lines))


def _told(stored: str) -> str:
    """Return a stored time as people read it, "2026-11-30 21:55:48 UTC", and nothing for none."""
    return f"{datetime.fromisoformat(stored):%Y-%m-%d %H:%M:%S} UTC" if stored else ""
