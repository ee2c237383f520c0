"""No page asks the database more than ten questions, whoever looks and however much was logged.

The list of pages is the table of addresses. Each is asked for right after a set was logged, when nothing that was
worked out before can be used; and with accounts, which cost two questions more.
"""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone

from tests.api.calling import API, send, session_entry, set_entry
from tests.server.addresses_known import Address, addresses
from tests.server.samples import SESSION, SET
from tests.web.answering import plan_text
from tests.web.site import few_queries

EVERY = addresses()
NOWHERE = {"session": "a", "place": "1"}
"""Stands for the parts of a programme where there is none."""
TO_LOG_A_SET = 6
LIFTS = ("deadlift", "barbell-row", "pulldown-wide")
LOG = b"""Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2025-03-03 17:30:00,"Pull",1h,"Deadlift (Barbell)",1,100.0,5,0,0,"","",
"""


@pytest.fixture
def world(alice: Client) -> dict[str, str]:
    """Alice's programme and two months of training with three lifts in each session."""
    alice.post(f"{API}/programs", {"text": plan_text()}, content_type="application/json")
    today = timezone.localdate()
    for number in range(16):
        on = (today - timedelta(days=4 * number)).isoformat()
        begun = session_entry(f"{SESSION}-{number}" if number else SESSION)
        name = begun["session"]["id"]
        sets = [set_entry(name, lift) for lift in LIFTS]
        if not number:
            sets[0]["set"]["id"] = SET
        sent = send(alice, {**begun, "session": {**begun["session"], "on": on, "finished": number > 0}}, *sets)
        assert set(sent) == {"created"}
    day = alice.get(f"{API}/day").json()
    items = [item for block in day["blocks"] for item in block["items"] if item["role"] == "work"]
    return {"session": day["plan"]["session"], "place": items[0]["place"]}


def ask(alice: Client, address: Address, world: dict[str, str]) -> int:
    with few_queries():
        return alice.get(address.url_in(world)).status_code


def test_every_page_asks_little_of_a_full_journal(alice: Client, world: dict[str, str]) -> None:
    found = 0
    for address in EVERY:
        assert send(alice, set_entry(SESSION)) == ["created"]
        found += ask(alice, address, world) == 200
    assert found > len(EVERY) / 2, "most of them are pages"


def test_every_page_asks_little_of_an_empty_journal(alice: Client) -> None:
    for address in EVERY:
        assert ask(alice, address, NOWHERE) < 500


def test_pages_that_show_what_was_sent_ask_little(alice: Client, world: dict[str, str]) -> None:
    sent = BytesIO(LOG)
    sent.name = "strong.csv"
    with few_queries():
        assert alice.post("/more/import/", {"file": sent, "format": ""}).status_code == 302
    with few_queries():
        assert alice.get("/more/import/preview/").status_code == 200


def test_a_set_is_logged_with_few_questions(alice: Client, world: dict[str, str]) -> None:
    # Two more than in a single-user installation: the account and its session.
    with few_queries(TO_LOG_A_SET + 2):
        assert send(alice, set_entry(SESSION)) == ["created"]
