"""The rules browser."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dorsi.atlas.load import load_atlas
from dorsi.errors import UsageError
from dorsi.services.plan_calendar import PlanCalendar, plan_calendar
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.rules import RuleFilter
from dorsi.web.pages.rules import RulePage, RulesPage
from dorsi.web.views.narrowing import narrowed


@require_safe
def rules(request: DeskRequest) -> HttpResponse:
    """All rules, narrowed by the address' query."""
    form = RuleFilter(request.GET)
    form.full_clean()
    page = RulesPage.from_choice(form.cleaned_data, _calendar(request))
    return narrowed(request, "web/rules/rules.html", {"page": page, "form": form}, valid=form.is_valid())


@require_safe
def rule(request: DeskRequest, code: str) -> HttpResponse:
    """One rule in full, and where it speaks up in the programme under way."""
    page = RulePage.from_code(code, _calendar(request), load_atlas())
    return render(request, "web/rules/rule.html", {"page": page})


def _calendar(request: DeskRequest) -> PlanCalendar | None:
    try:
        return plan_calendar(request.desk.store, request.desk.coaching())
    except UsageError:
        return None
