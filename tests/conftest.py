"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dorsi.atlas.load import Atlas, load_atlas
from tests import django_world

pytest_plugins = ["tests.chromium"]
ROOT = Path(__file__).resolve().parent.parent
settings.register_profile(
    "dorsi", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=False
)
settings.load_profile("dorsi")


# At import, because folders below import Django's models when they are collected.
django_world.configure()


def pytest_configure(config: pytest.Config) -> None:
    """Says what the marks mean."""
    config.addinivalue_line("markers", "sqlite: is about journals in files")
    config.addinivalue_line("markers", "postgresql: is about journals on a server")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves tests of files out where journals are on a server, and the other way round; each has its round."""
    other = "postgresql" if django_world.SERVER is None else "sqlite"
    left_out = [item for item in items if item.get_closest_marker(other)]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The one atlas."""
    return load_atlas()


@pytest.fixture(scope="session")
def athletes() -> Path:
    """The folder of example athletes."""
    return ROOT / "examples" / "athletes"
