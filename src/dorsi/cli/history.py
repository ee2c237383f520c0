"""`dorsi history`: what was logged, newest first; for one exercise its sets by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Annotated

import typer
from rich.text import Text

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, counted, say, terminal
from dorsi.cli.days import short, told
from dorsi.cli.journal_access import DataFolder, Desk, desk
from dorsi.cli.past_days import FORMS, past_day
from dorsi.cli.set_words import set_words, sets_line
from dorsi.errors import UnknownName, UsageError
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, SetKind
from dorsi.progress.bouts import Bout
from dorsi.progress.training import BodyMass, Training, training_of
from dorsi.services.calling import Names
from dorsi.services.coaching import Coaching
from dorsi.services.following import athlete_known
from dorsi.units import mass

_SESSIONS = 5
_DAYS = 12
_NOTHING = "Nothing is logged yet. Begin with 'dorsi log', or bring your old log in with 'dorsi import FILE'."


def history(
    exercise: Annotated[
        list[str] | None, typer.Argument(metavar="[EXERCISE]", help="Show the days of this exercise only.")
    ] = None,
    count: Annotated[
        int | None, typer.Option("-n", metavar="N", help=f"How many; default: {_SESSIONS} sessions, {_DAYS} days.")
    ] = None,
    since: Annotated[str, typer.Option("--since", metavar="DAY", help=f"All since a day: {FORMS}.")] = "",
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="One day, its sets numbered for corrections.")] = "",
    data: DataFolder = None,
) -> None:
    """Show what was logged: sessions newest first, or one exercise day by day."""
    if count is not None and count < 1:
        raise UsageError("-n counts from 1.")
    at = desk(data)
    today = at.clock.today()
    first = past_day(since, today) if since else None
    console = terminal()
    if on:
        if exercise or since or count:
            raise UsageError("--on shows one whole day; leave the other options out.")
        _render_day(console, at, past_day(on, today))
    elif exercise:
        most = count or (None if first else _DAYS)
        _render_exercise(console, at, " ".join(exercise), first, most)
    else:
        _render_sessions(console, at, first, count or (None if first else _SESSIONS))


def _render_sessions(console: Terminal, at: Desk, since: date | None, count: int | None) -> None:
    beside = at.store.recent(at.clock.today())
    found: Sequence[LoggedSession]
    if since is not None:
        found = [s for s in reversed(at.store.recent(since).sessions) if s.sets][: count or None]
    else:
        found = [s for s in at.store.last_sessions(count or _SESSIONS) if s.sets]
    if not found:
        raise UsageError(_NOTHING if since is None else f"Nothing is logged since {since.isoformat()}.")
    names = Names(load_atlas(), beside)
    for place, session in enumerate(found):
        if place:
            console.print()
        _render_head(console, session, at.clock.today())
        rows: list[tuple[str, str]] = []
        before = ""
        for run in dict.fromkeys(entry.run for entry in session.sets):
            own = [entry for entry in session.sets if entry.run == run]
            for exercise, sets in groupby(own, key=lambda entry: entry.exercise):
                rows.append(("" if exercise == before else names.name(exercise), sets_line(list(sets))))
                before = exercise
        print_columns(console, (Column(least=12), Column(least=20)), rows)
        _render_notes(console, session)


def _render_head(console: Terminal, session: LoggedSession, today: date) -> None:
    facts = [session.title] if session.title else []
    if session.plan is not None:
        facts.append(f"week {session.plan.week}")
    if session.duration_s:
        facts.append(f"{round(session.duration_s / 60)} min")
    if not session.finished and session.on == today:
        facts.append("still open")
    day = told(session.on, today)
    head = Text(f"{day[0].upper()}{day[1:]}", f"{STRONG} {ACCENT}")
    say(console, head.append(f"  {', '.join(facts)}" if facts else "", QUIET))


def _render_notes(console: Terminal, session: LoggedSession) -> None:
    notes = [session.note, *(text for _, text in session.run_notes), *(entry.note for entry in session.sets)]
    for note in dict.fromkeys(text for text in notes if text):
        for line in note.splitlines():
            say(console, line, indent=2, label=Text("- ", QUIET), style=QUIET)


def _render_day(console: Terminal, at: Desk, day: date) -> None:
    journal = at.store.recent(day)
    found = [session for session in journal.sessions if session.on == day and session.sets]
    if not found:
        raise UsageError(f"Nothing is logged on {day.isoformat()}. 'dorsi history' shows the last sessions.")
    names = Names(load_atlas(), journal)
    number = 0
    for session in found:
        _render_head(console, session, at.clock.today())
        rows = []
        before = ""
        for entry in session.sets:
            number += 1
            name = names.name(entry.exercise)
            rows.append((Text(str(number), QUIET), "" if name == before else name, set_words(entry)))
            before = name
        print_columns(console, (Column(right=True), Column(least=12), Column(least=24)), rows)
        _render_notes(console, session)
    when = "" if day == at.clock.today() else f" --on {day.isoformat()}"
    say(console, f"'dorsi log{when} --correct N LINE' mends a set, '--delete N' takes it out.", style=QUIET)


def _render_exercise(console: Terminal, at: Desk, name: str, since: date | None, count: int | None) -> None:
    whole = at.store.journal()
    names = Names(load_atlas(), whole)
    logged = {entry.exercise for session in whole.sessions for entry in session.sets}
    called = names.find(name)
    if called is None:
        raise UnknownName("exercise", name, [names.name(each) for each in logged])
    if called.id not in logged:
        raise UsageError(f"You have not logged {called.name} yet.")
    athlete = athlete_known(Coaching(at.store, at.clock, at.chance)) or Athlete(units=at.settings.units)
    training = _training(whole, called.id, athlete, at.clock.today())
    bouts = {bout.session_id: bout for bout in training.by_lift.get(called.id, ())}
    days = [s for s in reversed(whole.sessions) if any(e.exercise == called.id for e in s.sets)]
    shown = [s for s in days if since is None or s.on >= since][: count or None]
    if not shown:
        raise UsageError(f"{called.name} was not logged since {since}." if since else _NOTHING)
    say(console, Text.assemble((called.name, f"{STRONG} {ACCENT}"), (f"  {counted(len(days), 'session')}", QUIET)))
    rows = []
    for session in shown:
        sets = [entry for entry in session.sets if entry.exercise == called.id]
        rows.append(
            (
                _day(session.on, at.clock.today()),
                _line(sets),
                _maximum(bouts.get(session.id), training.body_mass, athlete),
            )
        )
    told_max = any(row[2] for row in rows)
    columns = (Column("day"), Column("sets", least=20), Column("e1RM" if told_max else "", right=True))
    print_columns(console, columns, rows)
    if told_max:
        says = "e1RM is the single that the best set points to"
        body = any(bout.lift.lifts_body for bout in bouts.values())
        says += ", as load added to the body" if body else ""
        say(console, f"{says}; it comes from sets of up to 12 reps to failure.", style=QUIET)


def _training(whole: Journal, exercise: str, athlete: Athlete, today: date) -> Training:
    """What was trained of one exercise; reading the others would only cost time."""
    sessions = (replace(s, sets=tuple(e for e in s.sets if e.exercise == exercise)) for s in whole.sessions)
    narrow = replace(whole, sessions=tuple(session for session in sessions if session.sets))
    return training_of(narrow, athlete, load_atlas(), today)


def _line(sets: Sequence[LoggedSet]) -> str:
    worked = [entry for entry in sets if entry.kind is not SetKind.WARM_UP]
    return sets_line(worked or list(sets))


def _maximum(bout: Bout | None, body_mass: BodyMass, athlete: Athlete) -> str:
    if bout is None or bout.maximum is None or bout.maximum.max_kg is None:
        return ""
    if not bout.lift.lifts_body:
        return mass(round(bout.maximum.max_kg, 1), athlete.units)
    extra = bout.maximum.max_kg - body_mass.on(bout.on)
    return f"{'+' if extra >= 0 else '-'}{mass(round(abs(extra), 1), athlete.units)}"


def _day(on: date, today: date) -> str:
    return short(on) if on.year == today.year else f"{short(on)} {on.year}"
