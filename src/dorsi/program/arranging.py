"""Rearranges the entries of a list in a YAML text, in block style or in brackets, with their comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dorsi.program.positions import Part, line_end, line_start
from dorsi.program.writing import scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """The text of an entry: `start` counts the comments right above in, `entry_start` does not."""

    start: int
    entry_start: int
    end: int


def permute_entries(text: str, listing: Part | None, order: Sequence[int]) -> str | None:
    """The text with the list's entries in a new order; what stands between them keeps its place."""
    stretches = _stretches(text, listing)
    if not stretches:
        return None
    pieces = [text[: stretches[0].start]]
    for position, entry in enumerate(order):
        pieces.append(text[stretches[entry].start : stretches[entry].end])
        last = position + 1 == len(stretches)
        pieces.append(text[stretches[position].end : None if last else stretches[position + 1].start])
    return "".join(pieces)


def insert_entry(text: str, listing: Part | None, index: int, value: Mapping[str, str | int | bool]) -> str | None:
    """The text with a new entry before the one at `index`, or at the end."""
    stretches = _stretches(text, listing)
    if listing is None or stretches is None:
        return None
    listing = listing.content
    if listing.flow:
        new = scalar(value)
        if not stretches:
            return text[: listing.start + 1] + new + text[listing.start + 1 :]
        at = stretches[index].start if index < len(stretches) else stretches[-1].end
        new = f"{new}, " if index < len(stretches) else f", {new}"
        return text[:at] + new + text[at:]
    first = listing.items[0]
    same_line = line_start(text, first.start) == stretches[0].entry_start
    step = max(first.column - listing.column, 2) if same_line else 2
    margin = " " * listing.column
    lines = [f"{key}: {scalar(item)}" for key, item in value.items()]
    new = f"{margin}-{' ' * (step - 1)}" + f"\n{margin}{' ' * step}".join(lines)
    if index < len(stretches):
        at = stretches[index].start
        return f"{text[:at]}{new}\n{text[at:]}"
    at = stretches[-1].end
    return f"{text[:at]}\n{new}{text[at:]}"


def remove_entry(text: str, listing: Part | None, index: int) -> str | None:
    """The text without the entry; of the blank lines around it no more stay than there were on one side."""
    stretches = _stretches(text, listing)
    if listing is None or not stretches or index >= len(stretches):
        return None
    listing, stretch = listing.content, stretches[index]
    if listing.flow:
        if index + 1 < len(stretches):
            return text[: stretch.start] + text[stretches[index + 1].start :]
        return text[: stretches[index - 1].end if index else stretch.start] + text[stretch.end :]
    before, after = text[: stretch.entry_start], text[stretch.end + 1 :]
    if len(stretches) == 1:
        return f"{before}{' ' * (listing.column + 1)}[]{text[stretch.end :]}"
    if not after.strip():
        return before.rstrip() + text[stretch.end : stretch.end + 1]
    opening = before.endswith("\n\n") or stretch.start == stretch.entry_start == stretches[0].start
    return before + (after.lstrip("\n") if opening else after)


def _stretches(text: str, listing: Part | None) -> list[_Stretch] | None:
    """Where each entry's text runs; None where the list does not stand on lines of its own."""
    if listing is None:
        return None
    listing = listing.content
    if listing.flow:
        return [_Stretch(start=i.start, entry_start=i.start, end=i.end) for i in listing.items]
    found: list[_Stretch] = []
    for item in listing.items:
        dash = line_start(text, item.start)
        while dash and text[dash + listing.column : dash + listing.column + 1] != "-":
            dash = line_start(text, dash - 1)
        if text[dash : dash + listing.column].strip():
            return None
        floor = found[-1].end + 1 if found else 0
        start, end = dash, line_end(text, item.end)
        while start > floor and _is_comment(text, above := line_start(text, start - 1), up_to=listing.column):
            start = above
        while end + 1 < len(text) and _is_comment(text, end + 1, deeper_than=listing.column):
            end = line_end(text, end + 1)
        found.append(_Stretch(start=start, entry_start=dash, end=end))
    return found


def _is_comment(text: str, start: int, *, up_to: int | None = None, deeper_than: int | None = None) -> bool:
    line = text[start : line_end(text, start)]
    column = len(line) - len(line.lstrip(" "))
    if up_to is not None and column > up_to:
        return False
    if deeper_than is not None and column <= deeper_than:
        return False
    return line.lstrip(" ").startswith("#")
