"""Single values of a programme file: YAML nodes to Python values, problems noted with line and column."""

from __future__ import annotations

import re
from typing import Any

import yaml

from dorsi.athlete.model import Weekday
from dorsi.errors import Problem, nearest

MAX_REST_S = 1800
_TEMPO = re.compile(r"^(\d{1,2}|X)(-(\d{1,2}|X)){2,3}$")
_REST = re.compile(r"^(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?\s*(s|sec|min)$")
_WEEKS = re.compile(r"\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*")
_LONGEST_NUMBER = 6
_DEEPEST = 30
_INT, _FLOAT, _BOOL, _NULL = (f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "bool", "null"))
Node = yaml.Node


def scalar(node: Node) -> object:
    """The text of a scalar node; words that name anything else."""
    return node.value if isinstance(node, yaml.ScalarNode) else "a list or table"


class NodeReader:
    """Reads single values and collects what is wrong with them in `problems`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def say(self, node: Node | None, where: str, message: str, remedy: str, shift: int = 0) -> None:
        """Notes a problem at the node; `shift` moves the column inside a scalar."""
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

    def fields(self, node: yaml.MappingNode, known: frozenset[str], what: str) -> dict[str, Node]:
        """The mapping's values by key; unknown and repeated keys are noted and left out."""
        fields: dict[str, Node] = {}
        for key_node, value in node.value:
            key = str(key_node.value)
            if key not in known:
                guess = nearest(key.replace("_", "-"), [k.replace("_", "-") for k in known], 1)
                remedy = (
                    f"Did you mean '{guess[0].replace('-', '_')}'?"
                    if guess
                    else f"Known here: {', '.join(sorted(known))}."
                )
                self.say(key_node, key, f"is not a field of a {what}", remedy)
            elif key in fields:
                self.say(key_node, key, "stands here twice", "Keep one of them.")
            else:
                fields[key] = value
        return fields

    def weeks(self, node: Node, where: str, last: int) -> frozenset[int] | None:
        """Weeks written '1-4' or '1, 5', each from 1 to `last`."""
        parts = [n.value for n in node.value] if isinstance(node, yaml.SequenceNode) else str(scalar(node)).split(",")
        weeks: set[int] = set()
        for part in parts:
            match = _WEEKS.fullmatch(str(part))
            low, high = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
            if not match or not 1 <= low <= high <= last:
                self.say(node, where, f"'{part}' is not a week from 1 to {last}", "Write '1-4' or '1, 5'.")
                return None
            weeks.update(range(low, high + 1))
        return frozenset(weeks)

    def rest(self, node: Node | None) -> tuple[int, int] | None:
        """A rest such as '2-3 min' or '90 s', in seconds."""
        if node is None:
            return None
        match = _REST.match(str(scalar(node)).strip())
        if match is None:
            self.say(node, "rest", f"'{scalar(node)}' is not a rest", "Write '3 min', '90 s' or '2-3 min'.")
            return None
        factor = 60 if match[3] == "min" else 1
        low, high = int(match[1]) * factor, int(match[2] or match[1]) * factor
        if low > high or high > MAX_REST_S:
            self.say(node, "rest", f"'{scalar(node)}' runs backwards or is longer than 30 min", "Write '2-3 min'.")
            return None
        return low, high

    def tempo(self, node: Node | None) -> str | None:
        """A tempo such as '3-1-X-0'."""
        if node is None:
            return None
        text = str(scalar(node)).upper()
        if not _TEMPO.match(text):
            self.say(
                node,
                "tempo",
                f"'{scalar(node)}' is not a tempo",
                "Write lowering-pause-lifting-pause in seconds, like '3-1-X-0'.",
            )
            return None
        return text

    def weekday(self, node: Node | None) -> Weekday | None:
        """A weekday by its first three letters."""
        if node is None:
            return None
        text = str(scalar(node)).lower()[:3]
        if text not in {day.value for day in Weekday}:
            self.say(
                node,
                "day",
                f"'{scalar(node)}' is not a weekday",
                "Write mon, tue, wed, thu, fri, sat or sun.",
            )
            return None
        return Weekday(text)

    def whole(self, node: Node, where: str, low: int, high: int) -> int | None:
        """A whole number between `low` and `high`."""
        text = str(scalar(node)).strip()
        if not text.isdecimal() or len(text) > _LONGEST_NUMBER or not low <= int(text) <= high:
            self.say(
                node,
                where,
                f"'{text}' is not a whole number from {low} to {high}",
                f"Write '{where}: {low}'.",
            )
            return None
        return int(text)

    def flag(self, node: Node | None, where: str) -> bool:
        """Yes or no; absent means no."""
        if node is None:
            return False
        text = str(scalar(node)).lower()
        if text not in {"true", "false", "yes", "no"}:
            self.say(node, where, f"'{text}' is neither yes nor no", f"Write '{where}: yes' or leave it out.")
        return text in {"true", "yes"}

    def text(self, node: Node | None, where: str) -> str:
        """A text on one line; absent means empty."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.say(node, where, "should be a short text", f"Write '{where}: ...' on one line.")
            return ""
        return str(node.value).strip()

    def texts(self, node: Node | None, where: str) -> tuple[str, ...]:
        """A list of texts, or texts separated by commas."""
        if node is None:
            return ()
        if isinstance(node, yaml.SequenceNode):
            return tuple(text for n in node.value if (text := self.text(n, where)))
        return tuple(part for part in (p.strip() for p in self.text(node, where).split(",")) if part)

    def plain(self, node: Node, where: str, depth: int = 0) -> Any:
        """A node as plain Python values: mappings with text keys, lists, numbers, yes and no, texts."""
        if depth > _DEEPEST:
            self.say(node, where, "is nested too deeply or contains itself", "Write the answers out.")
            return None
        if isinstance(node, yaml.MappingNode):
            values: dict[str, Any] = {}
            for key_node, value in node.value:
                key = str(scalar(key_node))
                if key in values:
                    self.say(key_node, f"{where}.{key}", "stands here twice", "Keep one of them.")
                values[key] = self.plain(value, f"{where}.{key}", depth + 1)
            return values
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, where, depth + 1) for item in node.value]
        text = str(node.value)
        try:
            if node.tag == _INT:
                return int(text)
            if node.tag == _FLOAT:
                return float(text)
        except ValueError:
            return text
        if node.tag == _BOOL:
            return text.lower() in {"yes", "true", "on"}
        return None if node.tag == _NULL else text
