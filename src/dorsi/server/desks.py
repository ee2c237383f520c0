"""Who sent a request, and the desk that person works at: `request.desk`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from dorsi.bootstrap import Desk, open_desk
from dorsi.server.addresses import LOOPBACK, is_loopback
from dorsi.server.failures import told
from dorsi.server.pairing import is_paired

Respond = Callable[[HttpRequest], HttpResponse]
OPEN = ("/static/", "/accounts/", "/lan/pair/", "/manifest.webmanifest", "/sw.js", "/offline/", "/api/v1/health")
"""What anybody may ask for: it shows nothing of anyone."""
_PASSED_ON = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP")
"""Headers that tell of a proxy, whose own address says nothing of who stands behind it."""


class _Desks:
    """Lets a request through with its desk, which is opened when a view first asks for it."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(OPEN):
            refusal = self.refusal(request)
            if refusal is not None:
                return refusal
            cast(Any, request).desk = SimpleLazyObject(lambda: self.desk(request))
        return self._respond(request)

    def refusal(self, request: HttpRequest) -> HttpResponse | None:
        """The answer to someone who may not come in; None to everyone else."""
        raise NotImplementedError

    def desk(self, request: HttpRequest) -> Desk:
        """The desk of the person who sent the request."""
        raise NotImplementedError


class LocalDesk(_Desks):
    """The one athlete of this installation: whoever sits at this machine, and devices that were paired with it."""

    def refusal(self, request: HttpRequest) -> HttpResponse | None:
        """None for this machine itself and for paired devices."""
        if _is_this_machine(request) or is_paired(request):
            return None
        message = _("This device is not paired with Dorsi. Scan the code that Dorsi shows on its own computer.")
        return told(request, 403, message)

    def desk(self, request: HttpRequest) -> Desk:
        """The desk of the one athlete."""
        return open_desk(settings.DORSI, DEFAULT_DB_ALIAS, remembering=True)


class AccountDesks(_Desks):
    """A person for each account."""

    def refusal(self, request: HttpRequest) -> HttpResponse | None:
        """The way to the login page, or 401 for scripts, unless someone is signed in."""
        if request.user.is_authenticated:
            return None
        if request.path.startswith("/api/"):
            return told(request, 401, _("Sign in first."))
        # A part of a page that was asked for by script is no page to come back to; the one that asked for it is.
        part = getattr(request, "htmx", None)
        back = (part.current_url_abs_path or "/") if part else request.get_full_path()
        login = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': back})}"
        return HttpResponseClientRedirect(login) if part else HttpResponseRedirect(login)

    def desk(self, request: HttpRequest) -> Desk:
        """The desk of the person who is signed in."""
        return open_desk(settings.DORSI, DEFAULT_DB_ALIAS, str(request.user.pk), remembering=True)


def _is_this_machine(request: HttpRequest) -> bool:
    """True if someone at this machine sent the request, and no proxy passed it on."""
    if settings.DORSI.public_url or any(name in request.META for name in _PASSED_ON):
        return False
    host = request.get_host()
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    return name in LOOPBACK and is_loopback(request.META.get("REMOTE_ADDR", ""))
