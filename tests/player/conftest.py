"""A real server on a data folder of its own, and a real browser with phones to hold before it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.player.phone import Hold, Phone
from tests.player.site import Site, dorsi, prepared, settle

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The one server of this process, which starts more slowly than most tests run."""
    site = Site(tmp_path_factory.mktemp("site"))
    yield site
    site.stop()


@pytest.fixture(scope="session")
def mixed_journal(tmp_path_factory: pytest.TempPathFactory, athletes: Path) -> Path:
    """A journal where a short session with everything in it is for today."""
    return prepared(tmp_path_factory.mktemp("mixed"), HERE / "plan.yaml", athletes / "intermediate.toml")


@pytest.fixture(scope="session")
def twenty_journal(tmp_path_factory: pytest.TempPathFactory, athletes: Path) -> Path:
    """A journal where a session of twenty sets is for today."""
    return prepared(tmp_path_factory.mktemp("twenty"), HERE / "plan_twenty.yaml", athletes / "intermediate.toml")


@pytest.fixture(scope="session")
def ramp_journal(tmp_path_factory: pytest.TempPathFactory, athletes: Path) -> Path:
    """A journal where a session with a warm-up ramp and a triset is for today, and the row was trained before."""
    folder = tmp_path_factory.mktemp("ramp")
    journal = prepared(folder, HERE / "plan_ramp.yaml", athletes / "intermediate.toml")
    past = (datetime.now(UTC).date() - timedelta(days=6)).isoformat()
    dorsi("log", "barbell-row", "60kg x 6, 6", "--on", past, "--data", str(folder))
    settle(journal)
    return journal


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory: pytest.TempPathFactory, mixed_journal: Path) -> Path:
    """A journal of somebody who has no programme yet."""
    journal = tmp_path_factory.mktemp("empty") / mixed_journal.name
    shutil.copyfile(mixed_journal, journal)
    with closing(sqlite3.connect(journal)) as opened, opened:
        for name in ("event", "session", "snapshot"):
            opened.execute(f"DELETE FROM {name}")
    return journal


@pytest.fixture
def ramp(server: Site, ramp_journal: Path) -> Site:
    """The server with a session of a warm-up ramp and a triset, of which nothing is logged."""
    server.start_with(ramp_journal)
    return server


@pytest.fixture
def empty(server: Site, empty_journal: Path) -> Site:
    """The server without a programme."""
    server.start_with(empty_journal)
    return server


@pytest.fixture
def mixed(server: Site, mixed_journal: Path) -> Site:
    """The server with a short session with everything in it, of which nothing is logged."""
    server.start_with(mixed_journal)
    return server


@pytest.fixture
def twenty(server: Site, twenty_journal: Path) -> Site:
    """The server with a session of twenty sets, of which nothing is logged."""
    server.start_with(twenty_journal)
    return server


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Hold]:
    """Holds another phone before a site; what it keeps outlives its pages, not the test."""
    phones: list[Phone] = []

    def hold(site: Site, theme: str = "") -> Phone:
        held = Phone(chromium, site, theme)
        phones.append(held)
        return held

    yield hold
    for held in phones:
        held.put_away()
    for held in phones:
        assert not held.faults, held.faults
