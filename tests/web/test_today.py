"""Today: the session, rest, and what is said when life gets in the way."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from dorsi.athlete.screening_questions import Kind
from dorsi.bootstrap import Desk
from dorsi.journal.model import LoggedSession
from dorsi.services.coaching import warning_signs
from tests.coach.making import programme
from tests.web.site import few_queries, text_of

PAGES = ("/today/", "/today/move/", "/today/skip/", "/today/hurts/", "/today/log/")
TEXT = programme(
    {"warmup": "barbell-row", "sets": "1 x 8 light"},
    "barbell-row 3 x 6-10 @ 60 kg, RIR 2",
    {
        "superset": [
            {"exercise": "pulldown-wide", "sets": "3 x 8-12"},
            {"exercise": "rear-delt-fly", "sets": "3 x 12-20"},
        ]
    },
    weeks=4,
    athlete={"max_pull_ups": 9, "trunk_ready": True},
)
"""Two full days lie between sessions; the first is due on the day it is taken up."""
LINES = "barbell row 10, 10, 10 60kg @2\npulldown wide 10, 10, 9 50kg\nrear delt fly 15, 15, 15 8kg"


def take_up(desk: Desk, ago: int = 0) -> None:
    desk.coaching().start(TEXT, "plan.yaml", desk.clock.today() - timedelta(days=ago))


def log(client: Client, lines: str = LINES, ago: int = 0, **more: str) -> Any:
    return client.post("/today/log/", {"lines": lines, "on": day_ago(ago), "done": "on", **more})


def day_ago(days: int) -> str:
    return (date.today() - timedelta(days=days)).isoformat()  # noqa: DTZ011 - the athlete's local day


def last_session(desk: Desk) -> LoggedSession:
    return desk.store.last_sessions(1)[0]


@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_there_with_few_queries_and_takes_no_other_method(
    client: Client, desk: Desk, address: str
) -> None:
    take_up(desk, ago=4)
    log(client, ago=4)
    client.get("/today/")
    with few_queries():
        response = client.get(address)
    assert response.status_code == 200
    assert client.delete(address).status_code == 405


@pytest.mark.parametrize("address", ["/today/cleared/", "/today/answer/", "/today/undo/"])
def test_what_changes_something_is_not_done_by_looking(client: Client, address: str) -> None:
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("address", [*PAGES, "/today/cleared/", "/today/answer/", "/today/undo/"])
def test_nobody_gets_in_unknown_where_there_are_accounts(anonymous: Client, address: str) -> None:
    assert anonymous.get(address).headers["Location"].startswith("/accounts/login/")


# ---------------------------------------------------------------------- what to do
def test_without_a_programme_it_leads_to_the_questions_and_the_guides(client: Client) -> None:
    page = text_of(client.get("/today/"))
    assert "No programme yet" in page
    assert "/welcome/" in page
    assert "/plan/templates/" in page


def test_a_programme_that_begins_later_says_when(client: Client, desk: Desk) -> None:
    take_up(desk, ago=-3)
    assert "Your programme begins" in text_of(client.get("/today/"))


def test_a_due_session_shows_sets_loads_reasons_and_the_way_to_the_player(client: Client, desk: Desk) -> None:
    take_up(desk)
    page = text_of(client.get("/today/"))
    for expected in ("/today/train/", "3 × 6–10", "60 kg", "20 a side", "2 in reserve", "Superset", "Start training"):
        assert expected in page, expected
    assert "Rest day" not in page


def test_each_exercise_leads_to_its_why(client: Client, desk: Desk) -> None:
    take_up(desk)
    found = re.search(r'<h3 class="lift__name">\s*<a href="([^"]+)">', text_of(client.get("/today/")))
    assert found is not None
    assert "Why these numbers" in text_of(client.get(found[1]))


@pytest.mark.parametrize("address", ["/today/move/", "/today/skip/"])
def test_without_a_programme_nothing_can_be_moved_or_left_out(client: Client, address: str) -> None:
    assert client.get(address).headers["Location"] == "/today/"


def test_a_band_has_no_load_to_find(client: Client, desk: Desk) -> None:
    text = programme("band-straight-arm-pulldown 2 x 10-15 @ RIR 2", "seated-row-wide 2 x 8-12 @ RIR 2")
    desk.coaching().start(text, "plan.yaml", desk.clock.today())
    assert text_of(client.get("/today/")).count("find the load") == 1


def test_the_load_of_two_dumbbells_is_that_of_each(client: Client, desk: Desk) -> None:
    text = programme("dumbbell-row-two-arm 3 x 8-12 @ 16 kg, RIR 2", "pullover-dumbbell 2 x 10-15 @ 20 kg, RIR 2")
    desk.coaching().start(text, "plan.yaml", desk.clock.today())
    page = text_of(client.get("/today/"))
    assert "16 kg each" in page
    assert "20 kg" in page
    assert "20 kg each" not in page
    exercises = client.get("/api/v1/day").json()["exercises"]
    assert (exercises["dumbbell-row-two-arm"]["pair"], exercises["pullover-dumbbell"]["pair"]) == (True, False)


@pytest.mark.parametrize(("best", "asked"), [(0, "one honest try"), (3, "as many as you can")])
def test_whoever_has_no_pull_up_yet_is_asked_for_one_try(client: Client, desk: Desk, best: int, asked: str) -> None:
    test = {"test": "pull-up-medium", "sets": "1 x max @ RIR 1"}
    text = programme(test, "pull-up-assisted 2 x 5-10 @ RIR 2", athlete={"max_pull_ups": best})
    desk.coaching().start(text, "plan.yaml", desk.clock.today())
    assert asked in text_of(client.get("/today/"))
    blocks = client.get("/api/v1/day").json()["blocks"]
    tested = [item for block in blocks for item in block["items"] if item["role"] == "test"]
    assert [item["first_try"] for item in tested] == [best == 0]


def test_what_was_done_last_time_stands_beside_what_to_do(client: Client, desk: Desk) -> None:
    take_up(desk, ago=4)
    log(client, ago=4)
    page = text_of(client.get("/today/"))
    assert "10, 10, 10 at 60 kg, 2 in reserve (4 days ago)" in page
    assert "It has waited for you" in page
    assert "62.5 kg" in page
    assert "Add the smallest step" in page
    assert "PRG101" in page


def test_a_day_of_rest_says_what_comes_and_lets_one_train_anyway(client: Client, desk: Desk) -> None:
    take_up(desk, ago=1)
    log(client, ago=1)
    page = text_of(client.get("/today/"))
    assert "Rest day" in page
    assert "What a rest day does" in page
    assert "/today/train/" not in page
    anyway = text_of(client.get("/today/?anyway=1"))
    assert "/today/train/" in anyway
    assert "1 day after your last session" in anyway


def test_after_training_the_day_is_done(client: Client, desk: Desk) -> None:
    take_up(desk)
    log(client)
    assert "Done for today" in text_of(client.get("/today/"))
    assert "9 work sets are in your journal" in text_of(client.get("/today/"))


def test_more_can_be_typed_after_the_session_is_finished(client: Client, desk: Desk) -> None:
    take_up(desk)
    log(client)
    before = len(last_session(desk).sets)
    assert log(client, "dumbbell shrug 12, 12 20kg").status_code == 302
    assert len(last_session(desk).sets) == before + 2
    assert last_session(desk).finished
    assert "finished already" in text_of(log(client, "# slept badly"))


def test_a_session_under_way_shows_what_is_done_and_what_is_left(client: Client, desk: Desk) -> None:
    take_up(desk)
    client.post("/today/log/", {"lines": "barbell row 10, 9 60kg @2", "on": day_ago(0)})
    page = text_of(client.get("/today/"))
    assert "Go on training" in page
    assert "2 of 9 work sets done" in page
    assert "1 set to go" in page


# ---------------------------------------------------------------------- another day
def test_moving_warns_where_rest_is_short_and_can_be_undone(client: Client, desk: Desk) -> None:
    take_up(desk, ago=1)
    log(client, ago=1)
    assert text_of(client.get("/today/move/")).count("little rest") == 2
    response = client.post("/today/move/", {"to": day_ago(-1)}, follow=True)
    page = text_of(response)
    assert "is now on" in page
    assert "between them (SCH101)" in page
    event = re.search(r'name="event" value="([^"]+)"', page)
    assert event is not None
    before = desk.coaching().next().due
    assert "Taken back." in text_of(client.post("/today/undo/", {"event": event[1]}, follow=True))
    assert desk.coaching().next().due != before


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a day."),
        ({"to": "other"}, "Say which day."),
        ({"to": "other", "other": "2020-01-01"}, "Choose a day from today on"),
        ({"to": "other", "other": "soon"}, "Enter a valid date."),
        ({"to": "2020-01-01"}, "is not one of the available choices"),
    ],
)
def test_a_day_that_makes_no_sense_is_said_beside_the_field(
    client: Client, desk: Desk, sent: dict[str, str], said: str
) -> None:
    take_up(desk)
    response = client.post("/today/move/", sent)
    assert response.status_code == 422
    page = text_of(response)
    assert said in page
    if sent.get("to") == "other":
        assert re.search(r'value="other" checked', page)


def test_any_day_of_the_next_weeks_will_do(client: Client, desk: Desk) -> None:
    take_up(desk)
    client.post("/today/move/", {"to": "other", "other": day_ago(-30)})
    assert desk.coaching().next().due == desk.clock.today() + timedelta(days=30)


def test_undo_does_not_take_back_what_came_later(client: Client, desk: Desk) -> None:
    take_up(desk)
    client.post("/today/move/", {"to": day_ago(-1)})
    event = desk.store.last_event()
    assert event is not None
    log(client)
    assert "Something else was entered since" in text_of(client.post("/today/undo/", {"event": event.id}, follow=True))
    assert len(last_session(desk).sets) == 9


def test_leaving_out_is_asked_first_and_goes_on_with_the_next(client: Client, desk: Desk) -> None:
    take_up(desk)
    assert "Leave this session out?" in text_of(client.get("/today/skip/"))
    assert "Left out: only." in text_of(client.post("/today/skip/", follow=True))
    assert desk.coaching().next().ref.week == 2


# ---------------------------------------------------------------------- discomfort
def test_a_light_discomfort_is_noted_at_once(client: Client, desk: Desk) -> None:
    take_up(desk)
    assert "Noted." in text_of(client.post("/today/hurts/", {"place": "elbow", "score": "2"}, follow=True))
    assert [(h.place, h.score) for h in desk.store.journal().hurts] == [("elbow", 2)]


@pytest.mark.parametrize("place", ["elbow", "knee"])
def test_a_day_of_rest_says_what_a_report_means_for_the_next_session(client: Client, desk: Desk, place: str) -> None:
    """The rows load the elbow a little, and nothing loads the knee."""
    take_up(desk)
    log(client, done="on")
    desk.coaching().hurts(place, 4, exercise="barbell-row" if place == "elbow" else "", signs=["sharp"])
    page = text_of(client.get("/today/"))
    assert "Rest day" in page or "Done for today" in page
    says = "Barbell row is left out today" if place == "elbow" else "so nothing changes"
    assert f"Sharp, spreading or growing discomfort ({place}): " in page
    assert says in page


@pytest.mark.parametrize("sent", [{"score": "6"}, {"score": "1", "signs": "spreading"}])
def test_a_grave_one_asks_for_warning_signs_before_it_is_kept(client: Client, desk: Desk, sent: dict[str, str]) -> None:
    take_up(desk)
    asked = {"place": "lower-back", **sent}
    response = client.post("/today/hurts/", asked)
    page = text_of(response)
    assert response.status_code == 200
    assert "Is any of this there?" in page
    assert f'name="score" value="{sent["score"]}"' in page
    assert not desk.store.journal().hurts
    client.post("/today/hurts/", {**asked, "verdict": "none"})
    (hurt,) = desk.store.journal().hurts
    assert not hurt.warnings
    assert [sign.value for sign in hurt.signs] == ([sent["signs"]] if "signs" in sent else [])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"verdict": "none", "warnings": "both-legs"}, "You ticked a sign."),
        ({"verdict": "some"}, "Tick the signs that are there."),
    ],
)
def test_button_and_ticks_must_agree(client: Client, desk: Desk, more: dict[str, str], said: str) -> None:
    take_up(desk)
    response = client.post("/today/hurts/", {"place": "lower-back", "score": "6", **more})
    assert response.status_code == 422
    assert said in text_of(response)
    assert not desk.store.journal().hurts


@pytest.mark.parametrize(
    ("kind", "who"), [(Kind.EMERGENCY, "emergency department now"), (Kind.URGENT, "See a doctor in the next days")]
)
def test_a_warning_sign_ends_training_until_a_clinician_has_agreed(
    client: Client, desk: Desk, kind: Kind, who: str
) -> None:
    take_up(desk)
    sign = next(question.id for question in warning_signs() if question.kind is kind)
    assert f'name="warnings" value="{sign}"' in text_of(
        client.post("/today/hurts/", {"place": "lower-back", "score": "6"})
    )
    client.post("/today/hurts/", {"place": "lower-back", "score": "6", "verdict": "some", "warnings": sign})
    page = text_of(client.get("/today/"))
    assert "No training for now" in page
    assert who in page
    assert "/today/train/" not in page
    for address in ("/today/move/", "/today/skip/", "/plan/session/1/only/", "/plan/why/1/only/2/"):
        assert client.get(address).headers["Location"] == "/today/"
    client.post("/today/cleared/")
    assert "/today/train/" in text_of(client.get("/today/"))


@pytest.mark.parametrize("sent", [{"score": "3"}, {"place": "moon", "score": "3"}, {"place": "knee", "score": "11"}])
def test_a_report_that_makes_no_sense_is_asked_again(client: Client, desk: Desk, sent: dict[str, str]) -> None:
    take_up(desk)
    response = client.post("/today/hurts/", sent)
    assert response.status_code == 422
    assert "field__errors" in text_of(response)
    assert not desk.store.journal().hurts


# ---------------------------------------------------------------------- doubtful entries
@pytest.mark.parametrize(("word", "said"), [("yes", "It counts from now on."), ("no", "left out of your progress")])
def test_a_doubtful_entry_is_settled_with_a_button(client: Client, desk: Desk, word: str, said: str) -> None:
    take_up(desk, ago=16)
    for ago in (16, 13, 10, 7):
        log(client, "barbell row 10, 10, 10 60kg @2", ago=ago)
    log(client, "barbell row 10, 10, 10 132kg @2", ago=4)
    page = text_of(client.get("/today/"))
    assert "It was a slip" in page
    found = re.search(r'name="set" value="([^"]+)"', page)
    assert found is not None
    assert said in text_of(client.post("/today/answer/", {"set": found[1], "true": word}, follow=True))
    assert "It was a slip" not in text_of(client.get("/today/"))
    again = client.post("/today/answer/", {"set": found[1], "true": word}, follow=True)
    assert "settled already" in text_of(again)


# ---------------------------------------------------------------------- typed lines
def test_lines_become_the_planned_session(client: Client, desk: Desk) -> None:
    take_up(desk)
    assert "9 sets logged." in text_of(log(client).client.get("/today/"))
    session = last_session(desk)
    assert session.finished
    assert session.plan is not None
    assert [entry.slot for entry in session.sets] == ["2"] * 3 + ["3a"] * 3 + ["3b"] * 3


def test_every_wrong_line_is_named_and_nothing_is_lost(client: Client, desk: Desk) -> None:
    take_up(desk)
    lines = "barbell row 10, 10 60kg\nbarbel rwo 3x5\npulldown 3 x lots"
    response = log(client, lines)
    assert response.status_code == 422
    page = text_of(response)
    assert "In line 2" in page
    assert "In line 3" in page
    assert "pulldown 3 x lots</textarea>" in page
    assert "&#x27;dorsi " not in page
    assert not desk.store.journal().sessions


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"lines": ""}, "Write at least one line."),
        ({"on": (date.today() + timedelta(days=2)).isoformat()}, "still to come"),  # noqa: DTZ011
        ({"on": "then"}, "Enter a valid date."),
        ({"lines": "# only a note"}, "no session on that day"),
        ({"lines": "deadlift 5\n" * 201}, "more than one session"),
    ],
)
def test_what_makes_no_sense_is_said_and_kept(client: Client, desk: Desk, sent: dict[str, str], said: str) -> None:
    take_up(desk)
    response = client.post("/today/log/", {"lines": LINES, "on": day_ago(0), "done": "on", **sent})
    assert response.status_code == 422
    assert said in text_of(response)
    assert not desk.store.journal().sessions
