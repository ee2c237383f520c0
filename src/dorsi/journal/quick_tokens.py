"""The words of a quick line (see `quick_entry`): quantities, chains of them, effort, discomfort, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from dorsi.atlas.vocabulary import REGIONS

_FLAG = (
    r"(?:(?P<warm>warm[- ]?ups?)|(?P<test>test)|(?P<drop>drop(?:[- ]?sets?)?)|(?P<failure>(?:to\s+)?fail(?:ure|ed)?)"
    r"|(?P<left>left)|(?P<right>right)|(?P<straps>(?:with\s+)?straps?))(?![\w-])"
)
_FLAG_NAMES = {"warm": "warm-up"}
_UNITS = {
    "kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb", "s": "s", "sec": "s", "secs": "s", "seconds": "s",
    "m": "m", "metres": "m", "meters": "m", "min": "min", "mins": "min", "reps": "reps", "rep": "reps",
}  # fmt: skip
_UNIT = rf"(?:\s?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!(?!x\s*[\d+-])\w))?"
_TIMES = r"\s*[x×*]\s*(?=[\d+-])"
_JOINED = re.compile(_TIMES, re.IGNORECASE)
_NUMBER = r"(?:\d{1,6}(?:\.\d{1,6})?)"
_WITH_COMMA = r"\d{1,6},\d{1,2}(?!\d)"
_PLAIN = re.compile(
    rf"(?P<sign>[+-])?\s?(?:(?P<minutes>\d{{1,3}}):(?P<rest>[0-5]\d)(?!\d)|(?P<number>{_NUMBER}){_UNIT})", re.IGNORECASE
)
_COMMA_THEN_UNIT = re.compile(
    rf"(?P<sign>[+-])?\s?(?P<number>{_WITH_COMMA})\s?(?P<unit>kgs?|lbs?)(?!\w)", re.IGNORECASE
)
_COMMA_THEN_TIMES = re.compile(rf"(?P<sign>[+-])?\s?(?P<number>{_WITH_COMMA})(?={_TIMES})", re.IGNORECASE)
_COMMA = re.compile(rf"(?P<sign>[+-])?\s?(?P<number>{_WITH_COMMA})(?!\s*,\s*\d)", re.IGNORECASE)
_BODY = re.compile(r"(?:bw|body\s?weight)(?!\w)", re.IGNORECASE)
_SIGNED = re.compile(r"\s*[+-]\s?\d")
_SCALE = r"(?P<{}>rir|rpe)"
_EFFORT = re.compile(
    rf"(?:@\s*{_SCALE.format('before')}?|{_SCALE.format('alone')}(?=\s*\d))\s*"
    rf"(?P<values>{_NUMBER}(?:\s*[,/]\s*{_NUMBER})*)\s*{_SCALE.format('after')}?(?!\w)",
    re.IGNORECASE,
)
_PAIN = re.compile(r"(?:!\s*|(?:pain|discomfort)\s+)(?P<score>\d{1,3})(?!\d)", re.IGNORECASE)
_REGIONS = "|".join(sorted((region.replace("-", "[- ]") for region in REGIONS), key=len, reverse=True))
_PLACE = re.compile(
    rf"\s+(?P<place>(?:{_REGIONS})(?!\w)|(?!{_FLAG}|bw\b|rir\b|rpe\b|pain\b)[^\W\d_][\w'-]*)", re.IGNORECASE
)
_WORD = re.compile(_FLAG, re.IGNORECASE)
_BLANK = re.compile(r"[\s,]+")
_LIST_SIGN = re.compile(r"\s*[,/]\s*(?=\d)")
_NOT_A_NAME = re.compile(rf"[+-]?\d|[@!;]|(?:bw|rir|rpe)(?![^\W\d])|(?:pain|discomfort)\s+\d|{_FLAG}", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\s;]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What cannot be understood: where (column from 1), what was read there, what was expected."""

    column: int
    read: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its sign and unit ('' none, kg, lb, s, m, reps) as read at a column."""

    column: int
    read: str
    value: float
    sign: str = ""
    unit: str = ""

    @property
    def is_load(self) -> bool:
        """True if sign or unit make it a load."""
        return bool(self.sign) or self.unit in ("kg", "lb")

    @property
    def whole(self) -> bool:
        """True for whole numbers."""
        return self.value == int(self.value)


@dataclass(slots=True, kw_only=True)
class Chain:
    """Quantities joined by x: first, a list, and perhaps a third. `made` counts the sets that came of it."""

    column: int
    read: str
    first: Quantity
    amounts: tuple[Quantity, ...]
    third: Quantity | None = None
    made: int = 0


@dataclass(slots=True, kw_only=True)
class Bare:
    """Numbers that nothing joins; `single` is what they are if they must be one load. `made` as in `Chain`."""

    column: int
    read: str
    amounts: tuple[Quantity, ...]
    single: Quantity | None = None
    made: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load that stands alone."""

    column: int
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """One effort or several; `scale` is '' where none was named, `decimal` the value if a comma was its sign."""

    column: int
    read: str
    values: tuple[float, ...]
    scale: str = ""
    decimal: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """Discomfort and its place."""

    column: int
    read: str
    score: int
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that describes sets, by its usual name."""

    column: int
    name: str


Token: TypeAlias = Chain | Bare | Load | Effort | Pain | Word


def exercise_in(text: str, numbered: Iterable[str]) -> tuple[list[Word], str, int]:
    """The words before the exercise, its name with single blanks, and where the rest begins: at once without a name."""
    words: list[Word] = []
    at = _skip(text, 0)
    while (found := _WORD.match(text, at)) is not None:
        words.append(_word(found))
        at = _skip(text, found.end())
    with_number = _numbered(text, at, numbered)
    if with_number:
        return words, " ".join(text[at:with_number].split()), with_number
    parts: list[str] = []
    while at < len(text) and _NOT_A_NAME.match(text, at) is None and (found := _NAME_WORD.match(text, at)) is not None:
        parts.append(found.group())
        at = _skip(text, found.end())
    name = " ".join(parts).rstrip(":,")
    return (words, name, at) if name else ([], "", 0)


def tokens_in(text: str, at: int, end: int, mistakes: list[Mistake]) -> list[Token]:
    """The tokens between two places; what is none becomes a mistake."""
    text = text[:end]
    tokens: list[Token] = []
    while (at := _skip(text, at)) < end:
        found = _token(text, at)
        if found is None:
            rest = _NAME_WORD.match(text, at)
            read = rest.group() if rest else text[at:end]
            expected = "sets (4x8), a load (60kg), effort (@2), discomfort (!3 elbow) or a word such as warm-up"
            mistakes.append(Mistake(column=at + 1, read=read.rstrip(","), expected=expected))
            at += max(len(read), 1)
            continue
        token, at = found
        tokens.append(token)
    return tokens


def _token(text: str, at: int) -> tuple[Token, int] | None:
    column = at + 1
    if (found := _EFFORT.match(text, at)) is not None:
        scale = found["before"] or found["alone"] or found["after"] or ""
        values = tuple(float(value) for value in re.split(r"\s*[,/]\s*", found["values"]))
        decimal = float(found["values"].replace(",", ".")) if re.fullmatch(r"\d+,5", found["values"]) else None
        effort = Effort(column=column, read=found.group().strip(), values=values, scale=scale.lower(), decimal=decimal)
        return effort, found.end()
    if (found := _PAIN.match(text, at)) is not None:
        where = _PLACE.match(text, found.end())
        place = "-".join(where["place"].lower().split()) if where else ""
        finish = where.end() if where else found.end()
        return Pain(column=column, read=text[at:finish], score=int(found["score"]), place=place), finish
    if (found := _WORD.match(text, at)) is not None:
        return _word(found), found.end()
    if (found := _BODY.match(text, at)) is not None:
        return _body_weight(text, at, found.end())
    return _numbers(text, at)


def _body_weight(text: str, at: int, after: int) -> tuple[Token, int] | None:
    """`bw`, perhaps with what is added or taken off."""
    load = Quantity(column=at + 1, read=text[at:after], value=0.0, sign="+")
    if _SIGNED.match(text, after) is not None:
        more = _quantity(text, _skip(text, after), (_COMMA_THEN_UNIT, _COMMA_THEN_TIMES, _PLAIN))
        if more is not None:
            load, after = more
    return _chain(text, load, after) or (Load(column=at + 1, quantity=load), after)


def _numbers(text: str, at: int) -> tuple[Token, int] | None:
    found = _quantity(text, at, (_COMMA_THEN_UNIT, _COMMA_THEN_TIMES, _PLAIN))
    if found is None:
        return None
    first, after = found
    chain = _chain(text, first, after)
    if chain is not None:
        return chain
    if first.is_load:
        return Load(column=first.column, quantity=first), after
    amounts, after = _amounts(text, first, after)
    single = first if len(amounts) == 1 and not first.unit else None
    if len(amounts) == 2 and (as_one := _quantity(text, at, (_COMMA,))) is not None and as_one[1] == after:
        single = as_one[0]
    return Bare(column=first.column, read=text[at:after], amounts=amounts, single=single), after


def _chain(text: str, first: Quantity, after: int) -> tuple[Token, int] | None:
    found = _JOINED.match(text, after)
    if found is None:
        return None
    second = _quantity(text, found.end(), (_PLAIN,))
    if second is None:
        return None
    amounts, after = _amounts(text, *second)
    third = None
    if (again := _JOINED.match(text, after)) is not None:
        last = _quantity(text, again.end(), (_COMMA_THEN_UNIT, _COMMA, _PLAIN))
        if last is not None:
            third, after = last
    start = first.column - 1
    return Chain(column=first.column, read=text[start:after], first=first, amounts=amounts, third=third), after


def _amounts(text: str, first: Quantity, after: int) -> tuple[tuple[Quantity, ...], int]:
    """The list that begins with a quantity: what follows a comma and is neither a load nor joined by x."""
    amounts = [first]
    while (sign := _LIST_SIGN.match(text, after)) is not None:
        found = _quantity(text, sign.end(), (_PLAIN,))
        if found is None or found[0].is_load or _JOINED.match(text, found[1]) is not None:
            break
        if _COMMA_THEN_UNIT.match(text, sign.end()) or _COMMA_THEN_TIMES.match(text, sign.end()):
            break
        amounts.append(found[0])
        after = found[1]
    return tuple(amounts), after


def _quantity(text: str, at: int, forms: Iterable[re.Pattern[str]]) -> tuple[Quantity, int] | None:
    for form in forms:
        found = form.match(text, at)
        if found is None:
            continue
        groups = found.groupdict()
        unit = _UNITS.get((groups.get("unit") or "").lower(), "")
        if groups.get("minutes"):
            value, unit = int(found["minutes"]) * 60.0 + int(found["rest"]), "s"
        else:
            value = float(found["number"].replace(",", "."))
        if unit == "min":
            value, unit = value * 60.0, "s"
        sign = groups.get("sign") or ""
        return Quantity(column=at + 1, read=found.group(), value=value, sign=sign, unit=unit), found.end()
    return None


def _word(found: re.Match[str]) -> Word:
    name = next(name for name, text in found.groupdict().items() if text)
    return Word(column=found.start() + 1, name=_FLAG_NAMES.get(name, name))


def _numbered(text: str, at: int, numbered: Iterable[str]) -> int:
    """Where the longest name with a number in it ends that stands at this place; 0 if none does."""
    best = 0
    for name in numbered:
        pattern = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
        found = re.compile(rf"{pattern}(?=[\s,:;]|$)", re.IGNORECASE).match(text, at)
        best = max(best, found.end() if found else 0)
    return best


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
