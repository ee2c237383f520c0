"""The gym-floor player's page, which opens and works without a network once it was opened with one."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.views.decorators.http import require_safe

from dorsi.web.desk import DeskRequest
from dorsi.web.pages.player import PlayerPage
from dorsi.web.shell import player_modules


@require_safe
def player(request: DeskRequest) -> HttpResponse:
    """Shows the player. Its session comes from the device, or from the JSON interface."""
    today = resolve_url("web:today")
    back = urlencode({REDIRECT_FIELD_NAME: resolve_url("web:player")})
    page = PlayerPage(
        today=today,
        home=resolve_url("web:home"),
        login=f"{resolve_url(settings.LOGIN_URL)}?{back}" if settings.DORSI.accounts else today,
        modules=player_modules(),
    )
    return render(request, "web/player.html", {"page": page})
