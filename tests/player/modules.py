"""A blank page from which the player's modules can be imported, without a server of Dorsi's."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

import dorsi.web

STATIC = Path(dorsi.web.__file__).parent / "static" / "web"
_ADDRESS = "http://modules.test"


@contextmanager
def module_page(browser: Browser) -> Iterator[Page]:
    """The page; files come straight from the package."""
    page = browser.new_page()
    page.route(f"{_ADDRESS}/**", _serve)
    page.goto(f"{_ADDRESS}/")
    yield page
    page.close()


def _serve(route: Route) -> None:
    path = urlsplit(route.request.url).path
    if path == "/":
        route.fulfill(content_type="text/html", body="<!doctype html><title>modules</title>")
        return
    route.fulfill(
        content_type=mimetypes.guess_type(path)[0] or "text/plain", body=(STATIC / path.lstrip("/")).read_text()
    )
