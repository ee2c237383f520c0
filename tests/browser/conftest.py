"""A real server with a season's journal, another with an empty one, and windows to look at them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from subprocess import run
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser

from tests.browser.visitor import ROOT, Visitor
from tests.player.site import Site

Look = Callable[..., Visitor]
World: TypeAlias = Mapping[str, str]
"""The names in the sample addresses, and what stands there."""


def names_in(site: Site) -> World:
    """The first session that is to come, and its first work."""
    day = site.get("day")
    items = [item for block in day["blocks"] for item in block["items"] if item["role"] == "work"]
    return {"session": day["plan"]["session"], "place": items[0]["place"]}


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server of somebody who has trained for a season and trains today."""
    folder = tmp_path_factory.mktemp("filled")
    run([sys.executable, "-m", "tests.browser.filling", str(folder)], cwd=ROOT, check=True, timeout=120)
    yield from _running(Site(folder))


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server of somebody who has just installed Dorsi."""
    yield from _running(Site(tmp_path_factory.mktemp("fresh")))


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with accounts, and nobody signed up."""
    yield from _running(Site(tmp_path_factory.mktemp("many"), options=("--accounts",)))


def _running(site: Site) -> Iterator[Site]:
    site.start()
    yield site
    site.stop()
    shutil.rmtree(site.folder, ignore_errors=True)


@pytest.fixture(scope="module")
def look(chromium: Browser) -> Iterator[Look]:
    """Opens a window before a site; the windows of a module are closed together."""
    windows: dict[object, Visitor] = {}

    def opened(site: Site, *, fresh_window: bool = False, **choices: object) -> Visitor:
        key = object() if fresh_window else (id(site), tuple(sorted(choices.items())))
        if key not in windows:
            windows[key] = Visitor(chromium, site, **choices)  # type: ignore[arg-type]
        return windows[key]

    yield opened
    for window in windows.values():
        window.close()
