"""What the player does where something is missing: a network, a sign-in, a programme, room to keep things."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.player.phone import Hold, Phone
from tests.player.site import Site

NO_STORAGE = "indexedDB.open = () => { throw new DOMException('', 'SecurityError'); };"
DISK_FULL = """() => {
  IDBObjectStore.prototype.put = () => { throw new DOMException("", "QuotaExceededError"); };
}"""


def test_a_browser_that_keeps_nothing_is_told_so(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.run_first(NO_STORAGE)
    held.open()
    expect(held.part("empty_title")).to_have_text("This browser keeps nothing")
    expect(held.part("log")).to_be_hidden()


def test_a_set_that_cannot_be_kept_is_not_shown_as_done(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    held.pause()
    held.page.evaluate(DISK_FULL)
    held.tap("log")
    expect(held.part("saved")).to_have_attribute("data-state", "unsaved")
    expect(held.part("count")).to_have_text("1 of 11 done")
    assert held.kept()["sets"] == []


@pytest.mark.parametrize("status", [401, 403])
def test_signed_out_meanwhile_everything_is_kept_and_sent_after_signing_in(
    phone: Hold, mixed: Site, status: int
) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()

    def refuse(route: Route) -> None:
        route.fulfill(status=status, json={"type": "signed-out", "title": "Sign in first."})

    held.page.route("**/api/v1/**", refuse)
    held.log_until("Barbell row")
    held.log()
    held.log()
    expect(held.part("saved")).to_have_attribute("data-state", "signed-out")
    held.tap("saved")
    expect(held.part("sign_in")).to_be_visible()
    assert "Waiting: 3" in held.text("saved_detail")
    held.page.keyboard.press("Escape")
    held.reload()
    assert held.count == 3
    held.page.unroute("**/api/v1/**")
    held.find_network()
    assert [entry["id"] for entry in mixed.sessions()[0]["sets"]] == [entry["id"] for entry in held.kept()["sets"]]


def test_a_token_that_went_missing_is_fetched_anew(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    held.page.context.clear_cookies()
    held.log()
    held.wait_saved_everywhere()
    assert len(mixed.sessions()[0]["sets"]) == 1


def test_without_a_programme_it_says_what_to_do(phone: Hold, empty: Site) -> None:
    held = phone(empty)
    held.open()
    expect(held.part("empty_title")).to_have_text("There is no session to train")
    expect(held.part("empty_text")).not_to_be_empty()
    expect(held.page.get_by_role("link", name="To Dorsi's pages")).to_have_attribute("href", "/")
    expect(held.part("dock")).to_be_hidden()


@pytest.mark.parametrize(
    ("fault", "title"), [(500, "The server could not answer"), (0, "No network"), (401, "Signed out")]
)
def test_a_first_opening_that_fails_says_why_and_works_when_tried_again(
    phone: Hold, mixed: Site, fault: int, title: str
) -> None:
    held = phone(mixed)

    def fail(route: Route) -> None:
        if fault:
            route.fulfill(status=fault, json={})
        else:
            route.abort()

    held.page.route("**/api/v1/day", fail)
    held.open()
    expect(held.part("empty_title")).to_have_text(title)
    held.page.unroute("**/api/v1/day")
    held.tap("again")
    expect(held.part("name")).to_have_text("Rowing machine")


def test_after_a_session_the_next_one_may_be_trained_early_and_is_called_so(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    _finish_after_a_set(held)
    held.tap("next_session")
    expect(held.part("early")).to_contain_text("today would be early")
    expect(held.part("count")).to_have_text("0 of 11 done")


def test_a_set_entered_wrong_is_put_right(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    held.log()
    held.tap("open_list")
    held.page.locator(".plan__set").first.click()
    for name, slip in (("edit_load", "many"), ("edit_reserve", "some")):
        right = held.part(name).input_value()
        held.part(name).fill(slip)
        held.part("edit_form").locator("[type=submit]").click()
        expect(held.part("edit_error")).to_be_visible()
        held.part(name).fill(right)
    held.part("edit_load").fill("57,5")
    held.part("edit_amount").fill("9")
    held.part("edit_reserve").fill("1")
    held.part("edit_form").locator("[type=submit]").click()
    expect(held.part("latest_text")).to_have_text("9 × 57.5 kg (1 left)")
    held.wait_saved_everywhere()
    entry: dict[str, Any] = mixed.sessions()[0]["sets"][0]
    assert (entry["load"], entry["reps"], entry["rir"]) == ([57.5, "kg", "total"], 9, 1)


@pytest.mark.parametrize("way_out", ["put right", "deleted"])
def test_a_set_that_the_server_refused_is_told_until_it_is_out_of_the_way(
    phone: Hold, mixed: Site, way_out: str
) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    held.part("load").fill("99999")
    held.log()
    expect(held.part("saved")).to_have_attribute("data-state", "unsaved")
    assert "expected 0 to 3000" in (held.part("refused").text_content() or "")
    held.tap("open_list")
    held.page.locator(".plan__set").first.click()
    if way_out == "put right":
        held.part("edit_load").fill("60")
        held.part("edit_form").locator("[type=submit]").click()
    else:
        held.tap("edit_delete")
    held.wait_saved_everywhere()
    assert not held.part("refused").text_content()
    assert [entry["load"][0] for entry in mixed.sessions()[0].get("sets", [])] == (
        [60] if way_out == "put right" else []
    )


def test_records_and_what_follows_are_told_without_a_network(phone: Hold, ramp: Site) -> None:
    held = phone(ramp)
    held.install()
    held.wait_saved_everywhere()
    ramp.stop()
    held.log_until("Barbell row")
    while "Warm-up" in held.text("place"):
        held.log()
    held.part("load").fill("62.5")
    held.part("amount").fill("7")
    held.log()
    held.log()
    held.tap("open_list")
    held.tap("finish_early")
    held.tap("end")
    expect(held.part("finish_title")).to_have_text("Session done")
    assert "Heaviest so far: 62.5 kg (before: 60 kg)." in held.text("records")
    expect(held.part("upcoming")).to_contain_text("once the server has it")
    ramp.start()
    held.find_network()
    expect(held.part("upcoming")).to_contain_text("The next one:")
    assert "62.5 kg" in held.text("records")
    assert "Barbell row" in held.text("next")


def test_what_follows_is_told_once_the_server_answers_again(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    held.log()
    held.wait_saved_everywhere()
    held.page.route("**/api/v1/**", lambda route: route.abort())
    held.tap("open_list")
    held.tap("finish_early")
    held.tap("end")
    expect(held.part("upcoming")).to_contain_text("once the server has it")
    held.page.unroute("**/api/v1/**")
    expect(held.part("upcoming")).to_contain_text("The next one:", timeout=20_000)


def _finish_after_a_set(held: Phone) -> None:
    held.log_until("Barbell row")
    held.log()
    held.tap("open_list")
    held.tap("finish_early")
    held.tap("end")
    held.wait_saved_everywhere()
