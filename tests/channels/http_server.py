"""A server on this computer that answers as a test says, over TLS or not, and keeps what it durably took."""

import socket
import ssl
import threading
from contextlib import suppress


class HttpServer:
    """Answers each request with the next script: bytes, or a callable that is given the connection.

    Where it `says_nothing`, it takes connections and leaves it at that, without so much as a TLS handshake.
    """

    def __init__(self, context=None):
        self.context = context
        self.scripts = []
        self.requests = []
        self.connections = 0
        self.says_nothing = False
        self.held = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def url(self, path="/comments"):
        return f"{'https' if self.context else 'http'}://localhost:{self.port}{path}"

    def close(self):
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join()
        for each in self.held:
            each.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.connections += 1
            if self.says_nothing:
                self.held.append(connection)
                continue
            with suppress(OSError, ssl.SSLError):
                if self.context:
                    connection = self.context.wrap_socket(connection, server_side=True)
                self._answer(connection)
            with suppress(OSError):
                connection.close()

    def _answer(self, connection):
        connection.settimeout(10)
        head = b""
        while b"\r\n\r\n" not in head:
            part = connection.recv(4096)
            if not part:
                return
            head += part
        head, _, body = head.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        headers = {name.lower(): value for name, value in headers.items()}
        while len(body) < int(headers.get("content-length", 0)):
            part = connection.recv(65536)
            if not part:
                return
            body += part
        self.requests.append((head.decode().split(" ")[1], headers, body))
        script = self.scripts.pop(0) if self.scripts else answer(201, '{"id": "4711"}')
        if callable(script):
            script(connection)
        else:
            connection.sendall(script)


def answer(status, body="", **headers):
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(content)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content
