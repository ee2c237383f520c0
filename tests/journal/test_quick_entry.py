"""What a scribbled line means, and that nothing of it is lost or guessed in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.journal.model import LoadMode, LoggedDiscomfort, SetKind, Side
from dorsi.journal.quick_entry import QuickEntry, QuickLoad, QuickSet, quick_line, read_quick_entry
from dorsi.units import MassUnit

NUMBERED = ("back extension 45", "45-degree-hyperextension", "21s")

READS = {
    "pull-up 4x8 +10kg @2": "pull-up +10kg x 8,8,8,8 @2rir",
    "deadlift 3x5 140": "deadlift 140kg x 5,5,5",
    "deadlift 140 3x5": "deadlift 140kg x 5,5,5",
    "deadlift 140 x 5, 5, 4 @8.5rpe": "deadlift 140kg x 5,5,4 @8.5rpe",
    "row 60kg 10,10,8 @RIR2": "row 60kg x 10,10,8 @2rir",
    "140x5": "140kg x 5",
    "deadlift 140kgx5": "deadlift 140kg x 5",
    "8x60kg": "60kg x 8",
    "deadlift 3x5x140": "deadlift 140kg x 5,5,5",
    "deadlift 140x5x3": "deadlift 140kg x 5,5,5",
    "deadlift: 100x5,90x5": "deadlift 100kg x 5; 90kg x 5",
    "plank 3x45s": "plank 45s,45s,45s",
    "plank 2x1:30": "plank 90s,90s",
    "plank 2 min": "plank 120s",
    "farmers-walk 2x40m 24kg": "farmers-walk 24kg x 40m,40m",
    "pull-up-assisted 3x8 -20kg": "pull-up-assisted -20kg x 8,8,8",
    "pull-up bw x 8, 7": "pull-up +0kg x 8,7",
    "pull-up bw+10 2x5": "pull-up +10kg x 5,5",
    "pull-up 10 8 6": "pull-up 10,8,6",
    "pull-up 3x8,8,7": "pull-up 8,8,7",
    "warm-up deadlift 60x8": "deadlift warm-up 60kg x 8",
    "warmup deadlift 60x8; 100x3": "deadlift warm-up 60kg x 8; warm-up 100kg x 3",
    "test pull-up 7": "pull-up test 7",
    "row 60x10 45x8 drop": "row 60kg x 10; drop 45kg x 8",
    "row 60kg 10,9 to failure": "row 60kg x 10; failure 60kg x 9",
    "row failure 60kg 10,9": "row failure 60kg x 10,9",
    "dumbbell row 10 24kg left straps": "dumbbell row left straps 24kg x 10",
    "row 62,5kg 10,8": "row 62.5kg x 10,8",
    "row 62,5 x 10,8": "row 62.5kg x 10,8",
    "deadlift 3x5 142,5": "deadlift 142.5kg x 5,5,5",
    "row 132 lbs x 10": "row 132lb x 10",
    "deadlift 100x5 @3 120x5 @2, 140x5 @1": "deadlift 100kg x 5 @3rir; 120kg x 5 @2rir; 140kg x 5 @1rir",
    "row 3x10 60kg @3,2,1": "row 60kg x 10 @3rir; 60kg x 10 @2rir; 60kg x 10 @1rir",
    "row 3x10 60kg @8,5": "row 60kg x 10,10,10 @8.5rpe",
    "row 3x10 60kg @8": "row 60kg x 10,10,10 @8rpe",
    "row 3x10 60kg RPE 8": "row 60kg x 10,10,10 @8rpe",
    "60kg 10,10 65kg 8": "60kg x 10,10; 65kg x 8",
    "4x8 +10kg 2x6 +15kg": "+10kg x 8,8,8,8; +15kg x 6,6",
    "row 60x8 !4 lower-back": "row 60kg x 8 !4 lower-back",
    "row 60x8,7 pain 4 lower back": "row 60kg x 8,7 !4 lower-back",
    "row 60x8 # felt 3x easier @ home": "row 60kg x 8 # felt 3x easier @ home",
    "back extension 45 3x12": "back extension 45 12,12,12",
    "45-degree hyperextension 12 +10": "45-degree hyperextension +10kg x 12",
    "chin-up 0": "chin-up 0",
    "10x10 60kg": "60kg x 10,10,10,10,10,10,10,10,10,10",
    "curl 12x10": "curl 12kg x 10",
    "crunch 3x50reps": "crunch 50,50,50",
}  # fmt: skip


@pytest.mark.parametrize("line", READS)
def test_reads(line: str) -> None:
    reading = read_quick_entry(line, numbered=NUMBERED)
    assert reading.mistakes == ()
    assert reading.entry is not None
    assert quick_line(reading.entry) == READS[line]


WRONG = {
    "": (1, ""),
    "deadlift": (9, ""),
    "deadlift 8x60": (10, "8x60"),
    "deadlift 140 5": (10, "140"),
    "deadlift 140x5 easy": (16, "easy"),
    "pull-up 4x8x": (12, "x"),
    "row 25x3x60": (5, "25x3x60"),
    "row 3x8 @12": (9, "@12"),
    "row 3x8 @3,2": (9, "@3,2"),
    "row 3x8 !11 elbow": (9, "!11 elbow"),
    "curl 3x12.5": (8, "12.5"),
    "row 60kg x 8kg": (5, "60kg x 8kg"),
    "row 3x8 60kg 50": (14, "50"),
    "row 2000kg x 8": (5, "2000kg"),
    "plank 9000 min": (7, "9000 min"),
    "row 60x8 80kg": (10, "80kg"),
    "row 60kg": (5, ""),
    "row @2": (5, ""),
}  # fmt: skip


@pytest.mark.parametrize("line", WRONG)
def test_says_where_it_does_not_understand(line: str) -> None:
    reading = read_quick_entry(line)
    assert reading.entry is None
    column, read = WRONG[line]
    assert (reading.mistakes[0].column, reading.mistakes[0].read) == (column, read)
    assert reading.mistakes[0].expected


def test_names_every_mistake() -> None:
    reading = read_quick_entry("row 3x8 @12 !11 elbow easy")
    assert [mistake.column for mistake in reading.mistakes] == [9, 13, 23]


def test_takes_the_unit_asked_for() -> None:
    reading = read_quick_entry("row 100x8", unit=MassUnit.LB)
    assert reading.entry is not None
    assert reading.entry.sets[0].load == QuickLoad(value=100.0, unit=MassUnit.LB)


hundredths = st.integers(0, 60_000).map(lambda n: n / 100)
loads = st.builds(
    QuickLoad,
    value=hundredths,
    unit=st.sampled_from(MassUnit),
    mode=st.sampled_from([None, LoadMode.ADDED, LoadMode.ASSISTED]),
)
amounts = st.one_of(
    st.fixed_dictionaries({"reps": st.integers(0, 100)}),
    st.fixed_dictionaries({"seconds": st.integers(1, 36_000).map(lambda n: n / 10)}),
    st.fixed_dictionaries({"metres": st.integers(1, 4_000).map(lambda n: n / 4)}),
)
efforts = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"rir": st.integers(0, 20).map(lambda n: n / 2)}),
    st.fixed_dictionaries({"rpe": st.integers(2, 20).map(lambda n: n / 2)}),
)
discomforts = st.builds(
    LoggedDiscomfort, score=st.integers(0, 10), place=st.sampled_from(["", "lower-back", "elbow", "left-ish", "toe"])
)


@st.composite
def quick_sets(draw: st.DrawFn) -> QuickSet:
    return QuickSet(
        kind=draw(st.sampled_from(SetKind)),
        load=draw(st.none() | loads),
        side=draw(st.none() | st.sampled_from(Side)),
        straps=draw(st.booleans()),
        discomfort=draw(st.none() | discomforts),
        **draw(amounts),
        **draw(efforts),
    )


entries = st.builds(
    QuickEntry,
    exercise=st.sampled_from(["", "deadlift", "Pull-up (wide)", "T-bar row", "back extension 45", "Тяга", "21s"]),
    sets=st.lists(quick_sets(), min_size=1, max_size=6).map(tuple),
    note=st.sampled_from(["", "grip gave out", "3x5 @ 140, really; # no joke"]),
)


@given(entries)
def test_an_entry_reads_back_as_it_was_written(entry: QuickEntry) -> None:
    assert read_quick_entry(quick_line(entry), numbered=NUMBERED).entry == entry


@given(st.text(max_size=60) | st.text(alphabet="0123456789x.,@!+-kglb rirpe;#:/", max_size=40))
def test_any_text_is_understood_or_explained(line: str) -> None:
    reading = read_quick_entry(line, numbered=NUMBERED)
    assert (reading.entry is None) == bool(reading.mistakes)
    if reading.entry is not None:
        again = read_quick_entry(quick_line(reading.entry), numbered=NUMBERED)
        assert again.entry == reading.entry
