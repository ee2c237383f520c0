"""Today: what to do, and what to say when life gets in the way."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dorsi.athlete.screening import SORE
from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile, UnknownName, UsageError
from dorsi.languages import known, said
from dorsi.services.taking_back import take_back
from dorsi.services.training_day import training_day
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.sending import sent
from dorsi.web.forms.today import HurtForm, LogForm, MoveForm, WarningsForm
from dorsi.web.pages.today import MovePage, NothingPage, StoppedPage, TodayPage
from dorsi.web.templatetags.dorsi_tags import day as day_words
from dorsi.web.views.stopping import only_in_training

DAYS_OFFERED = 8
GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def today(request: DeskRequest) -> HttpResponse:
    """The session to do, the day of rest, or why there is none."""
    desk = request.desk
    coaching = desk.coaching()
    state = coaching.state()
    coming = coaching.coming()
    if state.adoption is None:
        page = NothingPage.from_coming(coming)
        return render(request, "web/today/nothing.html", {"page": page})
    if state.warnings:
        return render(request, "web/today/stopped.html", {"page": StoppedPage.from_warnings(state.warnings)})
    day = training_day(desk.store, coaching, state)
    shown = TodayPage.from_day(
        day, state, load_atlas(), anyway="anyway" in request.GET, undo=request.GET.get("undo", ""), coming=coming
    )
    return render(request, "web/today/today.html", {"page": shown})


@GET_OR_POST
@only_in_training
def move(request: DeskRequest) -> HttpResponse:
    """Another day for the next session."""
    coaching = request.desk.coaching()
    session, openings = coaching.openings(DAYS_OFFERED)
    form = MoveForm(coaching.today, [day for day, _warning in openings], sent(request))
    if request.method == "POST" and form.is_valid():
        warning = coaching.move(form.day)
        messages.success(request, _("%(title)s is now on %(day)s.") % {
            "title": known(session.title), "day": day_words(form.day),
        })  # fmt: skip
        if warning:
            messages.warning(request, said(warning))
        return _back(request)
    page = MovePage.from_openings(session, openings, coaching.today, load_atlas())
    return render(request, "web/today/move.html", {"page": page, "form": form}, status=_status(request))


@GET_OR_POST
@only_in_training
def skip(request: DeskRequest) -> HttpResponse:
    """Leaves the next session out, once that is confirmed."""
    coaching = request.desk.coaching()
    if request.method == "POST":
        left = coaching.skip()
        messages.success(request, _("Left out: %(title)s.") % {"title": known(left.title)})
        return _back(request)
    return render(request, "web/today/skip.html", {"session": coaching.next()})


@GET_OR_POST
def hurts(request: DeskRequest) -> HttpResponse:
    """Takes a report of discomfort; a grave one asks for warning signs before it is kept."""
    form = HurtForm(sent(request))
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/today/hurts.html", {"form": form}, status=_status(request))
    told = form.cleaned_data
    warnings: list[str] = []
    if told["score"] >= SORE or told["signs"]:
        asked = WarningsForm(request.POST if "verdict" in request.POST else None)
        if not asked.is_valid():
            status = 422 if asked.is_bound else 200
            return render(request, "web/today/warnings.html", {"form": form, "asked": asked}, status=status)
        warnings = asked.cleaned_data["warnings"]
    request.desk.coaching().hurts(told["place"], told["score"], signs=told["signs"], warnings=warnings)
    if not warnings:
        messages.success(request, _("Noted. What loads it makes way in your session."))
    return _back(request)


@require_POST
def cleared(request: DeskRequest) -> HttpResponse:
    """Notes that a clinician has agreed to training."""
    request.desk.coaching().cleared()
    messages.success(request, _("Noted: a clinician has agreed to training. Earlier reports no longer count."))
    return _back(request)


@require_POST
def answer(request: DeskRequest) -> HttpResponse:
    """Takes the word on a doubtful entry."""
    true = request.POST.get("true") == "yes"
    try:
        request.desk.coaching().answer(request.POST.get("set", ""), true=true)
    except UnknownName:
        messages.info(request, _("That question has been settled already."))
        return redirect("web:today")
    says = _("It counts from now on.") if true else _("It is left out of your progress.")
    messages.success(request, says)
    return _back(request)


@GET_OR_POST
def log(request: DeskRequest) -> HttpResponse:
    """Takes sets typed as lines, without the player."""
    form = LogForm(sent(request), initial={"on": request.desk.clock.today()})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            entered = request.desk.recording().enter(told["lines"], done=told["done"], on=told["on"])
        except InvalidFile as error:
            form.take(error.problems)
        except UsageError as error:
            form.add_error(None, said(str(error)))
        else:
            count = len(entered.sets)
            messages.success(request, ngettext("%(count)d set logged.", "%(count)d sets logged.", count) % {
                "count": count,
            })  # fmt: skip
            return _back(request)
    return render(request, "web/today/log.html", {"form": form}, status=_status(request))


@require_POST
def undo(request: DeskRequest) -> HttpResponse:
    """Takes back what the last action on Today entered, unless something came after it."""
    desk = request.desk
    try:
        take_back(desk.store, desk.clock, desk.chance, only=request.POST.get("event", "-"))
    except UsageError as error:
        messages.warning(request, said(str(error)))
    else:
        messages.success(request, _("Taken back."))
    return redirect("web:today")


def _back(request: DeskRequest) -> HttpResponseRedirect:
    """To Today, which offers to undo what was just entered."""
    last = request.desk.store.last_event()
    query = f"?{urlencode({'undo': last.id})}" if last is not None else ""
    return HttpResponseRedirect(reverse("web:today") + query)


def _status(request: DeskRequest) -> int:
    """A page shown again after a POST tells scripts too that something was wrong."""
    return 422 if request.method == "POST" else 200
