"""What makes Dorsi an app on a phone: the manifest, the service worker, the page shown without a network."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render, resolve_url
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dorsi.web.shell import shell_files, shell_version
from dorsi.web.templatetags.dorsi_look import THEME_COOKIE

_GROUND = "#0b0c0f"
"""The dark ground of web/css/tokens.css, in which the app starts."""


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, at the root so that it serves every page; its text changes when the shell does."""
    shell = {
        "version": shell_version(get_language() or "", request.COOKIES.get(THEME_COOKIE, "")),
        "page": resolve_url("web:player"),
        "offline": resolve_url("web:offline"),
        "files": shell_files(),
    }
    worker = static("web/js/service-worker.js")
    body = f"self.shell = {json.dumps(shell)};\nimportScripts({json.dumps(worker)});\n"
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The web app manifest."""
    icons = [
        {"src": static("web/img/app-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static("web/img/app-512.png"), "sizes": "512x512", "type": "image/png"},
        {"src": static("web/img/app-maskable-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
    ]
    shortcut = {"name": _("Train"), "url": resolve_url("web:player"), "icons": icons[:1]}
    document = {
        "id": "/",
        "name": "Dorsi",
        "short_name": "Dorsi",
        "description": _("Plans, logs and coaches back training."),
        "start_url": resolve_url("web:home"),
        "scope": "/",
        "display": "standalone",
        "orientation": "any",
        "background_color": _GROUND,
        "theme_color": _GROUND,
        "icons": icons,
        "shortcuts": [shortcut],
    }
    return JsonResponse(document, content_type="application/manifest+json")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What the service worker shows for a page that cannot be had without a network."""
    return render(request, "web/offline.html")
