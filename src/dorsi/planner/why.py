"""Why a prescription is what it is: the rule, its source, its grade and the athlete's own data, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Grade
from dorsi.errors import PlanUnproven, UnknownName, WishesClash
from dorsi.planner import reasons
from dorsi.planner.alternative import Alternative, Bearing, price_of_alternative
from dorsi.planner.choice import Choice
from dorsi.planner.plan import Plan, plan_program
from dorsi.program.evaluate import Entry, ProgramView, evaluate, week_spans
from dorsi.program.model import Program, Role
from dorsi.program.notation import format_sets
from dorsi.rules.registry import all_rules, rule_by_code

_PLACE = re.compile(r"^(?P<session>[a-z0-9-]+)/(?P<block>\d+)(?P<member>[abc])?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """A rule that shaped the prescription, with what it asked here and where it comes from."""

    code: str
    name: str
    sentence: str
    grade: Grade
    claims: tuple[str, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One prescription explained: `sentences` are paragraphs a coach might say."""

    place: str
    title: str
    prescription: str
    sentences: tuple[str, ...]
    rules: tuple[RuleNote, ...]
    alternative: str | None


def explain(program: Program, athlete: Athlete | None, place: str, atlas: Atlas, *, priced: bool = True) -> Explanation:
    """Explains the prescription at a place such as 'upper/2' or 'upper/3b'.

    Where the programme is the one Dorsi plans for this athlete, the best alternative is `priced` too, which takes
    some seconds.
    Raises UnknownName, listing the places there are, for a place that does not exist.
    """
    view = evaluate(program, atlas)
    entry = _entry_at(view, place)
    sentences = list(reasons.of_entry(entry, view, athlete))
    alternative: str | None = None
    bearings: tuple[Bearing, ...] = ()
    if priced and athlete is not None and entry.role is Role.WORK and entry.exercise.is_work:
        plan = _own_plan(athlete, atlas)
        found = None if plan is None else _choice_of(plan, entry)
        if plan is not None and found is not None:
            block, choice = found
            best, bearings = price_of_alternative(athlete, atlas, plan.frame, all_rules(), plan.blocks, block, choice)
            alternative = _alternative_text(entry, best)
            sentences += reasons.of_bans(plan.blocks[block].bans, choice, athlete, atlas)
    return Explanation(
        place=place,
        title=entry.exercise.name,
        prescription=_prescription_text(entry, program),
        sentences=tuple(sentences),
        rules=tuple(_rule_notes(entry, athlete, bearings)),
        alternative=alternative,
    )


def places(view: ProgramView) -> tuple[str, ...]:
    """Every place that can be asked about, in order."""
    found: dict[str, None] = {}
    for week in view.weeks:
        for session in week.sessions:
            for entry in session.entries:
                found[_place_text(entry)] = None
    return tuple(found)


def _place_text(entry: Entry) -> str:
    member = "" if entry.member_index is None else "abc"[entry.member_index]
    return f"{entry.session.id}/{entry.block_index + 1}{member}"


def _entry_at(view: ProgramView, place: str) -> Entry:
    """The entry at a place; where its sets differ from week to week, the one with the most."""
    wanted = place.strip().lower()
    found = [
        entry
        for week in (view.weeks if _PLACE.match(wanted) else ())
        for session in week.sessions
        for entry in session.entries
        if wanted == _place_text(entry) or (entry.member_index == 0 and wanted == _place_text(entry)[:-1])
    ]
    if found:
        return max(found, key=lambda entry: entry.all_sets)
    known = places(view)
    sessions = ", ".join(dict.fromkeys(p.split("/")[0] for p in known))
    raise UnknownName("place", place, known, hint=f"Write session/number, with a session of: {sessions}.")


def _own_plan(athlete: Athlete, atlas: Atlas) -> Plan | None:
    """What Dorsi plans for the athlete; None where it would plan nothing, which must not stop an explanation."""
    try:
        return plan_program(athlete, atlas)
    except (WishesClash, PlanUnproven):
        return None


def _choice_of(plan: Plan, entry: Entry) -> tuple[int, Choice] | None:
    """The planner's own choice behind an entry, if the programme is what the planner would make."""
    own = plan.program.session(entry.session.id)
    if own is None or own.blocks != entry.session.blocks:
        return None
    for number, block in enumerate(plan.blocks):
        for choice in block.choices:
            frame = plan.frame.sessions[choice.session]
            session_id = frame.id if number == 0 else f"{frame.id}-{number + 1}"
            if session_id == entry.session.id and choice.exercise.id == entry.exercise.id:
                return number, choice
    return None


def _prescription_text(entry: Entry, program: Program) -> str:
    parts = []
    for week_sets in entry.prescription.sets:
        named = "" if week_sets.weeks is None else week_spans(week_sets.weeks)
        weeks = "" if not named else f"week {named}: " if named.isdecimal() else f"weeks {named}: "
        if week_sets.weeks is not None and week_sets.weeks <= program.deload_weeks:
            weeks = f"deload, week {week_spans(week_sets.weeks)}: "
        parts.append(weeks + format_sets(week_sets.targets))
    return "; ".join(parts)


def _alternative_text(entry: Entry, priced: Alternative | None) -> str | None:
    if priced is None:
        return f"Nothing else you can do would take its place: without {_the(entry)} there is no programme."
    if not priced.instead:
        subject = "Without it the session would simply be shorter"
    elif len(priced.instead) == 1:
        subject = f"The best other choice here is the {priced.instead[0]}"
    else:
        subject = f"Without it the session would be built anew, with {_list(priced.instead)}"
    if priced.points < 0.05:
        return f"{subject}; it would be just as good, so swap freely."
    worth = "about one useful set" if 0.75 <= priced.points <= 1.25 else f"about {priced.points:.1f} useful sets"
    worth = "less than one useful set" if priced.points < 0.75 else worth
    causes = [reasons.cause_text(cause) for cause, _ in priced.causes[:2]]
    tail = f", mostly through {_list(causes)}" if causes else ""
    return f"{subject}; it would cost the week {worth} ({priced.points:.1f} points){tail}."


def _rule_notes(entry: Entry, athlete: Athlete | None, bearings: Sequence[Bearing]) -> Iterator[RuleNote]:
    told: dict[str, str] = {}
    for bearing in bearings:
        told[bearing.rule] = bearing.reason
    for code, sentence in reasons.standing_rules(entry, athlete):
        told.setdefault(code, sentence)
    for code, sentence in told.items():
        rule = rule_by_code(code)
        yield RuleNote(
            code=rule.code,
            name=rule.name,
            sentence=_sentence(sentence),
            grade=rule.confidence,
            claims=rule.claims,
            references=rule.references,
        )


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _the(entry: Entry) -> str:
    return f"the {entry.exercise.spoken}"


def _list(items: Sequence[str]) -> str:
    if len(items) == 1:
        return items[0]
    return f"{', '.join(items[:-1])} and {items[-1]}"
