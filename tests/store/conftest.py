"""A journal in a database of its own for each test: a file, or one of the server that the tests were told to use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from dorsi.bootstrap import open_journal
from dorsi.settings import Settings
from dorsi.store.journal_repository import JournalRepository
from tests.django_world import SERVER


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Closes what a test opened, so that files can go and nothing leaks into the next."""
    yield
    connections.close_all()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose data folder is not there yet."""
    return Settings(data_dir=tmp_path / "data", database_url=SERVER.new_database() if SERVER is not None else "")


@pytest.fixture
def journal(settings: Settings) -> JournalRepository:
    """An empty journal."""
    return open_journal(settings)
