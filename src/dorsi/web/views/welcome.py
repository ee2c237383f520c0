"""The welcome: what Dorsi is, and three ways in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dorsi.services.questioning import Questionnaire
from dorsi.web.desk import DeskRequest
from dorsi.web.pages.welcome import WelcomePage


@require_safe
def welcome(request: DeskRequest) -> HttpResponse:
    """The welcome page; it offers to go on where answers were begun."""
    page = WelcomePage.from_answers(Questionnaire(request.desk.drafts))
    return render(request, "web/welcome/welcome.html", {"page": page})
