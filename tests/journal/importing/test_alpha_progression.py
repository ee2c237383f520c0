"""Alpha Progression: a report whose titles, small headings and sets each stand on a line."""

from __future__ import annotations

from datetime import datetime

from dorsi.journal.importing.alpha_progression import AlphaProgression
from dorsi.journal.importing.foreign import Fate
from dorsi.journal.model import LoadMode, SetKind
from dorsi.units import MassUnit

REPORT = """\ufeff"Pull · Day 2 · Week 4 · Split";"2026-02-19 4:54 h";"1:02 hr"
"1. Barbell Rows · Barbell · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 72,5 kg · 7 reps"
#;KG;REPS;RIR
1;82,5;8+;0,5
2;80;10;5+
3;-;-;-
"2. Pull-Ups · Bodyweight · 12 reps · 2 dropsets";"felt heavy"
#;KG;REPS;RIR
1;+35;5;1
2;+0;12;0
3;-20;9;0
shoulder a little stiff
"3. Plank · Bodyweight · 30 s"
#;KG;TIME
1;+0;0:45

"Push";"2026-02-17 17:04 h";"58 min"
tired
"1. Barbell Rows · Barbell · 8 reps"
#;LB;REPS;RIR;TEMPO
1;135;9999;1;3010
"Broken";"2026-99-17 17:04 h";"58 min"
"1. Bench Press · Barbell · 8 reps"
1;60;8;1
"""


def test_it_is_known_by_its_small_headings() -> None:
    assert AlphaProgression().recognises(REPORT)
    assert not AlphaProgression().recognises("#;KG;REPS\n1;2;3\n")
    assert not AlphaProgression().recognises("Date;Exercise Name;Weight;Reps\n")


def test_every_line_has_one_fate() -> None:
    log = AlphaProgression().read(REPORT)
    assert log.rows == len([line for line in REPORT.splitlines() if line])
    assert dict(log.fates) == {Fate.HEADING: 9, Fate.SET: 8, Fate.NOTE: 2, Fate.REJECTED: 4}
    assert [(r.line, r.reason) for r in log.rejected] == [
        (6, "nothing was entered"),
        (22, "the date '2026-99-17 17:04 h' cannot be read"),
        (23, "no session stands above this line"),
        (24, "no session stands above this line"),
    ]


def test_sessions_have_their_moment_title_and_length() -> None:
    first, second = AlphaProgression().read(REPORT).sessions
    assert first.started == datetime(2026, 2, 19, 4, 54)  # noqa: DTZ001
    assert (first.title, first.duration_s) == ("Pull · Day 2 · Week 4 · Split", 3720)
    assert (second.duration_s, second.note) == (3480, "tired")


def test_warm_ups_come_from_the_line_of_the_exercise() -> None:
    sets = AlphaProgression().read(REPORT).sessions[0].sets[:2]
    assert [(e.kind, e.load, e.unit, e.reps) for e in sets] == [
        (SetKind.WARM_UP, 37.5, MassUnit.KG, 9),
        (SetKind.WARM_UP, 72.5, MassUnit.KG, 7),
    ]


def test_at_least_so_many_is_the_number_and_a_note() -> None:
    first, second = AlphaProgression().read(REPORT).sessions[0].sets[2:4]
    assert (first.load, first.reps, first.rir, first.note) == (82.5, 8, 0.5, "reps: 8+")
    assert (second.reps, second.rir, second.note) == (10, 5.0, "RIR: 5+")


def test_signs_say_what_is_added_and_what_helps() -> None:
    pull_ups = [e for e in AlphaProgression().read(REPORT).sessions[0].sets if e.exercise == "Pull-Ups (Bodyweight)"]
    assert [(e.load, e.mode, e.reps) for e in pull_ups] == [
        (35.0, LoadMode.ADDED, 5),
        (None, None, 12),
        (20.0, LoadMode.ASSISTED, 9),
    ]


def test_remarks_stay_with_their_exercise() -> None:
    session = AlphaProgression().read(REPORT).sessions[0]
    assert session.run_notes == ((1, "2 dropsets"), (1, "felt heavy"), (1, "shoulder a little stiff"))


def test_time_is_time_and_what_has_no_place_is_noted() -> None:
    first, second = AlphaProgression().read(REPORT).sessions
    assert (first.sets[-1].seconds, first.sets[-1].reps) == (45.0, None)
    assert (second.sets[0].unit, second.sets[0].reps) == (MassUnit.LB, None)
    assert second.sets[0].note == "tempo: 3010\nreps: 9999"


def test_tabs_may_stand_for_semicolons() -> None:
    text = REPORT.replace(";", "\t")
    assert AlphaProgression().recognises(text)
    assert AlphaProgression().read(text).fates == AlphaProgression().read(REPORT).fates


def test_a_quoted_remark_may_hold_a_line_break_and_a_stray_quote_swallows_nothing() -> None:
    title = '"Pull";"2026-02-19 4:54 h";"1:02 hr"'
    exercise = '"1. Row · Barbell · 8 reps"'
    whole = AlphaProgression().read(f'{title}\n{exercise}\n"left arm\nweak"\n#;KG;REPS\n1;60;8\n')
    assert whole.sessions[0].run_notes == ((0, "left arm\nweak"),)
    stray = AlphaProgression().read(f'{title}\n{exercise}\nleft 5" up\n#;KG;REPS\n1;60;8\n2;60;7\n')
    assert [entry.reps for entry in stray.sessions[0].sets] == [8, 7]
    assert stray.sessions[0].run_notes == ((0, "left 5 up"),)
