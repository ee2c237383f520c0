"""Stage 1, the week's frame: how many back sessions, on which days, with which themes.

The choices are few (subsets of seven days), so they are weighed one by one: an exact answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, permutations

from dorsi.athlete.model import Athlete, OtherMuscle, Weekday
from dorsi.rules.base import FrameSession
from dorsi.rules.schedule.spacing import ENOUGH_GAP_HOURS, FULL_GAP_HOURS

THIRD_DAY_BELOW_MINUTES = 40
"""Below this, two sessions hold too little and a third day is used where there is one (heuristic)."""


class Theme(StrEnum):
    """What a session is about; it decides which lifts may lead it."""

    FULL = "whole back"
    UPPER = "upper back"
    MIDDLE_LOWER = "middle and lower back"
    PULLS = "pulls only"
    HINGE = "lower back only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The chosen week: its sessions, the hours between them and the sentences that explain the choice."""

    sessions: tuple[FrameSession, ...]
    gaps_hours: tuple[int, ...]
    reasons: tuple[str, ...]
    points: float


_THEMES: dict[int, tuple[tuple[Theme, ...], ...]] = {
    1: ((Theme.FULL,),),
    2: ((Theme.UPPER, Theme.MIDDLE_LOWER),),
    3: ((Theme.UPPER, Theme.MIDDLE_LOWER, Theme.UPPER),),
}
_TIGHT_THEMES: dict[int, tuple[tuple[Theme, ...], ...]] = {
    2: ((Theme.PULLS, Theme.HINGE),),
    3: ((Theme.PULLS, Theme.HINGE, Theme.PULLS),),
    4: ((Theme.PULLS, Theme.HINGE, Theme.PULLS, Theme.HINGE),),
}


def week_frames(athlete: Athlete) -> tuple[Frame, ...]:
    """The best frame of every kind (number of sessions and their themes), best first; empty when the number of
    sessions asked for cannot be spaced.

    A later one serves where no exercises fill an earlier one: which days they fall on makes no difference to that.
    """
    best: dict[tuple[str, ...], Frame] = {}
    for frame in _frames(athlete):
        kind = tuple(sorted(session.theme for session in frame.sessions))
        if kind not in best or frame.points > best[kind].points + 1e-9:
            best[kind] = frame
    return tuple(sorted(best.values(), key=lambda frame: -frame.points))


def hours_between(days: tuple[Weekday, ...]) -> tuple[int, ...]:
    """Hours from each session to the next, the last one to next week's first; 168 for a single one."""
    numbers = [day.number for day in days]
    return tuple(((b - a - 1) % 7 + 1) * 24 for a, b in zip(numbers, [*numbers[1:], numbers[0]], strict=True))


def _frames(athlete: Athlete) -> Iterator[Frame]:
    days = tuple(sorted(set(athlete.days), key=lambda d: d.number))
    counts = (athlete.sessions_per_week,) if athlete.sessions_per_week else range(1, min(4, len(days)) + 1)
    for count in counts:
        for chosen in combinations(days, count):
            gaps = hours_between(chosen)
            tight = min(gaps) < ENOUGH_GAP_HOURS
            for themes in (_TIGHT_THEMES if tight else _THEMES).get(count, ()):
                for order in sorted(set(permutations(themes))):
                    if tight and not _spaced(order, gaps):
                        continue
                    yield _frame(athlete, chosen, order, gaps)


def _spaced(themes: tuple[Theme, ...], gaps: tuple[int, ...]) -> bool:
    """True if sessions of one theme (which load the same muscles directly) are 48 h apart."""
    count = len(themes)
    for i in range(count):
        hours = 0
        for step in range(1, count + 1):
            hours += gaps[(i + step - 1) % count]
            if themes[i] is themes[(i + step) % count] and hours < ENOUGH_GAP_HOURS:
                return False
    return True


def _frame(athlete: Athlete, days: tuple[Weekday, ...], themes: tuple[Theme, ...], gaps: tuple[int, ...]) -> Frame:
    points = _count_points(athlete, len(days)) + _gap_points(themes, gaps)
    for day, theme in zip(days, themes, strict=True):
        points += _neighbour_points(athlete, day, theme)
    points -= 0.001 * sum(day.number for day in days)
    points -= 0.01 * sum(i for i, theme in enumerate(themes) if theme is Theme.UPPER)
    sessions = tuple(
        FrameSession(
            index=i,
            id=_session_id(theme, themes[:i]),
            theme=theme.value,
            day=day,
            minutes=float(athlete.minutes),
            also=athlete.trains_on(day),
        )
        for i, (day, theme) in enumerate(zip(days, themes, strict=True))
    )
    return Frame(
        sessions=sessions, gaps_hours=gaps, reasons=tuple(_reasons(athlete, sessions, themes, gaps)), points=points
    )


_IDS = {
    Theme.FULL: "back", Theme.UPPER: "upper", Theme.MIDDLE_LOWER: "lower", Theme.PULLS: "pulls", Theme.HINGE: "hinge",
}  # fmt: skip


def _session_id(theme: Theme, before: tuple[Theme, ...]) -> str:
    earlier = sum(t is theme for t in before)
    return _IDS[theme] + ("" if not earlier else f"-{'abc'[earlier]}")


def _count_points(athlete: Athlete, count: int) -> float:
    """Two sessions are the sound default (claim A06); a third helps where sessions are very short."""
    points = {1: 0.0, 2: 10.0, 3: 6.0, 4: 2.0}[count]
    if athlete.minutes < THIRD_DAY_BELOW_MINUTES:
        points += {1: 0.0, 2: 0.0, 3: 9.0, 4: 6.0}[count]
    return points


def _gap_points(themes: tuple[Theme, ...], gaps: tuple[int, ...]) -> float:
    points = 0.0
    for i, gap in enumerate(gaps):
        hinge_follows = themes[(i + 1) % len(themes)] in (Theme.MIDDLE_LOWER, Theme.HINGE)
        hinge_before = themes[i] in (Theme.MIDDLE_LOWER, Theme.HINGE)
        if gap < ENOUGH_GAP_HOURS:
            points -= 3.0
        elif gap < FULL_GAP_HOURS:
            points -= 1.0 + 0.5 * (hinge_follows or hinge_before)
    return points


def _neighbour_points(athlete: Athlete, day: Weekday, theme: Theme) -> float:
    """Other training nearby: legs beside hinges cost, pairings the guides like earn a little."""
    points = 0.0
    days = tuple(Weekday)
    before, after = athlete.trains_on(days[day.number - 1]), athlete.trains_on(days[(day.number + 1) % 7])
    same = athlete.trains_on(day)
    if theme in (Theme.MIDDLE_LOWER, Theme.HINGE, Theme.FULL):
        points -= (
            2.0 * (OtherMuscle.LEGS in same) + 1.5 * (OtherMuscle.LEGS in before) + 1.0 * (OtherMuscle.LEGS in after)
        )
        points += 0.2 * (OtherMuscle.ABS in same)
    else:
        points -= 0.8 * (OtherMuscle.ARMS in before) + 0.4 * (OtherMuscle.LEGS in same)
        points -= 0.6 * (OtherMuscle.SHOULDERS in after or OtherMuscle.REAR_DELTS in after)
        points += 0.3 * (OtherMuscle.CHEST in same) + 0.2 * (OtherMuscle.REAR_DELTS in same)
    return points


def _reasons(
    athlete: Athlete, sessions: tuple[FrameSession, ...], themes: tuple[Theme, ...], gaps: tuple[int, ...]
) -> Iterator[str]:
    if len(sessions) == 1:
        day = sessions[0].day.label
        yield f"One session, on {day}: your days leave room for no second one, so it covers the whole back."
    else:
        smallest = min(gaps)
        yield " ".join(
            (
                f"{_word(len(sessions))} sessions with {smallest} hours or more between them.",
                *(f"On {session.day.label} the theme is {session.theme}." for session in sessions),
            )
        )
        if smallest < ENOUGH_GAP_HOURS:
            yield (
                "Your days stand close together, so pulls and lower-back work are kept in separate sessions: "
                "no muscle is loaded hard twice within 48 hours. The price: rows and hinges no longer share a day."
            )
        elif smallest < FULL_GAP_HOURS:
            yield "Two days apart is enough to recover as long as only one of the sessions holds a heavy hinge."
    if len(sessions) == 3 and athlete.minutes < THIRD_DAY_BELOW_MINUTES and athlete.sessions_per_week is None:
        yield f"Sessions of {athlete.minutes} minutes hold little, so a third day carries the rest of the volume."
    for session, theme in zip(sessions, themes, strict=True):
        yield from _neighbour_reasons(athlete, session, theme)


def _neighbour_reasons(athlete: Athlete, session: FrameSession, theme: Theme) -> Iterator[str]:
    days = tuple(Weekday)
    legs = [d for d in days if OtherMuscle.LEGS in athlete.trains_on(d)]
    if theme in (Theme.MIDDLE_LOWER, Theme.HINGE, Theme.FULL) and legs:
        near = [d for d in legs if (d.number - session.day.number) % 7 in (0, 1, 6)]
        if near:
            yield (
                f"Legs on {' and '.join(d.label for d in near)} stand beside the {session.day.label} session: "
                "its hinge work is kept modest."
            )
        else:
            yield f"The hinge day, {session.day.label}, keeps a day clear of your leg training."
    if session.also:
        parts = ", ".join(sorted(part.value.replace("-", " ") for part in session.also))
        yield f"{session.day.label} also holds {parts}; the back comes first that day."


def _word(count: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four"}.get(count, str(count))
