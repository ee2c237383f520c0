"""More: the menu, settings and what stands behind Dorsi."""

from __future__ import annotations

import platform
from importlib.metadata import metadata, version

from django.conf import settings as site
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dorsi import __version__
from dorsi.units import MassUnit
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.more import SettingsForm, ThemeForm
from dorsi.web.pages.more import AboutPage, SettingsPage
from dorsi.web.templatetags.dorsi_look import THEME_COOKIE
from dorsi.web.units import units_of
from dorsi.web.views.questions import followed

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])
_A_YEAR_S = 365 * 24 * 3600


@require_safe
def more(request: DeskRequest) -> HttpResponse:
    """The menu."""
    return render(request, "web/more/more.html")


@GET_OR_POST
def settings(request: DeskRequest) -> HttpResponse:
    """Unit and time zone, kept when sent; theme and answers are sent by forms of their own."""
    desk = request.desk
    has_plan = followed(desk) is not None
    form = SettingsForm(request.POST or None, units=desk.units, zone=desk.zone, has_plan=has_plan)
    if request.method == "POST" and form.is_valid():
        desk.settle(units=None if has_plan else MassUnit(form.cleaned_data["units"]), zone=form.cleaned_data["zone"])
        messages.success(request, _("Kept."))
        return redirect("web:settings")
    chosen = request.COOKIES.get(THEME_COOKIE, "auto")
    page = SettingsPage.from_choices(form, chosen, has_plan=has_plan, units=units_of(desk))
    return render(request, "web/more/settings.html", {"page": page}, status=422 if form.errors else 200)


@require_POST
def theme(request: DeskRequest) -> HttpResponse:
    """Keeps the chosen theme in a cookie of this browser."""
    form = ThemeForm(request.POST)
    response = redirect("web:settings")
    if form.is_valid():
        response.set_cookie(
            THEME_COOKIE, form.cleaned_data["theme"], max_age=_A_YEAR_S, samesite="Lax", secure=request.is_secure()
        )
    return response


@require_POST
def language(request: DeskRequest) -> HttpResponse:
    """Keeps the chosen language in a cookie of this browser."""
    response = redirect("web:settings")
    if (chosen := request.POST.get("language", "")) in dict(site.LANGUAGES):
        response.set_cookie(
            site.LANGUAGE_COOKIE_NAME, chosen, max_age=_A_YEAR_S, samesite="Lax", secure=request.is_secure()
        )
    return response


@require_safe
def about(request: DeskRequest) -> HttpResponse:
    """The licence, what is known, and what it runs on."""
    parts = {"Python": platform.python_version(), "Django": version("django")}
    page = AboutPage.from_versions(__version__, metadata("dorsi")["License-Expression"], parts)
    return render(request, "web/more/about.html", {"page": page})
