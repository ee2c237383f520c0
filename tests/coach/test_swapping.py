"""The athlete's own swaps, what could take a place, and the time a session may take."""

from __future__ import annotations

import pytest

from dorsi.coach.model import NextSession
from dorsi.coach.session import next_session
from dorsi.coach.swapping import alternatives, work_at
from dorsi.errors import UnknownName
from dorsi.journal.model import Swap
from dorsi.program.model import BlockKind
from tests.coach.making import ROW, coached, done, known, lead, load_of, programme, rules, topped, work
from tests.journal.making import MONDAY, day

TEXT = programme(ROW)
FULL = programme(ROW, "pulldown-medium 3 x 8-12 @ RIR 2", "face-pull 2 x 12-20 @ RIR 1")


def swap(number: int, exercise: str, instead: str, *, once: bool = False, session: str = "") -> Swap:
    return Swap(id=f"swap-{number}", on=day(number), exercise=exercise, instead=instead, once=once, session=session)


def test_a_swap_holds_for_good() -> None:
    swaps = (swap(1, "barbell-row", "seated-row-narrow"),)
    for on in (1, 4, 30):
        item = lead(coached(TEXT, swaps=swaps, on=on))
        assert item.exercise.id == "seated-row-narrow"
        assert item.planned == "barbell-row"
        assert rules(item)[0] == "ROT102"


def test_a_swapped_exercise_gets_its_own_range_and_its_own_load() -> None:
    """Eight to fifteen with one or two left is how seated rows are done; 50 kg go up by a plate of the stack."""
    session = coached(
        TEXT, done(0, "seated-row-narrow", 50, 15, 15, 15, rir=2), swaps=(swap(1, "barbell-row", "seated-row-narrow"),)
    )
    assert lead(session).sets[0].reps == (8, 15)
    assert load_of(session) == 55


def test_a_swap_for_once_holds_for_the_next_session_whenever_that_is() -> None:
    swaps = (swap(1, "barbell-row", "seated-row-narrow", once=True),)
    for on in (1, 3, 6):
        assert lead(coached(TEXT, topped(0, 60), swaps=swaps, on=on)).exercise.id == "seated-row-narrow"
    after = coached(TEXT, topped(0, 60), done(3, "seated-row-narrow", 50, 9, 9, 9), swaps=swaps)
    assert lead(after).exercise.id == "barbell-row"


def test_a_swap_for_once_gives_way_to_the_one_for_good_again() -> None:
    swaps = (swap(1, "barbell-row", "machine-row"), swap(2, "barbell-row", "seated-row-narrow", once=True))
    assert lead(coached(TEXT, topped(0, 60), swaps=swaps, on=3)).exercise.id == "seated-row-narrow"
    after = coached(TEXT, topped(0, 60), done(3, "seated-row-narrow", 50, 9, 9, 9), swaps=swaps)
    assert lead(after).exercise.id == "machine-row"


def test_a_swap_for_good_can_be_lifted_for_once() -> None:
    swaps = (swap(1, "barbell-row", "machine-row"), swap(2, "barbell-row", "barbell-row", once=True))
    assert lead(coached(TEXT, topped(0, 60), swaps=swaps, on=3)).exercise.id == "barbell-row"
    after = coached(TEXT, topped(0, 60), done(3, "barbell-row", 60, 9, 9, 9), swaps=swaps)
    assert lead(after).exercise.id == "machine-row"


def test_swapping_back_restores_what_was_planned() -> None:
    swaps = (swap(1, "barbell-row", "seated-row-narrow"), swap(2, "barbell-row", "barbell-row"))
    item = lead(coached(TEXT, swaps=swaps, on=2))
    assert (item.exercise.id, item.planned) == ("barbell-row", "")


def test_the_later_of_two_swaps_holds() -> None:
    swaps = (swap(1, "barbell-row", "seated-row-narrow"), swap(2, "barbell-row", "machine-row"))
    assert lead(coached(TEXT, swaps=swaps, on=2)).exercise.id == "machine-row"


def test_a_swap_of_one_session_leaves_the_others_alone() -> None:
    text = programme(sessions={"a": [ROW], "b": [ROW]})
    swaps = (swap(0, "barbell-row", "seated-row-narrow", session="b"),)
    assert lead(coached(text, swaps=swaps, on=0)).exercise.id == "barbell-row"
    assert lead(coached(text, topped(0, 60), swaps=swaps)).exercise.id == "seated-row-narrow"


def test_swaps_end_with_the_programme() -> None:
    """Whoever takes up another programme gets it as it is written."""
    from_before = (swap(-1, "barbell-row", "seated-row-narrow"),)
    assert lead(coached(TEXT, swaps=from_before, on=0)).exercise.id == "barbell-row"


def options(session: NextSession, place: str) -> list[str]:
    return [option.exercise.id for option in alternatives(session, place, known(FULL, on=0), MONDAY)]


def test_alternatives_train_the_same_pattern_and_are_neither_the_exercise_nor_a_double_of_another() -> None:
    session = coached(FULL)
    found = options(session, "1")
    assert found
    assert "barbell-row" not in found
    assert len(found) == len(set(found)) <= 8
    for name in options(session, "2"):
        assert name not in ("pulldown-medium", "barbell-row", "face-pull")


def test_a_place_is_found_by_number_and_by_exercise() -> None:
    session = coached(FULL)
    assert work_at(session, "2") is work_at(session, "pulldown-medium") is work(session)[1]
    assert options(session, "2") == options(session, "pulldown-medium")


def test_a_place_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownName) as caught:
        work_at(coached(FULL), "7")
    assert "barbell-row" in str(caught.value)


def test_an_alternative_done_before_starts_from_what_was_done() -> None:
    first = alternatives(coached(FULL), "1", known(FULL, on=0), MONDAY)[0].exercise
    state = known(FULL, done(0, first.id, 42.5, 10, 10, 10))
    options = alternatives(next_session(state, day(3)), "1", state, day(3))
    option = next(one for one in options if one.exercise is first)
    assert option.load_kg == 42.5
    assert option.load.startswith("your last")


SLOW = [ROW, "face-pull 4 x 12-20 @ RIR 1", "rear-delt-fly 4 x 12-20 @ RIR 1"]


def test_a_session_that_takes_longer_than_the_time_loses_sets_of_its_last_exercises() -> None:
    """Machine rows in the place of face pulls rest twice as long; the planned session took all the time there is."""
    planned = coached(programme(*SLOW))
    text = programme(*SLOW, athlete={"minutes": planned.minutes})
    longer = coached(text, swaps=(swap(0, "face-pull", "machine-row"),), on=0)
    first, *others = work(longer)
    assert longer.minutes <= planned.minutes + 1
    assert len(first.sets) == 3
    assert sum(len(item.sets) for item in others) < 8
    trimmed = [decision for item in others for decision in item.decisions if decision.rule == "SCH106"]
    assert sum(decision.by_sets for decision in trimmed) == sum(len(item.sets) for item in others) - 8


def test_a_session_within_its_time_loses_nothing() -> None:
    session = coached(programme(*SLOW), swaps=(swap(0, "face-pull", "machine-row"),), on=0)
    assert [len(item.sets) for item in work(session)] == [3, 4, 4]


def test_supersets_stay_together_and_lose_their_name_with_their_partner() -> None:
    pair = {
        "superset": [{"exercise": "pulldown-medium", "sets": "3 x 10"}, {"exercise": "face-pull", "sets": "3 x 15"}]
    }
    text = programme(ROW, pair)
    assert [block.kind for block in coached(text).blocks] == [BlockKind.SINGLE, BlockKind.SUPERSET]
    assert [item.slot for item in work(coached(text))] == ["1", "2a", "2b"]
    twice = coached(text, swaps=(swap(0, "face-pull", "barbell-row"),), on=0)
    assert [block.kind for block in twice.blocks] == [BlockKind.SINGLE, BlockKind.SINGLE]


def test_a_triset_that_loses_one_becomes_a_superset() -> None:
    three = [{"exercise": name, "sets": "3 x 10"} for name in ("barbell-row", "pulldown-medium", "face-pull")]
    text = programme({"triset": three})
    assert [block.kind for block in coached(text).blocks] == [BlockKind.TRISET]
    fewer = coached(text, swaps=(swap(0, "face-pull", "barbell-row"),), on=0)
    assert [block.kind for block in fewer.blocks] == [BlockKind.SUPERSET]


def test_a_share_of_the_maximum_is_taken_of_what_was_last_shown() -> None:
    """100 kg for five with one left: 100 / 0.8333 = 120 kg; three quarters of it are 90 kg."""
    text = programme("deadlift 3 x 5 @ 75%")
    assert load_of(coached(text, done(0, "deadlift", 100, 5, 5, 5, rir=1))) == 90
    assert load_of(coached(text)) is None


def test_sets_to_the_maximum_are_asked_for_as_such() -> None:
    text = programme("pull-up-medium 3 x max @ RIR 1", athlete={"max_pull_ups": 12})
    assert all(planned.to_max and planned.reps is None for planned in lead(coached(text)).sets)
