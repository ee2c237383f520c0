"""Asks the server's own Django in a process of its own: the table of addresses, the queries that an entry takes.

`python -m bench.inside addresses JSON` and `python -m bench.inside queries`, with DORSI_DATA_DIR set.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

_TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
_SETS = 9


def main(question: str, *told: str) -> None:
    """Prints the answer as JSON."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "dorsi.server.django_settings"
    import_module("django").setup()
    print(json.dumps(_addresses(json.loads(told[0])) if question == "addresses" else _queries()))


def _addresses(world: dict[str, str]) -> dict[str, str]:
    """Every address by its name. The table of the tests' samples fills in the arguments, so none can be forgotten."""
    known = import_module("tests.server.addresses_known")
    samples = import_module("tests.server.samples")
    found = {}
    for address in known.addresses():
        url = address.url_in(world).replace(samples.SESSION, world["logged"]).replace(samples.SET, world["set"])
        found[address.name] = url
    return found


def _queries() -> list[int]:
    """How many queries each of several sets took; where transactions begin and end is not counted."""
    # Late, because Django must be set up before.
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    session = str(uuid4())
    start = datetime.now(UTC)
    _put(client, start, "session", session={"id": session, "on": start.date().isoformat(), "finished": False})
    counts = []
    for number in range(_SETS):
        done = {"id": str(uuid4()), "exercise": "deadlift", "load": [100.0, "kg", "total"], "reps": 5}
        with CaptureQueriesContext(connection) as ran:
            _put(client, start + timedelta(seconds=number), "set", session_id=session, set=done)
        counts.append(sum(not each["sql"].startswith(_TRANSACTIONS) for each in ran.captured_queries))
    return counts


def _put(client: Any, at: datetime, kind: str, **more: Any) -> None:
    event = {"id": str(uuid4()), "at": at.isoformat().replace("+00:00", "Z"), "kind": kind, **more}
    answer = client.put(f"/api/v1/events/{event['id']}", json.dumps(event), content_type="application/json")
    if answer.status_code != 201:
        raise SystemExit(f"An entry was not kept: {answer.status_code} {answer.content[:500]!r}")


if __name__ == "__main__":
    main(*sys.argv[1:])
