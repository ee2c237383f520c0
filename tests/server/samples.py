"""Arguments for every address that takes some: what stands there in Alice's world. A new address needs a row here."""

from __future__ import annotations

from collections.abc import Mapping

SESSION = "alice-session"
SET = "alice-set"
EVENT = "0193a1f2-7c3e-7d60-8a4b-1f2e3d4c5b6a"
TOKEN = "alice-token-that-was-never-given-out"

SAMPLES: Mapping[str, Mapping[str, str | int]] = {
    "api:put_event": {"event_id": EVENT},
    "api:session": {"session_id": SESSION},
    "api:summary": {"session_id": SESSION},
    "lan-pair": {"token": TOKEN},
    "web:questions": {"step": "you"},
    "web:questions-part": {"step": "training", "number": 1},
    "web:questions-change": {"step": "week"},
    "web:plan-week": {"week": 1},
    "web:plan-session": {"week": 1, "session": "{session}"},
    "web:plan-why": {"week": 1, "session": "{session}", "place": "{place}"},
    "web:plan-swap": {"week": 1, "session": "{session}", "place": "{place}"},
    "web:plan-sets": {"week": 1, "session": "{session}", "place": "{place}"},
    "web:plan-export": {"form": "csv"},
    "web:plan-template": {"name": "guide-a-upper-and-lower"},
    "web:progress-lift": {"exercise": "deadlift"},
    "web:progress-muscle": {"group": "lats"},
    "web:progress-export": {"form": "csv"},
    "web:progress-session": {"session": SESSION},
    "web:progress-set": {"session": SESSION, "entry": SET},
    "web:progress-set-delete": {"session": SESSION, "entry": SET},
    "web:muscle": {"muscle": "teres-major"},
    "web:exercise": {"exercise": "deadlift"},
    "web:method": {"method": "superset"},
    "web:claim": {"claim": "A07"},
    "web:rule": {"code": "SCH101"},
    "web:export-file": {"form": "json"},
}
"""`{session}` and `{place}` stand for the first session of the programme and its first work."""
