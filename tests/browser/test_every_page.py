"""Every page there is, in both themes and three widths: nothing in anybody's way, cut off or from elsewhere.

The list of pages is the table of addresses itself, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Look, World, names_in
from tests.browser.visitor import THEMES
from tests.player.site import Site
from tests.server.addresses_known import Address, addresses

ELSEWHERE = {
    "lan-devices": "is there with --lan alone",
    "lan-pair": "needs a token that lives for ten minutes",
    "web:import-preview": "needs a file that was sent",
    "web:manifest": "is no page",
    "web:plan-sets-check": "is a part of a page",
    "web:plan-what-if-ready": "has nothing to tell",
    "web:service-worker": "is no page",
}
"""Addresses that no page stands at here, and why; forms that are only sent and files are found out by asking."""
LEAD_ELSEWHERE = {"web:home", "web:questions-part", "web:questions-resume", "web:questions-result", "web:plan-uploaded"}
"""What has nothing to show yet; test_newcomer and test_other_states look at these once they have."""
PAGES = tuple(each for each in addresses() if not each.name.startswith("api:") and each.name not in ELSEWHERE)


@pytest.fixture(scope="module")
def world(filled: Site) -> World:
    """The names in the sample addresses."""
    return names_in(filled)


def test_only_these_lead_elsewhere_at_once(look: Look, filled: Site, world: World) -> None:
    asking = look(filled).page.request
    statuses = {each.name: asking.get(filled.address + each.url_in(world), max_redirects=0).status for each in PAGES}
    assert {name for name, status in statuses.items() if status == 302} == LEAD_ELSEWHERE
    assert set(statuses.values()) <= {200, 204, 302, 405}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("address", PAGES, ids=str)
def test_nothing_is_wrong_with_the_page(look: Look, filled: Site, world: World, address: Address, theme: str) -> None:
    window = look(filled, theme=theme)
    url = address.url_in(world)
    kind, status = asked(window.page.request.get(filled.address + url, max_redirects=0))
    if status in (204, 302, 405) or kind != "text/html":
        return
    assert status == 200
    window.go(url)
    wrongs = window.wrongs(name=short(address.name), theme=theme)
    assert not wrongs, "\n".join((url, *wrongs))


def asked(answer: object) -> tuple[str, int]:
    """What an answer holds and its status."""
    kind = answer.headers.get("content-type", "").split(";")[0]  # type: ignore[attr-defined]
    return kind, answer.status  # type: ignore[attr-defined]


def short(name: str) -> str:
    """A name for files."""
    return re.sub(r"\W+", "-", name.removeprefix("web:"))
