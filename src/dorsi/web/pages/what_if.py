"""What one changed answer would make of the plan: sessions, volume, time, and whether it is worth it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.errors import WishesClash
from dorsi.languages import known, said
from dorsi.planner.plan import Plan
from dorsi.planner.what_if import Difference, SessionChange
from dorsi.program.notation import format_sets
from dorsi.rules.bounds import WEEKLY
from dorsi.services.planning import Opened
from dorsi.web.pages.plan import VolumeRow, short_sets, volume_row
from dorsi.web.templatetags.dorsi_tags import localised

_SAME_POINTS = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDifference:
    """How one session would differ."""

    name: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    sets: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeDifference:
    """A muscle's weekly sets before, and the bar of what they would be."""

    before: str
    row: VolumeRow
    is_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWeek:
    """A session of the new plan with its work."""

    name: str
    day: str
    minutes: int
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencePage:
    """The difference between the plan as the answers have it and the plan with something changed.

    `clash` holds the wishes that cannot stand together where there is no plan, with `remedies` that make room;
    `opened` says that the present answers allow none and the change does.
    """

    says: str
    is_same: bool
    opened: bool = False
    minutes: tuple[int, int] = (0, 0)
    days: str = ""
    worth: str = ""
    trend: str = "level"
    sessions: tuple[SessionDifference, ...] = ()
    volumes: tuple[VolumeDifference, ...] = ()
    week: tuple[PlannedWeek, ...] = ()
    clash: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()

    @classmethod
    def from_answer(cls, answer: Difference | Opened, says: str) -> DifferencePage:
        """The page for what the planner answers to a question, which `says` puts in words."""
        if isinstance(answer, Opened):
            return cls(says=says, is_same=False, opened=True, week=_week(answer.plan))
        old, new = (round(value) for value in answer.minutes)
        frames = answer.before.frame.sessions, answer.after.frame.sessions
        days = [[said(session.day.label) for session in frame] for frame in frames]
        moved = days[0] != days[1]
        level = answer.after.athlete.level
        volumes = tuple(
            VolumeDifference(
                before=localised(before),
                row=volume_row(said(group.label), group.value, after, WEEKLY[group][level]),
                is_more=after > before,
            )
            for group, (before, after) in answer.volume.items()
            if group in WEEKLY
        )
        return cls(
            says=says,
            is_same=not (answer.sessions or volumes or moved),
            minutes=(old, new),
            days=", ".join(days[1]) if moved else "",
            worth=_worth(answer.points),
            trend="level" if abs(answer.points) < _SAME_POINTS else "up" if answer.points > 0 else "down",
            sessions=tuple(_session(change) for change in answer.sessions),
            volumes=volumes,
            week=_week(answer.after),
        )

    @classmethod
    def from_clash(cls, clash: WishesClash) -> DifferencePage:
        """The page where the change leaves no programme."""
        return cls(
            says="",
            is_same=False,
            clash=tuple(map(_capital, clash.wishes)),
            remedies=tuple(map(_capital, clash.remedies)),
        )


def _session(change: SessionChange) -> SessionDifference:
    return SessionDifference(
        name=change.session[:1].upper() + change.session[1:],
        gained=change.gained,
        lost=change.lost,
        sets=tuple((name, old, new) for name, (old, new) in change.sets.items()),
    )


def _week(plan: Plan) -> tuple[PlannedWeek, ...]:
    return tuple(
        PlannedWeek(
            name=known(view.session.title),
            day=said(view.session.day.label) if view.session.day is not None else "",
            minutes=round(view.minutes),
            lines=tuple((said(entry.exercise.short), short_sets(format_sets(entry.targets))) for entry in view.work),
        )
        for view in plan.first_week.sessions
    )


def _worth(points: float) -> str:
    if abs(points) < _SAME_POINTS:
        return _("Worth as much as before for your goals.")
    sets = round(abs(points), 1)
    more = ngettext("about %(sets)s useful set a week", "about %(sets)s useful sets a week", round(sets) or 1) % {
        "sets": localised(sets)
    }
    return (_("Worth %(more)s more for your goals.") if points > 0 else _("Costs you %(more)s for your goals.")) % {
        "more": more
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
