"""A small programme that is followed, for tests of pages about one."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from dorsi.bootstrap import Desk
from tests.coach.making import programme

TEXT = programme(
    sessions={
        "row": [
            {"warmup": "barbell-row", "sets": "1 x 8 light"},
            "barbell-row 3 x 6-10 @ 60 kg, RIR 2",
            "rear-delt-fly 3 x 12-20 @ RIR 1",
        ],
        "pull": ["pulldown-wide 3 x 8-12 @ RIR 2", "deadlift 2 x 5-8 @ RIR 3"],
    },
    weeks=3,
    deload_weeks="3",
    athlete={"max_pull_ups": 9, "trunk_ready": True, "days": ["mon", "thu"]},
)


def take_up(desk: Desk, text: str = TEXT, ago: int = 0) -> None:
    """The programme under way since so many days."""
    desk.coaching().start(text, "plan.yaml", desk.clock.today() - timedelta(days=ago))


def log_row(client: Client, desk: Desk, ago: int) -> None:
    """Its first session, done so many days ago."""
    on = desk.clock.today() - timedelta(days=ago)
    lines = "barbell row 10, 10, 10 60kg @2\nrear delt fly 15, 15, 15 8kg"
    client.post("/today/log/", {"lines": lines, "on": on.isoformat(), "done": "on"})
