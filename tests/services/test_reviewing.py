"""Looking back: names found, stalls answered, sets shared out, whatever the journal holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dorsi.athlete.intake import intake_document, read_intake
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import VolumeGroup
from dorsi.errors import UnknownName, UsageError
from dorsi.journal.model import Adoption, CustomExercise, Journal, LoggedLoad, LoggedSession, PlanRef, SetKind
from dorsi.program.reading import read_program
from dorsi.program.writing import write_program
from dorsi.progress.records import RecordKind
from dorsi.services.coaching import Coaching
from dorsi.services.reviewing import Reviewing
from dorsi.services.training_day import training_day
from dorsi.units import MassUnit
from tests.cli.coaching.conftest import ATHLETE, PROGRAMME
from tests.journal.making import MONDAY, a_journal, a_session, a_set, day, straight


class Shelf:
    """A store that holds one journal and one day."""

    def __init__(self, journal: Journal, today: date) -> None:
        self._journal, self._today = journal, today

    def mark(self) -> str:
        return ""

    def journal(self) -> Journal:
        return self._journal

    def recent(self, since: date) -> Journal:
        return self._journal

    def snapshot(self, version: str) -> None:
        return None

    def keep_snapshot(self, snapshot: object) -> None:
        pass

    def append(self, events: object) -> int:
        raise AssertionError("looking back writes nothing")

    def now(self) -> datetime:
        return datetime(2026, 3, 2, tzinfo=UTC)

    def today(self) -> date:
        return self._today

    def bytes(self, count: int) -> bytes:
        return bytes(count)


def reviewing(*sessions: LoggedSession, today: int = 20, **fields: object) -> Reviewing:
    shelf = Shelf(a_journal(*sessions, **fields), day(today))
    return Reviewing(shelf, Coaching(shelf, shelf, shelf))  # type: ignore[arg-type]


def adoption() -> Adoption:
    """The test programme with its athlete, taken up on the first day."""
    program = read_program(PROGRAMME, "p.yaml", load_atlas())
    answers = intake_document(read_intake(ATHLETE.read_text("utf-8"), "a.toml"))
    return Adoption(id="plan", on=MONDAY, text=write_program(replace(program, athlete=answers)))


def rows(count: int, load: float = 60) -> list[LoggedSession]:
    return [a_session(3 * n, straight(3, "barbell-row", load, 8)) for n in range(count)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("lats", VolumeGroup.LATS),
        ("Upper traps", VolumeGroup.UPPER_TRAP),
        ("trapezius middle", VolumeGroup.MID_BACK),
        ("Barbell Row", "barbell-row"),
        ("barbell-row", "barbell-row"),
        ("bent over row", "barbell-row"),
        ("my own pull", "custom:mine"),
        ("bench press", "other:bench-press"),
    ],
)
def test_a_muscle_or_exercise_is_found_by_any_of_its_names(name: str, meant: object) -> None:
    own = CustomExercise(id="custom:mine", name="My own pull")
    pushes = a_session(1, a_set("custom:mine", 20, 8), a_set("other:bench-press", 80, 5))
    assert reviewing(*rows(2), pushes, exercises={"custom:mine": own}).find(name) == meant


@pytest.mark.parametrize(
    ("name", "error"), [("xyzzy", UnknownName), ("deadlift", UsageError), ("serratus anterior", UsageError)]
)
def test_what_cannot_be_shown_is_refused(name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        reviewing(*rows(2)).find(name)


def test_a_stall_without_a_programme_is_nobodys_to_mend() -> None:
    (stall,) = reviewing(*rows(6)).review().stalls
    assert (stall.exercise, stall.rule) == ("barbell-row", "")
    assert "No programme" in stall.coach


def test_a_stall_says_what_the_coach_did() -> None:
    (stall,) = reviewing(*rows(6), adoptions=(adoption(),)).review().stalls
    assert stall.rule == "STL101"
    assert "built up again" in stall.coach
    assert (stall.since, stall.until, stall.sessions) == (day(3), day(9), 3)


def test_a_planned_lift_is_counted_as_the_coach_counts_it() -> None:
    (stall,) = reviewing(*rows(3), adoptions=(adoption(),)).review().stalls
    assert (stall.since, stall.until, stall.sessions, stall.rule) == (day(3), None, 2, "STL101")
    assert reviewing(*rows(2), adoptions=(adoption(),)).review().stalls == ()
    assert reviewing(*rows(3), adoptions=(adoption(),), today=60).review().stalls == ()


def test_a_lift_beside_the_programme_is_left_alone() -> None:
    beside = [a_session(3 * n, straight(3, "t-bar-row", 50, 8)) for n in range(6)]
    (stall,) = reviewing(*beside, adoptions=(adoption(),)).review().stalls
    assert (stall.exercise, stall.rule) == ("t-bar-row", "")
    assert "Not in the programme" in stall.coach
    assert reviewing(*beside, adoptions=(adoption(),)).lift("t-bar-row").stall == stall


def test_the_sets_of_a_muscle_are_shared_out_among_what_gave_them() -> None:
    sessions = [*rows(6), a_session(30, straight(4, "pulldown-medium", 50, 10))]
    found = reviewing(*sessions, today=35).muscle(VolumeGroup.LATS)
    assert sum(giver.sets for giver in found.givers) == pytest.approx(found.volume.average)
    assert {giver.exercise for giver in found.givers} == {"barbell-row", "pulldown-medium"}
    assert [week.over for week in found.weeks] == [True] * (len(found.weeks) - 1) + [False]


def test_weeks_meant_to_be_light_are_named() -> None:
    easy = PlanRef(program="plan", session="lower", week=4)
    sessions = [a_session(0, a_set("deadlift", 120, 5)), a_session(21, a_set("deadlift", 100, 5), plan=easy)]
    found = reviewing(*sessions, today=24, adoptions=(adoption(),))
    assert found.review().deload_weeks == {day(21)}
    assert [session.deload for session in found.lift("deadlift").sessions] == [True, False]


def test_without_a_programme_the_unit_is_that_of_the_journal() -> None:
    load = LoggedLoad(value=315, unit=MassUnit.LB)
    pounds = [a_session(7 * week, replace(a_set("deadlift", 140, 5), load=load)) for week in (0, 1)]
    assert reviewing(*pounds).review().athlete.units is MassUnit.LB
    assert reviewing(*rows(2)).review().athlete.units is MassUnit.KG
    assert reviewing(*pounds, adoptions=(adoption(),)).review().athlete.units is MassUnit.KG


def test_the_level_is_known_only_with_a_programme() -> None:
    assert not reviewing(*rows(2)).review().level_known
    assert reviewing(*rows(2), adoptions=(adoption(),)).review().level_known


def test_volume_is_no_news_and_records_come_with_their_sets() -> None:
    found = reviewing(a_session(0, a_set("barbell-row", 60, 8)), a_session(7, a_set("barbell-row", 65, 8, id="best")))
    records = found.review().records
    assert {record.kind for record in records} == {RecordKind.HEAVIEST, RecordKind.ESTIMATED_MAX}
    assert set(found.review().entries) == {"best"}


def test_sets_fill_the_place_they_name_or_the_first_with_room() -> None:
    sets = [
        a_set("deadlift", 50, 8, id="warm", kind=SetKind.WARM_UP),
        a_set("deadlift", 120, 6, id="one"),
        a_set("face-pull", 20, 15, id="two", slot="3b"),
        a_set("plank", None, None, id="three", seconds=30.0),
        *(a_set("deadlift", 120, 6, id=f"more-{n}") for n in range(3)),
    ]
    logged = a_session(0, sets, finished=False)
    shelf = Shelf(a_journal(logged, adoptions=(adoption(),)), MONDAY)
    found = training_day(shelf, Coaching(shelf, shelf, shelf))  # type: ignore[arg-type]
    places = {slot: [entry.id for entry in entries] for slot, entries in found.done.items()}
    assert places == {"1": ["warm"], "2": ["one", "more-0", "more-1", "more-2"], "3b": ["two"]}
    assert [entry.id for entry in found.beside] == ["three"]
    assert [found.left(item) for item in found.session.items if item.slot == "2"] == [0]
    assert found.is_on
