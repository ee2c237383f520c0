"""Tables that people keep of their own."""

from __future__ import annotations

from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.set_table import SetTable
from dorsi.journal.model import SetKind
from dorsi.units import MassUnit


def test_a_plain_table_of_sets_is_read() -> None:
    text = "Timestamp,Exercise,Weight,WeightUnit,Reps,Notes\n2024-10-16T10:45:06,Row,60,kg,8,firm\n"
    assert SetTable().recognises(text)
    entry = SetTable().read(text).sessions[0].sets[0]
    assert (entry.exercise, entry.load, entry.unit, entry.reps, entry.note) == ("Row", 60.0, MassUnit.KG, 8, "firm")


def test_a_row_may_stand_for_several_equal_sets() -> None:
    log = SetTable().read("date;exercise;sets;reps;kg;rpe\n16.10.2024;Row;3;8;62,5;8,5\n")
    assert [(e.load, e.unit, e.reps, e.rpe) for e in log.sessions[0].sets] == [(62.5, MassUnit.KG, 8, 8.5)] * 3
    assert (log.rows, log.fates) == (1, {Fate.SET: 1})


def test_kinds_of_sets_are_read() -> None:
    text = "date,workout,exercise,set_type,weight,reps\n2024-10-16,A,Row,warmup,20,8\n2024-10-16,A,Row,,60,8\n"
    session = SetTable().read(text).sessions[0]
    assert session.title == "A"
    assert [entry.kind for entry in session.sets] == [SetKind.WARM_UP, SetKind.WORK]


def test_a_load_written_with_its_unit_is_read() -> None:
    log = SetTable().read("Date,Exercise,Weight,Reps\n2024-10-16,Row,60 kg,8\n2024-10-16,Dip,BW,8\n")
    row, dip = log.sessions[0].sets
    assert (row.load, row.unit) == (60.0, MassUnit.KG)
    assert (dip.load, dip.note) == (None, "Weight: BW")


def test_a_table_of_body_weights_is_none_of_sets() -> None:
    assert not SetTable().recognises("Date,Weight\n2024-01-01,80\n")
