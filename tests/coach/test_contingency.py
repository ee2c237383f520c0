"""What each set's table promises, and that the coach keeps the promise when exactly that is logged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from dorsi.coach.model import Contingency, PlannedItem
from dorsi.journal.model import LoadMode, LoggedLoad, LoggedSession, LoggedSet
from tests.coach.making import BEGINNER, ROW, coached, done, lead, load_of, programme, same, topped
from tests.journal.making import a_session

DUMBBELL = "dumbbell-row 3 x 8-12 @ RIR 1"
HISTORIES = {
    "bar": (programme(ROW), [done(0, "barbell-row", 60, 9, 8, 8, rir=2)]),
    "bar, just raised": (programme(ROW), [topped(0, 60)]),
    "stack": (programme("pulldown-medium 3 x 8-12 @ RIR 1"), [done(0, "pulldown-medium", 50, 10, 9, 9, rir=1)]),
    "dumbbell": (programme(DUMBBELL), [done(0, "dumbbell-row", 24, 10, 9, 9, rir=1)]),
    "dumbbell with a large step": (programme(DUMBBELL), [done(0, "dumbbell-row", 10, 10, 9, 9, rir=1)]),
    "dumbbell, range widened": (programme(DUMBBELL), [done(0, "dumbbell-row", 10, 12, 12, 12, rir=1)]),
    "help": (programme("pull-up-assisted 3 x 6-10 @ RIR 2"), [done(0, "pull-up-assisted", "-30", 8, 8, 7, rir=2)]),
    "belt": (
        programme("pull-up-weighted 3 x 5-8 @ RIR 1", athlete={"max_pull_ups": 14}),
        [done(0, "pull-up-weighted", "+10", 7, 6, 6, rir=1)],
    ),
    "body weight": (
        programme("pull-up-medium 3 x 5-8 @ RIR 1", athlete={"max_pull_ups": 9}),
        [done(0, "pull-up-medium", None, 6, 6, 6, rir=1)],
    ),
    "beginner's bar": (
        programme("deadlift 3 x 5-8 @ RIR 3", athlete=BEGINNER),
        [done(0, "deadlift", 60, 7, 7, 6, rir=3)],
    ),
    "two sessions without gain": (programme(ROW), same("barbell-row", 60, 8, 0, 3, 6)),
    "on the way back": (programme(ROW), [topped(0, 60), done(10, "barbell-row", 55, 8, 8, 8, rir=2)]),
    "after a break": (programme(ROW), [topped(0, 60)]),
}
"""Programmes with what was logged of them: the last set's table is read in the session after."""
DAYS = {"two sessions without gain": 9, "after a break": 10, "on the way back": 13}


def logged_as(item: PlannedItem, reps: Sequence[int], reserve: float | None, number: int) -> LoggedSession:
    """The item's sets, done with these reps and this reserve."""
    return a_session(number, _sets(item, reps, reserve))


def _sets(item: PlannedItem, reps: Sequence[int], reserve: float | None) -> Iterator[LoggedSet]:
    for index, (planned, count) in enumerate(zip(item.sets, reps, strict=True)):
        load = planned.load_kg or 0.0
        body = item.exercise.loading.value.startswith("bodyweight")
        mode = LoadMode.ASSISTED if load < 0 else LoadMode.ADDED if body else LoadMode.TOTAL
        yield LoggedSet(
            id=f"promised-{index}", exercise=item.exercise.id, reps=count, rir=reserve,
            load=LoggedLoad(value=abs(load), mode=mode),
        )  # fmt: skip


def promises(table: Sequence[Contingency], sets: int) -> Iterator[tuple[Contingency, list[int]]]:
    """What the last set's table says of next time, with the reps of all sets that it speaks of."""
    for row in table:
        if row.next_time_kg is None:
            continue
        if row.reps_to is None:
            yield row, [row.reps_from or 0] * sets
        else:
            yield row, [row.reps_to + 1] * (sets - 1) + [row.reps_to]


@pytest.mark.parametrize("name", HISTORIES)
def test_what_the_table_says_of_next_time_is_what_comes(name: str) -> None:
    text, history = HISTORIES[name]
    number = DAYS.get(name, 3)
    item = lead(coached(text, *history, on=number))
    reserve = item.sets[-1].reserve
    rows = list(promises(item.sets[-1].contingencies, len(item.sets)))
    assert rows
    for row, reps in rows:
        after = logged_as(item, reps, reserve[0] if reserve else None, number)
        assert load_of(coached(text, *history, after)) == row.next_time_kg, row.says


def test_the_table_of_a_set_covers_every_number_of_reps_once() -> None:
    for text, history in HISTORIES.values():
        for planned in lead(coached(text, *history)).sets:
            for reps in range(40):
                fits = [
                    row
                    for row in planned.contingencies
                    if (row.reps_from is None or reps >= row.reps_from) and (row.reps_to is None or reps <= row.reps_to)
                ]
                assert len(fits) == 1


def test_only_the_last_set_speaks_of_next_time() -> None:
    *earlier, last = lead(coached(*HISTORIES["bar"][:1], *HISTORIES["bar"][1])).sets
    assert all(row.next_time_kg is None for planned in earlier for row in planned.contingencies)
    assert all(row.next_set_kg is None for row in last.contingencies)


def test_too_few_reps_make_the_next_set_lighter_by_what_the_equipment_makes() -> None:
    """95 % of 60 kg are 57 kg, and the bar makes 55 kg of it."""
    text, history = HISTORIES["bar"]
    low = lead(coached(text, *history)).sets[0].contingencies[0]
    assert (low.reps_from, low.reps_to, low.next_set_kg) == (None, 5, 55)
    assert low.says == "5 or fewer: 5 kg less in the next set."


def test_too_few_reps_with_help_mean_more_help() -> None:
    text, history = HISTORIES["help"]
    low = lead(coached(text, *history)).sets[0].contingencies[0]
    assert low.next_set_kg == -35
    assert "more help" in low.says


def test_too_few_reps_at_body_weight_mean_a_longer_rest() -> None:
    text, history = HISTORIES["body weight"]
    low = lead(coached(text, *history)).sets[0].contingencies[0]
    assert low.next_set_kg is None
    assert "rest" in low.says


def test_a_deload_promises_nothing_for_next_time() -> None:
    text = programme("barbell-row 3 x 6-10 @ RIR 2", deload_weeks="2")
    for planned in lead(coached(text, topped(0, 60))).sets:
        assert all(row.next_time_kg is None for row in planned.contingencies)


def test_sets_to_the_maximum_and_timed_sets_have_no_table() -> None:
    text = programme("pull-up-medium 3 x max @ RIR 1", athlete={"max_pull_ups": 12})
    assert lead(coached(text)).sets[0].contingencies == ()
    assert lead(coached(programme("side-plank 2 x 20-40 s"))).sets[0].contingencies == ()


def test_a_load_yet_to_be_found_has_no_table() -> None:
    assert lead(coached(programme(ROW))).sets[0].contingencies == ()
