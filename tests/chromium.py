"""The browser of the tests: the system's Chromium, else the one that Playwright brought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.programs import system_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a process, which has room for no second."""
    # Late, because most tests need no browser.
    from playwright.sync_api import sync_playwright

    # Playwright leaves an event loop behind for the whole process, and Django then takes every test for an
    # asynchronous one and refuses its database. None is.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=system_chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()
