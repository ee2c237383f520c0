"""Edits change what they name and leave every other character of the file alone."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dorsi.atlas.load import load_atlas
from dorsi.program.editing import apply_edits
from dorsi.program.reading import read_program
from dorsi.rules.finding import Edit, InsertAt, MoveTo, RemoveAt, SetValue

FILE = """\
# My programme, do not lose this line
dorsi: program/1
name: "Two days"   # quoted on purpose
weeks: 4

sessions:
  - id: upper   # first day
    # the list
    blocks:
      - warmup: pulldown-wide
        sets: 2 x 15 light  # easy
      # heavy things
      - exercise: pull-up-wide
        sets: '4 x 6-12'  # single quotes
        # felt good
        rest: 3 min

      # a remark that stands alone

      - superset:   # in turn
          - {exercise: pulldown-close,  sets: 4 x 10}  # flow one
          - {exercise: seated-row-narrow, sets: "10, 10, 8"}
        rest: 90 s
      - test: pull-up-medium
        sets:   # by week
          1-3: max
          4: 2 x max

  # second day
  - id: lower
    blocks: [{exercise: deadlift, sets: 4 x 6-8}, {exercise: barbell-row, sets: 3 x 8}]
# the end
"""
UPPER = ("sessions", 0, "blocks")
LOWER = ("sessions", 1, "blocks")


def changed(*edits: Edit) -> tuple[list[str], list[str]]:
    """The lines gone and the lines new after the edits."""
    before, after = FILE.splitlines(), apply_edits(FILE, edits).splitlines()
    yaml.safe_load("\n".join(after))
    return [line for line in before if line not in after], [line for line in after if line not in before]


def blocks(text: str, session: int = 0) -> list[str]:
    document = yaml.safe_load(text)
    return [
        next(iter(b.values())) if "superset" not in b else "superset" for b in document["sessions"][session]["blocks"]
    ]


def test_a_set_value_changes_one_line_and_keeps_comment_and_quotes() -> None:
    gone, new = changed(SetValue(path=(*UPPER, 1, "sets"), value="3 x 6-12"))
    assert gone == ["        sets: '4 x 6-12'  # single quotes"]
    assert new == ["        sets: '3 x 6-12'  # single quotes"]
    gone, new = changed(SetValue(path=("name",), value="Three: days"))
    assert new == ['name: "Three: days"   # quoted on purpose']


def test_a_new_key_lands_below_the_last_one() -> None:
    gone, new = changed(SetValue(path=(*UPPER, 0, "rest"), value="60 s"))
    assert (gone, new) == ([], ["        rest: 60 s"])
    text = apply_edits(FILE, [SetValue(path=(*UPPER, 0, "rest"), value="60 s")])
    assert "        sets: 2 x 15 light  # easy\n        rest: 60 s\n      # heavy things\n" in text


def test_a_new_field_of_a_session_or_programme_lands_above_its_list() -> None:
    text = apply_edits(
        FILE, [SetValue(path=("days_between",), value=3), SetValue(path=("sessions", 0, "day"), value="mon")]
    )
    assert "weeks: 4\ndays_between: 3\n\nsessions:\n" in text
    assert "  - id: upper   # first day\n    day: mon\n    # the list\n    blocks:\n" in text


def test_the_exercise_of_a_warmup_or_test_is_replaced_under_its_own_key() -> None:
    _, new = changed(
        SetValue(path=(*UPPER, 0, "exercise"), value="pulldown-medium"),
        SetValue(path=(*UPPER, 3, "exercise"), value="chin-up"),
    )
    assert new == ["      - warmup: pulldown-medium", "      - test: chin-up"]


def test_sets_by_week_become_one_line_and_keep_the_comment() -> None:
    gone, new = changed(SetValue(path=(*UPPER, 3, "sets"), value="1 x max"))
    assert gone == ["        sets:   # by week", "          1-3: max", "          4: 2 x max"]
    assert new == ["        sets: 1 x max   # by week"]


def test_one_week_of_several_can_be_set() -> None:
    gone, new = changed(SetValue(path=(*UPPER, 3, "sets", "4"), value="1 x max"))
    assert (gone, new) == (["          4: 2 x max"], ["          4: 1 x max"])


def test_members_in_braces_are_edited_in_place() -> None:
    _, new = changed(
        SetValue(path=(*UPPER, 2, "superset", 0, "sets"), value="10, 8"),
        SetValue(path=(*UPPER, 2, "superset", 0, "rest"), value="60 s"),
        SetValue(path=(*UPPER, 2, "superset", 1, "exercise"), value="seated-row-wide"),
    )
    assert new == [
        "          - {exercise: pulldown-close,  sets: '10, 8', rest: 60 s}  # flow one",
        '          - {exercise: seated-row-wide, sets: "10, 10, 8"}',
    ]


def test_keys_are_removed_from_either_style() -> None:
    gone, new = changed(RemoveAt(path=(*UPPER, 1, "rest")), RemoveAt(path=(*UPPER, 2, "superset", 1, "sets")))
    assert gone == ["        rest: 3 min", '          - {exercise: seated-row-narrow, sets: "10, 10, 8"}']
    assert new == ["          - {exercise: seated-row-narrow}"]
    assert "        # felt good\n" in apply_edits(FILE, [RemoveAt(path=(*UPPER, 1, "rest"))])


def test_the_first_key_of_an_entry_can_be_removed() -> None:
    text = apply_edits(FILE, [RemoveAt(path=(*UPPER, 0, "warmup"))])
    assert "      - sets: 2 x 15 light  # easy\n" in text


def test_a_removed_entry_takes_its_own_comments_and_no_others() -> None:
    gone, new = changed(RemoveAt(path=(*UPPER, 1)))
    assert gone == [
        "      - exercise: pull-up-wide",
        "        sets: '4 x 6-12'  # single quotes",
        "        # felt good",
        "        rest: 3 min",
    ]
    assert new == []
    text = apply_edits(FILE, [RemoveAt(path=(*UPPER, 0))])
    assert "    blocks:\n      # heavy things\n      - exercise: pull-up-wide\n" in text


def test_a_removed_session_leaves_one_blank_line() -> None:
    text = apply_edits(FILE, [RemoveAt(path=("sessions", 0))])
    assert "sessions:\n  # second day\n  - id: lower\n" in text
    text = apply_edits(FILE, [RemoveAt(path=("sessions", 1))])
    assert text.endswith("          4: 2 x max\n\n  # second day\n# the end\n")


def test_a_moved_entry_takes_the_comments_above_it_along() -> None:
    text = apply_edits(FILE, [MoveTo(path=(*UPPER, 1), index=0)])
    assert sorted(text.splitlines()) == sorted(FILE.splitlines())
    assert "    blocks:\n      # heavy things\n      - exercise: pull-up-wide\n" in text
    assert "      - warmup: pulldown-wide\n        sets: 2 x 15 light  # easy\n\n      # a remark" in text


def test_neighbours_move_together_in_either_direction() -> None:
    up = [MoveTo(path=(*UPPER, 2), index=0), MoveTo(path=(*UPPER, 3), index=1)]
    assert blocks(apply_edits(FILE, up)) == ["superset", "pull-up-medium", "pulldown-wide", "pull-up-wide"]
    down = [MoveTo(path=(*UPPER, 1), index=3), MoveTo(path=(*UPPER, 0), index=2)]
    assert blocks(apply_edits(FILE, down)) == ["superset", "pull-up-medium", "pulldown-wide", "pull-up-wide"]


def test_moved_sessions_stay_apart() -> None:
    text = apply_edits(FILE, [MoveTo(path=("sessions", 1), index=0)])
    assert "sessions:\n  # second day\n  - id: lower\n    blocks: [{" in text
    assert "sets: 3 x 8}]\n\n  - id: upper   # first day\n" in text
    assert text.endswith("          4: 2 x max\n# the end\n")


def test_entries_in_brackets_move_come_and_go() -> None:
    assert blocks(apply_edits(FILE, [MoveTo(path=(*LOWER, 1), index=0)]), 1) == ["barbell-row", "deadlift"]
    assert blocks(apply_edits(FILE, [RemoveAt(path=(*LOWER, 0))]), 1) == ["barbell-row"]
    assert blocks(apply_edits(FILE, [RemoveAt(path=(*LOWER, 1))]), 1) == ["deadlift"]
    _, new = changed(InsertAt(path=LOWER, index=0, value={"warmup": "deadlift", "sets": "10, 5 light"}))
    assert new == [
        "    blocks: [{warmup: deadlift, sets: '10, 5 light'}, {exercise: deadlift, sets: 4 x 6-8}, "
        "{exercise: barbell-row, sets: 3 x 8}]"
    ]


@pytest.mark.parametrize("index", range(5))
def test_an_inserted_block_stands_where_it_was_asked_for(index: int) -> None:
    edit = InsertAt(path=UPPER, index=index, value={"stretch": "childs-pose", "sets": "2 x 30 s", "straps": True})
    gone, new = changed(edit)
    assert (gone, new) == ([], ["      - stretch: childs-pose", "        sets: 2 x 30 s", "        straps: true"])
    assert blocks(apply_edits(FILE, [edit]))[index] == "childs-pose"


def test_several_edits_count_on_the_file_as_it_was() -> None:
    text = apply_edits(
        FILE,
        [
            RemoveAt(path=(*UPPER, 0)),
            MoveTo(path=(*UPPER, 3), index=1),
            InsertAt(path=UPPER, index=2, value={"exercise": "face-pull", "sets": "3 x 12"}),
            InsertAt(path=UPPER, index=2, value={"exercise": "band-row", "sets": "3 x 12"}),
            InsertAt(path=UPPER, index=9, value={"stretch": "cat-camel", "sets": "1 x 8"}),
            SetValue(path=(*UPPER, 1, "sets"), value="5 x 5"),
            RemoveAt(path=("sessions", 1)),
        ],
    )
    assert blocks(text) == ["pull-up-medium", "pull-up-wide", "face-pull", "band-row", "superset", "cat-camel"]
    assert "# heavy things\n      - exercise: pull-up-wide\n        sets: '5 x 5'" in text
    assert "id: lower" not in text


def test_removing_and_inserting_at_one_place_replaces() -> None:
    edits = [
        RemoveAt(path=(*LOWER, 0)),
        InsertAt(path=LOWER, index=0, value={"exercise": "rack-pull", "sets": "3 x 5"}),
    ]
    assert blocks(apply_edits(FILE, edits), 1) == ["rack-pull", "barbell-row"]


def test_the_same_edit_twice_is_made_once() -> None:
    edit = InsertAt(path=UPPER, index=0, value={"cardio": "brisk-march", "sets": "5 min"})
    assert apply_edits(FILE, [edit, edit]) == apply_edits(FILE, [edit])
    removal = RemoveAt(path=(*UPPER, 1))
    assert apply_edits(FILE, [removal, removal]) == apply_edits(FILE, [removal])


@pytest.mark.parametrize(
    "edit",
    [
        SetValue(path=(*UPPER, 9, "sets"), value="1 x 1"),
        SetValue(path=("name", "sets"), value="1 x 1"),
        RemoveAt(path=(*UPPER, 9)),
        RemoveAt(path=(*UPPER, 0, "tempo")),
        RemoveAt(path=("sessions", 5, "blocks", 1)),
        MoveTo(path=(*UPPER, 9), index=0),
        InsertAt(path=("sessions", 7, "blocks"), index=0, value={"exercise": "deadlift", "sets": "1 x 5"}),
        InsertAt(path=("name",), index=0, value={"exercise": "deadlift", "sets": "1 x 5"}),
        RemoveAt(path=()),
    ],
)
def test_an_edit_without_a_place_is_passed_over(edit: Edit) -> None:
    assert apply_edits(FILE, [edit]) == FILE


def test_no_edits_change_nothing_not_even_in_odd_files() -> None:
    odd = "a:    {b:  1}\r\nlist:\r\n    -   x\r\n"
    assert apply_edits(odd, []) == odd
    assert apply_edits("[unclosed", [SetValue(path=("a",), value="b")]) == "[unclosed"


def test_windows_line_ends_stay() -> None:
    text = apply_edits(
        FILE.replace("\n", "\r\n"), [SetValue(path=(*UPPER, 0, "rest"), value="60 s"), RemoveAt(path=(*UPPER, 1))]
    )
    assert text.count("\n") == text.count("\r\n")
    assert "rest: 60 s\r\n" in text


def test_wide_and_dashless_indents_are_kept() -> None:
    text = (
        "sessions:\n- id: a\n  blocks:\n  -   exercise: deadlift\n      sets: 3 x 5\n"
        "  -   exercise: barbell-row\n      sets: 3 x 8"
    )
    new = apply_edits(text, [InsertAt(path=UPPER, index=2, value={"exercise": "face-pull", "sets": "3 x 12"})])
    assert new == text + "\n  -   exercise: face-pull\n      sets: 3 x 12"
    assert apply_edits(new, [RemoveAt(path=(*UPPER, 2))]) == text


def test_what_an_alias_stands_for_is_not_torn_apart() -> None:
    text = (
        "sessions:\n  - id: a\n    blocks: &b\n      - {exercise: deadlift, sets: 3 x 5}\n  - id: b\n    blocks: *b\n"
    )
    assert apply_edits(text, [RemoveAt(path=("sessions", 0))]) == text
    assert "sets: 4 x 5" in apply_edits(text, [SetValue(path=(*LOWER, 0, "sets"), value="4 x 5")])


def test_folded_and_literal_remarks_can_be_set_and_removed() -> None:
    text = "name: x\nnote: >-\n  one\n  two\n\n# kept\nsource: |\n  a\n\n  b\nweeks: 2\n"
    assert apply_edits(text, [SetValue(path=("note",), value="three")]) == text.replace(">-\n  one\n  two", "three")
    assert apply_edits(text, [RemoveAt(path=("source",))]) == "name: x\nnote: >-\n  one\n  two\n\n# kept\nweeks: 2\n"


@given(st.permutations(range(4)), st.integers(0, 3), st.integers(0, 3))
def test_a_move_is_what_lists_do(order: list[int], entry: int, index: int) -> None:
    names = ["deadlift", "barbell-row", "face-pull", "plank"]
    items = [names[n] for n in order]
    text = "sessions:\n  - id: a\n    blocks:\n" + "".join(
        f"      - exercise: {n}\n        sets: 1 x 5\n" for n in items
    )
    items.insert(index, items.pop(entry))
    assert blocks(apply_edits(text, [MoveTo(path=(*UPPER, entry), index=index)])) == items


def test_an_edited_file_still_reads() -> None:
    text = apply_edits(FILE, [MoveTo(path=(*UPPER, 3), index=0), SetValue(path=("days_between",), value=2)])
    program = read_program(text, "x.yaml", load_atlas())
    assert program.sessions[0].blocks[0].items[0].exercise == "pull-up-medium"
    assert program.days_between == 2
