"""A browser that looks at pages the way a strict reviewer does: what is wrong with one is collected, not asserted."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.player.site import Site

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "build" / "screenshots"
"""Where the pictures go; kept out of git."""
PHONE, DESK, SMALLEST = 390, 1280, 320
HEIGHTS = {PHONE: 844, DESK: 800, SMALLEST: 568}
THEMES = ("light", "dark")
TARGET_PX = 48
_AXE = ROOT / "build" / "assets" / "node_modules" / "axe-core" / "axe.min.js"
_STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_FAILED_LOAD = "Failed to load resource"
_LOOK_AXE = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  const why = (node) => node.any.concat(node.all, node.none).map((check) => check.message).join("; ");
  const line = (each, node) => `${each.id}: ${node.target.join(" ")} ${why(node)}`;
  return found.violations.flatMap((each) => each.nodes.map((node) => line(each, node)));
}"""
_SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("main *")]
    .filter((each) => each.getBoundingClientRect().right > width + 0.5).slice(0, 4)
    .map((each) => `${each.tagName.toLowerCase()}.${each.className.baseVal ?? each.className}`);
  return [`${document.documentElement.scrollWidth} px wide at ${width} px`, ...wide];
}"""
_SMALL = """(least) => {
  const name = (each) => `${each.tagName.toLowerCase()}.${each.className.baseVal ?? each.className} `
    + `"${(each.textContent.trim() || each.getAttribute("aria-label") || each.name || "").slice(0, 30)}"`;
  const inText = (each) => each.tagName === "A" && getComputedStyle(each).display === "inline"
    && [...each.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\\w/.test(node.data));
  const box = (each) => {
    const label = each.matches("input[type=checkbox], input[type=radio], input[type=file]")
      ? each.closest("label, .file-drop") ?? document.querySelector(`label[for="${each.id}"]`) : null;
    const group = each.closest(".input-group, .stepper");
    const boxes = [each, label, group].filter(Boolean).map((one) => one.getBoundingClientRect());
    const cover = getComputedStyle(each, "::after");
    if (cover.position === "absolute") boxes.push({width: parseFloat(cover.width), height: parseFloat(cover.height)});
    return {width: Math.max(...boxes.map((one) => one.width)), height: Math.max(...boxes.map((one) => one.height))};
  };
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((each) => each.checkVisibility({visibilityProperty: true}))
    .filter((each) => !each.matches(".skip, .visually-hidden") && !inText(each))
    .map((each) => [each, box(each)])
    .filter(([each, size]) => size.height < least - 0.5 || size.width < (each.matches(".mark") ? 44 : least) - 0.5)
    .map(([each, size]) => `${name(each)} ${Math.round(size.width)} x ${Math.round(size.height)}`);
}"""
_HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]))"""


@cache
def _axe() -> str:
    assert _AXE.exists(), "fetch it: python tools/fetch_assets.py --dev"
    return _AXE.read_text("utf-8")


class Visitor:
    """One browser window before a site; `faults` holds what scripts, policy and network complained of."""

    def __init__(self, browser: Browser, site: Site, *, scripts: bool = True, theme: str = "") -> None:
        self.site = site
        self.faults: list[str] = []
        self._context = browser.new_context(
            viewport={"width": PHONE, "height": HEIGHTS[PHONE]},
            java_script_enabled=scripts,
            reduced_motion="reduce",
            service_workers="block",
        )
        if theme:
            self.choose(theme)
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("console", self._hear)
        self.page.on("request", self._ask)

    def choose(self, theme: str) -> None:
        """Has this theme from the next page on."""
        self._context.add_cookies([{"name": "theme", "value": theme, "url": self.site.address}])

    def close(self) -> None:
        """Closes the window."""
        self._context.close()

    def go(self, path: str) -> Response:
        """Opens a page; what went wrong before is forgotten."""
        self.faults.clear()
        answer = self.page.goto(self.site.address + path, wait_until="load")
        assert answer is not None
        return answer

    def widen(self, width: int) -> None:
        """Has a screen of that width."""
        self.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})

    def shoot(self, name: str, width: int, theme: str) -> None:
        """Keeps a picture of the whole page."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}-{width}-{theme}.png", full_page=True)

    def barriers(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA."""
        self.page.evaluate(_axe())
        return self._list(_LOOK_AXE, _STANDARD)

    def sideways(self) -> list[str]:
        """What makes the page scroll sideways, if it does."""
        return self._list(_SIDEWAYS)

    def small_targets(self) -> list[str]:
        """What is too small for a thumb. Links within a line of text are exempt, as in WCAG 2.5.8.

        A label counts for what it labels, and a link that covers its card for the card. Of the seven days of a
        calendar's row none is wider than 44 px on a phone.
        """
        return self._list(_SMALL, TARGET_PX)

    def headings(self) -> list[int]:
        """The levels of the headings, in their order."""
        found: list[int] = self.page.evaluate(_HEADINGS)
        return found

    def wrongs(self, *, name: str, theme: str) -> list[str]:
        """Everything wrong with the open page, at each width; pictures are kept."""
        found = [f"axe: {each}" for each in self.barriers()]
        for width in (PHONE, DESK):
            self.widen(width)
            self.shoot(name, width, theme)
            found += [f"small at {width}: {each}" for each in self.small_targets()]
            found += [f"sideways: {each}" for each in self.sideways()]
        self.widen(SMALLEST)
        found += [f"sideways: {each}" for each in self.sideways()]
        found += [f"small at {SMALLEST}: {each}" for each in self.small_targets()]
        self.widen(PHONE)
        return found + self._misordered() + self.faults

    def _misordered(self) -> list[str]:
        levels = self.headings()
        ordered = all(after <= before + 1 for before, after in pairwise(levels))
        return [] if levels[:1] == [1] and levels.count(1) == 1 and ordered else [f"headings: {levels}"]

    def _list(self, script: str, argument: Any = None) -> list[str]:
        found: list[str] = self.page.evaluate(script, argument)
        return found

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and _FAILED_LOAD not in message.text:
            self.faults.append(f"console: {message.text}")

    def _ask(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in ("data", "blob") and asked.netloc != urlsplit(self.site.address).netloc:
            self.faults.append(f"asks another host: {request.url}")
