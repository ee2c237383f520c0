"""Supersets and trisets of a programme, and how to take one apart."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.athlete.model import Athlete
from dorsi.program.evaluate import Entry, Place, ProgramView
from dorsi.program.model import BlockKind
from dorsi.program.notation import format_sets, span_text
from dorsi.rules.finding import Fix, InsertAt, RemoveAt
from dorsi.rules.scopes import place_weeks
from dorsi.rules.standards import rest_range


@dataclass(frozen=True, slots=True)
class Group:
    """The training exercises of one superset or triset, with the weeks in which it looks the same."""

    weeks: tuple[int, ...]
    members: tuple[Entry, ...]

    @property
    def is_triset(self) -> bool:
        """True if the block joins three exercises."""
        return self.members[0].block.kind is BlockKind.TRISET

    def place(self, view: ProgramView) -> Place:
        """Where the block stands."""
        first = self.members[0]
        return Place(weeks=place_weeks(view, self.weeks), session=first.session.id, block=first.block_index + 1)


def groups_of(view: ProgramView) -> list[Group]:
    """Every superset and triset once, in file order; warm-ups and stretches do not count as members."""
    found: dict[tuple[object, ...], tuple[list[int], list[Entry]]] = {}
    for week in view.weeks:
        for session in week.sessions:
            blocks: dict[int, list[Entry]] = {}
            for entry in session.work:
                if entry.block.kind is not BlockKind.SINGLE:
                    blocks.setdefault(entry.block_index, []).append(entry)
            for index, members in blocks.items():
                key = (session.index, index, *(id(entry.targets) for entry in members))
                found.setdefault(key, ([], members))[0].extend(week.weeks)
    groups = [Group(tuple(sorted(weeks)), tuple(members)) for weeks, members in found.values()]
    return [group for group in groups if len(group.members) > 1]


def taken_apart(group: Group, athlete: Athlete | None) -> Fix | None:
    """Turns the block into single exercises with rests of their own; None where sets differ by week."""
    first = group.members[0]
    items = first.block.items
    if len(items) != len(group.members) or any(len(item.sets) > 1 for item in items):
        return None
    if any(item.sets[0].weeks is not None for item in items):
        return None
    blocks = ("sessions", first.session_index, "blocks")
    inserts = tuple(
        InsertAt(path=blocks, index=first.block_index + 1 + offset, value=_single(entry, athlete))
        for offset, entry in enumerate(group.members)
    )
    return Fix(
        says="Do the exercises one after the other, each with its own rests.",
        edits=(*inserts, RemoveAt(path=(*blocks, first.block_index))),
    )


def _single(entry: Entry, athlete: Athlete | None) -> dict[str, str | int | bool]:
    prescription = entry.prescription
    key = "exercise" if prescription.role.value == "work" else prescription.role.value
    rest = span_text(rest_range(entry.exercise, athlete))
    block: dict[str, str | int | bool] = {
        key: entry.exercise.id,
        "sets": format_sets(entry.targets),
        "rest": f"{rest} s",
    }
    if prescription.tempo:
        block["tempo"] = prescription.tempo
    if prescription.straps:
        block["straps"] = True
    if methods := [m for m in prescription.methods if m not in {"superset", "superset-same-muscle", "triset"}]:
        block["method"] = ", ".join(methods)
    if prescription.note:
        block["note"] = prescription.note
    return block
