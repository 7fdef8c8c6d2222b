"""A real server of some application on loopback, that can fall silent at a method."""

import threading
from contextlib import suppress

from cheroot.wsgi import Server


class WsgiServer:
    """Serves `app`. Requests with the method `silent_at` hang before they reach it, until it is kind again."""

    def __init__(self, app):
        self._app = app
        self._over = threading.Event()
        self.silent_at = ""
        self._server = Server(("127.0.0.1", 0), self._serve_one, shutdown_timeout=1)
        self._server.prepare()
        self.port = self._server.bind_addr[1]
        self._thread = threading.Thread(target=self._server.serve, daemon=True)
        self._thread.start()

    def be_kind(self):
        """Answer again; what hangs is let go, and has not reached the application."""
        self.silent_at = ""
        self._over.set()
        self._over = threading.Event()

    def close(self):
        self.be_kind()
        self._server.stop()
        self._thread.join()

    def _serve_one(self, environ, start_response):
        if environ["REQUEST_METHOD"] == self.silent_at:
            over = self._over
            over.wait()
            with suppress(OSError):
                start_response("503 Too late", [("Content-Length", "0")])
            return [b""]
        return self._app(environ, start_response)
