"""The coaching service over a journal in memory: what is asked, what is written down, what snapshots spare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dorsi.coach.folding import VERSION, fold
from dorsi.coach.state import CoachState
from dorsi.errors import InvalidFile, TrainingRefused, UnknownName, UsageError
from dorsi.journal.events import Event, SessionLogged
from dorsi.journal.model import LoggedSession, Skip, Swap
from dorsi.services.coaching import Coaching, warning_signs
from dorsi.services.ports import Snapshot
from tests.coach.making import ROW, done, lead, load_of, programme, session_rules, topped
from tests.journal.making import MONDAY, a_session, a_set, day
from tests.services.fakes import CountingChance, HandClock, MemoryJournal

TEXT = programme(sessions={"rows": [ROW], "pulls": ["pulldown-medium 3 x 8-12 @ RIR 2"]})
NOBODYS = """\
dorsi: program/1
name: Nobody's
sessions:
  - id: only
    blocks:
      - {exercise: barbell-row, sets: 3 x 8-12}
"""
MIRA = 'dorsi = "athlete/1"\nname = "Mira"\nage = 29\nbody_mass = 63\ntraining_age_months = 24\n'


class Gym:
    """One athlete's coach with what the tests turn by hand."""

    def __init__(self, text: str = TEXT) -> None:
        self.store, self.clock = MemoryJournal(), HandClock(MONDAY)
        self.coach = Coaching(self.store, self.clock, CountingChance())
        if text:
            self.coach.start(text, "plan.yaml")

    def on(self, number: int) -> Coaching:
        """The coach on day `number`."""
        self.clock.set(day(number))
        return self.coach

    def train(self, session: LoggedSession) -> None:
        """A finished session reaches the journal."""
        self.store.append([Event(id=f"logged-{session.id}", at=self.clock.now(), body=SessionLogged(session=session))])

    def rows(self, number: int, load: float = 60) -> None:
        """Planned rows on day `number`, all sets at the top."""
        self.train(replace(topped(number, load), plan=self.on(number).next().ref))


@pytest.fixture
def gym() -> Gym:
    return Gym()


def test_a_programme_taken_up_is_coached_from_that_day(gym: Gym) -> None:
    session = gym.on(0).next()
    assert (session.due, session.ref.session) == (MONDAY, "rows")


def test_a_programme_can_start_on_a_later_day() -> None:
    gym = Gym("")
    adoption = gym.coach.start(TEXT, "plan.yaml", on=day(10))
    assert adoption.on == day(10)
    assert gym.on(10).next().due == day(10)


def test_without_a_programme_the_way_to_one_is_told() -> None:
    with pytest.raises(UsageError, match="dorsi start"):
        Gym("").coach.next()


def test_a_programme_that_does_not_say_whose_it_is_is_not_taken_up() -> None:
    gym = Gym("")
    with pytest.raises(UsageError, match="--athlete"):
        gym.coach.start(NOBODYS, "plan.yaml")
    assert list(gym.store.events()) == []


def test_answers_given_beside_the_programme_say_whose_it_is() -> None:
    gym = Gym("")
    gym.coach.start(NOBODYS, "plan.yaml", athlete=MIRA, athlete_file="mira.toml")
    assert "Mira" in gym.store.journal().adoptions[0].text
    assert lead(gym.coach.next()).exercise.id == "barbell-row"


def test_a_text_that_is_no_programme_is_refused_with_its_file() -> None:
    with pytest.raises(InvalidFile, match=r"plan\.yaml"):
        Gym("").coach.start("sessions: 3", "plan.yaml")


def test_the_coach_learns_from_what_was_logged(gym: Gym) -> None:
    gym.rows(0)
    gym.train(replace(done(3, "pulldown-medium", 50, 10, 10, 10), plan=gym.on(3).next().ref))
    assert load_of(gym.on(6).next()) == 62.5


def test_a_move_is_written_down_and_what_speaks_against_it_is_told(gym: Gym) -> None:
    gym.rows(0)
    assert "1 day after" in gym.on(0).move(day(1))
    assert gym.on(0).next().due == day(1)
    assert gym.on(0).move(day(5)) == ""
    assert gym.on(0).next().due == day(5)


@pytest.mark.parametrize("number", [-1, 61])
def test_a_session_is_moved_neither_into_the_past_nor_far_ahead(gym: Gym, number: int) -> None:
    with pytest.raises(UsageError):
        gym.on(0).move(day(number))
    assert gym.store.journal().moves == ()


def test_a_session_can_be_moved_as_far_as_sixty_days(gym: Gym) -> None:
    gym.on(0).move(day(60))
    assert gym.on(1).next().due == day(60)


def test_a_skipped_session_is_named_and_the_next_one_comes(gym: Gym) -> None:
    assert gym.on(0).skip().ref.session == "rows"
    assert gym.on(0).next().ref.session == "pulls"
    assert [skip.plan.session for skip in gym.store.journal().skips] == ["rows"]


def test_a_swap_is_written_down_and_shown(gym: Gym) -> None:
    session, findings = gym.on(0).swap("1", "seated row narrow")
    assert lead(session).exercise.id == "seated-row-narrow"
    assert isinstance(findings, tuple)
    assert lead(gym.on(0).next()).exercise.id == "seated-row-narrow"
    assert [(swap.exercise, swap.instead) for swap in gym.store.journal().swaps] == [
        ("barbell-row", "seated-row-narrow")
    ]


def test_a_swap_can_be_swapped_back(gym: Gym) -> None:
    gym.on(0).swap("barbell-row", "seated-row-narrow")
    session, _ = gym.on(0).swap("seated-row-narrow", "barbell-row")
    assert lead(session).planned == ""
    assert lead(gym.on(0).next()).exercise.id == "barbell-row"


def test_a_swap_for_once_is_over_after_its_session(gym: Gym) -> None:
    gym.on(0).swap("1", "seated-row-narrow", once=True)
    assert lead(gym.on(0).next()).exercise.id == "seated-row-narrow"
    gym.train(replace(done(0, "seated-row-narrow", 50, 10, 10, 10), plan=gym.on(0).next().ref))
    gym.train(replace(done(3, "pulldown-medium", 50, 10, 10, 10), plan=gym.on(3).next().ref))
    session = gym.on(6).next()
    assert (session.ref.session, lead(session).exercise.id) == ("rows", "barbell-row")


def test_a_swap_for_once_is_seen_before_its_session_is_due(gym: Gym) -> None:
    gym.train(replace(done(0, "barbell-row", 60, 10, 10, 10), plan=gym.on(0).next().ref))
    session, _ = gym.on(1).swap("1", "pulldown-close", once=True)
    assert lead(session).exercise.id == "pulldown-close"
    assert lead(gym.on(1).next()).exercise.id == "pulldown-close"


def test_only_the_next_session_can_be_swapped_for_once(gym: Gym) -> None:
    ref = gym.on(0).next().ref
    with pytest.raises(UsageError, match="comes next"):
        gym.on(0).swap("1", "seated-row-narrow", once=True, at=(ref.week + 1, ref.session))
    gym.on(0).swap("1", "seated-row-narrow", once=True, at=(ref.week, ref.session))
    assert len(gym.store.journal().swaps) == 1


def test_an_unknown_exercise_or_place_is_refused_and_nothing_written(gym: Gym) -> None:
    for place, instead in (("1", "seated-rov-narrow"), ("9", "seated-row-narrow")):
        with pytest.raises(UnknownName):
            gym.on(0).swap(place, instead)
    assert gym.store.journal().swaps == ()


def test_a_swap_that_the_rules_forbid_is_refused_and_nothing_written() -> None:
    """A deadlift for a beginner whose trunk is not ready (GAT105)."""
    text = programme("kettlebell-deadlift 3 x 8-12 @ RIR 3", athlete={"training_age_months": 2, "trunk_ready": False})
    gym = Gym(text)
    with pytest.raises(UsageError, match="GAT105"):
        gym.coach.swap("1", "deadlift")
    assert gym.store.journal().swaps == ()


def test_alternatives_can_take_the_place_they_are_offered_for(gym: Gym) -> None:
    for option in gym.on(0).alternatives("1"):
        assert option.exercise.id != "barbell-row"
        assert option.load


def test_a_discomfort_changes_the_next_session(gym: Gym) -> None:
    gym.on(0).hurts("Lower back", 6, signs=("sharp",))
    assert lead(gym.on(0).next()).exercise.id != "barbell-row"
    (hurt,) = gym.store.journal().hurts
    assert (hurt.place, hurt.score) == ("lower-back", 6)


def test_a_discomfort_with_an_exercise_is_written_down_under_its_id(gym: Gym) -> None:
    gym.on(0).hurts("bent-over row", 6)
    assert gym.store.journal().hurts[0].place == "barbell-row"


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_outside_of_zero_to_ten_is_refused(gym: Gym, score: int) -> None:
    with pytest.raises(UsageError):
        gym.on(0).hurts("lower-back", score)


@pytest.mark.parametrize(
    ("place", "signs", "warnings"),
    [("left pinky", (), ()), ("lower-back", ("blunt",), ()), ("lower-back", (), ("hiccups",))],
)
def test_unknown_places_signs_and_warnings_are_refused_and_nothing_written(
    gym: Gym, place: str, signs: tuple[str, ...], warnings: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownName):
        gym.on(0).hurts(place, 5, signs=signs, warnings=warnings)
    assert gym.store.journal().hurts == ()


def test_every_warning_sign_ends_training_until_it_is_cleared() -> None:
    for sign in warning_signs():
        gym = Gym()
        gym.on(0).hurts("lower-back", 3, warnings=(sign.id,))
        with pytest.raises(TrainingRefused):
            gym.on(0).next()
        gym.on(1).cleared()
        assert gym.on(1).next().ref.session == "rows"


def test_a_clearance_on_the_day_of_the_report_counts(gym: Gym) -> None:
    gym.on(0).hurts("lower-back", 3, warnings=("bladder-or-bowel",))
    gym.on(0).cleared()
    assert gym.on(0).next().ref.session == "rows"


def slipped(gym: Gym) -> str:
    """Four sessions of rows and one with a digit too many; the id of the questioned set."""
    for number, reps in enumerate(((7, 7, 7), (8, 7, 7), (8, 8, 7), (8, 8, 8))):
        gym.train(done(3 * number, "barbell-row", 60, *reps, rir=2))
    gym.train(a_session(12, a_set("barbell-row", 600, 8, rir=2, id="slip")))
    (question,) = gym.on(13).next().questions
    return question.set_id


def test_a_questioned_set_can_be_answered_once() -> None:
    gym = Gym(programme(ROW))
    gym.on(13).answer(slipped(gym), true=False)
    assert gym.on(13).next().questions == ()
    assert load_of(gym.on(13).next()) == 60
    with pytest.raises(UnknownName):
        gym.on(13).answer("slip", true=True)


def test_a_note_can_be_taken_back(gym: Gym) -> None:
    gym.on(0).move(day(9))
    gym.on(0).take_back(gym.store.journal().moves[0].id)
    assert gym.on(0).next().due == MONDAY


def test_every_note_is_kept_under_an_id_of_its_own(gym: Gym) -> None:
    gym.on(0).skip()
    gym.on(0).swap("1", "pulldown-close")
    things: list[Skip | Swap] = [*gym.store.journal().skips, *gym.store.journal().swaps]
    assert [type(thing) for thing in things] == [Skip, Swap]
    assert len({event.id for event in gym.store.events()} | {thing.id for thing in things}) == 3 + 2


def whole(gym: Gym) -> CoachState:
    """What the coach would know without any snapshot."""
    return fold(CoachState(), gym.store.journal(), today=gym.coach.today)


def test_with_a_snapshot_the_coach_reads_only_what_came_since_and_knows_the_same(gym: Gym) -> None:
    for number in range(0, 30, 3):
        exercise = "barbell-row" if number % 2 == 0 else "pulldown-medium"
        gym.train(replace(done(number, exercise, 60, 8, 8, 8), plan=gym.on(number).next().ref))
    first = gym.on(30).state()
    gym.store.read.clear()
    assert gym.on(30).state() == first == whole(gym)
    assert gym.store.read[:2] == ["snapshot", f"since {day(27)}"]


def test_a_correction_of_an_old_session_is_not_missed(gym: Gym) -> None:
    gym.rows(0)
    gym.on(1).state()
    gym.train(replace(done(3, "pulldown-medium", 50, 10, 10, 10), plan=gym.on(3).next().ref))
    gym.on(4).state()
    gym.store.append(
        [Event(id="correction", at=gym.clock.now(), body=SessionLogged(session=replace(topped(0, 80), id="session-0")))]
    )
    assert gym.on(4).state() == whole(gym)


def test_a_snapshot_that_cannot_be_read_costs_time_and_nothing_else(gym: Gym) -> None:
    gym.rows(0)
    gym.store.journal()
    gym.store.keep_snapshot(Snapshot(day=day(0), version=VERSION, document='{"from": "another world"}'))
    assert gym.on(3).state() == whole(gym)


def test_a_snapshot_of_another_version_is_not_used(gym: Gym) -> None:
    gym.rows(0)
    gym.store.journal()
    gym.store.keep_snapshot(Snapshot(day=date(2030, 1, 1), version="coach/0", document="{}"))
    assert gym.on(3).state() == whole(gym)


def test_asking_changes_nothing(gym: Gym) -> None:
    gym.rows(0)
    before = list(gym.store.events())
    assert gym.on(3).next() == gym.on(3).next()
    gym.coach.alternatives("1")
    assert list(gym.store.events()) == before


def test_the_state_of_a_day_does_not_depend_on_when_it_was_asked_for_before(gym: Gym) -> None:
    other = Gym()
    for number in (0, 3, 6, 9):
        exercise = "barbell-row" if number % 2 == 0 else "pulldown-medium"
        for one in (gym, other):
            one.train(done(number, exercise, 60, 9, 9, 9))
        gym.on(number).state()
    assert session_rules(gym.on(12).next()) == session_rules(other.on(12).next())
    assert load_of(gym.on(12).next()) == load_of(other.on(12).next())


@pytest.mark.parametrize("number", [0, 3, 6, 9, 12])
def test_what_was_known_before_a_day_is_the_same_with_a_snapshot_and_without(gym: Gym, number: int) -> None:
    for on in (0, 6):
        gym.rows(on)
        gym.train(replace(done(on + 3, "pulldown-medium", 50, 10, 10, 10), plan=gym.on(on + 3).next().ref))
    gym.on(9).state()
    assert gym.store.snapshot(VERSION) is not None
    journal = gym.store.journal()
    earlier = replace(journal, sessions=tuple(each for each in journal.sessions if each.on < day(number)))
    assert gym.on(12).before(day(number)) == fold(CoachState(), earlier, today=day(number))


def test_what_was_known_before_the_day_of_the_latest_session_is_not_read_from_the_first(gym: Gym) -> None:
    gym.rows(0)
    gym.rows(6)
    gym.on(6).state()
    gym.store.read.clear()
    gym.on(6).before(day(6))
    assert "all" not in gym.store.read


def test_a_programme_is_not_taken_up_for_a_day_that_can_only_be_a_slip() -> None:
    gym = Gym("")
    for far in (day(400), date.max):
        with pytest.raises(UsageError, match="more than a year away"):
            gym.coach.start(TEXT, "plan.yaml", on=far)
    assert gym.coach.coming() is None


def test_what_a_clock_that_was_ahead_entered_can_be_withdrawn(gym: Gym) -> None:
    """Or else a programme from a phone whose clock is wrong could never be put off, and asking so would never end."""
    gym.clock.set(day(2))
    gym.coach.start(TEXT, "plan.yaml", on=day(10))
    gym.on(1).stay()
    assert gym.coach.coming() is None
