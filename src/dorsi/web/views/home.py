"""The first page: on to Today, or to the welcome where there is no programme yet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from dorsi.web.desk import DeskRequest
from dorsi.web.views.questions import followed


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    """Sends a person with a programme to Today, anyone else to the welcome."""
    return redirect("web:today" if followed(request.desk) is not None else "web:welcome")
