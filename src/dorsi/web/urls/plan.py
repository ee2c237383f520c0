"""The addresses of Plan."""

from __future__ import annotations

from django.urls import URLPattern, path

from dorsi.web.views import plan, plan_changes, programs

_PLACE = "<int:week>/<slug:session>/<slug:place>/"

urlpatterns: list[URLPattern] = [
    path("plan/", plan.plan, name="plan"),
    path("plan/week/<int:week>/", plan.week, name="plan-week"),
    path("plan/session/<int:week>/<slug:session>/", plan.session, name="plan-session"),
    path(f"plan/why/{_PLACE}", plan.why, name="plan-why"),
    path(f"plan/swap/{_PLACE}", plan_changes.swap, name="plan-swap"),
    path(f"plan/sets/{_PLACE}", plan_changes.sets, name="plan-sets"),
    path("plan/sets/check/", plan_changes.check_line, name="plan-sets-check"),
    path("plan/what-if/", plan_changes.what_if, name="plan-what-if"),
    path("plan/what-if/ready/", plan_changes.ready, name="plan-what-if-ready"),
    path("plan/what-if/take/", plan_changes.take, name="plan-take"),
    path("plan/keep/", plan_changes.keep, name="plan-keep"),
    path("plan/print/", programs.print_plan, name="plan-print"),
    path("plan/export/<slug:form>/", programs.export, name="plan-export"),
    path("plan/upload/", programs.upload, name="plan-upload"),
    path("plan/upload/check/", programs.uploaded, name="plan-uploaded"),
    path("plan/templates/", programs.templates, name="plan-templates"),
    path("plan/templates/<slug:name>/", programs.template, name="plan-template"),
]
