"""The addresses of the rules browser."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import rules

urlpatterns: list[URLPattern] = [
    path("more/rules/", rules.rules, name="rules"),
    path("more/rules/<slug:code>/", rules.rule, name="rule"),
]
