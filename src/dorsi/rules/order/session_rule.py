"""Rules about one session at a time, and the joining of what repeats over the weeks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dorsi.program.evaluate import ProgramView, SessionView, WeekView
from dorsi.rules.base import Case, Rule, place_weeks
from dorsi.rules.finding import Finding

WeeklyFinding = tuple[tuple[int, ...], Finding]
"""A finding with the weeks it was made in."""


class SessionRule(Rule):
    """A rule that looks at one session at a time; equal findings of several weeks are joined."""

    @abstractmethod
    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """What is wrong with this session."""

    def check(self, case: Case) -> Iterator[Finding]:
        """Asks `check_session` of every session; findings that repeat over weeks become one."""
        yield from joined(
            case.view,
            (
                (week.weeks, finding)
                for week in case.view.weeks
                for session in week.sessions
                for finding in self.check_session(session, week, case)
            ),
        )


def joined(view: ProgramView, found: Iterable[WeeklyFinding]) -> Iterator[Finding]:
    """Each finding once, its place naming all weeks it was made in (none when that is every week)."""
    kept: dict[tuple[object, ...], tuple[Finding, set[int]]] = {}
    for weeks, finding in found:
        key = (replace(finding.place, weeks=()), finding.severity, finding.message)
        kept.setdefault(key, (finding, set()))[1].update(weeks)
    for finding, weeks_found in kept.values():
        weeks = place_weeks(view, tuple(sorted(weeks_found)))
        yield replace(finding, place=replace(finding.place, weeks=weeks))
