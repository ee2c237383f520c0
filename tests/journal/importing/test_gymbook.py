"""GymBook: German headings, units inside the cells."""

from __future__ import annotations

from datetime import date, datetime

from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.gymbook import GymBook
from dorsi.journal.model import LoadMode, SetKind
from dorsi.units import MassUnit

HEADER = (
    "Datum;Zeit;Training;Übung;Muskelgruppen (Primäre);Satz / Aufwärmsatz / Abkühlungssatz;Wiederholungen / Zeit;"
    "Gewicht / Strecke;Notizen;Ausgelassen"
)
LINES = (
    "03.04.2024;18:02;Rücken;Rudern;Latissimus;Aufwärmsatz;8 Wiederholungen;22,5 kg;;Nein",
    "03.04.2024;18:05;Rücken;Rudern;Latissimus;Satz;8 Wiederholungen;62,5 kg;zäh;Nein",
    "03.04.2024;18:09;Rücken;Klimmzug;Latissimus;Satz;8 Wiederholungen;;;Ja",
    "03.04.2024;18:10;Rücken;Klimmzug;Latissimus;Satz;6 Wiederholungen;-15 kg;;Nein",
    "03.04.2024;18:15;Rücken;Plank;Bauch;Satz;45 Sekunden;;;Nein",
    "03.04.2024;18:20;Rücken;Laufband;;Abkühlungssatz;12:30 min;2,5 km;;Nein",
    "05.04.2024;07:00;Rücken;Rudern;;Satz;viele;60 Teller;;Nein",
    "05.04.2024;07:05;Rücken;Rudern;;Satz;9 Wiederholungen;60 Teller;;Nein",
)
LOG = "\n".join((HEADER, *LINES))


def test_it_is_known_by_its_columns() -> None:
    assert GymBook().recognises(LOG)
    assert not GymBook().recognises("Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n")


def test_every_row_has_one_fate() -> None:
    log = GymBook().read(LOG)
    assert log.rows == len(LINES)
    assert dict(log.fates) == {Fate.SET: 6, Fate.REJECTED: 2}
    assert [(r.line, r.reason) for r in log.rejected] == [(4, "the set was skipped"), (8, "nothing was entered")]


def test_units_in_the_cells_say_what_the_numbers_are() -> None:
    sets = GymBook().read(LOG).sessions[0].sets
    assert [(e.exercise, e.load, e.unit, e.reps, e.seconds, e.metres) for e in sets] == [
        ("Rudern", 22.5, MassUnit.KG, 8, None, None),
        ("Rudern", 62.5, MassUnit.KG, 8, None, None),
        ("Klimmzug", 15.0, MassUnit.KG, 6, None, None),
        ("Plank", None, None, None, 45.0, None),
        ("Laufband", None, None, None, 750.0, 2500.0),
    ]
    assert sets[2].mode is LoadMode.ASSISTED


def test_warm_ups_and_cool_downs_do_not_count() -> None:
    sets = GymBook().read(LOG).sessions[0].sets
    assert [e.kind.counts for e in sets] == [False, True, True, True, False]
    assert (sets[0].kind, sets[4].note) == (SetKind.WARM_UP, "Abkühlungssatz")


def test_a_session_begins_with_its_first_set() -> None:
    first, second = GymBook().read(LOG).sessions
    assert first.started == datetime(2024, 4, 3, 18, 2)  # noqa: DTZ001
    assert first.sets[1].done_at == datetime(2024, 4, 3, 18, 5)  # noqa: DTZ001
    assert (first.title, second.on) == ("Rücken", date(2024, 4, 5))


def test_an_unknown_unit_stays_as_text() -> None:
    entry = GymBook().read(LOG).sessions[1].sets[0]
    assert (entry.load, entry.reps, entry.note) == (None, 9, "60 Teller")


def test_the_newest_set_may_come_first() -> None:
    turned = GymBook().read("\n".join((HEADER, *reversed(LINES))))
    straight = GymBook().read(LOG)
    assert [[e.exercise for e in s.sets] for s in turned.sessions] == [
        [e.exercise for e in s.sets] for s in straight.sessions
    ]
    assert [s.key for s in turned.sessions] == [s.key for s in straight.sessions]
