"""Programmes as files: the plan printed and taken elsewhere, one brought in, and the guides' own."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dorsi.athlete.intake import intake_from_mapping, write_intake
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile, UsageError
from dorsi.languages import known
from dorsi.program.export.formats import export_format, exported
from dorsi.program.export.options import ExportOptions
from dorsi.program.reading import read_program
from dorsi.program.templates import load_template, template_ids, template_text
from dorsi.services.checking import check_text
from dorsi.services.plan_calendar import PlanCalendar
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.plan import AdoptForm, UploadForm
from dorsi.web.forms.sending import count_in, sent
from dorsi.web.pages.print_plan import PrintPage
from dorsi.web.pages.programs import CheckedPage, problem_lines, template_cards
from dorsi.web.templatetags.dorsi_tags import day as day_words
from dorsi.web.views.plan import calendar_of
from dorsi.web.views.stopping import only_in_training

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])
DRAFT = "program"


@require_safe
@only_in_training
def print_plan(request: DeskRequest) -> HttpResponse:
    """The plan on paper: every distinct week, or the one asked for."""
    text = request.GET.get("week", "")
    page = PrintPage.from_calendar(calendar_of(request), count_in(text) if text else None)
    if not page.sheets:
        raise Http404(_("The programme has no such week."))
    return render(request, "web/plan/print.html", {"page": page})


@require_safe
@only_in_training
def export(request: DeskRequest, form: str) -> HttpResponse:
    """The plan as a file: workbook, PDF, calendar, table, document, or Dorsi's own."""
    calendar = calendar_of(request)
    if form == "yaml":
        return _file(calendar.text.encode(), "application/yaml", "yaml")
    chosen = export_format(form)
    run = f"{calendar.plan.id} {calendar.state.position.cycle}"
    options = ExportOptions(today=calendar.today, days=calendar.coming, run=run)
    return _file(exported(calendar.plan.laid_out, form, options), chosen.media_type, chosen.extension)


@GET_OR_POST
def upload(request: DeskRequest) -> HttpResponse:
    """Takes a programme as a file or text and goes on to its check."""
    form = UploadForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        text, name = form.cleaned_data["text"], form.cleaned_data["name"]
        try:
            check_text(text, name)
        except InvalidFile as error:
            for line in problem_lines(error):
                form.add_error("file" if form.cleaned_data.get("file") else "text", line)
        else:
            request.desk.drafts.keep(DRAFT, {"text": text, "name": name})
            return redirect("web:plan-uploaded")
    return render(request, "web/plan/upload.html", {"form": form}, status=422 if request.method == "POST" else 200)


@GET_OR_POST
def uploaded(request: DeskRequest) -> HttpResponse:
    """The programme that was brought in, checked; and taken up."""
    draft = request.desk.drafts.get(DRAFT)
    if not draft:
        return redirect("web:plan-upload")
    response = _checked(request, draft["text"], draft["name"], "web/plan/uploaded.html")
    if response.status_code == 302:
        request.desk.drafts.drop(DRAFT)
    return response


@require_safe
def templates(request: DeskRequest) -> HttpResponse:
    """The guides' own programmes."""
    atlas = load_atlas()
    cards = template_cards((name, load_template(name, atlas)) for name in template_ids())
    return render(request, "web/plan/templates.html", {"cards": cards})


@GET_OR_POST
def template(request: DeskRequest, name: str) -> HttpResponse:
    """One of the guides' programmes, checked for whoever asks; as a file with `?file`; and taken up."""
    if name not in template_ids():
        raise Http404(_("There is no such programme."))
    if "file" in request.GET:
        return _file(template_text(name).encode(), "application/yaml", "yaml", name)
    return _checked(request, template_text(name), f"{name}.yaml", "web/plan/template.html")


def _checked(request: DeskRequest, text: str, name: str, page_name: str) -> HttpResponse:
    """A programme with its findings; sent, it is taken up unless something stands in the way."""
    carries_answers = read_program(text, name, load_atlas()).athlete is not None
    answers, athlete = ("", None) if carries_answers else _answers(request)
    checked = check_text(text, name, athlete)
    page = CheckedPage.from_checked(checked)
    form = AdoptForm(request.desk.clock.today(), checked.program, sent(request))
    if request.method == "POST" and form.is_valid():
        if page.is_refused or page.needs_answers:
            raise UsageError(_("This programme cannot be taken up as things stand."))
        if page.findings.errors and not form.cleaned_data["anyway"]:
            form.add_error("anyway", _("Its errors stand. Say that you take it up in spite of them."))
        else:
            request.desk.coaching().start(text, name, form.day, answers, name if answers else "")
            begun = form.day == request.desk.clock.today()
            says = _("%(name)s is under way.") if begun else _("%(name)s begins on %(day)s.")
            messages.success(request, says % {"name": known(checked.program.name), "day": day_words(form.day)})
            return redirect("web:plan")
    status = 422 if request.method == "POST" else 200
    return render(request, page_name, {"page": page, "form": form, "name": name.removesuffix(".yaml")}, status=status)


def _answers(request: DeskRequest) -> tuple[str, Athlete | None]:
    """The answers that the programme under way carries, as an athlete file, and whose they are."""
    try:
        calendar: PlanCalendar = calendar_of(request)
    except UsageError:
        return "", None
    mapping = calendar.plan.program.athlete
    if mapping is None:
        return "", None
    return write_intake(intake_from_mapping(mapping, "answers", under="athlete")), calendar.athlete


def _file(content: bytes, media_type: str, extension: str, name: str = "dorsi-plan") -> HttpResponse:
    disposition = f'attachment; filename="{name}.{extension}"'
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})
