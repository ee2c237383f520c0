"""Counts the bytes that a server sends, whoever asks for them: a page, its scripts, or a worker behind them."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PIECE = 65536


class Wire:
    """Passes on what comes and goes between browsers and a server of this machine, and counts what goes out."""

    def __init__(self, port: int) -> None:
        self.sent = 0
        self._server = port
        self._door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._let_in, daemon=True).start()

    @property
    def address(self) -> str:
        """Where browsers find the server through it."""
        return f"http://localhost:{self._door.getsockname()[1]}"

    def close(self) -> None:
        """Lets nobody else in."""
        self._door.close()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self._door.accept()
                server = socket.create_connection(("127.0.0.1", self._server))
                for source, target, counted in ((browser, server, False), (server, browser, True)):
                    threading.Thread(target=self._pass_on, args=(source, target, counted), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(_PIECE):
                target.sendall(piece)
                if counted:
                    self.sent += len(piece)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)


@contextmanager
def wire(port: int) -> Iterator[Wire]:
    """A wire to that server."""
    made = Wire(port)
    try:
        yield made
    finally:
        made.close()
