"""The player of a site with accounts: somebody is signed out while there is no network, and comes back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.player.phone import PLAYER, Hold, Phone
from tests.player.site import Site

SECRET = "chalk-iron-cobalt-7"
START = """async (text) => {
  const token = document.cookie.split("; ").find((each) => each.startsWith("dorsi_csrf=")).split("=")[1];
  const answer = await fetch("/api/v1/programs", {
    method: "POST", headers: {"Content-Type": "application/json", "X-CSRFToken": token}, body: JSON.stringify({text}),
  });
  return answer.status;
}"""
SESSIONS = """async () => (await (await fetch("/api/v1/sessions")).json()).sessions"""


@pytest.fixture(scope="module")
def programme(mixed_journal: Path) -> str:
    """A programme with the athlete in it, as a file of it has them."""
    with closing(sqlite3.connect(mixed_journal)) as journal:
        (body,) = journal.execute("SELECT body FROM event").fetchone()
    text: str = json.loads(body)["thing"]["text"]
    return text


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Site]:
    """A server with accounts, and nobody signed up."""
    site = Site(tmp_path, options=("--accounts",))
    site.start()
    yield site
    site.stop()


def test_whoever_was_signed_out_in_between_loses_nothing_and_comes_back_to_the_player(
    phone: Hold, many: Site, programme: str
) -> None:
    held = phone(many)
    _enter(held, "signup", "alice@example.org")
    assert held.page.evaluate(START, programme) == 201
    held.install()
    held.wait_saved_everywhere()
    held.page.context.clear_cookies()
    held.log_until("Barbell row")
    held.log()
    expect(held.part("saved")).to_have_attribute("data-state", "signed-out")
    held.tap("saved")
    held.part("sign_in").click()
    held.page.wait_for_url("**/accounts/login/**")
    _fill(held, "alice@example.org")
    held.page.wait_for_url(f"**{PLAYER}")
    held.wait_saved_everywhere()
    (session,) = held.page.evaluate(SESSIONS)
    assert [entry["exercise"] for entry in session["sets"]] == ["barbell-row"]


def test_sets_of_one_person_never_reach_the_journal_of_another_on_the_same_phone(
    phone: Hold, many: Site, programme: str
) -> None:
    held = phone(many)
    _enter(held, "signup", "alice@example.org")
    assert held.page.evaluate(START, programme) == 201
    held.install()
    held.wait_saved_everywhere()
    held.page.context.clear_cookies()
    held.log_until("Barbell row")
    held.log()
    expect(held.part("saved")).to_have_attribute("data-state", "signed-out")

    _enter(held, "signup", "bob@example.org")
    held.open()
    expect(held.part("saved")).to_have_attribute("data-state", "someone-else")
    assert held.page.evaluate(SESSIONS) == []

    held.page.context.clear_cookies()
    _enter(held, "login", "alice@example.org")
    held.open()
    held.wait_saved_everywhere()
    (session,) = held.page.evaluate(SESSIONS)
    assert len(session["sets"]) == 1


def _enter(held: Phone, way: str, address: str) -> None:
    held.page.goto(f"{held.site.address}/accounts/{way}/")
    _fill(held, address)
    held.page.wait_for_url(lambda url: "/accounts/" not in url)


def _fill(held: Phone, address: str) -> None:
    field = held.page.locator("input[type=email], input[name=login]").first
    field.fill(address)
    secret = held.page.locator("input[type=password]").first
    secret.fill(SECRET)
    secret.press("Enter")
