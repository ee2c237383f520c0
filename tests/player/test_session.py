"""A whole session without a network, set by set the same on the phone and in the journal."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from tests.player.phone import Hold, Phone
from tests.player.site import Site

FEWEST_TAPS = 25
"""More than these for twenty sets that go to plan is too many (the budget of the player)."""


def test_a_session_without_server_through_reload_and_killed_tab_ends_in_the_journal_set_by_set(
    phone: Hold, mixed: Site
) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()

    mixed.stop()
    held.log_until("Barbell row")
    held.part("amount").fill("5")
    held.log()
    held.page.reload()
    held.page.wait_for_selector("dorsi-player[data-ready]", state="attached")
    assert held.count == 2, "the reload lost something"
    held.log()
    held.kill_tab()
    assert held.count == 3, "the killed tab lost something"
    assert held.part("saved").get_attribute("data-state") == "here"
    _train_on(held)
    held.tap("end")
    expect(held.part("finish_title")).to_have_text("Session done")
    kept = held.kept()
    assert kept["finished"] is True

    mixed.start()
    held.find_network()
    (session,) = mixed.sessions()
    assert [_facts(entry) for entry in session["sets"]] == [_facts(entry) for entry in kept["sets"]]
    assert session["id"] == kept["id"]
    assert kept["day"]["plan"] == {"cycle": 1, **session["plan"]}
    assert session.get("finished", True) is True
    assert [entry["reps"] for entry in session["sets"][:2]] == [
        5,
        kept["day"]["blocks"][1]["items"][0]["sets"][1]["aim"],
    ]


def test_twenty_sets_to_plan_take_at_most_twenty_five_taps(phone: Hold, twenty: Site) -> None:
    held = phone(twenty)
    held.open()
    held.taps = 0
    sets = 0
    while held.part("log").is_visible():
        sets += held.text("log_text") == "Log set"
        held.log()
    held.tap("end")
    expect(held.part("finish_title")).to_have_text("Session done")
    assert sets >= 20
    assert held.taps <= sets + FEWEST_TAPS - 20, f"{held.taps} taps for {sets} sets"
    held.wait_saved_everywhere()
    (session,) = twenty.sessions()
    assert len(session["sets"]) == sets


def test_sending_the_same_outbox_twice_changes_nothing(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()
    held.log_until("Barbell row")
    answers: list[int] = []

    def lose_the_answer(route: Any) -> None:
        answers.append(route.fetch().status)
        route.abort()

    held.page.route("**/api/v1/events", lose_the_answer, times=1)
    held.log()
    expect(held.part("saved")).to_have_attribute("data-state", "here")
    assert answers == [200], "the server has the set, the phone does not know"
    held.find_network()
    (session,) = mixed.sessions()
    assert len(session["sets"]) == 1


def test_a_late_answer_of_the_server_does_not_sweep_away_what_was_logged_meanwhile(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()
    late: list[Any] = []

    def keep_waiting(route: Any) -> None:
        late.append(route)

    held.page.route("**/api/v1/day", keep_waiting)
    held.page.reload()
    held.log_until("Barbell row")
    held.log()
    while not late:
        held.page.wait_for_timeout(50)
    with held.page.expect_response("**/api/v1/sessions/*"):
        late[0].continue_()
    held.log()
    assert held.count == 3
    assert len(held.kept()["sets"]) == 2
    held.wait_saved_everywhere()
    (session,) = mixed.sessions()
    assert len(session["sets"]) == 2


def test_what_the_server_refuses_stays_on_the_phone_and_is_told(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()

    def refuse(route: Any) -> None:
        sent = route.request.post_data_json["events"]
        wrong = [{"id": each["id"], "status": "invalid", "problems": ["load: too heavy"]} for each in sent]
        route.fulfill(json={"results": wrong})

    held.log_until("Barbell row")
    held.page.route("**/api/v1/events", refuse)
    held.log()
    expect(held.part("saved")).to_have_attribute("data-state", "unsaved")
    assert len(held.kept()["sets"]) == 1
    held.tap("saved")
    expect(held.part("refused").locator("li")).to_have_text(["load: too heavy"] * 2)
    held.tap("seen_refused")
    expect(held.part("refused").locator("li")).to_have_count(0)
    expect(held.part("seen_refused")).to_be_hidden()


def test_a_session_opened_but_never_begun_leaves_no_trace_in_the_journal(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.open()
    held.log()
    held.wait_saved_everywhere()
    assert mixed.sessions() == []


def _train_on(held: Phone) -> None:
    """Logs what is left as it is asked for; a set to the maximum gets four reps."""
    while held.part("log").is_visible():
        if held.part("picks").is_visible():
            held.page.locator(".picks__pick", has_text="4").first.click()
        held.log()


def _facts(entry: dict[str, Any]) -> dict[str, Any]:
    """What a set says, whoever wrote it down: instants and blanks read the same."""
    blank = {"kind": "work", "run": 0}
    instant = entry["done_at"].replace("000Z", "Z").replace("+00:00", "Z")
    return {**{name: value for name, value in entry.items() if blank.get(name) != value}, "done_at": instant}
