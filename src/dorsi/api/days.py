"""Today's session, set by set, with all that is needed to train it without a network."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import Router

from dorsi.api.access import desk_of
from dorsi.api.answers import answer
from dorsi.api.problems import problem
from dorsi.api.schemas import Problem
from dorsi.errors import UsageError
from dorsi.languages import document_said, said
from dorsi.services.player_document import player_document

router = Router(tags=["training"])


@router.get("/day", response={200: dict[str, Any], 404: Problem, 409: Problem})
def day(request: HttpRequest) -> HttpResponse:
    """The next session as the player takes it. 404 without a programme, 409 while a warning sign stands."""
    desk = desk_of(request)
    # Sends the cookie without which nothing could be logged from the page that asks.
    get_token(request)
    try:
        document = player_document(
            desk.store, desk.coaching(), person=desk.person, zone=desk.zone, now=desk.clock.now()
        )
    except UsageError as error:
        return problem(404, said(str(error)), "no-program")
    return answer(document_said(document))
