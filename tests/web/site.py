"""The pages' world for tests, in the Django that tests/conftest.py has configured.

The process runs with accounts installed; `client` leaves them out of the way, as a single-user installation does.
A test takes `client` or the people with accounts, not both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext, setup_test_environment

from dorsi.bootstrap import Desk, open_desk
from dorsi.store.connection import bring_up_to_date, make_private
from dorsi.store.models import AthleteRow

MOST_QUERIES = 10
_TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET TRANSACTION")
_OF_ACCOUNTS = ("sessions", "auth.middleware", "allauth")
_PLAIN_FILES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
_ONE_PERSON = [
    name.replace("AccountDesks", "LocalDesk")
    for name in settings.MIDDLEWARE
    if not any(part in name for part in _OF_ACCOUNTS)
]


@cache
def make_tables() -> None:
    """Makes the database with all its tables, once in a process."""
    make_private(settings.DORSI.journal_file)
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    # Before any test hides the accounts: the table of addresses is made once and shall have theirs.
    import_module(settings.ROOT_URLCONF)
    bring_up_to_date(DEFAULT_DB_ALIAS)
    call_command("migrate", verbosity=0)
    setup_test_environment(debug=False)


@contextmanager
def nobody() -> Iterator[None]:
    """Nobody there yet, and static files by their own names."""
    AthleteRow.objects.all().delete()
    get_user_model().objects.all().delete()
    with override_settings(STORAGES=_PLAIN_FILES):
        yield


@contextmanager
def one_person() -> Iterator[Client]:
    """The browser of the one athlete of a single-user installation."""
    with override_settings(MIDDLEWARE=_ONE_PERSON, DORSI=replace(settings.DORSI, accounts=False)):
        yield visitor()


def local_desk() -> Desk:
    """The desk of the one athlete."""
    return open_desk(settings.DORSI, DEFAULT_DB_ALIAS)


def visitor() -> Client:
    """A browser that nobody knows yet."""
    return Client(HTTP_HOST="localhost")


def signed_in(name: str) -> Client:
    """The browser of a person with that account."""
    people = get_user_model().objects
    found = people.filter(username=name).first() or people.create_user(name, f"{name}@example.org")
    client = visitor()
    client.force_login(found, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@contextmanager
def few_queries(most: int = MOST_QUERIES) -> Iterator[None]:
    """Fails where more queries run inside than a page may need; where transactions begin and end is not counted."""
    with CaptureQueriesContext(connection) as ran:
        yield
    found = [query["sql"] for query in ran.captured_queries if not query["sql"].startswith(_TRANSACTIONS)]
    listing = "\n".join(sql[:160] for sql in found)
    assert len(found) <= most, f"{len(found)} queries:\n{listing}"


def text_of(response: Any) -> str:
    """The page as text, its white space collapsed."""
    return " ".join(response.content.decode().split())
