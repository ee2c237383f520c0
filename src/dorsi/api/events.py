"""The journal's way in: entries made elsewhere, each kept once however often it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Router

from dorsi.api.access import desk_of, is_for_another
from dorsi.api.answers import answer
from dorsi.api.problems import problem
from dorsi.api.schemas import EventResult, EventsIn, EventsOut, Problem
from dorsi.bootstrap import Desk
from dorsi.errors import InvalidFile
from dorsi.journal.codec import event_from
from dorsi.journal.events import Event
from dorsi.services.ports import Receipt
from dorsi.services.receiving import objections
from dorsi.store.soundness import misfits

router = Router(tags=["journal"])
_STATUSES = {Receipt.CREATED: 201, Receipt.KNOWN: 200, Receipt.CONFLICT: 409}
_LONGEST_ID = 64


@router.put("/events/{event_id}", response={200: EventResult, 201: EventResult, 409: Problem, 422: Problem})
def put_event(request: HttpRequest, event_id: str, document: Body[dict[str, Any]]) -> HttpResponse:
    """Keeps one entry. 201 if it is new, 200 if it was there, 409 if another one has its id, 422 if it is none."""
    if is_for_another(request):
        return _for_another()
    desk = desk_of(request)
    event, wrong = _read(document, desk.clock.today())
    if event is not None and event.id != event_id:
        wrong = [f"id: '{event.id[:_LONGEST_ID]}' is not the one of the address"]
    if event is None or wrong:
        return problem(422, "This is no entry that a journal could hold.", "invalid", problems=wrong)
    (receipt,) = desk.store.receive([event])
    if receipt is Receipt.CONFLICT:
        return problem(409, "Another entry has this id already.", "conflict")
    return answer({"id": event.id, "status": receipt.value, "problems": []}, _STATUSES[receipt])


@router.post("/events", response={200: EventsOut, 422: Problem})
def post_events(request: HttpRequest, sent: EventsIn) -> HttpResponse:
    """Keeps many entries in one transaction, and tells of each what became of it; a bad one does not stop the rest."""
    if is_for_another(request):
        return _for_another()
    return answer({"results": _results(desk_of(request), sent.events)})


def _results(desk: Desk, documents: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    today = desk.clock.today()
    read = [_read(document, today) for document in documents]
    sound = [event for event, wrong in read if event is not None and not wrong]
    receipts = iter(desk.store.receive(sound) if sound else ())
    results = []
    for document, (event, wrong) in zip(documents, read, strict=True):
        status = "invalid" if event is None or wrong else next(receipts).value
        results.append({"id": str(document.get("id", ""))[:_LONGEST_ID], "status": status, "problems": wrong})
    return results


def _read(document: Mapping[str, Any], today: date) -> tuple[Event | None, list[str]]:
    """The event in a document and what speaks against keeping it."""
    try:
        event = event_from(document, "entry")
        wrong = [f"{path}: this cannot stand here" for path in misfits(event)]
    except InvalidFile as error:
        return None, [f"{each.where}: {each.message}" for each in error.problems]
    except (OverflowError, RecursionError):
        return None, ["a figure is larger than any computer counts"]
    return event, wrong or list(objections(event, today))


def _for_another() -> HttpResponse:
    return problem(403, "These entries belong to another athlete than the one who is signed in.", "other-athlete")
