"""The Django application that holds pages, templates and static files."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Dorsi's pages."""

    name = "dorsi.web"
    label = "web"
