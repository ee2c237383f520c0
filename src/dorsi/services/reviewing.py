"""Looks back over a journal: everything that pages on progress show, assembled from one reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import VolumeGroup
from dorsi.coach.adopted import NAME, adopted
from dorsi.coach.model import NextSession
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.errors import InvalidFile, TrainingRefused, UnknownName, UsageError
from dorsi.journal.model import Journal, LoggedSet, SetKind
from dorsi.journal.names import match_name
from dorsi.journal.other_lifts import other_lifts
from dorsi.program.model import Program, Role
from dorsi.program.reading import read_program
from dorsi.progress.overview import deload_sessions, progress_of
from dorsi.progress.records import LiftRecords, Record, RecordKind
from dorsi.progress.training import monday_of
from dorsi.progress.volume import AVERAGE_WEEKS
from dorsi.services.coaching import Coaching
from dorsi.services.keeping_results import KeptResults
from dorsi.services.ports import JournalStore
from dorsi.services.reviews import (
    IN_USE_DAYS,
    DoneSession,
    Giver,
    LiftReview,
    MuscleReview,
    Review,
    StallView,
    WeekOfGroup,
)
from dorsi.services.stalling import stall_views
from dorsi.services.trends import Planned, Trend, trends_of
from dorsi.units import MassUnit

RECENT_DAYS = 28
"""Records of so many days are news."""
RESTING_SHOWN = 8
"""Lifts told of a journal in which none is in use any more."""
WEEKS_SHOWN = 12
SESSIONS_SHOWN = 8
_TELLING_SESSIONS = 20
"""Sessions from which the unit that somebody uses is told, where no programme says whose journal it is."""
_DELOAD = "DEL"
_READ: KeptResults[Reviewing] = KeptResults(4)
"""Few, because each holds a whole journal: some megabytes for years of training."""


def reviewing(store: JournalStore, coaching: Coaching) -> Reviewing:
    """The journal as read for the last page that asked, unless anything was entered since or the day is over."""
    return _READ.get(store, coaching.today, lambda: Reviewing(store, coaching))


class Reviewing:
    """One athlete's journal, read once; what is asked afterwards costs no further reading."""

    def __init__(self, store: JournalStore, coaching: Coaching) -> None:
        self._atlas: Atlas = load_atlas()
        self._today = coaching.today
        self._state: CoachState = coaching.state()
        self._journal: Journal = store.journal()
        self._programs = dict(_programs(self._journal, self._atlas))
        self._next = _next_of(self._state, self._today)
        known = self._athlete()
        self._athlete_known = known is not None
        self.athlete = known or Athlete(units=_usual_units(self._journal))
        self._overview = progress_of(
            self._journal,
            self.athlete,
            self._atlas,
            self._today,
            programs=self._programs,
            distrusted={*(odd for doubt in self._state.doubts for odd in doubt.odd), *self._state.disbelieved},
        )
        eased = {trained.on for trained in self._state.trained if trained.deload}
        training = self._overview.training
        self._lifts: dict[str, LiftReview] = {}
        self._light = deload_sessions(training, self._programs) | {s.id for s in training.sessions if s.on in eased}

    def review(self) -> Review:
        """The overview. Raises UsageError while nothing was logged."""
        if not self._overview.training.sessions:
            raise UsageError("Nothing is logged yet, so there is nothing to look back on. Log sets with 'dorsi log'.")
        return self._review

    @cached_property
    def _review(self) -> Review:
        adoption = self._state.adoption
        program = self._programs.get(adoption.id) if adoption is not None else None
        records = self._recent_records()
        trends = tuple(self._trends_in_use())
        return Review(
            today=self._today,
            athlete=self.athlete,
            level_known=self._athlete_known,
            plan=program.name if program is not None else "",
            week=self._state.position.week if program is not None else None,
            overview=self._overview,
            trends=trends,
            resting=() if trends else tuple(self._resting()),
            records=records,
            stalls=self._stalls,
            deload_weeks=frozenset(self._deload_weeks()),
            entries=self._entries(records),
        )

    def find(self, name: str) -> VolumeGroup | str:
        """The muscle group, or the id of a trained exercise, that a name means.

        Raises UnknownName, and UsageError for an exercise never logged or a muscle whose sets are not counted.
        """
        wanted = "-".join(name.lower().replace("_", " ").replace("-", " ").replace(",", " ").split())
        for group in VolumeGroup:
            if wanted in (group.value, _key(group.label)):
                return group
        for muscle in self._atlas.muscles.values():
            if wanted in map(_key, (muscle.id, muscle.name, muscle.latin, muscle.shown_as)):
                if muscle.volume_group is None:
                    groups = ", ".join(group.label for group in VolumeGroup)
                    raise UsageError(f"Sets for the {muscle.name} are not counted apart. These are: {groups}.")
                return muscle.volume_group
        return self._exercise(name, wanted)

    def _exercise(self, name: str, wanted: str) -> str:
        trained = self._overview.training.by_lift
        if name in trained:
            return name
        for lift in trained.values():
            if wanted in (_key(lift[-1].lift.name), _key(lift[-1].lift.id)):
                return lift[-1].lift.id
        found = {_key(known): meant for known, meant in self._atlas.exercise_names.items()}.get(wanted)
        found = found or match_name(name, self._journal.names).exercise
        if found is None:
            names = [
                *(bouts[-1].lift.name for bouts in trained.values()),
                *trained,
                *(group.label for group in VolumeGroup),
            ]
            raise UnknownName("muscle or exercise", name, [*names, *self._atlas.exercise_names])
        if found not in trained:
            raise UsageError(f"You have not logged {self._spoken(found)} yet.")
        return found

    def _spoken(self, exercise: str) -> str:
        if exercise in self._atlas.exercises:
            return self._atlas.exercises[exercise].spoken
        other = other_lifts().get(exercise)
        return other.name.lower() if other is not None else exercise

    def lift(self, exercise: str) -> LiftReview:
        """One exercise that was trained; `exercise` as `find` gives it."""
        if exercise not in self._lifts:
            self._lifts[exercise] = self._lift(exercise)
        return self._lifts[exercise]

    def _lift(self, exercise: str) -> LiftReview:
        bouts = self._overview.training.by_lift[exercise]
        lift = bouts[-1].lift
        records = self.standing.get(exercise)
        stall = next((view for view in self._stalls if view.exercise == exercise), None)
        return LiftReview(
            today=self._today,
            athlete=self.athlete,
            lift=lift,
            body_kg=self._overview.training.body_mass.on(self._today) if lift.lifts_body else 0.0,
            trends=self._trends(exercise, self._planned(exercise)),
            records=records,
            entries=self._entries(() if records is None else _standing(records)),
            sessions=tuple(self._done(exercise)),
            times=len(bouts),
            bouts=tuple(bouts),
            stall=stall,
            record_sessions=frozenset(
                record.session_id
                for record in self._overview.records.events
                if record.exercise == exercise and record.kind is RecordKind.ESTIMATED_MAX
            ),
        )

    def muscle(self, group: VolumeGroup) -> MuscleReview:
        """One muscle group."""
        volume = self._overview.volume
        deloads = self._deload_weeks()
        this_monday = monday_of(self._today)
        return MuscleReview(
            today=self._today,
            athlete=self.athlete,
            level_known=self._athlete_known,
            group=group,
            volume=next(each for each in volume.groups if each.group is group),
            weeks=tuple(
                WeekOfGroup(
                    monday=week.monday,
                    sets=week.sets.get(group, 0.0),
                    deload=week.monday in deloads,
                    over=week.monday < this_monday,
                )
                for week in volume.weeks[-WEEKS_SHOWN:]
            ),
            givers=self._givers(group),
        )

    def _athlete(self) -> Athlete | None:
        adoption = self._state.adoption
        if adoption is None:
            return None
        try:
            return adopted(adoption.id, adoption.text, self._state.position.cycle).athlete
        except (InvalidFile, TrainingRefused):
            return None

    def _trends_in_use(self) -> Iterator[Trend]:
        training = self._overview.training
        in_use = {
            exercise: bouts
            for exercise, bouts in training.by_lift.items()
            if (self._today - bouts[-1].on).days <= IN_USE_DAYS and bouts[-1].lift.is_work
        }
        for exercise in sorted(in_use, key=lambda each: (-len(in_use[each]), each)):
            # Foretelling reps costs more than all the rest, and an overview of many lifts has no room for them.
            planned = self._planned(exercise)
            yield from self._trends(exercise, None if planned is None else replace(planned, load_kg=None))

    def _resting(self) -> Iterator[Trend]:
        trained = {each: bouts for each, bouts in self._overview.training.by_lift.items() if bouts[-1].lift.is_work}
        most = sorted(trained, key=lambda each: (-len(trained[each]), each))
        found = (self._trends(each, None) for each in most)
        yield from islice((trend for trends in found for trend in trends if len(trend.points) > 1), RESTING_SHOWN)

    def _trends(self, exercise: str, planned: Planned | None) -> tuple[Trend, ...]:
        training = self._overview.training
        return trends_of(training, training.by_lift[exercise], self._light, planned)

    def _planned(self, exercise: str) -> Planned | None:
        session = self._next
        if session is None:
            return None
        item = next((i for i in session.items if i.role is Role.WORK and i.exercise.id == exercise), None)
        if item is None or not item.sets:
            return None
        return Planned(
            on=max(session.due, self._today),
            load_kg=item.sets[0].load_kg,
            straps=item.straps,
            eased=any(decision.rule.startswith(_DELOAD) for decision in session.decisions),
        )

    @property
    def standing(self) -> Mapping[str, LiftRecords]:
        """The records as they stand, by exercise id."""
        return self._overview.records.by_lift

    def _recent_records(self) -> tuple[Record, ...]:
        """The latest record of each kind and exercise that fell of late; volume is no news."""
        since = self._today - timedelta(days=RECENT_DAYS)
        newest: dict[tuple[str, RecordKind], Record] = {}
        for record in self._overview.records.events:
            if record.on > since and record.kind is not RecordKind.SESSION_VOLUME:
                newest[record.exercise, record.kind] = record
        return tuple(sorted(newest.values(), key=lambda r: (-r.on.toordinal(), r.exercise, r.kind)))

    def _entries(self, records: Iterable[Record]) -> Mapping[str, LoggedSet]:
        """The sets behind records, as they were entered."""
        wanted = {record.set_id: record.session_id for record in records if record.set_id}
        sessions = {session.id: session for session in self._journal.sessions if session.id in set(wanted.values())}
        return {entry.id: entry for session in sessions.values() for entry in session.sets if entry.id in wanted}

    @cached_property
    def _stalls(self) -> tuple[StallView, ...]:
        return stall_views(self._overview.stalls, self._state, self._next, self._today, self._atlas)

    def _deload_weeks(self) -> set[date]:
        return {s.monday for s in self._overview.training.sessions if s.id in self._light}

    def _done(self, exercise: str) -> Iterator[DoneSession]:
        told = (r for r in self._overview.records.events if r.kind is not RecordKind.SESSION_VOLUME)
        beaten = {(record.session_id, record.exercise) for record in told}
        found = 0
        for session in reversed(self._journal.sessions):
            sets = tuple(e for e in session.sets if e.exercise == exercise and e.kind is not SetKind.WARM_UP)
            if sets and session.on <= self._today and found < SESSIONS_SHOWN:
                found += 1
                yield DoneSession(
                    on=session.on,
                    title=session.title,
                    sets=sets,
                    deload=session.id in self._light,
                    record=(session.id, exercise) in beaten,
                )

    def _givers(self, group: VolumeGroup) -> tuple[Giver, ...]:
        training = self._overview.training
        since = self._today - timedelta(weeks=AVERAGE_WEEKS)
        sums: dict[str, float] = {}
        for session in training.sessions:
            if session.on > since:
                for bout in session.bouts:
                    worth = bout.lift.values.get(group, 0.0) * bout.hard_sets
                    if worth:
                        sums[bout.lift.id] = sums.get(bout.lift.id, 0.0) + worth
        average = next(each.average for each in self._overview.volume.groups if each.group is group)
        total = sum(sums.values())
        return tuple(
            Giver(exercise=each, name=training.lifts[each].name, sets=average * sums[each] / total)
            for each in sorted(sums, key=lambda each: (-sums[each], each))
        )


def _standing(records: LiftRecords) -> Iterator[Record]:
    marks = (records.heaviest, records.estimated_max, records.longest, records.farthest, *records.reps_at)
    return (record for record in marks if record is not None)


def _usual_units(journal: Journal) -> MassUnit:
    """The unit of most loads in the latest sessions; kilograms for want of loads."""
    recent = journal.sessions[-_TELLING_SESSIONS:]
    counts = Counter(entry.load.unit for session in recent for entry in session.sets if entry.load is not None)
    return max(MassUnit, key=lambda unit: counts[unit])


def _programs(journal: Journal, atlas: Atlas) -> Iterable[tuple[str, Program]]:
    """The programmes taken up by the ids of their adoptions, as last edited; a text that no longer reads is passed
    over."""
    texts = {adoption.edits or adoption.id: adoption.text for adoption in journal.adoptions}
    for adoption_id, text in texts.items():
        try:
            yield adoption_id, read_program(text, NAME, atlas)
        except InvalidFile:
            continue


def _next_of(state: CoachState, today: date) -> NextSession | None:
    try:
        return next_session(state, today)
    except (UsageError, TrainingRefused, InvalidFile):
        return None


def _key(name: str) -> str:
    return "-".join(name.lower().replace("-", " ").replace(",", " ").split())
