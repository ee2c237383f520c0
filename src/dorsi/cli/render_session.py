"""The session on the screen: what to do set by set, what is done already, and why it is so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, TIED, Terminal, counted, say
from dorsi.cli.days import told
from dorsi.cli.session_words import (
    FIND_IT,
    aim_words,
    done_words,
    has_load_to_find,
    plates_words,
    tied,
    warm_up_words,
    work_words,
)
from dorsi.coach.model import PlannedBlock, PlannedItem, Timing
from dorsi.journal.model import LoggedSet
from dorsi.program.model import BlockKind, Role
from dorsi.services.training_day import TrainingDay
from dorsi.units import duration

_WORK = (Role.WORK, Role.TEST)
_LABEL = 7
"""Width of the words before each fact: 'plates ', 'last   '."""
_ROLE_WORDS = {Role.WARMUP: "warm up", Role.TEST: "test"}


def render_session(console: Terminal, day: TrainingDay) -> None:
    """Prints the whole session, with ticks for what is logged."""
    _render_head(console, day)
    _render_questions(console, day)
    margin = max((len(item.slot) for item in day.session.items), default=1) + 2
    quiet = False
    for block in day.session.blocks:
        prepares = len(block.items) == 1 and block.items[0].role not in _WORK
        if not (prepares and quiet):
            console.print()
        quiet = prepares
        _render_block(console, block, day, margin)
    if day.beside:
        names = dict.fromkeys(_name(entry.exercise) for entry in day.beside)
        console.print()
        say(console, f"Logged beside the plan: {', '.join(names)}.", style=QUIET)
    console.print()
    say(console, _closing(day), style=QUIET)


def _render_head(console: Terminal, day: TrainingDay) -> None:
    session = day.session
    say(console, Text(session.title, f"{STRONG} {ACCENT}"))
    cycle = f" of cycle {session.ref.cycle}" if session.ref.cycle > 1 else ""
    parts = [_when(day), f"week {session.ref.week}{cycle}", f"about {session.minutes} min"]
    if session.theme and session.theme.lower() not in session.title.lower():
        parts.append(session.theme)
    say(console, ", ".join(parts), style=QUIET)
    if day.open is not None:
        total = sum(len(item.sets) for item in session.items if item.role in _WORK)
        done = sum(len(item.sets) - day.left(item) for item in session.items if item.role in _WORK)
        say(console, f"Under way: {done} of {counted(total, 'work set')} done.", style=ACCENT)
    notes = [Text.assemble(d.says, (f" ({d.rule})", QUIET)) for d in session.decisions]
    notes += [Text(f"Today would be early. {warning}", DOUBT) for warning in session.warnings]
    if notes:
        console.print()
    for note in notes:
        say(console, note, label=Text("! ", DOUBT))


def _when(day: TrainingDay) -> str:
    due = told(day.session.due, day.today)
    match day.session.timing:
        case Timing.LATE:
            return f"Was due {due}"
        case Timing.DUE:
            return due[:1].upper() + due[1:]
        case _:
            return f"Due {due}"


def _render_questions(console: Terminal, day: TrainingDay) -> None:
    questions = day.session.questions
    if not questions:
        return
    console.print()
    for number, question in enumerate(reversed(questions)):
        name = "last" if number == 0 else question.set_id
        text = Text.assemble(
            (f"{_name(question.exercise)}, {told(question.on, day.today)}: ", STRONG),
            question.says,
            (f" Answer with 'dorsi answer {name} yes' or 'no'; until then it is not used.", QUIET),
        )
        say(console, text, label=Text("? ", DOUBT))


def _render_block(console: Terminal, block: PlannedBlock, day: TrainingDay, margin: int) -> None:
    grouped = len(block.items) > 1
    if grouped:
        word = "Superset" if block.kind is BlockKind.SUPERSET else "Triset"
        rest = max((one.rest_s for item in block.items for one in item.sets), default=0)
        after = f", then rest {duration(rest)}" if rest else ""
        say(console, Text.assemble((word, STRONG), (f"  one set of each in turn{after}", QUIET)))
    bar = Text("│ " if console.drawing else "| ", QUIET) if grouped else Text()
    for item in block.items:
        if item.role in _WORK:
            _render_work(console, item, day, margin, bar)
        else:
            _render_preparation(console, item, day, margin, bar)


def _render_preparation(console: Terminal, item: PlannedItem, day: TrainingDay, margin: int, bar: Text) -> None:
    word = _ROLE_WORDS.get(item.role)
    name = f"{item.exercise.short}, {word}" if word else item.exercise.short
    text = Text(f"{name}: {tied(warm_up_words(item, day.athlete))}", QUIET)
    if item.note:
        text.append(f". {item.note}", QUIET)
    if day.done.get(item.slot) and not day.left(item):
        text = Text.assemble((f"{_tick(console)} ", ACCENT), text)
    _paragraph(console, text, Text(item.slot.ljust(margin), QUIET), bar)


def _render_work(console: Terminal, item: PlannedItem, day: TrainingDay, margin: int, bar: Text) -> None:
    done, left = day.done.get(item.slot, ()), day.left(item)
    title = Text(item.exercise.short, STRONG)
    if done and not left:
        title = Text.assemble((f"{_tick(console)} ", ACCENT), title)
    if item.role is Role.TEST:
        title.append("  test", QUIET)
    if item.straps:
        title.append("  with straps", QUIET)
    if item.planned:
        title.append(f"  instead of {load_atlas().exercises[item.planned].spoken}", QUIET)
    _paragraph(console, title, Text(item.slot.ljust(margin), QUIET), bar)
    for label, text in _facts(console, item, day, grouped=bool(bar.plain)):
        _paragraph(console, text, Text(" " * margin + label.ljust(_LABEL), QUIET), bar)


def _facts(console: Terminal, item: PlannedItem, day: TrainingDay, *, grouped: bool) -> Iterator[tuple[str, Text]]:
    """What there is to know of an exercise, each fact with its label; equal labels are printed once."""
    for number, words in enumerate(work_words(item, day.athlete)):
        yield "" if number else "sets", Text(tied(words))
    if aims := aim_words(item.sets):
        yield "aim", Text(aims)
    if done := day.done.get(item.slot, ()):
        yield "done", _done(console, item, done, day.left(item))
    for number, plates in enumerate(dict.fromkeys(one.plates_kg for one in item.sets if one.plates_kg)):
        yield "" if number else "plates", Text(plates_words(plates, item.exercise, day.athlete))
    rest = item.sets[0].rest_s if item.sets and not grouped else 0
    pace = [duration(rest)] if rest else []
    pace += [f"tempo {item.tempo}"] if item.tempo else []
    if pace:
        yield "rest" if rest else "tempo", Text(", ".join(pace).removeprefix("" if rest else "tempo "), QUIET)
    if item.last:
        yield "last", Text(item.last, QUIET)
    if note := _note(item):
        first = next(each for each in day.session.items if _note(each) == note)
        yield "note", Text(note if first is item else f"as for {first.slot}")
    for number, decision in enumerate(item.decisions):
        yield "" if number else "why", Text(f"{decision.says} ({decision.rule})", QUIET)


def _note(item: PlannedItem) -> str:
    return item.note or (FIND_IT if has_load_to_find(item) else "")


def _done(console: Terminal, item: PlannedItem, done: Sequence[LoggedSet], left: int) -> Text:
    """'✓ 6 (2 left)  ✓ 5 at 105 kg, 2 sets to go'."""
    text = Text()
    for number, entry in enumerate(done):
        expected = item.sets[min(number, len(item.sets) - 1)].load_kg
        text.append(f"{'  ' if number else ''}{_tick(console)} ", ACCENT).append(
            done_words(entry, expected).replace(" ", TIED)
        )
    return text.append(f", {counted(left, 'set')} to go", QUIET) if left else text


def _closing(day: TrainingDay) -> str:
    if not day.is_on:
        return "'dorsi why PLACE' explains any number of it; 'dorsi move today' brings it forward."
    return (
        "'dorsi why PLACE' explains any of these numbers, 'dorsi swap PLACE' finds another exercise, 'dorsi log' "
        "writes down what you did."
    )


def _paragraph(console: Terminal, text: Text, label: Text, bar: Text) -> None:
    """A paragraph hanging behind its label, with the group's bar at the left of every line."""
    width = max(console.width - bar.cell_len - label.cell_len, 16)
    for number, line in enumerate(text.wrap(console, width) or [Text()]):
        head = label if number == 0 else Text(" " * label.cell_len)
        whole = Text.assemble(bar, head, line)
        whole.rstrip()
        whole.plain = whole.plain.replace(TIED, " ")
        console.print(whole, no_wrap=True, overflow="ignore", crop=False)


def _tick(console: Terminal) -> str:
    return "✓" if console.drawing else "x"


def _name(exercise: str) -> str:
    known = load_atlas().exercises.get(exercise)
    return known.short if known is not None else exercise
