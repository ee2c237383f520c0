"""What a thumb can do between two sets."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.player.phone import Hold, Phone
from tests.player.site import Site


@pytest.fixture
def at_the_row(phone: Hold, mixed: Site) -> Phone:
    """A phone at the first work set."""
    held = phone(mixed)
    held.open()
    held.log_until("Barbell row")
    return held


def test_the_set_is_filled_in_and_steps_are_those_of_the_equipment(at_the_row: Phone) -> None:
    assert at_the_row.part("load").input_value() == "60"
    assert "20 a side" in at_the_row.text("plates")
    at_the_row.tap("load_more")
    assert at_the_row.part("load").input_value() == "62.5"
    at_the_row.tap("load_less")
    at_the_row.tap("load_less")
    assert at_the_row.part("load").input_value() == "57.5"


def test_too_few_reps_make_the_next_set_lighter_and_it_says_why(at_the_row: Phone) -> None:
    at_the_row.part("amount").fill("4")
    at_the_row.log()
    assert float(at_the_row.part("load").input_value()) < 60
    assert at_the_row.text("because_text").startswith("5 or fewer")


def test_what_was_set_before_the_tap_survives_a_reload(at_the_row: Phone) -> None:
    at_the_row.tap("load_more")
    at_the_row.tap("amount_more")
    reps = at_the_row.part("amount").input_value()
    assert at_the_row.kept()["draft"]["amount"] == int(reps)
    at_the_row.reload()
    expect(at_the_row.part("load")).to_have_value("62.5")
    expect(at_the_row.part("amount")).to_have_value(reps)


def test_the_rest_runs_on_through_a_reload_and_ends_by_the_clock(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.page.clock.install()
    held.open()
    held.log_until("Barbell row")
    held.log()
    rest = held.part("rest")
    expect(rest).to_be_visible()
    ends = held.kept()["rest"]["ends_at"]
    held.page.clock.fast_forward(60_000)
    held.page.reload()
    expect(rest).to_be_visible()
    assert held.kept()["rest"]["ends_at"] == ends
    assert held.text("time").startswith(("0:5", "1:0"))
    held.tap("longer")
    assert held.kept()["rest"]["ends_at"] == ends + 30_000
    held.page.clock.fast_forward(95_000)
    expect(held.part("time")).to_have_text("Go")
    expect(held.part("announce")).to_have_text("The rest is over")


def test_a_superset_goes_straight_on_and_rests_after_the_round(at_the_row: Phone) -> None:
    at_the_row.log_until("Pulldown, close")
    assert at_the_row.text("then") == "Then without a rest: Seated row, narrow"
    at_the_row.log()
    assert at_the_row.text("name") == "Seated row, narrow"
    assert at_the_row.part("rest").is_hidden()
    at_the_row.log()
    assert at_the_row.text("name") == "Pulldown, close"
    assert at_the_row.part("rest").is_visible()
    sets = [(entry["slot"], entry["superset"]) for entry in at_the_row.kept()["sets"][-2:]]
    assert sets == [("3a", 3), ("3b", 3)]


def test_undo_takes_the_latest_set_out_of_the_journal(at_the_row: Phone, mixed: Site) -> None:
    at_the_row.log()
    at_the_row.log()
    at_the_row.tap("undo")
    expect(at_the_row.part("count")).to_have_text("2 of 11 done")
    at_the_row.wait_saved_everywhere()
    assert len(mixed.sessions()[0]["sets"]) == 1


def test_a_set_to_the_maximum_asks_for_its_reps(at_the_row: Phone) -> None:
    at_the_row.log_until("Pull-up, neutral")
    before = at_the_row.count
    at_the_row.pause()
    at_the_row.tap("log")
    expect(at_the_row.part("amount_label")).to_have_text("How many did you do?")
    assert at_the_row.count == before
    at_the_row.page.locator(".picks__pick", has_text="9").click()
    at_the_row.log()
    assert at_the_row.kept()["sets"][-1]["reps"] == 9


def test_a_held_set_is_logged_in_seconds_as_planned_or_by_the_stopwatch(at_the_row: Phone) -> None:
    at_the_row.log_until("Plank")
    planned = int(at_the_row.part("amount").input_value())
    at_the_row.tap("watch")
    at_the_row.page.wait_for_timeout(1200)
    at_the_row.log()
    assert at_the_row.kept()["sets"][-1]["seconds"] < planned
    at_the_row.tap("undo")
    expect(at_the_row.part("name")).to_have_text("Plank")
    at_the_row.log()
    assert at_the_row.kept()["sets"][-1]["seconds"] == planned


def test_a_thumb_that_trembles_logs_one_set(at_the_row: Phone) -> None:
    at_the_row.pause()
    at_the_row.part("log").dblclick()
    at_the_row.page.wait_for_timeout(500)
    assert len(at_the_row.kept()["sets"]) == 1


def test_reserve_is_told_by_a_tap_and_reaches_the_journal(at_the_row: Phone, mixed: Site) -> None:
    at_the_row.page.locator("[data-reserve='1']").check(force=True)
    at_the_row.log()
    at_the_row.wait_saved_everywhere()
    assert mixed.sessions()[0]["sets"][0]["rir"] == 1


def test_amber_offers_less_load_and_is_written_down(at_the_row: Phone, mixed: Site) -> None:
    _report(at_the_row, score=3)
    at_the_row.tap("hurts_none")
    at_the_row.page.get_by_role("button", name="Go on, but easier").click()
    assert float(at_the_row.part("load").input_value()) <= 45
    at_the_row.wait_saved_everywhere()
    (hurt,) = mixed.notes("hurt")
    assert (hurt["thing"]["score"], hurt["thing"]["exercise"]) == (3, "barbell-row")


def test_red_offers_an_exercise_that_spares_the_place_and_swaps_it_for_today(at_the_row: Phone, mixed: Site) -> None:
    _report(at_the_row, score=6)
    at_the_row.tap("hurts_none")
    expect(at_the_row.page.get_by_role("button", name="Go on", exact=False)).to_have_count(0)
    at_the_row.page.locator(".way", has_text="instead").first.click()
    expect(at_the_row.part("name")).not_to_have_text("Barbell row")
    at_the_row.log_until("Pulldown, close") if at_the_row.part("load").input_value() else None
    at_the_row.wait_saved_everywhere()
    (swap,) = mixed.notes("swap")
    assert swap["thing"]["exercise"] == "barbell-row"
    assert swap["thing"]["once"] is True


def test_what_hurt_is_told_before_each_later_exercise_that_loads_it(at_the_row: Phone) -> None:
    _report(at_the_row, score=6)
    at_the_row.tap("hurts_none")
    at_the_row.page.locator(".way", has_text="Leave out").click()
    expect(at_the_row.part("sore")).to_be_hidden()
    at_the_row.log()
    expect(at_the_row.part("name")).to_have_text("Seated row, narrow")
    expect(at_the_row.part("sore_text")).to_contain_text("Lower back: you reported that it hurts")
    before = at_the_row.text("name")
    at_the_row.tap("sore_ways")
    at_the_row.page.locator(".way", has_text="Leave out").click()
    expect(at_the_row.part("name")).not_to_have_text(before)


def test_that_there_is_no_warning_sign_is_said_without_scrolling(at_the_row: Phone) -> None:
    _report(at_the_row, score=4)
    expect(at_the_row.part("hurts_none")).to_be_in_viewport()
    at_the_row.page.locator(".warning").first.click()
    expect(at_the_row.part("hurts_none")).to_be_disabled()
    expect(at_the_row.part("hurts_there")).to_be_in_viewport()


def test_a_warning_sign_ends_training_and_can_be_taken_back(at_the_row: Phone, mixed: Site) -> None:
    at_the_row.log()
    _report(at_the_row, score=4)
    at_the_row.page.locator(".warning").first.click()
    expect(at_the_row.part("hurts_none")).to_be_disabled()
    at_the_row.tap("hurts_there")
    expect(at_the_row.part("stop")).to_be_visible()
    assert "emergency" in at_the_row.text("stop_who")
    assert at_the_row.part("log").is_hidden()
    at_the_row.page.reload()
    expect(at_the_row.part("stop")).to_be_visible()
    at_the_row.wait_saved_everywhere()
    assert mixed.notes("hurt")[0]["thing"]["warnings"]
    at_the_row.tap("stop_back")
    expect(at_the_row.part("set")).to_be_visible()
    at_the_row.wait_saved_everywhere()
    assert mixed.notes("withdrawn")[0]["thing_id"] == mixed.notes("hurt")[0]["thing"]["id"]


def test_notes_on_exercise_and_session_reach_the_journal(at_the_row: Phone, mixed: Site) -> None:
    at_the_row.tap("open_note")
    at_the_row.part("note_place").fill("Grip slipped")
    at_the_row.part("note_session").fill("Slept badly")
    at_the_row.part("note_form").locator("[type=submit]").click()
    at_the_row.log()
    at_the_row.wait_saved_everywhere()
    session = mixed.sessions()[0]
    assert session["note"] == "Slept badly"
    assert session["run_notes"] == [[0, "Grip slipped"]]


def test_another_exercise_can_be_done_first_and_the_rest_follows(at_the_row: Phone) -> None:
    at_the_row.tap("open_list")
    at_the_row.page.locator(".plan__go", has_text="Plank").click()
    expect(at_the_row.part("name")).to_have_text("Plank")
    at_the_row.log()
    assert at_the_row.text("name") == "Pull-up, neutral"
    at_the_row.page.locator(".picks__pick", has_text="5").click()
    at_the_row.log()
    at_the_row.log_until("Barbell row")


def test_the_technique_card_is_one_tap_away(at_the_row: Phone) -> None:
    at_the_row.tap("open_technique")
    assert at_the_row.page.locator('[data-part="set_up"] li').count() > 0
    assert at_the_row.page.locator('[data-part="mistakes"] li').count() > 0


def test_everything_can_be_reached_and_logged_by_keyboard(at_the_row: Phone) -> None:
    page = at_the_row.page
    at_the_row.part("load_more").focus()
    page.keyboard.press("Enter")
    assert at_the_row.part("load").input_value() == "62.5"
    at_the_row.part("log").focus()
    before = at_the_row.count
    at_the_row.pause()
    page.keyboard.press("Enter")
    expect(at_the_row.part("count")).to_have_text(f"{before + 1} of 11 done")
    assert at_the_row.page.evaluate("document.activeElement.dataset.part") == "log"
    expect(at_the_row.part("announce")).to_contain_text("Logged. Rest 2:00.")


def _report(held: Phone, score: int) -> None:
    """Opens the sheet and goes past the score; the place that the exercise loads most is chosen already."""
    held.tap("open_hurts")
    held.page.locator(".scores label").nth(score).click()
    held.tap("hurts_next")
