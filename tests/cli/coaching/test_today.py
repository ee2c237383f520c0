"""`dorsi start`, `today` and `next`: the session on its day, the day of rest, what is done already."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.coaching.conftest import ATHLETE, MONDAY, PROGRAMME, Gym
from tests.journal.making import a_set

Golden = Callable[[str, str], None]


def test_without_a_programme_it_says_how_to_get_one(gym: Gym) -> None:
    done = gym.dorsi("today")
    assert done.code == 64
    assert "dorsi start" in done.err


def test_start_names_the_first_session(gym: Gym, golden: Golden) -> None:
    (gym.folder / "plan.yaml").write_text(PROGRAMME, "utf-8")
    done = gym.dorsi("start", gym.folder / "plan.yaml", "-a", ATHLETE, "--on", "thu")
    assert done.code == 0
    assert "begins on Thursday 3 September" in done.out
    golden("start", gym.dorsi("start", gym.folder / "plan.yaml", "-a", ATHLETE).out)


def test_start_warns_of_errors_and_goes_on(gym: Gym) -> None:
    harsh = PROGRAMME.replace("3 x 5-8 @ 120 kg, RIR 2", "4 x max")
    (gym.folder / "harsh.yaml").write_text(harsh, "utf-8")
    done = gym.dorsi("start", gym.folder / "harsh.yaml", "-a", ATHLETE)
    assert done.code == 0
    assert "REP105" in done.out
    assert gym.dorsi("today").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("gone.yaml",), 66), (("plan.yaml",), 64), (("plan.yaml", "-a", ATHLETE, "--on", "someday"), 64)],
    ids=["no file", "nobody's", "no day"],
)
def test_start_refuses_what_it_cannot_follow(gym: Gym, arguments: tuple[str, ...], code: int) -> None:
    (gym.folder / "plan.yaml").write_text(PROGRAMME, "utf-8")
    done = gym.dorsi("start", gym.folder / arguments[0], *arguments[1:])
    assert done.code == code
    assert "Traceback" not in done.err
    assert gym.dorsi("today").code == 64, "nothing was taken up"


def test_the_session_of_the_day(trained: Gym, golden: Golden) -> None:
    done = trained.dorsi("today")
    assert (done.code, done.err) == (0, "")
    golden("today", done.out)


@pytest.mark.parametrize("width", [60, 80, 110])
def test_it_fits_the_window(trained: Gym, width: int) -> None:
    for command in (("today",), ("why",), ("why", "deadlift"), ("progress",), ("progress", "deadlift")):
        lines = trained.dorsi(*command, width=width).out.splitlines()
        assert max(map(len, lines)) <= width, command
        assert all(line == line.rstrip() for line in lines)


def test_sets_done_are_ticked(trained: Gym, golden: Golden) -> None:
    trained.log(
        14, "lower", 3,
        a_set("deadlift", 122.5, 8, id="now-1", rir=1.0), a_set("deadlift", 120, 7, id="now-2"),
        a_set("barbell-row", 60, 11, id="now-3"), a_set("plank", None, None, id="now-4", seconds=40.0),
        finished=False,
    )  # fmt: skip
    golden("today-under-way", trained.dorsi("today").out)


def test_a_day_of_rest_tells_when_the_next_session_is(trained: Gym, golden: Golden) -> None:
    trained.day += timedelta(days=-2)
    rest = trained.dorsi("today")
    golden("today-rest", rest.out)
    anyway = trained.dorsi("today", "--anyway").out
    assert "Deadlift" in anyway
    assert anyway == trained.dorsi("next").out


def test_a_late_session_waits(trained: Gym) -> None:
    trained.day += timedelta(days=3)
    shown = trained.dorsi("today").out
    assert "Was due Monday 14 September" in shown
    assert "BRK104" in shown


def test_after_a_finished_session_the_day_is_done(trained: Gym) -> None:
    trained.log(14, "lower", 3, a_set("deadlift", 122.5, 8, id="now-1"), a_set("barbell-row", 60, 10, id="now-2"))
    shown = trained.dorsi("today").out
    assert "Done for today: 2 work sets" in shown
    assert "Upper back" in shown


def test_a_session_that_is_looked_at_early_says_that_today_would_be_early(trained: Gym) -> None:
    trained.log(14, "lower", 3, a_set("deadlift", 122.5, 6, id="x", rir=2.0))
    shown = " ".join(trained.dorsi("next").out.split())
    assert "Today would be early. That is the same day as your last session" in shown


def test_json_says_what_the_screen_says(trained: Gym) -> None:
    trained.log(14, "lower", 3, a_set("deadlift", 122.5, 8, id="now-1"), finished=False)
    document = json.loads(trained.dorsi("today", "--json").out)
    assert (document["dorsi"], document["due"], document["timing"]) == ("session/1", "2026-09-14", "due")
    assert [block["kind"] for block in document["blocks"]] == ["single", "single", "superset"]
    deadlift = document["blocks"][1]["items"][0]
    assert (deadlift["exercise"], deadlift["left"]) == ("deadlift", 2)
    assert [entry["id"] for entry in deadlift["done"]] == ["now-1"]
    assert deadlift["sets"][0]["contingencies"]
    assert document["open_session"] == "session-014"


def test_a_deload_says_so(gym: Gym) -> None:
    gym.start()
    gym.train(3)
    shown = gym.dorsi("today").out
    assert "DEL102" in shown
    assert "4 in reserve" in shown


def test_an_odd_entry_is_asked_about(gym: Gym) -> None:
    gym.start()
    gym.train(2)
    gym.log(14, "lower", 3, a_set("deadlift", 260, 8, id="slip"))
    gym.day = MONDAY + timedelta(days=17)
    assert "dorsi answer last yes" in gym.dorsi("today").out
    assert "not used" in gym.dorsi("answer", "last", "no").out
    assert "dorsi answer" not in gym.dorsi("today").out
    assert gym.dorsi("answer", "last", "no").code == 64


@pytest.mark.parametrize("arguments", [("last", "perhaps"), ("last", "yes"), ("nosuchset", "yes")])
def test_an_answer_without_a_question_is_refused(trained: Gym, arguments: tuple[str, str]) -> None:
    done = trained.dorsi("answer", *arguments)
    assert done.code == 64
    assert "Traceback" not in done.err


def test_another_folder_is_another_journal(trained: Gym, tmp_path: Path) -> None:
    assert trained.dorsi("today", "--data", tmp_path / "elsewhere").code == 64
