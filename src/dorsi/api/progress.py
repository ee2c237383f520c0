"""What the journal shows of strength, lift by lift."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from dorsi.api.access import desk_of
from dorsi.api.answers import answer
from dorsi.api.schemas import Lifts, Marks
from dorsi.errors import UsageError
from dorsi.progress.records import LiftRecords
from dorsi.services.reviewing import reviewing
from dorsi.services.session_document import values_of
from dorsi.services.trends import Trend

router = Router(tags=["progress"])


@router.get("/progress/lifts", response=Lifts)
def lifts(request: HttpRequest) -> HttpResponse:
    """Every lift in use, the most trained first: its sessions, where it stands and what to expect next."""
    desk = desk_of(request)
    read = reviewing(desk.store, desk.coaching())
    try:
        trends = read.review().trends
    except UsageError:
        # Nothing is logged yet; a list can say so by being empty.
        trends = ()
    return answer({"unit": read.athlete.units.value, "lifts": [_lift(trend) for trend in trends]})


@router.get("/progress/records", response=Marks)
def records(request: HttpRequest) -> HttpResponse:
    """What is to be beaten, by exercise: the heaviest load, the most reps at each, the longest hold and farthest carry.

    Loads are as programmes write them: help is negative, and 0 stands for body weight alone.
    """
    desk = desk_of(request)
    standing = reviewing(desk.store, desk.coaching()).standing
    return answer({"records": {exercise: _marks(each) for exercise, each in standing.items()}})


def _marks(standing: LiftRecords) -> dict[str, Any]:
    told = {"heaviest_kg": standing.heaviest, "longest_s": standing.longest, "farthest_m": standing.farthest}
    return {
        **{name: None if record is None else record.value for name, record in told.items()},
        "reps_at": [[record.load_kg or 0.0, int(record.value)] for record in standing.reps_at],
    }


def _lift(trend: Trend) -> dict[str, Any]:
    return {
        "exercise": trend.lift.id,
        "name": trend.lift.name,
        "straps": trend.straps,
        "body_kg": trend.body_kg,
        "points": [values_of(point) for point in trend.points],
        "now": values_of(trend.now) if trend.now is not None else None,
        "change": values_of(trend.change) if trend.change is not None else None,
        "ahead": values_of(trend.ahead) if trend.ahead is not None else None,
        "deload_ahead": trend.deload_ahead,
    }
