"""Lists that an address' query narrows: the whole page, or only the results where a script asks for them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from dorsi.web.desk import DeskRequest


def narrowed(request: DeskRequest, template: str, context: dict[str, object], *, valid: bool) -> HttpResponse:
    """The page, or its partial `results`. A query that makes no sense gets the page with what is wrong beside it."""
    partial = request.htmx and not request.htmx.history_restore_request and valid
    response = render(request, f"{template}#results" if partial else template, context, status=200 if valid else 400)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response
