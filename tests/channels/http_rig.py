from testimony_app.channels.http_api import make
from testimony_app.domain.submission import Phase
from tests.channels.broken_secrets import breaking, locked
from tests.channels.contract import Rig

TOKEN = "plum-token-3141"  # noqa: S105  (of no account)
USER = "rosa@table.test"


def http_channel(url, ca_file, secret=lambda: TOKEN, **changes):
    return make(http_settings(url, ca_file, **changes), secret)


def http_settings(url, ca_file, **changes):
    settings = {
        "kind": "http_api", "title": "Form", "url": url, "encoding": "multipart", "fields": {"text": "{text}"},
        "receipt": {"status": [201], "field": "id"}, "auth": "bearer", "ca_file": ca_file,
    }  # fmt: skip
    return settings | changes


class HttpRig(Rig):
    secrets = (TOKEN, USER)

    def __init__(self, server, strangers, ca_file):
        self.server = server
        self.strangers = strangers
        self.ca_file = ca_file

    def channel(self, secret=lambda: TOKEN, **changes):
        return http_channel(**{"url": self.server.url(), "ca_file": self.ca_file, "secret": secret} | changes)

    def broken_channels(self):
        yield "nobody there", self.channel(url="https://localhost:1/x")
        yield "impossible host", self.channel(url="https://a..b\0/x")
        yield "impossible port", self.channel(url="https://localhost:700000/x")
        for stranger in self.strangers:
            yield "not who it says", self.channel(url=stranger.url())
        yield "no such file", self.channel(ca_file="/nowhere/ca.pem")
        yield "locked secret", self.channel(locked)
        yield "broken secret", self.channel(breaking(TOKEN))
        yield "a secret no header can hold", self.channel(lambda: f"{TOKEN}\r\nX: y")
        yield "a secret of other letters", self.channel(lambda: f"{TOKEN}ж", auth="basic", username=USER)
        for status in (301, 307, 400, 401, 403, 404, 413, 422, 429, 503, 507):
            said = f"HTTP/1.1 {status} {TOKEN} of {USER}: zebra-quilt-canary\r\nContent-Length: 0\r\n\r\n"
            self.server.scripts = [said.encode()]
            yield f"{status}, talkative", self.channel(auth="basic", username=USER)
        self.server.requests.clear()  # they were refused: nothing was taken

    def delivered(self):
        return [body for _, _, body in self.server.requests]

    def fall_silent(self, phase):
        if phase is Phase.CONNECT:
            self.server.says_nothing = True
        if phase is Phase.COMMITTING:
            self.server.scripts = [hold]
        return phase in {Phase.CONNECT, Phase.COMMITTING}


def hold(connection):
    """Say nothing until the other side goes."""
    connection.settimeout(None)
    while connection.recv(4096):
        pass
