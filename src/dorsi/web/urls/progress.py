"""The addresses of Progress."""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter

from dorsi.web.urls.journal_ids import JournalId
from dorsi.web.views import log, progress

register_converter(JournalId, "journal_id")

_SET = "progress/log/<journal_id:session>/<journal_id:entry>/"

urlpatterns: list[URLPattern] = [
    path("progress/", progress.progress, name="progress"),
    path("progress/lift/<journal_id:exercise>/", progress.lift, name="progress-lift"),
    path("progress/muscle/<slug:group>/", progress.muscle, name="progress-muscle"),
    path("progress/body/", progress.body, name="progress-body"),
    path("progress/log/", log.log, name="progress-log"),
    path("progress/log/undo/", log.undo, name="progress-undo"),
    path("progress/log/export/<slug:form>/", log.export, name="progress-export"),
    path("progress/log/<journal_id:session>/", log.session, name="progress-session"),
    path(_SET, log.entry, name="progress-set"),
    path(f"{_SET}delete/", log.delete, name="progress-set-delete"),
]
