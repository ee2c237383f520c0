"""The quick line: one exercise's sets the way they are scribbled down, such as `deadlift 140 x 5, 5, 4 @2`.

    line     = [words] [exercise] part [; part ...] [# note]
    part     = sets, loads, effort, discomfort and words, in any order, all of the same exercise
    sets     = 4x8          4 sets of 8 reps; also 3x45s, 2x40m, 3x1:30, 3x50reps
               3x8,8,7      3 sets
               140x5,5,4    at 140, one set for each number; also 60kg x 10, +10 x 5, bw x 8
               3x5x140      sets, reps, load; 140x5x3 is load, reps, sets
               10,10,8      one set for each number
    load     = 60kg  132lb  +10kg (added to the body)  -20kg (help)  bw  bw+10
    effort   = @2 or @RIR2 (reps in reserve), @8.5rpe or @RPE8.5; @3,2,1 one for each set
    pain     = !4 lower-back or pain 4 lower-back: 0 is nothing, 10 the worst imaginable
    words    = warm-up, test, drop, failure, left, right, straps

- Two bare numbers are sets x reps if the first is at most 10, or if the load stands elsewhere in the part; else they
  are load x reps. So `4x8` is four sets of eight and `60x5` five reps at 60. With a unit on the second it is reps x
  load: `8x60kg`.
- A bare number beside such a pair is its load: `deadlift 3x5 140`. One without a pair is reps.
- A load holds for the sets before it; if the part begins with a load, for the sets after it.
- An effort holds for the sets before it that have none yet; `@` up to 5 means reps in reserve, above that an RPE.
- Words before the exercise hold for the whole line, others for their part. `drop` and `failure` after sets hold for the
  last of these only, and so does discomfort. A note belongs to the last set of the line.
- A comma is a decimal sign where a load must stand: `62,5kg`, `62,5 x 8`, `3x5 62,5`.
- A line without an exercise goes on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dorsi.journal.model import LoadMode, LoggedDiscomfort, LoggedLoad, SetKind, Side
from dorsi.journal.quick_tokens import (
    Bare,
    Chain,
    Effort,
    Load,
    Mistake,
    Pain,
    Quantity,
    Token,
    Word,
    exercise_in,
    tokens_in,
)
from dorsi.units import MassUnit, number

MOST_SETS = 20
MOST_REPS = 100
MOST_SECONDS = 4 * 3600
MOST_METRES = 100_000
MOST_LOAD = 1500
SETS_UP_TO = 10
"""A bare first number up to this counts sets, a greater one is a load: ten sets are the most that anyone plans."""
REPS_UP_TO = 30
"""Above this, `8x60` may as well be 8 reps at 60, and has to be written otherwise."""
RESERVE_UP_TO = 5.0
"""A bare effort above this is an RPE: nobody can tell six reps in reserve from seven. Source: Halperin22."""
_KINDS = {"warm-up": SetKind.WARM_UP, "test": SetKind.TEST, "drop": SetKind.DROP, "failure": SetKind.FAILURE}
_OF_LAST_SET = (SetKind.DROP, SetKind.FAILURE)
_SIDES = {"left": Side.LEFT, "right": Side.RIGHT}
_STRAPS = "straps"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLoad:
    """A load as typed; `mode` is None where no sign was, so that the exercise decides."""

    value: float
    unit: MassUnit
    mode: LoadMode | None = None

    def as_logged(self, usual: LoadMode) -> LoggedLoad:
        """The load for the journal, with the usual mode of the exercise where none was typed."""
        return LoggedLoad(value=self.value, unit=self.unit, mode=self.mode or usual)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickSet:
    """One set as understood; see `journal.model.LoggedSet` for the fields."""

    kind: SetKind = SetKind.WORK
    load: QuickLoad | None = None
    reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    rir: float | None = None
    rpe: float | None = None
    side: Side | None = None
    straps: bool = False
    discomfort: LoggedDiscomfort | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickEntry:
    """A line as understood: the exercise as it was called (empty: the one before), its sets, a note on the last."""

    exercise: str
    sets: tuple[QuickSet, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickReading:
    """What a line amounts to: an entry, or what is wrong with it."""

    entry: QuickEntry | None
    mistakes: tuple[Mistake, ...] = ()


def read_quick_entry(line: str, *, unit: MassUnit = MassUnit.KG, numbered: Iterable[str] = ()) -> QuickReading:
    """Reads a line. `unit` is that of loads without one, `numbered` holds names of exercises with numbers in them."""
    text, note = _without_note(line)
    words, exercise, at = exercise_in(text, numbered)
    mistakes: list[Mistake] = []
    sets: list[QuickSet] = []
    for start, end in _parts(text, at):
        tokens = tokens_in(text, start, end, mistakes)
        if tokens:
            sets += _Part(text, [*words, *tokens], len(words), unit, mistakes).sets()
    if not sets and not mistakes:
        mistakes.append(Mistake(column=len(text.rstrip()) + 1, read="", expected="sets, such as 4x8 or 60kg x 8"))
    if mistakes:
        return QuickReading(entry=None, mistakes=tuple(sorted(mistakes, key=lambda mistake: mistake.column)))
    return QuickReading(entry=QuickEntry(exercise=exercise, sets=tuple(sets), note=note))


def quick_line(entry: QuickEntry) -> str:
    """The entry as a line that reads back as it was."""
    parts: list[list[QuickSet]] = []
    for one in entry.sets:
        if parts and parts[-1][-1].discomfort is None and _alike(parts[-1][-1], one):
            parts[-1].append(one)
        else:
            parts.append([one])
    text = "; ".join(map(_part_text, parts))
    if entry.exercise:
        text = f"{entry.exercise} {text}"
    return f"{text} # {entry.note}" if entry.note else text


def _without_note(line: str) -> tuple[str, str]:
    found = re.search(r"(?:^|\s)#", line)
    if found is None:
        return line, ""
    return line[: found.start()], line[found.end() :].strip()


def _parts(text: str, at: int) -> Iterable[tuple[int, int]]:
    while (end := text.find(";", at)) >= 0:
        yield at, end
        at = end + 1
    yield at, len(text)


class _Part:
    """Sets out of the tokens of one part; mistakes are added to the list given. The first `led` tokens are words of
    the whole line."""

    def __init__(self, text: str, tokens: Sequence[Token], led: int, unit: MassUnit, mistakes: list[Mistake]) -> None:
        self._text, self._tokens, self._led, self._unit, self._mistakes = text, tokens, led, unit, mistakes
        chains = [token for token in tokens if isinstance(token, Chain)]
        bares = [token for token in tokens if isinstance(token, Bare)]
        self._as_load = bares[0] if chains and len(bares) == 1 and bares[0].single is not None else None
        self._load_elsewhere = self._as_load is not None or any(isinstance(token, Load) for token in tokens)
        self._chained = bool(chains)
        self._sets: list[QuickSet] = []
        self._unloaded: list[int] = []
        self._without_effort: list[int] = []
        self._load: QuickLoad | None = None

    def sets(self) -> list[QuickSet]:
        """The sets of the part."""
        known = len(self._mistakes)
        for token in self._tokens:
            match token:
                case Chain():
                    self._take_chain(token)
                case Bare():
                    self._take_bare(token)
                case Load():
                    self._take_load(token.quantity)
                case _:
                    continue
        if not self._sets and len(self._mistakes) == known:
            self._wrong(self._tokens[-1].column, "", "sets, such as 4x8 or 60kg x 8")
        if len(self._mistakes) == known:
            self._describe()
        return self._sets

    def _describe(self) -> None:
        """Goes through the part once more for what describes sets: words, effort, discomfort."""
        made = self._sets
        done = 0
        self._without_effort = list(range(len(made)))
        for index, token in enumerate(self._tokens):
            match token:
                case Chain() | Bare():
                    done += token.made
                case Word():
                    self._take_word(token, 0 if index < self._led else done)
                case Effort():
                    waiting = [n for n in self._without_effort if n < done] if done else list(range(len(made)))
                    self._take_effort(token, waiting)
                case Pain():
                    self._take_pain(token, (done or len(made)) - 1)
                case _:
                    continue

    def _take_word(self, token: Word, done: int) -> None:
        kind = _KINDS.get(token.name)
        all_sets = range(len(self._sets))
        if kind is not None:
            for at in (done - 1,) if kind in _OF_LAST_SET and done else all_sets:
                self._sets[at] = replace(self._sets[at], kind=kind)
        elif token.name == _STRAPS:
            self._sets[:] = [replace(one, straps=True) for one in self._sets]
        else:
            self._sets[:] = [replace(one, side=_SIDES[token.name]) for one in self._sets]

    def _take_effort(self, token: Effort, waiting: list[int]) -> None:
        values = token.values
        if len(values) == 2 and len(waiting) != 2 and token.decimal is not None:
            values = (token.decimal,)
        if len(values) not in (1, len(waiting)):
            self._wrong(token.column, token.read, f"one effort, or one for each of the {len(waiting)} sets before it")
            return
        for position, at in enumerate(waiting):
            value = values[position if len(values) > 1 else 0]
            scale = token.scale or ("rir" if value <= RESERVE_UP_TO else "rpe")
            if value > 10 or (scale == "rpe" and value < 1):
                self._wrong(token.column, token.read, "reps in reserve from 0 to 10, or an RPE from 1 to 10")
                return
            rir, rpe = (value, None) if scale == "rir" else (None, value)
            self._sets[at] = replace(self._sets[at], rir=rir, rpe=rpe)
        self._without_effort = [at for at in self._without_effort if at not in waiting]

    def _take_pain(self, token: Pain, at: int) -> None:
        if token.score > 10:
            self._wrong(token.column, token.read, "discomfort from 0 (nothing) to 10 (the worst imaginable)")
            return
        self._sets[at] = replace(self._sets[at], discomfort=LoggedDiscomfort(score=token.score, place=token.place))

    def _take_load(self, quantity: Quantity) -> None:
        """A load among the sets: for those before it, or if it comes first for those after it."""
        load = self._load_of(quantity)
        if self._unloaded:
            for at in self._unloaded:
                self._sets[at] = replace(self._sets[at], load=load)
            self._unloaded = []
        elif self._sets and self._load is None:
            self._wrong(quantity.column, quantity.read, "the sets that this load is for")
        else:
            self._load = load

    def _take_bare(self, token: Bare) -> None:
        if token is self._as_load and token.single is not None:
            token.made = 0
            self._take_load(token.single)
        elif self._chained:
            self._wrong(token.column, token.read, "a load with its unit, or sets such as 3x8")
        else:
            token.made = self._add(token.amounts, None)

    def _take_chain(self, token: Chain) -> None:
        first, amounts, third = token.first, token.amounts, token.third
        read, column = token.read, token.column
        if third is None and len(amounts) == 1 and amounts[0].is_load and not first.is_load:
            token.made = self._add([first], amounts[0])
        elif any(amount.is_load for amount in amounts):
            self._wrong(column, read, "reps or a time after the x, such as 60kg x 8")
        elif first.is_load or not first.whole:
            token.made = self._add(amounts, first, times=third, read=token)
        elif third is not None:
            if third.is_load or first.value <= SETS_UP_TO:
                token.made = self._add(amounts, third, times=first, read=token)
            else:
                token.made = self._add(amounts, first, times=third, read=token)
        elif len(amounts) > 1:
            if first.value == len(amounts):
                token.made = self._add(amounts, None)
            elif first.value <= SETS_UP_TO and self._load_elsewhere:
                self._wrong(column, read, f"{number(first.value)} numbers of reps, or fewer sets")
            else:
                token.made = self._add(amounts, first, read=token)
        elif self._load_elsewhere and first.value <= MOST_SETS:
            token.made = self._add(amounts, None, times=first, read=token)
        elif first.value > SETS_UP_TO:
            token.made = self._add(amounts, first, read=token)
        elif amounts[0].unit or amounts[0].value <= REPS_UP_TO:
            token.made = self._add(amounts, None, times=first, read=token)
        else:
            sets, reps = number(first.value), number(amounts[0].value)
            expected = f"{reps}kg x {sets} (reps at a load), {sets}x{reps}reps or {sets}x{reps}s (sets)"
            self._wrong(column, read, expected)

    def _add(
        self,
        amounts: Sequence[Quantity],
        load: Quantity | None,
        *,
        times: Quantity | None = None,
        read: Chain | None = None,
    ) -> int:
        """Adds a set for each amount, or `times` sets of the one amount; answers how many."""
        if times is not None:
            if len(amounts) != 1 or not times.whole or not 1 <= times.value <= MOST_SETS:
                column, what = (read.column, read.read) if read is not None else (times.column, times.read)
                self._wrong(column, what, f"1 to {MOST_SETS} sets of one number of reps, such as 4x8")
                return 0
            amounts = [amounts[0]] * int(times.value)
        made = self._load if load is None else self._load_of(load)
        for amount in amounts:
            if made is None:
                self._unloaded.append(len(self._sets))
            self._sets.append(replace(self._amount(amount), load=made))
        return len(amounts)

    def _amount(self, amount: Quantity) -> QuickSet:
        value = amount.value
        if amount.unit == "s":
            if not 0 < value <= MOST_SECONDS:
                self._wrong(amount.column, amount.read, f"a time up to {MOST_SECONDS // 3600} hours")
            return QuickSet(seconds=value)
        if amount.unit == "m":
            if not 0 < value <= MOST_METRES:
                self._wrong(amount.column, amount.read, f"a distance up to {MOST_METRES // 1000} km")
            return QuickSet(metres=value)
        if not amount.whole:
            self._wrong(amount.column, amount.read, "a whole number of reps")
        elif value > MOST_REPS:
            hint = f"; if it is the load, write {number(value)}{self._unit.value}"
            self._wrong(amount.column, amount.read, f"at most {MOST_REPS} reps{hint}")
        return QuickSet(reps=int(value))

    def _load_of(self, quantity: Quantity) -> QuickLoad:
        if quantity.value > MOST_LOAD or quantity.unit not in ("", "kg", "lb"):
            self._wrong(quantity.column, quantity.read, f"a load up to {MOST_LOAD}, such as 60kg")
        unit = MassUnit(quantity.unit) if quantity.unit in ("kg", "lb") else self._unit
        mode = {"+": LoadMode.ADDED, "-": LoadMode.ASSISTED, "": None}[quantity.sign]
        return QuickLoad(value=quantity.value, unit=unit, mode=mode)

    def _wrong(self, column: int, read: str, expected: str) -> None:
        mistake = Mistake(column=column, read=read, expected=expected)
        if mistake not in self._mistakes:
            self._mistakes.append(mistake)


def _alike(one: QuickSet, other: QuickSet) -> bool:
    """True if both can stand in one part."""
    bare = replace(one, reps=other.reps, seconds=other.seconds, metres=other.metres, discomfort=other.discomfort)
    return bare == other


def _part_text(sets: Sequence[QuickSet]) -> str:
    one, last = sets[0], sets[-1]
    words = [word for word, kind in _KINDS.items() if one.kind is kind]
    words += [one.side.value] if one.side else []
    words += [_STRAPS] if one.straps else []
    amounts = ",".join(map(_amount_text, sets))
    words.append(amounts if one.load is None else f"{_load_text(one.load)} x {amounts}")
    if one.rir is not None:
        words.append(f"@{_exactly(one.rir)}rir")
    if one.rpe is not None:
        words.append(f"@{_exactly(one.rpe)}rpe")
    if last.discomfort is not None:
        words.append(f"!{last.discomfort.score} {last.discomfort.place}".rstrip())
    return " ".join(words)


def _amount_text(one: QuickSet) -> str:
    if one.seconds is not None:
        return f"{_exactly(one.seconds)}s"
    return f"{_exactly(one.metres)}m" if one.metres is not None else str(one.reps)


def _load_text(load: QuickLoad) -> str:
    sign = {LoadMode.ADDED: "+", LoadMode.ASSISTED: "-"}.get(load.mode, "") if load.mode else ""
    return f"{sign}{_exactly(load.value)}{load.unit.value}"


def _exactly(value: float) -> str:
    """The number without trailing zeros and with all its digits, never with an exponent."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
