"""What goes wrong, as problem documents (RFC 9457). DorsiErrors pass: the server tells these, as it does for pages."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

PROBLEM = "application/problem+json"


def problem(status: int, detail: str, kind: str = "about:blank", **more: Any) -> HttpResponse:
    """A problem document; `kind` names the cause for programs."""
    document = {"type": kind, "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JsonResponse(document, status=status, content_type=PROBLEM)


def tell_problems(interface: NinjaAPI) -> None:
    """Has what ninja itself finds wrong told as problems too."""

    @interface.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(401, "Sign in first.")

    @interface.exception_handler(HttpError)
    def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, str(error))

    @interface.exception_handler(Http404)
    def missing(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(404, "There is nothing at this address.")

    @interface.exception_handler(ValidationError)
    def misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
        wrong = [{"where": ".".join(map(str, each["loc"][1:])), "message": each["msg"]} for each in error.errors]
        return problem(422, "The request is not of the shape that is expected.", problems=wrong)
