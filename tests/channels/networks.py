"""The network of a computer that is carried about: gone, another one, or one that wants to be logged into first."""

import socket
import struct
import threading
from contextlib import suppress

WELCOME = b"HTTP/1.1 302 Found\r\nLocation: http://login.cafe.test/\r\nContent-Length: 0\r\n\r\n"


class Network:
    """How the server at `target` is reached: always at the same `port`, by whatever there is.

    Each change ends the connections of before.
    """

    def __init__(self, target):
        self._target = target
        self._act = self._carry
        self._open = set()
        self._lock = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def come_back(self):
        """Be there, perhaps as another network."""
        self._become(self._carry)

    def go_away(self):
        """End every connection at once."""
        self._become(_reset)

    def be_a_portal(self, context=None):
        """Answer everything with a page to log in, inside TLS where there is a `context`; return what it hears."""
        heard = bytearray()
        self._become(lambda connection: _welcome(connection, context, heard))
        return heard

    def close(self):
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._threads[0].join()
        self.go_away()
        for thread in self._threads:
            thread.join()

    def _become(self, act):
        with self._lock:
            self._act = act
            ended, self._open = self._open, set()
            for each in ended:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def _accept(self):
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with self._lock:
                self._open.add(connection)
                act = self._act
            self._threads = [each for each in self._threads if each.is_alive()]
            thread = threading.Thread(target=self._serve, args=(act, connection), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, act, connection):
        with connection, suppress(OSError):
            act(connection)
        with self._lock:
            self._open.discard(connection)

    def _carry(self, client):
        with socket.create_connection(("127.0.0.1", self._target)) as server:
            with self._lock:
                if client not in self._open:  # the network has changed in between
                    return
                self._open.add(server)
            asking = threading.Thread(target=_pump, args=(client, server), daemon=True)
            asking.start()
            _pump(server, client)
            asking.join()
            with self._lock:
                self._open.discard(server)


def _pump(source, target):
    with suppress(OSError):
        while received := source.recv(65536):
            target.sendall(received)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


def _reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _welcome(connection, context, heard):
    with context.wrap_socket(connection, server_side=True) if context else connection as page:
        page.sendall(WELCOME)
        page.shutdown(socket.SHUT_WR)
        while more := page.recv(4096):
            heard += more
