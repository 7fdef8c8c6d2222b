"""A wire between a client and a server that can be cut: it sees only TLS, and cuts where the test says."""

import contextlib
import socket
import threading


class Wire:
    """Carries one connection after another to `port`.

    After `swallow_answers` it still carries what the client says, but holds back the server's next answer and then ends
    the connection: the client never hears what the server has said.
    """

    def __init__(self, port):
        self._target = port
        self._swallows = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.connections = 0
        self._sockets = set()
        self._carrying = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def swallow_answers(self):
        self._swallows.set()

    def mend(self):
        self._swallows.clear()

    def cut(self):
        """End the connections of now."""
        for each in list(self._sockets):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self):
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()
        self.cut()
        for thread in self._carrying:
            thread.join()

    def _accept(self):
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._carrying = [thread for thread in self._carrying if thread.is_alive()]
            thread = threading.Thread(target=self._carry_both, args=(client,), daemon=True)
            self._carrying.append(thread)
            thread.start()

    def _carry_both(self, client):
        with client, socket.create_connection(("127.0.0.1", self._target)) as server:
            self._sockets |= {client, server}
            asking = threading.Thread(target=self._carry, args=(client, server), daemon=True)
            asking.start()
            self._carry(server, client, answers=True)
            asking.join()
            self._sockets -= {client, server}

    def _carry(self, source, target, *, answers=False):
        with contextlib.suppress(OSError):
            while received := source.recv(65536):
                if answers and self._swallows.is_set():
                    break
                target.sendall(received)
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
