"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dorsi.atlas.load import Atlas, load_atlas

ROOT = Path(__file__).resolve().parent.parent
settings.register_profile(
    "dorsi", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=False
)
settings.load_profile("dorsi")


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The one atlas."""
    return load_atlas()


@pytest.fixture(scope="session")
def athletes() -> Path:
    """The folder of example athletes."""
    return ROOT / "examples" / "athletes"
