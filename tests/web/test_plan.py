"""Plan: the weeks, why pages, changes that are checked first, and what-if."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.load import load_atlas
from dorsi.bootstrap import Desk
from dorsi.program.evaluate import Place
from dorsi.program.reading import read_program
from dorsi.services.coaching import warning_signs
from dorsi.web.pages.findings import place_words
from tests.coach.making import programme
from tests.web.answering import plan_text
from tests.web.following import TEXT, log_row, take_up
from tests.web.site import few_queries, text_of

PAGES = (
    "/plan/", "/plan/week/1/", "/plan/session/1/row/", "/plan/session/3/pull/", "/plan/why/1/row/2/",
    "/plan/why/1/row/1/", "/plan/swap/1/row/2/", "/plan/sets/2/pull/1/", "/plan/what-if/", "/plan/print/",
    "/plan/upload/", "/plan/templates/", "/plan/templates/guide-b-formula/",
)  # fmt: skip
KIT = list(PRESETS["full-gym"])


@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_there_with_few_queries_and_takes_no_other_method(
    client: Client, desk: Desk, address: str
) -> None:
    take_up(desk, ago=4)
    log_row(client, desk, 4)
    client.get("/plan/")
    with few_queries():
        response = client.get(address)
    assert response.status_code == 200
    assert 'aria-current="page"' in response.content.decode()
    assert client.delete(address).status_code == 405


@pytest.mark.parametrize("address", [*PAGES, "/plan/export/ics/", "/plan/sets/check/", "/plan/upload/check/"])
def test_nobody_gets_in_unknown_where_there_are_accounts(anonymous: Client, address: str) -> None:
    assert anonymous.get(address).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(
    "address",
    ["/plan/week/9/", "/plan/session/1/other/", "/plan/session/9/row/", "/plan/why/1/row/9/", "/plan/swap/1/row/9/",
     "/plan/sets/1/row/9/", "/plan/swap/1/row/barbell-row/", "/plan/export/docx/", "/plan/templates/none/"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client: Client, desk: Desk, address: str) -> None:
    take_up(desk)
    assert client.get(address).status_code == 404


# ---------------------------------------------------------------------- looking
def test_without_a_programme_it_leads_to_the_ways_in(client: Client) -> None:
    page = text_of(client.get("/plan/"))
    for address in ("/welcome/", "/plan/templates/", "/plan/upload/"):
        assert f'href="{address}"' in page


def test_the_calendar_marks_what_is_done_what_is_next_and_the_deload(client: Client, desk: Desk) -> None:
    take_up(desk, ago=4)
    log_row(client, desk, 4)
    page = text_of(client.get("/plan/"))
    assert "1 of 6 sessions done" in page
    assert len(re.findall(r'<a class="mark mark--done"', page)) == 1
    assert len(re.findall(r'<a class="mark mark--next"', page)) == 1
    assert len(re.findall(r'<a class="mark mark--ahead"', page)) == 4
    assert "cycle__row--deload" in page
    assert "waits for you" in page


def test_volume_stands_against_the_band_and_findings_say_why(client: Client, desk: Desk) -> None:
    take_up(desk)
    page = text_of(client.get("/plan/"))
    assert re.search(r"Lats.*?<b>[\d.]+</b> <span class=\"faint\">/ 10–16", page)
    assert "What the rules say" in page
    assert "How sure" in page


def test_a_programme_that_is_to_begin_is_shown(client: Client, desk: Desk) -> None:
    take_up(desk, ago=-3)
    page = text_of(client.get("/plan/"))
    assert "Begins on" in page
    assert "0 of 6 sessions done" in page
    assert "/plan/swap/" not in text_of(client.get("/plan/session/1/row/"))
    assert "/plan/swap/" not in text_of(client.get("/plan/why/1/row/2/"))
    moved = client.get("/plan/swap/1/row/2/", follow=True)
    assert "once the programme has begun" in text_of(moved)


def test_sessions_stand_in_the_weeks_in_which_they_are_trained(client: Client, desk: Desk) -> None:
    """Two full days lie between sessions, so six of them fill more than two weeks, whatever the programme counts."""
    take_up(desk)
    today = desk.clock.today()
    days = [today + timedelta(days=3 * number) for number in range(6)]
    page = text_of(client.get("/plan/"))
    rows = re.findall(r'<div class="cycle__row(?! cycle__row--head).*?</div>', page)
    assert len(rows) == len({day.isocalendar()[:2] for day in days})
    shown = [[int(day) for day in re.findall(r'aria-hidden="true">\s*(\d+)\s*</span>', row)] for row in rows]
    weeks = [[day.day for day in days if day.isocalendar()[:2] == week] for week in
             dict.fromkeys(day.isocalendar()[:2] for day in days)]  # fmt: skip
    assert shown == weeks


def test_what_was_left_out_stands_on_the_day_it_was(client: Client, desk: Desk) -> None:
    take_up(desk)
    client.post("/today/skip/")
    page = text_of(client.get("/plan/"))
    assert re.search(r'class="mark mark--missed"[^>]* title="row, [^"]*: left out"', page)


def test_answers_are_changed_from_here(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    page = text_of(client.get("/plan/"))
    assert '<form method="post" action="/questions/change/you/">' in page
    assert client.post("/questions/change/you/").status_code == 302


def test_while_a_warning_sign_stands_the_plan_says_so(client: Client, desk: Desk) -> None:
    take_up(desk)
    assert "No training for now" not in text_of(client.get("/plan/"))
    desk.coaching().hurts("lower-back", 6, warnings=[warning_signs()[0].id])
    assert "No training for now" in text_of(client.get("/plan/"))


@pytest.mark.parametrize(
    "address",
    ["/plan/week/1/", "/plan/session/1/row/", "/plan/why/1/row/2/", "/plan/swap/1/row/2/", "/plan/sets/1/row/2/",
     "/plan/what-if/", "/plan/what-if/ready/", "/plan/print/", "/plan/export/csv/"],
)  # fmt: skip
def test_pages_of_a_programme_lead_to_today_where_there_is_none(client: Client, address: str) -> None:
    assert client.get(address).headers["Location"] == "/today/"


def test_why_gives_the_coachs_reason_the_planners_and_what_follows(client: Client, desk: Desk) -> None:
    take_up(desk, ago=4)
    log_row(client, desk, 4)
    page = text_of(client.get("/plan/why/2/row/2/"))
    for expected in ("62.5 kg", "Your sets", "10, 10, 10 at 60 kg", "After sets 1–2", "The rules behind it", "PRG101"):
        assert expected in page, expected


def test_the_price_of_something_else_is_worked_out_on_request(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    calendar_page = text_of(client.get("/plan/"))
    session = re.search(r'href="(/plan/session/1/[a-z0-9-]+/)"', calendar_page)
    assert session is not None
    found = re.search(r'href="/plan/swap/(1/[a-z0-9-]+/\w+/)"', text_of(client.get(session[1])))
    assert found is not None
    address = f"/plan/why/{found[1]}"
    assert "Work it out" in text_of(client.get(address))
    priced = text_of(client.get(f"{address}?priced=1"))
    assert "Work it out" not in priced
    assert "points" in priced or "swap freely" in priced
    partial = client.get(f"{address}?priced=1", headers={"HX-Request": "true"}).content.decode()
    assert partial.lstrip().startswith('<section class="card" id="alternative"')


# ---------------------------------------------------------------------- swapping
def test_a_swap_is_tried_first_and_then_holds_in_every_session(client: Client, desk: Desk) -> None:
    take_up(desk)
    page = text_of(client.get("/plan/swap/2/row/2/"))
    found = re.search(r"\?try=([a-z0-9-]+)", page)
    assert found is not None
    tried = client.get(f"/plan/swap/2/row/2/?try={found[1]}", headers={"HX-Request": "true"})
    assert "From now on" in text_of(tried)
    assert "<html" not in text_of(tried)
    assert desk.coaching().next().item("2").exercise.id == "barbell-row"  # type: ignore[union-attr]
    client.post("/plan/swap/2/row/2/", {"instead": found[1], "how": "always"})
    assert desk.coaching().next().item("2").exercise.id == found[1]  # type: ignore[union-attr]


def test_a_finding_names_the_exercise_that_it_is_about_and_no_number() -> None:
    program = read_program(TEXT, "plan.yaml", load_atlas())
    place = Place(weeks=(2,), session="row", block=3, exercise="rear-delt-fly")
    named = place_words(place, program)
    assert load_atlas().exercises["rear-delt-fly"].short in named
    assert named.endswith("(week 2)")
    assert "3" not in named
    assert place_words(replace(place, weeks=(), exercise=""), program) == place_words(Place(session="row"), program)


def test_only_the_next_session_can_be_swapped_once(client: Client, desk: Desk) -> None:
    take_up(desk)
    assert "This time only" in text_of(client.get("/plan/swap/1/row/2/?try=t-bar-row"))
    assert "This time only" not in text_of(client.get("/plan/swap/2/row/2/?try=t-bar-row"))


def test_a_swap_that_cannot_be_is_refused_with_the_reason(client: Client, desk: Desk) -> None:
    take_up(desk, programme("dumbbell-row-two-arm 3 x 8-12", athlete={"equipment": {"preset": "home-dumbbells"}}))
    assert client.get("/plan/swap/1/only/1/?try=no-such-thing").status_code == 404
    assert client.post("/plan/swap/1/only/1/", {"instead": ""}).status_code == 404
    tried = text_of(client.get("/plan/swap/1/only/1/?try=barbell-row"))
    assert "cannot take that place" in tried
    assert "From now on" not in tried
    sent = client.post("/plan/swap/1/only/1/", {"instead": "barbell-row", "how": "always"}, follow=True)
    assert "cannot take that place" in text_of(sent)
    assert not desk.store.journal().swaps


def test_a_swap_for_once_is_only_for_the_next_session(client: Client, desk: Desk) -> None:
    take_up(desk)
    sent = client.post("/plan/swap/2/row/2/", {"instead": "t-bar-row", "how": "once"}, follow=True)
    assert "Only the session that comes next" in text_of(sent)
    assert not desk.store.journal().swaps


def test_a_swap_for_once_holds_on_the_way_to_a_session_that_is_not_due_yet(client: Client, desk: Desk) -> None:
    take_up(desk, ago=1)
    log_row(client, desk, 1)
    client.post("/plan/swap/1/pull/1/", {"instead": "pulldown-medium", "how": "once"})
    assert "instead of wide pulldown" in text_of(client.get("/plan/session/1/pull/"))
    assert "instead of" not in text_of(client.get("/plan/session/2/row/"))


def test_a_swap_for_good_can_be_lifted_for_once(client: Client, desk: Desk) -> None:
    take_up(desk)
    client.post("/plan/swap/1/row/2/", {"instead": "t-bar-row", "how": "always"})
    client.post("/plan/swap/1/row/2/", {"instead": "barbell-row", "how": "once"})
    assert desk.coaching().next().item("2").exercise.id == "barbell-row"  # type: ignore[union-attr]
    log_row(client, desk, 0)
    assert "T-bar row" in text_of(client.get("/plan/session/2/row/"))


# ---------------------------------------------------------------------- sets
def test_sets_are_changed_in_the_programme_and_the_place_in_it_stays(client: Client, desk: Desk) -> None:
    take_up(desk, ago=4)
    log_row(client, desk, 4)
    before = desk.coaching().next().ref
    response = client.post("/plan/sets/1/pull/1/", {"line-0": "4 x 8-12 @ RIR 2"}, follow=True)
    assert "Changed: " in text_of(response)
    after = desk.coaching().next()
    assert after.ref == before
    assert len(after.items[0].sets) == 4
    assert [adoption.edits != "" for adoption in desk.store.journal().adoptions] == [False, True]


@pytest.mark.parametrize("line", ["", "lots", "4 x 12-6", "99 x 5"])
def test_a_line_that_is_no_notation_keeps_what_was_typed(client: Client, desk: Desk, line: str) -> None:
    take_up(desk)
    response = client.post("/plan/sets/1/pull/1/", {"line-0": line})
    assert response.status_code == 422
    page = text_of(response)
    assert f'value="{line}"' in page
    assert "line-problem" in page
    assert len(desk.store.journal().adoptions) == 1


def test_a_new_error_is_shown_and_has_to_be_accepted(client: Client, desk: Desk) -> None:
    take_up(desk)
    response = client.post("/plan/sets/1/pull/1/", {"line-0": "16 x 8-12 @ RIR 2"})
    assert response.status_code == 422
    assert "The rules object" in text_of(response)
    assert len(desk.store.journal().adoptions) == 1
    client.post("/plan/sets/1/pull/1/", {"line-0": "16 x 8-12 @ RIR 2", "anyway": "on"})
    assert len(desk.store.journal().adoptions) == 2


def test_a_health_limit_cannot_be_accepted_away(client: Client, desk: Desk) -> None:
    take_up(desk, TEXT.replace('"age": 30', '"age": 15, "guardian_consent": true'))
    response = client.post("/plan/sets/1/pull/2/", {"line-0": "2 x 1-2 @ RIR 0", "anyway": "on"})
    assert response.status_code == 422
    assert "The rules forbid that" in text_of(response)
    assert len(desk.store.journal().adoptions) == 1


def test_a_line_is_checked_while_it_is_typed(client: Client) -> None:
    assert "not a number of reps" in text_of(client.get("/plan/sets/check/", {"line-0": "4 x many"}))
    assert text_of(client.get("/plan/sets/check/", {"line-0": "4 x 6"})) == ""


# ---------------------------------------------------------------------- what if
def question(**changed: object) -> dict[str, object]:
    return {"minutes": 45, "days": ["mon", "thu"], "sessions": "", "equipment": KIT, **changed}


def test_nothing_changed_is_no_question(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    page = text_of(client.get("/plan/what-if/"))
    assert 'value="45"' in page
    assert "Take this plan" not in page


def test_another_answer_shows_the_difference_and_can_be_taken(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    asked = question(minutes=75, days=["tue", "fri"])
    page = text_of(client.get("/plan/what-if/", asked))
    assert "75 minutes instead of 45, training on Tuesday, Friday" in page
    assert "Take this plan" in page
    partial = client.get("/plan/what-if/", asked, headers={"HX-Request": "true"}).content.decode()
    assert partial.lstrip().startswith('<section class="difference"')
    assert "Your new plan begins on" in text_of(client.post("/plan/what-if/take/", asked, follow=True))
    latest = desk.store.journal().adoptions[-1]
    assert not latest.edits
    assert "minutes: 75" in latest.text


def test_the_plan_that_a_question_starts_from_is_made_ahead(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    assert 'hx-get="/plan/what-if/ready/"' in text_of(client.get("/plan/what-if/"))
    assert client.get("/plan/what-if/ready/").status_code == 204
    assert client.post("/plan/what-if/ready/").status_code == 405


def test_a_plan_taken_for_later_is_shown_at_once_and_can_be_given_up(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    weekday = desk.clock.today() + timedelta(days=2)
    asked = question(minutes=60, days=[weekday.strftime("%a").lower()])
    client.post("/plan/what-if/take/", asked)
    coming = desk.coaching().coming()
    assert coming is not None
    assert "Your new programme begins on" in text_of(client.get("/today/"))
    page = text_of(client.get("/plan/"))
    assert "Begins on" in page
    assert "Keep the present one after all" in page
    assert client.get("/plan/keep/").status_code == 405
    assert "You keep the programme" in text_of(client.post("/plan/keep/", follow=True))
    assert desk.coaching().coming() is None
    assert "Keep the present one" not in text_of(client.get("/plan/"))
    assert "Your new programme" not in text_of(client.get("/today/"))


def test_much_equipment_is_counted_and_little_is_named(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    asked = client.get("/plan/what-if/", question(equipment=[item for item in KIT if item != "dumbbells"]))
    assert "<h2>Without dumbbells</h2>" in text_of(asked)
    page = text_of(client.get("/plan/what-if/", question(equipment=["dumbbells", "pull-up-bar", "bands"])))
    assert f"<h2>Without {len(KIT) - 3} pieces of equipment</h2>" in page


def test_wishes_that_clash_say_what_would_make_room(client: Client, desk: Desk) -> None:
    take_up(desk, plan_text())
    page = text_of(client.get("/plan/what-if/", question(equipment=[])))
    assert "That leaves no safe programme" in page
    assert "Any one of these would make room" in page


@pytest.mark.parametrize("wrong", [{"minutes": "5"}, {"minutes": "x"}, {"days": []}, {"equipment": ["a-moon"]}])
def test_a_question_that_makes_no_sense_is_not_planned(client: Client, desk: Desk, wrong: dict[str, object]) -> None:
    take_up(desk, plan_text())
    assert "Take this plan" not in text_of(client.get("/plan/what-if/", question(**wrong)))
    client.post("/plan/what-if/take/", question(**wrong))
    assert len(desk.store.journal().adoptions) == 1
