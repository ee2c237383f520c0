"""A tiny server without encryption, for a phone's first visit: it hands out the authority's certificate, nothing else.

The code that is scanned leads here and carries its token after a `#`, which browsers do not send: nobody who listens on
the network learns it. The page's script puts it into the link to the encrypted app.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from string import Template

_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
_CERTIFICATE = "/dorsi.crt"
_HTML = "text/html; charset=utf-8"
_TYPES = {"css": "text/css", "js": "text/javascript", "crt": "application/x-x509-ca-cert"}
_TIMEOUT_S = 10


@contextmanager
def open_doorstep(host: str, port: int, app_url: str, certificate: bytes) -> Iterator[None]:
    """Has it answer on that address meanwhile; `app_url` is the encrypted app's."""
    folder = files("dorsi.server") / "doorstep_page"
    page = Template((folder / "index.html").read_text("utf-8"))
    content = {
        "/": page.substitute(app_url=app_url, certificate=_CERTIFICATE).encode(),
        "/doorstep.css": (folder / "doorstep.css").read_bytes(),
        "/doorstep.js": (folder / "doorstep.js").read_bytes(),
        _CERTIFICATE: certificate,
    }
    with ThreadingHTTPServer((host, port), _handler(content)) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def _handler(content: Mapping[str, bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers from `content` and knows nothing else."""

        server_version, sys_version, timeout = "Dorsi", "", _TIMEOUT_S

        def do_GET(self) -> None:
            """Hands out one of the few things there are."""
            path = self.path.partition("?")[0]
            body = content.get(path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", _TYPES.get(path.rpartition(".")[2], _HTML))
            self.send_header("Content-Length", str(len(body or b"")))
            self.send_header("Content-Security-Policy", _SECURITY)
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *arguments: object) -> None:
            """Says nothing: the terminal shows the code to scan."""

    return Handler
