"""The Django application that holds Dorsi's tables."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Journals of athletes."""

    name = "dorsi.store"
    label = "store"
