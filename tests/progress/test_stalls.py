"""Exercises that have stopped getting better."""

from __future__ import annotations

import pytest

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.journal.model import LoggedSession, MeasureKind
from dorsi.progress.stalls import Stall, stalls_of
from dorsi.progress.training import training_of
from tests.journal.making import a_journal, a_measure, a_session, a_set, day

ROW = "barbell-row"


def stalls(atlas: Atlas, *sessions: LoggedSession, today: int | None = None, deloads: str = "") -> tuple[Stall, ...]:
    last = max(session.on for session in sessions)
    training = training_of(a_journal(*sessions), Athlete(), atlas, last if today is None else day(today))
    return stalls_of(training, frozenset(deloads.split()))


def weekly(*sets: tuple[float, int], step: int = 7) -> list[LoggedSession]:
    return [a_session(step * number, a_set(ROW, load, reps)) for number, (load, reps) in enumerate(sets)]


def test_three_sessions_without_gain_are_a_stall_and_two_are_not(atlas: Atlas) -> None:
    assert stalls(atlas, *weekly((60, 8), (60, 8), (60, 8))) == ()
    (stall,) = stalls(atlas, *weekly((60, 8), (60, 8), (60, 8), (60, 7)))
    assert (stall.exercise, stall.last_gain, stall.since) == (ROW, day(0), day(7))
    assert [(tried.on, tried.load_kg, tried.reps) for tried in stall.exposures] == [
        (day(7), 60, 8),
        (day(14), 60, 8),
        (day(21), 60, 7),
    ]


@pytest.mark.parametrize("better", [(60.0, 9), (62.5, 5)], ids=["a rep", "a plate"])
def test_a_rep_or_a_plate_more_ends_a_stall(atlas: Atlas, better: tuple[float, int]) -> None:
    assert stalls(atlas, *weekly((60, 8), (60, 8), (60, 8), (60, 8), better)) == ()


def test_the_same_work_with_more_left_is_a_gain(atlas: Atlas) -> None:
    hard = [a_session(7 * n, a_set(ROW, 60, 8, rir=0.0)) for n in range(4)]
    assert len(stalls(atlas, *hard)) == 1
    assert stalls(atlas, *hard, a_session(28, a_set(ROW, 60, 8, rir=2.0))) == ()


def test_lighter_sessions_with_more_reps_than_ever_so_heavy_are_a_gain(atlas: Atlas) -> None:
    assert stalls(atlas, *weekly((60, 8), (60, 8), (60, 8), (50, 14))) == ()


def test_what_is_no_longer_trained_is_not_stalled(atlas: Atlas) -> None:
    sessions = weekly((60, 8), (60, 8), (60, 8), (60, 8))
    assert stalls(atlas, *sessions, today=21 + 28)
    assert stalls(atlas, *sessions, today=21 + 29) == ()


def test_after_a_layoff_the_count_begins_anew(atlas: Atlas) -> None:
    before = weekly((80, 8), (80, 8), (80, 8))
    after = [a_session(60 + 7 * n, a_set(ROW, 60, 6 + n)) for n in range(3)]
    assert stalls(atlas, *before, *after) == ()
    assert stalls(atlas, *before, *(a_session(28 + 7 * n, a_set(ROW, 60, 6 + n)) for n in range(3)))


def test_deloads_say_nothing(atlas: Atlas) -> None:
    sessions = weekly((60, 8), (60, 8), (60, 8), (50, 8))
    assert stalls(atlas, *sessions)
    assert stalls(atlas, *sessions, deloads="session-21") == ()


def test_the_drift_of_body_mass_is_no_gain(atlas: Atlas) -> None:
    sessions = [a_session(7 * n, a_set("pull-up-medium", None, 5)) for n in range(4)]
    measures = tuple(a_measure(7 * n, MeasureKind.BODY_MASS, 80 + 0.2 * n) for n in range(4))
    training = training_of(a_journal(*sessions, measurements=measures), Athlete(), atlas, day(22))
    assert [stall.exercise for stall in stalls_of(training)] == ["pull-up-medium"]


def test_preparation_never_stalls(atlas: Atlas) -> None:
    assert stalls(atlas, *(a_session(7 * n, a_set("bird-dog", None, 8)) for n in range(6))) == ()


def test_the_longest_stall_comes_first(atlas: Atlas) -> None:
    rows = [a_session(7 * n, a_set(ROW, 60, 8), a_set("face-pull", 20, 12 + (n < 3) * n)) for n in range(7)]
    assert [stall.exercise for stall in stalls(atlas, *rows)] == [ROW, "face-pull"]
