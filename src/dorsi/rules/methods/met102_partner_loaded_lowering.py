"""MET102: extra load on the lowering half for someone who is not ready for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade, Level, Stance
from dorsi.program.evaluate import Entry
from dorsi.program.model import Load, LoadKind, SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.base import Case
from dorsi.rules.finding import Edit, Finding, Fix, SetValue, Severity
from dorsi.rules.methods.labels import without_methods
from dorsi.rules.scopes import EntryRule

METHOD = "weighted-eccentric"
LOWERING_ONLY = frozenset({"pull-up-eccentric"})
NOT_READY_TAGS = frozenset({"detrained", "rhabdo-history"})
"""Conditions in which unaccustomed lowering is most dangerous. Source: UMEM24, RhabdoCase."""


class PartnerLoadedLowering(EntryRule):
    """Flags loaded lowering below the advanced level, after a break or after muscle breakdown."""

    code = "MET102"
    slug = "partner-loaded-lowering"
    name = "Lowering with extra load"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    stance = Stance.CORRECT
    claims = ("C12",)
    references = ("UMEM24", "RhabdoCase", "McKay17", "Schoenfeld17ecc")
    health = True
    checks = (
        "Load is added to the lowering half of a pull-up only for advanced lifters, and not in the first two weeks, "
        "after a break or after a muscle breakdown."
    )
    why = (
        "Guide C has a partner hang on your legs to compact the muscle, which has no basis. Hard lowering that the "
        "body is not used to is a known road to muscle breakdown, and a partner can neither be weighed nor dropped."
    )
    limits = (
        "It sees the method's name and load written on lowering pull-ups; it cannot see a partner. A belt and a box "
        "are the way to do this at all."
    )
    bad = """\
dorsi: program/1
name: Heavy on the way down
weeks: 4
athlete: {age: 24, body_mass: 75, training_age_months: 15, max_pull_ups: 6}
sessions:
  - id: upper
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 4 @ bw+10, method: weighted-eccentric}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Up and down
weeks: 4
athlete: {age: 24, body_mass: 75, training_age_months: 15, max_pull_ups: 6}
sessions:
  - id: upper
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 4-6 @ RIR 2}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """The method by name, or load on a lowering-only pull-up."""
        tags = case.athlete.tags & NOT_READY_TAGS if case.athlete else frozenset()
        if case.level is Level.ADVANCED and not tags:
            return
        named = METHOD in entry.prescription.methods
        added = _added_kg(entry.targets)
        loaded = bool(added) and entry.exercise.id in LOWERING_ONLY
        if not named and not loaded:
            return
        reason = "after a break or a muscle breakdown" if tags else f"at the {case.level.value} level"
        edits: list[Edit] = [without_methods(entry, {METHOD})] if named else []
        if loaded and len(entry.prescription.sets) == 1:
            text = format_sets(tuple(_unloaded(target) for target in entry.targets))
            edits.append(SetValue(path=(*entry.path, "sets"), value=text))
        complete = not loaded or len(entry.prescription.sets) == 1
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} is lowered with extra load, {reason}.",
            "Lower your own weight only, or do full repetitions.",
            numbers={"level": case.level.value, "added kg": round(added, 2)},
            fix=Fix(says="Take the extra load off the lowering.", edits=tuple(edits)) if complete else None,
        )


def _added_kg(targets: tuple[SetTarget, ...]) -> float:
    return max((t.load.kg for t in targets if t.load is not None and _is_added(t.load)), default=0.0)


def _is_added(load: Load) -> bool:
    return load.kind in (LoadKind.MASS, LoadKind.BODYWEIGHT) and load.kg > 0


def _unloaded(target: SetTarget) -> SetTarget:
    return replace(target, load=None) if target.load is not None and _is_added(target.load) else target
