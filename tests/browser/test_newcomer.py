"""From a fresh installation to the first session: with a pointer, without JavaScript, and with a keyboard alone."""

from __future__ import annotations

import time
from calendar import day_name
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.hands import Keyboard, Pointer
from tests.browser.visitor import SHOTS, THEMES, Visitor
from tests.player.site import Site

_SCREENS = 11
NEXT = ".questions__next"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A server whose data folder is new."""
    found = Site(tmp_path)
    found.start()
    yield found
    found.stop()


@pytest.fixture
def visit(chromium: Browser, site: Site) -> Iterator[Callable[..., Visitor]]:
    """Opens windows before the new server."""
    windows: list[Visitor] = []

    def opened(**choices: object) -> Visitor:
        windows.append(Visitor(chromium, site, **choices))  # type: ignore[arg-type]
        return windows[-1]

    yield opened
    for window in windows:
        window.close()


def answer(hand: Pointer) -> None:
    """Answers what is open on the screen at hand, by the words that stand there."""
    page = hand.page
    title = page.locator("h1").inner_text()
    match title:
        case "First, you":
            hand.type(page.get_by_label("How old are you?"), "34")
            hand.type(page.get_by_label("Body weight"), "78")
        case "How far have you come?":
            hand.type(page.get_by_label("Years", exact=True), "1")
            hand.choose(page.get_by_label("Most weeks, as planned"))
        case "What can you lift today?":
            hand.type(page.get_by_label("How many strict pull-ups"), "4")
            hand.choose(page.get_by_label("Yes", exact=True))
        case "When can you train?":
            today = datetime.now(UTC).weekday()
            for day in range(7):
                box = page.get_by_role("checkbox", name=day_name[day], exact=True)
                hand.choose(box, wanted=day in (today, (today + 3) % 7))
        case "Where do you train?":
            hand.choose(page.get_by_label("Gym", exact=False).first)
        case "What do you want?" | "Loads and likes":
            pass
        case _:
            hand.choose(page.get_by_label("None of these"))


def answer_everything(hand: Pointer, *, at_screen: Callable[[str], None] = lambda name: None) -> float:
    """Goes from screen to screen until there is a plan; the seconds from the last answer to the plan."""
    page = hand.page
    for _ in range(2 * _SCREENS):
        at_screen(page.url.split("/questions/")[1].strip("/").replace("/", "-"))
        answer(hand)
        begun = time.monotonic()
        hand.press(page.locator(NEXT))
        if page.url.endswith("/questions/result/"):
            expect(page.get_by_role("heading", name="The first week")).to_be_visible()
            return time.monotonic() - begun
    raise AssertionError(f"the questions do not end: {page.url}")


def begin(hand: Pointer) -> None:
    """Starts the plan as of today and comes to Today; asks for its first session now, if that is for another day."""
    page = hand.page
    hand.type(page.get_by_label("Not before"), datetime.now(UTC).date().isoformat())
    hand.press(page.get_by_role("button", name="Start this plan"))
    assert page.url.endswith("/today/"), page.url
    anyway = page.get_by_role("link", name="Train today anyway")
    if anyway.count():
        hand.press(anyway)
    expect(page.get_by_role("link", name="Start training")).to_be_visible()


def open_player(hand: Pointer) -> None:
    """From Today into the player."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Start training"))
    page.wait_for_selector("dorsi-player[data-ready]", state="attached")
    expect(page.locator('dorsi-player [data-part="log"]')).to_be_visible()


@pytest.mark.parametrize("theme", THEMES)
def test_a_newcomer_comes_to_a_first_plan_and_into_the_player(visit: Callable[..., Visitor], theme: str) -> None:
    window = visit(theme=theme)
    window.go("/")
    page = window.page
    wrongs = [f"welcome: {each}" for each in window.wrongs(name="first-welcome", theme=theme)]

    def look(name: str) -> None:
        found = window.wrongs(name=f"questions-{name}", theme=theme)
        wrongs.extend(f"{name}: {each}" for each in found)

    hand = Pointer(page)
    hand.press(page.get_by_role("link", name="Plan for me"))
    seconds = answer_everything(hand, at_screen=look)
    look("result")
    (SHOTS / "first-plan.txt").write_text(f"{seconds:.2f} s from the last answer to the plan on the screen\n")
    begin(hand)
    wrongs += [f"today: {each}" for each in window.wrongs(name="first-today", theme=theme)]
    open_player(hand)
    assert not wrongs, "\n".join(wrongs)


def test_without_javascript_a_newcomer_comes_to_today(visit: Callable[..., Visitor]) -> None:
    window = visit(scripts=False)
    window.go("/")
    hand = Pointer(window.page)
    hand.press(window.page.get_by_role("link", name="Plan for me"))
    answer_everything(hand)
    begin(hand)
    hand.press(window.page.get_by_role("link", name="Start training"))
    expect(window.page.locator(".player--plain")).to_contain_text("JavaScript")


def test_with_a_keyboard_alone_a_newcomer_comes_into_the_player(visit: Callable[..., Visitor]) -> None:
    window = visit()
    window.go("/")
    hand = Keyboard(window.page)
    hand.press(window.page.get_by_role("link", name="Plan for me"))
    answer_everything(hand)
    begin(hand)
    open_player(hand)
