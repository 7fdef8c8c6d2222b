"""A WebDAV server on loopback that keeps files in memory, and does at a request what a test says instead."""

import base64
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from tests.channels.places import PASSWORD, USER

LOGIN = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


class DavServer:
    """`files` are what it keeps for good, by name. `plan` sets what it does at the next request of a method."""

    def __init__(self):
        self.files = {}
        self.requests = []
        self.over = threading.Event()
        self._script = {}
        server = self

        class Handler(_Handler):
            dav = server

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def plan(self, **script):
        """Forget all, and do so: an action for each method, or a list of them, None for what is right."""
        self.files.clear()
        self.requests.clear()
        self._script = {method: list(acts) if isinstance(acts, list) else [acts] for method, acts in script.items()}

    def next_act(self, method):
        acts = self._script.get(method)
        return acts.pop(0) if acts else None

    def methods(self):
        return [method for method, _ in self.requests]

    def close(self):
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    dav: DavServer

    def handle(self):
        with suppress(OSError):
            super().handle()

    def finish(self):
        with suppress(OSError):
            super().finish()

    def log_message(self, *_):
        pass

    def serve_one(self):
        self.name = unquote(urlsplit(self.path).path).rpartition("/")[2]
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.dav.requests.append((self.command, self.name))
        act = self.dav.next_act(self.command)
        act(self) if act is not None else self.answer(*self.do_right())

    def do_right(self):
        """Do what was asked for, and return status and body of the answer."""
        if self.headers.get("Authorization") != LOGIN:
            return 401, b""
        if self.command == "PROPFIND":
            return 207, b""
        if self.command != "PUT" and self.name not in self.dav.files:
            return 404, b""
        return getattr(self, f"_{self.command.lower()}")(self.dav.files)

    def _get(self, files):
        return 200, files[self.name]

    def _put(self, files):
        files[self.name] = self.body
        return 201, b""

    def _delete(self, files):
        del files[self.name]
        return 204, b""

    def _move(self, files):
        target = unquote(urlsplit(self.headers["Destination"]).path).rpartition("/")[2]
        if target in files:
            return 412, b""
        files[target] = files.pop(self.name)
        return 201, b""

    def answer(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self):
        """End the connection without a further word."""
        self.close_connection = True


for _method in ("GET", "PUT", "MOVE", "DELETE", "PROPFIND"):
    setattr(_Handler, f"do_{_method}", _Handler.serve_one)
