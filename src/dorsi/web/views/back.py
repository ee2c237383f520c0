"""Back: muscles, exercises, grips, methods, claims and bones to look up."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dorsi.atlas.equipment import EQUIPMENT
from dorsi.atlas.load import load_atlas
from dorsi.coach.adopted import Adopted
from dorsi.coach.coaching_rules import RULES as COACHING_RULES
from dorsi.errors import UnknownName
from dorsi.rules.registry import all_rules
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.back import MINE, ClaimFilter, ExerciseFilter, GripForm, kit_items
from dorsi.web.pages.back import BackPage, BoneCard, MusclePage
from dorsi.web.pages.exercise import ExercisePage, plan_of, planned_ids
from dorsi.web.pages.exercise_list import ExercisesPage, Sieve
from dorsi.web.pages.grips import GripsPage
from dorsi.web.pages.knowledge import ClaimPage, ClaimsPage, MethodCard, MethodsPage
from dorsi.web.units import units_of
from dorsi.web.views.narrowing import narrowed


@require_safe
def back(request: DeskRequest) -> HttpResponse:
    """Where the atlas begins: the muscles by zone, and the ways into the rest."""
    page = BackPage.from_atlas(load_atlas(), rules=len(all_rules()) + len(COACHING_RULES))
    return render(request, "web/back/back.html", {"page": page})


@require_safe
def muscle(request: DeskRequest, muscle: str) -> HttpResponse:
    """One muscle."""
    atlas = load_atlas()
    found = atlas.muscles.get(muscle)
    if found is None:
        raise UnknownName("muscle", muscle, list(atlas.muscles))
    return render(request, "web/back/muscle.html", {"page": MusclePage.from_muscle(found, atlas)})


@require_safe
def exercises(request: DeskRequest) -> HttpResponse:
    """The exercises, narrowed by the address' query."""
    atlas = load_atlas()
    plan = plan_of(request.desk.coaching().state())
    form = ExerciseFilter(atlas, request.GET, mine=plan is not None)
    form.full_clean()
    page = ExercisesPage.from_sieve(_sieve(form.cleaned_data, plan), atlas, planned_ids(plan))
    return narrowed(request, "web/back/exercises.html", {"page": page, "form": form}, valid=form.is_valid())


@require_safe
def exercise(request: DeskRequest, exercise: str) -> HttpResponse:
    """One exercise, with its place in the plan and the last sets of it."""
    atlas = load_atlas()
    state = request.desk.coaching().state()
    page = ExercisePage.from_exercise(atlas.exercise(exercise), atlas, state, units_of(request.desk, state))
    return render(request, "web/back/exercise.html", {"page": page})


@require_safe
def grips(request: DeskRequest) -> HttpResponse:
    """How a grip moves the load between muscles."""
    form = GripForm(request.GET)
    form.full_clean()
    chosen = form.cleaned_data
    page = GripsPage.from_choice(chosen.get("pull", ""), chosen, load_atlas())
    shown = GripForm(initial={"pull": page.pull, "width": page.hold.width.value, "grip": page.hold.grip.value,
                              "path": page.hold.path.value})  # fmt: skip
    context = {"page": page, "form": shown if form.is_valid() else form}
    return narrowed(request, "web/back/grips.html", context, valid=form.is_valid())


@require_safe
def methods(request: DeskRequest) -> HttpResponse:
    """The methods."""
    return render(request, "web/back/methods.html", {"page": MethodsPage.from_atlas(load_atlas())})


@require_safe
def method(request: DeskRequest, method: str) -> HttpResponse:
    """One method."""
    atlas = load_atlas()
    found = atlas.methods.get(method)
    if found is None:
        raise UnknownName("method", method, list(atlas.methods))
    return render(request, "web/back/method.html", {"page": MethodCard.from_method(found, atlas)})


@require_safe
def claims(request: DeskRequest) -> HttpResponse:
    """What the guides claim, narrowed by the address' query."""
    atlas = load_atlas()
    guides = sorted({claim.guide for claim in atlas.claims.values()})
    form = ClaimFilter(guides, request.GET)
    form.full_clean()
    page = ClaimsPage.from_choice(form.cleaned_data, atlas)
    return narrowed(request, "web/back/claims.html", {"page": page, "form": form}, valid=form.is_valid())


@require_safe
def claim(request: DeskRequest, claim: str) -> HttpResponse:
    """One claim and what the evidence says of it."""
    atlas = load_atlas()
    found = atlas.claims.get(claim.upper())
    if found is None:
        raise UnknownName("claim", claim, list(atlas.claims))
    return render(request, "web/back/claim.html", {"page": ClaimPage.from_claim(found, atlas)})


@require_safe
def skeleton(request: DeskRequest) -> HttpResponse:
    """Bones, joints and tissue that back training turns on."""
    cards = tuple(map(BoneCard.from_bone, load_atlas().bones.values()))
    return render(request, "web/back/skeleton.html", {"bones": cards})


def _sieve(chosen: Mapping[str, str], plan: Adopted | None) -> Sieve:
    kit = chosen.get("kit", "")
    mine = plan.athlete.equipment if plan is not None and kit == MINE else None
    return Sieve(
        words=chosen.get("q", ""),
        pattern=chosen.get("pattern", ""),
        muscle=chosen.get("muscle", ""),
        items=mine if mine is not None else kit_items(kit),
        item=kit if kit in EQUIPMENT else "",
        hurts=chosen.get("hurts", ""),
    )
