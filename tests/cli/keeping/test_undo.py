"""`dorsi undo` goes back step by step and never brings back what it took."""

from __future__ import annotations

from dorsi.bootstrap import open_journal
from dorsi.journal.model import Journal
from dorsi.settings import Settings
from tests.cli.keeping.conftest import Notebook
from tests.cli.keeping.test_import import STRONG


def journal(book: Notebook) -> Journal:
    return open_journal(Settings(data_dir=book.folder / "data")).journal()


def test_takes_back_one_command_after_the_other(book: Notebook) -> None:
    states = [journal(book)]
    (book.folder / "strong.csv").write_text(STRONG, "utf-8")
    steps = [
        (("import", "strong.csv", "--yes", "--unit", "kg"), "the import of strong.csv, 2 sessions with 5 sets"),
        (("log", "--body", "81.4kg", "--waist", "84"), "waist 84 cm"),
        (("log", "deadlift", "3x5", "140kg"), "Deadlift 140 kg x 5, 5, 5"),
        (("log", "130x6"), "Deadlift 130 kg x 6"),
        (("log", "--correct", "4", "7"), "the correction to Deadlift 130 kg x 7"),
        (("log", "--delete", "1"), "the deletion of 1 set"),
        (("log", "--done"), "the end of the session"),
    ]
    for command, _ in steps:
        book.does(*command)
        states.append(journal(book))
    for before, (_, said) in zip(reversed(states[:-1]), reversed(steps), strict=True):
        assert said in " ".join(book.does("undo").split())
        assert journal(book) == before
    assert "nothing to take back" in book.fails("undo")


def test_takes_back_decisions_on_the_programme(book: Notebook) -> None:
    book.start()
    plain = book.does("next")
    for command, said in (
        (("move", "+1d"), "moving the next session to"),
        (("swap", "2", "romanian-deadlift"), "Romanian deadlift in the place of Deadlift"),
        (("hurts", "elbow", "3", "--no-signs"), "discomfort 3 of 10, elbow"),
        (("skip",), "leaving a session out"),
    ):
        book.does(*command)
        assert said in " ".join(book.does("undo").split())
        assert book.does("next") == plain
    assert "taking up the programme" in book.does("undo")
    assert "No programme is under way" in book.fails("next")


def test_what_was_logged_since_stays_when_an_import_goes(book: Notebook) -> None:
    (book.folder / "strong.csv").write_text(STRONG, "utf-8")
    book.does("import", "strong.csv", "--yes", "--unit", "kg")
    book.does("log", "deadlift", "140x5")
    book.does("import", "--undo")
    (session,) = journal(book).sessions
    assert session.sets[0].exercise == "deadlift"


def test_says_what_holds_again(book: Notebook) -> None:
    book.does("log", "deadlift", "140x5")
    book.does("log", "--correct", "1", "4")
    assert "It holds again: Deadlift, 5 reps at 140 kg." in book.does("undo")
