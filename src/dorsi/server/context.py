"""What every template may ask about the installation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

THEMES = ("auto", "light", "dark")
"""What the cookie `theme` may say; the page's root element carries it as a class."""


def installation(request: HttpRequest) -> dict[str, Any]:
    """The theme the person chose, whether there are accounts, the version, and whether this is a developer's server."""
    theme = request.COOKIES.get("theme", "")
    return {
        "theme": theme if theme in THEMES else "auto",
        "accounts": settings.DORSI.accounts,
        "version": settings.VERSION,
        "debug": settings.DEBUG,
    }
