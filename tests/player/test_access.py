"""The player for everybody: read aloud, by keyboard alone, without motion, in either theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.player.phone import Hold, Phone
from tests.player.site import Site

AXE = Path(__file__).parents[2] / "build" / "assets" / "node_modules" / "axe-core" / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHEETS = ("open_list", "open_technique", "open_hurts", "open_swap", "open_note", "saved")
LOOK = """async (tags) => (await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]}))
  .violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(" ")}`))"""
MOVING = """() => [...document.querySelectorAll("dorsi-player *")].filter((each) => {
  const {animationDuration, animationName, transitionDuration} = getComputedStyle(each);
  const long = (text) => text.split(", ").some((one) => parseFloat(one) > 0.01);
  return (animationName !== "none" && long(animationDuration)) || long(transitionDuration);
}).map((each) => each.className.baseVal ?? each.className)"""


def _barriers(page: Page) -> list[str]:
    assert AXE.exists(), "fetch it: python tools/fetch_assets.py --dev"
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(LOOK, STANDARD)
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_state_of_the_player_has_a_barrier(phone: Hold, mixed: Site, theme: str) -> None:
    held = phone(mixed, theme)
    held.page.emulate_media(reduced_motion="reduce")
    held.open()
    found = {"cardio": _barriers(held.page)}
    held.log_until("Barbell row")
    held.part("amount").fill("4")
    held.log()
    found["rest"] = _barriers(held.page)
    for name in SHEETS:
        held.tap(name)
        found[name] = _barriers(held.page)
        held.page.keyboard.press("Escape")
    held.tap("open_hurts")
    held.page.locator(".scores label").nth(4).click()
    found["amber"] = _barriers(held.page)
    held.tap("hurts_next")
    found["warnings"] = _barriers(held.page)
    held.page.locator(".warning").first.click()
    held.tap("hurts_there")
    found["stop"] = _barriers(held.page)
    held.tap("stop_back")
    held.log_until("Pull-up, neutral")
    held.tap("log")
    found["maximum"] = _barriers(held.page)
    held.tap("open_list")
    held.tap("finish_early")
    held.tap("end")
    held.wait_saved_everywhere()
    expect(held.part("next_part")).to_be_visible()
    found["finish"] = _barriers(held.page)
    assert {state: each for state, each in found.items() if each} == {}


def test_the_keyboard_alone_reaches_everything_in_sight(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    held.log()
    held.page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(40):
        held.page.keyboard.press("Tab")
        reached.add(held.page.evaluate("document.activeElement.dataset.part ?? ''"))
    wanted = held.page.evaluate(
        """() => [...document.querySelectorAll("dorsi-player :is(button, input):not([tabindex='-1'])")]
          .filter((each) => each.checkVisibility() && !each.disabled).map((each) => each.dataset.part ?? "")"""
    )
    assert set(wanted) <= reached
    assert {"log", "undo", "skip", "load_more", "open_hurts"} <= reached


def test_the_keyboard_alone_reports_what_hurts_and_comes_back(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    keys = held.page.keyboard
    held.part("open_hurts").focus()
    keys.press("Enter")
    held.page.locator(".scores input").first.focus()
    for _ in range(3):
        keys.press("ArrowRight")
    _tab_to(held, "hurts_next")
    keys.press("Enter")
    _tab_to(held, "hurts_none")
    keys.press("Enter")
    expect(held.part("hurts_then")).to_be_visible()
    keys.press("Escape")
    assert held.page.evaluate("document.activeElement.dataset.part") == "open_hurts"


def test_nothing_moves_where_motion_is_unwelcome(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.page.emulate_media(reduced_motion="reduce")
    held.open()
    held.log_until("Barbell row")
    held.log()
    assert held.page.evaluate(MOVING) == []


def test_a_screen_reader_hears_the_set_the_rest_and_where_things_are_saved(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    held.log()
    announced = held.part("announce")
    expect(announced).to_have_attribute("aria-live", "polite")
    expect(announced).to_contain_text("Logged. Rest 2:00. Next: Barbell row")
    held.wait_saved_everywhere()
    expect(held.page.get_by_role("status").filter(has_text="Saved everywhere")).to_have_count(1)
    expect(held.page.get_by_role("timer")).to_be_visible()


def _tab_to(held: Phone, name: str) -> None:
    for _ in range(60):
        held.page.keyboard.press("Tab")
        if held.page.evaluate("document.activeElement.dataset.part ?? ''") == name:
            return
    raise AssertionError(f"{name} is out of reach of the Tab key")
