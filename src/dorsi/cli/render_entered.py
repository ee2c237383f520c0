"""What `dorsi log` answers: each set as it was understood, what it means for the next, and what comes then."""

from __future__ import annotations

from dataclasses import replace

from rich.text import Text

from dorsi.athlete.screening import PAINFUL
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, counted, say
from dorsi.cli.days import told
from dorsi.cli.journal_access import Desk
from dorsi.cli.session_words import warm_up_words, work_words
from dorsi.cli.set_words import measurement_words, set_words
from dorsi.coach.model import NextSession
from dorsi.errors import DorsiError
from dorsi.journal.model import LoadMode, LoggedSet
from dorsi.program.model import Role
from dorsi.services.coaching import Coaching
from dorsi.services.following import Following, NextUp
from dorsi.services.record_words import record_words
from dorsi.services.recording import Changed, Entered, Taken
from dorsi.units import MassUnit, duration


def render_entered(console: Terminal, entered: Entered, at: Desk) -> None:
    """Prints what was written down."""
    units = entered.following.athlete.units if entered.following is not None else at.settings.units
    if entered.sets:
        _render_sets(console, entered, at, units)
    if entered.noted and not entered.sets:
        say(console, "The note is with the session.")
    for measured in entered.measurements:
        words = measurement_words(measured)
        say(console, f"{words[0].upper()}{words[1:]}, {told(measured.on, at.clock.today())}.")
    if entered.could_be and not entered.plan:
        say(
            console,
            f"Not counted as the planned session {entered.could_be} yet, because that is not due. It will be once half "
            "of its exercises are in, or at once after 'dorsi move today'.",
            style=QUIET,
        )
    if entered.finished:
        _render_end(console, entered, at)
    elif entered.plan and entered.next_up is not None and entered.following is not None:
        _render_next(console, entered.next_up, entered.following)
    elif entered.plan and entered.following is not None and entered.sets and not _is_over(entered):
        say(console, Text.assemble("All of it is done. Say so with ", ("dorsi log --done", STRONG), "."))


def render_changed(console: Terminal, changed: Changed) -> None:
    """Prints a correction or deletion."""
    before = set_words(changed.before)
    if changed.after is None:
        say(console, f"Set {changed.number} is gone: {changed.name}, {before}.")
    else:
        after = set_words(changed.after)
        say(console, f"Set {changed.number} is corrected: {changed.name}, {after}. Before: {before}.")
    say(console, "'dorsi undo' brings it back.", style=QUIET)


def _render_sets(console: Terminal, entered: Entered, at: Desk, units: MassUnit) -> None:
    day = told(entered.on, at.clock.today())
    title = entered.plan or ("A session of its own" if entered.begun else "")
    day = day if title else f"{day[0].upper()}{day[1:]}"
    say(console, Text.assemble((f"{title}  " if title else "", f"{STRONG} {ACCENT}"), (day, QUIET)))
    rows: list[tuple[str | Text, ...]] = []
    for place, taken in enumerate(entered.sets):
        same = place > 0 and entered.sets[place - 1].name == taken.name
        words = Text(set_words(taken.entry))
        if taken.remarks:
            words.append(f"  ({'; '.join(taken.remarks)})", QUIET)
        rows.append((Text(str(taken.number), QUIET), "" if same else taken.name, words))
        rows += [("", Text.assemble((f"Record: {said}.", ACCENT))) for said in _records(taken, units)]
    print_columns(console, (Column(right=True), Column(least=12), Column(least=24)), rows)
    last_of = {taken.entry.exercise: taken for taken in entered.sets}
    for taken in last_of.values():
        if taken.follows:
            amount = set_words(_bare(taken.entry))
            text = taken.follows[0].upper() + taken.follows[1:] if taken.follows[0].isdigit() else taken.follows
            said = text if text.endswith(".") else f"{amount}: {text}."
            say(console, said, indent=2)
        _render_pain(console, taken)


def _bare(entry: LoggedSet) -> LoggedSet:
    """The set's amount alone."""
    return LoggedSet(id=entry.id, exercise=entry.exercise, reps=entry.reps)


def _records(taken: Taken, units: MassUnit) -> list[str]:
    load = taken.entry.load
    added = load is not None and load.mode is not LoadMode.TOTAL
    return [record_words(record, units, added=added) for record in taken.records]


def _render_pain(console: Terminal, taken: Taken) -> None:
    felt = taken.entry.discomfort
    if felt is not None and felt.score >= PAINFUL:
        place = felt.place or "PLACE"
        say(
            console,
            Text.assemble(
                ("Stop this exercise for today. ", DOUBT),
                "If it is sharp, spreads or gets worse, say so: ",
                (f"dorsi hurts {place} {felt.score} --sharp", STRONG),
                ".",
            ),
            indent=2,
        )


def _render_next(console: Terminal, up: NextUp, guide: Following) -> None:
    item, numbers = up.item, f"{up.number} of {len(up.item.sets)}"
    one = replace(item, sets=(up.planned,))
    if item.role is Role.WARMUP:
        what, words = f"warm-up {numbers}", warm_up_words(one, guide.athlete)
    else:
        what, words = f"set {numbers}", next(work_words(one, guide.athlete)).removeprefix("1 x ")
        if up.planned.aim is not None:
            words += f", aim for {up.planned.aim}"
    rest = f"; rest {duration(up.planned.rest_s)} first" if up.planned.rest_s and up.number > 1 else ""
    say(console, Text.assemble(("Next: ", STRONG), f"{item.exercise.short}, {what}: {words}{rest}."))


def _render_end(console: Terminal, entered: Entered, at: Desk) -> None:
    session = entered.session
    if session is None:
        return
    work = sum(entry.kind.counts for entry in session.sets)
    took = f" in {round(session.duration_s / 60)} min" if session.duration_s else ""
    say(console, Text(f"Done: {counted(work, 'work set')}{took}.", f"{STRONG} {ACCENT}"))
    coming = _coming(at)
    if coming is None:
        return
    for question in coming.questions:
        if question.set_id in {entry.id for entry in session.sets}:
            say(
                console,
                Text.assemble((question.says, DOUBT), " Answer with ", ("dorsi answer last yes", STRONG), " or no."),
            )
    due = told(coming.due, at.clock.today())
    on = "" if due.startswith(("today", "tomorrow")) else "on "
    say(console, f"The next session is {on}{due}: {coming.title}.")


def _is_over(entered: Entered) -> bool:
    return entered.session is not None and entered.session.finished


def _coming(at: Desk) -> NextSession | None:
    try:
        return Coaching(at.store, at.clock, at.chance).next()
    except DorsiError:
        return None
