"""Fixtures of the command line's tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
REWRITE = "DORSI_REWRITE_GOLDENS"
"""Set this variable to write the golden files anew, then read the difference."""

PROGRAMME = """\
# my own plan
dorsi: program/1
name: Two days
weeks: 6
deload_weeks: 6
sessions:
  - id: upper  # pulls
    day: mon
    blocks:
      - warmup: pulldown-medium
        sets: 1 x 15 light
      # the main lift
      - exercise: pull-up-weighted
        sets: {1-5: '4 x 5-8 @ bw+10, RIR 2', 6: 2 x 5-8 @ RIR 4}
        rest: 3 min
      - superset:
          - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
          - {exercise: face-pull, sets: 3 x 12-20}
        rest: 90 s
  - id: lower
    day: thu
    blocks:
      - exercise: deadlift
        sets: 3 x 5 @ 80%; 1 x max @ 70%
      - exercise: dumbbell-row
        sets: 3 x 8
"""


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name, or writes it when asked to."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if os.environ.get(REWRITE):
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{path.name} differs; {REWRITE}=1 writes it anew"

    return compare


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A small sound programme with comments, a superset and a deload."""
    path = tmp_path / "mine.yaml"
    path.write_text(PROGRAMME, "utf-8")
    return path
