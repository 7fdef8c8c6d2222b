from testimony_app.domain.submission import Cancelled, Phase


class RecordingGate:
    """Remembers what was asked and what passed, and raises `error` at `stop_at`. `seen` is called at each passing."""

    def __init__(self, stop_at=None, error=Cancelled, seen=lambda _: None):
        self.asked = []
        self.passed = []
        self._stop_at = stop_at
        self._error = error
        self._seen = seen

    def reach(self, phase):
        self._pass(phase)

    def committing(self):
        self._pass(Phase.COMMITTING)

    def _pass(self, phase):
        self.asked.append(phase)
        self._seen(phase)
        if phase is self._stop_at:
            raise self._error
        self.passed.append(phase)
