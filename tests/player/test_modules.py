"""The player's pure modules, run in the browser they are written for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.player.modules import module_page

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run(chromium: Browser) -> Iterator[Run]:
    """Runs the body of a function of one argument, with the player's modules at hand, and gives what it returns."""
    with module_page(chromium) as page:
        yield lambda body, given=None: page.evaluate(
            f"async (given) => {{ const load = (name) => import(`/js/player/${{name}}.js`); {body} }}", given
        )


def test_ids_are_version_7_and_sort_as_they_are_made_even_if_the_clock_goes_back(run: Run) -> None:
    ids = run(
        """const { Mint } = await load("identity");
        const times = [1000, 1000, 1000, 400, 2000];
        const mint = new Mint(() => times.shift());
        return Array.from({length: 5}, () => mint.next());"""
    )
    assert [each["id"] for each in ids] == sorted(each["id"] for each in ids)
    assert [each["at"] for each in ids] == sorted(each["at"] for each in ids)
    assert all(each["id"][14] == "7" and each["id"][19] in "89ab" and len(each["id"]) == 36 for each in ids)
    assert int(ids[4]["id"].replace("-", "")[:12], 16) == 2000


def test_a_thousand_ids_of_one_millisecond_differ_and_stay_in_order(run: Run) -> None:
    ids = run(
        """const { Mint } = await load("identity");
        const mint = new Mint(() => 5000);
        return Array.from({length: 9000}, () => mint.next().id);"""
    )
    assert ids == sorted(set(ids))


def test_nothing_is_made_before_what_is_there_already(run: Run) -> None:
    later = run(
        """const { Mint } = await load("identity");
        const mint = new Mint(() => 1000);
        mint.notBefore(9000);
        return mint.next().at;"""
    )
    assert later > "1970-01-01T00:00:09.000Z"


LADDER: list[dict[str, Any]] = [
    {"kg": kg, "value": abs(kg), "mode": "assisted" if kg < 0 else "added", "words": f"{kg}", "plates": []}
    for kg in (-10, -5, 0, 1.25, 2.5, 5)
]


@pytest.mark.parametrize(
    ("kg", "up", "down"),
    [(None, -10, None), (-10, -5, None), (0, 1.25, -5), (3.3, 5, 2.5), (5, None, 2.5)],
)
def test_steps_go_along_the_ladder_and_stop_at_its_ends(
    run: Run, kg: float | None, up: float | None, down: float | None
) -> None:
    found = run(
        """const { stepped } = await load("loads");
        return [stepped(given.ladder, given.kg, 1), stepped(given.ladder, given.kg, -1)];""",
        {"ladder": LADDER, "kg": kg},
    )
    assert found == [up, down]


@pytest.mark.parametrize(
    ("kg", "unit", "mode", "logged"),
    [
        (-5, "kg", "added", [5, "kg", "assisted"]),
        (62.5, "kg", "total", [62.5, "kg", "total"]),
        (61.2349, "lb", "total", [135, "lb", "total"]),
        (-20, "kg", "assisted", [20, "kg", "assisted"]),
        (None, "kg", "total", None),
        (40, "kg", None, None),
    ],
)
def test_a_load_is_logged_as_it_reads_on_the_plate(
    run: Run, kg: float | None, unit: str, mode: str | None, logged: list[object] | None
) -> None:
    found = run(
        """const { asLogged } = await load("loads");
        return asLogged(given.ladder, given.kg, given.unit, given.mode) ?? null;""",
        {"ladder": LADDER, "kg": kg, "unit": unit, "mode": mode},
    )
    assert found == logged


def test_waits_between_tries_double_up_to_a_minute(run: Run) -> None:
    waits = run(
        """const { backoff } = await load("sync"); return [1, 2, 3, 4, 5, 6, 20].map((n) => backoff(n, 0.5));"""
    )
    assert waits == [2000, 4000, 8000, 16000, 32000, 60000, 60000]


@pytest.mark.parametrize(("first", "says"), [(True, "first_try"), (False, "to_max")])
def test_a_set_to_the_maximum_is_a_try_for_whoever_has_none_yet(run: Run, first: bool, says: str) -> None:
    asked = run(
        """const { askedWords } = await load("asked");
        return askedWords({first_try: given}, {to_max: true, aim: null}, false, {say: (key) => key});""",
        first,
    )
    assert asked == says


SESSION = {"id": "s", "known": ["a", "b"], "deleted": ["d"], "notes": {}, "header": {"id": "s"}, "finished": False}


def _set(name: str, reps: int = 8, at: str = "2026-01-01T10:00:00.000Z") -> dict[str, Any]:
    return {"id": name, "exercise": "x", "reps": reps, "slot": "1", "done_at": at}


@pytest.mark.parametrize(
    ("here", "there", "waiting", "after"),
    [
        ([_set("a")], [_set("a"), _set("c")], [], {"a": 8, "c": 8}),
        ([_set("a"), _set("n")], [_set("a")], [], {"a": 8, "n": 8}),
        ([_set("a"), _set("b")], [_set("a")], [], {"a": 8}),
        ([_set("a", 4)], [_set("a", 8)], [{"kind": "set", "set": {"id": "a"}}], {"a": 4}),
        ([_set("a", 4)], [_set("a", 8)], [], {"a": 8}),
        ([_set("b", 4)], [], [{"kind": "set", "set": {"id": "b"}}], {"b": 4}),
        ([], [_set("d")], [{"kind": "set-deleted", "set_id": "d"}], {}),
    ],
    ids=["new there", "new here", "deleted there", "corrected here", "corrected there", "waits here", "deleted here"],
)
def test_what_two_devices_have_comes_together(
    run: Run, here: list[Any], there: list[Any], waiting: list[Any], after: dict[str, int]
) -> None:
    sets = run(
        """const { merged } = await load("record");
        return merged({...given.session, sets: given.here}, {sets: given.there}, given.waiting).sets;""",
        {"session": SESSION, "here": here, "there": there, "waiting": waiting},
    )
    assert {each["id"]: each["reps"] for each in sets} == after


def test_merging_twice_is_merging_once(run: Run) -> None:
    same = run(
        """const { merged } = await load("record");
        const once = merged({...given.session, sets: given.here}, {sets: given.there}, []);
        return JSON.stringify(once) === JSON.stringify(merged(once, {sets: given.there}, []));""",
        {"session": SESSION, "here": [_set("a"), _set("n")], "there": [_set("c"), _set("a", 5)]},
    )
    assert same is True


def test_the_athletes_day_is_that_of_the_time_zone(run: Run) -> None:
    days = run(
        """const { localDay } = await load("record");
        const late = Date.parse("2026-03-01T23:30:00Z");
        return [localDay(late, "UTC"), localDay(late, "Europe/Berlin"), localDay(late, "America/New_York")];"""
    )
    assert days == ["2026-03-01", "2026-03-02", "2026-03-01"]


@pytest.mark.parametrize(
    ("score", "signs", "light"),
    [
        (0, [], "green"),
        (3, [], "amber"),
        (5, [], "red"),
        (1, ["stiff"], "amber"),
        (1, ["sharp"], "red"),
        (4, ["stiff"], "amber"),
    ],
)
def test_the_light_is_the_worst_of_score_and_signs(run: Run, score: int, signs: list[str], light: str) -> None:
    hurts = {
        "lights": [
            {"light": "green", "from": 0, "to": 2, "says": "go"},
            {"light": "amber", "from": 3, "to": 4, "says": "less"},
            {"light": "red", "from": 5, "to": 10, "says": "stop"},
        ],
        "signs": [{"id": "sharp", "name": "", "light": "red"}, {"id": "stiff", "name": "", "light": "amber"}],
    }
    found = run(
        """const { lightFor } = await load("hurts_sheet");
        return lightFor(given.hurts, given.score, given.signs).light;""",
        {"hurts": hurts, "score": score, "signs": signs},
    )
    assert found == light


@pytest.mark.parametrize(
    ("score", "signs", "exercise", "instead", "told"),
    [
        (4, ["sharp"], "row", {}, "row"),
        (4, ["sharp"], "curl", {}, "curl"),
        (4, ["sharp"], "calf", {}, None),
        (4, ["sharp"], "row", {"2": "row"}, None),
        (4, ["sharp"], "curl", {"2": "curl"}, "curl"),
        (4, [], "row", {}, None),
        (4, [], "curl", {}, "curl"),
        (4, [], "pull", {}, "pull"),
        (1, [], "curl", {}, None),
    ],
)
def test_a_later_exercise_that_loads_what_hurts_is_told_of(
    run: Run, score: int, signs: list[str], exercise: str, instead: dict[str, str], told: str | None
) -> None:
    """The elbow hurt in the pull; the row loads it a little, the curl more, the calf not at all."""
    stress = {"pull": 1, "row": 1, "curl": 2}
    lights = (("green", 0, 2), ("amber", 3, 4), ("red", 5, 10))
    day = {
        "exercises": {
            name: {"stress": {"elbow": stress[name]} if name in stress else {}} for name in (*stress, "calf")
        },
        "hurts": {
            "lights": [{"light": light, "from": low, "to": high, "says": light} for light, low, high in lights],
            "signs": [{"id": "sharp", "name": "", "light": "red"}],
        },
        "zone": "UTC",
    }
    session = {"day": day, "stop": [], "eased": [], "instead": instead}
    said = {"score": score, "place": "elbow", "signs": signs, "warnings": [], "exercise": "pull"}
    found = run(
        """const { hurt } = await load("record");
        const { Mint } = await load("identity");
        const { soreAt } = await load("sore");
        const [session] = hurt(given.session, given.said, new Mint(() => 1000));
        return soreAt(session, given.item)?.place ?? null;""",
        {"session": session, "said": said, "item": {"place": "2", "role": "work", "exercise": exercise}},
    )
    assert found == ("elbow" if told else None)


BEST = {"heaviest_kg": 60, "longest_s": None, "farthest_m": None, "reps_at": [[60, 5], [50, 8]]}


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        ([(62.5, 3)], ["heaviest 62.5 kg before 60 kg"]),
        ([(60, 5), (50, 8)], []),
        ([(60, 6)], ["reps 6 at 60 kg before 5"]),
        ([(55, 6)], ["reps 6 at 55 kg before 5"]),
        ([(50, 9), (60, 6)], ["reps 6 at 60 kg before 5"]),
        ([(40, 9)], ["reps 9 at 40 kg before 8"]),
        ([(40, 8)], []),
    ],
)
def test_a_record_is_what_beats_the_marks_that_stood(run: Run, sets: list[Any], told: list[str]) -> None:
    found = run(
        """const { beaten } = await load("marks");
        const { Words } = await load("words");
        const words = new Words({
          record_heaviest: "heaviest {amount} before {before}",
          record_reps_at: "reps {amount} at {load} before {before}",
        });
        const set = ([kg, reps], n) => ({id: String(n), exercise: "x", load: [kg, "kg", "total"], reps});
        const sets = given.sets.map(set);
        return beaten({marks: {x: given.best}, sets, day: {unit: "kg"}}, [], words).map((each) => each.says);""",
        {"sets": sets, "best": BEST},
    )
    assert found == told


def test_a_warm_up_and_a_lift_never_done_before_beat_nothing(run: Run) -> None:
    found = run(
        """const { beaten } = await load("marks");
        const { Words } = await load("words");
        const heavy = {id: "a", exercise: "x", kind: "warm-up", load: [99, "kg", "total"], reps: 9};
        const session = {marks: {x: given}, sets: [heavy, {...heavy, kind: "work", exercise: "y"}], day: {unit: "kg"}};
        return beaten(session, [], new Words({}));""",
        BEST,
    )
    assert found == []
