"""The people and browsers of tests/web, for the server."""

from __future__ import annotations

from tests.web.conftest import *  # noqa: F403 - fixtures
