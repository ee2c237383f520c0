"""A clash names the fewest wishes that cannot stand together, and every remedy it offers was tried."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from dorsi.athlete.model import Athlete, Discomfort, Weekday
from dorsi.atlas.equipment import EQUIPMENT, PRESETS
from dorsi.atlas.load import load_atlas
from dorsi.errors import Room, WishesClash
from dorsi.planner.clash import explain_clash
from dorsi.planner.plan import plan_program
from dorsi.services.planning import plan_from_text
from tests.planner.plans import athlete_text

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
GYM = frozenset(PRESETS["full-gym"])
ROWS_WITH_DUMBBELLS = (
    "dumbbell-row", "dumbbell-row-standing", "dumbbell-row-two-arm", "chest-supported-row", "dead-row",
)  # fmt: skip

MADE_UP: dict[str, Athlete] = {
    "three sessions on two days": Athlete(equipment=GYM, days=(MON, THU), sessions_per_week=3, weeks=4),
    "nothing at hand": Athlete(equipment=frozenset(), days=(MON, THU), weeks=4),
    "no time at all": Athlete(equipment=GYM, days=(MON, THU), minutes=10, weeks=4),
    "every pull forbidden": Athlete(
        equipment=frozenset({"dumbbells", "flat-bench", "incline-bench"}), never=ROWS_WITH_DUMBBELLS, weeks=4
    ),
    "a barbell and a sore back": Athlete(
        equipment=frozenset({"barbell"}), discomforts=(Discomfort(place="lower-back", score=6),), weeks=4
    ),
}
EXPECTED: dict[str, tuple[str, ...]] = {
    "three sessions on two days": ("training only on Monday, Thursday", "3 back sessions a week"),
    "nothing at hand": ("training with no equipment at all",),
    "no time at all": ("sessions of 10 minutes, warm-up and rests included",),
    "every pull forbidden": ("never doing ", "training with dumbbells, flat bench, adjustable bench"),
}
each_clash = pytest.mark.parametrize("name", MADE_UP)


@cache
def clash(name: str) -> WishesClash:
    """The clash of a made-up athlete."""
    with pytest.raises(WishesClash) as caught:
        plan_program(MADE_UP[name], load_atlas())
    return caught.value


@cache
def gets_a_plan(athlete: Athlete) -> bool:
    try:
        plan_program(athlete, load_atlas())
    except WishesClash:
        return False
    return True


def relaxed(athlete: Athlete, wish: str) -> Athlete:
    """The athlete without that wish, told by its words."""
    if wish.startswith("sessions of "):
        return replace(athlete, minutes=150)
    if wish.startswith("training only on "):
        return replace(athlete, days=tuple(Weekday))
    if re.match(r"\d back session", wish):
        return replace(athlete, sessions_per_week=None)
    if wish.startswith("never doing "):
        return replace(athlete, never=())
    if wish.startswith("training with "):
        return replace(athlete, equipment=athlete.equipment | GYM)
    assert wish.startswith(("sparing what hurts", "the limits your health answers set")), wish
    return replace(athlete, discomforts=(), tags=frozenset())


def all_wishes(athlete: Athlete) -> tuple[str, ...]:
    """Words for every wish the athlete has, good enough for `relaxed`."""
    wishes = ["sessions of", "training only on", "training with"]
    if athlete.sessions_per_week is not None:
        wishes.append("1 back session")
    if athlete.never:
        wishes.append("never doing")
    if athlete.discomforts or athlete.tags:
        wishes.append("sparing what hurts")
    return tuple(f"{wish} " for wish in wishes)


def with_only(athlete: Athlete, kept: tuple[str, ...]) -> Athlete:
    """The athlete with every wish relaxed but those."""
    for wish in all_wishes(athlete):
        start = "back session" if wish.startswith("1 back") else wish
        if not any(start in other for other in kept):
            athlete = relaxed(athlete, wish)
    return athlete


def words(name: str) -> list[str]:
    """The words of an exercise's name, whatever their order."""
    return sorted(name.lower().replace(",", "").split())


def remedied(athlete: Athlete, remedy: str) -> Athlete:
    """The athlete after following a remedy to the letter."""
    if match := re.fullmatch(r"make the sessions (\d+) minutes long", remedy):
        return replace(athlete, minutes=int(match[1]))
    if match := re.fullmatch(r"free (\w+) as well", remedy):
        day = next(day for day in Weekday if day.label == match[1])
        return replace(athlete, days=(*athlete.days, day))
    if remedy == "leave the number of sessions to the planner":
        return replace(athlete, sessions_per_week=None)
    if remedy == "allow more than one of the exercises you excluded":
        return replace(athlete, never=())
    if match := re.fullmatch(r"allow (.+)", remedy):
        named = {e for e in athlete.never if words(load_atlas().exercises[e].short) == words(match[1])}
        assert len(named) == 1
        return replace(athlete, never=tuple(e for e in athlete.never if e not in named))
    if match := re.fullmatch(r"add one piece of equipment: (.+)", remedy):
        item = next(item for item, name in EQUIPMENT.items() if name == match[1])
        assert item not in athlete.equipment
        return replace(athlete, equipment=athlete.equipment | {item})
    if remedy == "train in a gym with more equipment":
        return replace(athlete, equipment=athlete.equipment | GYM)
    assert remedy.startswith("have what hurts looked at"), remedy
    return replace(athlete, discomforts=(), tags=frozenset())


@pytest.mark.parametrize("name", EXPECTED)
def test_the_wishes_that_clash_are_named_in_the_athletes_words(name: str) -> None:
    wishes = clash(name).wishes
    assert len(wishes) == len(EXPECTED[name])
    for wish, start in zip(wishes, EXPECTED[name], strict=True):
        assert wish.startswith(start)


@each_clash
def test_the_named_wishes_clash_by_themselves(name: str) -> None:
    assert not gets_a_plan(with_only(MADE_UP[name], clash(name).wishes))


@each_clash
def test_giving_up_any_one_of_them_makes_room(name: str) -> None:
    wishes = clash(name).wishes
    for wish in wishes:
        rest = with_only(MADE_UP[name], wishes)
        assert gets_a_plan(relaxed(rest, wish)), f"{wish} was named and does not matter"


@each_clash
def test_every_remedy_works_when_followed_to_the_letter(name: str) -> None:
    remedies = clash(name).remedies
    assert remedies
    assert len(set(remedies)) == len(remedies)
    for remedy in remedies:
        assert gets_a_plan(remedied(MADE_UP[name], remedy)), remedy


def test_the_remedy_for_short_sessions_is_the_shortest_that_works() -> None:
    athlete = MADE_UP["no time at all"]
    (remedy,) = clash("no time at all").remedies
    minutes = remedied(athlete, remedy).minutes
    assert not gets_a_plan(replace(athlete, minutes=minutes - 5))


def test_the_example_clash_is_minimal_too() -> None:
    with pytest.raises(WishesClash) as caught:
        plan_from_text(athlete_text("clash"), "clash.toml")
    assert len(caught.value.wishes) == 2
    text = str(caught.value)
    assert all(wish in text for wish in caught.value.wishes)
    assert all(remedy in text for remedy in caught.value.remedies)


# ---------------------------------------------------------------------- the search itself, with a made-up planner
ATHLETE = Athlete(
    equipment=frozenset({"dumbbells"}),
    minutes=30,
    days=(MON, TUE),
    sessions_per_week=2,
    never=("deadlift", "barbell-row"),
    discomforts=(Discomfort(place="shoulder", score=5),),
)


def test_of_two_clashes_the_smaller_is_named() -> None:
    def feasible(athlete: Athlete) -> bool:
        pair = athlete.minutes <= 30 and athlete.sessions_per_week == 2
        alone = len(athlete.never) == 2
        return not (pair or alone)

    found = explain_clash(ATHLETE, feasible)
    assert [wish.split(" ")[0] for wish in found.wishes] == ["never"]
    assert found.remedies == ()


def test_a_pair_is_named_when_no_single_wish_is_to_blame() -> None:
    def feasible(athlete: Athlete) -> bool:
        return not (athlete.minutes <= 40 and bool(athlete.discomforts))

    found = explain_clash(ATHLETE, feasible)
    assert len(found.wishes) == 2
    assert found.wishes[0].startswith("sessions of 30 minutes")
    assert found.wishes[1] == "sparing what hurts (shoulder 5/10)"
    assert found.remedies[0] == "make the sessions 45 minutes long"
    assert found.rooms == (Room(minutes=45), Room())
    assert found.remedies[1].startswith("have what hurts looked at")


def test_bans_are_lifted_one_by_one_before_all_together() -> None:
    one = explain_clash(ATHLETE, lambda athlete: "deadlift" not in athlete.never)
    assert one.remedies == ("allow deadlift",)
    assert one.rooms == (Room(allow=("deadlift",)),)
    both = explain_clash(ATHLETE, lambda athlete: not athlete.never)
    assert both.remedies == ("allow more than one of the exercises you excluded",)


def test_equipment_is_added_piece_by_piece_before_a_whole_gym() -> None:
    piece = explain_clash(ATHLETE, lambda athlete: "rings" in athlete.equipment or len(athlete.equipment) > 5)
    assert piece.wishes == ("training with dumbbells",)
    assert piece.remedies == ("add one piece of equipment: gymnastic rings",)
    assert piece.rooms == (Room(add=("rings",)),)
    gym = explain_clash(ATHLETE, lambda athlete: len(athlete.equipment) > 5)
    assert gym.remedies == ("train in a gym with more equipment",)
    assert gym.rooms == (Room(),)


def test_a_wish_that_was_never_made_is_never_named() -> None:
    plain = Athlete(equipment=GYM, days=(MON, THU))
    asked: list[Athlete] = []

    def feasible(athlete: Athlete) -> bool:
        asked.append(athlete)
        return False

    found = explain_clash(plain, feasible)
    assert len(found.wishes) == 1
    assert not any("never" in wish or "sparing" in wish for wish in found.wishes)
    assert asked
