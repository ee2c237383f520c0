"""The session as JSON for scripts; docs/commands.md tells its shape."""

from __future__ import annotations

import json

from dorsi.services.session_document import session_document
from dorsi.services.training_day import TrainingDay


def session_json(day: TrainingDay) -> str:
    """The session with what is logged of it, as text."""
    return json.dumps(session_document(day), indent=2, ensure_ascii=False)
