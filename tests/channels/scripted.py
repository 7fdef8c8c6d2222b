"""A channel that does what a test says: hangs, dies, prints, or delivers into a file."""

import os
import sys
import threading
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import Outcome, OutcomeKind, Phase, RecipientResult


class Scripted:
    def __init__(self, settings, password):
        self.settings = settings
        self.password = password

    def prepare(self, _letter, _ids):
        raise NotImplementedError

    def send(self, payload, gate, _deadline):
        if self.settings.get("prints"):
            sys.stdout.write("a library that prints\n")
            sys.stderr.write("and warns\n")
        gate.reach(Phase.CONNECT)
        self.point("connect")
        gate.reach(Phase.AUTH)
        try:
            secret = self.password()
        except PersonError as error:
            return Outcome(OutcomeKind.PERMANENT, error.code)
        gate.committing()
        self.point("committing")
        with Path(self.settings["delivered"]).open("a", encoding="utf-8") as file:
            file.write(f"{payload.message_id}:{secret}\n")
        results = tuple(RecipientResult(each, OutcomeKind.ACCEPTED, "250") for each in payload.recipients)
        return Outcome(OutcomeKind.ACCEPTED, "delivered", recipients=results)

    def ask(self, _payload):
        self.point("ask")
        return Outcome(OutcomeKind.ACCEPTED, "delivered") if self.settings.get("answer") else None

    def point(self, name):
        if self.settings.get("hang_at") == name:
            threading.Event().wait()
        if self.settings.get("die_at") == name:
            os._exit(1)


def make(settings, password):
    return Scripted(settings, password)
