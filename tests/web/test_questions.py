"""The questionnaire screen by screen, and what it ends in: a plan, a referral or a clash."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from dorsi.athlete.questions import QUESTIONS
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Loading
from dorsi.bootstrap import Desk, open_desk
from dorsi.program.reading import read_program
from dorsi.services.questioning import Questionnaire
from dorsi.units import MassUnit
from dorsi.web.forms.start import StartForm
from dorsi.web.pages.question_parts import FOLLOWS, PARTS, UPDATES, WORDS, Part
from tests.coach.making import programme
from tests.web.answering import answers, plan_text
from tests.web.reading import FormReader
from tests.web.site import few_queries, text_of

YOU = {
    "asked": ["name", "units", "age", "sex", "body_mass", "height_cm"],
    "name": "Mara", "units": "kg", "age": "31", "sex": "female", "body_mass": "68", "height_cm": "",
}  # fmt: skip
HTMX = {"HTTP_HX_REQUEST": "true"}


def kept(desk: Desk) -> dict[str, str]:
    return Questionnaire(desk.drafts).texts


def fill(desk: Desk, example: str = "newcomer", **changed: str) -> None:
    Questionnaire(desk.drafts).put(answers(example, **changed))


# ---------------------------------------------------------------------- the screens
def test_every_question_stands_on_one_screen_after_what_decides_it() -> None:
    placed = [question_id for part in PARTS for question_id in part.ids]
    assert sorted(placed) == sorted(question.id for question in QUESTIONS)
    assert set(WORDS) <= set(placed)
    for follower, deciders in FOLLOWS.items():
        assert all(placed.index(decider) < placed.index(follower) for decider in deciders)
    shown_anew = {(decider, each) for decider, ids in UPDATES.items() for each in ids}
    assert {(decider, each) for each, ids in FOLLOWS.items() for decider in ids} <= shown_anew


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.slug}-{part.number}")
def test_each_screen_shows_its_questions_with_their_reasons(client: Client, desk: Desk, part: Part) -> None:
    fill(desk, "intermediate")
    with few_queries():
        response = client.get(f"/questions/{part.slug}/{part.number}/")
    page = text_of(response)
    assert response.status_code == 200
    assert str(part.title) in page
    assert page.count("Why we ask") == page.count('class="ask-why"') > 0


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.slug}-{part.number}")
def test_a_screen_sent_as_it_was_shown_changes_no_answer(client: Client, desk: Desk, part: Part) -> None:
    fill(desk, "intermediate", liked="deadlift, barbell-row", never="plank", equipment__dumbbells="4 to 24 by 2")
    before = Questionnaire.checked(kept(desk))
    page = client.get(f"/questions/{part.slug}/{part.number}/")
    client.post(f"/questions/{part.slug}/{part.number}/", inputs_of(page.content.decode()))
    assert Questionnaire.checked(kept(desk)) == before


def test_answers_are_kept_and_the_next_screen_follows(client: Client, desk: Desk) -> None:
    with few_queries():
        response = client.post("/questions/you/", YOU)
    assert response.headers["Location"] == "/questions/training/"
    assert kept(desk)["body_mass"] == "68"


def test_what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost(client: Client, desk: Desk) -> None:
    response = client.post("/questions/you/", {**YOU, "age": "203", "body_mass": "heavy"})
    page = text_of(response)
    assert response.status_code == 422
    assert "2 answers need another look" in page
    assert "It must be between 5 and 110 years, found 203." in page
    assert 'value="203"' in page
    assert 'value="heavy"' in page
    assert "is not a number" in page
    assert kept(desk) == {}


@pytest.mark.parametrize("years", ["9" * 5000, "1234567", "two"])
def test_years_that_nobody_trains_are_told_and_stay_as_typed(client: Client, desk: Desk, years: str) -> None:
    fill(desk)
    asked = {"asked": ["training_age_months"], "training_age_months-years": years, "training_age_months-months": "3"}
    response = client.post("/questions/training/", asked)
    assert response.status_code == 422
    assert f'value="{years}"' in text_of(response)


def test_an_answer_that_raises_a_question_shows_it_on_the_same_screen(client: Client, desk: Desk) -> None:
    first = client.post("/questions/you/", {**YOU, "age": "16"})
    assert first.status_code == 200
    assert "Does a parent or guardian agree" in text_of(first)
    assert kept(desk)["age"] == "16"
    again = client.post(
        "/questions/you/",
        {**YOU, "age": "16", "asked": [*YOU["asked"], "guardian_consent"], "guardian_consent": "yes"},
    )
    assert again.headers["Location"] == "/questions/training/"


def test_a_look_ahead_shows_what_would_be_asked_and_keeps_nothing(client: Client, desk: Desk) -> None:
    response = client.post("/questions/you/", {**YOU, "age": "16", "look": "1"}, **HTMX)
    assert "Does a parent or guardian agree" in text_of(response)
    assert "<html" not in response.content.decode()
    assert kept(desk) == {}


def test_another_place_brings_its_usual_equipment(client: Client, desk: Desk) -> None:
    fill(desk)
    asked = ["equipment.preset", "equipment.add", "equipment.remove"]
    sent = {"asked": asked, "equipment.preset": "hotel", "gear-of": "full-gym", "gear": ["barbell", "rack"]}
    response = client.post("/questions/gym/", sent)
    assert response.status_code == 200
    assert kept(desk)["equipment.add"] == ""
    page = response.content.decode()
    assert 'name="gear-of" value="hotel"' in page
    sent |= {"gear-of": "hotel", "gear": ["dumbbells", "bands", "box", "rings"]}
    client.post("/questions/gym/", sent)
    assert kept(desk)["equipment.add"] == "rings"
    assert kept(desk)["equipment.remove"] == "flat-bench, bike, treadmill"


def test_remembered_sets_and_likes_come_as_rows(client: Client, desk: Desk) -> None:
    fill(desk)
    rows = {"asked": ["max_pull_ups", "known_set", "trunk_ready"], "max_pull_ups": "3", "trunk_ready": ""}
    row = {"known_set-0-exercise": "barbell-row", "known_set-0-load": "50", "known_set-0-rir": ""}
    half = client.post("/questions/training/2/", {**rows, **row, "known_set-0-reps": ""})
    assert half.status_code == 422
    assert "Give load and reps of each set" in text_of(half)
    assert 'value="50"' in half.content.decode()
    worded = client.post("/questions/training/2/", {**rows, **row, "known_set-0-reps": "ten"})
    assert "Reps are a whole number" in text_of(worded)
    client.post("/questions/training/2/", {**rows, **row, "known_set-0-reps": "8"})
    assert Questionnaire.checked(kept(desk))["known_set"] == [
        {"exercise": "barbell-row", "load": 50.0, "reps": 8, "rir": 1.0}
    ]
    likes = {"asked": ["liked", "disliked", "never"], "taste-0-exercise": "deadlift", "taste-0-how": "never"}
    client.post("/questions/gym/2/", likes)
    assert (kept(desk)["liked"], kept(desk)["never"]) == ("", "deadlift")


def test_an_ache_needs_its_place_and_its_score(client: Client, desk: Desk) -> None:
    fill(desk)
    before = kept(desk).get("discomfort")
    place = {"asked": ["discomfort"], "discomfort-0-place": "shoulder", "discomfort-0-score": ""}
    unscored = client.post("/questions/health/4/", place)
    assert unscored.status_code == 422
    assert "how much each place aches" in text_of(unscored)
    nowhere = client.post("/questions/health/4/", {**place, "discomfort-0-place": "", "discomfort-0-score": "4"})
    assert "Choose the place" in text_of(nowhere)
    assert kept(desk).get("discomfort") == before
    client.post("/questions/health/4/", {**place, "discomfort-0-score": "4"})
    assert kept(desk)["discomfort"] == "shoulder 4"


def test_sizes_of_dumbbells_are_asked_openly_where_there_is_nothing_heavier(client: Client, desk: Desk) -> None:
    fill(desk, **{"equipment.preset": "full-gym", "equipment.add": "", "equipment.remove": ""})
    folded = client.get("/questions/gym/2/").content.decode()
    assert folded.index("finer__summary") < folded.index("equipment.dumbbells-to")
    fill(desk, **{"equipment.preset": "home-dumbbells", "equipment.add": "", "equipment.remove": ""})
    page = client.get("/questions/gym/2/").content.decode()
    assert "equipment.dumbbells-to" in page
    assert "finer__summary" not in page or page.index("equipment.dumbbells-to") < page.index("finer__summary")


def test_more_lines_are_offered_where_they_are_asked_for(client: Client, desk: Desk) -> None:
    fill(desk)
    few = client.get("/questions/health/4/").content.decode()
    many = client.post("/questions/health/4/", {"asked": ["discomfort"], "rows": "discomfort"}).content.decode()
    assert many.count("-score") > few.count("-score")


def test_health_signs_need_an_answer_and_only_one_kind(client: Client, desk: Desk) -> None:
    fill(desk)
    signs = "screening.yes.urgent"
    nothing = client.post("/questions/health/2/", {"asked": [signs]})
    assert "Tick what applies" in text_of(nothing)
    both = client.post("/questions/health/2/", {"asked": [signs], signs: ["night-pain", "none"]})
    assert "stands beside others" in text_of(both)
    assert client.post("/questions/health/2/", {"asked": [signs], signs: ["none"]}).status_code == 302


def test_answers_that_cannot_stand_together_are_told_where_they_stand(client: Client, desk: Desk) -> None:
    fill(desk)
    week = {
        "asked": ["days", "minutes", "sessions_per_week", "weeks", "other_training"],
        "days": ["mon"], "minutes": "60", "sessions_per_week": "3", "weeks": "8",
    }  # fmt: skip
    response = client.post("/questions/week/", week)
    assert response.status_code == 422
    assert "3 sessions need as many days" in text_of(response)


def test_nobody_skips_a_screen(client: Client) -> None:
    assert client.get("/questions/health/").headers["Location"] == "/questions/you/"
    assert client.get("/questions/result/").headers["Location"] == "/questions/you/"
    assert client.get("/questions/").headers["Location"] == "/questions/you/"


def test_a_screen_that_is_none(client: Client) -> None:
    assert client.get("/questions/shoes/").status_code == 404
    assert client.get("/questions/you/7/").status_code == 404
    assert client.put("/questions/you/").status_code == 405


# ---------------------------------------------------------------------- what it ends in
def test_the_answers_end_in_a_plan_that_says_why(client: Client, desk: Desk) -> None:
    fill(desk)
    page = text_of(client.get("/questions/result/"))
    assert "Start this plan" in page
    assert "Why it looks like this" in page
    assert 'href="/more/rules/' in page
    with few_queries():
        again = client.get("/questions/result/")
    assert text_of(again).partition("The first week")[2] == page.partition("The first week")[2]


def test_started_it_is_the_plan_that_is_followed(client: Client, desk: Desk) -> None:
    fill(desk, units="lb", body_mass="150")
    day = desk.clock.today() + timedelta(days=3)
    client.get("/questions/result/")
    response = client.post("/questions/result/", {"on": day.isoformat()})
    assert response.headers["Location"] == "/today/"
    coming = desk.coaching().coming()
    assert coming is not None
    assert coming.on == day
    assert kept(desk) == {}
    client.get("/more/settings/")
    assert "lb" in client.get("/more/settings/").content.decode()


def test_a_day_without_a_session_is_answered_with_the_day_of_the_first(client: Client, desk: Desk) -> None:
    fill(desk, days="wed sun", sessions_per_week="2")
    client.get("/questions/result/")
    sunday = desk.clock.today() + timedelta(days=6 - desk.clock.today().weekday())
    page = text_of(client.post("/questions/result/", {"on": sunday.isoformat()}, follow=True))
    first = sunday + timedelta(days=3)
    assert f"Your first session is on Wed {first.day} " in page


def test_a_plan_with_weekdays_says_that_they_decide_on_the_first_day(client: Client, desk: Desk) -> None:
    fill(desk)
    page = text_of(client.get("/questions/result/"))
    assert "Not before" in page
    assert "first training day from then on" in page
    assert 'aria-describedby="id_on_helptext"' in page
    assert 'id="id_on_helptext"' in page
    program = read_program(programme("deadlift 3 x 5"), "plan.yaml", load_atlas())
    free = StartForm(desk.clock.today(), program)["on"]
    assert (free.label, free.help_text) == ("First session", "")


@pytest.mark.parametrize("on", ["2001-01-01", "soon", "", "2999-01-01"])
def test_a_day_that_cannot_be_the_first_is_told(client: Client, desk: Desk, on: str) -> None:
    fill(desk)
    response = client.post("/questions/result/", {"on": on})
    assert response.status_code == 422
    assert "field__errors" in response.content.decode()
    assert desk.coaching().coming() is None
    assert desk.coaching().state().adoption is None


def test_sets_one_remembers_are_of_work_in_reps(client: Client, desk: Desk) -> None:
    known = load_atlas().exercises
    counted = {each.id for each in known.values() if each.loading not in (Loading.TIME, Loading.DISTANCE)}
    fill(desk)
    offered = set(re.findall(r'<option value="([^"]+)"', text_of(client.get("/questions/training/2/")))) & set(known)
    assert offered == {each for each in counted if known[each].is_work}
    fill(desk, known_set="dead-hang 0 x 45")
    assert '<option value="dead-hang" selected' in text_of(client.get("/questions/training/2/"))


def test_an_emergency_ends_the_questions_at_once(client: Client, desk: Desk) -> None:
    Questionnaire(desk.drafts).put({k: v for k, v in answers().items() if not k.startswith("screening.")})
    signs = "screening.yes.emergency"
    sent = client.post("/questions/health/", {"asked": [signs], signs: ["chest-pressure"]})
    assert sent.headers["Location"] == "/questions/result/"
    page = text_of(client.get("/questions/result/"))
    assert "stop--emergency" in page
    assert "Stop here and get emergency care now." in page
    assert "Start this plan" not in page


def test_a_referral_stands_until_the_health_questions_are_answered_anew(client: Client, desk: Desk) -> None:
    fill(desk, screening__yes__urgent="night-pain")
    page = text_of(client.get("/questions/result/"))
    assert "See a clinician before you train again." in page
    assert client.post("/questions/result/", {"on": desk.clock.today().isoformat()}).status_code == 200
    assert desk.coaching().state().adoption is None
    client.post("/questions/health-again/")
    assert "screening.yes.urgent" not in kept(desk)
    assert kept(desk)["name"]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"age": "16", "guardian_consent": "no"}, "come back and say so in the first step"),
        ({"screening__yes__clearance": "heart-disease", "clinician_ok": "no"}, "Dorsi then plans within these limits"),
        ({"age": "11"}, "no plans for children"),
    ],
)
def test_a_missing_consent_is_no_emergency(client: Client, desk: Desk, changed: dict[str, str], says: str) -> None:
    fill(desk, **changed)
    page = text_of(client.get("/questions/result/"))
    assert says in page
    assert "stop--consent" in page
    assert "= true" not in page


def test_clashing_wishes_are_named_and_one_tap_makes_room(client: Client, desk: Desk) -> None:
    fill(desk, "clash")
    page = text_of(client.get("/questions/result/"))
    assert "Not all of it fits" in page
    assert 'name="remedy" value="0"' in page
    before = kept(desk)
    assert client.post("/questions/result/change/", {"remedy": "0"}).headers["Location"] == "/questions/result/"
    assert kept(desk) != before
    assert "Start this plan" in text_of(client.get("/questions/result/"))


def test_a_remedy_that_is_none_changes_nothing(client: Client, desk: Desk) -> None:
    fill(desk, "clash")
    before = kept(desk)
    for remedy in ("99", "x", ""):
        client.post("/questions/result/change/", {"remedy": remedy})
    assert kept(desk) == before


# ---------------------------------------------------------------------- later on
def test_answers_of_the_plan_that_is_followed_can_be_changed(client: Client, desk: Desk) -> None:
    desk.coaching().start(plan_text(), "plan.yaml")
    assert client.get("/questions/change/week/").status_code == 405
    assert client.post("/questions/change/week/").headers["Location"] == "/questions/week/"
    page = client.get("/questions/week/").content.decode()
    assert "Save and plan" in page
    sent = {**inputs_of(page), "minutes": "75", "finish": "1"}
    assert client.post("/questions/week/", sent).headers["Location"] == "/questions/result/"
    result = text_of(client.get("/questions/result/"))
    assert "It takes the place of your present plan." in result


def test_a_plan_that_is_still_to_come_can_be_changed_too(client: Client, desk: Desk) -> None:
    desk.coaching().start(plan_text(), "plan.yaml", desk.clock.today() + timedelta(days=5))
    assert client.get("/").headers["Location"] == "/today/"
    client.post("/questions/change/week/")
    assert "Save and plan" in client.get("/questions/week/").content.decode()


def test_whoever_went_back_comes_to_where_they_were(client: Client, desk: Desk) -> None:
    Questionnaire(desk.drafts).put({k: v for k, v in answers().items() if not k.startswith("screening.")})
    page = client.get("/questions/you/").content.decode()
    assert client.post("/questions/you/", inputs_of(page)).headers["Location"] == "/questions/health/"


def test_the_unit_of_the_plan_becomes_the_persons(client: Client, desk: Desk) -> None:
    fill(desk, units="lb", body_mass="150")
    client.post("/questions/result/", {"on": desk.clock.today().isoformat()})
    assert open_desk(settings.DORSI, desk.alias).units is MassUnit.LB


def test_strangers_see_their_own_answers_alone(alice: Client, bob: Client) -> None:
    alice.post("/questions/you/", YOU)
    assert 'value="Mara"' in alice.get("/questions/you/").content.decode()
    assert 'value="Mara"' not in bob.get("/questions/you/").content.decode()


@pytest.mark.parametrize("address", ["/questions/", "/questions/you/", "/questions/result/"])
def test_nobody_answers_unknown_where_there_are_accounts(anonymous: Client, address: str) -> None:
    assert anonymous.get(address).headers["Location"].startswith("/accounts/login/")


def inputs_of(page: str) -> dict[str, list[str]]:
    """What a browser would send of the page's questions, as they stand."""
    return FormReader.read(page, "questions")
