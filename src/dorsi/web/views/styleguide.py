"""The style guide: every component with sample data, for whoever works on the look."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dorsi.web.forms.styleguide import SampleForm
from dorsi.web.pages.styleguide import Samples


def styleguide(request: HttpRequest) -> HttpResponse:
    """Shows every component; with ?message= also what a message looks like."""
    if "message" in request.GET:
        messages.success(request, "Set logged: 82.5 kg x 8. That is a record.")
        messages.error(request, "That file is not a programme.")
    wrong = SampleForm({"name": "", "body_mass": "850", "days": "2", "goal": "width", "sets": "4", "minutes": "60"})
    return render(request, "web/styleguide.html", {"page": Samples(), "form": SampleForm(), "wrong": wrong})
