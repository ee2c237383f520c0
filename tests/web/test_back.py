"""Back: the atlas looked through, narrowed, and joined with what one trains."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import ElbowPath, Grip, GripWidth, Loading
from dorsi.atlas.volume import set_value
from dorsi.bootstrap import Desk
from dorsi.coach.state import STRAPPED, CoachState, Exposure, Lift
from dorsi.units import MassUnit
from dorsi.web.pages.atlas_words import PATTERNS, VERDICTS, ZONES
from dorsi.web.pages.exercise import ExercisePage
from dorsi.web.pages.exercise_list import ExercisesPage, Sieve
from dorsi.web.pages.grips import FAMILIES, GripsPage, Hold, hold_of, nearest, variants
from dorsi.web.pages.muscle_bars import compared_bars
from tests.web.site import few_queries, text_of

ADDRESSES = (
    "/back/",
    "/back/muscle/latissimus-upper/",
    "/back/exercises/",
    "/back/exercise/pulldown-wide/",
    "/back/grips/",
    "/back/methods/",
    "/back/methods/dead-row/",
    "/back/claims/",
    "/back/claims/A11/",
    "/back/skeleton/",
)
PROGRAM = """\
dorsi: program/1
name: Two pulls
weeks: 4
sessions:
  - id: upper
    name: Upper back
    day: mon
    blocks:
      - {warmup: pulldown-medium, sets: 1 x 15}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
"""


def follow(desk: Desk, athletes: Path, name: str = "intermediate") -> None:
    """Takes up the small programme as one of the example athletes."""
    athlete = athletes / f"{name}.toml"
    desk.coaching().start(PROGRAM, "two.yaml", athlete=athlete.read_text("utf-8"), athlete_file=athlete.name)


def ids(page: ExercisesPage) -> set[str]:
    """The exercises listed."""
    return {line.id for group in page.groups for line in group.lines}


# ---------------------------------------------------------------------- every page
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_opens_without_a_programme_and_with_few_queries(client: Client, address: str) -> None:
    with few_queries():
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_looks_in_without_signing_in(anonymous: Client, address: str) -> None:
    response = anonymous.get(address)
    assert response.status_code == 302
    assert "/accounts/login/" in response["Location"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_are_for_reading(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("/back/muscle/latisimus-upper/", "latissimus-upper"),
        ("/back/exercise/pulldown-wid/", "pulldown-wide"),
        ("/back/methods/dead-rows/", "dead-row"),
        ("/back/claims/A111/", "A11"),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_the_nearest(client: Client, address: str, hint: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert hint in text_of(response)


def test_every_entry_of_the_atlas_has_its_page(client: Client, atlas: Atlas) -> None:
    addresses = [
        *(reverse("web:muscle", args=[muscle]) for muscle in atlas.muscles),
        *(reverse("web:exercise", args=[exercise]) for exercise in atlas.exercises),
        *(reverse("web:method", args=[method]) for method in atlas.methods),
        *(reverse("web:claim", args=[claim]) for claim in atlas.claims),
    ]
    assert [address for address in addresses if client.get(address).status_code != 200] == []


def test_the_words_cover_the_vocabularies(atlas: Atlas) -> None:
    assert set(PATTERNS) == {exercise.pattern for exercise in atlas.exercises.values()}
    assert set(VERDICTS) == {claim.verdict for claim in atlas.claims.values()}
    assert set(ZONES) == {zone for muscle in atlas.muscles.values() for zone in muscle.zones}


def test_the_landing_page_leads_to_every_muscle_that_exercises_are_counted_for(client: Client, atlas: Atlas) -> None:
    page = text_of(client.get("/back/"))
    worked = [exercise for exercise in atlas.exercises.values() if exercise.is_work]
    trained = {muscle for exercise in worked for muscle, share in exercise.muscles.items() if set_value(share)}
    assert [muscle for muscle in trained if f"/back/muscle/{muscle}/" not in page] == []
    assert "/back/muscle/iliocostalis/" not in page
    assert "/back/muscle/iliocostalis/" in text_of(client.get("/back/muscle/erector-spinae/"))


# ---------------------------------------------------------------------- the list
def test_equipment_leaves_only_what_can_be_done_with_it(atlas: Atlas) -> None:
    items = frozenset(PRESETS["home-dumbbells"])
    found = ids(ExercisesPage.from_sieve(Sieve(items=items), atlas))
    assert "dumbbell-row" in found
    assert "plank" in found
    assert "pulldown-wide" not in found
    assert "barbell-row" not in found


def test_what_hurts_is_spared_and_what_is_left_out_is_said(atlas: Atlas) -> None:
    page = ExercisesPage.from_sieve(Sieve(hurts="lower-back"), atlas)
    left_out = {line.id for line in page.spared}
    assert "deadlift" in left_out
    assert "machine-row" in ids(page)
    assert ids(page).isdisjoint(left_out)
    assert page.count + len(left_out) == len(atlas.exercises)


def test_a_condition_leaves_out_what_warns_of_it(atlas: Atlas) -> None:
    page = ExercisesPage.from_sieve(Sieve(hurts="overhead-pain"), atlas)
    assert "pulldown-wide" in {line.id for line in page.spared}


@pytest.mark.parametrize("words", ["wide pulldown", "Wide-Grip Pulldowns", "lat pull wide"])
def test_an_exercise_is_found_by_the_words_of_any_of_its_names(atlas: Atlas, words: str) -> None:
    assert "pulldown-wide" in ids(ExercisesPage.from_sieve(Sieve(words=words), atlas))


def test_a_muscle_lists_what_its_sets_count_for(atlas: Atlas) -> None:
    found = ids(ExercisesPage.from_sieve(Sieve(muscle="rear-deltoid"), atlas))
    assert "face-pull" in found
    assert "deadlift" not in found


def test_the_filters_work_from_the_address(client: Client) -> None:
    page = text_of(client.get("/back/exercises/", {"pattern": "hinge", "kit": "barbell"}))
    assert "/back/exercise/deadlift/" in page
    assert "/back/exercise/hip-bridge/" not in page
    assert "/back/exercise/barbell-row/" not in page


def test_no_match_says_so_and_offers_a_way_back(client: Client) -> None:
    page = text_of(client.get("/back/exercises/", {"q": "zumba"}))
    assert "No exercise fits" in page


def test_a_choice_that_is_none_is_said_beside_its_field_and_the_rest_is_kept(client: Client) -> None:
    response = client.get("/back/exercises/", {"pattern": "squat", "q": "deadlift"})
    page = text_of(response)
    assert response.status_code == 400
    assert 'id="id_pattern_error"' in page
    assert 'value="deadlift"' in page
    assert "/back/exercise/pulldown-wide/" not in page


@pytest.mark.parametrize("address", ["/back/exercises/", "/back/grips/", "/back/claims/"])
def test_a_script_gets_the_results_alone_but_not_when_it_restores_the_page(client: Client, address: str) -> None:
    partial = client.get(address, headers={"HX-Request": "true"})
    whole = client.get(address, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" not in text_of(partial)
    assert 'id="results"' in text_of(partial)
    assert "<html" in text_of(whole)
    assert "HX-Request" in partial["Vary"]


def test_what_i_have_is_offered_once_a_programme_is_followed(client: Client, desk: Desk, athletes: Path) -> None:
    assert 'value="mine"' not in text_of(client.get("/back/exercises/"))
    follow(desk, athletes, "dumbbells-only")
    with few_queries():
        page = text_of(client.get("/back/exercises/", {"kit": "mine"}))
    assert "/back/exercise/dumbbell-row/" in page
    assert "/back/exercise/pulldown-wide/" not in page


# ---------------------------------------------------------------------- one exercise
def test_the_exercise_says_where_it_stands_in_the_plan_warm_up_sets_apart(
    client: Client, desk: Desk, athletes: Path
) -> None:
    follow(desk, athletes)
    with few_queries():
        page = text_of(client.get("/back/exercise/pulldown-medium/"))
    assert "Upper back" in page
    assert "4 × 8–12" in page
    assert "1 × 15" not in page
    assert reverse("web:plan-session", args=[1, "upper"]) in page


def test_who_should_leave_it_out_is_told_first(client: Client, desk: Desk, athletes: Path) -> None:
    follow(desk, athletes, "shoulder")
    page = text_of(client.get("/back/exercise/pulldown-wide/"))
    assert "Not for you: pain with the arms overhead" in page
    assert page.index("Not for you") < page.index("How to do it")


def lift(name: str, *exposures: Exposure) -> Lift:
    return Lift(exercise=name, exposures=exposures)


def test_the_last_sets_come_newest_first_in_the_athletes_unit(atlas: Atlas, client: Client) -> None:
    name = "pull-up-medium"
    lifts = {
        name: lift(
            name,
            Exposure(on=date(2026, 11, 2), load_kg=-20.0, reps=(8, 7)),
            Exposure(on=date(2026, 11, 9), load_kg=0.0, reps=(5,)),
        ),
        f"{name}{STRAPPED}": lift(name, Exposure(on=date(2026, 11, 5), load_kg=5.0, reps=(6, 5))),
    }
    page = ExercisePage.from_exercise(atlas.exercise(name), atlas, CoachState(lifts=lifts), MassUnit.LB)
    assert [(each.load, each.amounts, each.strapped) for each in page.last] == [
        ("body weight", "5", False),
        ("+11 lb", "6, 5", True),
        ("44.1 lb of help", "8, 7", False),
    ]


def test_timed_work_is_told_in_seconds(atlas: Atlas, client: Client) -> None:
    held = next(exercise for exercise in atlas.exercises.values() if exercise.loading is Loading.TIME)
    page = ExercisePage.from_exercise(held, atlas, CoachState(), MassUnit.KG)
    assert page.usual[0][1] == "seconds"


# ---------------------------------------------------------------------- grips
@pytest.mark.parametrize("family", FAMILIES.values(), ids=list(FAMILIES))
def test_the_usual_variant_is_one_of_its_familys(atlas: Atlas, family: Any) -> None:
    assert family.usual in {exercise.id for exercise in variants(family.family, atlas)}
    assert len(variants(family.family, atlas)) > 1


@pytest.mark.parametrize("family", FAMILIES.values(), ids=list(FAMILIES))
def test_a_hold_that_exists_is_found_exactly(atlas: Atlas, family: Any) -> None:
    for exercise in variants(family.family, atlas):
        assert nearest(family.family, hold_of(exercise), atlas) is exercise


def test_help_and_belts_are_no_grips(atlas: Atlas) -> None:
    names = {exercise.id for exercise in variants("pull-up", atlas)}
    assert "pull-up-medium" in names
    assert names.isdisjoint({"pull-up-assisted", "pull-up-weighted", "pull-up-eccentric", "pull-up-band-assisted"})
    assert "pulldown-behind" not in {exercise.id for exercise in variants("pulldown", atlas)}


def test_the_nearest_exercise_is_shown_as_it_is_and_says_how_it_differs(client: Client) -> None:
    page = text_of(
        client.get("/back/grips/", {"pull": "seated-row", "width": "wide", "grip": "underhand", "path": "flared"})
    )
    assert "The nearest there is" in page
    assert "its grip is overhand, not underhand" in page
    assert "Seated cable row, wide bar, elbows out" in page


def test_a_flared_row_moves_the_load_from_the_lats_to_the_middle_of_the_back(atlas: Atlas, client: Client) -> None:
    chosen = {"width": "wide", "grip": "overhand", "path": "flared"}
    page = GripsPage.from_choice("seated-row", chosen, atlas)
    assert "Trapezius, middle part" in page.more
    assert "Latissimus dorsi, lower fibres" in page.less
    assert {"C08", "C09"} <= {claim.id for claim in page.claims}
    own, usual = page.exercise.muscles, atlas.exercise(page.usual_id).muscles
    for bar in page.bars:
        assert bar.percent == round(own.get(bar.id, 0) * 100)
        assert bar.usual == round(usual.get(bar.id, 0) * 100)
        assert bar.common + bar.gained == bar.percent


def test_an_exercise_against_itself_moves_nothing(atlas: Atlas) -> None:
    exercise = atlas.exercise("barbell-row")
    assert not any(bar.moves for bar in compared_bars(exercise, exercise, atlas))


def test_without_choices_the_usual_pull_is_shown_and_ticked(client: Client) -> None:
    page = text_of(client.get("/back/grips/"))
    assert "this is the usual one" in page
    for name, value in {"pull": "pulldown", "width": "medium", "grip": "overhand", "path": "mid"}.items():
        ticked = [tag for tag in page.split("<input")[1:] if f'name="{name}"' in tag and "checked" in tag.split(">")[0]]
        assert len(ticked) == 1
        assert f'value="{value}"' in ticked[0]


def test_a_grip_that_is_none_is_said_beside_it(client: Client) -> None:
    response = client.get("/back/grips/", {"width": "enormous", "pull": "barbell-row"})
    assert response.status_code == 400
    assert "There is no such choice here" in text_of(response)
    assert "Barbell row" in text_of(response)


def test_the_evidence_stands_beside_the_bars(client: Client) -> None:
    page = text_of(client.get("/back/grips/", {"pull": "pulldown", "width": "wide", "path": "flared"}))
    assert "/back/claims/A11/" in page
    assert "Contested" in page


def test_the_distance_knows_a_step_from_a_turn(atlas: Atlas) -> None:
    hold = Hold(width=GripWidth.MEDIUM, grip=Grip.UNDERHAND, path=ElbowPath.MID)
    assert nearest("pulldown", hold, atlas).id == "pulldown-medium"
    closer = Hold(width=GripWidth.SHOULDER, grip=Grip.UNDERHAND, path=ElbowPath.MID)
    assert nearest("pulldown", closer, atlas).id == "pulldown-underhand"


# ---------------------------------------------------------------------- claims
def test_claims_are_narrowed_by_guide_verdict_and_words(client: Client, atlas: Atlas) -> None:
    page = text_of(client.get("/back/claims/", {"verdict": "unsafe"}))
    unsafe = {claim.id for claim in atlas.claims.values() if claim.verdict.value == "unsafe"}
    shown = {claim for claim in atlas.claims if f'href="/back/claims/{claim}/"' in page}
    assert shown == unsafe
    page = text_of(client.get("/back/claims/", {"guide": "A", "q": "narrow grip"}))
    assert 'href="/back/claims/A11/"' in page
    assert 'href="/back/claims/C08/"' not in page


def test_a_claim_says_what_the_guide_says_what_is_known_and_where_it_is_used(client: Client, atlas: Atlas) -> None:
    claim = atlas.claims["A12"]
    page = text_of(client.get("/back/claims/a12/"))
    assert "The evidence" in page
    assert claim.position.split(".")[0] in page
    assert "/more/rules/LAD105/" in page


def test_a_contradiction_leads_to_the_other_claim(client: Client, atlas: Atlas) -> None:
    claim = next(each for each in atlas.claims.values() if each.conflicts_with)
    page = text_of(client.get(f"/back/claims/{claim.id}/"))
    assert "It contradicts" in page
    assert f"/back/claims/{claim.conflicts_with}/" in page
