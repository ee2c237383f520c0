"""The log: every set there is, to look up, mend, take out and take along."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dorsi.atlas.load import load_atlas
from dorsi.errors import UnknownName, UsageError
from dorsi.journal.exporting.formats import log_format
from dorsi.journal.model import Journal, LoggedSession
from dorsi.languages import known, said
from dorsi.services.amending import Amending
from dorsi.services.calling import names_of
from dorsi.services.exporting import export_log
from dorsi.services.taking_back import take_back
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.progress import SetForm
from dorsi.web.forms.sending import count_in
from dorsi.web.pages.log import LogPage, SessionPage, SetPage, exercise_choices
from dorsi.web.units import units_of


@require_safe
def log(request: DeskRequest) -> HttpResponse:
    """Sessions newest first, all of them or those with one exercise."""
    desk = request.desk
    journal = desk.store.journal()
    names = _spoken(names_of(journal, load_atlas()))
    choices = exercise_choices(journal.sessions, names)
    chosen = request.GET.get("exercise", "")
    chosen = chosen if chosen in names else ""
    number = count_in(request.GET.get("page", ""))
    page = LogPage.from_sessions(
        journal.sessions, names, chosen, number if number is not None else 1, desk.clock.today()
    )
    context = {"page": page, "choices": choices, "chosen": chosen}
    return render(request, "web/progress/log.html", context)


@require_safe
def session(request: DeskRequest, session: str) -> HttpResponse:
    """One session set by set."""
    desk = request.desk
    found = desk.store.session(session)
    if found is None or not found.sets:
        raise UnknownName("session", session, ())
    page = SessionPage.from_session(found, _names(request, found), desk.clock.today())
    return render(request, "web/progress/session.html", {"page": page, "undo": request.GET.get("undo", "")})


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: DeskRequest, session: str, entry: str) -> HttpResponse:
    """One set to mend."""
    amending = _amending(request)
    found, before = amending.find(session, entry)
    form = SetForm(before, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if amending.amend(session, entry, form.amounts) == before:
            return redirect("web:progress-session", session)
        messages.success(request, _("Mended."))
        return _back(request, reverse("web:progress-session", args=[session]))
    page = SetPage.from_set(found, before, _names(request, found))
    status = 422 if request.method == "POST" else 200
    unit = before.load.unit.value if before.load is not None else units_of(request.desk).value
    return render(request, "web/progress/set.html", {"page": page, "form": form, "unit": unit}, status=status)


@require_POST
def delete(request: DeskRequest, session: str, entry: str) -> HttpResponse:
    """Takes a set out of the log."""
    _amending(request).take_out(session, entry)
    messages.success(request, _("Taken out."))
    left = request.desk.store.session(session)
    goes_on = left is not None and left.sets
    return _back(request, reverse("web:progress-session", args=[session]) if goes_on else reverse("web:progress-log"))


@require_POST
def undo(request: DeskRequest) -> HttpResponse:
    """Takes back what was mended or taken out last, unless something came after it."""
    desk = request.desk
    try:
        taken = take_back(desk.store, desk.clock, desk.chance, only=request.POST.get("event") or "-")
    except UsageError as error:
        messages.warning(request, said(str(error)))
        return redirect("web:progress-log")
    messages.success(request, _("Taken back."))
    there = taken.session is not None and taken.session.sets
    return (
        redirect("web:progress-session", taken.session.id) if there and taken.session else redirect("web:progress-log")
    )


@require_safe
def export(request: DeskRequest, form: str) -> HttpResponse:
    """The log as a file."""
    desk = request.desk
    made = log_format(form)
    today = desk.clock.today()
    data = export_log(desk.store.journal(), form, today=today, zone=desk.zone)
    name = f"dorsi-{today.isoformat()}{'' if form == made.extension else f'-{form}'}.{made.extension}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=made.media_type, headers=headers)


def _amending(request: DeskRequest) -> Amending:
    desk = request.desk
    return Amending(desk.store, desk.clock, desk.chance, units=units_of(desk))


def _names(request: DeskRequest, found: LoggedSession) -> dict[str, str]:
    """What the session's exercises are called."""
    beside = request.desk.store.recent(found.on)
    whole = Journal(sessions=(found,), exercises=beside.exercises, names=beside.names)
    return _spoken(names_of(whole, load_atlas()))


def _spoken(names: Mapping[str, str]) -> dict[str, str]:
    return {exercise: known(name) for exercise, name in names.items()}


def _back(request: DeskRequest, address: str) -> HttpResponseRedirect:
    """To a page that offers to undo what was just entered."""
    last = request.desk.store.last_event()
    return HttpResponseRedirect(f"{address}?{urlencode({'undo': last.id})}" if last is not None else address)
