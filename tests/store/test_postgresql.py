"""What a server asks for besides: writers that come at once, older and newer tables, refusals."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import count

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from dorsi.bootstrap import open_journal
from dorsi.errors import StoreUnavailable
from dorsi.settings import Settings
from dorsi.store.connection import connect
from dorsi.store.journal_repository import JournalRepository
from tests.store.entries import a_set, session_logged, set_logged

pytestmark = pytest.mark.postgresql
WRITERS = 4
EACH = 15


def order(alias: str, statement: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(statement)


def test_devices_that_log_into_one_session_at_once_lose_nothing(journal: JournalRepository) -> None:
    journal.append([session_logged("s")])
    numbers = count()
    together = threading.Barrier(WRITERS)

    def write() -> None:
        together.wait()
        for _ in range(EACH):
            journal.append([set_logged("s", f"set {next(numbers)}")])
        connections.close_all()

    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    session = journal.session("s")
    assert session is not None
    assert len(session.sets) == WRITERS * EACH


def test_several_first_starts_at_once_make_one_athlete(settings: Settings) -> None:
    found: list[int] = []
    together = threading.Barrier(WRITERS)

    def start() -> None:
        together.wait()
        found.append(open_journal(settings).athlete)
        connections.close_all()

    starts = [threading.Thread(target=start) for _ in range(WRITERS)]
    for each in starts:
        each.start()
    for each in starts:
        each.join()
    assert len(found) == WRITERS
    assert len(set(found)) == 1


def test_tables_of_an_earlier_version_are_brought_up_to_date(journal: JournalRepository, settings: Settings) -> None:
    journal.append([session_logged("a", 1, a_set("1"))])
    before = journal.journal()
    executor = MigrationExecutor(connections[journal.alias])
    executor.migrate([("store", "0001_journal")])
    assert open_journal(settings).journal() == before


def test_tables_of_a_newer_version_are_left_alone(journal: JournalRepository, settings: Settings) -> None:
    order(journal.alias, "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', now())")
    with pytest.raises(StoreUnavailable, match="newer version"):
        connect(settings)


@pytest.fixture
def wrong(settings: Settings) -> Settings:
    """The address with another password."""
    scheme, _, rest = settings.database_url.partition("://")
    user, _, place = rest.partition("@")
    return replace(settings, database_url=f"{scheme}://{user.split(':')[0]}:sesame@{place}")


def test_a_server_that_refuses_is_told_without_the_password(wrong: Settings) -> None:
    with pytest.raises(StoreUnavailable, match="database_url") as caught:
        connect(wrong)
    assert "sesame" not in str(caught.value)


def test_a_connection_that_breaks_is_told(journal: JournalRepository) -> None:
    order(journal.alias, "SET application_name = 'to be ended'")
    other = connections[journal.alias].copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'to be ended'")
    other.close()
    with pytest.raises(StoreUnavailable, match="does not answer"):
        journal.journal()


def test_a_text_that_a_server_cannot_keep_is_kept_all_the_same(journal: JournalRepository) -> None:
    journal.append([session_logged("a", 1, replace(a_set("1"), note="zero \0 and \ud800"))])
    assert journal.journal().sessions[0].sets[0].note == "zero \0 and \ud800"
