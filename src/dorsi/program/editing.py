"""Changes a programme file in place: only the lines meant change, every other character stays.

Edits name places in the document as it was handed in, so several can be made at once: values are set first,
keys removed next, then lists rearranged from the innermost outwards. An edit whose place is not there, or
which would leave something that is no longer YAML, is passed over; the same edit twice is made once.

Comments stay with what they belong to. A comment behind an entry, or indented below it, goes where the entry
goes; lines of comment right above an entry travel with it when it moves and stay when it is removed.
Comments set apart by a blank line, and the blank lines between sessions, keep their place.

The text is cut at positions rather than dumped anew from a tree, because a round trip indents the whole
file afresh and loses comments and blank lines that hang on a removed or moved entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from dorsi.program.arranging import insert_entry, permute_entries, remove_entry
from dorsi.program.model import Role
from dorsi.program.positions import Part, Shape, Unreadable, follow, line_end, line_start, locate
from dorsi.program.writing import ROLE_KEYS, scalar

Path = tuple[str | int, ...]
_BODIES = ("sessions", "blocks")
"""Keys that new ones are put in front of, so that a field does not land below a long list."""


class Edit(Protocol):
    """A change at a path: with a value it sets it, with an index it moves the list entry there.

    With both it inserts the value as a new entry, with neither it removes what stands there. The rules'
    SetValue, MoveTo, InsertAt and RemoveAt are such edits; they live a layer above and are known by form.
    """

    @property
    def path(self) -> Path:
        """Where in the document."""


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The file's text with the edits made; paths and indices are those of `text`."""
    windows = "\r\n" in text
    text = text.replace("\r\n", "\n")
    wanted: list[Edit] = []
    for edit in edits:
        if edit not in wanted:
            wanted.append(edit)
    lists: dict[Path, list[Edit]] = {}
    removed_keys: list[Path] = []
    for edit in wanted:
        if hasattr(edit, "index"):
            lists.setdefault(edit.path if hasattr(edit, "value") else edit.path[:-1], []).append(edit)
        elif hasattr(edit, "value"):
            text = _attempt(text, _setting(edit.path, edit.value))
        elif edit.path and isinstance(edit.path[-1], int):
            lists.setdefault(edit.path[:-1], []).append(edit)
        else:
            removed_keys.append(edit.path)
    for path in removed_keys:
        text = _attempt(text, _removing(path))
    for path in sorted(lists, key=len, reverse=True):
        text = _arranged(text, path, lists[path])
    return text.replace("\n", "\r\n") if windows else text


def _attempt(text: str, change: Callable[[str, Part], str | None]) -> str:
    """The changed text, or the text as it was where the change does not apply or breaks the file."""
    try:
        changed = change(text, locate(text))
        if changed is not None:
            locate(changed)
            return changed
    except Unreadable:
        pass
    return text


# ---------------------------------------------------------------------- values and keys
def _setting(path: Path, value: str | int | bool) -> Callable[[str, Part], str | None]:
    def change(text: str, root: Part) -> str | None:
        if not path or (found := follow(root, path[:-1])) is None:
            return None
        parent, last = found.content, path[-1]
        if isinstance(last, int):
            entry = follow(root, path)
            return None if entry is None else _replaced(text, entry, value, parent.flow)
        if parent.shape is not Shape.MAPPING:
            return None
        key = _role_key_there(parent, last)
        for key_part, old in parent.pairs:
            if key_part.text == key:
                return _replaced(text, old, value, parent.flow, after=key_part)
        return _added(text, parent, f"{key}: {scalar(value, flow=parent.flow)}")

    return change


def _role_key_there(parent: Part, key: str) -> str:
    """The key, or the one that names the exercise in its stead: a warm-up has no 'exercise' to set."""
    roles = tuple(ROLE_KEYS[role] for role in Role)
    if key in roles and parent.value(key) is None:
        return next((role for role in roles if parent.value(role) is not None), key)
    return key


def _replaced(text: str, old: Part, value: str | int | bool, flow: bool, after: Part | None = None) -> str | None:
    quote = old.style if old.style in ("'", '"') and isinstance(value, str) else None
    new = scalar(value, flow=flow, quote=quote)
    if old.shape is Shape.SCALAR and old.start == old.end:
        return f"{text[: old.start]} {new}{text[old.end :]}"
    if old.shape in (Shape.SCALAR, Shape.ALIAS) or old.flow:
        return text[: old.start] + new + text[old.end :]
    if after is None:
        return None
    colon = text.index(":", after.end) + 1
    return f"{text[:colon]} {new}{text[colon : line_end(text, colon)]}{text[old.end :]}"


def _added(text: str, parent: Part, line: str) -> str:
    if not parent.pairs:
        return f"{text[: parent.end - 1]}{line}{text[parent.end - 1 :]}"
    if parent.flow:
        at = parent.pairs[-1][1].end
        return f"{text[:at]}, {line}{text[at:]}"
    body = next((n for n, (key, _) in enumerate(parent.pairs) if key.text in _BODIES), 0)
    at = line_end(text, parent.pairs[body - 1][1].end)
    return f"{text[:at]}\n{' ' * parent.column}{line}{text[at:]}"


def _removing(path: Path) -> Callable[[str, Part], str | None]:
    def change(text: str, root: Part) -> str | None:
        found = follow(root, path[:-1]) if path else None
        if found is None or follow(root, path) is None:
            return None
        parent = found.content
        index = next(n for n, (key, _) in enumerate(parent.pairs) if key.text == path[-1])
        key, value = parent.pairs[index]
        following = parent.pairs[index + 1][0] if index + 1 < len(parent.pairs) else None
        if len(parent.pairs) == 1:
            return text[: key.start] + ("" if parent.flow else "{}") + text[value.end :]
        if parent.flow:
            if following is not None:
                return text[: key.start] + text[following.start :]
            return text[: parent.pairs[index - 1][1].end] + text[value.end :]
        start = line_start(text, key.start)
        if text[start : key.start].strip() and following is not None:
            return text[: key.start] + text[following.start :]
        return text[:start] + text[line_end(text, value.end) + 1 :]

    return change


# ---------------------------------------------------------------------- lists
def _arranged(text: str, path: Path, edits: Sequence[Edit]) -> str:
    """The text with one list's moves, insertions and removals made.

    Entries are named by where they stood at first; a move says where its entry stands once it is made.
    """
    try:
        part = follow(locate(text), path)
    except Unreadable:
        return text
    if part is None or part.content.shape is not Shape.SEQUENCE:
        return text
    count = len(part.content.items)
    order = list(range(count))
    inserted: list[tuple[int, Mapping[str, str | int | bool]]] = []
    removed: list[int] = []
    for edit in edits:
        index, value = getattr(edit, "index", None), getattr(edit, "value", None)
        entry = edit.path[-1]
        if index is None and isinstance(entry, int) and 0 <= entry < count:
            removed.append(entry)
        elif value is None and isinstance(entry, int) and 0 <= entry < count:
            order.remove(entry)
            order.insert(max(index or 0, 0), entry)
    for edit in edits:
        if (value := getattr(edit, "value", None)) is not None:
            index = max(getattr(edit, "index", 0), 0)
            inserted.append((order.index(index) if index < count else count, value))
    if order != list(range(count)):
        text = _attempt(text, lambda t, root: permute_entries(t, follow(root, path), order))
    made: list[int] = []
    for _, (at, value) in sorted(enumerate(inserted), key=lambda row: (-row[1][0], -row[0])):
        before, text = text, _attempt(text, _inserting(path, at, value))
        made += [at] * (before != text)
    for at in sorted((order.index(entry) for entry in removed), reverse=True):
        text = _attempt(text, _dropping(path, at + sum(position <= at for position in made)))
    return text


def _inserting(path: Path, index: int, value: Mapping[str, str | int | bool]) -> Callable[[str, Part], str | None]:
    return lambda text, root: insert_entry(text, follow(root, path), index, value)


def _dropping(path: Path, index: int) -> Callable[[str, Part], str | None]:
    return lambda text, root: remove_entry(text, follow(root, path), index)
