"""A body is read as it comes, and not waited for without end."""

from __future__ import annotations

import io
import threading
from typing import Any

import pytest
from django.core.handlers.wsgi import LimitedStream
from django.http import UnreadablePostError
from django.test import Client, RequestFactory

from dorsi.server.arriving import PIECE, TimedBody
from dorsi.server.middleware import TellErrors


class Stuck:
    """A connection on which nothing comes any more."""

    def __init__(self) -> None:
        self.ends = threading.Event()

    def read(self, size: int) -> bytes:
        self.ends.wait(60)
        return b""


class Broken:
    """A connection that was cut."""

    def read(self, size: int) -> bytes:
        raise OSError("cut")


def test_a_body_is_read_whole_and_in_lines() -> None:
    content = b"line\n" * PIECE
    body = TimedBody(io.BytesIO(content))
    assert body.readline() == b"line\n"
    assert body.read(len(content)) == content[5:]
    assert body.read(10) == b""


def test_a_body_that_does_not_come_is_given_up() -> None:
    stuck = Stuck()
    try:
        with pytest.raises(TimeoutError):
            TimedBody(stuck, patience_s=0.05).read(10)
    finally:
        stuck.ends.set()


def test_what_goes_wrong_while_reading_is_told() -> None:
    with pytest.raises(OSError, match="cut"):
        TimedBody(Broken()).read(10)


def test_who_sends_too_slowly_is_told(client: Client) -> None:
    def view(request: Any) -> None:
        return request.body

    request = RequestFactory().post("/api/v1/events", {"a": "b"})
    request._stream = LimitedStream(TimedBody(Broken()), 10)  # type: ignore[attr-defined]
    with pytest.raises(UnreadablePostError) as caught:
        view(request)
    answer = TellErrors(view).process_exception(request, caught.value)  # type: ignore[arg-type]
    assert answer is not None
    assert answer.status_code == 408
