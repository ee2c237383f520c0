"""The calendar, read back with a parser that follows RFC 5545 line by line."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from export_programmes import program_view
from hypothesis import given
from hypothesis import strategies as st

from dorsi.errors import UsageError
from dorsi.program.evaluate import ProgramView
from dorsi.program.export.ics import escaped, folded, session_days, to_ics
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.table import every_week


def _unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def _events(text: str) -> list[dict[str, str]]:
    lines = _unfolded(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    events: list[dict[str, str]] = []
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name != "END":
            assert name not in events[-1]
            events[-1][name] = _unescaped(value)
    return events


def _moment(value: str) -> datetime:
    return datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 floating time has no zone


def _sessions(count: int, days: dict[int, str] | None = None, days_between: int | None = None) -> ProgramView:
    between = "" if days_between is None else f"days_between: {days_between}\n"
    sessions = "".join(
        f"  - id: s{n}\n"
        + (f"    day: {days[n]}\n" if days and n in days else "")
        + "    blocks:\n      - exercise: pull-up-medium\n        sets: 3 x 5\n"
        for n in range(count)
    )
    return program_view(f"dorsi: program/1\nname: Plain\n{between}sessions:\n{sessions}")


def _days(view: ProgramView) -> tuple[int, ...]:
    return session_days(dict(every_week(view))[1].sessions, view.program.days_between)


def test_one_event_for_each_session_and_week(everything: ProgramView, options: ExportOptions) -> None:
    events = _events(to_ics(everything, options))
    assert [e["SUMMARY"] for e in events] == [
        "Upper back (week 1)", "Lower back (week 1)",
        "Upper back (week 2)", "Lower back (week 2)",
        "Upper back (week 3)", "Lower back (week 3)",
        "Upper back (week 4, deload)",
    ]  # fmt: skip
    assert [e["DTSTART"] for e in events][:3] == ["20260105T180000", "20260108T180000", "20260112T180000"]
    assert {e["DTSTAMP"] for e in events} == {"20260102T000000Z"}


def test_events_last_as_long_as_the_session(everything: ProgramView, options: ExportOptions) -> None:
    first = _events(to_ics(everything, replace(options, start_time=time(6, 30))))[0]
    minutes = round(everything.by_week[1].sessions[0].minutes)
    assert _moment(first["DTSTART"]).time() == time(6, 30)
    assert _moment(first["DTEND"]) - _moment(first["DTSTART"]) == timedelta(minutes=minutes)


def test_descriptions_list_every_exercise(everything: ProgramView, options: ExportOptions) -> None:
    events = iter(_events(to_ics(everything, options)))
    for _, week in every_week(everything):
        for session, event in zip(week.sessions, events, strict=False):
            lines = event["DESCRIPTION"].split("\n")
            assert lines[0] == "Спина: тяга и сила"
            for row in session.rows:
                assert any(line.startswith(f"{row.order}. {row.exercise}: {row.prescription}") for line in lines)


def test_uids_are_stable_and_unique(everything: ProgramView, options: ExportOptions) -> None:
    uids = [e["UID"] for e in _events(to_ics(everything, options))]
    later = replace(options, today=date(2026, 2, 1), start=date(2026, 3, 2))
    assert uids == [e["UID"] for e in _events(to_ics(everything, later))]
    assert len(set(uids)) == len(uids)


@pytest.mark.parametrize(
    ("view", "days"),
    [
        (_sessions(1), (0,)),
        (_sessions(2), (0, 3)),
        (_sessions(3), (0, 2, 4)),
        (_sessions(4), (0, 1, 3, 4)),
        (_sessions(7), (0, 1, 2, 3, 4, 5, 6)),
        (_sessions(9), (0, 0, 1, 2, 3, 3, 4, 5, 6)),
        (_sessions(3, days_between=2), (0, 3, 6)),
        (_sessions(2, days_between=0), (0, 1)),
        (_sessions(4, days_between=2), (0, 1, 3, 4)),
        (_sessions(2, days={0: "thu", 1: "mon"}), (3, 0)),
        (_sessions(2, days={0: "tue"}), (1, 4)),
        (_sessions(3, days={0: "mon", 2: "sun"}), (0, 3, 6)),
    ],
)
def test_days_of_sessions(view: ProgramView, days: tuple[int, ...]) -> None:
    assert _days(view) == days


def test_sessions_of_one_day_follow_each_other(options: ExportOptions) -> None:
    first, second = _events(to_ics(_sessions(2, days={0: "mon", 1: "mon"}), options))
    assert second["DTSTART"] == first["DTEND"]


def test_a_week_without_sessions_has_no_events(options: ExportOptions) -> None:
    view = program_view(
        "dorsi: program/1\nname: Gap\nweeks: 2\nsessions:\n  - id: a\n    weeks: 2\n    blocks:\n"
        "      - exercise: pull-up-medium\n        sets: 3 x 5\n"
    )
    assert [e["DTSTART"] for e in _events(to_ics(view, options))] == ["20260112T180000"]


def test_a_calendar_needs_a_monday(everything: ProgramView, options: ExportOptions) -> None:
    with pytest.raises(UsageError, match="needs a start"):
        to_ics(everything, replace(options, start=None))
    with pytest.raises(UsageError, match=r"2026-01-07 is a Wednesday\. Choose 2026-01-05 or 2026-01-12"):
        to_ics(everything, replace(options, start=date(2026, 1, 7)))


def test_hostile_names_come_back_whole(hostile: ProgramView, options: ExportOptions) -> None:
    events = _events(to_ics(hostile, options))
    assert events[1]["SUMMARY"] == f"{hostile.program.sessions[1].name} (week 1)"


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_folding_and_escaping_lose_nothing(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    assert _unfolded(folded(line)) == [line]
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\t\n" or ord(c) > 31)
    assert _unescaped(escaped(text)) == kept.replace("\x7f", "")


def test_with_days_of_their_own_sessions_fill_the_day_and_the_others_are_left_out(
    everything: ProgramView, options: ExportOptions
) -> None:
    (first, second), *_later = (week.sessions for _number, week in every_week(everything))
    days = {(2, second.id): date(2026, 1, 31), (3, first.id): date(2026, 2, 3)}
    one, other = _events(to_ics(everything, replace(options, start=None, days=days)))
    assert (one["SUMMARY"], other["SUMMARY"]) == ("Lower back (week 2)", "Upper back (week 3)")
    assert (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) == ("20260131", "20260201")
    assert "DTSTART" not in one
    assert f"About {second.minutes} min" in one["DESCRIPTION"]


def test_a_session_keeps_its_identity_when_its_day_moves_and_not_from_run_to_run(
    everything: ProgramView, options: ExportOptions
) -> None:
    session = dict(every_week(everything))[1].sessions[0].id

    def uid(day: date, run: str) -> str:
        return _events(to_ics(everything, replace(options, days={(1, session): day}, run=run)))[0]["UID"]

    assert uid(date(2026, 1, 6), "first") == uid(date(2026, 1, 9), "first")
    assert uid(date(2026, 1, 6), "first") != uid(date(2026, 1, 6), "second")
