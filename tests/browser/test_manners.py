"""What holds on all pages: titles of their own, a way past the navigation, a focus that is seen, stillness if asked."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.browser.conftest import Look, names_in
from tests.browser.test_every_page import PAGES, asked
from tests.player.site import Site

PLACES = ("/today/", "/plan/", "/plan/what-if/", "/progress/", "/progress/log/", "/back/", "/back/grips/", "/more/",
          "/more/settings/", "/plan/upload/", "/today/hurts/", "/today/move/", "/today/train/", "/welcome/",
          "/questions/you/")  # fmt: skip
_TABS = 45
_SEEN = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return "";
  const name = `${each.tagName.toLowerCase()}.${each.className.baseVal ?? each.className} `
    + (each.textContent.trim() || each.name || "").slice(0, 30);
  const around = [each];
  for (let one = each.parentElement; one && one.tagName !== "MAIN" && around.length < 5; one = one.parentElement) {
    around.push(one);
  }
  const ringed = around.some((one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const shadowed = around.slice(0, 2).some((one) => /0px 0px 0px 2px/.test(getComputedStyle(one).boxShadow));
  const stroked = [...each.querySelectorAll("path")].some((one) => parseFloat(getComputedStyle(one).strokeWidth) === 5);
  if (!ringed && !shadowed && !stroked) return `no focus is seen: ${name}`;
  const box = (each.closest("label") ?? each).getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight) return `out of sight: ${name}`;
  const bar = document.querySelector(".nav");
  const covered = bar && !bar.contains(each) && getComputedStyle(bar).position === "fixed"
    && box.top >= bar.getBoundingClientRect().top;
  return covered ? `under the bar: ${name}` : "";
}"""
_MOVING = """() => [...document.querySelectorAll("*")].flatMap((each) => {
  const style = getComputedStyle(each);
  const longest = Math.max(...`${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat));
  return longest > 0.001 ? [`${each.tagName.toLowerCase()}.${each.className.baseVal ?? each.className}`] : [];
})"""


def test_every_page_has_a_title_of_its_own(look: Look, filled: Site) -> None:
    window = look(filled)
    world = names_in(filled)
    found = defaultdict(set)
    for address in PAGES:
        url = address.url_in(world)
        answer = window.page.request.get(filled.address + url, max_redirects=0)
        if asked(answer) == ("text/html", 200):
            title = re.search(r"<title>(.*?)</title>", answer.text(), re.DOTALL)
            assert title, url
            found[" ".join(title[1].split())].add(address.name)
    assert {title: names for title, names in found.items() if len(names) > 1} == {}


@pytest.mark.parametrize("url", PLACES)
def test_the_first_tab_leads_past_the_navigation(look: Look, filled: Site, url: str) -> None:
    window = look(filled)
    window.go(url)
    page = window.page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("(each) => each === document.activeElement && each.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"


@pytest.mark.parametrize("url", PLACES)
def test_the_focus_is_seen_wherever_it_goes(look: Look, filled: Site, url: str) -> None:
    window = look(filled)
    window.go(url)
    unseen = set()
    for _ in range(_TABS):
        window.page.keyboard.press("Tab")
        unseen.add(window.page.evaluate(_SEEN))
    assert unseen - {""} == set()


@pytest.mark.parametrize("url", PLACES)
def test_nothing_moves_where_less_motion_is_asked_for(look: Look, filled: Site, url: str) -> None:
    window = look(filled)
    window.go(url)
    assert window.page.evaluate(_MOVING) == []
