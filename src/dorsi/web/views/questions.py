"""The questionnaire: its screens, and what the answers lead to."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dorsi.athlete.questions import Question
from dorsi.bootstrap import Desk
from dorsi.errors import TrainingRefused, WishesClash
from dorsi.journal.model import Adoption
from dorsi.services.questioning import FILE, Proposal, Questionnaire
from dorsi.web.desk import DeskRequest
from dorsi.web.forms.questions import filled
from dorsi.web.forms.sending import count_in
from dorsi.web.forms.start import StartForm, first_day
from dorsi.web.pages.outcome import ClashPage, ReferralPage
from dorsi.web.pages.question_parts import PARTS, Part, part_at, part_of
from dorsi.web.pages.questions import QuestionsPage
from dorsi.web.pages.result import ResultPage
from dorsi.web.templatetags.dorsi_tags import day as day_words

_MORE_ROWS = 4
GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def resume(request: DeskRequest) -> HttpResponse:
    """Goes on at the first screen with an open question; after a referral what led to it is asked again."""
    questionnaire = Questionnaire(request.desk.drafts)
    if questionnaire.referred:
        questionnaire.ask_health_again()
    question = questionnaire.progress().question
    return _at(part_of(question.id)) if question else redirect("web:questions-result")


@GET_OR_POST
def part(request: DeskRequest, step: str, number: int) -> HttpResponse:
    """One screen: shown, filled in further, or kept."""
    here = part_at(step, number)
    if here is None:
        raise Http404
    questionnaire = Questionnaire(request.desk.drafts)
    if request.method == "POST":
        return _sent(request, here, questionnaire)
    first_open = questionnaire.progress().question
    if first_open and PARTS.index(part_of(first_open.id)) < PARTS.index(here):
        return _at(part_of(first_open.id))
    wrong = {key: message for key, message in questionnaire.contradictions().items() if key in here.ids}
    return _screen(request, QuestionsPage.from_answers(here, questionnaire, wrong=wrong))


def _sent(request: DeskRequest, here: Part, questionnaire: Questionnaire) -> HttpResponse:
    """The next screen, or the same one where something is wrong, open, or only asked to be shown anew."""
    sent = filled(here, questionnaire, request.POST)
    if "look" in request.POST or "rows" in request.POST:
        spare = _MORE_ROWS if "rows" in request.POST else 1
        return _screen(request, QuestionsPage.from_answers(here, questionnaire, texts=sent.texts, spare_rows=spare))
    if not sent.wrong:
        questionnaire.put(sent.texts)
    if not sent.is_done:
        page = QuestionsPage.from_answers(
            here, questionnaire, texts=sent.texts, wrong=sent.wrong, more_to_say=not sent.wrong
        )
        return _screen(request, page, status=422 if sent.wrong else 200)
    try:
        question = questionnaire.intake()
    except TrainingRefused:
        return redirect("web:questions-result")
    if isinstance(question, Question):
        # Where one was before going back, or what is asked anew.
        return _at(part_of(question.id))
    index = PARTS.index(here)
    at_once = "finish" in request.POST or index + 1 == len(PARTS)
    return redirect("web:questions-result") if at_once else _at(PARTS[index + 1])


def _screen(request: DeskRequest, page: QuestionsPage, status: int = 200) -> HttpResponse:
    name = "web/questions/part.html#screen" if request.htmx else "web/questions/part.html"
    return render(request, name, {"page": page}, status=200 if request.htmx else status)


@GET_OR_POST
def result(request: DeskRequest) -> HttpResponse:
    """The plan that the answers lead to, with why, or what stands in its way; sent, it begins."""
    desk = request.desk
    questionnaire = Questionnaire(desk.drafts)
    try:
        found = questionnaire.outcome()
    except TrainingRefused as refused:
        page = ReferralPage.from_refusal(refused, questionnaire)
        return render(request, "web/questions/referral.html", {"page": page})
    except WishesClash as clash:
        return render(request, "web/questions/clash.html", {"page": ClashPage.from_clash(clash)})
    if isinstance(found, Question):
        return _at(part_of(found.id))
    form = StartForm(desk.clock.today(), found.checked.program, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _begin(request, questionnaire, found, form)
    shown = ResultPage.from_proposal(found, form, replaces=followed(desk) is not None)
    return render(request, "web/questions/result.html", {"page": shown}, status=422 if form.errors else 200)


def _begin(request: DeskRequest, questionnaire: Questionnaire, found: Proposal, form: StartForm) -> HttpResponse:
    """Takes the plan up, with the unit that was chosen for it."""
    desk = request.desk
    with desk.store.at_once():
        desk.coaching().start(found.text, FILE, form.day)
        if found.checked.athlete is not None:
            desk.settle(units=found.checked.athlete.units)
        questionnaire.drop()
    first = first_day(form.day, found.checked.program)
    messages.success(request, _("Your first session is on %(day)s.") % {"day": day_words(first)})
    return redirect("web:today")


@require_POST
def make_room(request: DeskRequest) -> HttpResponse:
    """Changes the answers as one of the remedies for clashing wishes asks, and plans again."""
    questionnaire = Questionnaire(request.desk.drafts)
    try:
        questionnaire.outcome()
    except WishesClash as clash:
        chosen = count_in(request.POST.get("remedy", ""))
        if chosen is not None and chosen < len(clash.rooms):
            questionnaire.make(clash.rooms[chosen])
    except TrainingRefused:
        pass
    return redirect("web:questions-result")


@require_POST
def health_again(request: DeskRequest) -> HttpResponse:
    """Asks the health questions once more, when someone has looked at what was reported."""
    Questionnaire(request.desk.drafts).ask_health_again()
    return redirect("web:questions-resume")


@require_POST
def change(request: DeskRequest, step: str) -> HttpResponse:
    """Opens a step with the answers of the programme that is followed, to plan anew from changed ones."""
    here = part_at(step, 1)
    if here is None:
        raise Http404
    adoption = followed(request.desk)
    if adoption is not None:
        Questionnaire(request.desk.drafts).take_up(adoption.text)
    return _at(here)


def followed(desk: Desk) -> Adoption | None:
    """The programme that was taken up last, whether it has begun or is still to come."""
    coaching = desk.coaching()
    return coaching.coming() or coaching.state().adoption


def _at(here: Part) -> HttpResponse:
    if here.number == 1:
        return redirect("web:questions", step=here.slug)
    return redirect("web:questions-part", step=here.slug, number=here.number)
