"""Laws of reading: what is written reads back, and whatever people type draws an answer, never a crash."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile
from dorsi.program.model import Program, SetTarget
from dorsi.program.notation import NotationError, format_sets, parse_sets
from dorsi.program.reading import read_program
from dorsi.program.templates import template_ids, template_text
from dorsi.program.writing import sets_text, write_program
from tests.program.program_strategies import set_targets, target_lines

ATLAS = load_atlas()
TEMPLATES = tuple(template_text(name) for name in template_ids())

PIECES = st.sampled_from(
    ["3", "x", "10", "6-12", "12-6", "max", "amrap", "+", "8+", ",", ";", "@", "@@", "RIR", "RPE", "2", "1-2", "10.5",
     "kg", "lb", "lbs", "bw", "bw+10", "bw-5 lb", "%", "80%", "75-80%", "120%", "light", "s", "sec", "min", "m", "-",
     "–", "×", "*", " ", "0", "99", "101", "60,5 kg", ".", "per side", "each", "/side", "\u0663", "\u00b2", "x x"]
)  # fmt: skip
LINES = st.one_of(
    st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=60),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)
"""Lines of notation as hurried people type them, and any other text."""


def has_equal_neighbours(targets: tuple[SetTarget, ...]) -> bool:
    """True if two groups in a row ask for the same work, which a short list would run together."""
    return any(
        (a.reps, a.to_max, a.seconds, a.metres, a.rir, a.load) == (b.reps, b.to_max, b.seconds, b.metres, b.rir, b.load)
        for a, b in pairwise(targets)
    )


@given(target_lines())
def test_sets_read_back_as_they_were_written(targets: tuple[SetTarget, ...]) -> None:
    assert parse_sets(sets_text(targets)) == targets


@given(target_lines())
def test_the_short_form_reads_back_too_where_no_neighbours_are_alike(targets: tuple[SetTarget, ...]) -> None:
    assume(not has_equal_neighbours(targets))
    assert parse_sets(format_sets(targets)) == targets


@given(set_targets())
def test_one_group_reads_back(target: SetTarget) -> None:
    assert parse_sets(format_sets((target,))) == (target,)


@settings(max_examples=400)
@given(LINES)
def test_any_line_is_sets_or_a_fault_with_its_place(line: str) -> None:
    try:
        targets = parse_sets(line)
    except NotationError as error:
        assert 0 <= error.offset <= len(line)
        assert error.message
        assert error.remedy
        return
    assert targets
    for target in targets:
        assert 1 <= target.sets[0] <= target.sets[1]
        assert sum(x is not None for x in (target.reps, target.seconds, target.metres)) + target.to_max >= 1
    assert parse_sets(sets_text(targets)) == targets


@pytest.mark.parametrize(
    "line", ["", "   ", ";", "3 x 10;", "@", "3 x", "x 3", "0 x 5", "5 x 0", "21 x 5", "3 x 5 @ kg"]
)
def test_near_misses_are_refused(line: str) -> None:
    with pytest.raises(NotationError):
        parse_sets(line)


# ---------------------------------------------------------------------- whole files
def answer(text: str) -> Program | None:
    """The programme, or None for a file whose problems are all told well; anything else is a crash."""
    try:
        return read_program(text, "any.yaml", ATLAS)
    except InvalidFile as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message
            assert problem.file == "any.yaml"
            assert problem.line is None or 1 <= problem.line <= len(text.splitlines()) + 2
        return None


TYPED = [*" \n\t:-,[]{}'\"#&*!|>%@0x9?~", "- ", ": ", "[a]: "]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A template after a few slips of the hand: characters lost, typed or doubled, lines lost or swapped."""
    text = draw(st.sampled_from(TEMPLATES))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        slip = draw(st.sampled_from(["delete", "insert", "double", "line", "swap"]))
        if slip == "delete":
            text = text[:at] + text[at + draw(st.integers(1, 12)) :]
        elif slip == "insert":
            text = text[:at] + draw(st.sampled_from(TYPED)) + text[at:]
        elif slip == "double":
            text = text[:at] + text[max(0, at - 20) : at] + text[at:]
        else:
            lines = text.split("\n")
            row = draw(st.integers(0, len(lines) - 1))
            if slip == "line":
                del lines[row]
            else:
                lines[row:] = reversed(lines[row:])
            text = "\n".join(lines)
    return text


SLOW = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@SLOW
@given(damaged())
def test_a_damaged_file_is_read_or_its_problems_are_told(text: str) -> None:
    program = answer(text)
    if program is not None:
        assert read_program(write_program(program), "any.yaml", ATLAS) == program


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_read_or_its_problems_are_told(text: str) -> None:
    answer(text)


FRAME = """\
dorsi: program/1
name: x
weeks: 4
sessions:
  - id: back
    blocks:
      - exercise: deadlift
        sets: {sets}
        rest: {rest}
"""


@settings(max_examples=200)
@given(st.sampled_from(["sets", "rest"]), LINES)
def test_any_value_is_read_or_its_problem_is_told(field: str, value: str) -> None:
    values = {"sets": "3 x 5", "rest": "3 min", field: value.replace("{", "").replace("}", "")}
    answer(FRAME.format(**values))


@pytest.mark.parametrize("name", template_ids())
def test_a_file_cut_off_anywhere_is_read_or_its_problems_are_told(name: str) -> None:
    text = template_text(name)
    for end in range(0, len(text), 97):
        answer(text[:end])
