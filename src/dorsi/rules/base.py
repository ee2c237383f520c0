"""The rule protocol: a class that states what it checks, checks it, and can bind the planner to it.

`check` looks at a laid-out programme and yields findings. `constrain` says the same thing to the
planner through `PlanModel`, a small protocol that knows nothing of the solver behind it. Because both
come from one class, what the planner builds passes the checker.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from dorsi.athlete.model import Athlete, OtherMuscle, Weekday
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Grade, Level, Stance
from dorsi.program.evaluate import Place, ProgramView
from dorsi.rules.finding import Finding, Fix, Severity


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a rule looks at: a laid-out programme and, if known, whose it is."""

    view: ProgramView
    athlete: Athlete | None

    @property
    def atlas(self) -> Atlas:
        """The atlas the programme was laid out with."""
        return self.view.atlas

    @property
    def level(self) -> Level:
        """The athlete's level; intermediate when nobody is named."""
        return self.athlete.level if self.athlete else Level.INTERMEDIATE


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameSession:
    """A session of the week's frame, before it has exercises."""

    index: int
    id: str
    theme: str
    day: Weekday
    minutes: float
    also: frozenset[OtherMuscle] = frozenset()


class PlanModel(Protocol):
    """What a rule may ask of the planner's model of one week.

    Amounts are linear: a mapping from variables to coefficients. `pick` is 1 if the exercise is in the session,
    `sets` its number of work sets. Hard bounds hold in every programme; `price` and `reward` bend the choice.
    """

    @property
    def athlete(self) -> Athlete: ...
    @property
    def atlas(self) -> Atlas: ...
    @property
    def sessions(self) -> Sequence[FrameSession]: ...
    def candidates(self, session: FrameSession) -> Sequence[Exercise]: ...
    def value(self, exercise: Exercise, group: str) -> float: ...
    def pick(self, session: FrameSession, exercise: Exercise) -> int: ...
    def sets(self, session: FrameSession, exercise: Exercise) -> int: ...
    def forbid(self, session: FrameSession, exercise: Exercise, *, rule: str, reason: str) -> None: ...
    def at_most(self, amount: Mapping[int, float], bound: float, *, rule: str, reason: str) -> None: ...
    def at_least(self, amount: Mapping[int, float], bound: float, *, rule: str, reason: str) -> None: ...
    def price(self, amount: Mapping[int, float], above: float, each: float, *, rule: str, reason: str) -> None: ...
    def reward(self, amount: Mapping[int, float], up_to: float, each: float, *, rule: str, reason: str) -> None: ...


class Rule(ABC):
    """One training rule. Subclasses fill the class attributes; each stands in a file of its own.

    `checks`, `why` and `limits` are prose for the docs; `bad` and `good` are small programmes in YAML (with the
    athlete's answers under `athlete:` where the rule needs them): the first must draw a finding, the second none.
    """

    code: ClassVar[str]
    slug: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    confidence: ClassVar[Grade]
    stance: ClassVar[Stance] = Stance.KEEP
    claims: ClassVar[tuple[str, ...]] = ()
    references: ClassVar[tuple[str, ...]] = ()
    checks: ClassVar[str]
    why: ClassVar[str]
    limits: ClassVar[str]
    bad: ClassVar[str]
    good: ClassVar[str]
    health: ClassVar[bool] = False
    """True for health limits: errors that nobody can switch off."""

    @abstractmethod
    def check(self, case: Case) -> Iterator[Finding]:
        """What in this case breaks the rule, in stable order."""

    def constrain(self, model: PlanModel) -> None:  # noqa: B027 - many rules only check
        """Binds the planner to the rule; rules that need not bind leave it as it is."""

    def finding(
        self,
        place: Place,
        message: str,
        remedy: str,
        *,
        severity: Severity | None = None,
        numbers: Mapping[str, float | str] | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            confidence=self.confidence,
            place=place,
            message=message,
            why=self.why,
            remedy=remedy,
            numbers=numbers or {},
            fix=fix,
        )
