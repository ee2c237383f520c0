"""Reading logged sets: what counts, what moved and what a set says of strength."""

from __future__ import annotations

from typing import Any

import pytest

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Loading, Pattern, VolumeGroup
from dorsi.journal.model import Answer, CustomExercise, LoggedSet, MeasureKind, SetKind, Side
from dorsi.progress.bouts import Bout
from dorsi.progress.training import Training, training_of
from tests.journal.making import a_journal, a_load, a_measure, a_session, a_set, day

ATHLETE = Athlete(body_mass_kg=80.0)


def trained(atlas: Atlas, *sets: LoggedSet, **fields: Any) -> Training:
    return training_of(a_journal(a_session(0, *sets), **fields), ATHLETE, atlas, day(30))


def the_bout(atlas: Atlas, *sets: LoggedSet, **fields: Any) -> Bout:
    (session,) = trained(atlas, *sets, **fields).sessions
    (bout,) = session.bouts
    return bout


@pytest.mark.parametrize(
    ("fields", "hard"),
    [
        ({}, 1.0),
        ({"rir": 0.0}, 1.0),
        ({"rir": 4.5}, 1.0),
        ({"rir": 5.0}, 0.0),
        ({"rpe": 8.0}, 1.0),
        ({"rpe": 5.0}, 0.0),
        ({"kind": SetKind.DROP}, 1.0),
        ({"kind": SetKind.FAILURE}, 1.0),
        ({"kind": SetKind.TEST}, 0.0),
        ({"side": Side.LEFT}, 0.5),
    ],
)
def test_a_hard_set_is_no_test_and_leaves_fewer_than_five_reps(
    atlas: Atlas, fields: dict[str, Any], hard: float
) -> None:
    assert the_bout(atlas, a_set("barbell-row", 60, 8, **fields)).hard_sets == hard


def test_warm_ups_and_sets_that_were_not_done_leave_no_trace(atlas: Atlas) -> None:
    warm_up = a_set("barbell-row", 100, 5, kind=SetKind.WARM_UP)
    assert trained(atlas, warm_up, a_set("barbell-row", 100, 0), a_set("barbell-row", 100)).sessions == ()


@pytest.mark.parametrize(
    ("exercise", "load", "reps"),
    [
        ("farmers-walk", 45, 180),
        ("other:push-up", "+0.5", 20),
        ("custom:hold", 20, 30),
    ],
)
def test_repetitions_of_carries_and_of_an_unknown_part_of_the_body_tell_nothing_of_strength(
    atlas: Atlas, exercise: str, load: float | str, reps: int
) -> None:
    own = CustomExercise(id="custom:hold", name="Hold", loading=Loading.TIME)
    bout = the_bout(atlas, a_set(exercise, load, reps), exercises={own.id: own})
    assert (bout.maximum, bout.volume_kg) == (None, 0.0)


def test_preparation_is_no_work_set(atlas: Atlas) -> None:
    bout = the_bout(atlas, a_set("plank", seconds=60.0))
    assert (bout.work_sets, bout.hard_sets) == (0, 0.0)
    assert bout.longest is not None


@pytest.mark.parametrize(
    ("exercise", "load", "load_kg", "system_kg"),
    [
        ("barbell-row", 60, 60.0, 60.0),
        ("pull-up-medium", None, 0.0, 80.0),
        ("pull-up-medium", 0, 0.0, 80.0),
        ("pull-up-medium", "+10", 10.0, 90.0),
        ("pull-up-medium", 85, 5.0, 85.0),
        ("pull-up-assisted", "-30", -30.0, 50.0),
        ("pull-up-band-assisted", None, None, None),
        ("custom:ring-dip", "+10", 10.0, 90.0),
        ("custom:ring-dip", 10, 10.0, 10.0),
    ],
)
def test_system_load_holds_the_body_where_the_body_is_lifted(
    atlas: Atlas, exercise: str, load: str | float | None, load_kg: float | None, system_kg: float | None
) -> None:
    bout = the_bout(atlas, a_set(exercise, load, 1))
    assert bout.reps_at[0].load_kg == load_kg
    assert (bout.maximum and bout.maximum.max_kg) == system_kg
    assert bout.volume_kg == (system_kg or 0.0)


def test_body_mass_is_the_last_one_measured_on_or_before_the_day(atlas: Atlas) -> None:
    measures = tuple(a_measure(n, MeasureKind.BODY_MASS, kg) for n, kg in ((2, 70.0), (4, 71.0)))
    sessions = [a_session(n, a_set("pull-up-medium", None, 1)) for n in (1, 2, 3, 4)]
    training = training_of(a_journal(*sessions, measurements=measures), ATHLETE, atlas, day(9))
    assert [session.volume_kg for session in training.sessions] == [80.0, 70.0, 70.0, 71.0]


def test_two_dumbbells_counted_singly_move_twice_and_weigh_once(atlas: Atlas) -> None:
    bout = the_bout(atlas, a_set("dumbbell-row-two-arm", 20, 10, implements=2))
    assert bout.volume_kg == 400.0
    assert bout.heaviest is not None
    assert bout.heaviest.load_kg == 20.0


def test_part_of_the_body_moves_in_an_inverted_row_and_gives_no_maximum(atlas: Atlas) -> None:
    bout = the_bout(atlas, a_set("inverted-row", None, 10))
    share = atlas.exercise("inverted-row").bodyweight_share
    assert share is not None
    assert bout.volume_kg == pytest.approx(10 * 80.0 * share)
    assert bout.maximum is None


@pytest.mark.parametrize(
    ("exercise", "fields"),
    [
        ("barbell-row", {"reps": 13}),
        ("barbell-row", {"reps": 8, "rir": 5.0}),
        ("pull-up-eccentric", {"reps": 5}),
        ("band-row", {"reps": 5}),
    ],
)
def test_no_maximum_from_what_says_nothing_of_it(atlas: Atlas, exercise: str, fields: dict[str, Any]) -> None:
    assert the_bout(atlas, a_set(exercise, 30, **fields)).maximum is None


def test_reps_left_in_reserve_raise_the_estimate(atlas: Atlas) -> None:
    easy = the_bout(atlas, a_set("barbell-row", 60, 8, rir=2.0)).maximum
    hard = the_bout(atlas, a_set("barbell-row", 60, 8, rir=0.0)).maximum
    assert easy is not None
    assert hard is not None
    assert (easy.max_kg or 0) > (hard.max_kg or 0) > 60


def test_strapped_sets_do_not_speak_for_bare_hands(atlas: Atlas) -> None:
    bout = the_bout(atlas, a_set("deadlift", 150, 5, straps=True), a_set("deadlift", 140, 5, id="bare"))
    assert bout.maximum is not None
    assert bout.maximum.entry.straps
    assert bout.bare_hands is not None
    assert bout.bare_hands.entry.id == "bare"


def test_the_best_set_at_each_load_stands_first_to_last_from_heavy_to_light(atlas: Atlas) -> None:
    loads = ((60, 8), (70, 5), (60, 10), (70, 4))
    bout = the_bout(atlas, *(a_set("barbell-row", load, reps) for load, reps in loads))
    assert [(best.load_kg, best.entry.reps) for best in bout.reps_at] == [(70.0, 5), (60.0, 10)]


def test_slips_and_distrusted_sets_were_trained_but_their_numbers_are_not_used(atlas: Atlas) -> None:
    sets = [a_set("barbell-row", 600, 8, id="typo"), a_set("barbell-row", 61, 8, id="odd"), a_set("barbell-row", 60, 8)]
    answers = (Answer(id="a", on=day(1), set_id="typo", true=False), Answer(id="b", on=day(1), set_id="odd", true=True))
    journal = a_journal(a_session(0, *sets), answers=answers)
    for distrusted, heaviest in ((frozenset[str](), 61.0), (frozenset({"odd"}), 60.0)):
        (session,) = training_of(journal, ATHLETE, atlas, day(3), distrusted).sessions
        (bout,) = session.bouts
        assert bout.heaviest is not None
        assert (bout.hard_sets, bout.heaviest.load_kg) == (3.0, heaviest)


def test_the_last_answer_about_a_set_counts(atlas: Atlas) -> None:
    answers = tuple(Answer(id=str(n), on=day(n), set_id="x", true=true) for n, true in ((1, False), (2, True)))
    assert the_bout(atlas, a_set("barbell-row", 60, 8, id="x"), answers=answers).heaviest is not None


def test_custom_exercises_count_for_the_muscles_they_were_given(atlas: Atlas) -> None:
    own = CustomExercise(
        id="custom:rope-pull",
        name="Rope pull",
        pattern=Pattern.VERTICAL_PULL,
        loading=Loading.EXTERNAL,
        muscles={"latissimus-upper": 1.0, "rhomboids": 0.5, "trapezius-upper": 0.25},
    )
    lift = the_bout(atlas, a_set(own.id, 30, 8), exercises={own.id: own}).lift
    assert (lift.name, dict(lift.values)) == ("Rope pull", {VolumeGroup.LATS: 1.0, VolumeGroup.MID_BACK: 0.5})


def test_sessions_after_today_are_not_looked_at(atlas: Atlas) -> None:
    journal = a_journal(*(a_session(n, a_set("barbell-row", 60, 8)) for n in (0, 7, 14)))
    training = training_of(journal, ATHLETE, atlas, day(7))
    assert [session.on for session in training.sessions] == [day(0), day(7)]
    assert training.mondays == (day(0), day(7))


def test_pounds_leave_no_dust_behind(atlas: Atlas) -> None:
    dusty = LoggedSet(id="d", exercise="barbell-row", load=a_load(61.23492), reps=6)
    bout = the_bout(atlas, dusty, a_set("barbell-row", 61.2, 5))
    assert [best.load_kg for best in bout.reps_at] == [61.2]
