"""The order in which a session asks for its sets, and how quickly it goes from one to the next."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.player.phone import Hold, Phone
from tests.player.site import Site

TAP = """() => {
  const part = (name) => document.querySelector(`dorsi-player [data-part="${name}"]`);
  part("log").click();
  return [part("count").textContent, part("place").textContent, part("rest").hidden];
}"""


@pytest.fixture
def at_the_ramp(phone: Hold, ramp: Site) -> Phone:
    """A phone at the first set of a warm-up ramp."""
    held = phone(ramp)
    held.open()
    return held


def test_a_warm_up_climbs_to_the_work_load_and_is_logged_as_warm_up(at_the_ramp: Phone) -> None:
    loads, reps = [], []
    while "Warm-up" in at_the_ramp.text("place"):
        loads.append(float(at_the_ramp.part("load").input_value()))
        reps.append(int(at_the_ramp.part("amount").input_value()))
        at_the_ramp.log()
    work = float(at_the_ramp.part("load").input_value())
    assert reps == [8, 5, 3]
    assert loads == sorted(set(loads))
    assert loads[-1] < work
    assert [entry["kind"] for entry in at_the_ramp.kept()["sets"]] == ["warm-up"] * 3


def test_a_triset_goes_round_and_rests_after_each_round(at_the_ramp: Phone) -> None:
    at_the_ramp.log_until("Pulldown, close")
    rounds = []
    for _ in range(6):
        assert "Triset" in at_the_ramp.text("place")
        name = at_the_ramp.text("name")
        at_the_ramp.log()
        rounds.append((name, at_the_ramp.part("rest").is_visible()))
    one = [("Pulldown, close", False), ("Seated row, narrow", False), ("Plank", True)]
    assert rounds[:3] == one
    assert [name for name, _ in rounds[3:]] == [name for name, _ in one]
    assert {entry["superset"] for entry in at_the_ramp.kept()["sets"][-6:]} == {3}


def test_a_tap_shows_in_the_same_moment_before_anything_is_written_or_sent(at_the_ramp: Phone) -> None:
    count, place, no_rest = at_the_ramp.page.evaluate(TAP)
    assert count.startswith("1 of ")
    assert "2 of 3" in place
    assert no_rest is False
    at_the_ramp.wait_saved_everywhere()


def test_a_second_tab_shows_and_goes_on_with_what_the_first_one_logged(at_the_ramp: Phone, ramp: Site) -> None:
    other = at_the_ramp.second_tab()
    other.open()
    at_the_ramp.log()
    expect(other.part("place")).to_contain_text("2 of 3")
    other.log()
    expect(at_the_ramp.part("place")).to_contain_text("3 of 3")
    at_the_ramp.log()
    at_the_ramp.wait_saved_everywhere()
    (session,) = [one for one in ramp.sessions() if one.get("plan")]
    assert [entry["reps"] for entry in session["sets"]] == [8, 5, 3]


def test_what_was_done_the_last_time_stands_beside_the_set(at_the_ramp: Phone) -> None:
    at_the_ramp.log_until("Barbell row")
    while "Warm-up" in at_the_ramp.text("place"):
        at_the_ramp.log()
    told = [at_the_ramp.part(name) for name in ("last", "because_text")]
    assert any("6, 6 at 60 kg" in each.inner_text() for each in told if each.is_visible())
