"""Bodies that come too slowly: whoever sends one must not keep a thread from everybody else."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any, TypeAlias

Application: TypeAlias = Callable[[dict[str, Any], Any], Any]
"""What a WSGI server calls."""
PIECE = 64 * 1024
"""Bytes that are waited for at once."""
PATIENCE_S = 10.0
"""How long a piece may take; a phone with one bar sends it in half of that."""


class TimedBody:
    """A request's body that is read as before, and ends with TimeoutError where nothing of it comes any more.

    The server's own stream knows no such limit, so each piece is read in a thread that can be left behind. It ends with
    the connection, which closes as the request is answered.
    """

    def __init__(self, stream: Any, patience_s: float = PATIENCE_S) -> None:
        self._stream, self._patience_s = stream, patience_s

    def read(self, size: int) -> bytes:
        """So many bytes, or as many as there are."""
        pieces = []
        while size > 0 and (piece := self._within(self._stream.read, min(size, PIECE))):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def readline(self, size: int = -1) -> bytes:
        """A line of it."""
        return self._within(self._stream.readline, size)

    def _within(self, read: Callable[[int], bytes], size: int) -> bytes:
        found: list[bytes | Exception] = []

        def look() -> None:
            try:
                found.append(read(size))
            except Exception as error:  # noqa: BLE001 - it is raised again where somebody waits for the bytes
                found.append(error)

        reader = Thread(target=look, daemon=True)
        reader.start()
        reader.join(self._patience_s)
        if not found:
            raise TimeoutError("the body does not arrive")
        if isinstance(found[0], Exception):
            raise found[0]
        return found[0]


def timed(application: Application) -> Application:
    """The application, with bodies that cannot keep it waiting."""

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        environ["wsgi.input"] = TimedBody(environ["wsgi.input"])
        return application(environ, start_response)

    return answer
