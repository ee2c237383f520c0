"""What was trained: sessions as they stand, and what one of them came to."""

from __future__ import annotations

import json
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router

from dorsi.api.access import desk_of
from dorsi.api.answers import answer, raw
from dorsi.api.problems import problem
from dorsi.api.schemas import Problem, SessionOut, SessionsOut, Summary
from dorsi.journal.codec import session_document
from dorsi.languages import document_said
from dorsi.services.session_summary import session_summary
from dorsi.store.documents import session_in

router = Router(tags=["journal"])
MOST = 100
_LONGEST_ID = 64


@router.get("/sessions", response={200: SessionsOut, 404: Problem})
def sessions(
    request: HttpRequest,
    after: Annotated[str, Field(max_length=_LONGEST_ID)] = "",
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50,
) -> HttpResponse:
    """Sessions, newest first; `after` names the last one of the page before."""
    found = desk_of(request).store.session_texts(limit + 1, after)
    if found is None:
        return problem(404, "There is no session of that id.", "unknown-name")
    page = found[:limit]
    last = json.dumps(session_in(page[-1]).id if len(found) > limit else None)
    # What the store keeps is JSON already; reading it to write it again would cost more than all else here.
    return raw(f'{{"sessions":[{",".join(page)}],"next":{last}}}')


@router.get("/sessions/{session_id}", response={200: SessionOut, 404: Problem, 410: Problem})
def session(request: HttpRequest, session_id: str) -> HttpResponse:
    """A session as it stands, with its sets. 410 where it was deleted."""
    found = desk_of(request).store.session(session_id)
    if found is None:
        return _missing(request, session_id)
    return answer({"session": session_document(found), "finished": found.finished, "deleted": False})


@router.get("/sessions/{session_id}/summary", response={200: Summary, 404: Problem, 410: Problem})
def summary(request: HttpRequest, session_id: str) -> HttpResponse:
    """Records that a session set, what follows from it for each exercise, and when the next one is."""
    desk = desk_of(request)
    found = desk.store.session(session_id)
    if found is None:
        return _missing(request, session_id)
    return answer(document_said(session_summary(desk.store, desk.coaching(), found)))


def _missing(request: HttpRequest, session_id: str) -> HttpResponse:
    if desk_of(request).store.session_events(session_id[:_LONGEST_ID]):
        return problem(410, "That session was deleted.", "deleted")
    return problem(404, "There is no session of that id.", "unknown-name")
