"""The ways that hand over to the person, and the one that sends nothing: nothing may leave the program by itself."""

from testimony_app.channels import desk, mail_app, portal, practice
from testimony_app.domain.submission import OutcomeKind
from tests.channels.contract import Rig
from tests.channels.watching import Watched, the_watch

MODULES = {"mail_app": mail_app, "portal": portal, "desk": desk, "practice": practice}
SETTINGS = {
    "mail_app": {"to": ["clerk@city.test"], "cc": ["council@city.test"]},
    "portal": {"url": "https://city.test/comment", "pieces": [{"title": "Comment", "value": "{text}"}]},
    "desk": {"address": "350 South 5th Street", "copies": 2},
    "practice": {},
}


def never():
    raise AssertionError("such a way needs no secret")


class OwnHandRig(Rig):
    """`delivered` is all that reached out of the program: a network, another program, a file that was written."""

    of_one_try = of_two_tries = 0
    has_other_side = False

    def __init__(self, kind):
        self.kind = kind
        self.commits = kind == "practice"
        self.success = OutcomeKind.ACCEPTED if kind == "practice" else OutcomeKind.HANDED_OVER
        self.watch = the_watch()
        self.watch.seen.clear()

    def channel(self):
        made = MODULES[self.kind].make({"kind": self.kind, "title": "Way", **SETTINGS[self.kind]}, never)
        return Watched(made, self.watch)

    def broken_channels(self):
        return ()

    def delivered(self):
        return list(self.watch.seen)

    def fall_silent(self, phase):
        del phase
        return False
