"""`dorsi log`: what is typed is written down, acknowledged in words and taken further."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dorsi.bootstrap import open_journal
from dorsi.journal.model import Journal, LoadMode, SetKind
from dorsi.settings import Settings
from tests.cli.keeping.conftest import Notebook


def journal(book: Notebook) -> Journal:
    return open_journal(Settings(data_dir=book.folder / "data")).journal()


def test_sets_without_a_programme(book: Notebook) -> None:
    said = book.does("log", "pull-up", "4x8", "+10kg", "@2")
    assert "8 reps at +10 kg, 2 in reserve" in said
    (session,) = journal(book).sessions
    assert (session.plan, session.finished, len(session.sets)) == (None, False, 4)
    assert {(s.exercise, s.load.mode if s.load else None, s.rir) for s in session.sets} == {
        ("pull-up-medium", LoadMode.ADDED, 2.0)
    }


def test_a_minus_is_help_and_not_an_option(book: Notebook) -> None:
    book.does("log", "pull-up-assisted", "3x8", "-20kg")
    loads = [entry.load for entry in journal(book).sessions[0].sets]
    assert [(load.value, load.mode) for load in loads if load] == [(20.0, LoadMode.ASSISTED)] * 3


def test_the_mode_of_a_load_comes_from_the_exercise(book: Notebook) -> None:
    book.does("log", "pull-up-assisted 8 20kg", "pull-up 5 10kg", "deadlift 100x5")
    modes = [entry.load.mode for entry in journal(book).sessions[0].sets if entry.load]
    assert modes == [LoadMode.ASSISTED, LoadMode.ADDED, LoadMode.TOTAL]


def test_a_planned_session_from_its_first_set_to_its_end(book: Notebook, golden: Callable[[str, str], None]) -> None:
    book.start()
    told = [
        book.does("log", "warm-up deadlift 60x5"),
        book.does("log", "deadlift 120x6 @2"),
        book.does("log", "4"),
        book.does("log", "deadlift 112.5x8 @2 !5 lower back"),
        book.does("log", "row 3x10 60kg"),
        book.does("log", "face pull 3x15 20kg @3"),
        book.does("log", "--done"),
    ]
    golden("log-session", "\n".join(told))
    (session,) = journal(book).sessions
    assert session.plan is not None
    assert (session.plan.session, session.finished, session.title) == ("lower", True, "Lower back")
    assert [entry.kind for entry in session.sets][:2] == [SetKind.WARM_UP, SetKind.WORK]
    by_exercise = {entry.exercise: entry for entry in session.sets}
    assert (by_exercise["deadlift"].slot, by_exercise["barbell-row"].slot, by_exercise["face-pull"].slot) == (
        "2",
        "3a",
        "3b",
    )
    assert by_exercise["barbell-row"].superset == by_exercise["face-pull"].superset is not None


def test_what_was_logged_moves_the_programme_on(book: Notebook) -> None:
    book.start()
    book.does("log", "deadlift 3x6 120kg", "barbell row 3x10 60kg")
    assert "The next session is on Thursday 3 September: Upper back." in book.does("log", "--done")


def test_a_load_left_out_is_the_planned_one_and_said_to_be(book: Notebook) -> None:
    book.start()
    assert "120 kg as planned" in book.does("log", "deadlift", "6")
    assert journal(book).sessions[0].sets[0].load is not None


def test_an_extra_on_a_day_of_rest_is_not_the_planned_session(book: Notebook) -> None:
    book.start()
    book.does("log", "deadlift 3x6 120kg", "barbell row 3x10 60kg", "--done")
    book.day += timedelta(days=3)
    book.does("log", "pulldown-medium 3x8 50kg", "seated-row-narrow 3x8 45kg", "--done")
    book.day += timedelta(days=1)
    said = book.does("log", "deadlift", "120x5")
    assert "Not counted as the planned session Lower back yet" in said
    assert "Next:" not in said
    assert journal(book).sessions[-1].plan is None
    book.does("log", "barbell", "row", "60x8")
    assert journal(book).sessions[-1].plan is not None


def test_an_earlier_day_is_held_against_what_was_next_then(book: Notebook) -> None:
    book.start()
    book.day += timedelta(days=4)
    book.does("log", "--on", "mon", "deadlift 3x6 120kg")
    book.does("log", "--on", "mon", "barbell row 3x10 60kg")
    (session,) = journal(book).sessions
    assert (session.on, session.started_at) == (book.day - timedelta(days=4), None)
    assert session.plan is not None
    assert session.sets[-1].slot == "3a"
    assert "Upper back" in book.does("next")


def test_a_set_after_the_end_goes_to_the_same_session(book: Notebook) -> None:
    book.does("log", "deadlift", "100x5")
    book.does("log", "--done")
    book.does("log", "deadlift", "100x4")
    (session,) = journal(book).sessions
    assert (len(session.sets), session.finished) == (2, True)
    book.does("log", "--new", "deadlift", "60x10")
    assert len(journal(book).sessions) == 2


def test_a_whole_session_from_a_file(book: Notebook, tmp_path: Path) -> None:
    (tmp_path / "session.txt").write_text("# slept badly\ndeadlift 3x5 140\n\nbench press 3x8 80\n", "utf-8")
    book.does("log", "--session", "session.txt", "--done")
    (session,) = journal(book).sessions
    assert (session.note, [entry.exercise for entry in session.sets]) == (
        "slept badly",
        ["deadlift"] * 3 + ["other:bench-press"] * 3,
    )


def test_lines_from_a_pipe_end_at_a_blank_one(book: Notebook) -> None:
    book.typed = "deadlift 3x5 140kg\nrow 3x8 60kg nonsense\n"
    assert "standard input:2:14: 'nonsense' makes no sense here" in book.fails("log")
    assert journal(book).sessions == ()
    book.typed = "\ndeadlift 3x5 140kg\n\nnot read 5\n"
    book.does("log")
    assert len(journal(book).sessions[0].sets) == 3


def test_a_terminal_keeps_each_line_and_goes_on_after_a_slip(book: Notebook) -> None:
    book.in_terminal = True
    book.typed = "deadlift 140x5\nnonsense 5\n130x5\n\n"
    done = book.dorsi("log")
    assert done.code == 0
    assert "no exercise is called 'nonsense'" in done.err
    assert [entry.load.value for entry in journal(book).sessions[0].sets if entry.load] == [140.0, 130.0]


def test_every_mistake_of_every_line_is_named_and_nothing_kept(book: Notebook, tmp_path: Path) -> None:
    (tmp_path / "session.txt").write_text("deadlift 3x5 140\nbarbel rwo 3x8\nplank 3x60\ndeadlift 5 +60\n", "utf-8")
    said = book.fails("log", "--session", "session.txt")
    assert "session.txt:2:1: no exercise is called 'barbel rwo'" in said
    assert "session.txt:3:7: '3x60' makes no sense here" in said
    assert journal(book).sessions == ()
    (tmp_path / "session.txt").write_text("deadlift 3x5 140\ndeadlift 5 +60\n", "utf-8")
    assert "session.txt:2:12: '+60'" in book.fails("log", "--session", "session.txt")
    assert journal(book).sessions == ()


def test_body_measurements(book: Notebook) -> None:
    said = book.does("log", "--body", "81,4", "--waist", "33in", "--shoulders", "120 cm", "--chest", "104")
    assert "Body mass 81.4 kg" in said
    assert [(m.kind.value, round(m.base, 1)) for m in journal(book).measurements] == [
        ("body-mass", 81.4),
        ("shoulders", 120.0),
        ("chest", 104.0),
        ("waist", 83.8),
    ]


WRONG = {
    ("log",): "nothing to write down",
    ("log", "--done"): "no session to finish",
    ("log", "deadlift"): "something is missing here",
    ("log", "5x140kg", "x", "y"): "makes no sense",
    ("log", "140x5"): "an exercise",
    ("log", "--on", "tomorrow", "deadlift", "5x100"): "is no day",
    ("log", "--on", "2027-01-01", "deadlift", "100x5"): "is still to come",
    ("log", "--on", "1026-01-01", "deadlift", "100x5"): "Check the year",
    ("log", "--body", "many"): "is no body mass",
    ("log", "--body", "81cm"): "measures something else",
    ("log", "--body", "8140"): "cannot be a body mass",
    ("log", "--waist", "33"): "cannot be a waist girth",
    ("log", "--session", "nowhere.txt"): "Cannot read nowhere.txt",
    ("log", "--correct", "1", "100x5"): "Nothing is logged",
    ("log", "--delete", "1"): "Nothing is logged",
    ("log", "--delete", "1", "--done"): "one set at a time",
    ("log", "--correct", "1"): "Say what set 1 really was",
    ("log", "#", "a", "note"): "no session on that day",
    ("undo",): "nothing to take back",
    ("history",): "Nothing is logged yet",
    ("history", "deadlift"): "not logged",
    ("history", "nonsense"): "knows no exercise",
    ("history", "-n", "0"): "counts from 1",
    ("import",): "Name the file",
    ("import", "nowhere.csv"): "Cannot read nowhere.csv",
    ("import", "--undo"): "no import to take back",
    ("import", "--undo", "7"): "There is no import 7",
    ("restore", "nowhere.dorsi"): "Cannot read nowhere.dorsi",
    ("export", "journal"): "Name a format",
    ("export", "journal", "-f", "pdf"): "knows no export format",
    ("export", "journal", "-f", "csv"): "The journal is empty",
    ("export", "journal", "-f", "csv", "--start", "2026-01-01"): "for programmes",
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_bad_input_is_answered_in_plain_words(book: Notebook, arguments: tuple[str, ...]) -> None:
    assert WRONG[arguments] in " ".join(book.fails(*arguments).split())


def test_a_record_is_told_at_once(book: Notebook) -> None:
    book.does("log", "--on", "-7d", "deadlift", "120x5")
    said = book.does("log", "deadlift", "125x5")
    assert "Record: heaviest so far, 125 kg (before: 120 kg)." in said


@pytest.mark.parametrize(("before", "told"), [("assisted pull-up 6 -20kg", True), ("pull-up 1", False)])
def test_the_first_pull_up_is_told_once(book: Notebook, before: str, told: bool) -> None:
    book.does("log", before)
    assert ("your first full pull-up" in book.does("log", "pull-up 2")) is told


def test_the_first_logged_pull_up_of_somebody_who_does_nine_is_no_news(book: Notebook) -> None:
    book.start()
    book.does("log", "assisted pull-up 6 -20kg")
    assert "first" not in book.does("log", "pull-up 8")


def test_a_session_that_is_over_is_not_to_be_ended_again(book: Notebook) -> None:
    book.start()
    book.does("log", "deadlift 3x6 120kg @2", "barbell row 3x10 60kg", "face pull 3x15 20kg", "--done")
    assert "log --done" not in book.does("log", "deadlift 60x5")


def test_strong_discomfort_stops_the_exercise(book: Notebook) -> None:
    book.start()
    said = book.does("log", "deadlift", "120x5", "!6", "lower", "back")
    assert "Stop this exercise for today" in said
    assert "dorsi hurts lower-back 6 --sharp" in said
    assert "Next: Barbell row" in said


def test_a_lowered_load_stays_lowered(book: Notebook) -> None:
    book.start()
    said = book.does("log", "deadlift", "120x3")
    assert "3 reps: next set 112.5 kg." in said
    assert "set 2 of 3: 5-8 at 112.5 kg" in said
    assert "set 3 of 3: 5-8 at 112.5 kg" in book.does("log", "deadlift", "112.5x5")


def test_corrections_and_deletions(book: Notebook) -> None:
    book.does("log", "deadlift", "3x5", "140kg", "@2")
    assert "4 reps at 140 kg, 2 in reserve. Before: 5 reps" in book.does("log", "--correct", "3", "4")
    book.does("log", "--correct", "1", "bench press 80x8 @1")
    first, _, last = journal(book).sessions[0].sets
    assert (first.exercise, first.rir, last.reps, last.rir) == ("other:bench-press", 1.0, 4, 2.0)
    assert "Set 2 is gone" in book.does("log", "--delete", "2")
    assert len(journal(book).sessions[0].sets) == 2
    assert "they are numbered 1 to 2" in book.fails("log", "--delete", "3")
    assert "A correction is one set" in book.fails("log", "--correct", "1", "3x5 100")
    assert "without a sign" in book.fails("log", "--correct", "2", "+20 x 5")


def test_pounds_for_those_who_lift_in_pounds(book: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    (book.folder / "dorsi").mkdir()
    (book.folder / "dorsi" / "dorsi.toml").write_text('units = "lb"\n', "utf-8")
    assert "5 reps at 225 lb" in book.does("log", "deadlift", "225x5")
    assert "Body mass 180 lb" in book.does("log", "--body", "180")


@pytest.mark.parametrize("width", [60, 80, 110])
def test_fits_the_window(book: Notebook, width: int) -> None:
    book.start()
    for line in ("deadlift 3x6 120kg @2 !4 lower-back", "dumbbell row 3x10 24kg left straps @8.5rpe", "# a note"):
        done = book.dorsi("log", line, width=width)
        assert max(map(len, done.out.splitlines())) <= width
    for command in (("history",), ("history", "--on", "today"), ("history", "deadlift")):
        done = book.dorsi(*command, width=width)
        assert done.code == 0
        assert max(map(len, done.out.splitlines())) <= width
