"""The sentences behind a prescription: what it trains, why so many reps, sets, so much effort and rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dorsi.athlete.model import Athlete
from dorsi.athlete.strength import estimated_max_kg
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, Kind, Level, Loading, Pattern, VolumeGroup
from dorsi.planner.choice import Ban, Choice
from dorsi.program.evaluate import Entry, ProgramView
from dorsi.program.model import LoadKind, Role
from dorsi.program.notation import load_text, span_text
from dorsi.program.writing import rest_text
from dorsi.rules import standards
from dorsi.rules.bounds import WEEKLY
from dorsi.units import mass, number

_FEW_REPS = 6


def of_entry(entry: Entry, view: ProgramView, athlete: Athlete | None) -> Iterator[str]:
    """Paragraphs about one prescription, most important first."""
    if entry.role in (Role.WARMUP, Role.CARDIO, Role.STRETCH):
        yield _preparation(entry)
        return
    if entry.role is Role.TEST:
        yield _attempt(athlete)
        return
    if not entry.exercise.is_work:
        yield (
            "It does not count as back volume. It makes the trunk ready: heavy hinges come once a 60 s plank and "
            "15 clean back extensions are easy."
        )
        return
    yield _role_sentence(entry, view)
    yield from _volume(entry, view, athlete)
    yield from _reps(entry, athlete)
    yield from _effort(entry, athlete)
    yield from _load(entry, athlete)
    yield from _rest(entry, athlete)


def _preparation(entry: Entry) -> str:
    if entry.role is Role.CARDIO:
        return "A few easy minutes raise temperature and heart rate; more would only cost strength for the work sets."
    if entry.role is Role.STRETCH:
        return "A short stretch at the end is for comfort. It is not needed for growth, so skip it if time is short."
    nearest = "the lift that follows" if entry.exercise.is_work else "the back and hips"
    return (
        f"It prepares {nearest} with light, easy sets. Sets closer to the working load help most, and none of them "
        "should tire you; they are not counted as training."
    )


def _attempt(athlete: Athlete | None) -> str:
    best = None if athlete is None else athlete.max_pull_ups
    said = "" if best is None else f"You do {best} now. " if best else "You cannot do one yet. "
    return (
        f"{said}Below eight pull-ups the work sets are built on easier pulls, but one honest attempt each session "
        "keeps the movement in practice, and shows the day it is ready."
    )


def _role_sentence(entry: Entry, view: ProgramView) -> str:
    session = next(s for w in view.weeks for s in w.sessions if any(e is entry for e in s.entries))
    first = session.work[0].exercise.id == entry.exercise.id if session.work else False
    parts = [name for name, _ in _trained(entry, full=True)]
    half = [name for name, _ in _trained(entry, full=False)]
    trains = "It trains mostly small helpers."
    if parts:
        trains = f"It trains your {_list(parts)}."
    if parts and half:
        trains = f"It trains your {_list(parts)} directly and your {_list(half)} in passing."
    if first:
        return (
            f"The {entry.exercise.spoken} is the main lift of this session: it stands first, while you are fresh, and "
            f"gets the most sets. {trains}"
        )
    return f"{entry.exercise.summary.rstrip('.')}. {trains}"


def _trained(entry: Entry, *, full: bool) -> Iterator[tuple[str, float]]:
    for group, value in entry.values.items():
        if group is not VolumeGroup.GRIP and (value == 1) is full:
            yield group.label.lower(), value


def _volume(entry: Entry, view: ProgramView, athlete: Athlete | None) -> Iterator[str]:
    level = athlete.level if athlete else Level.INTERMEDIATE
    week = next(w for w in view.weeks if any(e is entry for s in w.sessions for e in s.entries))
    sets = entry.hard_sets
    first = True
    for group, value in entry.values.items():
        band = WEEKLY.get(group, {}).get(level)
        if band is None or value < 1:
            continue
        total, aim = number(week.volume.get(group, 0.0)), f"{number(band.low)}-{number(band.high)}"
        if first:
            yield (
                f"With its {sets} hard set{'s' if sets != 1 else ''} the week holds {total} fractional sets for the "
                f"{group.label.lower()}, where {aim} are the aim."
            )
        else:
            yield f"It holds {total} for the {group.label.lower()}, where {aim} are the aim."
        first = False
    if not first:
        yield "The aims are a heuristic built on reviews of training volume."


def _reps(entry: Entry, athlete: Athlete | None) -> Iterator[str]:
    if entry.reps is None:
        return
    span = span_text(entry.reps)
    if athlete is not None and "under-18" in athlete.tags:
        yield f"{span} reps: under 18, technique comes first and nobody lifts near a maximum."
    elif athlete is not None and athlete.age >= standards.OLDER_FROM_AGE:
        yield f"{span} reps: at {athlete.age} lighter sets of more reps are the kinder way in, and build as much."
    elif entry.reps[1] <= _FEW_REPS and standards.wants_strength(athlete):
        yield f"{span} heavy reps, because you put strength first and strength grows with heavy loads."
    elif _at_body_mass(entry) and athlete is not None and athlete.max_pull_ups:
        yield f"{span} reps, measured by your best of {athlete.max_pull_ups}: enough left that every set stays clean."
    elif entry.exercise.kind is Kind.COMPOUND and standards.wants_strength(athlete):
        yield f"{span} reps: heavy enough to serve your strength, light enough to add the volume the main lift leaves."
    elif entry.exercise.kind is Kind.COMPOUND:
        yield (
            f"{span} reps suit a compound lift when size is the aim. From about 5 to 30 reps muscles grow alike if the "
            "effort is high; this range spares time and joints."
        )
    else:
        yield f"{span} reps, because a small movement is easier to do well with a lighter load."


def _at_body_mass(entry: Entry) -> bool:
    loaded = any(t.load is not None for t in entry.targets)
    return entry.exercise.family == "pull-up" and entry.exercise.loading is Loading.BODYWEIGHT_PLUS and not loaded


def _effort(entry: Entry, athlete: Athlete | None) -> Iterator[str]:
    if entry.rir is None:
        return
    reserve = f"Leave about {number(entry.rir)} rep{'s' if entry.rir != 1 else ''} in reserve"
    if athlete is not None and athlete.tags & standards.CAREFUL_TAGS:
        yield f"{reserve} and breathe out on effort: your health answers call for sets without straining."
    elif entry.exercise.axial is Amount.HIGH:
        yield f"{reserve}: a tired lower back changes how you lift, and going to failure adds next to nothing."
    elif athlete is not None and athlete.level is Level.BEGINNER:
        yield f"{reserve}: you are still learning the movement, and clean reps teach it."
    else:
        yield f"{reserve}: sets this hard grow muscle about as well as sets to failure, and you recover sooner."


def _load(entry: Entry, athlete: Athlete | None) -> Iterator[str]:
    load = next((t.load for t in entry.targets if t.load is not None), None)
    known = None if athlete is None else athlete.known_set(entry.exercise.id)
    if load is None or load.kind not in (LoadKind.MASS, LoadKind.BODYWEIGHT) or known is None or athlete is None:
        if entry.prescription.note:
            yield entry.prescription.note
        return
    maximum = estimated_max_kg(known, entry.exercise, athlete)
    if maximum is None:
        return
    done = mass(known.load_kg, athlete.units)
    if entry.exercise.loading is not Loading.EXTERNAL:
        done = (
            f"{done} added" if known.load_kg > 0 else "your body mass" if not known.load_kg else f"{done} of assistance"
        )
    body = "" if entry.exercise.loading is Loading.EXTERNAL else " (body included)"
    yield (
        f"{load_text(load)} comes from your own set of {done} for {known.reps} with {number(known.rir)} left: "
        f"that puts your one-rep maximum near {mass(round(maximum), athlete.units)}{body}, and this load leaves room "
        "to grow in reps first. It is rounded down to what your equipment can make."
    )


def _rest(entry: Entry, athlete: Athlete | None) -> Iterator[str]:
    if entry.rest_s is None:
        return
    text = rest_text(entry.rest_s)
    if entry.exercise.pattern is Pattern.HINGE and entry.exercise.axial is Amount.HIGH:
        yield f"Rest {text}: hinges tire the whole body, and a hurried next set is lifted worse."
    elif standards.wants_strength(athlete) and entry.exercise.kind is Kind.COMPOUND:
        yield f"Rest {text}: strength needs full sets, and they need full rests."
    else:
        yield f"Rest {text}. Less than a minute costs growth; beyond a minute and a half little more is gained."


def of_bans(bans: Sequence[Ban], choice: Choice, athlete: Athlete, atlas: Atlas) -> Iterator[str]:
    """Sentences on lifts one would expect here and that a rule keeps out."""
    expected = {"pull-up-medium", "deadlift"}
    told = set()
    for ban in bans:
        if ban.session != choice.session or ban.exercise not in expected or ban.rule in told:
            continue
        exercise = atlas.exercises[ban.exercise]
        if not _replaces(choice.exercise, exercise):
            continue
        told.add(ban.rule)
        yield f"You might expect the {exercise.spoken} here. {_full(ban.reason)} ({ban.rule})"


def _replaces(chosen: Exercise, missing: Exercise) -> bool:
    return chosen.pattern is missing.pattern or (
        missing.pattern is Pattern.HINGE and chosen.pattern is Pattern.SPINAL_EXTENSION
    )


def standing_rules(entry: Entry, athlete: Athlete | None) -> Iterator[tuple[str, str]]:
    """Rules that shape every prescription of this kind, with what each asks here."""
    if entry.role in (Role.WARMUP, Role.CARDIO):
        yield "WUP101", "Nobody starts cold"
        return
    if not entry.is_work:
        return
    if entry.role is Role.TEST:
        yield "GAT102", "Below eight pull-ups, keep practising the movement"
        return
    hinge = entry.exercise.pattern is Pattern.HINGE and entry.exercise.axial is Amount.HIGH
    if entry.reps is not None:
        yield ("REP102" if hinge else "REP101"), f"{span_text(entry.reps)} reps lie in the useful range of this lift"
    if entry.rir is not None:
        floor = standards.rir_floor(entry.exercise, athlete)
        yield (
            "REP103",
            f"At least {floor} in reserve on this lift" if floor else "This lift may go to the last clean rep",
        )
    if hinge:
        yield "ORD101", "A heavy hinge stands before everything else"
    if entry.exercise.axial is Amount.HIGH:
        yield "VOL104", "Sets that load the lower back are counted and capped"
    yield "VOL101", "Weekly sets stay below the ceiling of your level"


def cause_text(cause: str) -> str:
    """A part of the objective in a coach's words, for 'mostly through ...'."""
    if cause.endswith(": sets in the week"):
        return f"fewer useful sets for the {cause.split(':')[0].lower()}"
    return {
        "preference for the exercise": "a less useful exercise",
        "leads the session": "a weaker main lift",
        "time and recovery of a set": "the cost of more sets",
        "the same exercise twice a week": "doing the same exercise twice a week",
        "the block before used it": "an exercise that the block before used already",
    }.get(cause, cause[:1].lower() + cause[1:].rstrip("."))


def _full(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."


def _list(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
