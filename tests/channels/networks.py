"""The network of a computer that is carried about: gone, another one, or one that wants to be logged into first."""

import socket
import threading
from contextlib import suppress

from tests.channels.cutting import Wire

WELCOME = b"HTTP/1.1 302 Found\r\nLocation: http://login.cafe.test/\r\nContent-Length: 0\r\n\r\n"


class Network:
    """How the server at `target` is reached: always at the same `port`, by whatever there is."""

    def __init__(self, target):
        self._target = target
        self._way = Wire(target)
        self.port = self._way.port

    def come_back(self):
        """Be there, with none of the connections of before."""
        self.go_away()
        self._way = Wire(self._target, self.port)

    def go_away(self):
        way, self._way = self._way, None
        if way is not None:
            way.close()

    def be_a_portal(self, context=None):
        """Answer everything with a page to log in, inside TLS where there is a `context`; return what it hears."""
        self.go_away()
        self._way = portal = _Portal(self.port, context)
        return portal.heard

    close = go_away


class _Portal:
    def __init__(self, port, context):
        self.heard = bytearray()
        self._context = context
        self._listening = socket.create_server(("127.0.0.1", port))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self):
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()

    def _serve(self):
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with suppress(OSError), connection:
                connection.settimeout(5)
                self._answer(self._context.wrap_socket(connection, server_side=True) if self._context else connection)

    def _answer(self, connection):
        with connection:
            connection.sendall(WELCOME)
            connection.shutdown(socket.SHUT_WR)
            while heard := connection.recv(4096):
                self.heard += heard
