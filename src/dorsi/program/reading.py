"""Reads programme files: YAML with positions, every problem reported with line and column."""

from __future__ import annotations

import re
from typing import Any

import yaml

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.load import Atlas
from dorsi.errors import InvalidFile, Problem, nearest
from dorsi.program.model import Block, BlockKind, Prescription, Program, Role, Session, WeekSets
from dorsi.program.nodes import Node, NodeReader, scalar
from dorsi.program.notation import NotationError, parse_sets

FORMAT = "program/1"
MAX_WEEKS = 52
MAX_BYTES = 2_000_000
MAX_BLOCKS, MAX_IN_SESSION = 2_000, 50
"""More than any year of training written out day by day, and than any day holds; checking far more takes minutes."""
_MAX_ALIASES = 200
_MAX_DEPTH = 40
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
_SESSION_ID = re.compile(r"^[a-z0-9][a-z0-9-]*$")


def read_program(text: str, file: str, atlas: Atlas) -> Program:
    """The programme in `text`. Raises InvalidFile listing every problem with line and column."""
    return _Reader(file, atlas).read(text)


class _Reader(NodeReader):
    def __init__(self, file: str, atlas: Atlas) -> None:
        super().__init__(file)
        self.atlas = atlas

    def read(self, text: str) -> Program:
        node = self._compose(text)
        program = self._program(node) if node is not None else None
        if self.problems or program is None:
            raise InvalidFile(sorted(self.problems, key=lambda p: (p.line or 0, p.column or 0)))
        return program

    def _compose(self, text: str) -> yaml.MappingNode | None:
        if len(text) > MAX_BYTES:
            self.say(None, "", f"is larger than {MAX_BYTES // 1_000_000} MB", "A programme is a few kilobytes.")
            return None
        if _may_be_deep(text) and _depth(text) > _MAX_DEPTH:
            self.say(None, "", "is nested too deeply", "A programme has sessions, blocks and exercises.")
            return None
        try:
            if "*" in text and _alias_count(text) > _MAX_ALIASES:
                self.say(None, "", "repeats itself through too many aliases (*name)", "Write the sessions out.")
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
            self.say(None, "", f"this is not readable text: {error}", "Save the file as UTF-8.")
            return None
        except UnicodeEncodeError:
            self.say(None, "", "this is not readable text", "Save the file as UTF-8.")
            return None
        if not isinstance(node, yaml.MappingNode):
            if 'dorsi = "athlete/' in text:
                self.say(node, "", "this is an athlete file, not a programme", "Plan from it: dorsi plan FILE.")
                return None
            self.say(node, "", "does not hold a programme", f"It should start with 'dorsi: {FORMAT}'.")
            return None
        return node

    # ------------------------------------------------------------------ levels of the file
    def _program(self, node: yaml.MappingNode) -> Program | None:
        fields = self.fields(node, _PROGRAM_KEYS, "programme")
        marker = fields.get("dorsi")
        if marker is not None and str(scalar(marker)).startswith("athlete/"):
            self.say(marker, "dorsi", "this is an athlete file, not a programme", "Plan from it: dorsi plan FILE.")
        elif marker is None:
            self.say(node, "dorsi", "is missing", f"Start the file with 'dorsi: {FORMAT}'.")
        elif self.text(marker, "dorsi") != FORMAT:
            self.say(
                marker,
                "dorsi",
                f"'{scalar(marker)}' is not a format this Dorsi reads",
                f"Expected '{FORMAT}'.",
            )
        name = self.text(fields.get("name"), "name") if "name" in fields else None
        if not name:
            self.say(fields.get("name", node), "name", "is missing", "Give the programme a name.")
        weeks = self.whole(fields["weeks"], "weeks", 1, MAX_WEEKS) if "weeks" in fields else 1
        sessions_node = fields.get("sessions")
        if not isinstance(sessions_node, yaml.SequenceNode) or not sessions_node.value:
            self.say(
                sessions_node or node,
                "sessions",
                "must be a list of at least one session",
                "See 'dorsi templates' for examples.",
            )
            return None
        if self._is_too_much(sessions_node):
            return None
        sessions = tuple(s for n in sessions_node.value if (s := self._session(n, weeks or MAX_WEEKS)) is not None)
        self._unique_ids(sessions, sessions_node)
        deload = (
            self.weeks(fields["deload_weeks"], "deload_weeks", weeks or MAX_WEEKS) if "deload_weeks" in fields else None
        )
        return Program(
            name=name or "",
            weeks=weeks or 1,
            sessions=sessions,
            note=self.text(fields.get("note"), "note"),
            source=self.text(fields.get("source"), "source"),
            claims=self.texts(fields.get("claims"), "claims"),
            days_between=self.whole(fields["days_between"], "days_between", 0, 6) if "days_between" in fields else None,
            deload_weeks=deload or frozenset(),
            reasons=self.texts(fields.get("reasons"), "reasons"),
            athlete=self.answers(fields["athlete"]) if "athlete" in fields else None,
        )

    def _is_too_much(self, sessions: yaml.SequenceNode) -> bool:
        counts = [(node, _block_count(node)) for node in sessions.value]
        longest, most = max(counts, key=lambda each: each[1])
        if most > MAX_IN_SESSION:
            message = f"holds more than {MAX_IN_SESSION} exercises and blocks"
            self.say(longest, "session", message, "Nobody trains that in a day.")
        elif sum(count for _node, count in counts) > MAX_BLOCKS:
            message = f"hold more than {MAX_BLOCKS} exercises and blocks"
            self.say(sessions, "sessions", message, "Write a session once, with the weeks that it is for.")
        else:
            return False
        return True

    def _session(self, node: Node, weeks: int) -> Session | None:
        if not isinstance(node, yaml.MappingNode):
            self.say(node, "session", "is not a session", "Each session starts with '- id: ...'.")
            return None
        fields = self.fields(node, _SESSION_KEYS, "session")
        session_id = self.text(fields.get("id"), "id")
        if not session_id:
            self.say(node, "id", "is missing", "Give the session a short id such as 'upper'.")
        elif not _SESSION_ID.match(session_id):
            self.say(
                fields["id"],
                "id",
                f"'{session_id}' is not a short id",
                "Use lower-case letters, digits and hyphens.",
            )
        blocks_node = fields.get("blocks")
        if not isinstance(blocks_node, yaml.SequenceNode) or not blocks_node.value:
            self.say(
                blocks_node or node,
                f"session '{session_id}'",
                "has no blocks",
                "List its exercises under 'blocks:'.",
            )
            return None
        return Session(
            id=session_id,
            name=self.text(fields.get("name"), "name"),
            theme=self.text(fields.get("theme"), "theme"),
            day=self.weekday(fields.get("day")),
            weeks=self.weeks(fields["weeks"], "weeks", weeks) if "weeks" in fields else None,
            also=self._others(fields.get("also")),
            note=self.text(fields.get("note"), "note"),
            blocks=tuple(b for n in blocks_node.value if (b := self._block(n, weeks)) is not None),
        )

    def _block(self, node: Node, weeks: int) -> Block | None:
        if not isinstance(node, yaml.MappingNode):
            self.say(node, "block", "is not a block", "Write '- exercise: pull-up-medium' with 'sets:' below it.")
            return None
        group = next((k.value for k, _ in node.value if str(k.value) in _GROUPS), None)
        if group is None:
            item = self._item(node, weeks)
            return None if item is None else Block(kind=BlockKind.SINGLE, items=(item,))
        kind, size = _GROUPS[group]
        fields = self.fields(node, frozenset({group, "rest"}), group)
        members = fields[group]
        if not isinstance(members, yaml.SequenceNode) or len(members.value) != size:
            count = len(members.value) if isinstance(members, yaml.SequenceNode) else 0
            self.say(
                members,
                group,
                f"needs {size} exercises, found {count}",
                f"List {size} entries below '{group}:'.",
            )
            return None
        items = tuple(i for n in members.value if (i := self._item(n, weeks)) is not None)
        return Block(kind=kind, items=items, rest_s=self.rest(fields.get("rest"))) if items else None

    def _item(self, node: Node, weeks: int) -> Prescription | None:
        if not isinstance(node, yaml.MappingNode):
            self.say(node, "block", "is not an exercise", "Write 'exercise: pull-up-medium' and 'sets: 4 x 6-12'.")
            return None
        fields = self.fields(node, _ITEM_KEYS, "block")
        named = [key for key in fields if key in _ROLES]
        if len(named) != 1:
            found = f"both '{named[0]}' and '{named[1]}'" if named else "neither an exercise nor a warm-up"
            self.say(
                node,
                "block",
                f"names {found}",
                "Name one of: exercise, warmup, cardio, test, stretch, superset, triset.",
            )
            return None
        exercise = self._exercise(fields[named[0]])
        sets_node = fields.get("sets")
        if sets_node is None:
            self.say(node, exercise or "block", "has no sets", "Add a line such as 'sets: 4 x 6-12'.")
            return None
        sets = self._sets(sets_node, weeks)
        rest, tempo = self.rest(fields.get("rest")), self.tempo(fields.get("tempo"))
        straps, methods = self.flag(fields.get("straps"), "straps"), self._methods(fields.get("method"))
        note = self.text(fields.get("note"), "note")
        if exercise is None or not sets:
            return None
        return Prescription(
            exercise=exercise,
            role=_ROLES[named[0]],
            sets=sets,
            rest_s=rest,
            tempo=tempo,
            straps=straps,
            methods=methods,
            note=note,
        )

    def answers(self, node: Node) -> dict[str, Any] | None:
        """The athlete's answers as plain values."""
        if not isinstance(node, yaml.MappingNode):
            self.say(node, "athlete", "does not hold answers", "List them as in an athlete file, or leave it out.")
            return None
        return dict(self.plain(node, "athlete"))

    # ------------------------------------------------------------------ single values
    def _exercise(self, node: Node) -> str | None:
        name = self.text(node, "exercise")
        if name in self.atlas.exercises:
            return name
        if name:
            guesses = _exercise_guesses(name, self.atlas)
            remedy = f"Did you mean {' or '.join(guesses)}?" if guesses else "List them with 'dorsi atlas'."
            self.say(node, "exercise", f"'{name}' is not an exercise Dorsi knows", remedy)
        return None

    def _sets(self, node: Node, weeks: int) -> tuple[WeekSets, ...]:
        if isinstance(node, yaml.MappingNode):
            entries: list[WeekSets] = []
            seen: set[int] = set()
            for key, value in node.value:
                span = self.weeks(key, "sets", weeks)
                targets = self._line(value)
                if span is None or not targets:
                    continue
                if seen & span:
                    self.say(key, "sets", f"week {min(seen & span)} is named twice", "Give each week one line.")
                seen |= span
                entries.append(WeekSets(weeks=span, targets=targets))
            return tuple(entries)
        targets = self._line(node)
        return (WeekSets(weeks=None, targets=targets),) if targets else ()

    def _line(self, node: Node) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            self.say(node, "sets", "is not a line of set notation", "Write 'sets: 4 x 6-12 @ RIR 2'.")
            return ()
        try:
            return parse_sets(node.value)
        except NotationError as error:
            quoted = 1 if node.style in ("'", '"') else 0
            self.say(node, "sets", error.message, error.remedy, shift=error.offset + quoted)
            return ()

    def _others(self, node: Node | None) -> tuple[OtherMuscle, ...]:
        known = {part.value for part in OtherMuscle}
        found: list[OtherMuscle] = []
        for text in self.texts(node, "also"):
            if text in known:
                found.append(OtherMuscle(text))
            elif node is not None:
                self.say(
                    node,
                    "also",
                    f"'{text}' is not a body part Dorsi plans around",
                    f"Expected: {', '.join(sorted(known))}.",
                )
        return tuple(found)

    def _methods(self, node: Node | None) -> tuple[str, ...]:
        methods = self.texts(node, "method")
        for method in methods:
            if node is not None and method not in self.atlas.methods:
                guess = nearest(method, self.atlas.methods, 1)
                remedy = f"Did you mean '{guess[0]}'?" if guess else "List them with 'dorsi atlas methods'."
                self.say(node, "method", f"'{method}' is not a method Dorsi knows", remedy)
        return methods

    # ------------------------------------------------------------------ structure

    def _unique_ids(self, sessions: tuple[Session, ...], node: yaml.SequenceNode) -> None:
        seen: set[str] = set()
        for session in sessions:
            if session.id and session.id in seen:
                self.say(
                    node,
                    f"session '{session.id}'",
                    "is there twice",
                    "Give each session its own id, such as 'upper-2'.",
                )
            seen.add(session.id)


def _exercise_guesses(name: str, atlas: Atlas) -> list[str]:
    wanted = name.lower().replace(" ", "-").replace("_", "-")
    exact = [
        exercise
        for known, exercise in atlas.exercise_names.items()
        if known.replace("-", "") == wanted.replace("-", "")
    ]
    close = [atlas.exercise_names[guess] for guess in nearest(name, atlas.exercise_names)]
    return [f"'{guess}'" for guess in dict.fromkeys([*exact, *close])][:3]


def _alias_count(text: str) -> int:
    """How many aliases the text holds; counted without expanding any of them."""
    return sum(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.CSafeLoader))


def _block_count(session: Node) -> int:
    """How much a session holds; at least one, as an empty one has to be read too."""
    parts = session.value if isinstance(session, yaml.MappingNode) else ()
    return max((len(part.value) for _key, part in parts if isinstance(part, yaml.SequenceNode)), default=1) or 1


def _may_be_deep(text: str) -> bool:
    """A cheap look: enough brackets or indentation for a nesting that no programme needs."""
    return text.count("[") + text.count("{") > 20 * _MAX_DEPTH or " " * 4 * _MAX_DEPTH in text or "- - - -" in text


def _depth(text: str) -> int:
    """How deeply the text is nested, read as a stream of events; composing it could exhaust the stack."""
    depth = deepest = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                deepest = max(deepest, depth)
                if deepest > _MAX_DEPTH:
                    return deepest
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except (yaml.YAMLError, UnicodeEncodeError):
        return 0
    return deepest
