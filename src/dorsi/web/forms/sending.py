"""What was sent: what a form is bound to, and numbers that come as text."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict

_MOST_DIGITS = 6


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, be it nothing at all; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def count_in(text: str) -> int | None:
    """A whole number from 0 on as an address or a form has it; None for anything else, and for more than a million."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
