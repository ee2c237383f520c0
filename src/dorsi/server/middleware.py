"""What happens around every request: bodies are bounded, answers carry strict headers, errors are told plainly."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _

from dorsi.errors import DorsiError
from dorsi.server.failures import answer_to, told

Respond = Callable[[HttpRequest], HttpResponse]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "media-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS_POLICY = ", ".join(
    (
        *(f"{name}=()" for name in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")),
        "screen-wake-lock=(self)",
    )
)


def bounded_bodies(respond: Respond) -> Respond:
    """Turns away bodies that are too large before anything reads them, and those that do not say how large they are.

    Addresses with a zero byte, which no text of a database may hold, go the same way.
    """

    def bounded(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return told(request, 400, _("Dorsi could not make sense of that request."))
        length = request.META.get("CONTENT_LENGTH") or "0"
        if request.META.get("HTTP_TRANSFER_ENCODING") or not length.isdecimal():
            return told(request, 411, _("The request does not say how long it is. Load the page and try again."))
        if int(length) > settings.LARGEST_BODY:
            limit = settings.LARGEST_BODY // 1024**2
            return told(request, 413, _("That is too large: Dorsi takes up to %(limit)s MB.") % {"limit": limit})
        return respond(request)

    return bounded


def strict_headers(respond: Respond) -> Respond:
    """Lets pages load what Dorsi serves and nothing else, and keeps personal ones out of shared caches.

    Scripts, styles and typefaces are ruled by the page that loads them, and the player has forty of them: what a page
    needs would be a tenth of what they weigh. Pictures can be opened as pages.
    """

    def strict(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(settings.STATIC_URL) and not _is_page(response):
            return response
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return strict


def _is_page(response: HttpResponse) -> bool:
    """True for what browsers show by itself, and run scripts in."""
    return any(kind in response.headers.get("Content-Type", "html") for kind in ("html", "xml"))


class TellErrors:
    """Answers with the status and words that belong to an error of Dorsi's; others are faults and pass."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Django calls this when a view raises."""
        if isinstance(error, UnreadablePostError):
            return told(
                request, 408, _("What you sent took too long to arrive, and nothing of it was kept. Try again.")
            )
        return answer_to(request, error) if isinstance(error, DorsiError) else None
