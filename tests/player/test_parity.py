"""What the player looks up in the session's tables is what the services say of the same sets."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from dorsi.journal.codec import set_from
from dorsi.journal.events import Event
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, SetKind
from dorsi.services.coaching import Coaching
from dorsi.services.following import Following
from dorsi.services.player_document import player_document
from dorsi.services.ports import Snapshot
from dorsi.services.training_day import training_day
from tests.player.modules import module_page
from tests.services.log_store import NOON, CountingChance, MemoryStore, StillClock

HERE = Path(__file__).parent
RUNS = 40
PLANS = ("plan.yaml", "plan_twenty.yaml", "plan_ramp.yaml")
TRAIN = """async (whims) => {
  const { day } = globalThis;
  const { Mint } = await import("/js/player/identity.js");
  const { fresh, logged, measureOf, ticked } = await import("/js/player/record.js");
  const { isLogged, isWork, view } = await import("/js/player/flow.js");
  const { firstAmount } = await import("/js/player/asked.js");
  const { nextTime } = await import("/js/player/contingency.js");
  const mint = new Mint();
  let session = fresh(day);
  const steps = [];
  for (let seen = view(session); seen.step; seen = view(session)) {
    const { step } = seen;
    if (!isLogged(step.item)) {
      [session] = ticked(session, step, mint);
      continue;
    }
    const whim = whims[steps.length % whims.length];
    const rungs = step.item.ladder;
    const counted = measureOf(step.planned) === "reps";
    const heavier = rungs.length ? rungs[Math.floor(whim.rung * rungs.length)].kg : null;
    const said = {
      load_kg: whim.as_planned ? step.planned.load_kg : heavier,
      amount: counted ? Math.max(0, (firstAmount(step.planned) ?? 5) + whim.reps) : firstAmount(step.planned),
      rir: whim.rir,
    };
    steps.push({place: step.item.place, number: step.number, load_kg: step.planned.load_kg});
    [session] = logged(session, step, said, mint);
  }
  const seen = view(session);
  const outcome = (item) => [item.place, nextTime(item.sets, seen.done[item.place] ?? [])];
  const outcomes = seen.items.filter(isWork).map(outcome);
  const next = Object.fromEntries(outcomes);
  return {steps, sets: session.sets, next};
}"""


class _Store(MemoryStore):
    """Enough of the port for a day's training, without a database."""

    def recent(self, since: date) -> Journal:
        return self.journal()

    def session(self, session_id: str) -> LoggedSession | None:
        return None

    def session_events(self, session_id: str) -> tuple[Event, ...]:
        return ()

    def mark(self) -> str:
        return ""

    def snapshot(self, version: str) -> Snapshot | None:
        return None

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Nothing is kept: the journal is short."""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with module_page(chromium) as page:
        yield page


def _taken_up(page: Page, plan: str, athletes: Path) -> Following:
    """A plan's first session as the services see it; the page gets the player's document of the same."""
    store: Any = _Store()
    coaching = Coaching(store, StillClock(), CountingChance())
    coaching.start((HERE / plan).read_text(), plan, athlete=(athletes / "intermediate.toml").read_text())
    day = training_day(store, coaching)
    document = player_document(store, coaching, person="p", zone="UTC", now=NOON)
    page.evaluate("(day) => { globalThis.day = day; }", document)
    return Following(session=day.session, athlete=day.athlete)


def _whims(seed: int) -> list[dict[str, Any]]:
    """How an athlete's sets go: mostly as planned, sometimes not."""
    chance = random.Random(seed)
    return [
        {
            "as_planned": chance.random() < 0.7,
            "rung": chance.random(),
            "reps": chance.randint(-5, 4),
            "rir": chance.choice([None, None, 0, 1, 2, 3]),
        }
        for _ in range(40)
    ]


@pytest.mark.parametrize("plan", PLANS)
def test_the_player_asks_for_the_same_sets_at_the_same_loads_as_the_services(
    page: Page, plan: str, athletes: Path
) -> None:
    guide = _taken_up(page, plan, athletes)
    lighter = 0
    for seed in range(RUNS):
        trained = page.evaluate(TRAIN, _whims(seed))
        done: list[LoggedSet] = []
        for step, entry in zip(trained["steps"], trained["sets"], strict=True):
            wanted = guide.next_up(done)
            assert wanted is not None, f"run {seed}: the services are through, the player asks for {step}"
            told = (wanted.item.slot, wanted.number, wanted.planned.load_kg)
            assert (step["place"], step["number"]) == told[:2], f"run {seed}"
            assert step["load_kg"] == pytest.approx(told[2], abs=0.02), f"run {seed}, {told}"
            lighter += step["load_kg"] != wanted.item.sets[wanted.number - 1].load_kg
            done.append(set_from(entry))
        assert guide.next_up(done) is None, f"run {seed}: the player stopped early"
    assert lighter > 0, "no run met a load that changed, so nothing was compared"


def test_the_player_says_of_the_next_time_what_the_services_say(page: Page, athletes: Path) -> None:
    guide = _taken_up(page, "plan.yaml", athletes)
    said = 0
    for seed in range(RUNS):
        trained = page.evaluate(TRAIN, _whims(seed))
        done = [set_from(entry) for entry in trained["sets"]]
        for place, told in trained["next"].items():
            own = [entry for entry in done if entry.slot == place and entry.kind is not SetKind.WARM_UP]
            words = guide.follows(own[-1], done) if own else ""
            assert ("next time" in words) is (told is not None), (seed, place, words, told)
            said += told is not None
    assert said > 0


def test_the_sets_of_a_day_under_way_are_put_in_the_same_places(page: Page, athletes: Path) -> None:
    _taken_up(page, "plan.yaml", athletes)
    trained = page.evaluate(TRAIN, _whims(1))
    unnamed = [{name: value for name, value in entry.items() if name != "slot"} for entry in trained["sets"]]
    placed = page.evaluate(
        """async (sets) => {
          const { day } = globalThis;
          const { byPlace } = await import("/js/player/flow.js");
          const items = day.blocks.flatMap((block) => block.items);
          const { done } = byPlace(items, sets);
          return Object.fromEntries(Object.entries(done).map(([place, own]) => [place, own.map((each) => each.id)]));
        }""",
        unnamed,
    )
    wanted: dict[str, list[str]] = {}
    for entry in trained["sets"]:
        wanted.setdefault(entry["slot"], []).append(entry["id"])
    assert placed == wanted
