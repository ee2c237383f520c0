"""Personal records and the moments at which they fell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.journal.model import LoggedSession, MeasureKind, SetKind
from dorsi.progress.records import Record, RecordKind, Records, records_of
from dorsi.progress.training import training_of
from tests.journal.making import a_journal, a_measure, a_session, a_set, day

ROW = "barbell-row"


def records(atlas: Atlas, *sessions: LoggedSession, distrusted: frozenset[str] = frozenset()) -> Records:
    journal = a_journal(*sessions)
    return records_of(training_of(journal, Athlete(body_mass_kg=80.0), atlas, day(400), distrusted))


def events(found: Records, kind: RecordKind) -> list[tuple[float, float | None]]:
    return [(event.value, event.previous) for event in found.events if event.kind is kind]


def test_the_first_session_sets_marks_and_no_records(atlas: Atlas) -> None:
    found = records(atlas, a_session(0, a_set(ROW, 60, 8), a_set(ROW, 70, 5)))
    assert found.events == ()
    marks = found.by_lift[ROW]
    assert marks.heaviest is not None
    assert (marks.heaviest.value, marks.heaviest.previous) == (70, None)
    assert [(mark.load_kg, mark.value) for mark in marks.reps_at] == [(70, 5), (60, 8)]


def test_a_heavier_set_is_a_record_that_names_what_it_beat(atlas: Atlas) -> None:
    found = records(atlas, a_session(0, a_set(ROW, 60, 8)), a_session(7, a_set(ROW, 65, 3, id="new")))
    (event,) = (event for event in found.events if event.kind is RecordKind.HEAVIEST)
    assert event == Record(
        exercise=ROW,
        kind=RecordKind.HEAVIEST,
        on=day(7),
        value=65,
        previous=60,
        session_id="session-7",
        set_id="new",
        load_kg=65,
        reps=3,
    )


def test_a_session_of_rising_loads_gives_one_record_not_one_a_set(atlas: Atlas) -> None:
    ramp = [a_set(ROW, load, 3) for load in (61, 62, 63, 64)]
    found = records(atlas, a_session(0, a_set(ROW, 60, 8)), a_session(7, ramp))
    assert events(found, RecordKind.HEAVIEST) == [(64, 60)]


def test_more_reps_count_against_the_same_load_and_every_heavier_one(atlas: Atlas) -> None:
    first = a_session(0, a_set(ROW, 60, 8), a_set(ROW, 70, 8))
    assert events(records(atlas, first, a_session(7, a_set(ROW, 60, 8))), RecordKind.REPS) == []
    assert events(records(atlas, first, a_session(7, a_set(ROW, 50, 8))), RecordKind.REPS) == []
    assert events(records(atlas, first, a_session(7, a_set(ROW, 60, 9))), RecordKind.REPS) == [(9, 8)]
    assert events(records(atlas, first, a_session(7, a_set(ROW, 50, 12))), RecordKind.REPS) == [(12, 8)]


def test_a_set_that_a_heavier_one_of_its_session_matches_is_no_record(atlas: Atlas) -> None:
    first = a_session(0, a_set(ROW, 60, 8))
    assert events(records(atlas, first, a_session(7, a_set(ROW, 70, 10), a_set(ROW, 60, 9))), RecordKind.REPS) == []
    assert events(records(atlas, first, a_session(7, a_set(ROW, 70, 8), a_set(ROW, 60, 9))), RecordKind.REPS) == [
        (9, 8)
    ]


def test_of_several_rep_records_in_a_session_the_heaviest_is_told_and_every_load_is_kept(atlas: Atlas) -> None:
    pyramids = [a_session(7 * n, a_set(ROW, 60, 10 + n), a_set(ROW, 70, 6 + n)) for n in (0, 1)]
    found = records(atlas, *pyramids)
    assert events(found, RecordKind.REPS) == [(7, 6)]
    assert [(mark.value, mark.previous) for mark in found.by_lift[ROW].reps_at] == [(7, 6), (11, 10)]


def test_a_warm_up_never_sets_a_record_and_a_test_may(atlas: Atlas) -> None:
    first = a_session(0, a_set(ROW, 60, 8))
    warm_up = a_session(7, a_set(ROW, 100, 5, kind=SetKind.WARM_UP), a_set(ROW, 60, 8))
    assert records(atlas, first, warm_up).events == ()
    tested = a_session(7, a_set(ROW, 100, 1, kind=SetKind.TEST))
    assert events(records(atlas, first, tested), RecordKind.HEAVIEST) == [(100, 60)]


def test_entries_in_question_are_left_out(atlas: Atlas) -> None:
    sessions = (a_session(0, a_set(ROW, 60, 8)), a_session(7, a_set(ROW, 600, 8, id="typo")))
    assert records(atlas, *sessions).events
    assert records(atlas, *sessions, distrusted=frozenset({"typo"})).events == ()


def test_session_volume_is_load_times_reps_of_all_sets(atlas: Atlas) -> None:
    found = records(atlas, a_session(0, a_set(ROW, 60, 10)), a_session(7, a_set(ROW, 50, 8), a_set(ROW, 50, 8)))
    assert events(found, RecordKind.SESSION_VOLUME) == [(800, 600)]


def test_a_single_rep_is_its_own_estimate(atlas: Atlas) -> None:
    found = records(atlas, a_session(0, a_set("deadlift", 150, 1)))
    mark = found.by_lift["deadlift"].estimated_max
    assert mark is not None
    assert mark.value == 150


def test_less_help_is_a_heavier_pull_up(atlas: Atlas) -> None:
    sessions = (a_session(7 * n, a_set("pull-up-assisted", f"-{help_kg}", 5)) for n, help_kg in enumerate((30, 35, 20)))
    assert events(records(atlas, *sessions), RecordKind.HEAVIEST) == [(-20, -30)]


def test_weight_on_the_belt_beats_the_body_alone(atlas: Atlas) -> None:
    sessions = (a_session(0, a_set("pull-up-medium", None, 8)), a_session(7, a_set("pull-up-medium", "+2.5", 5)))
    assert events(records(atlas, *sessions), RecordKind.HEAVIEST) == [(2.5, 0)]


def test_the_first_pull_up_has_no_help_and_no_helping_hand(atlas: Atlas) -> None:
    found = records(
        atlas,
        a_session(0, a_set("pull-up-assisted", "-20", 5)),
        a_session(3, a_set("pull-up-eccentric", None, 3)),
        a_session(6, a_set("pull-up-medium", "-5", 2)),
        a_session(9, a_set("chin-up", None, 1, id="first")),
        a_session(12, a_set("pull-up-medium", None, 3)),
    )
    assert found.first_pull_up is not None
    assert (found.first_pull_up.set_id, found.first_pull_up.on) == ("first", day(9))
    assert [event for event in found.events if event.kind is RecordKind.FIRST_PULL_UP] == [found.first_pull_up]


@pytest.mark.parametrize(("stated", "easier_before", "is_news"), [
    (0, False, True), (0, True, True), (9, True, False), (None, True, True), (None, False, False),
])  # fmt: skip
def test_a_first_pull_up_is_news_to_those_who_had_none(
    atlas: Atlas, stated: int | None, easier_before: bool, is_news: bool
) -> None:
    before = [a_session(0, a_set("pull-up-assisted", "-20", 5))] if easier_before else []
    journal = a_journal(*before, a_session(3, a_set("pull-up-medium", None, 2)))
    found = records_of(training_of(journal, Athlete(body_mass_kg=80.0), atlas, day(9)), stated)
    assert (RecordKind.FIRST_PULL_UP in {event.kind for event in found.events}) is is_news
    assert found.first_pull_up is not None


def test_steps_of_a_carry_are_no_record_of_reps(atlas: Atlas) -> None:
    walks = [a_session(7 * n, a_set("farmers-walk", 45, reps)) for n, reps in enumerate((30, 180))]
    found = records(atlas, *walks)
    assert found.events == ()
    assert found.by_lift["farmers-walk"].reps_at == ()


def test_a_total_near_body_mass_is_a_full_pull_up_and_a_small_one_is_not(atlas: Atlas) -> None:
    assert records(atlas, a_session(0, a_set("pull-up-medium", 79, 3))).first_pull_up is not None
    assert records(atlas, a_session(0, a_set("pull-up-medium", 60, 3))).first_pull_up is None


def test_holds_and_carries_have_records_and_stretches_none(atlas: Atlas) -> None:
    def session(number: int, seconds: float, metres: float) -> LoggedSession:
        carry = a_set("farmers-walk", 30, metres=metres)
        return a_session(number, a_set("plank", seconds=seconds), carry, a_set("childs-pose", seconds=seconds))

    found = records(atlas, session(0, 40, 20), session(7, 60, 40))
    assert events(found, RecordKind.LONGEST) == [(60, 40)]
    assert events(found, RecordKind.FARTHEST) == [(40, 20)]
    assert "childs-pose" not in found.by_lift


@pytest.mark.parametrize(("mass_kg", "kinds"), [(80.5, set()), (90.0, {"estimated-max", "session-volume"})])
def test_body_mass_moves_the_estimate_and_never_the_belt(atlas: Atlas, mass_kg: float, kinds: set[str]) -> None:
    journal = a_journal(
        a_session(0, a_set("pull-up-medium", None, 5)),
        a_session(7, a_set("pull-up-medium", None, 5)),
        measurements=(a_measure(7, MeasureKind.BODY_MASS, mass_kg),),
    )
    found = records_of(training_of(journal, Athlete(body_mass_kg=80.0), atlas, day(9)))
    assert {event.kind for event in found.events if event.on == day(7)} == kinds
    mark = found.by_lift["pull-up-medium"].session_volume
    assert mark is not None
    assert mark.value == 5 * mass_kg


LOGS = st.lists(st.lists(st.tuples(st.integers(20, 40), st.integers(1, 15)), min_size=1, max_size=4), max_size=10)


@given(LOGS)
def test_every_record_beats_its_previous_value_and_the_last_of_a_kind_stands(logs: list[list[tuple[int, int]]]) -> None:
    sessions = [a_session(number, [a_set(ROW, load, reps) for load, reps in sets]) for number, sets in enumerate(logs)]
    found = records(load_atlas(), *sessions)
    assert all(event.previous is not None and event.value > event.previous for event in found.events)
    assert [event.on for event in found.events] == sorted(event.on for event in found.events)
    if not logs:
        return
    everything = [one for sets in logs for one in sets]
    marks = found.by_lift[ROW]
    assert marks.heaviest is not None
    assert marks.heaviest.value == max(load for load, _ in everything)
    assert {(mark.load_kg, mark.value) for mark in marks.reps_at} == {
        (load, max(reps for other, reps in everything if other == load)) for load, _ in everything
    }
