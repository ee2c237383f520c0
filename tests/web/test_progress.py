"""Progress: the overview, one lift, one muscle group, the body and the log."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from django.test import Client

from dorsi.bootstrap import Desk
from dorsi.journal.events import Body, Event, Noted, SessionLogged, SetLogged
from dorsi.journal.model import LoggedSession, LoggedSet, MeasureKind, Measurement, MeasureUnit
from dorsi.units import MassUnit
from tests.journal.making import a_set
from tests.planner.plans import plan_text
from tests.web.site import few_queries, text_of

_ids = count()
PLACES = ("/progress/", "/progress/lift/deadlift/", "/progress/muscle/lats/", "/progress/body/", "/progress/log/")


def keep(desk: Desk, bodies: Iterable[Body]) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    desk.store.append([Event(id=f"event-{next(_ids)}", at=at, body=body) for body in bodies])


def keep_session(desk: Desk, on: date, *sets: LoggedSet, name: str = "") -> LoggedSession:
    session = LoggedSession(id=name or f"session-{on}", on=on, title="Pulling", sets=sets)
    logged = [SetLogged(session_id=session.id, entry=entry) for entry in sets]
    keep(desk, [SessionLogged(session=replace(session, sets=())), *logged])
    return session


@pytest.fixture
def today(desk: Desk) -> date:
    return desk.clock.today()


@pytest.fixture
def trained(desk: Desk, today: date) -> date:
    """Twelve weeks of deadlifts and pull-ups that go up; the body was measured."""
    for week in range(12):
        on = today - timedelta(days=1 + 7 * (11 - week))
        keep_session(
            desk, on,
            a_set("deadlift", 100 + 2.5 * week, 5, id=f"d{week}", rir=2.0),
            a_set("deadlift", 100 + 2.5 * week, 4, id=f"e{week}", rir=1.0),
            a_set("pull-up-medium", "+0", 4 + week // 4, id=f"p{week}"),
            name=f"s{week}",
        )  # fmt: skip
    body = [(MeasureKind.BODY_MASS, 80.0, MeasureUnit.KG), (MeasureKind.WAIST, 84.0, MeasureUnit.CM),
            (MeasureKind.SHOULDERS, 120.0, MeasureUnit.CM)]  # fmt: skip
    keep(desk, [
        Noted(thing=Measurement(id=f"{kind}{ago}", on=today - timedelta(days=ago), kind=kind, value=value, unit=unit))
        for ago in (30, 2) for kind, value, unit in body
    ])  # fmt: skip
    return today


def test_the_overview_shows_the_whole_picture(client: Client, trained: date) -> None:
    text = text_of(client.get("/progress/"))
    for heading in ("Lifts", "New records", "Volume", "Balance", "Steadiness", "pull-ups", "Body"):
        assert heading in text
    assert 'href="/progress/lift/deadlift/"' in text
    assert 'href="/progress/muscle/lats/"' in text
    assert "BAL101" in text
    assert 'class="spark"' in text


@pytest.fixture
def planned(desk: Desk, trained: date) -> date:
    """A programme is under way."""
    desk.coaching().start(plan_text("intermediate"), "plan.yaml", on=trained - timedelta(days=60))
    return trained


@pytest.mark.parametrize("place", PLACES)
def test_a_page_needs_few_queries(client: Client, planned: date, place: str) -> None:
    client.get(place)
    with few_queries():
        assert client.get(place).status_code == 200


def test_with_a_programme_the_overview_tells_how_it_is_kept(client: Client, planned: date) -> None:
    text = text_of(client.get("/progress/"))
    assert "Plan kept" in text
    assert "Week by week" in text
    assert "No programme under way" not in text


@pytest.mark.parametrize("place", PLACES)
def test_other_people_are_sent_to_sign_in(anonymous: Client, place: str) -> None:
    response = anonymous.get(place)
    assert response.status_code == 302
    assert "login" in response["Location"]


@pytest.mark.parametrize("place", [place for place in PLACES if "body" not in place])
def test_pages_to_read_take_no_post(client: Client, place: str) -> None:
    assert client.post(place).status_code == 405


def test_without_sets_every_page_says_what_will_be_there(client: Client) -> None:
    assert "Your first session starts the picture" in text_of(client.get("/progress/"))
    assert "Nothing measured yet" in text_of(client.get("/progress/body/"))
    assert "No sets yet" in text_of(client.get("/progress/log/"))
    assert client.get("/progress/muscle/lats/").status_code == 200


def test_a_lift_shows_curve_forecast_records_and_table(client: Client, trained: date) -> None:
    text = text_of(client.get("/progress/lift/deadlift/"))
    assert "Maximum now" in text
    assert "four cases of five" in text
    assert "chart__record" in text
    assert "chart__band--forecast" in text
    assert "127.5 kg × 5" in text
    assert "As a table" in text


def test_every_value_of_a_chart_stands_in_its_table(client: Client, trained: date) -> None:
    text = text_of(client.get("/progress/lift/deadlift/?span=all"))
    said = re.findall(r'data-says="([^:"]+): (\d+ kg), from', text)
    assert len(said) == 12
    for on, value in said:
        assert f'<th scope="row">{on}</th> <td>{value}</td>' in text


def test_the_span_leaves_earlier_sessions_out(client: Client, desk: Desk, trained: date) -> None:
    keep_session(desk, trained - timedelta(days=200), a_set("deadlift", 80, 5))
    points = [
        text_of(client.get(f"/progress/lift/deadlift/?span={span}")).count(", from ") for span in ("3m", "all", "?")
    ]
    assert points == [12, 13, 13]


def test_pull_ups_are_told_on_top_of_the_body(client: Client, trained: date) -> None:
    assert "kg on top of the body" in text_of(client.get("/progress/lift/pull-up-medium/"))


def test_sets_with_straps_have_a_curve_of_their_own(client: Client, desk: Desk, trained: date) -> None:
    for ago in (3, 10):
        keep_session(desk, trained - timedelta(days=ago), a_set("deadlift", 150, 5, straps=True), name=f"straps{ago}")
    text = text_of(client.get("/progress/lift/deadlift/"))
    assert "<h2>With straps</h2>" in text
    assert text.count("<figure") == 2


def test_pounds_are_shown_to_who_chose_them(client: Client, desk: Desk, trained: date) -> None:
    desk.settle(units=MassUnit.LB)
    text = text_of(client.get("/progress/lift/deadlift/"))
    assert "Estimated maximum, lb" in text
    assert re.search(r'now__value numeral">(\d+)', text)[1] > "300"  # type: ignore[index]


def test_lifts_of_long_ago_are_told_in_the_past(client: Client, desk: Desk, today: date) -> None:
    for week in range(6):
        on = today - timedelta(days=1500 - 7 * week)
        keep_session(desk, on, a_set("deadlift", 100 + 2.5 * week, 5, id=f"d{week}"), name=f"s{week}")
    overview = text_of(client.get("/progress/"))
    assert "last done on" in overview
    assert "lift__change" not in overview
    assert "Next:" not in overview
    lift = text_of(client.get("/progress/lift/deadlift/"))
    assert "Maximum then" in lift
    assert "Maximum now" not in lift
    assert "After so long a break there is no forecast" in lift
    assert "holds in four cases of five" not in lift
    assert lift.count(", from ") == 6


def test_a_lift_out_of_use_is_reached_from_the_overview(client: Client, desk: Desk, trained: date) -> None:
    keep_session(desk, trained - timedelta(days=1500), a_set("barbell-row", 60, 8, id="old"), name="old")
    overview = text_of(client.get("/progress/"))
    assert "All lifts" in overview
    assert 'href="/progress/lift/barbell-row/"' in overview
    assert "Maximum now" in text_of(client.get("/progress/lift/deadlift/"))


def test_a_lift_never_done_is_not_there(client: Client, trained: date) -> None:
    response = client.get("/progress/lift/barbell-row/")
    assert response.status_code == 404
    assert "not logged" in text_of(response)
    assert client.get("/progress/lift/nonsense/").status_code == 404


def test_a_muscle_shows_its_weeks_and_what_gave_them(client: Client, trained: date) -> None:
    text = text_of(client.get("/progress/muscle/erectors/"))
    assert text.count("data-says") == 12
    assert "Deadlift" in text
    assert "VOL106" in text
    assert client.get("/progress/muscle/nonsense/").status_code == 404


def test_measurements_are_written_down(client: Client, desk: Desk, today: date) -> None:
    response = client.post("/progress/body/", {"body_mass": "81.4", "waist": "33 in", "on": today.isoformat()})
    assert response.status_code == 302
    found = {each.kind: (each.value, each.unit) for each in desk.store.journal().measurements}
    assert found == {MeasureKind.BODY_MASS: (81.4, MeasureUnit.KG), MeasureKind.WAIST: (33.0, MeasureUnit.INCH)}


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"body_mass": "heavy"}, "is no body mass"),
        ({"waist": "800"}, "cannot be a waist girth"),
        ({}, "at least one measurement"),
        ({"body_mass": "80", "on": "2999-01-01"}, "still to come"),
        ({"body_mass": "80", "on": "1900-01-01"}, "too long ago"),
    ],
)
def test_what_cannot_be_measured_stays_with_its_error(
    client: Client, desk: Desk, today: date, typed: dict[str, str], says: str
) -> None:
    response = client.post("/progress/body/", {"on": today.isoformat(), **typed})
    assert response.status_code == 422
    text = text_of(response)
    assert says in text
    assert all(f'value="{value}"' in text for value in typed.values())
    assert not desk.store.journal().measurements


def test_the_log_goes_page_by_page_and_by_exercise(client: Client, desk: Desk, trained: date) -> None:
    keep_session(desk, trained - timedelta(days=300), a_set("barbell-row", 60, 8), name="old")
    first, second = (text_of(client.get(f"/progress/log/?page={page}")) for page in (1, 2))
    assert first.count("log-card__name") == 12
    assert 'href="/progress/log/old/"' not in first
    assert 'href="/progress/log/old/"' in second
    only = text_of(client.get("/progress/log/?exercise=barbell-row"))
    assert only.count("log-card__name") == 1
    assert "1 set in 1 session" in only


@pytest.mark.parametrize("page", ["0", "-3", "x", "99999999", "999"])
def test_pages_of_the_log_that_are_not_there_lead_to_one_that_is(client: Client, trained: date, page: str) -> None:
    assert "log-card__name" in text_of(client.get(f"/progress/log/?page={page}"))


def test_a_set_is_mended_and_the_change_undone(client: Client, desk: Desk, trained: date) -> None:
    response = client.post("/progress/log/s3/d3/", {"load": "110", "reps": "6", "rir": "", "note": "belt"})
    assert response.status_code == 302
    mended = {entry.id: entry for entry in desk.store.session("s3").sets}["d3"]  # type: ignore[union-attr]
    assert (str(mended.load), mended.reps, mended.rir, mended.note) == ("110 kg", 6, None, "belt")
    page = text_of(client.get(response["Location"]))
    event = re.search(r'name="event" value="([^"]+)"', page)
    assert event
    assert client.post("/progress/log/undo/", {"event": event[1]}).status_code == 302
    again = {entry.id: entry for entry in desk.store.session("s3").sets}["d3"]  # type: ignore[union-attr]
    assert (str(again.load), again.reps, again.rir) == ("107.5 kg", 5, 2.0)


def test_a_set_sent_back_unchanged_enters_nothing(client: Client, desk: Desk, trained: date) -> None:
    before = len(list(desk.store.events()))
    client.post("/progress/log/s3/d3/", {"load": "107.5", "reps": "5", "rir": "2", "note": ""})
    assert len(list(desk.store.events())) == before


def test_a_set_mended_badly_keeps_what_was_typed(client: Client, desk: Desk, trained: date) -> None:
    response = client.post("/progress/log/s3/d3/", {"load": "-5", "reps": "many", "rir": "99"})
    assert response.status_code == 422
    text = text_of(response)
    assert 'value="many"' in text
    assert text.count("field--wrong") == 3
    assert str(desk.store.session("s3").sets[0].load) == "107.5 kg"  # type: ignore[union-attr]


def test_a_set_is_taken_out_and_brought_back(client: Client, desk: Desk, trained: date) -> None:
    assert client.get("/progress/log/s3/d3/delete/").status_code == 405
    response = client.post("/progress/log/s3/d3/delete/")
    assert [entry.id for entry in desk.store.session("s3").sets] == ["e3", "p3"]  # type: ignore[union-attr]
    event = re.search(r"undo=([^&]+)", response["Location"])
    assert event
    client.post("/progress/log/undo/", {"event": event[1]})
    assert {entry.id for entry in desk.store.session("s3").sets} == {"d3", "e3", "p3"}  # type: ignore[union-attr]


def test_an_undo_that_something_came_after_does_nothing(client: Client, desk: Desk, trained: date) -> None:
    response = client.post("/progress/log/s3/d3/delete/")
    client.post("/progress/log/s4/d4/delete/")
    client.post("/progress/log/undo/", {"event": response["Location"].partition("undo=")[2]})
    client.post("/progress/log/undo/", {})
    assert "d3" not in {entry.id for entry in desk.store.session("s3").sets}  # type: ignore[union-attr]


@pytest.mark.parametrize("place", ["/progress/log/no/", "/progress/log/s3/no/", "/progress/log/no/no/"])
def test_what_is_not_logged_is_not_there(client: Client, trained: date, place: str) -> None:
    assert client.get(place).status_code == 404


@pytest.mark.parametrize(
    ("form", "start", "name"),
    [
        ("json", b"{", "dorsi-{}.json"), ("csv", b"\xef\xbb\xbf", "dorsi-{}.csv"), ("xlsx", b"PK", "dorsi-{}.xlsx"),
        ("strong", b"Date", "dorsi-{}-strong.csv"), ("hevy", b"", "dorsi-{}-hevy.csv"),
    ],
)  # fmt: skip
def test_the_log_is_given_out(client: Client, trained: date, form: str, start: bytes, name: str) -> None:
    response = client.get(f"/progress/log/export/{form}/")
    assert response.status_code == 200
    assert name.format(trained) in response["Content-Disposition"]
    assert response.content.lstrip(b"\xef\xbb\xbf").startswith(start.lstrip(b"\xef\xbb\xbf"))
    assert client.get("/progress/log/export/nonsense/").status_code == 404


def test_one_persons_log_is_not_anothers(alice: Client, bob: Client) -> None:
    alice.post("/progress/body/", {"body_mass": "61.7", "on": "2026-01-05"})
    assert "61.7" in text_of(alice.get("/progress/body/"))
    assert "61.7" not in text_of(bob.get("/progress/body/"))
