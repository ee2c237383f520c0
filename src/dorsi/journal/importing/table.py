"""Delimited text as a table: columns by normalised heading, rows with the line of the file they began on."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ABSENT = -1
"""The index of a column that is not there; it reads as blank, since every row ends in a blank cell."""

_DELIMITERS = ",;\t|"
_HEADING_CHARACTERS = 20_000
_BARE_UNITS = frozenset(
    {"kg", "kgs", "lb", "lbs", "km", "mi", "mile", "miles", "m", "meter", "meters", "metre", "metres", "yd", "ft"}
    | {"s", "sec", "secs", "second", "seconds", "min", "minutes", "h", "hr", "hours", "cm", "in", "inch", "inches"}
    | {"percent"}
)
_FREE_TEXT = frozenset({"note", "notes", "comment", "comments", "workout notes", "description"})
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WIDE = 5
"""Heuristic: prose seldom has as many delimiters in a line as a table of so many columns."""
_DECIMAL = re.compile(r"\d+\.\d+")
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?\s*$', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `name` is normalised and without its unit ("weight"), `full` with it ("weight kg").

    `unit` is what stood in brackets or after the name, in lower case ("kg", "lbs", "yyyy/mm/dd"), or empty.
    """

    index: int
    heading: str
    name: str
    full: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record: the line it began on (from 1), its stripped cells and one blank more, and cells beyond the header."""

    line: int
    cells: tuple[str, ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A delimited text: its columns and every record that is not a blank line."""

    delimiter: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]

    def index(self, *names: str) -> int:
        """Where the first of `names` stands, by name with or without unit; `ABSENT` if none is there."""
        column = self.column(*names)
        return ABSENT if column is None else column.index

    def column(self, *names: str) -> Column | None:
        """The first column that one of `names` calls, by name with unit first, then without."""
        for name in names:
            for column in self.columns:
                if column.full == name:
                    return column
            for column in self.columns:
                if column.name == name:
                    return column
        return None

    def named(self, name: str) -> tuple[Column, ...]:
        """Every column called `name` without its unit, such as weight in kg and weight in lb."""
        return tuple(column for column in self.columns if column.name == name)

    def is_heading(self, row: Row) -> bool:
        """True if the row repeats the header, as in files that were put together from several."""
        return row.cells[0] == self.columns[0].heading and all(
            cell == column.heading for cell, column in zip(row.cells, self.columns, strict=False)
        )

    def text(self, row: Row) -> str:
        """The row as one line, for a report."""
        return self.delimiter.join([*row.cells[:-1], *row.extra]).replace("\n", " ")


def read_table(text: str) -> Table:
    """The table in the text. Its header is the first line that is not blank; blank lines are no rows.

    Rows shorter than the header are filled up. What stands beyond the header is joined to a last column of prose
    or kept apart in `extra`; a delimiter at the end of every row is none. Rows quoted as a whole are unwrapped.
    """
    lines = _plain(text).split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    start, delimiter = _start(lines)
    if start >= len(lines):
        return Table(delimiter=",", columns=(), rows=())
    columns = _columns(_alone(lines[start], delimiter))
    width = len(columns)
    rows = [
        row
        for line, record in _records(lines, start + 1, delimiter, width)
        if (row := _row(line, record, columns, delimiter))
    ]
    if rows and all(row.extra and not any(row.extra) for row in rows) and (delimiter != "," or _has_decimal_dots(rows)):
        rows = [Row(line=row.line, cells=row.cells) for row in rows]
    return Table(delimiter=delimiter, columns=columns, rows=rows)


def _has_decimal_dots(rows: Sequence[Row]) -> bool:
    """True if commas cannot be decimal signs that have broken numbers in two."""
    return any(_DECIMAL.fullmatch(cell) for row in rows for cell in row.cells)


def _row(line: int, record: list[str], columns: Sequence[Column], delimiter: str) -> Row | None:
    width = len(columns)
    if len(record) == width:
        return Row(line=line, cells=tuple(map(str.strip, [*record, ""])))
    cells = list(map(str.strip, record))
    if len(cells) == 1:
        if not cells[0]:
            return None
        if delimiter in cells[0]:
            record = _alone(cells[0], delimiter)
            cells = list(map(str.strip, record))
    if len(cells) <= width:
        return Row(line=line, cells=(*cells, *[""] * (width - len(cells) + 1)))
    beyond = record[width:]
    # in prose a blank follows a comma; anything else beyond the header means that the cells have shifted
    if columns[-1].name in _FREE_TEXT and cells[width - 1] and all(text[:1] == " " for text in beyond):
        note = delimiter.join((cells[width - 1], *beyond)).strip()
        return Row(line=line, cells=(*cells[: width - 1], note, ""))
    return Row(line=line, cells=(*cells[:width], ""), extra=tuple(cells[width:]))


def read_heading(text: str) -> Table:
    """The header alone as a table without rows, for recognising a format cheaply."""
    lines = _plain(text[:_HEADING_CHARACTERS]).split("\n")
    start, delimiter = _start(lines)
    columns = _columns(_alone(lines[start], delimiter)) if start < len(lines) else ()
    return Table(delimiter=delimiter, columns=columns, rows=())


def normal_heading(heading: str) -> str:
    """A heading in lower case with single spaces for everything that is no letter or digit."""
    return " ".join("".join(c if c.isalnum() else " " for c in heading.casefold()).split())


def _plain(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _start(lines: Sequence[str]) -> tuple[int, str]:
    """The line of the header and the delimiter, which spreadsheets may announce on a line of its own."""
    for index, line in enumerate(lines):
        if announced := _SEPARATOR_LINE.match(line):
            return _next_line(lines, index + 1), announced[1]
        if line.strip():
            return index, _delimiter(line)
    return len(lines), ","


def _next_line(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index


def _delimiter(header: str) -> str:
    outside = "".join(header.split('"')[::2])
    for part in (outside, header):
        best = max(_DELIMITERS, key=part.count)
        if best in part:
            return best
    return ","


def _columns(headings: Sequence[str]) -> tuple[Column, ...]:
    return tuple(_column(index, heading.strip()) for index, heading in enumerate(headings))


def _column(index: int, heading: str) -> Column:
    full = normal_heading(heading)
    bracketed = _BRACKETS.search(heading)
    if bracketed:
        name, unit = normal_heading(_BRACKETS.sub(" ", heading)), bracketed[1].strip().casefold()
    else:
        head, _, last = full.rpartition(" ")
        name, unit = (head, last) if head and last in _BARE_UNITS else (full, "")
    return Column(index=index, heading=heading, name=name, full=full, unit=unit.rstrip("."))


def _alone(line: str, delimiter: str) -> list[str]:
    """One line read by itself, unwrapped if it is quoted as a whole; a stray quote hides no delimiter."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)
    if len(cells) == 1 and delimiter in cells[0] and cells[0] != line:
        return _alone(cells[0], delimiter)
    return cells


def _records(lines: Sequence[str], start: int, delimiter: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """Records with the number of the line they began on.

    A quote that is never closed would swallow every line up to the next quote. A record over several lines is
    therefore taken apart if it is wider than the header or a later one of its lines could be a record itself.
    """
    while start < len(lines):
        reader = csv.reader((lines[at] + "\n" for at in range(start, len(lines))), delimiter=delimiter)
        ended, swallowed = 0, False
        while not swallowed:
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error:
                swallowed = True
            else:
                span = reader.line_num - ended
                swallowed = span > 1 and (
                    len(record) > width or _holds_records(lines, start + ended, span, delimiter, width)
                )
            if not swallowed:
                if record:
                    yield start + ended + 1, record
                ended = reader.line_num
        first = lines[start + ended]
        cells = _alone(first, delimiter)
        if len(cells) < width:
            cells = [cell.strip().strip('"') for cell in first.split(delimiter)]
        yield start + ended + 1, cells
        start += ended + 1


def _holds_records(lines: Sequence[str], first: int, span: int, delimiter: str, width: int) -> bool:
    """True if a line after the first could be a record; in a narrow table it must begin with a number as dates do."""
    inner = (lines[index] for index in range(first + 1, first + span))
    enough = (line for line in inner if 0 < width - 1 <= line.count(delimiter))
    return any(width >= _WIDE or line.lstrip('" ')[:1].isdigit() for line in enough)
