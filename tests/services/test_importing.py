"""Importing from the bytes of a file to the journal and back out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dorsi.errors import InvalidFile, UnknownName, UsageError
from dorsi.journal.events import SessionDeleted, SetDeleted, SetLogged
from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.oddities import OddityKind
from dorsi.journal.importing.settle import Choices
from dorsi.journal.model import MeasureKind
from dorsi.services import decoding
from dorsi.services.exporting import export_log
from dorsi.services.importing import Prepared, imports, keep, prepare, read_log, undo_import, unread
from dorsi.store.fitnotes_backup import FitNotesBackup
from tests.services.log_store import NOON, CountingChance, MemoryStore, StillClock

HEADER = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration"  # noqa: E501
ROWS = (
    "2026-03-02 18:30:00;Rücken;Seated Row (Cable);1;50;kg;10;8;;;;;;1h 3m",
    "2026-03-02 18:30:00;Rücken;Seated Row (Cable);Rest Timer;;;;;;;90;;;1h 3m",
    "2026-03-02 18:30:00;Rücken;Ohio State;1;20;kg;12;;;;;;;1h 3m",
    "2026-03-05 18:30:00;Rücken;Seated Row (Cable);1;860;kg;10;8;;;;;;1h 3m",
    "2026-03-05 18:30:00;Rücken;Seated Row (Cable);2;;;;;;;;;;1h 3m",
)
LATER = "2026-03-05 18:30:00;Rücken;Seated Row (Cable);3;52,5;kg;9;8;;;;;;1h 3m"
STRONG = "\n".join((HEADER, *ROWS)) + "\n"


class World:
    """A store, a clock and chance."""

    def __init__(self) -> None:
        self.store, self.clock, self.chance = MemoryStore(), StillClock(), CountingChance()

    def prepared(self, text: str = STRONG, file: str = "strong.csv", **choices: Any) -> Prepared:
        data = text.encode()
        told = Choices(**{"zone": "Europe/Berlin", **choices})
        return prepare(read_log(data, file), data, file, told, self.store, self.clock, self.chance)  # type: ignore[arg-type]

    def bring(self, text: str = STRONG, **choices: Any) -> Prepared:
        prepared = self.prepared(text, **choices)
        assert keep(prepared, self.store) == len(prepared.events)  # type: ignore[arg-type]
        return prepared

    def sets(self) -> list[str]:
        return sorted(entry.id for session in self.store.journal().sessions for entry in session.sets)

    def undo(self, batch: str = "") -> str:
        return undo_import(self.store, self.clock, self.chance, batch).batch  # type: ignore[arg-type]


@pytest.fixture
def world() -> World:
    return World()


# what is seen before anything is kept


def test_the_preview_accounts_for_every_row(world: World) -> None:
    preview = world.prepared().preview
    assert preview.rows == 5
    assert preview.fates == {Fate.SET: 3, Fate.REST: 1, Fate.REJECTED: 1}
    assert (preview.sessions, preview.sets, preview.new_sessions, preview.new_sets) == (2, 3, 2, 3)
    assert (preview.first, preview.last) == (date(2026, 3, 2), date(2026, 3, 5))
    assert [name.theirs for name in preview.matched] == ["Seated Row (Cable)"]
    assert [(name.theirs, name.exercise) for name in preview.unknown] == [("Ohio State", "custom:ohio-state")]
    assert [(oddity.kind, oddity.line) for oddity in preview.oddities] == [(OddityKind.RECORD, 5)]
    assert [(reason, len(rows)) for reason, rows in preview.rejected_by_reason] == [("nothing was entered", 1)]
    assert not preview.brings_nothing


def test_preparing_changes_nothing(world: World) -> None:
    world.prepared()
    assert world.store.kept == {}


# keeping


def test_keeping_brings_sessions_exercises_and_the_record_of_the_import(world: World) -> None:
    prepared = world.bring()
    journal = world.store.journal()
    assert [len(session.sets) for session in journal.sessions] == [2, 1]
    assert {session.batch for session in journal.sessions} == {prepared.batch}
    assert {event.batch for event in world.store.events()} == {prepared.batch}
    assert list(journal.exercises) == ["custom:ohio-state"]
    (record,) = imports(world.store)  # type: ignore[arg-type]
    assert (record.file, record.format, record.sessions, record.sets) == ("strong.csv", "strong", 2, 3)


def test_event_ids_sort_in_the_order_they_were_made(world: World) -> None:
    ids = [event.id for event in world.prepared().events]
    assert ids == sorted(set(ids))


def test_importing_twice_changes_nothing_and_says_when_it_was_read(world: World) -> None:
    world.bring()
    again = world.prepared()
    assert again.preview.brings_nothing
    assert again.events == ()
    assert again.preview.sets_there == 3
    assert again.preview.read_before is not None
    assert again.preview.oddities == ()


def test_a_longer_file_adds_its_new_sets_only(world: World) -> None:
    world.bring()
    before = world.sets()
    prepared = world.bring(STRONG + LATER + "\n")
    assert (prepared.preview.new_sessions, prepared.preview.extended_sessions, prepared.preview.new_sets) == (0, 1, 1)
    assert set(before) < set(world.sets())
    assert len(world.sets()) == 4


def test_what_the_athlete_deleted_or_mended_stays_so(world: World) -> None:
    world.bring()
    first, second = world.store.journal().sessions
    row = first.sets[0]
    world.store.enter(SetDeleted(session_id=first.id, set_id=first.sets[1].id), NOON + timedelta(hours=1))
    world.store.enter(SetLogged(session_id=first.id, entry=replace(row, reps=11)), NOON + timedelta(hours=1))
    world.store.enter(SessionDeleted(session_id=second.id), NOON + timedelta(hours=1))
    again = world.prepared()
    assert again.events == ()
    assert again.preview.sets_deleted == 2
    world.bring(STRONG + LATER + "\n")
    assert [[entry.reps for entry in session.sets] for session in world.store.journal().sessions] == [[11]]


def test_settled_names_are_remembered_for_the_next_file(world: World) -> None:
    world.bring(names={"Ohio State": "t-bar-row"})
    assert list(world.store.journal().names.values()) == ["t-bar-row"]
    later = STRONG.replace("2026-03-02", "2026-03-09")
    assert world.prepared(later).preview.unknown == ()


# taking back


def test_an_undone_import_is_gone_and_may_come_back(world: World) -> None:
    world.bring()
    before = world.sets()
    world.undo()
    journal = world.store.journal()
    assert (journal.sessions, dict(journal.exercises)) == ((), {})
    assert imports(world.store)[0].undone  # type: ignore[arg-type]
    assert world.prepared().preview.read_before is None
    world.bring()
    assert world.sets() == before


def test_undoing_the_first_import_keeps_what_the_second_added(world: World) -> None:
    first = world.bring()
    world.bring(STRONG + LATER + "\n")
    world.undo(first.batch)
    (session,) = world.store.journal().sessions
    assert [entry.load.value for entry in session.sets if entry.load] == [52.5]
    assert session.title == "Rücken"


def test_undo_takes_the_last_import_that_stands(world: World) -> None:
    first = world.bring()
    second = world.bring(STRONG + LATER + "\n")
    assert world.undo() == second.batch
    assert world.undo() == first.batch
    with pytest.raises(UsageError, match="no import"):
        world.undo()


def test_undoing_an_unknown_import_is_refused(world: World) -> None:
    world.bring()
    with pytest.raises(UnknownName, match="import"):
        world.undo("nothing")


# reading bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_usual_encodings_are_told_apart(encoding: str) -> None:
    log = read_log(STRONG.encode(encoding), "strong.csv")
    assert log.sessions[0].title == "Rücken"
    assert log.rows == 5


def test_a_single_broken_byte_does_not_spoil_the_other_letters() -> None:
    data = (STRONG * 5).encode().replace("ü".encode(), b"\xff", 1)
    assert [session.title for session in read_log(data, "strong.csv").sessions][1:] == ["Rücken", "Rücken"]


def test_a_stray_zero_byte_does_not_make_a_text_binary() -> None:
    assert read_log(STRONG.replace("Ohio", "Oh\0io").encode(), "strong.csv").rows == 5


def _zipped(**files: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


def test_an_archive_with_one_log_is_opened() -> None:
    assert read_log(_zipped(strong__csv=STRONG.encode(), readme__md=b"hello"), "export.zip").rows == 5


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x01\x02\x00", "not a text file"),
        (b"Dear diary,\ntoday I rowed.\n", "begins with 'Dear diary,'"),
        (_zipped(a__csv=b"x", b__csv=b"y"), "holds 2 logs: a.csv, b.csv"),
        (_zipped(readme__md=b"x"), "holds no log"),
        (b"PK\x03\x04 broken", "cannot be opened"),
        (b"SQLite format 3\0 and more", "a database"),
    ],
)
def test_what_is_no_log_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(InvalidFile) as caught:
        read_log(data, "file")
    assert said in str(caught.value)


def test_the_refusal_names_the_known_formats() -> None:
    with pytest.raises(InvalidFile, match=r"Strong.*Hevy"):
        read_log(b"hello\nworld\n", "notes.txt")


def test_a_file_that_is_too_large_is_refused_packed_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = _zipped(strong__csv=STRONG.encode() * 100)
    monkeypatch.setattr(decoding, "MOST_BYTES", 20_000)
    assert len(packed) < 20_000
    for data in (packed, STRONG.encode() * 100):
        with pytest.raises(InvalidFile, match="larger than"):
            read_log(data, "file")


def test_a_named_format_is_used_unasked_and_an_unknown_one_refused() -> None:
    assert read_log(STRONG.encode(), "strong.csv", format_name="strong").format == "strong"
    with pytest.raises(UnknownName):
        read_log(STRONG.encode(), "strong.csv", format_name="strongg")


def test_a_backup_is_read_through_its_port_with_its_body_weights() -> None:
    header = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"
    sets = f"{header}\n2026-03-02,Deadlift,Back,100,kgs,5,,,,\n"

    def converted(data: bytes) -> FitNotesBackup:
        assert data.startswith(b"SQLite")
        return FitNotesBackup(log=sets, body_weights="Date,Weight (kg)\n2026-03-02,81.5\n", not_done=3)

    log = read_log(b"SQLite format 3\0...", "backup.fitnotes", backup_reader=converted)
    assert log.format == "fitnotes"
    assert [entry.load for session in log.sessions for entry in session.sets] == [100.0]
    assert [(one.kind, one.value) for one in log.measurements] == [(MeasureKind.BODY_MASS, 81.5)]
    assert log.fates[Fate.NOT_DONE] == 3
    assert log.rows == sum(log.fates.values()) == 5


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        (STRONG, "hevy", "looks like Strong: leave --format out, or name 'strong'"),
        (f"{HEADER}\n{ROWS[4]}\n", "", "in a text editor"),
        ("one,two\n1,2\n3,4\n", "strong", "no format that Dorsi knows: "),
    ],
)
def test_a_log_of_which_nothing_could_be_read_says_why_and_what_suits_it(text: str, form: str, said: str) -> None:
    data = text.encode()
    wrong = unread(read_log(data, "log.csv", format_name=form), data, "log.csv")
    assert wrong is not None
    assert [problem.line is None for problem in wrong.problems] == [False] * (len(wrong.problems) - 1) + [True]
    assert said in str(wrong)


@pytest.mark.parametrize("text", [STRONG, f"{HEADER}\n"])
def test_a_log_of_which_something_was_read_or_that_has_no_rows_is_not_called_unreadable(text: str) -> None:
    data = text.encode()
    assert unread(read_log(data, "log.csv"), data, "log.csv") is None


# round trip


@pytest.mark.parametrize("form", ["json", "csv"])
def test_our_own_logs_move_to_an_empty_journal(world: World, form: str) -> None:
    world.bring()
    journal = world.store.journal()
    data = export_log(journal, form, today=date(2026, 11, 22))
    other = World()
    other.bring(data.decode())
    moved = other.store.journal()
    assert [replace(session, batch="") for session in moved.sessions] == [
        replace(session, batch="") for session in journal.sessions
    ]
    assert {key: one.name for key, one in moved.exercises.items()} == {"custom:ohio-state": "Ohio State"}
    assert other.prepared(data.decode()).events == ()
    assert world.prepared(data.decode()).preview.new_sets == 0


def test_wall_clock_times_survive_a_round_trip_through_strong(world: World) -> None:
    world.bring()
    text = export_log(world.store.journal(), "strong", today=date(2026, 11, 22)).decode()
    other = World()
    other.bring(text)
    assert [session.started_at for session in other.store.journal().sessions] == [
        session.started_at for session in world.store.journal().sessions
    ]
