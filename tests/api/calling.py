"""The JSON interface as a phone calls it: entries with ids and instants, bodies as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from django.test import Client

from dorsi.bootstrap import Desk
from tests.web.answering import plan_text

API = "/api/v1"
_ticks = count()


def entry(kind: str, **more: Any) -> dict[str, Any]:
    """An event document of now, each a millisecond after the one before."""
    at = datetime.now(UTC) + timedelta(milliseconds=next(_ticks))
    return {"id": str(uuid4()), "at": at.isoformat().replace("+00:00", "Z"), "kind": kind, **more}


def session_entry(session_id: str, **more: Any) -> dict[str, Any]:
    """A session begun today."""
    today = datetime.now(UTC).date().isoformat()
    return entry("session", session={"id": session_id, "on": today, "finished": False, **more})


def set_entry(session_id: str, exercise: str = "deadlift", **more: Any) -> dict[str, Any]:
    """A set of it."""
    done = {"id": str(uuid4()), "exercise": exercise, "load": [60.0, "kg", "total"], "reps": 8, **more}
    return entry("set", session_id=session_id, set=done)


def post(client: Client, path: str, body: object, **headers: str) -> Any:
    """Sends JSON."""
    return client.post(API + path, json.dumps(body), content_type="application/json", headers=headers)


def put(client: Client, event: dict[str, Any], event_id: str = "", **headers: str) -> Any:
    """Sends one event to its address."""
    path = f"{API}/events/{event_id or event['id']}"
    return client.put(path, json.dumps(event), content_type="application/json", headers=headers)


def send(client: Client, *events: dict[str, Any]) -> list[str]:
    """Sends events together; what became of each."""
    answer = post(client, "/events", {"events": list(events)})
    assert answer.status_code == 200, answer.content
    return [result["status"] for result in answer.json()["results"]]


def start_plan(desk: Desk) -> None:
    """Takes a programme up as of today."""
    desk.coaching().start(plan_text(), "plan.yaml")
