"""What `dorsi import` asks in a terminal: the unit, what unknown exercises are, and whether to keep it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.text import Text

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Pattern, VolumeGroup
from dorsi.cli.console import DOUBT, QUIET, STRONG, Terminal, counted, heading, say
from dorsi.cli.import_preview import called
from dorsi.journal.importing.foreign import Guess
from dorsi.journal.importing.preview import Preview
from dorsi.journal.importing.settled_names import SettledName
from dorsi.journal.importing.unit_evidence import OPTION
from dorsi.journal.model import CustomExercise
from dorsi.journal.names import match_name
from dorsi.units import MassUnit

_MAIN_SHARE = 1.0
_OTHER_SHARE = 0.5
"""A set counts in full for the muscle that is named first and half for the others (heuristic)."""
_SAME_AS = {"biceps": VolumeGroup.ELBOW_FLEXORS.value, "forearms": VolumeGroup.GRIP.value}
_YES = ("", "y", "yes")
_NO = ("n", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The answers: names that mean exercises of ours, and descriptions of new ones by id."""

    names: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, CustomExercise] = field(default_factory=dict)


def agreed(console: Terminal, question: str) -> bool:
    """The answer to a question of yes or no; Enter means yes, the end of input no."""
    while True:
        text = _typed(console, f"{question} [Y/n] ")
        if text is None or text in _NO:
            return False
        if text in _YES:
            return True
        say(console, "Answer y or n.", style=DOUBT)


def guessed_unit(preview: Preview) -> MassUnit | None:
    """The unit that was taken for loads for want of one in the file; None where nothing was guessed."""
    guesses = _unit_guesses(preview)
    return _unit_of(guesses[0]) if guesses else None


def _unit_guesses(preview: Preview) -> list[Guess]:
    return [guess for guess in preview.guesses if guess.option == OPTION and guess.what.startswith("loads")]


def _unit_of(guess: Guess) -> MassUnit:
    return MassUnit.LB if guess.what.endswith(MassUnit.LB.value) else MassUnit.KG


def ask_unit(console: Terminal, preview: Preview) -> MassUnit:
    """The unit of the file's loads; Enter takes the guess."""
    guess = _unit_guesses(preview)[0]
    likely = _unit_of(guess)
    say(
        console,
        f"{preview.file} does not say in which unit its loads are. {guess.evidence[0].upper()}{guess.evidence[1:]}.",
    )
    while True:
        text = _typed(console, f"kg or lb? [{likely.value}] ")
        if not text:
            return likely
        if text in [unit.value for unit in MassUnit]:
            return MassUnit(text)
        say(console, "Answer kg or lb.", style=DOUBT)


def ask_exercises(console: Terminal, unknown: Sequence[SettledName], atlas: Atlas) -> Asked:
    """Goes through unknown exercises, those with most sets first, as long as the athlete likes."""
    heading(console, f"What {'is it' if len(unknown) == 1 else 'are they'}?", "Enter leaves one for later, q the rest")
    names: dict[str, str] = {}
    descriptions: dict[str, CustomExercise] = {}
    for name in unknown:
        offered = "  ".join(f"{number} {called(each)}" for number, each in enumerate(name.nearest, 1))
        say(console, Text.assemble((name.theirs, STRONG), (f"  {counted(name.sets, 'set')}", QUIET)))
        say(console, f"{offered}{'  ' if offered else ''}n new, or type its usual name", indent=2, style=QUIET)
        answer = _answer(console, name)
        if answer == "q":
            break
        if answer == "n":
            descriptions[name.exercise] = _describe(console, name, atlas)
        elif answer:
            names[name.theirs] = answer
    return Asked(names=names, descriptions=descriptions)


def _answer(console: Terminal, name: SettledName) -> str:
    """An exercise id, 'n', 'q', or nothing."""
    while True:
        text = _typed(console, "> ")
        if text is None:
            return "q"
        if text in ("", "n", "q"):
            return text
        if text.isdigit() and 1 <= int(text) <= len(name.nearest):
            return name.nearest[int(text) - 1]
        found = match_name(text)
        if found.exercise is not None:
            say(console, f"Understood: {called(found.exercise)}.", indent=2, style=QUIET)
            return found.exercise
        near = f" Did you mean {' or '.join(map(called, found.nearest))}?" if found.nearest else ""
        say(console, f"No exercise is called '{text}'.{near}", indent=2, style=DOUBT)


def _describe(console: Terminal, name: SettledName, atlas: Atlas) -> CustomExercise:
    patterns = [pattern.value for pattern in Pattern]
    say(console, f"Which movement? {', '.join(patterns)}. Enter if none fits.", indent=2, style=QUIET)
    pattern = None
    while pattern is None and (text := _typed(console, "> ")):
        wanted = text.replace(" ", "-")
        fitting = [each for each in patterns if each == wanted] or [e for e in patterns if e.startswith(wanted)]
        if len(fitting) == 1:
            pattern = Pattern(fitting[0])
        else:
            say(console, f"Write one of them, such as {patterns[0]}.", indent=2, style=DOUBT)
    groups = ", ".join(group.label.lower() for group in VolumeGroup)
    says = f"Which muscles, the main one first, with commas? {groups}. Enter if none of them."
    say(console, says, indent=2, style=QUIET)
    muscles: dict[str, float] = {}
    while text := _typed(console, "> "):
        muscles, strange = _muscles(text, atlas)
        if not strange:
            break
        say(
            console,
            f"No muscle is called {', '.join(strange)}. 'dorsi atlas muscles' lists them.",
            indent=2,
            style=DOUBT,
        )
    return CustomExercise(id=name.exercise, name=name.theirs, pattern=pattern, loading=name.loading, muscles=muscles)


def _muscles(text: str, atlas: Atlas) -> tuple[dict[str, float], list[str]]:
    """Muscle ids with their shares, and words that are no muscle."""
    found: dict[str, float] = {}
    strange = []
    for place, word in enumerate(part.strip() for part in text.split(",") if part.strip()):
        plain = _SAME_AS.get(word, "-".join(word.split()))
        groups = [group for group in VolumeGroup if plain in (group.value, "-".join(group.label.lower().split()))]
        ids = [muscle for group in groups for muscle in atlas.group_muscles[group]]
        ids = ids or [m.id for m in atlas.muscles.values() if plain in ("-".join(m.name.lower().split()), m.id)]
        strange += [] if ids else [f"'{word}'"]
        for muscle in ids:
            found.setdefault(muscle, _OTHER_SHARE if place else _MAIN_SHARE)
    return found, strange


def _typed(console: Terminal, prompt: str) -> str | None:
    """What was typed, in lower case; None at the end of input."""
    try:
        return console.input(Text(prompt)).strip().lower()
    except EOFError:
        return None
