"""Takes the picture at the head of the README from the running app: `python -m tools.take_picture`.

It needs what the tests need, and a Chromium. The journal in it is made up.
"""

from __future__ import annotations

import io
from base64 import b64encode
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.filling import fill
from tests.player.site import Site
from tests.programs import system_chromium

TARGET = Path(__file__).resolve().parent.parent / "docs" / "app.png"
PAGES = ("/today/", "/today/train/", "/plan/", "/progress/")
PHONE = {"width": 390, "height": 844}
GAP = 28
COLOURS = 128
_PLAYER = "/today/train/"
_FRAME = (
    "<style>body{{margin:0;padding:{gap}px;display:flex;gap:{gap}px;background:#e9e7df}}"
    "img{{display:block;width:{width}px;border-radius:36px;box-shadow:0 2px 18px #0003}}</style>"
)


def main() -> None:
    """Fills a journal, opens its pages and sets them side by side."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        fill(folder, datetime.now(tz=UTC).date())
        site = Site(folder)
        site.start()
        stack.callback(site.stop)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=system_chromium(), args=["--no-sandbox"])
        stack.callback(browser.close)
        page = browser.new_page(viewport=PHONE, device_scale_factor=1, color_scheme="light", reduced_motion="reduce")
        _write(_side_by_side(browser, [_shot(page, site.address + path) for path in PAGES]))


def _shot(page: Page, address: str) -> bytes:
    page.goto(address)
    if address.endswith(_PLAYER):
        _to_the_first_work(page)
    page.wait_for_timeout(400)
    return page.screenshot()


def _to_the_first_work(page: Page) -> None:
    """Through the preparation and one set, so that load, plates and the rest are seen."""
    log = page.locator(".dock__log")
    log.wait_for()
    while page.locator(".reserve").is_hidden():
        log.click()
        page.wait_for_timeout(500)
    log.click()


def _side_by_side(browser: Browser, shots: list[bytes]) -> bytes:
    width = len(shots) * (PHONE["width"] + GAP) + GAP
    page = browser.new_page(viewport={"width": width, "height": PHONE["height"] + 2 * GAP})
    images = "".join(f"<img src='data:image/png;base64,{b64encode(shot).decode()}'>" for shot in shots)
    page.set_content(_FRAME.format(gap=GAP, width=PHONE["width"]) + images)
    return page.screenshot()


def _write(picture: bytes) -> None:
    """Keeps it small: screens have few colours."""
    small = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS)
    small.save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
