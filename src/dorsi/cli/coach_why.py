"""Why the coach prescribes what it does: decisions with their rules, the athlete's own sets, what follows from each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from dorsi.athlete.loads import reachable
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Grade
from dorsi.cli.citing import short_cites
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, bullets, heading, listed, say
from dorsi.cli.days import short
from dorsi.cli.session_words import aim_words, plates_words, tied, warm_up_words, work_words
from dorsi.coach.coaching_rules import RULES, coaching_rule
from dorsi.coach.model import Decision, PlannedItem
from dorsi.coach.wording import load_words
from dorsi.errors import UnknownName
from dorsi.program.model import Role
from dorsi.rules.registry import rule_by_code
from dorsi.services.training_day import TrainingDay

_WORK = (Role.WORK, Role.TEST)
_COACHING = frozenset(rule.code for rule in RULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """A rule as an explanation cites it."""

    code: str
    name: str
    why: str
    grade: Grade
    claims: tuple[str, ...]
    references: tuple[str, ...]


def render_session_reasons(console: Terminal, day: TrainingDay) -> None:
    """Prints every decision behind the session, then the rules they follow."""
    session = day.session
    say(console, Text.assemble((session.title, f"{STRONG} {ACCENT}"), ("  why it is as it is", QUIET)))
    if session.decisions:
        heading(console, "The whole session")
        for decision in session.decisions:
            _render_decision(console, decision)
    for item in session.items:
        if item.decisions:
            heading(console, item.exercise.short, item.slot)
            for decision in item.decisions:
                _render_decision(console, decision)
    everything = [*session.decisions, *(decision for item in session.items for decision in item.decisions)]
    if not everything:
        console.print()
        say(console, "Nothing has bent the programme yet: the session stands as it was written.")
    _render_rules(console, everything, at_length=False)
    console.print()
    say(console, "'dorsi why PLACE' goes into one exercise, 'dorsi rule CODE' tells the whole of a rule.", style=QUIET)


def render_item_reasons(console: Terminal, day: TrainingDay, place: str) -> None:
    """Prints one exercise: what is asked, why, what follows from each set. Raises UnknownName for no such place."""
    item = day.session.item(place)
    if item is None:
        places = [name for each in day.session.items for name in (each.slot, each.exercise.id)]
        there = ", ".join(f"{each.slot} {each.exercise.short}" for each in day.session.items if each.role in _WORK)
        raise UnknownName("place in the next session", place, places, hint=f"It has: {there}.")
    say(console, Text.assemble((item.exercise.name, f"{STRONG} {ACCENT}"), (f"  place {item.slot}", QUIET)))
    _render_asked(console, item, day)
    if item.planned:
        planned = load_atlas().exercises[item.planned]
        say(console, f"The programme has {planned.spoken} here.", style=QUIET)
    for decision in item.decisions:
        console.print()
        _render_decision(console, decision, indent=0)
    if not item.decisions:
        console.print()
        say(console, "It stands as the programme has it: nothing in your journal speaks for a change.")
    if item.note:
        console.print()
        say(console, item.note)
    _render_contingencies(console, item, day)
    _render_rules(console, item.decisions, at_length=True)
    console.print()
    say(
        console,
        "'dorsi rule CODE' tells the whole of a rule. Why the programme has this exercise at all: "
        f"'dorsi why PLAN.yaml {day.session.ref.session}/{item.slot}'.",
        style=QUIET,
    )


def _render_asked(console: Terminal, item: PlannedItem, day: TrainingDay) -> None:
    if item.role not in _WORK:
        say(console, warm_up_words(item, day.athlete), style=STRONG)
        return
    for words in work_words(item, day.athlete):
        say(console, words, style=STRONG)
    if aims := aim_words(item.sets):
        say(console, f"Aim: {aims}")
    for plates in dict.fromkeys(one.plates_kg for one in item.sets if one.plates_kg):
        say(console, f"Plates: {plates_words(plates, item.exercise, day.athlete)}")
    if item.last:
        say(console, f"Last time: {item.last}")


def _render_decision(console: Terminal, decision: Decision, *, indent: int = 2) -> None:
    say(console, Text.assemble(decision.says, (f" ({decision.rule})", QUIET)), indent=indent)
    if decision.evidence:
        sets = "; ".join(f"{short(each.on)} {each.says}" for each in decision.evidence)
        say(console, sets, indent=indent + 2, label=Text("Your sets: ", QUIET), style=QUIET, hang=2)


def _render_contingencies(console: Terminal, item: PlannedItem, day: TrainingDay) -> None:
    tables: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(item.sets, 1):
        if one.contingencies:
            tables.setdefault(tuple(each.says for each in one.contingencies), []).append(number)
    if tables:
        heading(console, "What follows from each set")
    for says, numbers in tables.items():
        say(console, Text(f"{_sets(numbers)}, reps done", QUIET), indent=2)
        bullets(console, [tied(each) for each in says], indent=4)
    cap_kg = None if item.cap_kg is None else reachable(item.cap_kg, item.exercise, day.athlete)
    if cap_kg is not None and all(one.load_kg is not None and cap_kg >= one.load_kg for one in item.sets):
        cap = load_words(cap_kg, item.exercise, day.athlete)
        console.print()
        text = Text.assemble(f"However well it goes: no set above {cap} today.", (" (PRG106)", QUIET))
        say(console, text, label=Text("! ", DOUBT))


def _sets(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Set {numbers[0]}"
    run = list(range(numbers[0], numbers[-1] + 1)) == list(numbers) and len(numbers) > 2
    return f"Sets {numbers[0]}-{numbers[-1]}" if run else f"Sets {listed([str(number) for number in numbers])}"


def _render_rules(console: Terminal, decisions: Iterable[Decision], *, at_length: bool) -> None:
    notes = list(_notes(decisions))
    if notes:
        heading(console, "The rules behind it")
    for note in notes:
        say(console, Text.assemble((note.code, ACCENT), "  ", (note.name, STRONG)), indent=2)
        if at_length:
            say(console, note.why, indent=10)
            sources = [f"guide claim{'s' * (len(note.claims) > 1)} {listed(note.claims)}"] if note.claims else []
            sources += short_cites(note.references, load_atlas())
            said = f"{note.grade.value}: {note.grade.says}"
            say(console, said + (f". From {'; '.join(sources)}." if sources else "."), indent=10, style=QUIET)


def _notes(decisions: Iterable[Decision]) -> Iterator[_Note]:
    for code in dict.fromkeys(decision.rule for decision in decisions):
        if code in _COACHING:
            own = coaching_rule(code)
            yield _Note(
                code=code, name=own.name, why=own.why, grade=own.grade, claims=own.claims, references=own.references
            )
        else:
            rule = rule_by_code(code)
            yield _Note(
                code=code, name=rule.name, why=rule.why, grade=rule.confidence, claims=rule.claims,
                references=rule.references,
            )  # fmt: skip
