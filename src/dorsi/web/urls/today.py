"""The addresses of Today."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import today

urlpatterns: list[URLPattern] = [
    path("today/", today.today, name="today"),
    path("today/move/", today.move, name="today-move"),
    path("today/skip/", today.skip, name="today-skip"),
    path("today/hurts/", today.hurts, name="today-hurts"),
    path("today/cleared/", today.cleared, name="today-cleared"),
    path("today/answer/", today.answer, name="today-answer"),
    path("today/log/", today.log, name="today-log"),
    path("today/undo/", today.undo, name="today-undo"),
]
