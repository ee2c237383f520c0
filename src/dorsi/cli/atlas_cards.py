"""The atlas' smaller cards: muscles and groups of them, bones, methods, claims, references."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Bone, Claim, Exercise, Grade, Method, Muscle, Reference, VolumeGroup
from dorsi.atlas.volume import group_values
from dorsi.cli.citing import full_cite, grade_text, render_claims, render_references
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, bullets, heading, listed, say
from dorsi.rules.bounds import WEEKLY
from dorsi.units import number

_MOST_EXERCISES = 8
_BAR = 10


def render_muscle(console: Terminal, muscle: Muscle, atlas: Atlas) -> None:
    """A muscle: where it runs, what it does, what trains it."""
    _title(console, muscle.name, muscle.id)
    say(console, muscle.latin, style=QUIET)
    console.print()
    if muscle.look:
        say(console, muscle.look)
        console.print()
    parent = atlas.muscles.get(muscle.part_of or "")
    facts = {
        "Layer": muscle.layer,
        "Where": listed([zone.replace("-", " ") for zone in muscle.zones]),
        "Part of": parent.name if parent else "",
        "Counted as": muscle.volume_group.label if muscle.volume_group else "",
        "From": muscle.origin,
        "To": muscle.insertion,
    }
    rows = [(title, text) for title, text in facts.items() if text]
    print_columns(console, [Column(style=QUIET), Column(least=30)], rows, indent=0)
    heading(console, "What it does")
    bullets(console, muscle.functions)
    _render_best(console, atlas, [muscle.id, *(m.id for m in atlas.muscles.values() if m.part_of == muscle.id)])
    if muscle.note:
        heading(console, "Good to know")
        say(console, muscle.note)
    _render_sources(console, muscle.grade, muscle.claims, muscle.references, atlas)


def render_group(console: Terminal, group: VolumeGroup, atlas: Atlas) -> None:
    """Muscles that are counted together, what trains them, and how much a week."""
    muscles = atlas.group_muscles[group]
    _title(console, group.label, "counted together for weekly sets")
    console.print()
    print_columns(console, [Column(least=20), Column(style=QUIET)], [(atlas.muscles[m].name, m) for m in muscles])
    if group in WEEKLY:
        heading(console, "Hard sets a week", "rules of thumb")
        rows = [
            (level.value, f"{number(band.low)}-{number(band.high)}", f"at most {number(band.cap)}")
            for level, band in WEEKLY[group].items()
        ]
        print_columns(console, [Column(), Column(), Column(style=QUIET)], rows)
    direct = [e for e in atlas.exercises.values() if e.is_work and group_values(e, atlas).get(group) == 1.0]
    heading(console, "Trained directly by")
    say(console, "; ".join(e.name for e in _by_involvement(direct, muscles)) or "nothing in the list", indent=2)


def render_bone(console: Terminal, bone: Bone, atlas: Atlas) -> None:
    """A bone, joint or sheet of tissue."""
    _title(console, bone.name, bone.kind)
    console.print()
    bullets(console, bone.facts)
    heading(console, "Why it matters")
    say(console, bone.why_it_matters)
    if bone.note:
        heading(console, "Good to know")
        say(console, bone.note)
    _render_sources(console, None, bone.claims, (), atlas)


def render_method(console: Terminal, method: Method, atlas: Atlas) -> None:
    """A way to make or arrange sets."""
    _title(console, method.name, method.id)
    console.print()
    say(console, method.summary)
    heading(console, "How")
    bullets(console, method.how, numbered=True)
    console.print()
    facts = {
        "How much": method.dose,
        "Level": f"from {method.min_level.value}" + ("; only if you ask for it" if method.off_by_default else ""),
        "Only for": listed([p.value.replace("-", " ") for p in method.only_patterns]),
        "Never with": listed([p.value.replace("-", " ") for p in method.never_with], "or"),
    }
    rows = [(title, text) for title, text in facts.items() if text]
    print_columns(console, [Column(style=QUIET), Column(least=30)], rows, indent=0)
    heading(console, "Why")
    say(console, method.why)
    _render_sources(console, method.grade, method.claims, method.references, atlas)


def render_claim(console: Terminal, claim: Claim, atlas: Atlas) -> None:
    """A guide's claim, what the evidence says of it, and what Dorsi does."""
    _title(console, f"Claim {claim.id}", f"guide {claim.guide}, {claim.kind}")
    heading(console, "What the guide says")
    say(console, claim.statement)
    heading(console, "What Dorsi makes of it", f"{claim.verdict.value}; {claim.stance.value}")
    say(console, claim.position)
    if claim.noted:
        say(console, claim.noted, style=QUIET)
    other = atlas.claims.get(claim.conflicts_with or "")
    if other:
        heading(console, "It disagrees with")
        render_claims(console, [other.id], atlas)
    _render_sources(console, claim.grade, (), claim.references, atlas)


def render_reference(console: Terminal, reference: Reference, atlas: Atlas) -> None:
    """A published work and what it found."""
    say(console, full_cite(reference))
    heading(console, "What it found that matters here")
    say(console, reference.finding)
    users = [claim.id for claim in atlas.claims.values() if reference.key in claim.references]
    if users:
        heading(console, "Claims it bears on")
        say(console, listed(users), indent=2)


def _title(console: Terminal, name: str, note: str) -> None:
    say(console, Text.assemble((name, f"{STRONG} {ACCENT}"), (f"  {note}", QUIET)))


def _render_best(console: Terminal, atlas: Atlas, muscles: list[str]) -> None:
    trains = [e for e in atlas.exercises.values() if e.is_work and any(e.muscles.get(m) for m in muscles)]
    if not trains:
        return
    heading(console, "What trains it most")
    full, rest = ("█", "░") if console.drawing else ("#", ".")
    rows = []
    for exercise in _by_involvement(trains, muscles)[:_MOST_EXERCISES]:
        cells = round(_involvement(exercise, muscles) * _BAR)
        rows.append((Text(full * cells, ACCENT).append(rest * (_BAR - cells), QUIET), exercise.name))
    print_columns(console, [Column(), Column(least=20)], rows)


def _by_involvement(exercises: Iterable[Exercise], muscles: Iterable[str]) -> list[Exercise]:
    """Most involved first; before one another the simpler, then the one that spares other muscles."""
    names = list(muscles)
    return sorted(
        exercises, key=lambda e: (-_involvement(e, names), e.off_by_default, e.min_level.rank, e.skill.rank, e.name)
    )


def _involvement(exercise: Exercise, muscles: Iterable[str]) -> float:
    return max(exercise.muscles.get(muscle, 0.0) for muscle in muscles)


def _render_sources(
    console: Terminal, grade: Grade | None, claims: tuple[str, ...], references: tuple[str, ...], atlas: Atlas
) -> None:
    if grade is not None:
        console.print()
        say(console, grade_text(grade), label=Text("How sure: ", QUIET))
    if claims:
        heading(console, "What the guides say")
        render_claims(console, claims, atlas)
    if references:
        heading(console, "Sources")
        render_references(console, references, atlas)
