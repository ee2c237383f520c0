"""A journal in a file of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dorsi.settings import Settings
from dorsi.store.connection import configure

configure()

from django.db import connections  # noqa: E402 - Django's models can be imported only once it is configured

from dorsi.bootstrap import open_journal  # noqa: E402
from dorsi.store.journal_repository import JournalRepository  # noqa: E402


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Closes what a test opened, so that files can go and nothing leaks into the next."""
    yield
    connections.close_all()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose data folder is not there yet."""
    return Settings(data_dir=tmp_path / "data")


@pytest.fixture
def journal(settings: Settings) -> JournalRepository:
    """An empty journal."""
    return open_journal(settings)
