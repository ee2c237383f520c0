"""Changes to the plan: an exercise swapped, sets edited, and what another answer would make of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dorsi.athlete.answers import Intake
from dorsi.athlete.intake import intake_from_mapping
from dorsi.athlete.screened import items_of
from dorsi.atlas.load import load_atlas
from dorsi.errors import UsageError, WishesClash
from dorsi.languages import said
from dorsi.program.writing import write_program
from dorsi.services import planning
from dorsi.services.editing import NAME, line_problem, prescribed_at, with_sets
from dorsi.services.plan_calendar import PlanCalendar
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.plan import SetsForm, WhatIfForm
from dorsi.web.forms.sending import sent
from dorsi.web.forms.start import first_day
from dorsi.web.pages.plan_session import SetsPage, SwapPage, Trial
from dorsi.web.pages.what_if import DifferencePage
from dorsi.web.templatetags.dorsi_tags import day as day_words
from dorsi.web.views.fragments import page_or_part
from dorsi.web.views.plan import calendar_of, place_in
from dorsi.web.views.stopping import only_in_training

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_OR_POST
@only_in_training
def swap(request: DeskRequest, week: int, session: str, place: str) -> HttpResponse:
    """What could take the place of an exercise; one of them tried, or put there."""
    calendar = calendar_of(request)
    if calendar.starts is not None:
        messages.info(request, _("Exercises can be swapped once the programme has begun."))
        return redirect("web:plan-session", week, session)
    if request.method == "POST":
        return _swapped(request, week, session, place)
    planned = calendar.session(week, session)
    item = place_in(planned.item(place), place)
    found = calendar.alternatives(week, session, place)
    page = SwapPage.from_alternatives(planned, item, found, calendar)
    wanted = request.GET.get("try", "")
    trial = _trial(calendar, week, session, place, wanted) if wanted else None
    return page_or_part(request, "web/plan/swap.html", "trial", {"page": page, "trial": trial}, ready=trial is not None)


def _trial(calendar: PlanCalendar, week: int, session: str, place: str, wanted: str) -> Trial:
    """What the exercise would make of the session; raises UnknownName for none that is known."""
    exercise = calendar.plan.atlas.exercise(wanted)
    try:
        tried = calendar.try_swap(week, session, place, wanted)
    except UsageError as error:
        return Trial(id=exercise.id, name=said(exercise.short), card=None, findings=None, refused=said(str(error)))
    return Trial.from_swap(tried, place, calendar)


def _swapped(request: DeskRequest, week: int, session: str, place: str) -> HttpResponse:
    """Puts the exercise there, and goes back to the session."""
    wanted = request.POST.get("instead", "")
    once = request.POST.get("how") == "once"
    name = said(load_atlas().exercise(wanted).short)
    try:
        request.desk.coaching().swap(place, wanted, once=once, at=(week, session))
    except UsageError as error:
        messages.error(request, said(str(error)))
        return redirect("web:plan-swap", week, session, place)
    says = _("%(name)s takes the place, for this session.") if once else _("%(name)s takes the place from now on.")
    messages.success(request, says % {"name": name})
    return redirect("web:plan-session", week, session)


@GET_OR_POST
@only_in_training
def sets(request: DeskRequest, week: int, session: str, place: str) -> HttpResponse:
    """The sets of a place as the programme has them, to be changed."""
    calendar = calendar_of(request)
    asked = prescribed_at(calendar.text, session, place)
    form = SetsForm(asked.lines, sent(request))
    page = SetsPage.from_prescribed(asked, week, calendar)
    if request.method == "POST" and form.is_valid():
        changed = with_sets(calendar.text, session, place, form.lines, calendar.athlete)
        if not changed.refused and (not changed.serious or form.cleaned_data["anyway"]):
            request.desk.coaching().edit(changed.text)
            messages.success(request, _("Changed: %(name)s.") % {"name": said(asked.exercise.short)})
            for finding in changed.new:
                messages.warning(request, said(finding.message))
            return redirect("web:plan-session", week, session)
        page = SetsPage.from_prescribed(asked, week, calendar, changed.new, is_refused=bool(changed.refused))
    status = 422 if request.method == "POST" else 200
    return render(request, "web/plan/sets.html", {"page": page, "form": form}, status=status)


@require_safe
def check_line(request: DeskRequest) -> HttpResponse:
    """What is wrong with a line of sets, while it is typed."""
    line = next((request.GET[key] for key in request.GET if key.startswith("line-")), "")
    return render(request, "web/plan/line_problem.html", {"problem": said(line_problem(str(line)))})


@require_safe
@only_in_training
def what_if(request: DeskRequest) -> HttpResponse:
    """What other answers would make of the plan; with none changed only the questions."""
    intake = _intake(calendar_of(request))
    form = WhatIfForm(intake, items_of(intake.equipment), request.GET if "minutes" in request.GET else None)
    page = None
    if form.is_bound and form.is_valid() and form.change.is_any:
        try:
            page = DifferencePage.from_answer(planning.what_if_of(intake, **form.change.arguments), form.says)
        except WishesClash as clash:
            page = DifferencePage.from_clash(clash)
    return page_or_part(request, "web/plan/what_if.html", "difference", {"form": form, "page": page})


@require_safe
@only_in_training
def ready(request: DeskRequest) -> HttpResponse:
    """Plans the answers as they are while the questions are being read, so that an answer takes half as long."""
    planning.plan_ahead(_intake(calendar_of(request)))
    return HttpResponse(status=204)


@require_POST
@only_in_training
def take(request: DeskRequest) -> HttpResponse:
    """Takes up the plan that a what-if question gave, from its next training day on."""
    intake = _intake(calendar_of(request))
    form = WhatIfForm(intake, items_of(intake.equipment), request.POST)
    if not form.is_valid() or not form.change.is_any:
        return redirect("web:plan-what-if")
    plan = planning.changed_plan(intake, **form.change.arguments)
    on = first_day(request.desk.clock.today(), plan.program)
    request.desk.coaching().start(write_program(plan.program), NAME, on)
    messages.success(request, _("Your new plan begins on %(day)s.") % {"day": day_words(on)})
    return redirect("web:plan")


@require_POST
def keep(request: DeskRequest) -> HttpResponse:
    """Goes on with the programme under way instead of the one that was to begin."""
    request.desk.coaching().stay()
    messages.success(request, _("You keep the programme you are following."))
    return redirect("web:plan")


def _intake(calendar: PlanCalendar) -> Intake:
    """The answers that the programme carries."""
    return intake_from_mapping(calendar.plan.program.athlete or {}, NAME, under="athlete")
