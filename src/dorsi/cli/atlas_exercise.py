"""The card of one exercise: what it trains, how it is done, who leaves it out, and what is known of it."""

from __future__ import annotations

from rich.text import Text

from dorsi.atlas.equipment import EQUIPMENT
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, Laterality, Loading
from dorsi.atlas.vocabulary import CONDITION_TAGS, REGIONS
from dorsi.atlas.volume import set_value
from dorsi.cli.citing import grade_text, short_cites
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, bullets, heading, listed, say
from dorsi.program.notation import span_text
from dorsi.program.writing import rest_text

_BAR = 20
_COUNTS = {1.0: "counts 1", 0.5: "counts 0.5", 0.0: ""}
_STRESS_WORDS = {1: "a little", 2: "clearly", 3: "a lot"}
_LOADINGS = {
    Loading.EXTERNAL: "a weight",
    Loading.BODYWEIGHT_PLUS: "body weight, with more hung on as you grow stronger",
    Loading.BODYWEIGHT_MINUS: "body weight less the machine's or band's help",
    Loading.BODYWEIGHT_SHARE: "part of your body weight",
    Loading.BODYWEIGHT: "body weight",
    Loading.TIME: "time",
    Loading.DISTANCE: "distance",
}


def render_exercise(console: Terminal, exercise: Exercise, atlas: Atlas) -> None:
    """Prints the whole card."""
    say(console, Text.assemble((exercise.name, f"{STRONG} {ACCENT}"), (f"  {exercise.id}", QUIET)))
    if exercise.also:
        say(console, f"Also called {listed(exercise.also, 'or')}.", style=QUIET)
    console.print()
    say(console, exercise.summary)
    _render_muscles(console, exercise, atlas)
    console.print()
    print_columns(console, [Column(style=QUIET), Column(least=30)], list(_facts(exercise, atlas).items()), indent=0)
    _render_technique(console, exercise)
    if exercise.avoid:
        heading(console, "Leave it out with")
        for avoid in exercise.avoid:
            instead = atlas.exercises.get(avoid.instead or "")
            tail = f" Instead: {instead.name}." if instead else ""
            what = CONDITION_TAGS.get(avoid.tag, avoid.tag)
            say(console, f"{avoid.why}{tail}", indent=2, label=Text(f"{what[:1].upper()}{what[1:]}: ", STRONG), hang=2)
    if exercise.evidence:
        heading(console, "What is known")
        for fact in exercise.evidence:
            cites = short_cites(fact.references, atlas)
            source = f"{fact.grade.value}{': ' if cites else ''}{'; '.join(cites)}"
            say(console, Text.assemble(fact.fact, (f"  ({source})", QUIET)), indent=2, label=Text("- ", QUIET))
    if exercise.claims:
        console.print()
        say(console, f"Guide claims {listed(exercise.claims)}; 'dorsi atlas CLAIM' shows one.", style=QUIET)


def _render_muscles(console: Terminal, exercise: Exercise, atlas: Atlas) -> None:
    if not exercise.muscles:
        return
    heading(console, "What it trains", grade_text(exercise.grade))
    full, rest = ("█", "░") if console.drawing else ("#", ".")
    rows = []
    for muscle, share in sorted(exercise.muscles.items(), key=lambda pair: -pair[1]):
        cells = round(share * _BAR)
        bar = Text(full * cells, ACCENT).append(rest * (_BAR - cells), QUIET)
        counts = _COUNTS[set_value(share)] if exercise.is_work else ""
        rows.append((atlas.muscles[muscle].name, bar, Text(counts, QUIET)))
    print_columns(console, [Column(least=18), Column(), Column()], rows)


def _facts(exercise: Exercise, atlas: Atlas) -> dict[str, str]:
    unit = {Loading.TIME: " s", Loading.DISTANCE: " m"}.get(exercise.loading, " reps")
    grip = [exercise.grip.value] if exercise.grip else []
    grip += (
        [f"{exercise.grip_width.value} width" if exercise.grip_width.value != "shoulder" else "shoulder width"]
        if (exercise.grip_width)
        else []
    )
    sides = {Laterality.UNILATERAL: "one side at a time", Laterality.ALTERNATING: "sides in turn"}
    facts = {
        "Pattern": exercise.pattern.value.replace("-", " "),
        "You need": _equipment(exercise),
        "Grip": ", ".join(grip),
        "Elbows": exercise.elbow_path.value if exercise.elbow_path else "",
        "Sides": sides.get(exercise.laterality, ""),
        "Load": _LOADINGS[exercise.loading],
        "Usual sets": span_text(exercise.reps)
        + unit
        + (f", {span_text(exercise.rir)} in reserve" if exercise.rir else ""),
        "Rest": rest_text(exercise.rest_s) if exercise.rest_s[1] else "",
        "Tempo": f"{exercise.tempo} (seconds down, hold, up, hold)" if exercise.tempo else "",
        "Level": f"from {exercise.min_level.value}; {exercise.skill.value} skill"
        + ("; only if you ask for it" if exercise.off_by_default else ""),
        "Lower back": f"{exercise.axial.value} load" if exercise.axial is not Amount.NONE else "",
        "Asks of": listed([f"{REGIONS.get(r, r)} {_STRESS_WORDS[n]}" for r, n in exercise.stress.items()]),
        "Easier": _names(exercise.easier, atlas),
        "Harder": _names(exercise.harder, atlas),
    }
    return {title: text for title, text in facts.items() if text}


def _equipment(exercise: Exercise) -> str:
    options = [listed([EQUIPMENT[item] for item in option]) or "nothing" for option in exercise.equipment]
    return "; or ".join(options)


def _names(ids: tuple[str, ...], atlas: Atlas) -> str:
    return "; ".join(atlas.exercises[e].name for e in ids)


def _render_technique(console: Terminal, exercise: Exercise) -> None:
    technique = exercise.technique
    for title, steps in (("Setting up", technique.set_up), ("Doing it", technique.execution)):
        if steps:
            heading(console, title)
            bullets(console, steps, numbered=True)
    if technique.breathing or technique.cues:
        console.print()
    if technique.breathing:
        say(console, technique.breathing, indent=2, label=Text("Breathing: ", STRONG), hang=2)
    if technique.cues:
        say(console, "; ".join(technique.cues) + ".", indent=2, label=Text("Cues: ", STRONG), hang=2)
    if technique.mistakes:
        heading(console, "When it goes wrong")
        for fault in technique.mistakes:
            say(console, fault.mistake, indent=2, label=Text("- ", QUIET))
            say(console, fault.remedy, indent=4, style=QUIET)
