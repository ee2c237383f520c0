"""Every form that takes something typed, sent empty and with nonsense: what is wrong stands beside it, and stays typed.

Scripts are off, so that this is also what people without JavaScript see.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Look, World, names_in
from tests.browser.test_every_page import PAGES, asked
from tests.player.site import Site
from tests.server.addresses_known import Address

NOTHING, NONSENSE = "", "xyzzy 99999999999999"
_TYPED = "textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=range], [type=file])"
_FORMS = """(typed) => [...document.querySelectorAll("main form[method=post]")].map((form, at) => [form, at])
  .filter(([form]) => [...form.elements].some((each) => each.matches(typed))).map(([, at]) => at)"""
_TYPE = """([at, word, typed]) => {
  const form = document.querySelectorAll("main form[method=post]")[at];
  form.noValidate = true;
  form.querySelectorAll("details").forEach((each) => { each.open = true; });
  for (const each of form.elements) {
    if (!each.matches(typed)) continue;
    if (each.tagName === "INPUT") each.type = "text";
    each.removeAttribute("maxlength");
    each.value = word;
  }
}"""
_WRONG = """() => [...document.querySelectorAll("main [aria-invalid=true]")].map((each) => ({
  name: each.name || each.id,
  kept: each.value ?? null,
  type: each.tagName === "TEXTAREA" ? "text" : each.type ?? "group",
  told: (each.getAttribute("aria-describedby") ?? "").split(/\\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)).some((one) => one?.checkVisibility() && /\\w/.test(one.textContent)),
}))"""
_ERRORS = """() => [...document.querySelectorAll("main .field__errors")].some((each) => each.checkVisibility())"""
_SEND = "button:not([type=button], .visually-hidden, [popovertarget])"


@pytest.fixture(scope="module")
def scratch(filled: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server of a journal that may be spoilt."""
    site = Site(tmp_path_factory.mktemp("scratch"))
    shutil.copyfile(filled.folder / "dorsi.sqlite3", site.folder / "dorsi.sqlite3")
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="module")
def scratch_world(scratch: Site) -> World:
    """The names in the sample addresses."""
    return names_in(scratch)


@pytest.mark.parametrize("address", PAGES, ids=str)
def test_errors_stand_beside_the_field_and_what_was_typed_stays(
    look: Look, scratch: Site, scratch_world: World, address: Address
) -> None:
    window = look(scratch, scripts=False)
    url = address.url_in(scratch_world)
    if asked(window.page.request.get(scratch.address + url, max_redirects=0)) != ("text/html", 200):
        return
    window.go(url)
    for at in window.page.evaluate(_FORMS, _TYPED):
        for word in (NOTHING, NONSENSE):
            window.go(url)
            window.page.evaluate(_TYPE, [at, word, _TYPED])
            send = window.page.locator("main form[method=post]").nth(at).locator(_SEND).last
            with window.page.expect_navigation() as went:
                send.click()
            answer = went.value
            assert answer is not None
            assert answer.status in (200, 422), f"{url} {word!r}: {answer.status}"
            told = window.page.evaluate(_WRONG)
            beside = bool(told) or window.page.evaluate(_ERRORS)
            assert beside or answer.status == 200, f"{url} {word!r}: nothing says what is wrong"
            assert [each for each in told if not sound(each, word)] == [], f"{url} {word!r}"


def sound(field: dict[str, Any], word: str) -> bool:
    """Whether the field says what is wrong with it, and still holds what was typed.

    Browsers empty fields for numbers and days where what was typed is none; the server's answer cannot change that.
    """
    keeps = field["type"] not in ("text", "email", "url", "search") or str(field["kept"]).strip() == word.strip()
    return bool(field["told"]) and keeps
