"""A rule that looks at one week at a time and says the same thing once, not week after week."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, Rule, place_weeks
from dorsi.rules.finding import Finding, Severity


class WeekRule(Rule):
    """A rule about whole weeks or their sessions; equal findings of several weeks become one.

    Weeks without training are passed over, and deloads too where `spares_deloads` says so.
    """

    spares_deloads: ClassVar[bool] = False

    @abstractmethod
    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """What is wrong in this week; a place that names weeks keeps them, any other gets the view's."""

    def check(self, case: Case) -> Iterator[Finding]:
        """Asks `check_week` of every distinct week and joins what repeats."""
        joined: dict[tuple[Place, Severity, str], tuple[Finding, set[int]]] = {}
        for week in case.view.weeks:
            if not week.work or (self.spares_deloads and week.is_deload):
                continue
            for finding in self.check_week(week, case):
                key = (replace(finding.place, weeks=()), finding.severity, finding.message)
                joined.setdefault(key, (finding, set()))[1].update(finding.place.weeks or week.weeks)
        for finding, weeks in joined.values():
            place = replace(finding.place, weeks=place_weeks(case.view, tuple(sorted(weeks))))
            yield replace(finding, place=place)
