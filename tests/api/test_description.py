"""docs/api.json is what the code says, and every answer is of the shape that it promises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from dorsi.api import schemas
from dorsi.api.interface import interface
from dorsi.bootstrap import Desk
from tests.api.calling import API, post, send, session_entry, set_entry, start_plan
from tests.web.answering import plan_text

FILE = Path(__file__).parents[2] / "docs" / "api.json"


def test_the_file_is_up_to_date() -> None:
    assert json.loads(FILE.read_text("utf-8")) == json.loads(
        json.dumps(interface.get_openapi_schema(path_prefix="/api/v1/"))
    )


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("health", schemas.Health),
        ("sessions", schemas.SessionsOut),
        ("sessions/s", schemas.SessionOut),
        ("sessions/s/summary", schemas.Summary),
        ("program", schemas.ProgramOut),
        ("progress/lifts", schemas.Lifts),
        ("progress/records", schemas.Marks),
        ("sessions/nobody", schemas.Problem),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_answers_keep_their_shape(client: Client, desk: Desk, path: str, schema: type[schemas.Schema]) -> None:
    start_plan(desk)
    send(client, session_entry("s"), set_entry("s"))
    keeps(schema, client.get(f"{API}/{path}").json())


def test_answers_to_what_is_sent_keep_their_shape(client: Client) -> None:
    keeps(schemas.EventsOut, post(client, "/events", {"events": [session_entry("s"), {}]}).json())
    keeps(schemas.Findings, post(client, "/programs/check", {"text": plan_text()}).json())


def keeps(schema: type[schemas.Schema], document: Any) -> None:
    """Fails unless the document has the schema's fields and nothing beside them."""
    read = schema.model_validate(document)
    assert set(document) - {"reasons", "remedy"} <= set(type(read).model_fields)
