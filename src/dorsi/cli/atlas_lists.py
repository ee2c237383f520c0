"""The atlas' lists: the overview, and every kind of entry in a line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from rich.text import Text

from dorsi.atlas.citing import short_cite
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Pattern, VolumeGroup
from dorsi.cli.columns import Cell, Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, counted, heading, say


def render_overview(console: Terminal, atlas: Atlas) -> None:
    """Muscle groups, exercises by pattern, and how to look things up."""
    say(console, "The back, as Dorsi knows it", style=f"{STRONG} {ACCENT}")
    heading(console, "Muscles", "counted together for weekly sets")
    groups = [(g.label, "; ".join(atlas.muscles[m].name for m in atlas.group_muscles[g])) for g in VolumeGroup]
    print_columns(console, [Column(), Column(least=30, style=QUIET)], groups)
    heading(console, "Exercises", f"{len(atlas.exercises)} in all")
    rows: list[Sequence[Cell]] = []
    for pattern in Pattern:
        found = [e for e in atlas.exercises.values() if e.pattern is pattern]
        if found:
            shown = "; ".join(e.short for e in found[:3]) + ("; ..." if len(found) > 3 else "")
            rows.append((pattern.value, str(len(found)), shown))
    print_columns(console, [Column(), Column(right=True), Column(least=30, style=QUIET)], rows)
    heading(console, "Look things up")
    examples = {
        "dorsi atlas lats": "a muscle group or muscle",
        "dorsi atlas barbell row": "an exercise, by any of its names",
        "dorsi atlas exercises --pattern hinge": "exercises of one pattern",
        "dorsi atlas --equipment dumbbells,bands": "exercises for what you have",
        "dorsi atlas A07": "what a guide claims, and what Dorsi makes of it",
    }
    print_columns(console, [Column(style=ACCENT), Column(style=QUIET, least=20)], list(examples.items()))
    say(console, f"Lists: {', '.join(['exercises', *LISTS])}.", style=QUIET, indent=2)


def render_exercises(
    console: Terminal, atlas: Atlas, pattern: Pattern | None = None, items: frozenset[str] | None = None
) -> None:
    """Exercises by pattern, with the muscles they train most; perhaps of one pattern, or for some equipment."""
    chosen = [
        e
        for e in atlas.exercises.values()
        if (pattern is None or e.pattern is pattern) and (items is None or any(items >= set(o) for o in e.equipment))
    ]
    order = list(Pattern)
    chosen.sort(key=lambda e: (order.index(e.pattern), e.family, e.id))
    rows: list[Sequence[Cell]] = []
    for kind, group in groupby(chosen, key=lambda e: e.pattern):
        rows.append((Text(kind.value.replace("-", " "), STRONG),))
        rows += [(Text(f"  {e.id}", ACCENT), e.name, _direct(e, atlas)) for e in group]
    if rows:
        print_columns(console, [Column(), Column(least=20), Column(style=QUIET, least=12)], rows, indent=0)
        console.print()
    say(console, f"{counted(len(chosen), 'exercise')}.", style=QUIET)


def _direct(exercise: Exercise, atlas: Atlas) -> str:
    names = [atlas.muscles[m].shown_as for m, share in exercise.muscles.items() if share >= 0.75]
    return ", ".join(dict.fromkeys(names)) if exercise.is_work else ""


def _render_muscles(console: Terminal, atlas: Atlas) -> None:
    rows = [(Text(m.id, ACCENT), m.name, m.layer) for m in atlas.muscles.values()]
    print_columns(console, [Column(), Column(least=24), Column(style=QUIET)], rows, indent=0)


def _render_methods(console: Terminal, atlas: Atlas) -> None:
    rows = [(Text(m.id, ACCENT), m.summary) for m in atlas.methods.values()]
    print_columns(console, [Column(), Column(least=30)], rows, indent=0)


def _render_claims(console: Terminal, atlas: Atlas) -> None:
    for guide, group in groupby(atlas.claims.values(), key=lambda claim: claim.guide):
        heading(console, f"Guide {guide}")
        rows = [(Text(c.id, ACCENT), c.statement, c.verdict.value) for c in group]
        print_columns(console, [Column(), Column(least=30), Column(style=QUIET)], rows)


def _render_bones(console: Terminal, atlas: Atlas) -> None:
    rows = [(Text(b.id, ACCENT), b.name, b.kind) for b in atlas.bones.values()]
    print_columns(console, [Column(), Column(least=24), Column(style=QUIET)], rows, indent=0)


def _render_references(console: Terminal, atlas: Atlas) -> None:
    works = sorted(atlas.references.values(), key=lambda reference: reference.topic)
    for topic, group in groupby(works, key=lambda reference: reference.topic):
        heading(console, topic[:1].upper() + topic[1:])
        rows = [(Text(r.key, ACCENT), short_cite(r), r.finding) for r in group]
        print_columns(console, [Column(), Column(least=16), Column(least=30, style=QUIET)], rows)


LISTS: Mapping[str, Callable[[Terminal, Atlas], None]] = {
    "muscles": _render_muscles,
    "methods": _render_methods,
    "claims": _render_claims,
    "bones": _render_bones,
    "references": _render_references,
}
"""Every list besides that of the exercises, by the word that shows it."""
