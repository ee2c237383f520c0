"""Progress: the overview, one exercise, one muscle group, the body."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import VolumeGroup
from dorsi.errors import UnknownName, UsageError
from dorsi.languages import said
from dorsi.services.reviewing import reviewing
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.progress import MeasureForm
from dorsi.web.pages.progress import ProgressPage
from dorsi.web.pages.progress_body import BodyPage
from dorsi.web.pages.progress_lift import LiftPage, Span
from dorsi.web.pages.progress_muscle import MusclePage
from dorsi.web.units import units_of


@require_safe
def progress(request: DeskRequest) -> HttpResponse:
    """Everything at a glance."""
    desk = request.desk
    try:
        review = reviewing(desk.store, desk.coaching()).review()
    except UsageError:
        return render(request, "web/progress/nothing.html")
    page = ProgressPage.from_review(review, units_of(desk), load_atlas())
    return render(request, "web/progress/progress.html", {"page": page})


@require_safe
def lift(request: DeskRequest, exercise: str) -> HttpResponse:
    """One exercise that was logged."""
    desk = request.desk
    read = reviewing(desk.store, desk.coaching())
    try:
        found = read.find(exercise)
    except UsageError as error:
        context = {"says": said(str(error)), "exercise": exercise}
        return render(request, "web/progress/not_logged.html", context, status=404)
    if isinstance(found, VolumeGroup):
        return redirect("web:progress-muscle", found.value)
    span = _span(request.GET.get("span", ""))
    page = LiftPage.from_review(read.lift(found), span, units_of(desk), load_atlas())
    return render(request, "web/progress/lift.html", {"page": page})


@require_safe
def muscle(request: DeskRequest, group: str) -> HttpResponse:
    """One muscle group."""
    desk = request.desk
    known = {each.value: each for each in VolumeGroup}
    if group not in known:
        raise UnknownName("muscle group", group, known)
    review = reviewing(desk.store, desk.coaching()).muscle(known[group])
    return render(request, "web/progress/muscle.html", {"page": MusclePage.from_review(review, load_atlas())})


@require_http_methods(["GET", "HEAD", "POST"])
def body(request: DeskRequest) -> HttpResponse:
    """Body mass and girths over time, and new ones to enter."""
    desk = request.desk
    today = desk.clock.today()
    units = units_of(desk)
    form = MeasureForm(today, units, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            desk.recording().enter(body=form.told, on=form.cleaned_data["on"])
        except UsageError as error:
            form.add_error(None, said(str(error)))
        else:
            messages.success(request, _("Written down."))
            return redirect("web:progress-body")
    page = BodyPage.from_measurements(desk.store.recent(today).measurements, today, units)
    status = 422 if request.method == "POST" else 200
    return render(request, "web/progress/body.html", {"page": page, "form": form}, status=status)


def _span(word: str) -> Span | None:
    """The span asked for; None where the word means nothing."""
    return Span(word) if word in set(Span) else None
