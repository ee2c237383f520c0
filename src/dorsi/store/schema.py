"""Which state of the tables this version of Dorsi works with."""

from __future__ import annotations

SCHEMA = 2
"""The number of the newest migration; the file carries it as `PRAGMA user_version`, so that a look is enough."""
