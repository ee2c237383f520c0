"""A planned session as pages show it: exercises with their sets, loads and last time, in a lifter's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.athlete.loads import has_steps
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Laterality, Loading
from dorsi.coach.model import NextSession, PlannedBlock, PlannedItem, PlannedSet
from dorsi.journal.model import LoadMode, LoggedSet
from dorsi.languages import all_said, known, said
from dorsi.program.model import BlockKind, Role
from dorsi.units import duration, from_kg
from dorsi.web.pages.reasons import Reason, reasons_of
from dorsi.web.templatetags.dorsi_tags import localised, mass, reps

WORK = (Role.WORK, Role.TEST)
_NEEDS_LOAD = (Loading.EXTERNAL, Loading.BODYWEIGHT_MINUS, Loading.DISTANCE)
_ADDED = (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS, Loading.BODYWEIGHT_SHARE)
_SAME_KG = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsLine:
    """A run of equal sets: '4 × 5–8', the load large beside it, 'each side, 2 in reserve' after it."""

    asked: str
    load: str
    detail: str = ""
    plates: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCard:
    """One exercise of a session. `place` names it in addresses, `number` on the page, where preparation is not counted.
    `aim` are today's reps where they differ from what is asked, `done` the sets logged, `left` how many are to do;
    `instead_of` names the programme's own exercise where another took its place."""

    place: str
    number: str
    id: str
    name: str
    lines: tuple[SetsLine, ...]
    aim: str
    rest: str
    tempo: str
    last: str
    note: str
    straps: bool
    is_test: bool
    is_work: bool
    instead_of: str
    reasons: tuple[Reason, ...]
    done: tuple[str, ...] = ()
    left: int = 0

    @property
    def is_done(self) -> bool:
        """True once every set is logged."""
        return bool(self.done) and not self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Exercises done in turn; `label` is empty for a single one."""

    label: str
    rest: str
    cards: tuple[ExerciseCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSheet:
    """A whole session: what comes first (`preparation`), the work, what ends it, and why it is as it is."""

    title: str
    theme: str
    minutes: int
    sets: int
    exercises: int
    preparation: tuple[ExerciseCard, ...]
    groups: tuple[Group, ...]
    closing: tuple[ExerciseCard, ...]
    reasons: tuple[Reason, ...]
    warnings: tuple[str, ...]

    @classmethod
    def from_session(
        cls, session: NextSession, athlete: Athlete, atlas: Atlas, done: Mapping[str, Sequence[LoggedSet]] | None = None
    ) -> SessionSheet:
        """The session as the coach hands it out; `done` holds logged sets by the place they fill."""
        logged = done or {}
        work = [block for block in session.blocks if any(item.role in WORK for item in block.items)]
        first = session.blocks.index(work[0]) if work else len(session.blocks)
        last = session.blocks.index(work[-1]) if work else -1

        numbers = _numbers(session)

        def cards(blocks: Iterable[PlannedBlock]) -> tuple[ExerciseCard, ...]:
            return tuple(
                _card(item, numbers.get(item.slot, ""), athlete, atlas, logged.get(item.slot, ()))
                for block in blocks
                for item in block.items
            )

        items = [item for item in session.items if item.role in WORK]
        return cls(
            title=known(session.title),
            theme=known(session.theme) if session.theme.lower() not in session.title.lower() else "",
            minutes=session.minutes,
            sets=sum(len(item.sets) for item in items),
            exercises=len(items),
            preparation=cards(session.blocks[:first]),
            groups=tuple(_group(block, cards((block,))) for block in session.blocks[first : last + 1]),
            closing=cards(session.blocks[last + 1 :] if work else ()),
            reasons=reasons_of(session.decisions, atlas),
            warnings=all_said(session.warnings),
        )


def _numbers(session: NextSession) -> Mapping[str, str]:
    """The numbers of work by its place: '1', '2a', '2b'."""
    found: dict[str, str] = {}
    count = 0
    for block in session.blocks:
        work = [item for item in block.items if item.role in WORK]
        count += bool(work)
        for letter, item in zip("abc", work, strict=False):
            found[item.slot] = str(count) if len(work) == 1 else f"{count}{letter}"
    return found


def _group(block: PlannedBlock, cards: tuple[ExerciseCard, ...]) -> Group:
    if len(cards) == 1:
        return Group(label="", rest="", cards=cards)
    label = _("Superset") if block.kind is BlockKind.SUPERSET else _("Triset")
    rest = max((one.rest_s for item in block.items for one in item.sets), default=0)
    return Group(label=label, rest=said(duration(rest)) if rest else "", cards=cards)


def _card(item: PlannedItem, number: str, athlete: Athlete, atlas: Atlas, done: Sequence[LoggedSet]) -> ExerciseCard:
    is_work = item.role in WORK
    rest = item.sets[0].rest_s if item.sets and is_work else 0
    return ExerciseCard(
        place=item.slot,
        number=number,
        id=item.exercise.id,
        name=said(item.exercise.short),
        lines=tuple(_lines(item, athlete)),
        aim=aim_words(item.sets),
        rest=said(duration(rest)) if rest else "",
        tempo=(item.tempo or "") if is_work else "",
        last=said(item.last),
        note=known(item.note) or (_find_it() if _has_load_to_find(item, athlete) else ""),
        straps=item.straps,
        is_test=item.role is Role.TEST,
        is_work=is_work,
        instead_of=said(atlas.exercises[item.planned].spoken) if item.planned else "",
        reasons=reasons_of(item.decisions, atlas),
        done=tuple(done_words(one, item.sets[min(at, len(item.sets) - 1)]) for at, one in enumerate(done)),
        left=max(0, len(item.sets) - len(done)),
    )


def _lines(item: PlannedItem, athlete: Athlete) -> Iterator[SetsLine]:
    for _key, run in groupby(item.sets, key=_alike):
        sets = list(run)
        one, details = sets[0], []
        asked = _("one honest try") if one.to_max and item.first_try else amount_words(one)
        if len(sets) > 1 or not (one.to_max or item.role not in WORK):
            asked = f"{len(sets)} × {asked}"
        if item.exercise.laterality is not Laterality.BILATERAL and item.role in WORK:
            details.append(_("each side"))
        if one.reserve is not None and not one.to_max:
            details.append(_("%(reps)s in reserve") % {"reps": reps(one.reserve)})
        yield SetsLine(
            asked=asked,
            load=planned_load_words(one, item.exercise, athlete),
            detail=", ".join(details),
            plates=plates_words(one.plates_kg, item.exercise, athlete),
        )


def amount_words(one: PlannedSet) -> str:
    """'5–8', '30–45 s', '40 m', 'as many as you can'."""
    if one.to_max:
        return _("as many as you can")
    if one.seconds is not None:
        low, high = one.seconds
        return said(duration(low)) if low == high else _("%(span)s s") % {"span": reps(one.seconds)}
    if one.metres is not None:
        return _("%(span)s m") % {"span": reps(one.metres)}
    return reps(one.reps) if one.reps is not None else "1"


def planned_load_words(one: PlannedSet, exercise: Exercise, athlete: Athlete) -> str:
    """'62.5 kg', '+5 kg', 'body weight', '20 kg of help', '16 kg each', 'light', 'find it'; empty without a load."""
    if one.light:
        return _("light")
    if one.load_kg is None:
        return _("find the load") if _to_find(one, exercise, athlete) else ""
    if exercise.loading in _ADDED:
        if one.load_kg < 0:
            return _("%(load)s of help") % {"load": mass(-one.load_kg, athlete.units)}
        return f"+{mass(one.load_kg, athlete.units)}" if one.load_kg else _("body weight")
    if exercise.is_pair and one.load_kg:
        return _("%(load)s each") % {"load": mass(one.load_kg, athlete.units)}
    return mass(one.load_kg, athlete.units) if one.load_kg else ""


def plates_words(plates_kg: Sequence[float], exercise: Exercise, athlete: Athlete) -> str:
    """'25 + 15 + 2.5 a side', '10 on the belt', in the athlete's unit."""
    if not plates_kg:
        return ""
    total = " + ".join(localised(round(from_kg(plate, athlete.units), 2)) for plate in plates_kg)
    if exercise.loading is Loading.BODYWEIGHT_PLUS:
        return _("%(plates)s on the belt") % {"plates": total}
    if exercise.loading is Loading.BODYWEIGHT_SHARE:
        return _("%(plates)s held") % {"plates": total}
    return _("%(plates)s a side") % {"plates": total}


def aim_words(sets: Sequence[PlannedSet]) -> str:
    """'6 in each set', '8, 7, 8, 8'; empty where no set has an aim, or only what is asked."""
    if all(one.aim is None or (one.aim, one.aim) in (one.reps, one.seconds, one.metres) for one in sets):
        return ""
    aims = [one.aim for one in sets if one.aim is not None]
    if not aims:
        return ""
    unit = " s" if sets[0].seconds is not None else " m" if sets[0].metres is not None else ""
    if len(aims) == len(sets) and len(set(aims)) == 1:
        return f"{aims[0]}{unit}" if len(aims) == 1 else _("%(aim)s in each set") % {"aim": f"{aims[0]}{unit}"}
    return ", ".join("–" if one.aim is None else str(one.aim) for one in sets) + unit


def done_words(entry: LoggedSet, planned: PlannedSet) -> str:
    """'6', '6 (2 left)', '5 at 105 kg': the load only where it is not the planned one."""
    if entry.reps is not None:
        words = str(entry.reps)
    elif entry.seconds is not None:
        words = said(duration(entry.seconds))
    else:
        words = _("%(span)s m") % {"span": localised(entry.metres or 0.0)}
    load = entry.load
    if load is not None and (planned.load_kg is None or abs(load.signed_kg - planned.load_kg) > _SAME_KG):
        sign = {LoadMode.TOTAL: "", LoadMode.ADDED: "+", LoadMode.ASSISTED: "−"}[load.mode]
        words = _("%(reps)s at %(load)s") % {"reps": words, "load": f"{sign}{localised(load.value)} {load.unit.value}"}
    if entry.reserve is not None:
        words += " " + _("(%(count)s left)") % {"count": localised(entry.reserve)}
    return words


def sets_words(count: int) -> str:
    """'1 work set', '14 work sets'."""
    return ngettext("%(count)d work set", "%(count)d work sets", count) % {"count": count}


def _has_load_to_find(item: PlannedItem, athlete: Athlete) -> bool:
    told = item.note or item.decisions
    return not told and any(_to_find(one, item.exercise, athlete) for one in item.sets if not one.light)


def _to_find(one: PlannedSet, exercise: Exercise, athlete: Athlete) -> bool:
    """True for a load in kilograms that nobody knows yet; what a band pulls is never known."""
    needed = exercise.loading in _NEEDS_LOAD and one.role in WORK
    return needed and one.load_kg is None and has_steps(exercise, athlete)


def _find_it() -> str:
    return _("Start light and add from set to set until the range leaves the reserve asked for. That load is yours.")


def _alike(one: PlannedSet) -> tuple[object, ...]:
    return one.reps, one.to_max, one.seconds, one.metres, one.reserve, one.load_kg, one.light, one.plates_kg
