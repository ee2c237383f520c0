"""Plan: the weeks ahead, a week, a session, and why an exercise is there."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dorsi.coach.model import PlannedItem
from dorsi.errors import UsageError
from dorsi.program.model import Role
from dorsi.services.explaining import explain_adopted
from dorsi.services.plan_calendar import PlanCalendar, plan_calendar
from dorsi.web.desk import DeskRequest
from dorsi.web.pages.plan import PlanPage, WeekPage
from dorsi.web.pages.plan_session import PlanSessionPage, WhyPage
from dorsi.web.views.fragments import page_or_part
from dorsi.web.views.stopping import only_in_training


@require_safe
def plan(request: DeskRequest) -> HttpResponse:
    """The calendar of the cycle, this week's sessions, volume and findings."""
    try:
        calendar = calendar_of(request)
    except UsageError:
        return render(request, "web/plan/nothing.html")
    return render(request, "web/plan/plan.html", {"page": PlanPage.from_calendar(calendar, calendar.findings())})


@require_safe
@only_in_training
def week(request: DeskRequest, week: int) -> HttpResponse:
    """One week of the programme."""
    calendar = calendar_of(request)
    found = calendar.week(week)
    if found is None:
        raise Http404(_("The programme has no such week."))
    return render(request, "web/plan/week.html", {"page": WeekPage.from_week(calendar, found)})


@require_safe
@only_in_training
def session(request: DeskRequest, week: int, session: str) -> HttpResponse:
    """One session of the programme with the loads of today."""
    calendar = calendar_of(request)
    day = calendar.day(week, session)
    if day is None:
        raise Http404(_("The programme has no such session."))
    page = PlanSessionPage.from_session(day, calendar.session(week, session), calendar)
    return render(request, "web/plan/session.html", {"page": page})


@require_safe
@only_in_training
def why(request: DeskRequest, week: int, session: str, place: str) -> HttpResponse:
    """Why an exercise is there with these numbers; what something else would cost comes on request."""
    calendar = calendar_of(request)
    planned = calendar.session(week, session)
    item = place_in(planned.item(place), place)
    priced = "priced" in request.GET
    cycle = calendar.state.position.cycle
    told = explain_adopted(calendar.plan.id, calendar.text, cycle, f"{session}/{place}", priced=priced)
    can_swap = item.role is Role.WORK and calendar.starts is None
    page = WhyPage.from_item(planned, item, told, calendar, priced=priced, can_swap=can_swap)
    return page_or_part(request, "web/plan/why.html", "alternative", {"page": page}, ready=priced)


def calendar_of(request: DeskRequest) -> PlanCalendar:
    """The calendar of the person's programme. Raises UsageError where there is none."""
    return plan_calendar(request.desk.store, request.desk.coaching())


def place_in(item: PlannedItem | None, place: str) -> PlannedItem:
    """The exercise at that very place; a page that is not there where it is none."""
    if item is None or item.slot != place:
        raise Http404(_("The session has no such exercise."))
    return item
