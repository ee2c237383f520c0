"""The app in Chromium on a phone's screen: bytes on the wire, and how soon and how steadily pages stand.

The processor is slowed down fourfold, as Lighthouse does to stand for a middling phone. Each load is a browser's first.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.clocks import Figure, figure
from bench.server import Server, data_folder, serving
from bench.wire import wire

RUNS = 5
TAPS = 8
SLOWER = 4
PLACES = {
    "today": "/today/",
    "plan": "/plan/",
    "progress": "/progress/",
    "back": "/back/",
    "more": "/more/",
    "the player": "/today/train/",
}
PLAYER = PLACES["the player"]
LCP_S, SHIFT, TAP_MS, PAGE_KB, PLAYER_KB = 1.5, 0.02, 50, 100, 150
_SCREEN = {"width": 390, "height": 844}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_BETWEEN_TAPS_MS = 400
"""The player takes two taps in quick succession for one."""
_PATIENCE_MS = 10_000
_SETTLED_MS = 700
_WATCH = """
globalThis.seen = { lcp: 0, shift: 0 };
new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.lcp = each.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) seen.shift += each.value;
}).observe({ type: "layout-shift", buffered: true });
"""
_TAP = """async (patience) => {
  const part = (name) => document.querySelector(`dorsi-player [data-part="${name}"]`);
  const count = part("count");
  const start = performance.now();
  const changed = new Promise((done, fail) => {
    new MutationObserver(done).observe(count, { childList: true, subtree: true, characterData: true });
    setTimeout(() => fail(new Error(`no set was logged: ${part("name").textContent}`)), patience);
  });
  part("log").click();
  await changed;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
"""From the tap until the screen shows that the set is logged, the frame that shows it included."""


def figures() -> Iterator[Figure]:
    """All measures of the browser, on 5,000 logged sets; the welcome page on a fresh installation."""
    with (
        data_folder() as folder,
        data_folder() as other,
        TemporaryDirectory() as fresh,
        sync_playwright() as playwright,
    ):
        found = next(filter(None, map(shutil.which, _BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        try:
            with serving(Path(fresh)) as server:
                yield from _bytes(browser, server, "first page of a fresh installation", "/", PAGE_KB)
            with serving(folder) as server:
                yield from _bytes(browser, server, "first page, today", "/", PAGE_KB)
                yield from _bytes(browser, server, "the player", PLAYER, PLAYER_KB)
                for name, path in PLACES.items():
                    yield from _steadiness(browser, server, name, path)
                yield _taps(browser, server, SLOWER)
            with serving(other) as server:
                yield _taps(browser, server, 1)
        finally:
            browser.close()


def _context(browser: Browser, *, worker: bool = False) -> BrowserContext:
    return browser.new_context(
        viewport={"width": _SCREEN["width"], "height": _SCREEN["height"]},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        service_workers="allow" if worker else "block",
    )


def _bytes(browser: Browser, server: Server, what: str, path: str, budget: float) -> Iterator[Figure]:
    """What a browser that knows nothing yet is sent: for the page, and with all that is kept for later behind it."""
    sent: dict[bool, list[float]] = {False: [], True: []}
    for worker in (False, True):
        for _ in range(2):
            with wire(server.port) as line:
                context = _context(browser, worker=worker)
                page = context.new_page()
                page.goto(line.address + path, wait_until="networkidle")
                if worker:
                    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
                page.wait_for_timeout(_SETTLED_MS)
                context.close()
                sent[worker].append(line.sent)
    everything = path == PLAYER
    yield figure(f"{what}: over the wire", sent[False], "kB", None if everything else budget)
    behind = "with what it keeps for hours without a network"
    yield figure(f"  {behind}", sent[True], "kB", budget if everything else None)


def _steadiness(browser: Browser, server: Server, name: str, path: str) -> Iterator[Figure]:
    """When the largest part of a page stood, and how far things moved while it was built."""
    painted, shifted = [], []
    for _ in range(RUNS):
        context = _context(browser)
        page = _slow_page(context)
        page.goto(server.address + path, wait_until="load")
        page.wait_for_timeout(_SETTLED_MS)
        seen = page.evaluate("seen")
        painted.append(seen["lcp"] / 1000)
        shifted.append(seen["shift"])
        context.close()
    yield figure(f"largest paint, {name}", painted, "s", LCP_S)
    yield figure(f"  layout shift, {name}", shifted, "", SHIFT)


def _taps(browser: Browser, server: Server, slower: int) -> Figure:
    """The first sets of a session, logged with one tap each."""
    context = _context(browser, worker=True)
    page = _slow_page(context, slower)
    page.goto(server.address + PLAYER)
    page.wait_for_selector("dorsi-player[data-ready]", state="attached")
    found = []
    for _ in range(TAPS):
        page.wait_for_timeout(_BETWEEN_TAPS_MS)
        found.append(page.evaluate(_TAP, _PATIENCE_MS) / 1000)
    context.close()
    how = "" if slower > 1 else ", processor as it is"
    return figure(f"a tap logs a set, until the screen shows it{how}", found, "ms", TAP_MS)


def _slow_page(context: BrowserContext, slower: int = SLOWER) -> Page:
    page = context.new_page()
    page.add_init_script(_WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    return page
