"""The addresses of the gym-floor player, and what makes it an app."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import player, pwa

urlpatterns: list[URLPattern] = [
    path("today/train/", player.player, name="player"),
    path("offline/", pwa.offline, name="offline"),
    path("manifest.webmanifest", pwa.manifest, name="manifest"),
    path("sw.js", pwa.service_worker, name="service-worker"),
]
