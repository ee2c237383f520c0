"""A foreign log becomes ours: names, units, modes, zones and ids, with nothing twice and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid5

import pytest
from foreign_logs import BENCH, MONDAY, PULL_UP, ROW, a_log, a_session, a_set, known_after, settled
from hypothesis import given, settings
from hypothesis import strategies as st

from dorsi.atlas.model import Loading
from dorsi.errors import UnknownName
from dorsi.journal.importing.foreign import ForeignLog, ForeignMeasurement, ForeignSet
from dorsi.journal.importing.settled_names import OWN, By
from dorsi.journal.model import CustomExercise, LoadMode, LoggedSet, MeasureKind, Measurement, MeasureUnit
from dorsi.units import MassUnit

KG, LB = MassUnit.KG, MassUnit.LB


def _only(log: ForeignLog, **choices: Any) -> LoggedSet:
    (session,) = settled(log, **choices).news.sessions
    (entry,) = session.sets
    return entry


# names


def test_known_names_become_exercises_and_keep_what_the_app_called_them() -> None:
    entry = _only(a_log(a_session(a_set(ROW, 50.0, 10, unit=KG))))
    assert entry.exercise.startswith("seated-row")
    assert entry.name == ROW


def test_an_unknown_name_becomes_an_exercise_of_its_own() -> None:
    found = settled(a_log(a_session(a_set("Ohio State", 20.0, 10, unit=KG))))
    assert found.things == (CustomExercise(id="custom:ohio-state", name="Ohio State"),)
    assert found.news.sessions[0].sets[0].exercise == "custom:ohio-state"
    assert [name.by for name in found.names] == [By.OWN]


def test_own_exercises_of_any_script_get_ids_of_their_own() -> None:
    long = "Very long name of an exercise that nobody could ever remember, "
    names = ["Моё упражнение", "💪", "💪💪", f"{long}left", f"{long}right"]
    found = settled(a_log(a_session(*(a_set(name, 20.0, 5, unit=KG) for name in names))))
    ids = [thing.id for thing in found.things]
    assert len(set(ids)) == len(names)
    assert "custom:мое-упражнение" in ids
    again = settled(a_log(a_session(*(a_set(name, 20.0, 5, unit=KG) for name in names))))
    assert [thing.id for thing in again.things] == ids


def test_an_own_exercise_is_used_again_even_when_renamed() -> None:
    first = settled(a_log(a_session(a_set("Ohio State", 20.0, 10, unit=KG))))
    known = known_after(first)
    renamed = CustomExercise(id="custom:ohio-state", name="Buckeye row")
    known = replace(known, journal=replace(known.journal, exercises={renamed.id: renamed}))
    later = a_session(a_set("Ohio State", 22.0, 10, unit=KG), started=MONDAY + timedelta(days=2))
    found = settled(a_log(later), known)
    assert found.things == ()
    assert found.news.sessions[0].sets[0].exercise == "custom:ohio-state"


def test_the_athletes_word_on_a_name_wins_and_is_remembered() -> None:
    log = a_log(a_session(a_set("Ohio State", 20.0, 10, unit=KG)))
    found = settled(log, names={"Ohio State": "t-bar-row"})
    assert found.news.sessions[0].sets[0].exercise == "t-bar-row"
    assert list(found.decided.values()) == ["t-bar-row"]
    again = settled(log, known_after(found, found.news.sessions[0].id))
    assert again.names[0].by is By.ATHLETE
    assert again.decided == {}


def test_a_name_can_be_declared_an_exercise_of_its_own() -> None:
    found = settled(a_log(a_session(a_set(ROW, 50.0, 10, unit=KG))), names={ROW: OWN})
    assert found.news.sessions[0].sets[0].exercise == "custom:seated-row-cable"
    assert list(found.decided.values()) == ["custom:seated-row-cable"]


def test_an_answer_that_is_no_exercise_is_refused() -> None:
    with pytest.raises(UnknownName, match="t-bar-row"):
        settled(a_log(a_session(a_set(ROW, 50.0, 10))), names={ROW: "t-bar-roww"})


@pytest.mark.parametrize(
    ("entry", "loading"),
    [
        (a_set("Blorp", seconds=30.0), Loading.TIME),
        (a_set("Blorp", metres=30.0, seconds=20.0), Loading.DISTANCE),
        (a_set("Blorp", 5.0, 8, mode=LoadMode.ADDED), Loading.BODYWEIGHT_PLUS),
        (a_set("Blorp", -5.0, 8), Loading.BODYWEIGHT_MINUS),
        (a_set("Blorp", 5.0, 8), None),
        (a_set("Blorp", None, 8), None),
    ],
)
def test_an_own_exercise_gets_a_loading_only_where_its_sets_leave_no_doubt(
    entry: ForeignSet, loading: Loading | None
) -> None:
    (made,) = settled(a_log(a_session(entry)), unit=KG).things
    assert isinstance(made, CustomExercise)
    assert made.loading is loading


# loads


@pytest.mark.parametrize(
    ("name", "load", "mode"),
    [
        (BENCH, 60.0, LoadMode.TOTAL),
        (PULL_UP, 10.0, LoadMode.ADDED),
        ("Push Up", 10.0, LoadMode.ADDED),
        ("Pull Up (Assisted)", 30.0, LoadMode.ASSISTED),
        (PULL_UP, -30.0, LoadMode.ASSISTED),
        ("Unheard of (Assisted)", 30.0, LoadMode.ASSISTED),
    ],
)
def test_the_exercise_says_what_a_load_means(name: str, load: float, mode: LoadMode) -> None:
    entry = _only(a_log(a_session(a_set(name, load, 8, unit=KG))))
    assert entry.load is not None
    assert (entry.load.value, entry.load.mode) == (abs(load), mode)


def test_the_files_own_mode_wins() -> None:
    entry = _only(a_log(a_session(a_set(PULL_UP, 95.0, 8, unit=KG, mode=LoadMode.TOTAL))))
    assert entry.load is not None
    assert entry.load.mode is LoadMode.TOTAL


def test_loads_of_pull_ups_that_are_never_small_include_the_body() -> None:
    sets = [a_set(PULL_UP, load, 7, unit=KG) for load in (62.0, 64.0, 66.0, 79.0, 70.0, 64.0)]
    log = a_log(a_session(*sets))
    modes = {entry.load.mode for entry in settled(log).whole[0].sets if entry.load}
    assert modes == {LoadMode.TOTAL}
    assert [guess.option for guess in settled(log).guesses if "include the body" in guess.what] == ["body"]
    denied = {entry.load.mode for entry in settled(log, body_counted=False).whole[0].sets if entry.load}
    assert denied == {LoadMode.ADDED}


def test_weighted_pull_ups_beside_bare_ones_stay_added() -> None:
    sets = [a_set(PULL_UP, load, 7, unit=KG) for load in (62.0, 64.0, 66.0, 79.0, 70.0, 64.0)]
    log = a_log(a_session(*sets, a_set(PULL_UP, None, 12)))
    assert {entry.load.mode for entry in settled(log).whole[0].sets if entry.load} == {LoadMode.ADDED}


def test_blank_loads_stay_blank() -> None:
    assert _only(a_log(a_session(a_set(PULL_UP, None, 12)))).load is None


@pytest.mark.parametrize(
    ("loads", "unit"),
    [
        ([45.0, 95.0, 115.0, 135.0, 155.0, 185.0, 205.0, 225.0], LB),
        ([20.0, 40.0, 60.0, 70.0, 80.0, 82.5, 85.0, 87.5, 100.0], KG),
        ([61.23492, 43.09124, 70.30676], KG),
        ([88.18, 110.23, 132.28], LB),
    ],
)
def test_a_missing_unit_is_told_from_the_plates(loads: list[float], unit: MassUnit) -> None:
    found = settled(a_log(a_session(*(a_set(BENCH, load, 5) for load in loads))))
    assert {entry.load.unit for entry in found.whole[0].sets if entry.load} == {unit}
    (guess,) = [guess for guess in found.guesses if guess.option == "unit"]
    assert "median" in guess.evidence


def test_a_bar_that_climbs_in_half_steps_is_loaded_in_kilograms_whatever_stands_beside_it() -> None:
    loads = {"Deadlift (Barbell)": [135.0], "Bent Over Row": [60.0, 62.5, 65.0], "Dumbbell Row": [10.0, 12.0]}
    found = settled(a_log(a_session(*(a_set(name, load, 5) for name, own in loads.items() for load in own))))
    assert {entry.load.unit for entry in found.whole[0].sets if entry.load} == {KG}


def test_the_athletes_word_on_the_unit_leaves_no_guess() -> None:
    found = settled(a_log(a_session(a_set(BENCH, 60.0, 5))), unit=LB)
    assert found.whole[0].sets[0].load is not None
    assert found.whole[0].sets[0].load.unit is LB
    assert not [guess for guess in found.guesses if guess.option == "unit"]


def test_loads_without_a_unit_take_that_of_the_others() -> None:
    found = settled(a_log(a_session(a_set(BENCH, 135.0, 5, unit=LB), a_set(BENCH, 60.0, 5))))
    assert {entry.load.unit for entry in found.whole[0].sets if entry.load} == {LB}


# times


@pytest.mark.parametrize(
    ("local", "instant"),
    [
        (datetime(2026, 7, 1, 18), datetime(2026, 7, 1, 16, tzinfo=UTC)),  # noqa: DTZ001
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # noqa: DTZ001 skipped
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # noqa: DTZ001 twice
    ],
)
def test_wall_clock_times_become_instants(local: datetime, instant: datetime) -> None:
    (session,) = settled(a_log(a_session(a_set(BENCH, 60.0, 5), started=local))).whole
    assert session.started_at == instant
    assert (session.on, session.zone) == (local.date(), "Europe/Rome")


def test_an_instant_falls_on_the_athletes_day() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    (session,) = settled(a_log(a_session(a_set(BENCH, 60.0, 5), started=late))).whole
    assert (session.on, session.started_at) == (date(2026, 7, 2), late)


def test_a_day_without_a_time_has_no_instant() -> None:
    (session,) = settled(a_log(a_session(a_set(BENCH, 60.0, 5), started=None))).whole
    assert (session.started_at, session.zone) == (None, "")


def test_times_at_the_end_of_the_calendar_do_no_harm() -> None:
    edge = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    (session,) = settled(a_log(a_session(a_set(BENCH, 60.0, 5), started=edge))).whole
    assert session.started_at is None


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownName, match="Europe/Rome"):
        settled(a_log(a_session(a_set(BENCH, 60.0, 5))), zone="Europe/Rom")


# ids, and what is there already


def test_set_ids_are_uuids_in_the_namespace_of_their_session() -> None:
    (session,) = settled(a_log(a_session(a_set(BENCH, 60.0, 5, unit=KG)))).whole
    expected = uuid5(UUID(session.id), "bench press (barbell)\x1f60\x1f5\x1f1")
    assert session.sets[0].id == str(expected)


def test_the_same_numbers_twice_are_two_sets() -> None:
    (session,) = settled(a_log(a_session(*[a_set(BENCH, 60.0, 5, unit=KG)] * 3))).whole
    assert len({entry.id for entry in session.sets}) == 3


def test_two_sessions_of_one_key_stay_two() -> None:
    session = a_session(a_set(BENCH, 60.0, 5, unit=KG))
    found = settled(a_log(session, session))
    assert len({one.id for one in found.whole}) == 2
    assert len({entry.id for one in found.whole for entry in one.sets}) == 2


SETS = st.builds(
    a_set,
    st.sampled_from([BENCH, ROW, PULL_UP, "Ohio State"]),
    st.none() | st.sampled_from([20.0, 60.0, 62.5]),
    st.integers(1, 6),
    unit=st.sampled_from([KG, LB]),
)
LOGS = st.lists(st.lists(SETS, min_size=1, max_size=6), min_size=1, max_size=4).map(
    lambda days: a_log(*(a_session(*sets, started=MONDAY + timedelta(days=at)) for at, sets in enumerate(days)))
)


@given(LOGS)
@settings(max_examples=60, deadline=None)
def test_importing_twice_changes_nothing(log: ForeignLog) -> None:
    first = settled(log)
    again = settled(log, known_after(first))
    assert again.news.sessions == ()
    assert again.things == ()
    assert again.news.there == log.rows
    assert first.whole == again.whole


@given(LOGS, st.data())
@settings(max_examples=60, deadline=None)
def test_a_longer_log_brings_only_what_it_adds(log: ForeignLog, data: st.DataObject) -> None:
    shorter = a_log(
        *(
            a_session(*(e for e in session.sets if data.draw(st.booleans())), started=session.started)
            for session in log.sessions
        )
    )
    first = settled(shorter)
    second = settled(log, known_after(first))
    assert sum(len(session.sets) for session in second.news.sessions) == log.rows - shorter.rows
    both = [entry.id for found in (first, second) for session in found.news.sessions for entry in session.sets]
    assert len(set(both)) == len(both) == log.rows


def test_new_sets_of_a_known_session_keep_its_header_and_join_their_run() -> None:
    bench, row = a_set(BENCH, 60.0, 5, unit=KG), a_set(ROW, 50.0, 9, unit=KG)
    known = known_after(settled(a_log(a_session(bench, row))))
    titled = replace(known.journal.sessions[0], title="Mine")
    known = replace(known, journal=replace(known.journal, sessions=(titled,)))
    extended = a_session(bench, a_set(BENCH, 65.0, 5, unit=KG), a_set("Plank", seconds=60.0), row)
    (news,) = settled(a_log(extended), known).news.sessions
    assert news.title == "Mine"
    assert [(entry.name, entry.run) for entry in news.sets] == [(BENCH, 0), ("Plank", 2)]


def test_what_was_deleted_stays_out() -> None:
    log = a_log(a_session(a_set(BENCH, 60.0, 5, unit=KG), a_set(BENCH, 65.0, 5, unit=KG)))
    first = settled(log)
    gone = first.whole[0].sets[1].id
    again = settled(log, known_after(first, gone))
    assert again.news.sessions == ()
    assert (again.news.there, again.news.deleted) == (1, 1)
    again = settled(log, known_after(first, first.whole[0].id))
    assert again.news.sessions == ()
    assert again.news.deleted == 2


def test_the_same_log_in_the_other_unit_brings_nothing() -> None:
    kilograms = a_log(a_session(a_set(BENCH, 60.0, 5, unit=KG), a_set(BENCH, 62.5, 5, unit=KG)), form="hevy")
    pounds = a_log(a_session(a_set(BENCH, 132.28, 5, unit=LB), a_set(BENCH, 137.79, 5, unit=LB)), form="hevy")
    again = settled(pounds, known_after(settled(kilograms)))
    assert again.news.sessions == ()
    assert again.news.there == 2


def test_dialects_of_one_app_share_ids() -> None:
    session = a_session(a_set(BENCH, 60.0, 5, unit=KG))
    again = settled(a_log(session, form="fitnotes-ios"), known_after(settled(a_log(session, form="fitnotes"))))
    assert again.news.there == 1


# measurements


def test_measurements_settle_their_units_and_come_once() -> None:
    mass = ForeignMeasurement(line=2, on=date(2026, 3, 2), kind=MeasureKind.BODY_MASS, value=182.0)
    fat = ForeignMeasurement(line=3, on=date(2026, 3, 2), kind=MeasureKind.BODY_FAT, value=18.0)
    log = a_log(measurements=(mass, mass, fat))
    found = settled(log)
    measured = [thing for thing in found.things if isinstance(thing, Measurement)]
    assert [(one.value, one.unit) for one in measured] == [
        (182.0, MeasureUnit.LB),
        (182.0, MeasureUnit.LB),
        (18.0, MeasureUnit.PERCENT),
    ]
    assert len({one.id for one in measured}) == 3
    assert settled(log, known_after(found)).things == ()


def test_body_mass_takes_the_chosen_unit() -> None:
    mass = ForeignMeasurement(line=2, on=date(2026, 3, 2), kind=MeasureKind.BODY_MASS, value=150.0)
    (measured,) = settled(a_log(measurements=(mass,)), unit=KG).things
    assert isinstance(measured, Measurement)
    assert measured.unit is MeasureUnit.KG
