"""Sessions page by page, what one came to, lifts, programmes, and answers to questions that make no sense."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from dorsi.bootstrap import Desk
from tests.api.calling import API, post, send, session_entry, set_entry, start_plan
from tests.web.answering import plan_text
from tests.web.site import few_queries


@pytest.fixture
def trained(client: Client) -> Client:
    """Five sessions of two sets, s0 the oldest."""
    for number in range(5):
        on = (datetime.now(UTC).date() - timedelta(days=10 - number)).isoformat()
        begun = session_entry(f"s{number}", on=on)
        send(client, {**begun, "session": {**begun["session"], "on": on, "finished": True}}, *two_sets(number))
    return client


def two_sets(number: int) -> list[dict[str, object]]:
    """Two sets, heavier each time."""
    return [set_entry(f"s{number}", load=[60 + 5 * number, "kg", "total"]) for _ in range(2)]


def test_sessions_come_newest_first_page_by_page(trained: Client) -> None:
    seen, after = [], ""
    while after is not None:
        page = trained.get(f"{API}/sessions", {"limit": 2, "after": after}).json()
        seen += [session["id"] for session in page["sessions"]]
        after = page["next"]
    assert seen == ["s4", "s3", "s2", "s1", "s0"]


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "after=" + "x" * 65])
def test_a_page_that_cannot_be_is_told(trained: Client, query: str) -> None:
    assert trained.get(f"{API}/sessions?{query}").status_code == 422


def test_after_an_unknown_session_there_is_no_page(trained: Client) -> None:
    assert trained.get(f"{API}/sessions?after=nobody").status_code == 404


def test_a_session_and_what_it_came_to(trained: Client) -> None:
    session = trained.get(f"{API}/sessions/s4").json()
    assert session["finished"] is True
    assert len(session["session"]["sets"]) == 2
    summary = trained.get(f"{API}/sessions/s4/summary").json()
    assert any("Heaviest" in record["says"] and "80 kg" in record["says"] for record in summary["records"])


@pytest.mark.parametrize("path", ["sessions/nobody", "sessions/nobody/summary", "nothing", "sessions/%20"])
def test_what_is_not_there_is_told_as_a_problem(client: Client, path: str) -> None:
    answer = client.get(f"{API}/{path}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("path", ["sessions/a%00b", "sessions?after=a%00b"])
def test_a_zero_byte_is_turned_away(client: Client, path: str) -> None:
    assert client.get(f"{API}/{path}").status_code == 400


def test_lifts_tell_strength(client: Client, trained: Client) -> None:
    assert [lift["exercise"] for lift in trained.get(f"{API}/progress/lifts").json()["lifts"]] == ["deadlift"]


def test_lifts_before_anything_was_logged(client: Client) -> None:
    assert client.get(f"{API}/progress/lifts").json()["lifts"] == []


def test_records_tell_what_is_to_be_beaten(trained: Client) -> None:
    (marks,) = trained.get(f"{API}/progress/records").json()["records"].values()
    assert marks["heaviest_kg"] == max(load for load, _ in marks["reps_at"])
    assert marks["longest_s"] is None


def test_no_records_before_anything_was_logged(client: Client) -> None:
    assert client.get(f"{API}/progress/records").json() == {"records": {}}


def test_a_programme_is_taken_up_in_one_request(client: Client, desk: Desk) -> None:
    assert client.get(f"{API}/program").status_code == 404
    with few_queries():
        assert post(client, "/programs", {"text": plan_text()}).status_code == 201
    assert client.get(f"{API}/program").json()["text"] == plan_text()


def test_a_programme_with_mistakes_is_not_taken_up(client: Client) -> None:
    answer = post(client, "/programs", {"text": "dorsi: program/1\nname: x\nsessions: 3\n"})
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["line"]
    assert post(client, "/programs", {"text": plan_text(), "on": "someday"}).status_code == 400
    assert client.get(f"{API}/program").status_code == 404


def test_any_programme_is_checked(client: Client) -> None:
    found = post(client, "/programs/check", {"text": plan_text()}).json()
    assert found["totals"]["error"] == 0
    assert post(client, "/programs/check", {"text": "&a [*a, *a]"}).status_code == 422


def test_sessions_and_the_programme_take_few_queries(client: Client, desk: Desk, trained: Client) -> None:
    start_plan(desk)
    for path in ("sessions", "sessions/s1", "sessions/s1/summary", "program", "progress/lifts", "progress/records"):
        with few_queries():
            client.get(f"{API}/{path}")
