"""All measures from one reading of the journal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dorsi.athlete.model import Athlete, Sex
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.journal.model import Adoption, Journal, LoggedSet, MeasureKind, PlanRef, SetKind, Side
from dorsi.program.reading import read_program
from dorsi.progress.overview import progress_of
from tests.journal.making import MONDAY, a_journal, a_load, a_measure, a_session, a_set, day

EASY_FOURTH = """\
dorsi: program/1
name: With an easy fourth week
weeks: 4
deload_weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: barbell-row, sets: 4 x 8-12 @ RIR 2}
"""


def test_an_empty_journal_has_an_overview(atlas: Atlas) -> None:
    found = progress_of(Journal(), Athlete(), atlas, MONDAY)
    assert found.training.sessions == ()
    assert (found.stalls, found.loads, found.deadlift) == ((), (), None)
    assert found.balance.shares.percent is None
    assert found.adherence.streak.current == 0


def test_all_measures_are_taken_from_the_same_training(atlas: Atlas) -> None:
    journal = a_journal(
        a_session(0, a_set("deadlift", 150, 3), a_set("pull-up-medium", None, 8)),
        a_session(7, a_set("deadlift", 160, 3), a_set("pull-up-medium", None, 8)),
        measurements=(a_measure(0, MeasureKind.BODY_MASS, 80.0),),
    )
    found = progress_of(journal, Athlete(sex=Sex.MALE), atlas, day(8))
    assert len(found.volume.weeks) == len(found.balance.weeks) == len(found.loads) == 2
    assert found.adherence.streak.current == 2
    assert found.records.by_lift["deadlift"].heaviest is not None
    assert found.deadlift is not None
    assert len(found.body.mass) == 1


def test_the_programme_tells_which_sessions_were_meant_to_be_light(atlas: Atlas) -> None:
    program = read_program(EASY_FOURTH, "easy.yaml", atlas)
    sessions = [
        a_session(
            7 * number,
            a_set("barbell-row", load, 8),
            plan=PlanRef(program="a", session="pulls", week=number + 1),
        )
        for number, load in enumerate((60, 60, 60, 40))
    ]
    journal = a_journal(*sessions, adoptions=(Adoption(id="a", on=MONDAY, text=EASY_FOURTH),))
    assert [stall.exercise for stall in progress_of(journal, Athlete(), atlas, day(22)).stalls] == ["barbell-row"]
    known = progress_of(journal, Athlete(), atlas, day(22), programs={"a": program})
    assert known.stalls == ()
    assert [week.done for week in known.adherence.weeks] == [1, 1, 1, 1]


def test_distrusted_sets_set_no_records(atlas: Atlas) -> None:
    journal = a_journal(a_session(0, a_set("barbell-row", 60, 8)), a_session(7, a_set("barbell-row", 600, 8, id="odd")))
    assert progress_of(journal, Athlete(), atlas, day(8)).records.events
    assert progress_of(journal, Athlete(), atlas, day(8), distrusted={"odd"}).records.events == ()


_NUMBERS = st.one_of(st.none(), st.integers(0, 30))
_LOADS = st.one_of(st.none(), st.sampled_from((0, 60, 1000.0, "+10", "-20", "-500")))
_EXERCISES = st.sampled_from(
    ("pull-up-medium", "pull-up-assisted", "deadlift", "inverted-row", "plank", "farmers-walk", "custom:x", "other:x")
)
_SETS = st.builds(
    lambda exercise, load, reps, kind, rir, rpe, seconds, metres, side, implements: LoggedSet(
        id="s",
        exercise=exercise,
        kind=kind,
        load=a_load(load),
        reps=reps,
        rir=rir,
        rpe=rpe,
        seconds=seconds,
        metres=metres,
        side=side,
        implements=implements,
    ),
    _EXERCISES,
    _LOADS,
    _NUMBERS,
    st.sampled_from(SetKind),
    st.one_of(st.none(), st.floats(0, 10)),
    st.one_of(st.none(), st.floats(1, 10)),
    _NUMBERS,
    _NUMBERS,
    st.sampled_from((None, *Side)),
    st.integers(1, 2),
)


@given(st.lists(st.tuples(st.integers(0, 60), st.lists(_SETS, max_size=5)), max_size=8))
def test_whatever_was_logged_has_an_overview(logged: list[tuple[int, list[LoggedSet]]]) -> None:
    sessions = [a_session(number, sets, id=str(place)) for place, (number, sets) in enumerate(logged)]
    found = progress_of(a_journal(*sessions), Athlete(), load_atlas(), day(60))
    assert sum(load.work_sets for load in found.loads) == sum(one.work_sets for one in found.training.sessions)
    assert all(session.volume_kg >= 0 for session in found.training.sessions)
    assert all(value >= 0 for week in found.volume.weeks for value in week.sets.values())
