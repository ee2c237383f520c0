"""The repository keeps what it is given, once, and gives it back as the fold has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connections

from dorsi.journal.events import (
    Event,
    Imported,
    ImportUndone,
    NameSettled,
    Noted,
    SessionDeleted,
    SetDeleted,
    Withdrawn,
)
from dorsi.journal.folding import journal_of
from dorsi.journal.model import Answer, CustomExercise, Journal, MeasureKind, Measurement, MeasureUnit
from dorsi.services.ports import JournalStore, Snapshot
from dorsi.settings import Settings
from dorsi.store.connection import connect
from dorsi.store.journal_repository import JournalRepository
from dorsi.store.models import AthleteRow, SessionRow
from dorsi.store.people import LOCAL, person
from tests.store.entries import a_set, day, event, session_logged, set_logged


def body_mass(id: str, number: int) -> Measurement:  # noqa: A002
    return Measurement(id=id, on=day(number), kind=MeasureKind.BODY_MASS, value=80.5, unit=MeasureUnit.KG)


def snapshot_of(number: int, version: str = "1") -> Snapshot:
    return Snapshot(day=day(number), version=version, document=f"day {number}")


def queries(journal: JournalRepository, act: Callable[[], object]) -> list[str]:
    """The statements an act sends, apart from those that begin and end its transaction."""
    connection = connections[journal.alias]
    connection.force_debug_cursor = True
    connection.queries_log.clear()
    try:
        act()
        return [entry["sql"] for entry in connection.queries_log if entry["sql"].split()[0] not in ("BEGIN", "COMMIT")]
    finally:
        connection.force_debug_cursor = False


def test_it_is_what_services_ask_for(journal: JournalRepository) -> None:
    port: JournalStore = journal
    assert port.journal() == Journal()
    assert port.last_event() is None
    assert port.last_sessions(3) == ()
    assert port.session("none") is None
    assert list(port.events()) == []


def test_what_was_appended_is_there_after_opening_anew(journal: JournalRepository, settings: Settings) -> None:
    events = [session_logged("a", 1, a_set("1")), set_logged("a", "2"), event(Noted(thing=body_mass("m", 2)))]
    assert journal.append(events) == 3
    connections[journal.alias].close()
    again = JournalRepository(connect(settings), person(connect(settings), LOCAL, str, datetime.now(UTC)).number)
    assert list(again.events()) == events
    assert again.journal() == journal_of(events)


def test_an_event_that_comes_again_is_passed_over(journal: JournalRepository) -> None:
    first, second = session_logged("a", 1, a_set("1")), set_logged("a", "2")
    assert journal.append([first]) == 1
    assert journal.append([first, second, second]) == 1
    assert journal.append([second, first]) == 0
    assert list(journal.events()) == [first, second]


def test_any_text_survives(journal: JournalRepository) -> None:
    odd = 'тяга 💪 \ud800 \0 \u2028 "quoted" \\'
    kept = session_logged("a", 1, a_set(odd, exercise=odd))
    journal.append([kept])
    assert list(journal.events()) == [kept]
    assert journal.session("a") == journal_of([kept]).sessions[0]


def test_late_sets_wait_for_their_session(journal: JournalRepository) -> None:
    late = set_logged("a", "1")
    journal.append([late])
    assert journal.session("a") is None
    header = session_logged("a", 1)
    journal.append([header])
    assert journal.session("a") == journal_of([late, header]).sessions[0]


def test_sessions_come_newest_first(journal: JournalRepository) -> None:
    journal.append([session_logged("b", 2), session_logged("a", 1), session_logged("c", 3)])
    assert [session.id for session in journal.last_sessions(2)] == ["c", "b"]
    assert [session.id for session in journal.recent(day(2)).sessions] == ["b", "c"]


def test_an_undone_import_is_gone_with_what_it_added_to_own_sessions(journal: JournalRepository) -> None:
    own = session_logged("a", 1, a_set("1"))
    brought = [
        session_logged("a", 1, a_set("2"), batch="i"),
        session_logged("b", 2, a_set("3"), batch="i"),
        event(Noted(thing=body_mass("m", 2)), batch="i"),
        event(NameSettled(name="rudern", exercise="barbell-row"), batch="i"),
    ]
    journal.append([own, *brought])
    undoing = event(ImportUndone(batch="i"))
    journal.append([undoing])
    assert journal.journal() == journal_of([own])
    assert journal.session_events("a") == (own,)
    assert list(journal.events()) == [own, *brought, undoing]


def test_what_comes_late_of_an_undone_import_stays_void(journal: JournalRepository) -> None:
    journal.append([event(ImportUndone(batch="i"))])
    journal.append([session_logged("a", 1, a_set("1"), batch="i")])
    assert journal.journal().sessions == ()


def test_athletes_do_not_see_each_other_even_with_the_same_ids(journal: JournalRepository) -> None:
    alice = session_logged("a", 1, a_set("1"))
    other = AthleteRow.objects.using(journal.alias).create(
        owner="someone else", uuid="00000000-0000-0000-0000-00000000000b", created_at=datetime.now(UTC)
    )
    bob = JournalRepository(journal.alias, other.number)
    assert journal.append([alice]) == bob.append([alice]) == 1
    journal.append([event(SessionDeleted(session_id="a"))])
    assert journal.journal().sessions == ()
    assert bob.journal() == journal_of([alice])


@pytest.mark.sqlite
def test_one_set_takes_few_queries(journal: JournalRepository) -> None:
    journal.append([session_logged("a", 1, *(a_set(str(number)) for number in range(20)), batch="i")])
    assert len(queries(journal, lambda: journal.append([set_logged("a", "x")]))) <= 5


def test_an_import_takes_no_query_for_each_session(journal: JournalRepository) -> None:
    events = [session_logged(str(number), number, a_set(f"s{number}"), batch="i") for number in range(600)]
    few = len(queries(journal, lambda: journal.append(events[:300])))
    assert len(queries(journal, lambda: journal.append(events[300:]))) == few < 20
    assert len(queries(journal, lambda: journal.append([event(ImportUndone(batch="i"))]))) < 20
    assert SessionRow.objects.using(journal.alias).count() == 0


@pytest.mark.sqlite
def test_lookups_do_not_read_the_whole_journal(journal: JournalRepository) -> None:
    said = queries(journal, lambda: journal.append([set_logged("a", "x"), event(Noted(thing=body_mass("m", 1)))]))
    with connections[journal.alias].cursor() as cursor:
        for statement in said:
            if statement.startswith(("SELECT", "DELETE")):
                plan = [row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]
                assert not [step for step in plan if step.endswith("(athlete_id=?)") or step.startswith("SCAN")], plan


# ------------------------------------------------------------------- undoing
def test_nothing_is_last_once_all_was_taken_back(journal: JournalRepository) -> None:
    header, entry, noted = session_logged("a", 1), set_logged("a", "1"), event(Noted(thing=body_mass("m", 1)))
    journal.append([header, entry, noted])
    assert journal.last_event() == noted
    journal.append([event(Withdrawn(id="m"))])
    assert journal.last_event() == entry
    journal.append([event(SetDeleted(session_id="a", set_id="1"))])
    assert journal.last_event() == header
    journal.append([event(SessionDeleted(session_id="a"))])
    assert journal.last_event() is None


def test_an_import_is_last_as_one_and_gone_as_one(journal: JournalRepository) -> None:
    header, own = session_logged("a", 1), set_logged("a", "1")
    journal.append([header, own])
    brought = [session_logged(f"i{number}", number, batch="i") for number in range(700)]
    told = event(Imported(file="log.csv", format="strong", digest="0"), batch="i")
    journal.append([*brought, told])
    assert journal.last_event() == told
    journal.append([event(ImportUndone(batch=told.batch))])
    assert journal.last_event() == own


def test_a_note_withdrawn_and_entered_again_holds(journal: JournalRepository) -> None:
    again = event(Noted(thing=body_mass("m", 2)), minute=3)
    journal.append([event(Noted(thing=body_mass("m", 1)), minute=1), event(Withdrawn(id="m"), minute=2), again])
    assert journal.last_event() == again


# ----------------------------------------------------------------- snapshots
@pytest.mark.parametrize(
    ("happens", "survivors"),
    [
        ([session_logged("new", 5)], [3, 5]),
        ([session_logged("old", 8)], [3]),
        ([event(SetDeleted(session_id="old", set_id="1"))], [3]),
        ([event(SessionDeleted(session_id="old"))], [3]),
        ([event(Noted(thing=body_mass("new", 6)))], [3, 5]),
        ([event(Noted(thing=body_mass("note", 9)))], [3]),
        ([event(Withdrawn(id="note"))], [3]),
        ([event(Noted(thing=Answer(id="answer", on=day(9), set_id="1", true=False)))], [3]),
        ([event(Noted(thing=Answer(id="answer", on=day(9), set_id="unknown", true=False)))], [3, 5, 7, 9]),
        ([event(ImportUndone(batch="i"))], [3]),
        ([event(ImportUndone(batch="k"))], [3, 5]),
        ([event(NameSettled(name="rudern", exercise="barbell-row"))], []),
        ([event(Noted(thing=CustomExercise(id="custom:x", name="X")))], []),
        ([event(Imported(file="log.csv", format="strong", digest="0"), batch="j")], [3, 5, 7, 9]),
        ([], [3, 5, 7, 9]),
    ],
    ids=lambda case: (
        type(case[0].body).__name__ if isinstance(case, list) and case and isinstance(case[0], Event) else None
    ),
)
def test_an_event_drops_the_snapshots_it_contradicts(
    journal: JournalRepository, happens: list[Event], survivors: list[int]
) -> None:
    journal.append(
        [
            session_logged("old", 4, a_set("1")),
            session_logged("import", 3, batch="i"),
            event(Noted(thing=body_mass("note", 4))),
            event(Noted(thing=body_mass("imported", 6)), batch="k"),
        ]
    )
    journal.journal()
    for number in (3, 5, 7, 9):
        journal.keep_snapshot(snapshot_of(number, version=str(number)))
    journal.append(happens)
    assert [number for number in (3, 5, 7, 9) if journal.snapshot(str(number)) == snapshot_of(number, str(number))] == (
        survivors
    )


def test_the_latest_snapshot_of_a_version_counts(journal: JournalRepository) -> None:
    assert journal.snapshot("1") is None
    for number in (5, 3):
        journal.keep_snapshot(snapshot_of(number))
    journal.keep_snapshot(snapshot_of(9, version="2"))
    assert journal.snapshot("1") == snapshot_of(5)
    assert journal.snapshot("3") is None


def test_only_the_newest_snapshots_are_kept(journal: JournalRepository) -> None:
    journal.journal()
    for number in range(8):
        journal.keep_snapshot(snapshot_of(number, version=str(number)))
    assert [number for number in range(8) if journal.snapshot(str(number))] == [3, 4, 5, 6, 7]


def test_a_snapshot_of_a_day_replaces_the_one_before(journal: JournalRepository) -> None:
    journal.journal()
    for word in ("first", "second"):
        journal.keep_snapshot(Snapshot(day=day(1), version="1", document=word))
    kept = journal.snapshot("1")
    assert kept is not None
    assert kept.document == "second"


def test_a_snapshot_made_before_something_else_came_in_is_not_kept(journal: JournalRepository) -> None:
    other = JournalRepository(journal.alias, 1)
    journal.journal()
    other.append([session_logged("a", 1)])
    journal.keep_snapshot(snapshot_of(5))
    assert journal.snapshot("1") is None


# ------------------------------------------------------------ all or nothing
def test_a_transaction_is_kept_whole_or_not_at_all(journal: JournalRepository) -> None:
    def half() -> None:
        with journal.at_once():
            journal.append([session_logged("a", 1)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert journal.journal() == Journal()
    with journal.at_once():
        journal.append([session_logged("a", 1)])
        journal.append([set_logged("a", "1")])
    assert len(list(journal.events())) == 2


def test_everything_can_be_replaced(journal: JournalRepository) -> None:
    journal.append([session_logged("a", 1), event(Noted(thing=body_mass("m", 1)))])
    journal.journal()
    journal.keep_snapshot(snapshot_of(5))
    others = [session_logged("b", 2, a_set("1")), set_logged("b", "2")]
    assert journal.replace_all(iter(others)) == 2
    assert list(journal.events()) == others
    assert journal.journal() == journal_of(others)
    assert journal.snapshot("1") is None
