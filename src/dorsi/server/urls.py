"""Every address: pages, the JSON interface, devices of the local network, and accounts where there are any."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from dorsi.api.interface import interface
from dorsi.server import lan_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", interface.urls),
    path("lan/", lan_pages.devices, name="lan-devices"),
    path("lan/forget/", lan_pages.forget, name="lan-forget"),
    path("lan/pair/<str:token>/", lan_pages.pair, name="lan-pair"),
    *([path("accounts/", include("allauth.urls"))] if settings.DORSI.accounts else []),
    path("", include("dorsi.web.urls")),
]
handler400 = "dorsi.server.failures.bad_request"
handler403 = "dorsi.server.failures.forbidden"
handler404 = "dorsi.server.failures.not_found"
handler500 = "dorsi.server.failures.broken"
