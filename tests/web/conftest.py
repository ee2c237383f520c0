"""What every test of a page may use.

`tests.web.site` is imported when a fixture is first asked for: this file is read before Django is configured.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from dorsi.bootstrap import Desk


@pytest.fixture(scope="session")
def site() -> Any:
    """The world of the pages, with its tables made."""
    found = import_module("tests.web.site")
    found.make_tables()
    return found


@pytest.fixture
def empty(site: Any) -> Iterator[None]:
    """Nobody there yet."""
    with site.nobody():
        yield


@pytest.fixture
def client(site: Any, empty: None) -> Iterator[Client]:
    """The browser of the one athlete of a single-user installation."""
    with site.one_person() as browser:
        yield browser


@pytest.fixture
def desk(site: Any, client: Client) -> Desk:
    """The desk that `client` works at."""
    found: Desk = site.local_desk()
    return found


@pytest.fixture
def alice(site: Any, empty: None) -> Client:
    """Someone with an account."""
    found: Client = site.signed_in("alice")
    return found


@pytest.fixture
def bob(site: Any, empty: None) -> Client:
    """Someone else with an account."""
    found: Client = site.signed_in("bob")
    return found


@pytest.fixture
def anonymous(site: Any, empty: None) -> Client:
    """Nobody in particular, where there are accounts."""
    found: Client = site.visitor()
    return found
