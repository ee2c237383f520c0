"""Programmes of every shape, read from their files as a person would write them."""

from __future__ import annotations

from dorsi.atlas.load import load_atlas
from dorsi.program.evaluate import ProgramView, evaluate
from dorsi.program.reading import read_program

EVERYTHING = """
dorsi: program/1
name: "Спина: тяга и сила"
weeks: 4
deload_weeks: 4
note: Four weeks towards a first weighted pull-up.
sessions:
  - id: upper
    name: Upper back
    theme: Width first, then thickness.
    day: mon
    blocks:
      - cardio: row-ergometer
        sets: 1 x 5 min
      - warmup: pulldown-medium
        sets: 2 x 10 @ 50%
      - exercise: pull-up-weighted
        sets:
          1-2: 3-4 x 5 @ bw+10, RIR 2
          3: max, 10, 8, 8
          4: 2 x 5 @ bw
        rest: 2-3 min
        tempo: 3-1-X-0
      - superset:
          - exercise: dumbbell-row
            sets: 3 x 8-12 @ 53 lb, RIR 1-3
            note: "Keep the hips | square; breathe, then pull."
          - exercise: face-pull
            sets: 3 x 15 light
        rest: 90 s
  - id: lower
    name: Lower back
    weeks: 1-3
    blocks:
      - test: deadlift
        sets: 1 x 5 @ 80%; 2-3 x 5+ @ 70-75%
      - triset:
          - exercise: pull-up-assisted
            sets: 2 x 8 @ bw-20
          - exercise: back-extension-hold
            sets: 2 x 30-45 s
          - exercise: suitcase-carry
            straps: true
            sets: 2 x 20 m @ 24 kg
        rest: 2 min
      - stretch: childs-pose
        sets: 2 x 30 s
"""
HOSTILE = """
dorsi: program/1
name: "=cmd('calc')!A1"
weeks: 2
note: "+1 & <b>*bold*</b>"
sessions:
  - id: one
    name: "=cmd()"
    note: "@SUM(A1)"
    blocks:
      - exercise: pull-up-medium
        sets: 3 x 5
        note: "-2+3"
  - id: two
    name: "💪🏽 Ћирилица, ελληνικά; 背中 \\\\ day"
    blocks:
      - exercise: dead-hang
        sets: 2 x 30 s
  - id: three
    blocks:
      - exercise: plank
        sets: 2 x 45 s
"""


def program_view(text: str) -> ProgramView:
    """The programme in `text`, laid out."""
    atlas = load_atlas()
    return evaluate(read_program(text, "test.yaml", atlas), atlas)
