"""What a person has begun and not finished, kept so that another page or device can go on with it."""

from __future__ import annotations

import json
from typing import Any

from dorsi.store.connection import plainly
from dorsi.store.models import DraftRow


class Drafts:
    """One person's drafts: a JSON document of each kind, such as the answers so far to the questionnaire."""

    def __init__(self, alias: str, athlete: int) -> None:
        self._alias, self._athlete = alias, athlete

    def get(self, kind: str) -> dict[str, Any]:
        """The draft of that kind; empty where there is none."""
        with plainly(self._alias):
            rows = DraftRow.objects.using(self._alias).filter(athlete=self._athlete, kind=kind)
            text = rows.values_list("document", flat=True).first()
        return {} if text is None else dict(json.loads(text))

    def keep(self, kind: str, document: dict[str, Any]) -> None:
        """Puts a draft in the place of the one of that kind."""
        with plainly(self._alias):
            DraftRow.objects.using(self._alias).bulk_create(
                [DraftRow(athlete_id=self._athlete, kind=kind, document=json.dumps(document))],
                update_conflicts=True,
                unique_fields=["athlete", "kind"],
                update_fields=["document"],
            )

    def drop(self, kind: str) -> None:
        """Takes the draft of that kind away."""
        with plainly(self._alias):
            DraftRow.objects.using(self._alias).filter(athlete=self._athlete, kind=kind).delete()
