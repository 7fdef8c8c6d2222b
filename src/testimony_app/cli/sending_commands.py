"""`testimony send` and `testimony outbox ...`: what is agreed to, sent and waiting."""

import time
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from testimony_app.channels.kinds import KINDS
from testimony_app.cli.console import DONE, Console
from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import SubmissionState
from testimony_app.files.atomic import write_file
from testimony_app.services.program import Program
from testimony_app.services.sending import SHOWN_ORDER, Details
from testimony_app.services.submitting import Review
from testimony_app.store.submissions import SubmissionRow
from testimony_app.words.consent import consent_words
from testimony_app.words.receipts import receipt_of
from testimony_app.words.submissions import state_word, submission_sentence
from testimony_app.words.translate import english

ACCEPTED, WAITING, NEEDS_YOU, UNKNOWN = DONE, 3, 4, 5
"""Exit codes of `send`."""

_CODES = {
    SubmissionState.ACCEPTED: ACCEPTED,
    SubmissionState.CONFIRMED: ACCEPTED,
    SubmissionState.QUEUED: WAITING,
    SubmissionState.SENDING: WAITING,
    SubmissionState.WAITING: WAITING,
    SubmissionState.UNKNOWN: UNKNOWN,
}
_PAGE = 200
_OTHERS_SECONDS = 60.0
_LOOK_SECONDS = 0.2


def send(program: Program, arguments: Namespace, console: Console) -> int:
    """Hand one testimony over by a channel, with the person's consent, and say what is known of it."""
    now = datetime.now(UTC)
    review = program.submitting.review(arguments.id, arguments.via, now, copy_to=arguments.copy_to or "")
    wording = consent_words(review.letter.sender_name, english)
    if not arguments.consent:
        _show_review(review, wording, console)
        raise PersonError("consent_missing")
    submission = program.submitting.submit(review, wording, now)
    with program.sending.running() as run:
        if run is not None and not program.sending.is_paused():
            run.try_one(submission)
        elif run is None:
            _wait_for_others(program, submission)
    row = program.sending.find(submission).row
    if console.as_json:
        console.json(_row_object(row))
    else:
        console.line(f"{row.id}  {state_word(row.state, english)}")
        console.line(_sentence(row))
    return _CODES.get(row.state, NEEDS_YOU)


def outbox_list(program: Program, _arguments: Namespace, console: Console) -> int:
    """List what is sent and waiting; what needs somebody comes first."""
    rows: list[SubmissionRow] = []
    for states in SHOWN_ORDER:
        before = 2**62
        while page := program.sending.page(states, _PAGE, before):
            rows += page
            before = page[-1].seq
    if console.as_json:
        console.json([_row_object(row) for row in rows])
        return DONE
    _say_paused(program, console)
    for row in rows:
        console.line(f"{row.id}  {state_word(row.state, english)}: {row.title} ({row.channel_title}, {row.reference})")
    if not rows:
        console.line("Nothing is waiting. Sent testimonies will be listed here.")
    return DONE


def outbox_show(program: Program, arguments: Namespace, console: Console) -> int:
    """Show what is known of one submission, with its tries; with --receipt write that to a file."""
    details = program.sending.find(arguments.id)
    if arguments.receipt:
        receipt = receipt_of(details.row, details.attempts, details.recipients, english)
        write_file(Path(arguments.receipt), receipt.text.encode(), replace=False)
        console.note(f"Written: {arguments.receipt}")
    if console.as_json:
        console.json(_details_object(details))
    else:
        console.line(f"{state_word(details.row.state, english)}: {details.row.title} ({details.row.channel_title})")
        console.line(_sentence(details.row))
        for each in details.attempts:
            console.line(
                f"  {each.number}. {each.started_utc}  {each.phase.value}  {each.code}  {each.answer}".rstrip()
            )
    return DONE


def outbox_run(program: Program, arguments: Namespace, console: Console) -> int:
    """Send everything that is due, once; meant for a timer or a service too."""
    made = 0
    with program.sending.running() as run:
        if run is None:
            raise PersonError("outbox_busy")
        if arguments.go_on:
            program.sending.go_on()
        elif program.sending.is_paused():
            raise PersonError("outbox_paused")
        made = run.run_due()
    if console.as_json:
        console.json({"attempts": made})
    else:
        console.line(f"Tries made: {made}")
    return DONE


def outbox_cancel(program: Program, arguments: Namespace, console: Console) -> int:
    """Take back what has not been handed over."""
    program.sending.take_back(arguments.id)
    return _show_row(program, arguments.id, console)


def outbox_resolve(program: Program, arguments: Namespace, console: Console) -> int:
    """Take over what somebody found out about a submission nobody could be sure of."""
    program.sending.resolve(arguments.id, arrived=arguments.result == "arrived")
    return _show_row(program, arguments.id, console)


def _show_row(program: Program, submission: str, console: Console) -> int:
    row = program.sending.find(submission).row
    if console.as_json:
        console.json(_row_object(row))
    else:
        console.line(_sentence(row))
    return DONE


def _wait_for_others(program: Program, submission: str) -> None:
    """Let the process that holds the outbox send it, for a while. It tells us nothing, so the queue is looked at."""
    end = time.monotonic() + _OTHERS_SECONDS
    moving = {SubmissionState.QUEUED, SubmissionState.SENDING}
    while program.sending.find(submission).row.state in moving and time.monotonic() < end:
        time.sleep(_LOOK_SECONDS)


def _say_paused(program: Program, console: Console) -> None:
    if program.sending.is_paused():
        console.note("Sending is paused, since this list may be older than what was sent.")
        console.note("Look it over, then: testimony outbox run --go-on")


def _show_review(review: Review, wording: str, console: Console) -> None:
    """Show everything a person must see before they agree."""
    letter = review.letter
    channel = review.channel
    console.note(f"By: {channel.title} ({channel.kind})")
    for address in review.payload.recipients:
        console.note(f"To: {address}")
    if KINDS[channel.kind].is_mail:
        console.note(f"From: {getattr(channel.settings, 'sender', 'your own mail program')}")
    console.note(f"Subject: {letter.subject}")
    for attachment in letter.attachments:
        console.note(f"File: {attachment.name} ({len(attachment.content)} bytes)")
    console.note(f"Reference: {review.ids.reference}")
    console.note("")
    console.note(letter.text)
    console.note(f"With --consent you say: {wording}")


def _sentence(row: SubmissionRow) -> str:
    return submission_sentence(row, english, changed=_local(row.changed_utc), next_try=_local(row.next_utc))


def _local(text: str) -> str:
    """Return a kept time as the clock on the wall shows it."""
    return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M") if text else ""


def _row_object(row: SubmissionRow) -> dict[str, object]:
    return {
        "submission": row.id,
        "draft": row.draft_id,
        "channel": row.channel,
        "state": row.state.value,
        "phase": row.phase.value,
        "attempts": row.attempts,
        "next_try": row.next_utc or None,
        "message": _sentence(row),
        "receipt": {
            "reference": row.reference,
            "time": row.changed_utc,
            "code": row.code,
            "answer": row.answer,
            "number": row.receipt,
            "sha256": row.payload_sha256.hex(),
        },
    }


def _details_object(details: Details) -> dict[str, object]:
    return {
        **_row_object(details.row),
        "tries": [
            {
                "number": each.number,
                "started": each.started_utc,
                "ended": each.ended_utc or None,
                "phase": each.phase.value,
                "code": each.code,
                "answer": each.answer,
            }
            for each in details.attempts
        ],
        "recipients": [
            {"address": each.address, "result": each.kind.value, "answer": each.answer} for each in details.recipients
        ],
    }
