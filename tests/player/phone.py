"""A phone with the player on it: what a thumb does, and what the eye sees."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any, TypeAlias

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

from tests.player.site import Site

PLAYER = "/today/train/"
SCREEN = {"width": 390, "height": 844}
_SETTLED_MS = 150
BETWEEN_TAPS_S = 0.32
"""Two taps closer together than this count as one."""
_EXPECTED = ("net::ERR_", "Failed to load resource")
"""What browsers write to the console where an answer is missing or a refusal; the player is made for both."""


class Phone:
    """A browser profile of its own. Taps are counted; errors of scripts are collected in `faults`."""

    def __init__(self, browser: Browser, site: Site, theme: str = "") -> None:
        self.site = site
        self.taps = 0
        self._logged = 0.0
        self.faults: list[str] = []
        self._context = browser.new_context(viewport=SCREEN, has_touch=True, is_mobile=True, service_workers="allow")  # type: ignore[arg-type]
        if theme:
            self._context.add_cookies([{"name": "theme", "value": theme, "url": site.address}])
        self.page = self._new_page()

    def _new_page(self) -> Page:
        page = self._context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._hear)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(each in message.text for each in _EXPECTED):
            self.faults.append(message.text)

    def put_away(self) -> None:
        """Closes everything."""
        self._context.close()

    def open(self) -> None:
        """Opens the player and waits until it shows something."""
        self.page.goto(self.site.address + PLAYER)
        self.page.wait_for_selector("dorsi-player[data-ready]", state="attached")

    def reload(self) -> None:
        """Loads the player anew and waits until it shows something."""
        self.page.reload()
        self.page.wait_for_selector("dorsi-player[data-ready]", state="attached")

    def install(self) -> None:
        """Opens the player and waits until it is kept for days without a network."""
        self.open()
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def second_tab(self) -> Phone:
        """The same phone with one more tab open, which keeps the same things."""
        other = Phone.__new__(Phone)
        other.__dict__.update({**self.__dict__, "taps": 0, "page": self._new_page()})
        return other

    def run_first(self, script: str) -> None:
        """A script that runs in every page before the player's own."""
        self._context.add_init_script(script)

    def kill_tab(self) -> None:
        """The tab is gone without a farewell; another one is opened in its place."""
        self.page.close(run_before_unload=False)
        self.page = self._new_page()
        self.open()

    def part(self, name: str) -> Locator:
        """A named part of the player."""
        return self.page.locator(f'dorsi-player [data-part="{name}"]').first

    def tap(self, name: str) -> None:
        """One tap."""
        self.taps += 1
        self.part(name).click()

    def text(self, name: str) -> str:
        """What a part says."""
        return self.part(name).inner_text()

    @property
    def count(self) -> int:
        """How many steps are done, as the screen says."""
        return int(self.text("count").split()[0])

    def log(self) -> None:
        """Taps the one button as soon as a tap counts as another one, and waits until the step is done and safe."""
        before = self.count
        self.pause()
        self.tap("log")
        self._logged = time.monotonic()
        expect(self.part("count")).to_have_text(_begins(before + 1))
        expect(self.part("saved")).not_to_have_attribute("data-state", "saving")

    def pause(self) -> None:
        """Waits until a tap is another one, after the last that logged."""
        self.page.wait_for_timeout(max(0.0, 1000 * (self._logged + BETWEEN_TAPS_S - time.monotonic())))

    def log_until(self, name: str) -> None:
        """Logs steps as they come until an exercise of that name is at hand."""
        for _ in range(40):
            # What is shown first is what the tap made; what the disk holds is shown after it.
            self.page.wait_for_timeout(_SETTLED_MS)
            if self.text("name") == name:
                return
            self.log()
        raise AssertionError(f"{name} never came")

    def find_network(self) -> None:
        """The network is back, as the browser tells it; waits until everything is sent."""
        self.page.evaluate("() => void dispatchEvent(new Event('online'))")
        self.wait_saved_everywhere()

    def wait_saved_everywhere(self) -> None:
        """Waits until nothing is on this phone alone."""
        expect(self.part("saved")).to_have_attribute("data-state", "everywhere", timeout=20_000)

    def kept(self) -> dict[str, Any]:
        """The session as this phone keeps it."""
        found: dict[str, Any] = self.page.evaluate(
            """async () => {
              const request = indexedDB.open("dorsi-player");
              const database = await new Promise((done) => { request.onsuccess = () => done(request.result); });
              const ask = (store, key) => new Promise((done) => {
                const got = database.transaction(store).objectStore(store).get(key);
                got.onsuccess = () => done(got.result);
              });
              const session = await ask("sessions", await ask("current", "session"));
              database.close();
              return session;
            }"""
        )
        return found


def _begins(count: int) -> Any:
    return re.compile(rf"^{count} ")


Hold: TypeAlias = Callable[..., Phone]
"""Holds a phone before a site."""
