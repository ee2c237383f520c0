"""`dorsi undo`: takes back what was entered last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.console import QUIET, STRONG, bullets, counted, say, terminal
from dorsi.cli.days import told
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.cli.set_words import measurement_words, set_words, sets_line
from dorsi.journal.events import Event, Noted, SessionLogged, SetDeleted, SetLogged
from dorsi.journal.model import (
    Adoption,
    Answer,
    Clearance,
    CustomExercise,
    Hurt,
    LoggedSet,
    Measurement,
    Move,
    Skip,
    Swap,
)
from dorsi.services.calling import Names
from dorsi.services.taking_back import TakenBack, take_back


def undo(data: DataFolder = None) -> None:
    """Take back what was entered last: sets, a note, a correction, a whole import. Again goes further back."""
    at = desk(data)
    taken = take_back(at.store, at.clock, at.chance)
    console = terminal()
    journal = at.store.recent(at.clock.today())
    names = Names(load_atlas(), journal)
    imported = taken.imported
    if imported is not None:
        brought = f"{counted(imported.sessions, 'session')} with {counted(imported.sets, 'set')}"
        say(console, f"Taken back: the import of {imported.file}, {brought}.")
    else:
        lines = [*_lines(taken, names)]
        if len(lines) == 1:
            say(console, f"Taken back: {lines[0]}.")
        else:
            say(console, Text("Taken back:", STRONG))
            bullets(console, lines)
    for entry in taken.again:
        say(console, f"It holds again: {names.name(entry.exercise)}, {set_words(entry)}.")
    say(console, "Once more takes back what was entered before that.", style=QUIET)


def _lines(taken: TakenBack, names: Names) -> Iterator[str]:
    sets: list[LoggedSet] = []
    deleted = corrected = 0
    again = {entry.id for entry in taken.again}
    for event in taken.events:
        if isinstance(event.body, SetLogged):
            corrected += event.body.entry.id in again
            sets.append(event.body.entry)
        elif isinstance(event.body, SetDeleted):
            deleted += 1
        elif isinstance(event.body, Noted):
            yield _note(event.body, names)
    for exercise, own in groupby(sets, key=lambda entry: entry.exercise):
        line = f"{names.name(exercise)} {sets_line(list(own))}"
        yield f"the correction to {line}" if corrected else line
    if deleted:
        yield f"the deletion of {counted(deleted, 'set')}"
    if not sets and not deleted and any(_ends(event) for event in taken.events):
        yield "the end of the session; it is open again"


def _ends(event: Event) -> bool:
    return isinstance(event.body, SessionLogged) and event.body.session.finished


def _note(body: Noted, names: Names) -> str:
    match body.thing:
        case Measurement() as thing:
            return measurement_words(thing)
        case Adoption() as thing:
            return "the change of the programme" if thing.edits else "taking up the programme"
        case Move() as thing:
            return f"moving the next session to {told(thing.to, thing.on)}"
        case Skip():
            return "leaving a session out"
        case Swap() as thing:
            return f"{names.name(thing.instead)} in the place of {names.name(thing.exercise)}"
        case Hurt() as thing:
            return f"discomfort {thing.score} of 10, {thing.place.replace('-', ' ')}"
        case Clearance():
            return "a clinician's clearance"
        case Answer() as thing:
            return f"the answer '{'yes' if thing.true else 'no'}' about a doubtful set"
        case CustomExercise() as thing:
            return f"the exercise {thing.name}"
