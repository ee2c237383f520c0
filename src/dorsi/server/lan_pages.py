"""Pages on which a device is paired, and on which its owner shows the code for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dorsi.server.codes import code_svg
from dorsi.server.failures import told
from dorsi.server.listening import invitation
from dorsi.server.pairing import TOKEN_LIFE, forget_devices, is_good, let_in, new_token, use_token


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesPage:
    """The page on which a device is invited: the code as SVG and the address it leads to, empty until asked for.

    `is_open` is False where no other device could reach the app, `encrypted` where it could not work offline.
    """

    is_open: bool
    encrypted: bool
    code: str = ""
    address: str = ""
    minutes: int = TOKEN_LIFE.seconds // 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def devices(request: HttpRequest) -> HttpResponse:
    """Explains pairing; a POST makes a code. There is none where accounts say who is who."""
    if settings.DORSI.accounts:
        raise Http404
    place = invitation(settings.DORSI)
    page = DevicesPage(is_open=place is not None, encrypted=place is not None and place.encrypted)
    if request.method == "POST" and place is not None:
        address = place.address(new_token())
        page = DevicesPage(is_open=True, encrypted=place.encrypted, code=code_svg(address), address=address)
    return render(request, "web/lan/devices.html", {"page": page})


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Shuts every paired device out."""
    if settings.DORSI.accounts:
        raise Http404
    forget_devices()
    messages.success(request, _("Every device is forgotten. Each needs a new code to come in again."))
    return HttpResponseRedirect(reverse("lan-devices"))


@never_cache
@require_safe
def asked(request: HttpRequest, token: str) -> HttpResponse:
    """Asks once more before a token is used: looking at a link, as some apps do unasked, must not use it up."""
    if settings.DORSI.accounts or not is_good(token):
        return _too_late(request)
    return render(request, "web/lan/pair.html", {"token": token})


@never_cache
@require_POST
def paired(request: HttpRequest, token: str) -> HttpResponse:
    """Uses the token up and lets the device in."""
    if settings.DORSI.accounts or not use_token(token):
        return _too_late(request)
    response = HttpResponseRedirect("/")
    let_in(response)
    return response


def pair(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a code, and its answer."""
    return paired(request, token) if request.method == "POST" else asked(request, token)


def _too_late(request: HttpRequest) -> HttpResponse:
    return told(request, 403, _("This code was used already or is too old. Show a new one and scan it."))
