"""`dorsi hurts`: discomfort reported; what loads the place makes way, and warning signs end training."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.text import Text

from dorsi.athlete.screening import SORE
from dorsi.athlete.screening_questions import Kind
from dorsi.atlas.vocabulary import REGIONS
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, bullets, say, terminal
from dorsi.cli.days import on_day
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.coach.model import Decision
from dorsi.errors import TrainingRefused, UsageError
from dorsi.journal.model import Sign
from dorsi.services.coaching import Coaching, warning_signs
from dorsi.services.traffic_light import EMERGENCY, STOP, URGENT

_FAMILY = "HRT"


def hurts(
    place: Annotated[
        str | None, typer.Argument(metavar="PLACE", help=f"Where: {', '.join(REGIONS)}; or an exercise.")
    ] = None,
    score: Annotated[int | None, typer.Argument(metavar="SCORE", help="How much: 0 nothing, 10 the worst.")] = None,
    sharp: Annotated[bool, typer.Option("--sharp", help="It is sharp.")] = False,
    spreading: Annotated[bool, typer.Option("--spreading", help="It spreads.")] = False,
    worse: Annotated[bool, typer.Option("--worse", help="It gets worse from set to set or day to day.")] = False,
    stiff: Annotated[bool, typer.Option("--stiff", help="Stiff for more than a day after training.")] = False,
    sign: Annotated[
        list[str] | None, typer.Option("--sign", metavar="ID", help="A warning sign that is there; may be repeated.")
    ] = None,
    no_signs: Annotated[bool, typer.Option("--no-signs", help="None of the warning signs is there.")] = False,
    cleared: Annotated[bool, typer.Option("--cleared", help="A clinician has agreed to training.")] = False,
    data: DataFolder = None,
) -> None:
    """Report discomfort: what loads the place makes way. Warning signs end training until a clinician has looked."""
    at = desk(data)
    coaching = Coaching(at.store, at.clock, at.chance)
    console = terminal()
    if cleared:
        if place is not None:
            raise UsageError("--cleared stands alone: 'dorsi hurts --cleared'.")
        _clear(console, coaching)
        return
    if place is None or score is None:
        raise UsageError(
            "Say where and how much, such as 'dorsi hurts lower-back 4'. 'dorsi hurts --help' lists places."
        )
    if sign and no_signs:
        raise UsageError("--sign and --no-signs contradict each other.")
    behaves = {Sign.SHARP: sharp, Sign.SPREADING: spreading, Sign.WORSENING: worse, Sign.STIFF_NEXT_DAY: stiff}
    signs = [each for each, there in behaves.items() if there]
    grave = score >= SORE or bool(signs)
    answers = sys.stdin.isatty() and sys.stdout.isatty()
    warnings = _ask(console) if grave and answers and not sign and not no_signs else tuple(sign or ())
    before = _changes(coaching)
    coaching.hurts(place, score, signs=signs, warnings=warnings)
    if warnings:
        raise _referral(warnings)
    _render(console, coaching, place, score, before, grave=grave)
    if grave and not answers and not no_signs:
        says = "Nobody was asked about warning signs: run this in a terminal to go through them, or add --no-signs."
        say(console, says, style=QUIET)


def _clear(console: Terminal, coaching: Coaching) -> None:
    """Notes the clearance; what still stands in the way is said by the coach itself (TrainingRefused)."""
    coaching.cleared()
    say(console, Text("Noted: a clinician has agreed to training.", f"{STRONG} {ACCENT}"))
    try:
        session = coaching.next()
    except UsageError:
        return
    when = on_day(session.due, coaching.today)
    says = f"Earlier reports no longer count. The next session is {when}: {session.title}."
    say(console, says)


def _ask(console: Terminal) -> tuple[str, ...]:
    """The warning signs that are there, by the numbers the athlete types."""
    questions = warning_signs()
    say(console, Text("Before anything else: is any of this there?", STRONG))
    bullets(console, [question.prompt for question in questions], numbered=True)
    while True:
        try:
            text = console.input("Their numbers, or Enter for none: ").strip().lower()
        except EOFError:
            raise UsageError("No answer came, so nothing was written down.") from None
        if text in ("", "no", "none", "0"):
            return ()
        words = text.replace(",", " ").split()
        if all(word.isdecimal() and 1 <= int(word) <= len(questions) for word in words):
            return tuple(dict.fromkeys(questions[int(word) - 1].id for word in words))
        say(console, f"Type numbers from 1 to {len(questions)}, such as 3 or 3, 7.", style=DOUBT)


def _referral(warnings: Sequence[str]) -> TrainingRefused:
    """What is said when a warning sign is there: stop, and who to see how soon."""
    known = {question.id: question for question in warning_signs()}
    now = any(known[warning].kind is Kind.EMERGENCY for warning in warnings)
    return TrainingRefused(
        STOP,
        [known[warning].says for warning in warnings],
        f"{EMERGENCY if now else URGENT} It is written down, and there is no session until a clinician has agreed to "
        "training: then say so with 'dorsi hurts --cleared'. If it was a mistake, 'dorsi undo' takes it back.",
    )


def _changes(coaching: Coaching) -> tuple[Decision, ...]:
    """What discomfort changes in the next session; nothing where there is none."""
    try:
        session = coaching.next()
    except (UsageError, TrainingRefused):
        return ()
    decisions = (*session.decisions, *(decision for item in session.items for decision in item.decisions))
    return tuple(decision for decision in decisions if decision.rule.startswith(_FAMILY))


def _render(
    console: Terminal, coaching: Coaching, place: str, score: int, before: Sequence[Decision], *, grave: bool
) -> None:
    where = place.strip().lower().replace("-", " ")
    say(console, Text(f"Noted: {where}, {score} of 10.", f"{STRONG} {ACCENT}"))
    try:
        session = coaching.next()
    except UsageError:
        return
    changes = [decision for decision in _changes(coaching) if decision not in before]
    if changes:
        say(console, f"What changes in the next session, {session.title}:")
        for change in changes:
            say(console, Text.assemble(change.says, (f" ({change.rule})", QUIET)), indent=2, label=Text("- ", QUIET))
    elif grave:
        say(console, "Nothing in the next session loads it much, so that stays as it is.")
    else:
        say(console, f"Below {SORE} the plan stays as it is. Report it again if it grows or does not go.")
    say(console, "'dorsi undo' takes the report back.", style=QUIET)
