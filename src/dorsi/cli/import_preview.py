"""What an import would bring, laid out to be judged: counts, guesses, oddities, names, rejected rows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, counted, heading, listed, say
from dorsi.cli.days import span
from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.formats import FORMATS
from dorsi.journal.importing.preview import Preview
from dorsi.journal.importing.settled_names import SettledName
from dorsi.journal.names import normal_name
from dorsi.journal.other_lifts import other_lifts

_SHOWN = 8
_LINES_SHOWN = 6
_LONGEST_ROW = 60
_FATES = {
    Fate.SET: ("set", "sets"),
    Fate.REST: ("rest", "rests"),
    Fate.NOTE: ("note", "notes"),
    Fate.MEASUREMENT: ("body measurement", "body measurements"),
    Fate.HEADING: ("repeated heading", "repeated headings"),
    Fate.NOT_DONE: ("set planned and never ticked off", "sets planned and never ticked off"),
    Fate.REJECTED: ("not understood", "not understood"),
}
_OPTIONS = {"unit": "--unit", "dates": "--dates", "zone": "--zone", "body": "--body"}


def render_preview(console: Terminal, preview: Preview) -> None:
    """Prints the preview."""
    title = next((each.title for each in FORMATS if each.name == preview.format), preview.format)
    say(console, Text.assemble((preview.file, f"{STRONG} {ACCENT}"), (f"  {title}", QUIET)))
    _render_counts(console, preview)
    if preview.brings_nothing:
        _render_rejected(console, preview)
        return
    _render_guesses(console, preview)
    _render_oddities(console, preview)
    _render_names(console, preview)
    _render_rejected(console, preview)
    console.print()


def _render_counts(console: Terminal, preview: Preview) -> None:
    fates = [counted(count, *_FATES[fate]) for fate, count in preview.fates.items() if count]
    say(console, f"{counted(preview.rows, 'row')}: {listed(fates) or 'nothing in them'}.")
    if preview.first is not None and preview.last is not None:
        days = span(preview.first, preview.last)
        say(console, f"{counted(preview.sessions, 'session')} with {counted(preview.sets, 'set')}, {days}.")
    if preview.brings_nothing:
        before = f" This very file was read on {preview.read_before:%d %B %Y}." if preview.read_before else ""
        what = "what could be read" if preview.rejected else "all of it"
        says = f"Nothing new: {what} is in your journal already.{before}"
        says = "There is nothing in it to bring in." if preview.holds_nothing else says
        say(console, says)
        return
    news = [counted(preview.new_sessions, "session")] if preview.new_sessions else []
    news += [f"more of {counted(preview.extended_sessions, 'session')}"] if preview.extended_sessions else []
    news += [counted(preview.new_sets, "set")] if preview.new_sets else []
    news += [f"{counted(preview.new_things, 'entry', 'entries')} beside them"] if preview.new_things else []
    say(console, Text.assemble(("New to your journal: ", STRONG), f"{listed(news)}."))
    if preview.sets_there:
        say(console, f"{counted(preview.sets_there, 'set')} in it {_are(preview.sets_there)} there already.")
    if preview.sets_deleted:
        say(console, f"{counted(preview.sets_deleted, 'set')} that you deleted {_are(preview.sets_deleted)} left out.")


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _render_guesses(console: Terminal, preview: Preview) -> None:
    if not preview.guesses:
        return
    heading(console, "Taken for granted", "the file does not say")
    for guess in preview.guesses[:_SHOWN]:
        option = _OPTIONS.get(guess.option, "")
        told = Text.assemble(f"{guess.what[0].upper()}{guess.what[1:]}: {guess.evidence}.")
        told.append(f" Otherwise: {option}." if option else "", QUIET)
        say(console, told, indent=2, label=Text("- ", QUIET))
    _render_more(console, len(preview.guesses), "guess", "guesses")


def _render_oddities(console: Terminal, preview: Preview) -> None:
    if not preview.oddities:
        return
    heading(console, "Looks odd", "kept as it is; 'dorsi history --on DAY' tells how to mend it")
    rows = []
    for odd in preview.oddities[:_SHOWN]:
        line = f"line {odd.line}" if odd.line else ""
        rows.append((Text(odd.on.isoformat(), QUIET), Text(odd.says, DOUBT), Text(line, QUIET)))
    print_columns(console, (Column(), Column(least=24), Column()), rows)
    _render_more(console, len(preview.oddities), "oddity", "oddities")


def _render_names(console: Terminal, preview: Preview) -> None:
    told = [name for name in preview.matched if normal_name(name.theirs) != normal_name(name.ours)]
    if preview.matched:
        same = len(preview.matched) - len(told)
        note = f"{same} more {_are(same)} called the same" if same and told else "all called the same" if same else ""
        heading(console, f"{counted(len(preview.matched), 'exercise')} that Dorsi knows", note)
        ordered = sorted(told, key=lambda name: (name.score, -name.sets, name.theirs))
        rows = [(name.theirs, name.ours, Text(counted(name.sets, "set"), QUIET)) for name in ordered[:_SHOWN]]
        if rows:
            print_columns(console, (Column(least=16), Column(least=16), Column(right=True)), rows)
        _render_more(console, len(told), "name", "names")
    if preview.unknown:
        heading(console, f"{counted(len(preview.unknown), 'exercise')} of its own", "Dorsi does not know the name")
        strange = [
            (name.theirs, Text(counted(name.sets, "set"), QUIET), Text(_nearest(name), QUIET))
            for name in preview.unknown[:_SHOWN]
        ]
        print_columns(console, (Column(least=16), Column(right=True), Column(least=16)), strange)
        _render_more(console, len(preview.unknown), "name", "names")
        say(console, 'If one is another name for ours, say so: --name "THEIRS=OURS".', indent=2, style=QUIET)


def _nearest(name: SettledName) -> str:
    return f"near: {', '.join(map(called, name.nearest))}" if name.nearest else ""


def called(exercise_id: str) -> str:
    """What an exercise of ours is called in a list."""
    exercise = load_atlas().exercises.get(exercise_id)
    lift = other_lifts().get(exercise_id)
    return exercise.short if exercise is not None else lift.name if lift is not None else exercise_id


def _render_rejected(console: Terminal, preview: Preview) -> None:
    if not preview.rejected:
        return
    heading(console, f"{counted(len(preview.rejected), 'row')} not understood", "left out")
    for reason, rows in preview.rejected_by_reason[:_SHOWN]:
        where = _line_numbers([row.line for row in rows])
        text = rows[0].text if len(rows[0].text) <= _LONGEST_ROW else f"{rows[0].text[:_LONGEST_ROW]}..."
        say(console, f"{reason} ({where})", indent=2, label=Text("- ", QUIET))
        say(console, text, indent=4, style=QUIET)
    _render_more(console, len(preview.rejected_by_reason), "reason", "reasons")


def _line_numbers(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:_LINES_SHOWN]))
    more = f" and {len(lines) - _LINES_SHOWN} more" if len(lines) > _LINES_SHOWN else ""
    return f"line{'s' * (len(lines) > 1)} {shown}{more}"


def _render_more(console: Terminal, count: int, one: str, many: str) -> None:
    if count > _SHOWN:
        say(console, f"and {counted(count - _SHOWN, f'more {one}', f'more {many}')}.", indent=2, style=QUIET)
