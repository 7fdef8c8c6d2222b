"""A profile with submissions in it, and senders that do what a test says. Run by itself, it is killed at a point.

    python -m tests.services.outbox_scenes PROFILE POINT

POINT is the number of a submission and a phase, or `delivered` or `answered`, as in 2:envelope. There the process kills
itself, as a power cut would.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from testimony_app.domain.submission import Outcome, OutcomeKind, Payload, Phase
from testimony_app.services.outbox_run import OutboxRun
from testimony_app.store import outbox
from testimony_app.store.changes import Revision
from testimony_app.store.drafts import DraftStore
from testimony_app.store.ledger import SentLedger
from testimony_app.store.submissions import Consent, NewSubmission

DRAFT = "11111111-1111-4111-8111-111111111111"
UTC_NOW = "2026-12-08T18:00:00+00:00"
ACCEPTED = Outcome(OutcomeKind.ACCEPTED, "mail_service_accepted", "250 queued as 1")
LATER = Outcome(OutcomeKind.TEMPORARY, "server_not_answering")
REFUSED = Outcome(OutcomeKind.PERMANENT, "server_refused", "550 no such user")
LOST = Outcome(OutcomeKind.UNKNOWN, "no_answer_after_handing_over")
POINTS = [*(phase.value for phase in Phase if phase is not Phase.NOT_STARTED), "delivered", "answered"]


class Sender:
    """Delivers into a file, as a server would, and answers with the outcomes it is given, then accepts."""

    def __init__(self, delivered, *outcomes, kill_at="", asked=None):
        self.delivered = delivered
        self.outcomes = list(outcomes)
        self.kill_at = kill_at
        self.asked = asked
        self.payloads = []
        self.announced = []

    def send(self, payload, gate, following):
        self.payloads.append(payload)
        for phase in (Phase.CONNECT, Phase.AUTH, Phase.ENVELOPE, Phase.BODY):
            gate.reach(phase)
            self.point(phase.value)
        outcome = self.outcomes.pop(0) if self.outcomes else ACCEPTED
        if outcome.kind is OutcomeKind.PERMANENT:
            return outcome
        gate.committing()
        self.point("committing")
        self.announced.append(following())
        if outcome.kind in {OutcomeKind.ACCEPTED, OutcomeKind.UNKNOWN}:
            self.deliver(payload)
        self.point("delivered")
        return outcome

    def ask(self, _payload):
        return self.asked

    def close(self):
        pass

    def deliver(self, payload):
        with self.delivered.open("ab") as file:
            file.write(payload.sha256.hex().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def point(self, name):
        if self.kill_at in {name, f"{len(self.payloads)}:{name}"}:
            os.kill(os.getpid(), signal.SIGKILL)


class Scene:
    """A profile's store, ledger and outbox."""

    def __init__(self, folder, clock=None):
        self.folder = folder
        self.store = DraftStore(folder / "testimony.db", lambda answers: answers.decode())
        self.ledger = SentLedger(folder / "ledger.db")
        self.delivered = folder.parent / "delivered.txt"
        self.now = clock or (lambda: datetime.now(UTC))

    def run(self, sender):
        return OutboxRun(self.store, self.ledger, lambda _row: sender, spread=lambda: 0.0, clock=self.now)

    def save_draft(self):
        self.store.save(Revision(DRAFT, 0, b"{}", "Text.", "Title", "", 0, "en", "typing"))

    def queue(self, content=b"Subject: x\r\n\r\nText.", channel="clerk", recipients=("clerk@example.org",), closes=""):
        new = NewSubmission(
            id=str(uuid4()), draft_id=DRAFT, rev=1, reference="T-7K3MQ2P", title="Title", channel=channel,
            channel_kind="email_smtp", channel_title="City Clerk", channel_sha256=channel.encode(),
            payload=Payload(content, "message/rfc822", f"<{uuid4()}@example.org>", recipients),
            consent=Consent(str(uuid4()), UTC_NOW, "en", channel, b"w", content, b"r"), created_utc=UTC_NOW,
            closes_utc=closes,
        )  # fmt: skip
        return self.store.write(lambda connection: outbox.add(connection, new))

    def row(self, submission):
        return self.store.read(lambda connection: outbox.find(connection, submission))

    def deliveries(self):
        return self.delivered.read_text().split() if self.delivered.exists() else []

    def close(self):
        self.store.close()
        self.ledger.close()


def main():
    folder, point = Path(sys.argv[1]), sys.argv[2]
    scene = Scene(folder)
    sender = Sender(scene.delivered, kill_at=point)
    run = scene.run(sender)
    outcomes = run._outcomes
    hand_to_disk = outcomes.hand_to_disk

    def kill_or_hand_to_disk():
        if outcomes.unkept:
            sender.point("answered")
        hand_to_disk()

    outcomes.hand_to_disk = kill_or_hand_to_disk
    run.run_due()


if __name__ == "__main__":
    main()
