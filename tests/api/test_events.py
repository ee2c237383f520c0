"""Entries come in once however often they are sent, and what no journal would hold is turned away."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from dorsi.bootstrap import Desk
from tests.api.calling import API, entry, post, put, send, session_entry, set_entry, start_plan
from tests.web.site import few_queries

Event = dict[str, Any]


def test_an_entry_is_kept_once(client: Client, desk: Desk) -> None:
    begun, done = session_entry("s"), set_entry("s")
    assert [put(client, begun).status_code, put(client, done).status_code] == [201, 201]
    assert [put(client, begun).status_code, put(client, done).status_code] == [200, 200]
    (session,) = desk.store.journal().sessions
    assert [one.id for one in session.sets] == [done["set"]["id"]]


def test_an_id_stands_for_one_entry_for_good(client: Client, desk: Desk) -> None:
    begun, done = session_entry("s"), set_entry("s")
    assert send(client, begun, done) == ["created", "created"]
    other = {**done, "set": {**done["set"], "reps": 9}}
    answer = put(client, other)
    assert (answer.status_code, answer.json()["type"]) == (409, "conflict")
    assert send(client, other) == ["conflict"]
    assert desk.store.journal().sessions[0].sets[0].reps == 8


def test_what_is_said_explicitly_or_left_out_is_the_same_entry(client: Client) -> None:
    done = set_entry("s")
    spelt_out = {**done, "set": {**done["set"], "kind": "work", "note": "", "load": [60, "kg", "total"]}}
    assert send(client, done, spelt_out) == ["created", "known"]
    assert put(client, spelt_out).status_code == 200


def test_a_bad_entry_does_not_stop_the_others(client: Client, desk: Desk) -> None:
    bad = set_entry("s", reps="eight")
    answer = post(client, "/events", {"events": [session_entry("s"), bad, set_entry("s"), {}]})
    results = answer.json()["results"]
    assert [result["status"] for result in results] == ["created", "invalid", "created", "invalid"]
    assert "reps" in results[1]["problems"][0]
    assert len(desk.store.journal().sessions[0].sets) == 1


def test_entries_in_any_order_and_from_two_devices_make_one_session(client: Client, desk: Desk) -> None:
    begun, first, second = session_entry("s"), set_entry("s"), set_entry("s")
    assert send(client, second) == ["created"]
    assert send(client, first, begun) == ["created", "created"]
    assert send(client, begun, first, second) == ["known"] * 3
    assert len(desk.store.journal().sessions[0].sets) == 2


BAD: dict[str, Callable[[Event], Event]] = {
    "no kind": lambda e: {**e, "kind": "what"},
    "no document": lambda e: {},
    "an id that is no UUID": lambda e: {**e, "id": "x"},
    "an id in capitals": lambda e: {**e, "id": str(uuid4()).upper()},
    "an id that is a list": lambda e: {**e, "id": []},
    "the far future": lambda e: {**e, "at": "2999-01-01T00:00:00Z"},
    "no instant": lambda e: {**e, "at": "yesterday"},
    "an instant that overflows": lambda e: {**e, "at": "9999-12-31T23:59:59-23:00"},
    "a text for a number": lambda e: with_set(e, reps="8"),
    "a number that is none": lambda e: with_set(e, rir=float("nan")),
    "a number without end": lambda e: with_set(e, load=[10**400, "kg", "total"]),
    "a truth for a number": lambda e: with_set(e, reps=True),
    "below nothing": lambda e: with_set(e, reps=-1),
    "beyond strength": lambda e: with_set(e, load=[9999, "kg", "total"]),
    "an unknown unit": lambda e: with_set(e, load=[60, "stone", "total"]),
    "an unknown exercise": lambda e: with_set(e, exercise="flying"),
    "an unknown field": lambda e: with_set(e, colour="red"),
    "an id with a blank": lambda e: with_set(e, id="a b"),
    "an id with a zero byte": lambda e: with_set(e, id="a\0b"),
    "a session without an id": lambda e: {**e, "session_id": ""},
    "a session id beyond measure": lambda e: {**e, "session_id": "x" * 65},
    "a novel": lambda e: with_set(e, note="x" * 5000),
    "discomfort eleven": lambda e: with_set(e, discomfort={"score": 11, "place": "elbow"}),
}


def with_set(event: Event, **changed: Any) -> Event:
    """The event with something else in its set."""
    return {**event, "set": {**event["set"], **changed}}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD.keys())
def test_what_no_journal_would_hold_is_turned_away(client: Client, desk: Desk, spoil: Callable[[Event], Event]) -> None:
    event = spoil(set_entry("s"))
    answer = put(client, event, str(event.get("id") or uuid4()))
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["problems"]
    assert list(desk.store.events()) == []


@pytest.mark.parametrize(
    "thing",
    [
        {"kind": "adoption", "thing": {"id": "a", "on": "2026-03-02", "text": "no: programme"}},
        {"kind": "hurt", "thing": {"id": "a", "on": "2026-03-02", "place": "elbow", "score": 99}},
        {"kind": "swap", "thing": {"id": "a", "on": "2026-03-02", "exercise": "deadlift", "instead": "flying"}},
        {"kind": "move", "thing": {"id": "a", "on": "2026-03-02", "to": "2126-03-02"}},
        {"kind": "measurement", "thing": {"id": "a", "on": "1026-03-02", "kind": "waist", "value": 84, "unit": "cm"}},
    ],
    ids=lambda thing: str(thing["kind"]),
)
def test_notes_are_looked_over_too(client: Client, thing: Event) -> None:
    assert send(client, entry(**thing)) == ["invalid"]


@pytest.mark.parametrize("body", ["", "[]", "{", '{"events": 1}', '{"events": [1]}', "[" * 100_000, '"x"'])
def test_a_body_that_is_none_is_told(client: Client, body: str) -> None:
    answer = client.post(f"{API}/events", body, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert answer.json()["status"] == answer.status_code


def test_no_more_than_five_hundred_at_once(client: Client, desk: Desk) -> None:
    events = [session_entry("s"), *(set_entry("s") for _ in range(500))]
    assert post(client, "/events", {"events": events}).status_code == 422
    assert send(client, *events[:500]) == ["created"] * 500


def test_entries_of_somebody_else_are_not_taken(client: Client, desk: Desk) -> None:
    event = session_entry("s")
    for answer in (
        put(client, event, **{"X-Dorsi-Athlete": "somebody"}),
        post(client, "/events", {"events": [event]}, **{"X-Dorsi-Athlete": "somebody"}),
    ):
        assert (answer.status_code, answer.json()["type"]) == (403, "other-athlete")
    assert put(client, event, **{"X-Dorsi-Athlete": desk.person}).status_code == 201


def test_a_forged_request_changes_nothing(client: Client, desk: Desk) -> None:
    strict = Client(enforce_csrf_checks=True, HTTP_HOST="localhost")
    answer = put(strict, session_entry("s"))
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/problem+json")
    start_plan(desk)
    token = strict.get(f"{API}/day").cookies["dorsi_csrf"].value
    assert put(strict, session_entry("s"), **{"X-CSRFToken": token}).status_code == 201


def test_two_people_may_have_entries_of_the_same_id(alice: Client, bob: Client) -> None:
    event = session_entry("s", title="Alice trains")
    assert put(alice, event).status_code == 201
    assert put(bob, {**event, "session": {**event["session"], "title": "Bob trains"}}).status_code == 201
    assert "Alice" not in bob.get(f"{API}/sessions").content.decode()
    assert json.loads(alice.get(f"{API}/sessions/s").content)["session"]["title"] == "Alice trains"


def test_logging_a_set_takes_few_queries(client: Client, desk: Desk) -> None:
    start_plan(desk)
    client.get(f"{API}/day")
    send(client, session_entry("s"), *(set_entry("s") for _ in range(20)))
    with few_queries(6):
        assert put(client, set_entry("s")).status_code == 201
