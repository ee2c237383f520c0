"""The player's document holds all that a session needs, and the same session has the same id everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from dorsi.bootstrap import Desk
from tests.api.calling import API, entry, send, session_entry, set_entry, start_plan
from tests.web.site import few_queries


def work(day: dict[str, Any]) -> list[dict[str, Any]]:
    """The exercises that are trained."""
    return [item for block in day["blocks"] for item in block["items"] if item["role"] == "work"]


@pytest.fixture
def day(client: Client, desk: Desk) -> dict[str, Any]:
    """The document of the first day of a programme."""
    start_plan(desk)
    found: dict[str, Any] = client.get(f"{API}/day").json()
    return found


def test_without_a_programme_it_says_so(client: Client) -> None:
    answer = client.get(f"{API}/day")
    assert (answer.status_code, answer.json()["type"]) == (404, "no-program")


def test_every_exercise_comes_with_its_card(day: dict[str, Any]) -> None:
    named = {item["exercise"] for block in day["blocks"] for item in block["items"]}
    named |= {other["exercise"] for item in work(day) for other in item["alternatives"]}
    assert named == set(day["exercises"])
    assert all(day["exercises"][item["exercise"]]["card"]["execution"] for item in work(day))


def test_every_load_that_may_come_up_is_a_rung(day: dict[str, Any]) -> None:
    others = [other for item in work(day) for other in item["alternatives"]]
    assert others
    for choice in [*work(day), *others]:
        rungs = [rung["kg"] for rung in choice["ladder"]]
        assert rungs == sorted(set(rungs))
        for one in choice["sets"]:
            follows = [kg for rule in one["contingencies"] for kg in (rule["next_set_kg"], rule["next_time_kg"])]
            asked = {kg for kg in (one["load_kg"], one["amber_kg"], *follows) if kg is not None}
            assert not rungs or asked <= set(rungs)


def test_the_traffic_light_covers_every_score_once(day: dict[str, Any]) -> None:
    scores = [score for light in day["hurts"]["lights"] for score in range(light["from"], light["to"] + 1)]
    assert scores == list(range(11))
    assert {warning["kind"] for warning in day["hurts"]["warnings"]} == {"emergency", "urgent"}


def test_two_devices_are_given_the_same_session(client: Client, day: dict[str, Any]) -> None:
    assert client.get(f"{API}/day").json()["session_id"] == day["session_id"]


def test_a_session_under_way_is_gone_on_with(client: Client, day: dict[str, Any]) -> None:
    begun, done = session_entry(day["session_id"], plan=day["plan"]), a_set(day)
    send(client, begun, done)
    again = client.get(f"{API}/day").json()
    assert again["session_id"] == day["session_id"]
    assert again["open"]["id"] == day["session_id"]
    assert [one["id"] for item in work(again) for one in item["done"]] == [done["set"]["id"]]
    assert [one["load"] for item in work(again) for one in item["done"]] == [[60.0, "kg", "total"]]


def test_a_deleted_session_is_not_taken_up_again(client: Client, day: dict[str, Any]) -> None:
    send(client, session_entry(day["session_id"], plan=day["plan"]), a_set(day))
    send(client, entry("session-deleted", session_id=day["session_id"]))
    assert client.get(f"{API}/day").json()["session_id"] != day["session_id"]
    assert client.get(f"{API}/sessions/{day['session_id']}").status_code == 410


def test_other_people_have_other_ids(alice: Client, bob: Client) -> None:
    from tests.web.answering import plan_text

    for person in (alice, bob):
        person.post(f"{API}/programs", {"text": plan_text()}, content_type="application/json")
    first, second = (person.get(f"{API}/day").json() for person in (alice, bob))
    assert first["athlete"] != second["athlete"]
    assert first["session_id"] != second["session_id"]


def test_while_a_warning_sign_stands_there_is_none(client: Client, desk: Desk) -> None:
    start_plan(desk)
    desk.coaching().hurts("lower-back", 8, warnings=["numb-between-legs"])
    answer = client.get(f"{API}/day")
    assert (answer.status_code, answer.json()["type"]) == (409, "training-refused")
    assert answer.json()["reasons"]


def test_it_takes_few_queries(client: Client, day: dict[str, Any]) -> None:
    with few_queries():
        client.get(f"{API}/day")


def a_set(day: dict[str, Any]) -> dict[str, Any]:
    """A set of the first exercise."""
    first = work(day)[0]
    return set_entry(day["session_id"], first["exercise"], slot=first["place"])
