"""Bringing in a log of another app: sent, looked at, kept, taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from dorsi.bootstrap import Desk
from dorsi.errors import InvalidFile
from dorsi.services.describing import described
from dorsi.services.importing import Prepared, imports, keep, prepare, read_log, undo_import, unread
from dorsi.store.fitnotes_backup import fitnotes_backup_in
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.more import ImportForm, choices_of, day_first, descriptions_of, told_of_import
from dorsi.web.pages.imports import ImportsPage, PreviewPage
from dorsi.web.uploads import Upload, keep_upload, kept_upload, objection

DRAFT = "import"
GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_OR_POST
def bring(request: DeskRequest) -> HttpResponse:
    """A file to send, and the imports there were; a sent file is read and kept aside until it was looked at."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        told = {"format": form.cleaned_data["format"]}
        upload = Upload(data=sent.read(), file=sent.name, told=told)
        try:
            _prepared(request.desk, upload)
            keep_upload(request.desk.drafts, DRAFT, upload)
            return redirect("web:import-preview")
        except InvalidFile as error:
            for problem in error.problems:
                form.add_error("file", objection(problem))
    page = ImportsPage.from_records(form, imports(request.desk.store))
    return render(request, "web/more/import.html", {"page": page}, status=422 if form.errors else 200)


@GET_OR_POST
def preview(request: DeskRequest) -> HttpResponse:
    """What the file would bring; sent, it is kept, looked at anew or dropped."""
    desk = request.desk
    upload = kept_upload(desk.drafts, DRAFT)
    if upload is None:
        return redirect("web:import")
    if request.method == "POST" and "drop" in request.POST:
        desk.drafts.drop(DRAFT)
        messages.info(request, _("Nothing was kept."))
        return redirect("web:import")
    if request.method == "POST":
        told = {**upload.told, **told_of_import(request.POST)}
        upload = Upload(data=upload.data, file=upload.file, told=told)
        if "keep" in request.POST and not told["strange"]:
            return _kept(request, upload)
        keep_upload(desk.drafts, DRAFT, upload)
        return redirect("web:import-preview")
    page = PreviewPage.from_preview(_prepared(desk, upload).preview, upload.told)
    return render(request, "web/more/preview.html", {"page": page})


@require_POST
def undo(request: DeskRequest) -> HttpResponse:
    """Takes an import back."""
    desk = request.desk
    record = undo_import(desk.store, desk.clock, desk.chance, request.POST.get("batch", ""))
    messages.success(request, _("Taken back: %(file)s. What you logged yourself stays.") % {"file": record.file})
    return redirect("web:import")


def _kept(request: DeskRequest, upload: Upload) -> HttpResponse:
    desk = request.desk
    ready = _prepared(desk, upload)
    keep(described(ready, descriptions_of(upload.told, ready.preview.unknown)), desk.store)
    desk.drafts.drop(DRAFT)
    count = ready.preview.new_sets
    brought = ngettext("Kept: %(count)d set.", "Kept: %(count)d sets.", count) % {"count": count}
    messages.success(request, brought)
    return redirect("web:import")


def _prepared(desk: Desk, upload: Upload) -> Prepared:
    told: dict[str, Any] = upload.told
    log = read_log(
        upload.data,
        upload.file,
        format_name=str(told.get("format", "")),
        day_first=day_first(told),
        backup_reader=fitnotes_backup_in,
    )
    wrong = unread(log, upload.data, upload.file)
    if wrong is not None:
        raise wrong
    return prepare(log, upload.data, upload.file, choices_of(told, desk.zone), desk.store, desk.clock, desk.chance)
