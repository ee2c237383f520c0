"""Reads programme files: YAML with positions, every problem reported with line and column."""

from __future__ import annotations

import re
from typing import Any

import yaml

from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.atlas.load import Atlas
from dorsi.errors import InvalidFile, Problem, nearest
from dorsi.program.model import Block, BlockKind, Prescription, Program, Role, Session, WeekSets
from dorsi.program.notation import NotationError, parse_sets

FORMAT = "program/1"
MAX_WEEKS = 52
MAX_BYTES = 2_000_000
_MAX_ALIASES = 200
_ROLES = {
    "exercise": Role.WORK,
    "warmup": Role.WARMUP,
    "cardio": Role.CARDIO,
    "test": Role.TEST,
    "stretch": Role.STRETCH,
}
_GROUPS = {"superset": (BlockKind.SUPERSET, 2), "triset": (BlockKind.TRISET, 3)}
_ITEM_KEYS = frozenset({*_ROLES, "sets", "tempo", "rest", "straps", "method", "note"})
_SESSION_KEYS = frozenset({"id", "name", "theme", "day", "weeks", "also", "note", "blocks"})
_PROGRAM_KEYS = frozenset(
    {
        "dorsi",
        "name",
        "weeks",
        "note",
        "source",
        "claims",
        "days_between",
        "deload_weeks",
        "reasons",
        "sessions",
        "athlete",
    }
)
_TEMPO = re.compile(r"^[0-9X]{1,2}(-[0-9X]{1,2}){2,3}$")
_REST = re.compile(r"^(\d+)(?:\s*[-–]\s*(\d+))?\s*(s|sec|min)$")
_SESSION_ID = re.compile(r"^[a-z0-9][a-z0-9-]*$")
_Node = yaml.Node


def read_program(text: str, file: str, atlas: Atlas) -> Program:
    """The programme in `text`. Raises InvalidFile listing every problem with line and column."""
    return _Reader(file, atlas).read(text)


class _Reader:
    def __init__(self, file: str, atlas: Atlas) -> None:
        self.file, self.atlas = file, atlas
        self.problems: list[Problem] = []

    def read(self, text: str) -> Program:
        node = self._compose(text)
        program = self._program(node) if node is not None else None
        if self.problems or program is None:
            raise InvalidFile(sorted(self.problems, key=lambda p: (p.line or 0, p.column or 0)))
        return program

    def _compose(self, text: str) -> yaml.MappingNode | None:
        if len(text) > MAX_BYTES:
            self._say(
                None, "", f"is larger than {MAX_BYTES // 1_000_000} MB", "A programme is a few kilobytes."
            )
            return None
        try:
            if (
                sum(isinstance(e, yaml.AliasEvent) for e in yaml.parse(text, Loader=yaml.CSafeLoader))
                > _MAX_ALIASES
                if "*" in text
                else False
            ):
                self._say(
                    None, "", "repeats itself through too many aliases (*name)", "Write the sessions out."
                )
                return None
            node = yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            problem = Problem(
                file=self.file,
                where="",
                message=f"this is not readable YAML: {error.problem or 'the structure breaks off'}",
                remedy="Check the indentation, quotes and colons on this line and the one before.",
                line=mark.line + 1 if mark else None,
                column=mark.column + 1 if mark else None,
            )
            self.problems.append(problem)
            return None
        except yaml.YAMLError as error:
            self._say(None, "", f"this is not readable text: {error}", "Save the file as UTF-8.")
            return None
        except RecursionError:
            self._say(None, "", "is nested too deeply", "A programme has sessions, blocks and exercises.")
            return None
        if not isinstance(node, yaml.MappingNode):
            self._say(node, "", "does not hold a programme", f"It should start with 'dorsi: {FORMAT}'.")
            return None
        return node

    # ------------------------------------------------------------------ levels of the file
    def _program(self, node: yaml.MappingNode) -> Program | None:
        fields = self._fields(node, _PROGRAM_KEYS, "programme")
        marker = fields.get("dorsi")
        if marker is None:
            self._say(node, "dorsi", "is missing", f"Start the file with 'dorsi: {FORMAT}'.")
        elif self._text(marker, "dorsi") != FORMAT:
            self._say(
                marker,
                "dorsi",
                f"'{_scalar(marker)}' is not a format this Dorsi reads",
                f"Expected '{FORMAT}'.",
            )
        name = self._text(fields.get("name"), "name") if "name" in fields else None
        if not name:
            self._say(fields.get("name", node), "name", "is missing", "Give the programme a name.")
        weeks = self._whole(fields["weeks"], "weeks", 1, MAX_WEEKS) if "weeks" in fields else 1
        sessions_node = fields.get("sessions")
        if not isinstance(sessions_node, yaml.SequenceNode) or not sessions_node.value:
            self._say(
                sessions_node or node,
                "sessions",
                "must be a list of at least one session",
                "See 'dorsi templates' for examples.",
            )
            return None
        sessions = tuple(
            s for n in sessions_node.value if (s := self._session(n, weeks or MAX_WEEKS)) is not None
        )
        self._unique_ids(sessions, sessions_node)
        deload = (
            self._weeks(fields["deload_weeks"], "deload_weeks", weeks or MAX_WEEKS)
            if "deload_weeks" in fields
            else None
        )
        return Program(
            name=name or "",
            weeks=weeks or 1,
            sessions=sessions,
            note=self._text(fields.get("note"), "note"),
            source=self._text(fields.get("source"), "source"),
            claims=self._texts(fields.get("claims"), "claims"),
            days_between=self._whole(fields["days_between"], "days_between", 0, 6)
            if "days_between" in fields
            else None,
            deload_weeks=deload or frozenset(),
            reasons=self._texts(fields.get("reasons"), "reasons"),
            athlete=_plain(fields["athlete"]) if "athlete" in fields else None,
        )

    def _session(self, node: _Node, weeks: int) -> Session | None:
        if not isinstance(node, yaml.MappingNode):
            self._say(node, "session", "is not a session", "Each session starts with '- id: ...'.")
            return None
        fields = self._fields(node, _SESSION_KEYS, "session")
        session_id = self._text(fields.get("id"), "id")
        if not session_id:
            self._say(node, "id", "is missing", "Give the session a short id such as 'upper'.")
        elif not _SESSION_ID.match(session_id):
            self._say(
                fields["id"],
                "id",
                f"'{session_id}' is not a short id",
                "Use lower-case letters, digits and hyphens.",
            )
        blocks_node = fields.get("blocks")
        if not isinstance(blocks_node, yaml.SequenceNode) or not blocks_node.value:
            self._say(
                blocks_node or node,
                f"session '{session_id}'",
                "has no blocks",
                "List its exercises under 'blocks:'.",
            )
            return None
        return Session(
            id=session_id,
            name=self._text(fields.get("name"), "name"),
            theme=self._text(fields.get("theme"), "theme"),
            day=self._weekday(fields.get("day")),
            weeks=self._weeks(fields["weeks"], "weeks", weeks) if "weeks" in fields else None,
            also=self._others(fields.get("also")),
            note=self._text(fields.get("note"), "note"),
            blocks=tuple(b for n in blocks_node.value if (b := self._block(n, weeks)) is not None),
        )

    def _block(self, node: _Node, weeks: int) -> Block | None:
        if not isinstance(node, yaml.MappingNode):
            self._say(
                node, "block", "is not a block", "Write '- exercise: pull-up-medium' with 'sets:' below it."
            )
            return None
        group = next((k.value for k, _ in node.value if k.value in _GROUPS), None)
        if group is None:
            item = self._item(node, weeks)
            return None if item is None else Block(kind=BlockKind.SINGLE, items=(item,))
        kind, size = _GROUPS[group]
        fields = self._fields(node, frozenset({group, "rest", "note"}), group)
        members = fields[group]
        if not isinstance(members, yaml.SequenceNode) or len(members.value) != size:
            count = len(members.value) if isinstance(members, yaml.SequenceNode) else 0
            self._say(
                members,
                group,
                f"needs {size} exercises, found {count}",
                f"List {size} entries below '{group}:'.",
            )
            return None
        items = tuple(i for n in members.value if (i := self._item(n, weeks)) is not None)
        return Block(kind=kind, items=items, rest_s=self._rest(fields.get("rest"))) if items else None

    def _item(self, node: _Node, weeks: int) -> Prescription | None:
        if not isinstance(node, yaml.MappingNode):
            self._say(
                node, "block", "is not an exercise", "Write 'exercise: pull-up-medium' and 'sets: 4 x 6-12'."
            )
            return None
        fields = self._fields(node, _ITEM_KEYS, "block")
        named = [key for key in fields if key in _ROLES]
        if len(named) != 1:
            found = f"both '{named[0]}' and '{named[1]}'" if named else "neither an exercise nor a warm-up"
            self._say(
                node,
                "block",
                f"names {found}",
                "Name one of: exercise, warmup, cardio, test, stretch, superset, triset.",
            )
            return None
        exercise = self._exercise(fields[named[0]])
        sets_node = fields.get("sets")
        if sets_node is None:
            self._say(node, exercise or "block", "has no sets", "Add a line such as 'sets: 4 x 6-12'.")
            return None
        sets = self._sets(sets_node, weeks)
        if exercise is None or not sets:
            return None
        return Prescription(
            exercise=exercise,
            role=_ROLES[named[0]],
            sets=sets,
            rest_s=self._rest(fields.get("rest")),
            tempo=self._tempo(fields.get("tempo")),
            straps=self._flag(fields.get("straps"), "straps"),
            methods=self._methods(fields.get("method")),
            note=self._text(fields.get("note"), "note"),
        )

    # ------------------------------------------------------------------ single values
    def _exercise(self, node: _Node) -> str | None:
        name = self._text(node, "exercise")
        if name in self.atlas.exercises:
            return name
        if name:
            guesses = _exercise_guesses(name, self.atlas)
            remedy = f"Did you mean {' or '.join(guesses)}?" if guesses else "List them with 'dorsi atlas'."
            self._say(node, "exercise", f"'{name}' is not an exercise Dorsi knows", remedy)
        return None

    def _sets(self, node: _Node, weeks: int) -> tuple[WeekSets, ...]:
        if isinstance(node, yaml.MappingNode):
            entries: list[WeekSets] = []
            seen: set[int] = set()
            for key, value in node.value:
                span = self._weeks(key, "sets", weeks)
                targets = self._line(value)
                if span is None or not targets:
                    continue
                if seen & span:
                    self._say(
                        key, "sets", f"week {min(seen & span)} is named twice", "Give each week one line."
                    )
                seen |= span
                entries.append(WeekSets(weeks=span, targets=targets))
            return tuple(entries)
        targets = self._line(node)
        return (WeekSets(weeks=None, targets=targets),) if targets else ()

    def _line(self, node: _Node) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            self._say(node, "sets", "is not a line of set notation", "Write 'sets: 4 x 6-12 @ RIR 2'.")
            return ()
        try:
            return parse_sets(node.value)
        except NotationError as error:
            quoted = 1 if node.style in ("'", '"') else 0
            self._say(node, "sets", error.message, error.remedy, shift=error.offset + quoted)
            return ()

    def _weeks(self, node: _Node, where: str, last: int) -> frozenset[int] | None:
        parts = (
            [n.value for n in node.value]
            if isinstance(node, yaml.SequenceNode)
            else str(_scalar(node)).split(",")
        )
        weeks: set[int] = set()
        for part in parts:
            match = re.fullmatch(r"\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*", str(part))
            low, high = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
            if not match or not 1 <= low <= high <= last:
                self._say(node, where, f"'{part}' is not a week from 1 to {last}", "Write '1-4' or '1, 5'.")
                return None
            weeks.update(range(low, high + 1))
        return frozenset(weeks)

    def _rest(self, node: _Node | None) -> tuple[int, int] | None:
        if node is None:
            return None
        match = _REST.match(str(_scalar(node)).strip())
        if match is None:
            self._say(node, "rest", f"'{_scalar(node)}' is not a rest", "Write '3 min', '90 s' or '2-3 min'.")
            return None
        factor = 60 if match[3] == "min" else 1
        low, high = int(match[1]) * factor, int(match[2] or match[1]) * factor
        if low > high or high > 1800:
            self._say(
                node, "rest", f"'{_scalar(node)}' runs backwards or is longer than 30 min", "Write '2-3 min'."
            )
            return None
        return low, high

    def _tempo(self, node: _Node | None) -> str | None:
        if node is None:
            return None
        text = str(_scalar(node)).upper()
        if not _TEMPO.match(text):
            self._say(
                node,
                "tempo",
                f"'{_scalar(node)}' is not a tempo",
                "Write lowering-pause-lifting-pause in seconds, like '3-1-X-0'.",
            )
            return None
        return text

    def _weekday(self, node: _Node | None) -> Weekday | None:
        if node is None:
            return None
        text = str(_scalar(node)).lower()[:3]
        if text not in {day.value for day in Weekday}:
            self._say(
                node,
                "day",
                f"'{_scalar(node)}' is not a weekday",
                "Write mon, tue, wed, thu, fri, sat or sun.",
            )
            return None
        return Weekday(text)

    def _others(self, node: _Node | None) -> tuple[OtherMuscle, ...]:
        known = {part.value for part in OtherMuscle}
        found: list[OtherMuscle] = []
        for text in self._texts(node, "also"):
            if text in known:
                found.append(OtherMuscle(text))
            elif node is not None:
                self._say(
                    node,
                    "also",
                    f"'{text}' is not a body part Dorsi plans around",
                    f"Expected: {', '.join(sorted(known))}.",
                )
        return tuple(found)

    def _methods(self, node: _Node | None) -> tuple[str, ...]:
        methods = self._texts(node, "method")
        for method in methods:
            if node is not None and method not in self.atlas.methods:
                guess = nearest(method, self.atlas.methods, 1)
                remedy = f"Did you mean '{guess[0]}'?" if guess else "List them with 'dorsi atlas methods'."
                self._say(node, "method", f"'{method}' is not a method Dorsi knows", remedy)
        return methods

    def _whole(self, node: _Node, where: str, low: int, high: int) -> int | None:
        text = str(_scalar(node)).strip()
        if not text.isdecimal() or not low <= int(text) <= high:
            self._say(
                node,
                where,
                f"'{text}' is not a whole number from {low} to {high}",
                f"Write '{where}: {low}'.",
            )
            return None
        return int(text)

    def _flag(self, node: _Node | None, where: str) -> bool:
        if node is None:
            return False
        text = str(_scalar(node)).lower()
        if text not in {"true", "false", "yes", "no"}:
            self._say(
                node, where, f"'{text}' is neither yes nor no", f"Write '{where}: yes' or leave it out."
            )
        return text in {"true", "yes"}

    def _text(self, node: _Node | None, where: str) -> str:
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self._say(node, where, "should be a short text", f"Write '{where}: ...' on one line.")
            return ""
        return str(node.value).strip()

    def _texts(self, node: _Node | None, where: str) -> tuple[str, ...]:
        if node is None:
            return ()
        if isinstance(node, yaml.SequenceNode):
            return tuple(text for n in node.value if (text := self._text(n, where)))
        return tuple(part for part in (p.strip() for p in self._text(node, where).split(",")) if part)

    # ------------------------------------------------------------------ structure
    def _fields(self, node: yaml.MappingNode, known: frozenset[str], what: str) -> dict[str, _Node]:
        fields: dict[str, _Node] = {}
        for key_node, value in node.value:
            key = str(key_node.value)
            if key not in known:
                guess = nearest(key.replace("_", "-"), [k.replace("_", "-") for k in known], 1)
                remedy = (
                    f"Did you mean '{guess[0].replace('-', '_')}'?"
                    if guess
                    else f"Known here: {', '.join(sorted(known))}."
                )
                self._say(key_node, key, f"is not a field of a {what}", remedy)
            elif key in fields:
                self._say(key_node, key, "stands here twice", "Keep one of them.")
            else:
                fields[key] = value
        return fields

    def _unique_ids(self, sessions: tuple[Session, ...], node: yaml.SequenceNode) -> None:
        seen: set[str] = set()
        for session in sessions:
            if session.id and session.id in seen:
                self._say(
                    node,
                    f"session '{session.id}'",
                    "is there twice",
                    "Give each session its own id, such as 'upper-2'.",
                )
            seen.add(session.id)

    def _say(self, node: _Node | None, where: str, message: str, remedy: str, shift: int = 0) -> None:
        mark = node.start_mark if node is not None else None
        self.problems.append(
            Problem(
                file=self.file,
                where=where,
                message=message,
                remedy=remedy,
                line=mark.line + 1 if mark else None,
                column=mark.column + 1 + shift if mark else None,
            )
        )


def _exercise_guesses(name: str, atlas: Atlas) -> list[str]:
    wanted = name.lower().replace(" ", "-").replace("_", "-")
    exact = [
        exercise
        for known, exercise in atlas.exercise_names.items()
        if known.replace("-", "") == wanted.replace("-", "")
    ]
    close = [atlas.exercise_names[guess] for guess in nearest(name, atlas.exercise_names)]
    return [f"'{guess}'" for guess in dict.fromkeys([*exact, *close])][:3]


def _scalar(node: _Node) -> object:
    return node.value if isinstance(node, yaml.ScalarNode) else "a list or table"


def _plain(node: _Node) -> Any:
    """A node as plain Python values, scalars resolved as YAML does."""
    constructor = yaml.constructor.SafeConstructor()
    return constructor.construct_document(node)
