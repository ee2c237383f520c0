"""What the process keeps of a journal never outlives it: pages show each entry, each day, and their own person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.test import Client

from dorsi.bootstrap import Desk, SystemClock, open_desk
from dorsi.errors import UsageError
from dorsi.services import reviewing as reviewing_module
from dorsi.services.coaching import Coaching
from dorsi.services.reviewing import reviewing
from dorsi.store.backup import backup_of, read_backup
from tests.api.calling import API, send, session_entry, set_entry
from tests.web.answering import plan_text
from tests.web.site import text_of

LIFT = "/progress/lift/deadlift/"


@pytest.fixture
def logged(client: Client) -> None:
    """One set of deadlifts, today."""
    assert send(client, session_entry("s"), set_entry("s")) == ["created", "created"]


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often a journal is looked back over in earnest."""
    found: list[int] = []
    made = reviewing_module.Reviewing.__init__

    def counting(self: object, *told: object) -> None:
        found.append(len(found))
        made(self, *told)  # type: ignore[arg-type]

    monkeypatch.setattr(reviewing_module.Reviewing, "__init__", counting)
    return found


def test_pages_share_one_reading(client: Client, logged: None, readings: list[int]) -> None:
    for place in ("/progress/", LIFT, "/progress/muscle/lats/", "/progress/"):
        assert client.get(place).status_code == 200
    assert len(readings) == 1


def test_a_page_shows_the_set_logged_a_moment_ago(client: Client, logged: None) -> None:
    assert "137.5 kg" not in text_of(client.get(LIFT))
    send(client, set_entry("s", load=[137.5, "kg", "total"], reps=1))
    assert "137.5 kg" in text_of(client.get(LIFT))


def test_a_deleted_set_is_gone(client: Client, logged: None) -> None:
    heavy = set_entry("s", load=[137.5, "kg", "total"], reps=1)
    send(client, heavy)
    assert "137.5 kg" in text_of(client.get(LIFT))
    client.post(f"/progress/log/s/{heavy['set']['id']}/delete/")
    assert "137.5 kg" not in text_of(client.get(LIFT))


def test_an_entry_of_another_process_is_seen(client: Client, desk: Desk, logged: None) -> None:
    """Another process knows nothing of what is kept in this one; it only adds to the database."""
    assert client.get(LIFT).status_code == 200
    other = open_desk(settings.DORSI, DEFAULT_DB_ALIAS).store
    before = desk.store.mark()
    events = tuple(desk.store.events())
    other.replace_all(events[:1])
    assert desk.store.mark() != before
    assert client.get(LIFT).status_code == 404, "only the session is left, without its set"


def test_a_restored_backup_is_another_journal(client: Client, desk: Desk, logged: None) -> None:
    before = desk.store.mark()
    kept = backup_of(tuple(desk.store.events()), desk.clock.now())
    desk.store.replace_all(read_backup(kept))
    assert desk.store.mark() not in ("", before), "though it holds the same"


def test_inside_a_transaction_nothing_is_kept(desk: Desk) -> None:
    """It may be undone, and the next entry then gets the number of the one that never was."""
    with desk.store.at_once():
        assert desk.store.mark() == ""


def test_another_day_is_looked_at_anew(client: Client, desk: Desk, logged: None) -> None:

    class Tomorrow(SystemClock):
        def now(self) -> datetime:
            return datetime.now(UTC) + timedelta(days=1)

    today = reviewing(desk.store, desk.coaching())
    tomorrow = reviewing(desk.store, Coaching(desk.store, Tomorrow(), desk.chance))
    assert tomorrow.review().today == today.review().today + timedelta(days=1)
    assert reviewing(desk.store, desk.coaching()) is today


def test_nobody_sees_what_was_kept_for_another(alice: Client, bob: Client) -> None:
    """Both enter their first session, so that only whose it is tells the journals apart."""
    send(alice, session_entry("s"), set_entry("s"))
    send(bob, session_entry("s"), set_entry("s", "barbell-row"))
    row = "/progress/lift/barbell-row/"
    assert [person.get(LIFT).status_code for person in (alice, bob)] == [200, 404]
    assert [person.get(row).status_code for person in (alice, bob)] == [404, 200]


def test_the_coach_keeps_nothing_of_a_programme_that_was_taken_back(client: Client, desk: Desk) -> None:
    client.post(f"{API}/programs", {"text": plan_text()}, content_type="application/json")
    assert client.get(f"{API}/day").status_code == 200
    adoption = desk.coaching().state().adoption
    assert adoption is not None
    desk.coaching().take_back(adoption.id)
    assert client.get(f"{API}/day").status_code == 404
    with pytest.raises(UsageError):
        desk.coaching().next()


def test_what_was_read_before_an_entry_came_in_is_not_kept_for_the_journal_after_it(client: Client, desk: Desk) -> None:
    """A page reads a part of the journal first and asks the coach later; a phone's sets may come in between."""
    alias = DEFAULT_DB_ALIAS
    slow = open_desk(settings.DORSI, alias, remembering=True)
    slow.store.recent(slow.clock.today())
    desk.coaching().start(plan_text(), "plan.yaml")
    before = slow.store.mark()
    assert before != open_desk(settings.DORSI, alias, remembering=True).store.mark()
