import time

from testimony_app.channels.email_smtp import SmtpChannel, SmtpSettings
from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import Phase
from tests.channels.contract import Rig
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER
from tests.channels.smtp_actions import drop, keep_and, say, silent
from tests.channels.smtp_server import PASSWORD, USER


def settings_for(server, certificates, **changes):
    settings = {
        "to": ("clerk@city.test",),
        "sender": "table@sender.test",
        "host": "localhost",
        "port": server.port,
        "security": server.security,
        "username": USER,
        "ca_file": certificates.ca_file,
    }
    return SmtpSettings(**(settings | changes))


def channel_for(server, certificates, password=PASSWORD, **changes):
    return SmtpChannel(settings_for(server, certificates, **changes), lambda: password)


def send(channel, payload=None, gate=None, seconds=20):
    """Send a letter once."""
    payload = payload or channel.prepare(LETTER, IDS)
    return channel.send(payload, gate or RecordingGate(), time.monotonic() + seconds)


def locked():
    raise PersonError("secret_locked")


def broken():
    raise RuntimeError(f"the store said {PASSWORD}")


class SmtpRig(Rig):
    secrets = (PASSWORD, USER)

    def __init__(self, server, certificates):
        self.server = server
        self.certificates = certificates

    def channel(self):
        return channel_for(self.server, self.certificates)

    def broken_channels(self):
        def settings(**changes):
            return settings_for(self.server, self.certificates, **changes)

        yield "locked secret", SmtpChannel(settings(), locked)
        yield "broken secret", SmtpChannel(settings(), broken)
        yield "wrong password", SmtpChannel(settings(), lambda: "wrong")
        yield "no password", SmtpChannel(settings(), lambda: "")
        yield "no such file", SmtpChannel(settings(ca_file="/nowhere/ca.pem"), lambda: PASSWORD)
        yield "impossible host", SmtpChannel(settings(host="a..b\0"), lambda: PASSWORD)
        yield "impossible port", SmtpChannel(settings(port=700000), lambda: PASSWORD)
        yield "nobody there", SmtpChannel(settings(port=1), lambda: PASSWORD)
        self.server.plan(auth=say(f"535 {PASSWORD} is not the password of {USER}"))
        yield "talkative server", SmtpChannel(settings(), lambda: PASSWORD)
        self.server.plan(mail=say(f"550 {USER} came in with {PASSWORD}"))
        yield "more talkative server", SmtpChannel(settings(), lambda: PASSWORD)
        for point in ("banner", "ehlo", "starttls", "secure_ehlo", "auth", "mail", "rcpt", "data"):
            self.server.plan(**{point: drop})
            yield point, self.channel()

    def delivered(self):
        return [each.content for each in self.server.delivered]

    def fall_silent(self, phase):
        points = {
            Phase.CONNECT: {"banner": silent},
            Phase.AUTH: {"auth": silent},
            Phase.ENVELOPE: {"mail": silent},
            Phase.BODY: {"data": silent},
            Phase.COMMITTING: {"dot": keep_and(silent)},
        }
        self.server.plan(**points[phase])
        return True
