"""A mail server on loopback that does what a test tells it, and remembers what it has taken for good.

A script is a list of actions for each point of a session: `accept` (before the first byte), `banner`, `ehlo`,
`starttls`, `secure_ehlo` (the one inside TLS), `auth`, `mail`, `rcpt`, `data`, `body` (after the first
line of a message), `dot`, `rset`, `quit`. Each passing of a point takes one action; where none is
left, the server behaves.
"""

import _socket
import base64
import contextlib
import socket
import struct
import threading
from typing import NamedTuple

USER = "table@sender.test"
PASSWORD = "tr0ub4dor-und-3"  # noqa: S105  (of no account)
FEATURES = ("PIPELINING", "SIZE 1000000", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN")


class Delivered(NamedTuple):
    sender: str
    recipients: tuple[str, ...]
    content: bytes


class Over(Exception):  # noqa: N818  (it is no error)
    """Ends a session."""


class SmtpServer:
    def __init__(self, context, security="starttls"):
        self.context = context
        self.security = security
        self.features = FEATURES
        self.plain_features = ("STARTTLS", *FEATURES)
        self.script = {}
        self.delivered = []
        self.commands = []
        self.plain = bytearray()
        self.connections = 0
        self.stopped = threading.Event()
        self.acted = threading.Event()
        self._talks = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def plan(self, **script):
        """Set what happens from now on; each value is one action or a list of them.

        `acted` is set once an action has come to its end, and the connection with it where it ends that.
        """
        self.acted = threading.Event()
        self.script = {point: list(acts) if isinstance(acts, list) else [acts] for point, acts in script.items()}

    def act(self, point):
        actions = self.script.get(point)
        return actions.pop(0) if actions else None

    def verbs(self):
        return [command.split(" ")[0] for command in self.commands]

    def hang_up(self):
        """End all connections at once."""
        for talk in self._talks:
            talk.hang_up()

    def close(self):
        self.stopped.set()
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.hang_up()
        self._thread.join()
        for talk in self._talks:
            talk.thread.join()

    def _accept(self):
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            self._talks = [talk for talk in self._talks if talk.thread.is_alive()]
            talk = Talk(self, connection)
            self._talks.append(talk)
            talk.thread.start()


class Talk:
    """One session."""

    def __init__(self, server, connection):
        self.server = server
        self.socket = connection
        self.secure = False
        self.features = server.plain_features
        self.sender = ""
        self.recipients = []
        self.buffer = b""
        self.acted = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def say(self, text):
        self.send(text.encode("utf-8", "surrogateescape") + b"\r\n")

    def send(self, content):
        self.socket.sendall(content)

    def hang_up(self):
        with contextlib.suppress(OSError):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            _socket.socket.shutdown(self.socket, socket.SHUT_RDWR)  # leaves the TLS to the thread that is in it

    def keep(self, content):
        self.server.delivered.append(Delivered(self.sender, tuple(self.recipients), content))

    def _run(self):
        try:
            self._talk()
        finally:
            self.acted.set()

    def _talk(self):
        with contextlib.suppress(Over, OSError, ValueError), contextlib.closing(self):
            self._point("accept", lambda: None)
            if self.server.security == "tls":
                self._encrypt()
            self._point("banner", lambda: self.say("220 mail.test ESMTP"))
            while True:
                self._obey(self._line().decode("utf-8", "surrogateescape"))

    def close(self):
        with contextlib.suppress(OSError):
            self.socket.close()

    def _point(self, point, behave):
        action = self.server.act(point)
        if action is None:
            behave()
        else:
            self.acted = self.server.acted
            action(self)
            self.acted.set()

    def _encrypt(self):
        self.socket = self.server.context.wrap_socket(self.socket, server_side=True)
        self.secure = True
        self.features = self.server.features

    def _line(self):
        while b"\n" not in self.buffer:
            received = self.socket.recv(65536)
            if not received:
                raise Over
            if not self.secure:
                self.server.plain += received
            self.buffer += received
        line, _, self.buffer = self.buffer.partition(b"\n")
        return line.removesuffix(b"\r")

    def _obey(self, command):
        self.server.commands.append(command)
        verb = command.split(" ")[0].upper()
        {"EHLO": self._ehlo, "STARTTLS": self._starttls, "AUTH": self._auth, "MAIL": self._mail, "RCPT": self._rcpt,
         "DATA": self._data, "RSET": self._rset, "QUIT": self._quit}.get(verb, self._unknown)(command)  # fmt: skip

    def _ehlo(self, _):
        lines = ["mail.test", *self.features]
        reply = "\r\n".join(f"250{'-' if line is not lines[-1] else ' '}{line}" for line in lines)
        self._point("secure_ehlo" if self.secure else "ehlo", lambda: self.say(reply))

    def _starttls(self, _):
        self._point("starttls", lambda: self.say("220 go ahead"))
        self._encrypt()

    def _auth(self, command):
        def check():
            words = command.split(" ")
            if words[1] == "LOGIN":
                self.say("334 VXNlcm5hbWU6")
                given = [base64.b64decode(self._line()).decode()]
                self.say("334 UGFzc3dvcmQ6")
                given.append(base64.b64decode(self._line()).decode())
            else:
                if len(words) == 2:
                    self.say("334 ")
                    words.append(self._line().decode())
                given = base64.b64decode(words[2]).decode().split("\0")[1:]
            self.say("235 2.7.0 yes" if given == [USER, PASSWORD] else "535 5.7.8 Error: authentication failed")

        self._point("auth", check)

    def _mail(self, command):
        self.sender = command.split("<")[1].split(">")[0]
        self.recipients = []
        self._point("mail", lambda: self.say("250 2.1.0 Ok"))

    def _rcpt(self, command):
        address = command.split("<")[1].split(">")[0]

        def take():
            self.recipients.append(address)
            self.say("250 2.1.5 Ok")

        self._point("rcpt", take)

    def _data(self, _):
        def read():
            self.say("354 end with a dot")
            lines = []
            while (line := self._line()) != b".":
                lines.append(line.removeprefix(b"."))
                if len(lines) == 1:
                    self._point("body", lambda: None)
            self.content = b"".join(line + b"\r\n" for line in lines)
            self._point("dot", self._take)

        self._point("data", read)

    def _take(self):
        self.keep(self.content)
        self.say("250 2.0.0 Ok: queued as 4bXyZ123")

    def _rset(self, _):
        self.sender, self.recipients = "", []
        self._point("rset", lambda: self.say("250 2.0.0 Ok"))

    def _quit(self, _):
        self._point("quit", lambda: self.say("221 2.0.0 Bye"))
        raise Over

    def _unknown(self, _):
        self.say("502 5.5.2 unknown command")
