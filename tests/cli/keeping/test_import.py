"""`dorsi import`: looked at first, kept once, taken back whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from dorsi.bootstrap import open_journal
from dorsi.journal.model import Journal
from dorsi.settings import Settings
from tests.cli.keeping.conftest import Notebook

STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:05:00,"A day",55m,"Pull Up",1,0,8,0,0,"","",8
2026-03-02 18:05:00,"A day",55m,"Pull Up",2,0,7,0,0,"","",9
2026-03-02 18:05:00,"A day",55m,"Wonky Machine",1,30,10,0,0,"","",
2026-03-05 18:10:00,"B day",50m,"Deadlift (Barbell)",1,120,5,0,0,"","",8
2026-03-05 18:10:00,"B day",50m,"Plank",1,0,0,0,60,"","",
not a date,"B day",50m,"Deadlift (Barbell)",1,120,5,0,0,"","",8
"""


@pytest.fixture
def strong(book: Notebook) -> Notebook:
    """A notebook with a file from Strong beside it."""
    (book.folder / "strong.csv").write_text(STRONG, "utf-8")
    return book


def journal(book: Notebook) -> Journal:
    return open_journal(Settings(data_dir=book.folder / "data")).journal()


def test_a_pipe_gets_a_preview_only(strong: Notebook, golden: Callable[[str, str], None]) -> None:
    golden("import-preview", strong.does("import", "strong.csv", "--zone", "Europe/Rome"))
    assert journal(strong).sessions == ()


def test_the_same_file_twice_brings_nothing_new(strong: Notebook) -> None:
    assert "Kept: 2 sessions, 5 sets." in strong.does("import", "strong.csv", "--yes", "--unit", "kg")
    once = journal(strong)
    assert "is in your journal already." in strong.does("import", "strong.csv", "--yes")
    assert journal(strong) == once
    assert "taken back" not in strong.does("import", "--list")
    strong.does("import", "--undo", "1")
    assert journal(strong).sessions == ()
    assert "taken back" in strong.does("import", "--list")
    assert "was taken back already" in strong.fails("import", "--undo", "1")
    strong.does("import", "strong.csv", "--yes", "--unit", "kg")
    assert journal(strong).sessions[0].sets == once.sessions[0].sets


def test_what_the_file_leaves_open_is_said(strong: Notebook) -> None:
    shown = strong.does("import", "strong.csv")
    assert "Times of day are those of" in shown
    assert "--unit with kg or lb, which the file does not say" in " ".join(shown.split())
    told = strong.does("import", "strong.csv", "--zone", "Europe/Rome", "--unit", "kg")
    assert "Times of day" not in told
    assert "To keep it, add --yes." in told


def test_a_guessed_unit_is_owned_up_to_when_nobody_was_asked(strong: Notebook) -> None:
    said = " ".join(strong.does("import", "strong.csv", "--yes").split())
    assert "taken for kg, which is a guess" in said
    assert "bring the file in again with --unit lb" in said
    strong.does("import", "--undo")
    assert "guess" not in strong.does("import", "strong.csv", "--yes", "--unit", "kg").partition("Kept:")[2]


def test_a_file_read_in_the_wrong_format_is_not_called_known(strong: Notebook) -> None:
    done = strong.dorsi("import", "strong.csv", "--format", "hevy", "--yes")
    assert done.code == 65
    assert "Nothing new" not in done.out + done.err
    assert "none of its 6 rows could be read as Hevy" in done.err
    assert "leave --format out, or name 'strong'" in done.err
    assert journal(strong).sessions == ()


def test_rows_left_out_are_shown_again_beside_what_is_known(strong: Notebook) -> None:
    strong.does("import", "strong.csv", "--yes")
    again = strong.does("import", "strong.csv", "--yes")
    assert "what could be read is in your journal already" in again
    assert "1 row not understood" in again


def test_an_empty_log_brings_nothing(book: Notebook) -> None:
    (book.folder / "empty.csv").write_text(STRONG.splitlines()[0] + "\n", "utf-8")
    assert "There is nothing in it to bring in." in book.does("import", "empty.csv")


def test_planned_sets_of_a_backup_that_were_never_done_are_counted(book: Notebook) -> None:
    with closing(sqlite3.connect(book.folder / "plan.fitnotes")) as database, database:
        database.executescript(
            "CREATE TABLE exercise (_id, name, category_id, exercise_type_id, weight_unit_id);"
            "CREATE TABLE training_log (_id, exercise_id, date, metric_weight, reps, is_complete);"
            "INSERT INTO exercise VALUES (1, 'Deadlift', 1, 0, 1);"
            "INSERT INTO training_log VALUES (1, 1, '2026-03-02', 100, 5, 1), (2, 1, '2026-03-02', 100, 5, 0);"
        )
    assert "2 rows: 1 set and 1 set planned and never ticked off." in book.does("import", "plan.fitnotes")


def test_names_can_be_settled_beforehand(strong: Notebook) -> None:
    strong.does("import", "strong.csv", "--yes", "--unit", "kg", "--name", "wonky machine = machine row")
    assert journal(strong).names == {"wonky machine": "machine-row"}
    assert journal(strong).exercises == {}


def test_asks_in_a_terminal(strong: Notebook) -> None:
    strong.in_terminal = True
    strong.typed = "stone\nlb\nn\nhorizontal\nhorizontal-pull\nwings\nmid-back, biceps\ny\n"
    said = strong.does("import", "strong.csv")
    assert "Answer kg or lb." in said
    assert "No muscle is called 'wings'" in said
    (own,) = journal(strong).exercises.values()
    assert (own.name, own.pattern and own.pattern.value) == ("Wonky Machine", "horizontal-pull")
    assert {own.muscles["rhomboids"], own.muscles["elbow-flexors"]} == {1.0, 0.5}
    assert {entry.load.unit.value for s in journal(strong).sessions for entry in s.sets if entry.load} == {"lb"}
    assert "Taken back: the import" in strong.does("undo")
    assert journal(strong).exercises == {}


def test_an_unknown_name_can_be_one_of_ours(strong: Notebook) -> None:
    strong.in_terminal = True
    strong.typed = "kg\nsome row thing\nmachine row\ny\n"
    strong.does("import", "strong.csv")
    assert journal(strong).names == {"wonky machine": "machine-row"}


@pytest.mark.parametrize("typed", ["kg\n\nn\n", "kg\nq\nno\n", "kg\n", "", "kg\nn\n"])
def test_no_or_the_end_of_input_keeps_nothing(strong: Notebook, typed: str) -> None:
    strong.in_terminal = True
    strong.typed = typed
    assert "Nothing was kept." in strong.does("import", "strong.csv")
    assert journal(strong).sessions == ()


WRONG: dict[tuple[str, ...], str] = {
    ("--unit", "stone"): "no unit of mass",
    ("--dates", "backwards"): "day-first or month-first",
    ("--body", "maybe"): "counted or added",
    ("--zone", "Mars"): "no time zone called 'Mars'",
    ("--name", "Wonky Machine"): "THEIRS=OURS",
    ("--name", "Wonky Machine=flying"): "no exercise called 'flying'",
    ("--format", "stronk"): "Did you mean 'strong'",
}


@pytest.mark.parametrize("option", WRONG, ids=" ".join)
def test_bad_options(strong: Notebook, option: tuple[str, ...]) -> None:
    assert WRONG[option] in " ".join(strong.fails("import", "strong.csv", "--yes", *option).split())
    assert journal(strong).sessions == ()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"hello", b"SQLite format 3\0", b"PK\x03\x04"])
def test_what_is_no_log_is_refused(book: Notebook, content: bytes) -> None:
    (book.folder / "strange").write_bytes(content)
    book.fails("import", "strange", "--yes")


@pytest.mark.parametrize("width", [60, 80, 110])
def test_fits_the_window(strong: Notebook, width: int) -> None:
    done = strong.dorsi("import", "strong.csv", width=width)
    assert max(map(len, done.out.splitlines())) <= width
