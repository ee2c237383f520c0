"""Programmes: the one under way, a new one, and what the rules say of any."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from ninja import Router

from dorsi.api.access import desk_of
from dorsi.api.answers import answer
from dorsi.api.problems import problem
from dorsi.api.schemas import Findings, Problem, ProgramIn, ProgramOut, ProgramText
from dorsi.coach.adopted import adopted
from dorsi.errors import UsageError
from dorsi.rules.finding import Severity
from dorsi.services.checking import check_text
from dorsi.services.finding_document import finding_document

router = Router(tags=["programmes"])
_FILE = "the programme"
_ATHLETE = "the athlete"


@router.get("/program", response={200: ProgramOut, 404: Problem})
def program(request: HttpRequest) -> HttpResponse:
    """The programme under way."""
    state = desk_of(request).coaching().state()
    if state.adoption is None:
        return problem(404, "No programme is under way.", "no-program")
    plan = adopted(state.adoption.id, state.adoption.text, state.position.cycle)
    return answer(
        {
            "id": state.adoption.id,
            "on": state.adoption.on.isoformat(),
            "name": plan.program.name,
            "weeks": plan.program.weeks,
            "cycle": state.position.cycle,
            "week": state.position.week,
            "text": state.adoption.text,
        }
    )


@router.post("/programs", response={201: dict[str, str], 400: Problem, 409: Problem, 422: Problem})
def start(request: HttpRequest, sent: ProgramIn) -> HttpResponse:
    """Takes up a programme: the coach follows it from that day on."""
    coaching = desk_of(request).coaching()
    adoption = coaching.start(sent.text, _FILE, _day(sent.on), sent.athlete, _ATHLETE)
    return answer({"id": adoption.id, "on": adoption.on.isoformat()}, 201)


@router.post("/programs/check", response={200: Findings, 409: Problem, 422: Problem})
def check(request: HttpRequest, sent: ProgramText) -> HttpResponse:
    """What the rules say of a programme. 422 with every mistake of a text that is none."""
    checked = check_text(sent.text, _FILE)
    totals = {severity.value: sum(f.severity is severity for f in checked.findings) for severity in Severity}
    findings = [finding_document(finding) for finding in checked.findings]
    return answer({"programme": checked.program.name, "findings": findings, "totals": totals})


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is no day. Write one such as 2026-03-30.") from None
