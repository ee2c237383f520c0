"""The people whose journals a database holds: the one of a single-user installation, or the owner of each account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dorsi.store.connection import plainly
from dorsi.store.models import AthleteRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose journal it is: the number of its rows, and what the person chose in place of the installation's settings.

    `uuid` is a name for it that tells nothing.
    `zone` is the name of a time zone, `units` kg or lb; empty where nothing was chosen.
    """

    number: int
    uuid: str
    zone: str = ""
    units: str = ""


LOCAL = ""
"""Stands for an account where there are none."""


def person(alias: str, owner: str, new_id: Callable[[], str], at: datetime) -> Person:
    """The person with that account, or the one without any (`LOCAL`); made now if there is none yet."""
    with plainly(alias):
        rows = AthleteRow.objects.using(alias).filter(owner=owner)
        # Not `first`, which sorts what can be one row at the most, with every request.
        found = next(iter(rows), None)
        if found is None:
            try:
                with transaction.atomic(using=alias):
                    found = rows.first() or rows.create(uuid=UUID(new_id()), created_at=at, owner=owner)
            except IntegrityError:
                # Two first requests came at once, and the other one has made the row.
                found = rows.get()
    return Person(number=found.number, uuid=str(found.uuid), zone=found.zone, units=found.units)


def settle(alias: str, number: int, *, zone: str | None = None, units: str | None = None) -> None:
    """Keeps what a person chose; what is None stays as it was, what is empty goes back to the settings."""
    chosen = {name: value for name, value in (("zone", zone), ("units", units)) if value is not None}
    with plainly(alias):
        AthleteRow.objects.using(alias).filter(number=number).update(**chosen)


def forget(alias: str, number: int) -> None:
    """Deletes everything a person ever entered."""
    with plainly(alias), transaction.atomic(using=alias):
        AthleteRow.objects.using(alias).filter(number=number).delete()
