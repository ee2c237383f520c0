"""Who may ask: whoever the server has given a desk, and nothing is changed without the page's own token."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie

from dorsi.bootstrap import Desk

WHOSE = "X-Dorsi-Athlete"
"""A header by which a client says whose entries it sends, so that two people's cannot mix on one phone."""


class SignedIn(APIKeyCookie):
    """The cookie of the session, or the machine itself; requests that change something carry the CSRF token too."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Desk | None:
        """The desk of whoever asks; the server has turned everyone else away before."""
        return desk_of(request) if hasattr(request, "desk") else None


def desk_of(request: HttpRequest) -> Desk:
    """The desk of whoever asks."""
    return cast(Desk, cast(Any, request).desk)


def is_for_another(request: HttpRequest) -> bool:
    """True if what is sent belongs to another athlete than the one who is signed in."""
    named = request.headers.get(WHOSE, "")
    return bool(named) and named != desk_of(request).person
