"""One session of the plan, and one exercise of it: what is asked, why, what follows from each set, what else it could
be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dorsi.athlete.loads import reachable
from dorsi.athlete.model import Athlete
from dorsi.coach.model import NextSession, PlannedItem
from dorsi.coach.swapping import Alternative
from dorsi.coach.wording import load_words
from dorsi.languages import all_said, known, said
from dorsi.planner.why import Explanation
from dorsi.rules.finding import Finding
from dorsi.services.editing import Prescribed
from dorsi.services.plan_calendar import PlanCalendar, PlannedDay, Standing
from dorsi.services.swapping import TriedSwap
from dorsi.web.pages.findings import Findings
from dorsi.web.pages.plan import standing_words
from dorsi.web.pages.reasons import Reason
from dorsi.web.pages.session import ExerciseCard, SessionSheet
from dorsi.web.templatetags.dorsi_tags import day as day_words

SENTENCES_SHOWN = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSessionPage:
    """A session of the plan with the loads of today."""

    week: int
    session: str
    title: str
    when: str
    is_next: bool
    is_past: bool
    is_deload: bool
    can_swap: bool
    note: str
    sheet: SessionSheet

    @classmethod
    def from_session(cls, day: PlannedDay, session: NextSession, calendar: PlanCalendar) -> PlanSessionPage:
        """The page for a place in the calendar and the session the coach would give there."""
        when = day_words(day.on) if day.on is not None else ""
        standing = standing_words(day, calendar.today)
        return cls(
            week=day.ref.week,
            session=day.ref.session,
            title=known(day.session.title),
            when=f"{when} · {standing}" if when else standing,
            is_next=day.standing is Standing.NEXT,
            is_past=day.standing in (Standing.DONE, Standing.SKIPPED),
            is_deload=day.ref.week in calendar.plan.program.deload_weeks,
            can_swap=calendar.starts is None,
            note=known(day.session.note),
            sheet=SessionSheet.from_session(session, calendar.plan.athlete, calendar.plan.atlas),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What follows from some sets: 'Sets 1–3', and a sentence for each span of reps."""

    sets: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """Why one exercise is there, with these numbers."""

    week: int
    session: str
    session_title: str
    place: str
    card: ExerciseCard
    prescription: str
    sentences: tuple[str, ...]
    more_sentences: tuple[str, ...]
    follows: tuple[Follows, ...]
    cap: str
    rules: tuple[Reason, ...]
    alternative: str
    was_priced: bool
    can_swap: bool

    @classmethod
    def from_item(
        cls,
        session: NextSession,
        item: PlannedItem,
        told: Explanation,
        calendar: PlanCalendar,
        *,
        priced: bool,
        can_swap: bool,
    ) -> WhyPage:
        """The page for an exercise of a session and what the planner says of its place."""
        athlete, atlas = calendar.plan.athlete, calendar.plan.atlas
        sheet = SessionSheet.from_session(session, athlete, atlas)
        cards = (*sheet.preparation, *(card for group in sheet.groups for card in group.cards), *sheet.closing)
        card = next(card for card in cards if card.place == item.slot)
        codes = {reason.code for reason in card.reasons}
        return cls(
            week=session.ref.week,
            session=session.ref.session,
            session_title=known(session.title),
            place=item.slot,
            card=card,
            prescription=told.prescription,
            sentences=all_said(told.sentences[:SENTENCES_SHOWN]),
            more_sentences=all_said(told.sentences[SENTENCES_SHOWN:]),
            follows=tuple(_follows(item)),
            cap=_cap(item, athlete),
            rules=tuple(Reason.from_note(note, atlas) for note in told.rules if note.code not in codes),
            alternative=told.alternative or "",
            was_priced=priced,
            can_swap=can_swap,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An exercise that could take a place: the load to start from and what would change."""

    id: str
    name: str
    load: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a swap would make of the session: the exercise's new sets and what the rules say of it; `refused` is the
    reason why it cannot be done."""

    id: str
    name: str
    card: ExerciseCard | None
    findings: Findings | None
    refused: str = ""

    @classmethod
    def from_swap(cls, tried: TriedSwap, place: str, calendar: PlanCalendar) -> Trial:
        """The trial of an exercise in a place."""
        instead, atlas = tried.swap.instead, calendar.plan.atlas
        sheet = SessionSheet.from_session(tried.after, calendar.plan.athlete, atlas)
        cards = (card for group in sheet.groups for card in group.cards)
        card = next((card for card in cards if card.place == place and card.id == instead), None)
        return cls(
            id=instead,
            name=said(atlas.exercises[instead].short),
            card=card,
            findings=Findings.of(tried.new, calendar.plan.program),
            refused="" if card is not None else _("The coach keeps another exercise there for now."),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapPage:
    """What could take the place of an exercise, the most alike first, and one of them tried."""

    week: int
    session: str
    session_title: str
    place: str
    name: str
    is_next: bool
    planned_id: str
    planned_name: str
    choices: tuple[Choice, ...]

    @classmethod
    def from_alternatives(
        cls, session: NextSession, item: PlannedItem, found: Sequence[Alternative], calendar: PlanCalendar
    ) -> SwapPage:
        """The page for a place and its alternatives."""
        atlas, day = calendar.plan.atlas, calendar.day(session.ref.week, session.ref.session)
        return cls(
            week=session.ref.week,
            session=session.ref.session,
            session_title=known(session.title),
            place=item.slot,
            name=said(item.exercise.short),
            is_next=day is not None and day.standing is Standing.NEXT,
            planned_id=item.planned,
            planned_name=said(atlas.exercises[item.planned].short) if item.planned else "",
            choices=tuple(
                Choice(id=each.exercise.id, name=said(each.exercise.short), load=said(each.load), says=said(each.says))
                for each in found
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsPage:
    """The lines of sets of a place, to be changed; `new` is what the rules would newly say."""

    week: int
    session: str
    session_title: str
    place: str
    name: str
    cycle: int
    new: Findings | None = None
    is_refused: bool = False

    @classmethod
    def from_prescribed(
        cls,
        asked: Prescribed,
        week: int,
        calendar: PlanCalendar,
        new: Iterable[Finding] = (),
        *,
        is_refused: bool = False,
    ) -> SetsPage:
        """The page for what a programme asks in a place."""
        program = calendar.plan.program
        session = program.session(asked.session)
        return cls(
            week=week,
            session=asked.session,
            session_title=known(session.title) if session is not None else asked.session,
            place=asked.place,
            name=said(asked.exercise.short),
            cycle=calendar.state.position.cycle,
            new=Findings.of(new, program),
            is_refused=is_refused,
        )


def _follows(item: PlannedItem) -> Iterable[Follows]:
    tables: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(item.sets, 1):
        if one.contingencies:
            tables.setdefault(all_said(each.says for each in one.contingencies), []).append(number)
    for says, numbers in tables.items():
        if len(numbers) == 1:
            words = _("After set %(number)d") % {"number": numbers[0]}
        else:
            words = _("After sets %(first)d–%(last)d") % {"first": numbers[0], "last": numbers[-1]}
        yield Follows(sets=words, says=says)


def _cap(item: PlannedItem, athlete: Athlete) -> str:
    cap_kg = None if item.cap_kg is None else reachable(item.cap_kg, item.exercise, athlete)
    if cap_kg is None or not all(one.load_kg is not None and cap_kg >= one.load_kg for one in item.sets):
        return ""
    return said(load_words(cap_kg, item.exercise, athlete))
