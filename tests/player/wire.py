"""A wire between a browser and a server that counts what comes through it, whoever asked: page, script or worker."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PIECE = 65536


class Wire:
    """Listens on a port of its own and passes everything on."""

    def __init__(self, port: int) -> None:
        self.received = 0
        self._to = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])

    def listen(self) -> None:
        """Takes calls until the wire is cut."""
        with suppress(OSError):
            while True:
                browser, _ = self._door.accept()
                threading.Thread(target=self._connect, args=(browser,), daemon=True).start()

    def cut(self) -> None:
        """Takes no more calls."""
        with self._door:
            self._door.shutdown(socket.SHUT_RDWR)

    def _connect(self, browser: socket.socket) -> None:
        with browser, socket.create_connection(("127.0.0.1", self._to)) as server:
            asking = threading.Thread(target=self._pass_on, args=(browser, server, False), daemon=True)
            asking.start()
            self._pass_on(server, browser, True)
            asking.join()

    def _pass_on(self, source: socket.socket, target: socket.socket, counts: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(_PIECE):
                self.received += len(piece) if counts else 0
                target.sendall(piece)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire(port: int) -> Iterator[Wire]:
    """A wire to what answers on a port of this machine."""
    made = Wire(port)
    listener = threading.Thread(target=made.listen, daemon=True)
    listener.start()
    try:
        yield made
    finally:
        made.cut()
        listener.join(5)
