"""What is yours to take away, keep safe or delete."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from dorsi.errors import InvalidFile
from dorsi.journal.exporting.formats import log_format
from dorsi.services.exporting import export_log
from dorsi.store.backup import backup_of, read_backup
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.more import BackupForm, DeleteForm
from dorsi.web.pages.more import BackupPage, ExportPage, Holds
from dorsi.web.uploads import Upload, keep_upload, kept_upload, objection

DRAFT, BEFORE = "restore", "before-restore"
"""The kinds of draft that hold a backup to restore, and what there was before one was."""
_MOST_PROBLEMS = 5
GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def export(request: DeskRequest) -> HttpResponse:
    """The formats the log can be taken away in."""
    sessions = request.desk.store.journal().sessions
    page = ExportPage.from_counts(
        len(sessions),
        sum(len(session.sets) for session in sessions),
        sessions[0].on if sessions else None,
        sessions[-1].on if sessions else None,
    )
    return render(request, "web/more/export.html", {"page": page})


@require_safe
def export_file(request: DeskRequest, form: str) -> HttpResponse:
    """The log as a file."""
    desk = request.desk
    chosen = log_format(form)
    today = desk.clock.today()
    content = export_log(desk.store.journal(), chosen.name, today=today, zone=desk.zone)
    return _download(content, chosen.media_type, f"dorsi-{chosen.name}-{today.isoformat()}.{chosen.extension}")


@GET_OR_POST
def backup(request: DeskRequest) -> HttpResponse:
    """A backup to take or to send; one that was sent is checked and kept aside until it was looked at."""
    desk = request.desk
    form = BackupForm(request.POST or None, request.FILES or None)
    now = Holds.from_extent(desk.store.extent())
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        content = sent.read()
        try:
            then = Holds.from_events(read_backup(content, sent.name))
            keep_upload(desk.drafts, DRAFT, Upload(data=content, file=sent.name, told={}))
            page = BackupPage(now=now, form=form, file=sent.name, then=then)
            return render(request, "web/more/restore.html", {"page": page})
        except InvalidFile as error:
            for problem in error.problems[:_MOST_PROBLEMS]:
                form.add_error("file", objection(problem))
    page = BackupPage(now=now, form=form, can_go_back=bool(desk.drafts.get(BEFORE)))
    return render(request, "web/more/backup.html", {"page": page}, status=422 if form.errors else 200)


@require_safe
def backup_file(request: DeskRequest) -> HttpResponse:
    """Everything ever entered, as one file that proves itself whole."""
    desk = request.desk
    content = backup_of(tuple(desk.store.events()), desk.clock.now())
    return _download(content, "application/gzip", f"journal-{desk.clock.today().isoformat()}.dorsi")


@require_http_methods(["POST"])
def restore(request: DeskRequest) -> HttpResponse:
    """Puts the backup that was looked at in the place of the journal, which is kept aside; or brings that back."""
    desk = request.desk
    upload = kept_upload(desk.drafts, BEFORE if "back" in request.POST else DRAFT)
    if upload is None:
        messages.warning(request, _("Choose the backup once more."))
        return redirect("web:backup")
    events = read_backup(upload.data, upload.file)
    with desk.store.at_once():
        present = backup_of(tuple(desk.store.events()), desk.clock.now())
        keep_upload(desk.drafts, BEFORE, Upload(data=present, file="journal.dorsi", told={}))
        desk.store.replace_all(events)
        desk.drafts.drop(DRAFT)
    said = ngettext("Restored: %(count)d entry.", "Restored: %(count)d entries.", len(events))
    messages.success(request, said % {"count": len(events)})
    return redirect("web:backup")


@GET_OR_POST
def delete(request: DeskRequest) -> HttpResponse:
    """Deletes everything that the person ever entered, the account included, once the word was typed."""
    form = DeleteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.desk.forget()
        _close_account(request)
        messages.success(request, _("Everything is deleted."))
        response = redirect("web:welcome")
        # What the player keeps on this device goes as well.
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response
    return render(request, "web/more/delete.html", {"form": form}, status=422 if form.errors else 200)


def _close_account(request: DeskRequest) -> None:
    """Deletes the account of whoever is signed in, and signs out; where there are no accounts, nothing."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return
    # Late, because installations without accounts do without it.
    from django.contrib.auth import logout

    logout(request)
    user.delete()


def _download(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
