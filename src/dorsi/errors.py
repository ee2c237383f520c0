"""What can go wrong, in two channels.

What is wrong with a person's data is a value: a `Problem`, collected with all others and shown with
its place and remedy. What makes an operation impossible is an exception: `DorsiError` or one small
subclass a cause, whose message is built here from typed parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a file a person wrote.

    `line` and `column` count from 1 and are absent where the format gives no position.
    """

    file: str
    where: str
    message: str
    remedy: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place += f":{self.line}"
            if self.column is not None:
                place += f":{self.column}"
        subject = f"{self.where}: " if self.where else ""
        message = self.message if self.message.endswith((".", "!", "?")) else f"{self.message}."
        tail = f" {self.remedy}" if self.remedy else ""
        return f"{place}: {subject}{message}{tail}"


class DorsiError(Exception):
    """An operation that cannot go on; its message is fit for a person to read."""

    exit_code = 1


class FileMissing(DorsiError):
    """A named file is not there or cannot be read."""

    exit_code = 66

    def __init__(self, path: str, reason: str = "there is no such file") -> None:
        self.path = path
        super().__init__(f"Cannot read {path}: {reason}. Check the path and try again.")


class FileUnwritable(DorsiError):
    """An output file cannot be written; nothing was changed."""

    exit_code = 73

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        super().__init__(f"Cannot write {path}: {reason}. Nothing was changed. Put that right, or name another place.")


class InvalidFile(DorsiError):
    """A file was read and holds problems; all of them are listed."""

    exit_code = 65

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class AtlasBroken(DorsiError):
    """The knowledge shipped with Dorsi contradicts itself; names every offending row."""

    exit_code = 70

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        listing = "\n".join(f"  - {problem}" for problem in self.problems)
        super().__init__(f"The atlas data holds {len(self.problems)} mistake(s):\n{listing}")


class UnknownName(DorsiError):
    """Someone asked for a thing by a name Dorsi does not know."""

    exit_code = 64

    def __init__(self, kind: str, name: str, known: Iterable[str], *, hint: str = "") -> None:
        self.kind, self.name = kind, name
        self.suggestions = nearest(name, known)
        message = f"Dorsi knows no {kind} called '{name}'."
        if self.suggestions:
            message += f" Did you mean {_either(self.suggestions)}?"
        if hint:
            message += f" {hint}"
        super().__init__(message)


class UsageError(DorsiError):
    """A command was called in a way that makes no sense; the message says what would."""

    exit_code = 64


class TrainingRefused(DorsiError):
    """Screening found a sign that must be seen by a clinician first; there is no way around it."""

    exit_code = 3

    def __init__(self, headline: str, reasons: Sequence[str], advice: str) -> None:
        self.headline, self.reasons, self.advice = headline, tuple(reasons), advice
        super().__init__("\n".join([headline, *(f"  - {reason}" for reason in reasons), advice]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a remedy asks of the answers to a questionnaire, by their keys; empty where it cannot be had by a change.

    `minutes` and `day` are the new length and a further weekday; `any_count` leaves the number of sessions open;
    `allow` names exercises that are no longer ruled out, `add` equipment to have.
    """

    minutes: int | None = None
    day: str = ""
    any_count: bool = False
    allow: tuple[str, ...] = ()
    add: tuple[str, ...] = ()


class WishesClash(DorsiError):
    """No programme meets all the athlete's wishes; names a smallest set that cannot stand together.

    `rooms` says for each of the remedies, in their order, what it asks of the answers.
    """

    exit_code = 4

    def __init__(self, wishes: Sequence[str], remedies: Sequence[str], rooms: Sequence[Room] = ()) -> None:
        self.wishes, self.remedies = tuple(wishes), tuple(remedies)
        self.rooms = tuple(rooms) or (Room(),) * len(self.remedies)
        lines = ["No safe programme fits these wishes together:", *(f"  - {wish}" for wish in wishes)]
        if remedies:
            lines += ["Any one of these changes would make room:", *(f"  - {remedy}" for remedy in remedies)]
        super().__init__("\n".join(lines))


class SolverFailed(DorsiError):
    """The optimiser gave up without an answer; this is a fault of Dorsi, not of the athlete."""

    exit_code = 70

    def __init__(self, stage: str, status: str) -> None:
        super().__init__(
            f"The planner could not finish the stage '{stage}' (solver status: {status}). "
            "Please report this with the athlete file that caused it."
        )


class PlanUnproven(DorsiError):
    """The planner's own check found an error in what it made; such a plan is not handed out."""

    exit_code = 70

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        listing = "\n".join(f"  - {finding}" for finding in findings)
        super().__init__(
            f"The planner made a programme that its own rules reject, so it is not shown:\n{listing}\n"
            "This is a fault of Dorsi. Please report it with the athlete file that caused it."
        )


class StoreUnavailable(DorsiError):
    """The journal cannot be read or written where it is kept; nothing of the call was kept."""

    exit_code = 74

    def __init__(self, place: str, reason: str, remedy: str) -> None:
        self.place = place
        super().__init__(f"Cannot use the journal in {place}: {reason}. {remedy}")


def nearest(name: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The closest known spellings of `name`, best first; empty when nothing is close."""
    spellings = {_plain(candidate): candidate for candidate in sorted(set(known), reverse=True)}
    wanted = _plain(name)
    close = get_close_matches(wanted, sorted(spellings), n=count, cutoff=0.6)
    squeezed = wanted.replace("-", "")
    prefixed = [c for c in sorted(spellings) if len(squeezed) >= 3 and c.replace("-", "").startswith(squeezed)]
    if prefixed:
        close = [*prefixed[:count], *(c for c in close if c not in prefixed)]
    return tuple(spellings[c] for c in close[:count])


def _plain(name: str) -> str:
    return name.strip().lower().replace("_", "-").replace(" ", "-")


def _either(names: Sequence[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
