"""What is answered when something cannot go on: a page for people, a problem document for scripts (RFC 9457)."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import TemplateDoesNotExist
from django.template.loader import select_template
from django.utils.html import escape
from django.utils.translation import gettext as _

from dorsi import errors
from dorsi.errors import DorsiError, InvalidFile, TrainingRefused
from dorsi.languages import all_said, said

STATUSES: Mapping[type[DorsiError], int] = {
    errors.AtlasBroken: 500,
    errors.DorsiError: 500,
    errors.FileMissing: 404,
    errors.FileUnwritable: 500,
    errors.InvalidFile: 422,
    errors.PlanUnproven: 500,
    errors.SolverFailed: 500,
    errors.StoreUnavailable: 503,
    errors.TrainingRefused: 409,
    errors.UnknownName: 404,
    errors.UsageError: 400,
    errors.WishesClash: 422,
}
"""The HTTP status of each cause; a subclass that is not listed would have that of the class above it."""
PROBLEM = "application/problem+json"
_FAULT = 500
_log = logging.getLogger("dorsi")


def status_of(error: DorsiError) -> int:
    """The HTTP status that tells of the error."""
    return next(STATUSES[cls] for cls in type(error).__mro__ if cls in STATUSES)


def answer_to(request: HttpRequest, error: DorsiError) -> HttpResponse:
    """The answer to a request that met the error; faults of Dorsi's own are logged."""
    status = status_of(error)
    if status >= _FAULT:
        _log.error("%s %s: %s", request.method, request.path, error)
    more: dict[str, Any] = {}
    if isinstance(error, TrainingRefused):
        more |= {
            "title": said(error.headline), "reasons": list(all_said(error.reasons)), "remedy": said(error.advice),
        }  # fmt: skip
    if isinstance(error, InvalidFile):
        more["problems"] = [
            {"where": p.where, "message": said(p.message), "remedy": said(p.remedy), "line": p.line, "column": p.column}
            for p in error.problems
        ]
    return told(request, status, said(str(error)), type=_kind(error), **more)


def _kind(error: DorsiError) -> str:
    """The cause's name for programs: 'training-refused'."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(error).__name__).lower()


def told(request: HttpRequest, status: int, message: str, **more: Any) -> HttpResponse:
    """The answer with that status: a problem document under /api/, a page anywhere else."""
    title = HTTPStatus(status).phrase
    if request.path.startswith("/api/"):
        document = {"type": "about:blank", "title": title, "status": status, "detail": message, **more}
        return JsonResponse(document, status=status, content_type=PROBLEM)
    return HttpResponse(_page(request, status, title, message), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that makes no sense, or is for a host that this is not."""
    return told(request, 400, _("Dorsi could not make sense of that request."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Something that is not for whoever asks."""
    return told(request, 403, _("You may not see that."))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was not sent from a page of ours, or from one that is too old."""
    return told(request, 403, _("That form is too old, or your browser keeps no cookies. Load the page and try again."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address where nothing is."""
    return told(request, 404, _("There is nothing at this address."))


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of Dorsi's own."""
    return told(request, 500, _("Something went wrong in Dorsi. Nothing you entered before is lost."))


def _page(request: HttpRequest, status: int, title: str, message: str) -> str:
    general = "web/errors/500.html" if status >= _FAULT else "web/errors/400.html"
    try:
        template = select_template([f"web/errors/{status}.html", general])
        page: str = template.render({"status": status, "title": title, "message": message}, request)
    except TemplateDoesNotExist:
        return _plain(title, message)
    except Exception:  # noqa: BLE001 - the page that tells of a fault must not fail with it
        _log.exception("the page for status %s cannot be shown", status)
        return _plain(title, message)
    return page


def _plain(title: str, message: str) -> str:
    return f"<!doctype html><meta charset=utf-8><title>{escape(title)}</title><p>{escape(message)}</p>"
