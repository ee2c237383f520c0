"""Two ways to use a page: with a pointer, and with a keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

_MOST_TABS = 150
_HAS_FOCUS = "each => each === document.activeElement"
_OF_GROUP = "each => document.activeElement?.type === 'radio' && document.activeElement.name === each.name"


class Pointer:
    """Clicks and types."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """Follows a link or presses a button, and waits for the page that it leads to."""
        with self.page.expect_navigation():
            target.click()

    def type(self, target: Locator, text: str) -> None:
        """Types into a field in place of what it holds."""
        target.fill(text)

    def choose(self, target: Locator, wanted: bool = True) -> None:
        """Chooses a radio button or ticks a box by its label; `wanted` false takes the tick away."""
        if target.is_checked() is not wanted:
            target.locator("xpath=ancestor::label").click()


class Keyboard(Pointer):
    """Tab, arrows, Space, Enter and letters; what these cannot reach is out of reach."""

    def press(self, target: Locator) -> None:
        """Goes there by Tab and presses Enter."""
        self._reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def type(self, target: Locator, text: str) -> None:
        """Goes there by Tab and types; a date has parts of its own, in American order here."""
        self._reach(target)
        if target.get_attribute("type") == "date":
            year, month, day = text.split("-")
            text = f"{month}{day}{year}"
        else:
            self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, target: Locator, wanted: bool = True) -> None:
        """Goes there by Tab; of radio buttons, arrows reach the others."""
        if target.is_checked() is wanted:
            return
        if target.get_attribute("type") == "radio":
            self._reach(target, _OF_GROUP)
            if not target.evaluate(_HAS_FOCUS):
                self._arrow_to(target)
        else:
            self._reach(target)
        if target.is_checked() is not wanted:
            self.page.keyboard.press("Space")
        assert target.is_checked() is wanted

    def _reach(self, target: Locator, there: str = _HAS_FOCUS) -> None:
        for _ in range(_MOST_TABS):
            if target.evaluate(there):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no Tab reaches {target}")

    def _arrow_to(self, target: Locator) -> None:
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("ArrowDown")
            if target.evaluate(_HAS_FOCUS):
                return
        raise AssertionError(f"no arrow reaches {target}")
