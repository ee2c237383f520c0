"""Pages of which a script may ask for a part: the same address, the same values, less to send."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from dorsi.web.desk import DeskRequest


def page_or_part(
    request: DeskRequest, template: str, part: str, context: dict[str, object], *, ready: bool = True
) -> HttpResponse:
    """The whole page, or its partial of that name where htmx asks for it and it is `ready`."""
    partial = ready and request.htmx and not request.htmx.history_restore_request
    response = render(request, f"{template}#{part}" if partial else template, context)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response
