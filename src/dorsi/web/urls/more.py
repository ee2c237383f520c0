"""The addresses of More."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import imports, keeping, more

urlpatterns: list[URLPattern] = [
    path("more/", more.more, name="more"),
    path("more/about/", more.about, name="about"),
    path("more/settings/", more.settings, name="settings"),
    path("more/settings/theme/", more.theme, name="theme"),
    path("more/settings/language/", more.language, name="language"),
    path("more/import/", imports.bring, name="import"),
    path("more/import/preview/", imports.preview, name="import-preview"),
    path("more/import/undo/", imports.undo, name="import-undo"),
    path("more/export/", keeping.export, name="export"),
    path("more/export/<slug:form>/", keeping.export_file, name="export-file"),
    path("more/backup/", keeping.backup, name="backup"),
    path("more/backup/file/", keeping.backup_file, name="backup-file"),
    path("more/backup/restore/", keeping.restore, name="restore"),
    path("more/delete/", keeping.delete, name="delete"),
]
