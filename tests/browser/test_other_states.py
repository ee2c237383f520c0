"""Pages that the table of addresses does not show by itself: nothing there yet, errors, accounts, files looked at."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.test import RequestFactory, override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Route

from dorsi.server import failures
from tests.browser.conftest import Look
from tests.browser.test_every_page import PAGES, asked, short
from tests.browser.visitor import THEMES
from tests.player.site import Site
from tests.server.addresses_known import Address

ERRORS = {"/nowhere/": 404, "/more/?x=%00": 400, "/lan/pair/forged-token/": 403, "/back/exercise/no-such-lift/": 404}
STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-01-05 18:00:00,Pull,1h,Deadlift (Barbell),1,100.0,5,0,0,,,8
2026-01-05 18:00:00,Pull,1h,Some Odd Lift,1,40.0,10,0,0,,,
"""
PERSONAL = ("web:welcome", "web:today", "web:player", "web:plan", "web:progress", "web:export", "web:backup")
"""How the names of pages begin that show something else to whoever has nothing yet."""
PASSWORD = "a-long-pass-phrase-7"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("address", [each for each in PAGES if each.name.startswith(PERSONAL)], ids=str)
def test_nothing_is_wrong_where_nothing_is_there_yet(look: Look, fresh: Site, address: Address, theme: str) -> None:
    window = look(fresh, theme=theme)
    url = address.url_in({"session": "a", "place": "1"})
    if asked(window.page.request.get(fresh.address + url, max_redirects=0)) != ("text/html", 200):
        return
    window.go(url)
    wrongs = window.wrongs(name=f"fresh-{short(address.name)}", theme=theme)
    assert not wrongs, "\n".join((url, *wrongs))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("url", ERRORS)
def test_nothing_is_wrong_with_the_pages_of_errors(look: Look, filled: Site, url: str, theme: str) -> None:
    window = look(filled, theme=theme)
    assert window.go(url).status == ERRORS[url]
    wrongs = window.wrongs(name=f"error{short(url)}", theme=theme)
    assert not wrongs, "\n".join((url, *wrongs))


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_wrong_with_the_page_of_a_fault(look: Look, filled: Site, theme: str) -> None:
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain):
        told = failures.broken(RequestFactory(HTTP_HOST="localhost").get("/fault/", COOKIES={"theme": theme}))
    html = told.content.decode().replace("<html", f'<html data-of="{theme}"', 1)

    def fulfil(route: Route) -> None:
        route.fulfill(status=500, content_type="text/html", body=html)

    window = look(filled, theme=theme)
    window.page.route("**/fault/", fulfil)
    assert window.go("/fault/").status == 500
    wrongs = window.wrongs(name="error-500", theme=theme)
    assert not wrongs, "\n".join(wrongs)


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_wrong_with_files_that_are_looked_at(look: Look, filled: Site, theme: str) -> None:
    window = look(filled, theme=theme)
    page = window.page
    window.go("/more/import/")
    page.set_input_files("input[type=file]", {"name": "strong.csv", "mimeType": "text/csv", "buffer": STRONG.encode()})
    with page.expect_navigation():
        page.locator("main form button.button--primary").last.click()
    wrongs = [f"import: {each}" for each in window.wrongs(name="import-preview", theme=theme)]
    for name, text in {
        "broken": "dorsi: program/1\nweeks: many\n",
        "checked": window.site.get("program")["text"],
    }.items():
        window.go("/plan/upload/")
        page.locator("main textarea").fill(text)
        with page.expect_navigation():
            page.locator("main form button.button--primary").last.click()
        wrongs += [f"{name}: {each}" for each in window.wrongs(name=f"upload-{name}", theme=theme)]
    assert not wrongs, "\n".join(wrongs)


def of_accounts() -> Iterator[str]:
    """The addresses of allauth that take no arguments."""
    import_module("dorsi.server.urls")
    for pattern in get_resolver().url_patterns:
        if str(pattern.pattern) == "accounts/":
            yield from _plain(pattern, "/accounts/")


def _plain(resolver: URLPattern | URLResolver, prefix: str) -> Iterator[str]:
    for each in getattr(resolver, "url_patterns", ()):
        path = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _plain(each, path)
        elif not each.pattern.converters and "(" not in path:
            yield path.rstrip("$").rstrip("Z").rstrip("\\").replace("^", "")


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_wrong_with_the_pages_of_accounts(look: Look, many: Site, theme: str) -> None:
    window = look(many, theme=theme)
    wrongs = _look_at_accounts(look, many, theme, "out")
    window.go("/accounts/signup/")
    for name, text in {
        "email": f"{theme}@example.org",
        "username": f"{theme}-back",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }.items():
        field = window.page.locator(f"main [name={name}]")
        if field.count():
            field.fill(text)
    with window.page.expect_navigation():
        window.page.locator("main form button[type=submit], main form button:not([type])").last.click()
    assert window.go("/more/settings/").status == 200
    assert "/accounts/" not in window.page.url, "signed up and in"
    wrongs += [f"settings: {each}" for each in window.wrongs(name="accounts-settings", theme=theme)]
    wrongs += _look_at_accounts(look, many, theme, "in")
    assert not wrongs, "\n".join(wrongs)


def _look_at_accounts(look: Look, many: Site, theme: str, who: str) -> list[str]:
    """What is wrong with allauth's pages for somebody signed in or out."""
    window = look(many, theme=theme)
    wrongs: list[str] = []
    for url in dict.fromkeys(of_accounts()):
        if asked(window.page.request.get(many.address + url, max_redirects=0)) == ("text/html", 200):
            window.go(url)
            name = f"account-{who}-{short(url.removeprefix('/accounts')).strip('-')}"
            wrongs += [f"{url}: {each}" for each in window.wrongs(name=name, theme=theme)]
    return wrongs
