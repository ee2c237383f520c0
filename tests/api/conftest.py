"""The people and browsers of tests/web, for the JSON interface."""

from __future__ import annotations

from tests.web.conftest import *  # noqa: F403 - fixtures
