"""What tells one state of a journal from another, and what can be asked without reading all of it."""

from __future__ import annotations

from dorsi.journal.events import Imported, ImportUndone, SessionDeleted
from dorsi.store.journal_repository import Extent, JournalRepository
from tests.store.entries import day, event, session_logged, set_logged
from tests.store.test_journal_repository import queries


def test_every_entry_changes_the_mark(journal: JournalRepository) -> None:
    begun, marks = session_logged("s", 1), [journal.mark()]
    for entry in (begun, set_logged("s", "a"), event(SessionDeleted(session_id="s"))):
        journal.append([entry])
        marks.append(journal.mark())
    assert len({*marks}) == 4
    journal.append([begun])
    assert journal.mark() == marks[-1], "what was there already changes nothing"


def test_a_journal_put_in_the_place_of_another_has_another_mark(journal: JournalRepository) -> None:
    journal.append([session_logged("s", 1)])
    before = journal.mark()
    tables = journal._tables
    number = tables.events.get().number
    tables.events.update(event_id="another")
    assert tables.events.get().number == number
    assert journal.mark() != before


def test_people_have_marks_of_their_own(journal: JournalRepository) -> None:
    assert JournalRepository(journal.alias, journal.athlete + 1).mark() != journal.mark()


def test_inside_a_transaction_there_is_no_mark(journal: JournalRepository) -> None:
    with journal.at_once():
        assert journal.mark() == ""
    assert journal.mark()


def test_a_mark_takes_one_question_and_a_way_straight_to_the_answer(journal: JournalRepository) -> None:
    journal.append([set_logged("s", f"set-{number}") for number in range(50)])
    (asked,) = queries(journal, journal.mark)
    assert "LIMIT 1" in asked
    assert {index.name for index in journal._tables.events.model._meta.indexes} >= {"event_newest"}


def test_imports_are_found_among_everything_else(journal: JournalRepository) -> None:
    told = event(Imported(file="log.csv", format="strong", digest="0"), batch="i")
    undone = event(ImportUndone(batch="i"))
    journal.append([told, session_logged("s", 1, batch="i"), set_logged("s", "a"), undone])
    assert list(journal.import_events()) == [told, undone]


def test_the_extent_of_a_journal(journal: JournalRepository) -> None:
    assert journal.extent() == Extent(entries=0, sessions=0, first=None, last=None)
    gone = event(SessionDeleted(session_id="t"))
    journal.append([session_logged("s", 1), set_logged("s", "a"), session_logged("u", 4), session_logged("t", 9), gone])
    assert journal.extent() == Extent(entries=5, sessions=2, first=day(1), last=day(4))
