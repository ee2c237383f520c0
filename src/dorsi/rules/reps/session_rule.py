"""Rules that look at one session of one week at a time; what repeats over weeks is said once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dorsi.program.evaluate import Place, ProgramView, SessionView, WeekView
from dorsi.rules.base import Case, Rule, place_weeks
from dorsi.rules.finding import Finding


class SessionRule(Rule):
    """A rule that looks at sessions; equal findings of several weeks are joined."""

    @abstractmethod
    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """What is wrong with this session in these weeks."""

    def check(self, case: Case) -> Iterator[Finding]:
        """Asks `check_session` of every session; findings that repeat over weeks become one."""
        return joined(
            case.view,
            (
                (week.weeks, finding)
                for week in case.view.weeks
                for session in week.sessions
                for finding in self.check_session(session, week, case)
            ),
        )


def joined(view: ProgramView, found: Iterable[tuple[tuple[int, ...], Finding]]) -> Iterator[Finding]:
    """Findings with the weeks they hold in; those that say the same of the same place become one."""
    groups: dict[tuple[object, ...], tuple[set[int], Finding]] = {}
    for weeks, finding in found:
        key = (finding.code, finding.severity, replace(finding.place, weeks=()), finding.message)
        groups.setdefault(key, (set(), finding))[0].update(weeks)
    for held, finding in groups.values():
        weeks = place_weeks(view, tuple(sorted(held)))
        yield replace(finding, place=replace(finding.place, weeks=weeks))


def session_place(session: SessionView) -> Place:
    """The place of a whole session."""
    return Place(session=session.session.id)
