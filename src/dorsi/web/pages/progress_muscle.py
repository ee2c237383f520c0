"""What the page of one muscle group shows: its weeks against the target and what trained it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from dorsi.atlas.load import Atlas
from dorsi.languages import said
from dorsi.progress.volume import Standing
from dorsi.services.reviews import Giver, MuscleReview, WeekOfGroup
from dorsi.web.charts.bars import BarChart, Week
from dorsi.web.pages.figures import Figure
from dorsi.web.pages.progress_words import level_words, short_day
from dorsi.web.pages.reasons import Reason
from dorsi.web.templatetags.dorsi_tags import localised


@dataclass(frozen=True, slots=True, kw_only=True)
class GiverRow:
    """An exercise and its share; `share` is per cent of the largest."""

    name: str
    address: str
    sets: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MusclePage:
    """One muscle group."""

    name: str
    average: str
    this_week: str
    band: str
    tone: str
    standing: str
    says: str
    figure: Figure | None
    givers: tuple[GiverRow, ...]
    reason: Reason
    muscles: tuple[str, ...]

    @classmethod
    def from_review(cls, review: MuscleReview, atlas: Atlas) -> MusclePage:
        """The page of a group."""
        volume, band = review.volume, review.volume.band
        standings = {
            Standing.BELOW: (_("Below the target"), "warn"), Standing.WITHIN: (_("On target"), "good"),
            Standing.ABOVE: (_("Above the target"), "warn"),
        }  # fmt: skip
        standing, tone = standings[volume.standing] if volume.standing is not None else ("", "")
        most = max((giver.sets for giver in review.givers), default=1.0)
        says = _("It has no target of its own.")
        if band is not None:
            says = _("%(low)s to %(high)s suit %(level)s; past %(cap)s there is little to gain.") % {
                "low": localised(band.low), "high": localised(band.high), "cap": localised(band.cap),
                "level": level_words(review.athlete.level),
            }  # fmt: skip
        return cls(
            name=said(review.group.label),
            average=localised(round(volume.average, 1)),
            this_week=localised(volume.this_week),
            band=f"{localised(band.low)}–{localised(band.high)}" if band is not None else "",
            tone=tone,
            standing=standing,
            says=says,
            figure=_figure(review),
            givers=tuple(_giver(giver, most) for giver in review.givers),
            reason=Reason.of_rule("VOL106", atlas),
            muscles=tuple(dict.fromkeys(said(atlas.muscles[each].name) for each in atlas.group_muscles[review.group])),
        )


def _figure(review: MuscleReview) -> Figure | None:
    weeks = [Week(monday=week.monday, value=week.sets, says=_says(week, review), kind=_kind(week))
             for week in review.weeks]  # fmt: skip
    label = _("%(group)s: hard sets in each of the last %(count)d weeks") % {
        "group": said(review.group.label), "count": len(weeks),
    }  # fmt: skip
    chart = BarChart.of(label, weeks, review.volume.band)
    if chart is None:
        return None
    legend = [("1", _("Hard sets"))]
    legend += [("target", _("Target")), ("cap", _("Ceiling"))] if review.volume.band is not None else []
    legend += [("4", _("Light, or not over"))] if any(week.kind for week in weeks) else []
    return Figure(
        title=_("Hard sets a week"),
        summary=_("1 for what it trains directly, 0.5 for what helps"),
        bars=chart,
        legend=tuple(legend),
        columns=(_("Week of"), _("Sets"), _("Remark")),
        rows=tuple(
            (short_day(week.monday, review.today), localised(week.sets), _note(week)) for week in reversed(review.weeks)
        ),
    )


def _kind(week: WeekOfGroup) -> str:
    return "quiet" if week.deload or not week.over else ""


def _note(week: WeekOfGroup) -> str:
    return _("light week") if week.deload else "" if week.over else _("so far")


def _says(week: WeekOfGroup, review: MuscleReview) -> str:
    text = _("Week of %(day)s: %(sets)s sets") % {
        "day": short_day(week.monday, review.today), "sets": localised(week.sets),
    }  # fmt: skip
    note = _note(week)
    return f"{text} ({note})" if note else text


def _giver(giver: Giver, most: float) -> GiverRow:
    return GiverRow(
        name=said(giver.name),
        address=reverse("web:progress-lift", args=[giver.exercise]),
        sets=localised(round(giver.sets, 1)),
        share=f"{100 * giver.sets / most:.1f}",
    )
