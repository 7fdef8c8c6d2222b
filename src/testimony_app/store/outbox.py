"""The submissions of a profile: queued, claimed by one attempt at a time, and never lost sight of.

Each function is a piece of work in one transaction of the writer, or of a reading connection.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from testimony_app.domain.errors import PersonError
from testimony_app.domain.outbox import Next
from testimony_app.domain.submission import (
    Cancelled,
    Outcome,
    OutcomeKind,
    Payload,
    Phase,
    RecipientResult,
    SubmissionState,
    may_move,
)
from testimony_app.store.submissions import AttemptRow, NewSubmission, SubmissionRow, stamp

_COLUMNS = (
    "seq, id, draft_id, rev, reference, title, channel, channel_kind, channel_title, channel_sha256, recipients_json, "
    "message_id, payload_sha256, closes_utc, state, phase, attempts, next_utc, code, answer, receipt, created_utc, "
    "changed_utc"
)
_MOVING = tuple(state.value for state in (SubmissionState.QUEUED, SubmissionState.WAITING))

WAY_NEEDS_YOU = "way_needs_you"
"""The code of what waits because its channel needs a person first."""


def add(connection: sqlite3.Connection, new: NewSubmission) -> str:
    """Queue a submission and return its id; the same letter to the same channel is one submission, whose id it is."""
    there = connection.execute(
        "SELECT id FROM submission WHERE draft_id = ? AND content_sha256 = ? AND channel = ? "
        "AND state NOT IN ('cancelled', 'replaced')",
        (new.draft_id, new.consent.content_sha256, new.channel),
    ).fetchone()
    if there:
        return str(there[0])
    consent = new.consent
    connection.execute(
        "INSERT INTO consent (id, given_utc, language, channel, wording_sha256, content_sha256, recipients_sha256) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            consent.id,
            consent.given_utc,
            consent.language,
            consent.channel,
            consent.wording_sha256,
            consent.content_sha256,
            consent.recipients_sha256,
        ),
    )
    payload = new.payload
    connection.execute(
        "INSERT INTO submission (id, draft_id, rev, reference, title, channel, channel_kind, channel_title, "
        "channel_sha256, recipients_json, message_id, content_sha256, payload_sha256, consent_id, closes_utc, state, "
        "phase, created_utc, changed_utc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.id, new.draft_id, new.rev, new.reference, new.title, new.channel, new.channel_kind, new.channel_title,
            new.channel_sha256, json.dumps(payload.recipients), payload.message_id, consent.content_sha256,
            payload.sha256, consent.id, new.closes_utc or None, SubmissionState.QUEUED.value, Phase.NOT_STARTED.value,
            new.created_utc, new.created_utc,
        ),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO payload (submission_id, content, content_type, file_name) VALUES (?, ?, ?, ?)",
        (new.id, payload.content, payload.content_type, payload.file_name),
    )
    return new.id


def find(connection: sqlite3.Connection, submission: str) -> SubmissionRow:
    """Return a submission. Raises PersonError `submission_not_found`."""
    rows = _rows(connection, "WHERE id = ?", (submission,))
    if not rows:
        raise PersonError("submission_not_found", submission=submission)
    return rows[0]


def page(
    connection: sqlite3.Connection, states: Iterable[SubmissionState], most: int, before_seq: int = 2**62
) -> tuple[SubmissionRow, ...]:
    """Return at most `most` submissions in these states, newest first. `before_seq` is that of the page before."""
    names = [state.value for state in states]
    found: list[SubmissionRow] = []
    for name in names:
        found += _rows(connection, "WHERE state = ? AND seq < ? ORDER BY seq DESC LIMIT ?", (name, before_seq, most))
    return tuple(sorted(found, key=lambda row: -row.seq)[:most])


def of_draft(connection: sqlite3.Connection, draft_id: str) -> tuple[SubmissionRow, ...]:
    """Return the submissions of a draft, newest first."""
    return _rows(connection, "WHERE draft_id = ? ORDER BY seq DESC", (draft_id,))


def moving(connection: sqlite3.Connection) -> tuple[SubmissionRow, ...]:
    """Return what is queued or waiting, in the order it was queued."""
    return _rows(connection, "WHERE state IN (?, ?) ORDER BY seq", _MOVING)


def has_moving(connection: sqlite3.Connection) -> bool:
    """Whether anything is queued or waiting, or was being sent."""
    found = connection.execute("SELECT 1 FROM submission WHERE state IN (?, ?, 'sending') LIMIT 1", _MOVING).fetchone()
    return found is not None


def payload_of(connection: sqlite3.Connection, submission: str) -> Payload:
    """Return the bytes of a submission with the addresses still to be reached.

    Raises PersonError `submission_damaged` where they are no longer what was agreed to.
    """
    row = find(connection, submission)
    content, content_type, file_name = connection.execute(
        "SELECT content, content_type, file_name FROM payload WHERE submission_id = ?", (submission,)
    ).fetchone()
    payload = Payload(bytes(content), content_type, row.message_id, row.recipients, file_name)
    if payload.sha256 != row.payload_sha256:
        raise PersonError("submission_damaged", submission=submission)
    return payload


def claim(connection: sqlite3.Connection, submission: str, token: str, now: str) -> bool:
    """Take a queued or waiting submission for one attempt; False where it is another's or no longer to be sent."""
    taken = connection.execute(
        "UPDATE submission SET state = 'sending', phase = ?, claim = ?, attempts = attempts + 1, next_utc = NULL, "
        "changed_utc = ? WHERE id = ? AND state IN (?, ?)",
        (Phase.NOT_STARTED.value, token, now, submission, *_MOVING),
    )
    if taken.rowcount != 1:
        return False
    connection.execute(
        "INSERT INTO attempt (submission_id, number, started_utc, phase) "
        "SELECT id, attempts, ?, ? FROM submission WHERE id = ?",
        (now, Phase.NOT_STARTED.value, submission),
    )
    return True


def is_claimed(connection: sqlite3.Connection, submission: str, token: str) -> bool:
    """Whether a submission still belongs to an attempt: nobody has taken it back."""
    found = connection.execute(
        "SELECT 1 FROM submission WHERE id = ? AND claim = ? AND state = 'sending'", (submission, token)
    ).fetchone()
    return found is not None


def reach(connection: sqlite3.Connection, submission: str, token: str, phase: Phase) -> None:
    """Keep how far an attempt has come. Raises Cancelled where the submission is no longer its own."""
    kept = connection.execute(
        "UPDATE submission SET phase = ? WHERE id = ? AND claim = ? AND state = 'sending'",
        (phase.value, submission, token),
    )
    if kept.rowcount != 1:
        raise Cancelled


def finish(
    connection: sqlite3.Connection, submission: str, token: str, outcome: Outcome, following: Next, at: datetime
) -> None:
    """Keep how an attempt ended at a time, and when it may be tried again."""
    row = find(connection, submission)
    now = stamp(at)
    again = following.next_try(at)
    _keep_recipients(connection, row, outcome.recipients)
    kept = connection.execute(
        "UPDATE submission SET state = ?, next_utc = ?, claim = NULL, code = ?, answer = ?, receipt = ?, "
        "changed_utc = ? WHERE id = ? AND claim = ? AND state = 'sending'",
        (
            following.state.value,
            stamp(again) if again is not None else None,
            outcome.code,
            outcome.answer,
            outcome.receipt,
            now,
            submission,
            token,
        ),
    )
    if kept.rowcount == 1:
        connection.execute(
            "UPDATE attempt SET ended_utc = ?, phase = ?, code = ?, answer = ? WHERE submission_id = ? AND number = ?",
            (now, row.phase.value, outcome.code, outcome.answer, submission, row.attempts),
        )


def move(connection: sqlite3.Connection, submission: str, state: SubmissionState, now: str, code: str = "") -> None:
    """Let a submission become what the person says of it. Raises PersonError `submission_cannot`."""
    row = find(connection, submission)
    if not may_move(row.state, state, row.phase):
        raise PersonError("submission_cannot", state=row.state.value, submission=submission)
    connection.execute(
        "UPDATE submission SET state = ?, claim = NULL, next_utc = NULL, code = ?, changed_utc = ? WHERE id = ?",
        (state.value, code or row.code, now, submission),
    )


def try_now(connection: sqlite3.Connection, submission: str, now: str) -> None:
    """Let what waits be tried at once, as somebody says now. Raises PersonError `submission_cannot` for all else."""
    row = find(connection, submission)
    if row.state not in {SubmissionState.WAITING, SubmissionState.QUEUED}:
        raise PersonError("submission_cannot", state=row.state.value, submission=submission)
    connection.execute(
        "UPDATE submission SET next_utc = NULL, changed_utc = ?, code = CASE code WHEN ? THEN '' ELSE code END "
        "WHERE id = ?",
        (now, WAY_NEEDS_YOU, submission),
    )


def needing_you(connection: sqlite3.Connection, codes: Iterable[str]) -> dict[str, str]:
    """Return the channels that something needs a person for with one of these codes, and since when, ISO 8601."""
    rows = connection.execute(
        "SELECT channel, max(changed_utc) FROM submission "
        "WHERE state = ? AND code IN (SELECT value FROM json_each(?)) GROUP BY channel",
        (SubmissionState.NEEDS_YOU.value, json.dumps(sorted(codes))),
    ).fetchall()
    return {str(channel): str(since) for channel, since in rows}


def hold(connection: sqlite3.Connection, submission: str) -> None:
    """Let what is queued or waiting wait for its channel, which needs a person first."""
    connection.execute(
        "UPDATE submission SET state = ?, code = ?, next_utc = NULL WHERE id = ? AND state IN (?, ?)",
        (SubmissionState.WAITING.value, WAY_NEEDS_YOU, submission, *_MOVING),
    )


def first_try(connection: sqlite3.Connection, submission: str) -> str:
    """Return when a submission was first tried, ISO 8601, empty where it never was."""
    (first,) = connection.execute(
        "SELECT min(started_utc) FROM attempt WHERE submission_id = ?", (submission,)
    ).fetchone()
    return str(first or "")


def left_behind(connection: sqlite3.Connection) -> tuple[SubmissionRow, ...]:
    """Return what was being sent. Who holds the lock of the outbox knows that nobody sends it any more."""
    return _rows(connection, "WHERE state = 'sending' ORDER BY seq", ())


def settle_left_behind(
    connection: sqlite3.Connection, submission: str, state: SubmissionState, code: str, now: str
) -> None:
    """Let a submission that was left behind become what phase and ledger prove."""
    connection.execute(
        "UPDATE submission SET state = ?, claim = NULL, code = ?, changed_utc = ? WHERE id = ? AND state = 'sending'",
        (state.value, code, now, submission),
    )


def settle_restored(connection: sqlite3.Connection, submission: str, state: SubmissionState, now: str) -> None:
    """Let a submission of a restored queue become what the newer ledger says of it."""
    connection.execute(
        "UPDATE submission SET state = ?, next_utc = NULL, code = 'restored', changed_utc = ? "
        "WHERE id = ? AND state IN (?, ?)",
        (state.value, now, submission, *_MOVING),
    )


def attempts_of(connection: sqlite3.Connection, submission: str) -> tuple[AttemptRow, ...]:
    """Return the tries of a submission, the first one first."""
    rows = connection.execute(
        "SELECT number, started_utc, coalesce(ended_utc, ''), phase, code, answer FROM attempt "
        "WHERE submission_id = ? ORDER BY number",
        (submission,),
    ).fetchall()
    return tuple(
        AttemptRow(number, start, end, Phase(phase), code, answer) for number, start, end, phase, code, answer in rows
    )


def recipients_of(connection: sqlite3.Connection, submission: str) -> tuple[RecipientResult, ...]:
    """Return what was said of each address so far."""
    rows = connection.execute(
        "SELECT address, kind, answer FROM recipient_result WHERE submission_id = ? ORDER BY address", (submission,)
    ).fetchall()
    return tuple(RecipientResult(address, OutcomeKind(kind), answer) for address, kind, answer in rows)


PAUSED, RESTORED = "paused", "restored"
"""Under this the outbox keeps why it waits for a word; this is said of one that was brought back from a backup."""


def kept_value(connection: sqlite3.Connection, key: str) -> str:
    """Return a value the outbox keeps about itself, or nothing."""
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (f"outbox_{key}",)).fetchone()
    return str(found[0]) if found else ""


def keep_value(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value about the outbox itself."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (f"outbox_{key}", value),
    )


def _keep_recipients(connection: sqlite3.Connection, row: SubmissionRow, results: Iterable[RecipientResult]) -> None:
    """Keep what was said of each address; one that was accepted is not written to again."""
    accepted = set()
    for address, kind, answer in results:
        connection.execute(
            "INSERT INTO recipient_result (submission_id, address, kind, answer) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (submission_id, address) DO UPDATE SET kind = excluded.kind, answer = excluded.answer",
            (row.id, address, kind.value, answer),
        )
        if kind is OutcomeKind.ACCEPTED:
            accepted.add(address)
    if accepted:
        left = [address for address in row.recipients if address not in accepted]
        connection.execute("UPDATE submission SET recipients_json = ? WHERE id = ?", (json.dumps(left), row.id))


def _rows(connection: sqlite3.Connection, where: str, values: tuple[Any, ...]) -> tuple[SubmissionRow, ...]:
    rows = connection.execute(f"SELECT {_COLUMNS} FROM submission {where}", values).fetchall()  # noqa: S608  (ours)
    return tuple(_row(*values) for values in rows)


def _row(*values: Any) -> SubmissionRow:  # noqa: ANN401  (what SQLite returns)
    row = SubmissionRow(*values)
    return row._replace(
        recipients=tuple(json.loads(str(row.recipients))),
        closes_utc=row.closes_utc or "",
        next_utc=row.next_utc or "",
        state=SubmissionState(row.state),
        phase=Phase(row.phase),
        channel_sha256=bytes(row.channel_sha256),
        payload_sha256=bytes(row.payload_sha256),
    )
