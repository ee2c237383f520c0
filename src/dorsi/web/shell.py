"""The files that the player needs on a device before the network may go."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.templatetags.static import static

from dorsi.languages import FOLDER as CATALOGUES

_PLAYER_SCRIPTS = "web/js/player"
_SCRIPTS = ("web/js/everywhere.js", "web/vendor/idb.js")
_TYPES_ONLY = "document.js"
"""Holds types for editors; browsers never ask for it."""
_LEFTOVERS = f"{_PLAYER_SCRIPTS}/leftovers.js"
"""Needed on other pages alone, the one shown without a network among them."""
_REST = (
    "web/css/tokens.css",
    "web/css/layout.css",
    "web/css/components.css",
    "web/css/lists.css",
    "web/css/forms.css",
    "web/css/player.css",
    "web/css/player_sheets.css",
    "web/css/print.css",
    "web/img/icons.svg",
    "web/img/mark.svg",
    "web/img/app-192.png",
    "web/vendor/figtree-latin.woff2",
)


def player_modules() -> tuple[str, ...]:
    """Addresses of the player's scripts."""
    return tuple(static(name) for name in _scripts() if name != _LEFTOVERS)


def shell_files() -> tuple[str, ...]:
    """Addresses of all files that the player and the page shown without a network are made of."""
    return tuple(static(name) for name in (*_scripts(), *_REST))


def shell_version(*looks: str) -> str:
    """Changes whenever a file of the shell or its page does, or how it looks: the language, the theme."""
    return hashlib.sha256("\n".join((*looks, *_digests())).encode()).hexdigest()[:16]


def _scripts() -> tuple[str, ...]:
    return (*_SCRIPTS, *_player_scripts())


def _digests() -> tuple[str, ...]:
    """Digests of what the shell is made of; read anew each time while someone works on it."""
    return _read_digests.__wrapped__() if settings.DEBUG else _read_digests()


@lru_cache(maxsize=1)
def _player_scripts() -> tuple[str, ...]:
    folder = Path(_found(_PLAYER_SCRIPTS))
    return tuple(f"{_PLAYER_SCRIPTS}/{each.name}" for each in sorted(folder.glob("*.js")) if each.name != _TYPES_ONLY)


@lru_cache(maxsize=1)
def _read_digests() -> tuple[str, ...]:
    web = Path(__file__).parent
    folders = ("player", "components", "")
    pages = [page for folder in folders for page in sorted((web / "templates/web" / folder).glob("*.html"))]
    words = (web / "pages/player.py", *sorted(CATALOGUES.glob("*/LC_MESSAGES/django.mo")))
    files = [Path(_found(name)) for name in (*_scripts(), *_REST, "web/js/service-worker.js")]
    return tuple(hashlib.sha256(each.read_bytes()).hexdigest() for each in (*pages, *words, *files))


def _found(name: str) -> str:
    """Where a static file lies. A file that is missing is a fault of the installation, told by its name."""
    found = find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(f"static file {name}")
    return found
