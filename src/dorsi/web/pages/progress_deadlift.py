"""The best deadlift beside those of people who compete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dorsi.languages import all_said
from dorsi.progress.deadlift_standards import BestDeadlift
from dorsi.units import MassUnit
from dorsi.web.pages.progress_words import max_words, short_day
from dorsi.web.templatetags.dorsi_tags import mass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadliftCard:
    """The deadlift, where it stands (`at`, a place from 0 to 100 on the scale) and what the comparison is worth."""

    value: str
    how: str
    says: str
    at: str
    marks: tuple[tuple[str, str], ...]
    caveats: tuple[str, ...]

    @classmethod
    def from_best(cls, best: BestDeadlift, today: date, units: MassUnit) -> DeadliftCard:
        """The card for a best deadlift."""
        place = best.place
        first, last = place.marks[0], place.marks[-1]
        if place.percentile is not None:
            at, says = place.percentile, _("Above %(share)d %% of competitors of your size") % {
                "share": round(place.percentile),
            }  # fmt: skip
        elif place.deadlift_kg < first.kg:
            at, says = first.percent / 2, _("Below %(share)d %% of competitors of your size") % {
                "share": 100 - first.percent,
            }  # fmt: skip
        else:
            at, says = 100.0, _("Above %(share)d %% of competitors of your size") % {"share": last.percent}
        facts = {
            "day": short_day(best.on, today),
            "mass": mass(round(place.body_mass_kg, 1), units),
        }
        how = _("estimated, %(day)s, at %(mass)s body mass") if best.estimated else _("%(day)s, at %(mass)s body mass")
        return cls(
            value=max_words(place.deadlift_kg, 0.0, units),
            how=how % facts,
            says=says,
            at=f"{at:.0f}",
            marks=tuple((f"{mark.percent} %", max_words(mark.kg, 0.0, units)) for mark in place.marks),
            caveats=all_said(place.caveats),
        )
