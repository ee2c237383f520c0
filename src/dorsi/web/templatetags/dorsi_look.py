"""Template tags of the look: icons, the theme's class and the five places of the navigation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

THEME_COOKIE = "theme"
THEMES = ("light", "dark", "auto")
"""What the theme's cookie may say; 'auto' follows the device."""
GROUNDS = {"light": "#f4f3ee", "dark": "#0b0c0f"}
"""The ground of each theme, as tokens.css has it, for the browser's own bars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One of the five places, as the navigation shows it."""

    name: str
    icon: str
    address: str
    here: bool


_PLACES: tuple[tuple[str, Promise], ...] = (
    ("today", _("Today")),
    ("plan", _("Plan")),
    ("progress", _("Progress")),
    ("back", _("Back")),
    ("more", _("More")),
)
"""Each place's word, which is its URL's name in the namespace `web` and its icon, and its name on screen."""
_ALSO: Mapping[str, tuple[str, ...]] = {"more": ("/accounts/", "/lan/")}
"""Addresses that belong to a place though they do not lie under its own."""


@register.simple_tag
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """An icon of the sprite; without a label it is decoration, which screen readers pass over.

    Args:
        name: The id of a symbol in web/img/icons.svg.
        label: What the icon says where no text beside it does.
        size: 's', 'l' or 'xl'; 24 px without.
    """
    address = f"{static('web/img/icons.svg')}#{name}"
    classes = f"icon icon--{size}" if size else "icon"
    if label:
        return format_html('<svg class="{}" role="img" aria-label="{}"><use href="{}"/></svg>', classes, label, address)
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}"/></svg>', classes, address)


@register.simple_tag(takes_context=True)
def theme_class(context: Mapping[str, Any], otherwise: str = "auto") -> str:
    """The class of the page's root: what the person chose, else what the page prefers."""
    return f"theme-{_theme(context, otherwise)}"


@register.simple_tag(takes_context=True)
def theme_colours(context: Mapping[str, Any], otherwise: str = "auto") -> SafeString:
    """What colours the browser's bars, to match `theme_class` with the same argument."""
    theme = _theme(context, otherwise)
    if theme in GROUNDS:
        return format_html('<meta name="theme-color" content="{}">', GROUNDS[theme])
    one = '<meta name="theme-color" content="{}" media="(prefers-color-scheme: {})">'
    return format_html_join("\n", one, ((colour, name) for name, colour in GROUNDS.items()))


@register.simple_tag(takes_context=True)
def places(context: Mapping[str, Any]) -> tuple[Place, ...]:
    """The five places, the one that the address lies in marked."""
    request = context.get("request")
    path = request.path if request is not None else ""
    shown = []
    for word, name in _PLACES:
        try:
            address = reverse(f"web:{word}")
        except NoReverseMatch:
            continue
        here = path.startswith((address, *_ALSO.get(word, ())))
        shown.append(Place(name=str(name), icon=word, address=address, here=here))
    return tuple(shown)


def _theme(context: Mapping[str, Any], otherwise: str) -> str:
    request = context.get("request")
    chosen = request.COOKIES.get(THEME_COOKIE, "") if request is not None else ""
    return chosen if chosen in THEMES else otherwise
