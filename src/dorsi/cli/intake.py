"""`dorsi intake`: asks the questionnaire in the terminal and writes an athlete file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from dorsi.athlete.intake import Intake, assumptions, intake_from_mapping, write_intake
from dorsi.athlete.level import level_of
from dorsi.athlete.questions import (
    QUESTIONS,
    SIGNS,
    AnswerKind,
    Progress,
    Question,
    Step,
    Wrong,
    check_answer,
    choices_of,
    document_of,
    progress,
    units_of,
)
from dorsi.athlete.screening import Screening, refuse_child, refuse_emergency, screen
from dorsi.athlete.screening_questions import Kind
from dorsi.cli.files import write_atomically
from dorsi.cli.intake_draft import Draft, load_draft
from dorsi.errors import InvalidFile, TrainingRefused, UsageError
from dorsi.units import number

_STOPPED = 130
"""Exit code of a command ended by Ctrl-C, as shells have it."""

_ASKED_AGAIN = frozenset({"age", "guardian_consent"})
"""What can end in a referral besides the health questions."""


def intake(
    out: Annotated[Path, typer.Option("--out", "-o", help="Where the athlete file is written.")] = Path("athlete.toml"),
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget a kept draft and start over.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Write over an athlete file that is there.")] = False,
) -> None:
    """Ask who you are, what you want and what hurts, and write an athlete file to plan from."""
    if out.exists() and not replace:
        raise UsageError(f"{out} is already there. Choose another place with -o, or write over it with --replace.")
    console = Console(highlight=False)
    draft = Draft(_draft_path(out)) if fresh else load_draft(_draft_path(out))
    _greet(console, draft)
    draft.save()
    try:
        answered, screening = _ask_all(console, draft)
    except (KeyboardInterrupt, EOFError):
        console.print(
            f"\nStopped. {_counted(len(draft.texts))} kept in {escape(str(draft.path))}; "
            f"run [bold]dorsi intake -o {escape(str(out))}[/bold] to go on."
        )
        raise typer.Exit(_STOPPED) from None
    except TrainingRefused:
        draft.referred = True
        draft.save()
        console.print(
            f"\nNo athlete file was written. {_counted(len(draft.texts))} kept in {escape(str(draft.path))}; "
            "next time the questions that led here are asked again."
        )
        raise
    write_atomically(out, write_intake(answered))
    draft.path.unlink(missing_ok=True)
    _close(console, out, answered, screening)


def _draft_path(out: Path) -> Path:
    return out.with_name(out.name + ".draft")


def _counted(count: int) -> str:
    return "1 answer is" if count == 1 else f"{count} answers are"


def _greet(console: Console, draft: Draft) -> None:
    if draft.referred:
        for question in QUESTIONS:
            if question.step is Step.HEALTH or question.id in _ASKED_AGAIN:
                draft.texts.pop(question.id, None)
        draft.referred = False
        console.print("Last time ended with a referral, so what led there is asked again.")
    elif draft.texts:
        console.print(f"Going on where you stopped; {_counted(len(draft.texts))} kept.")
    console.print("Press Enter for what stands in [dim]\\[brackets][/dim]; type [bold]back[/bold] to return a step.")


def _ask_all(console: Console, draft: Draft) -> tuple[Intake, Screening]:
    """The checked intake and its screening, once every question is answered; raises TrainingRefused."""
    step: Step | None = None
    while True:
        state = progress(draft.texts)
        _refuse_early(state)
        if state.question is None:
            if (done := _checked(console, draft, state)) is not None:
                return done
            step = None
            continue
        if state.question.step is not step:
            step = state.question.step
            console.print(f"\n[bold]{list(Step).index(step) + 1} of {len(Step)}  {step.value}[/bold]")
        text = _ask(console, state.question, state.answers)
        if text is None:
            _go_back(console, draft, state)
        else:
            draft.texts[state.question.id] = text
        draft.save()


def _refuse_early(state: Progress) -> None:
    """Stops as soon as an answer settles that there will be no plan."""
    if "age" in state.answers:
        refuse_child(state.answers["age"])
    refuse_emergency(tuple(state.answers.get(SIGNS + Kind.EMERGENCY.value, ())))


def _checked(console: Console, draft: Draft, state: Progress) -> tuple[Intake, Screening] | None:
    """The intake and its screening, or None after asking to change answers that contradict each other."""
    try:
        answered = intake_from_mapping(document_of(state.answers), "your answers")
    except InvalidFile as error:
        again = {key for problem in error.problems for key in _keys_at(problem.where, draft)}
        if not again:
            raise
        for problem in error.problems:
            console.print(f"[red]{escape(problem.where)} {escape(problem.message)}.[/red]")
        for key in again:
            del draft.texts[key]
        return None
    return answered, screen(answered)


def _keys_at(where: str, draft: Draft) -> list[str]:
    """The answered questions to which a problem at `where` belongs."""
    path = where.split("[")[0]
    if path == "screening.yes":
        return []
    return [key for key in draft.texts if key == path or key.startswith(f"{path}.")]


def _go_back(console: Console, draft: Draft, state: Progress) -> None:
    if not state.answers:
        console.print("[yellow]This is the first question.[/yellow]")
        return
    draft.texts.pop(list(state.answers)[-1], None)


def _ask(console: Console, question: Question, answers: dict[str, Any]) -> str | None:
    """A typed answer that fits, or None to go back."""
    console.print(f"\n{escape(question.prompt)}")
    console.print(f"[dim]{escape(question.why)}[/dim]")
    for index, choice in enumerate(choices_of(question, answers), 1):
        console.print(f"  [bold]{index}[/bold] {escape(choice.label)}")
    signs = question.kind is AnswerKind.SIGNS
    while True:
        text = console.input(_prompt(question, answers)).strip()
        if signs and text.lower() in {"y", "yes"}:
            text = console.input("Which? Their numbers: ").strip() or "yes"
        if text.lower() == "back":
            return None
        value = check_answer(question, text, answers)
        if not isinstance(value, Wrong):
            _confirm(console, value)
            return text
        console.print(f"[red]{escape(value.message)}[/red]")


def _prompt(question: Question, answers: dict[str, Any]) -> str:
    unit = question.limits.in_units(units_of(answers))[2] if question.limits else ""
    hint = question.default or ("skip" if question.optional else "")
    if question.kind in (AnswerKind.YES_NO, AnswerKind.SIGNS) and not question.default:
        hint = "yes/no, or skip" if question.optional else "yes/no"
    shown = f" [dim]{escape(f'[{hint}]')}[/dim]" if hint else ""
    return f"[bold]>[/bold]{shown}{f' ({unit})' if unit else ''} "


def _confirm(console: Console, value: object) -> None:
    """Shows lists as they were understood: a decimal comma read as two plates is seen at once."""
    if isinstance(value, list) and value:
        console.print(f"  [dim]understood: {escape('; '.join(_shown(item) for item in value))}[/dim]")


def _shown(item: object) -> str:
    if isinstance(item, dict):
        return " ".join(_shown(part) for part in item.values())
    if isinstance(item, list):
        return ", ".join(_shown(part) for part in item)
    return number(item) if isinstance(item, int | float) else str(item)


def _close(console: Console, out: Path, answered: Intake, screening: Screening) -> None:
    console.print(f"\n[bold]{escape(answered.name)}[/bold], planned as [bold]{level_of(answered).value}[/bold].")
    for note in (*screening.notes, *assumptions(answered)):
        console.print(f"  - {escape(note)}")
    console.print(f"Written to {escape(str(out))}. Next: [bold]dorsi plan {escape(str(out))}[/bold]")
