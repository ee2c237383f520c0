"""A deadlift's place among those of competitors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.athlete.model import Athlete, Sex
from dorsi.atlas.load import Atlas
from dorsi.journal.model import MeasureKind
from dorsi.progress.deadlift_standards import Place, best_deadlift, deadlift_place, standards
from dorsi.progress.training import training_of
from tests.journal.making import a_journal, a_measure, a_session, a_set, day


def place(kg: float, sex: Sex, mass_kg: float) -> Place:
    found = deadlift_place(kg, sex, mass_kg)
    assert found is not None
    return found


def test_the_table_holds_nine_classes_of_each_sex_and_ends_openly() -> None:
    for sex in (Sex.MALE, Sex.FEMALE):
        rows = [row for row in standards().row if row.sex is sex]
        assert len(rows) == 9
        assert [row.class_to_kg is None for row in rows] == [False] * 8 + [True]
        assert [row.body_mass_kg for row in rows] == sorted(row.body_mass_kg for row in rows)
        assert all(row.class_to_kg is None or row.body_mass_kg < row.class_to_kg for row in rows)


@pytest.mark.parametrize("number", range(18))
def test_at_its_typical_body_mass_a_row_says_what_it_holds(number: int) -> None:
    row = standards().row[number]
    found = place(row.kg[3], row.sex, row.body_mass_kg)
    assert found.percentile == pytest.approx(50)
    assert [mark.kg for mark in found.marks] == pytest.approx(row.kg)


@pytest.mark.parametrize(
    ("kg", "sex", "mass_kg", "percentile"),
    [
        (215.0, Sex.MALE, 80.2, 50.0),
        (202.5, Sex.MALE, 80.2, 37.5),
        (120.0, Sex.FEMALE, 55.6, 50.0),
        (100.0, Sex.MALE, 80.2, None),
        (400.0, Sex.MALE, 80.2, None),
    ],
)
def test_percentiles_between_marks_are_interpolated_and_none_is_made_up_outside(
    kg: float, sex: Sex, mass_kg: float, percentile: float | None
) -> None:
    found = place(kg, sex, mass_kg).percentile
    assert found == (percentile if percentile is None else pytest.approx(percentile, abs=0.5))


def test_the_same_deadlift_stands_lower_for_a_heavier_lifter() -> None:
    places = [place(200.0, Sex.MALE, mass_kg).percentile or 0.0 for mass_kg in (60, 70, 80, 90, 100, 110, 130)]
    assert places == sorted(places, reverse=True)


def test_beyond_the_outermost_classes_their_figures_hold() -> None:
    assert place(200.0, Sex.MALE, 160.0).marks == place(200.0, Sex.MALE, 200.0).marks
    assert place(100.0, Sex.MALE, 40.0).marks == place(100.0, Sex.MALE, 45.0).marks


@pytest.mark.parametrize(("kg", "sex", "mass_kg"), [(200, Sex.UNSTATED, 80), (0, Sex.MALE, 80), (200, Sex.MALE, 0)])
def test_there_is_no_place_without_sex_or_sound_numbers(kg: float, sex: Sex, mass_kg: float) -> None:
    assert deadlift_place(kg, sex, mass_kg) is None


def test_every_place_comes_with_its_caveats() -> None:
    caveats = place(200.0, Sex.MALE, 80.0).caveats
    assert any("not with the public" in caveat for caveat in caveats)
    assert any("age" in caveat for caveat in caveats)


@given(st.floats(40, 160), st.floats(60, 380), st.floats(0, 40), st.sampled_from((Sex.MALE, Sex.FEMALE)))
def test_a_heavier_deadlift_never_stands_lower(mass_kg: float, kg: float, more: float, sex: Sex) -> None:
    low, high = place(kg, sex, mass_kg).percentile, place(kg + more, sex, mass_kg).percentile
    if low is not None and high is not None:
        assert high >= low


def test_the_best_deadlift_is_without_straps_and_held_against_the_body_mass_of_its_day(atlas: Atlas) -> None:
    journal = a_journal(
        a_session(0, a_set("deadlift", 180, 1, id="bare")),
        a_session(7, a_set("deadlift", 230, 1, straps=True), a_set("deadlift-trap-bar", 240, 1)),
        a_session(14, a_set("deadlift-sumo", 160, 1)),
        measurements=(a_measure(0, MeasureKind.BODY_MASS, 80.2), a_measure(10, MeasureKind.BODY_MASS, 100.0)),
    )
    best = best_deadlift(training_of(journal, Athlete(), atlas, day(20)), Sex.MALE)
    assert best is not None
    assert (best.set_id, best.on, best.estimated) == ("bare", day(0), False)
    assert (best.place.deadlift_kg, best.place.body_mass_kg) == (180, 80.2)


def test_a_set_of_five_gives_an_estimate_and_says_so(atlas: Atlas) -> None:
    journal = a_journal(a_session(0, a_set("deadlift", 180, 5)))
    training = training_of(journal, Athlete(body_mass_kg=90.0), atlas, day(0))
    best = best_deadlift(training, Sex.FEMALE)
    assert best is not None
    assert best.estimated
    assert best.place.deadlift_kg > 180
    assert best_deadlift(training, Sex.UNSTATED) is None


def test_without_deadlifts_there_is_nothing_to_place(atlas: Atlas) -> None:
    journal = a_journal(a_session(0, a_set("barbell-row", 60, 5)))
    assert best_deadlift(training_of(journal, Athlete(), atlas, day(0)), Sex.MALE) is None
