"""Tables. The events are the truth; sessions and snapshots are derived from them and can be made anew at any time."""

from __future__ import annotations

from django.db import models

_ID_LENGTH = 64
"""Ids are UUIDs of 36 characters; clients may use longer ones of their own."""


class AthleteRow(models.Model):
    """Whose journal it is: `owner` is the key of the account, as text, or empty for the one person without any.

    `zone` and `units` are what the person chose in place of the installation's settings; empty where nothing was.
    """

    number = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(unique=True)
    name = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()
    owner = models.CharField(max_length=_ID_LENGTH, blank=True, default="", unique=True)
    zone = models.CharField(max_length=_ID_LENGTH, blank=True, default="")
    units = models.CharField(max_length=2, blank=True, default="")

    class Meta:
        """Its table."""

        db_table = "athlete"


class EventRow(models.Model):
    """An entry of a journal. Rows are added and never changed.

    `body` is the event's whole document; the other columns repeat what rows are looked up by. `number` counts
    arrivals. `thing_id` is the id of what a note says or withdraws, or the batch that is undone; `day` the day
    the event is about. Event ids are unique for one athlete only: ids made from a file's content are the same
    for two people who import the same file. What does not apply is NULL, which keeps it out of the partial indexes.
    """

    number = models.BigAutoField(primary_key=True)
    athlete = models.ForeignKey(AthleteRow, on_delete=models.CASCADE, db_index=False)
    event_id = models.CharField(max_length=_ID_LENGTH)
    at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    session_id = models.CharField(max_length=_ID_LENGTH, null=True)
    thing_id = models.CharField(max_length=_ID_LENGTH, null=True)
    day = models.DateField(null=True)
    batch = models.CharField(max_length=_ID_LENGTH, null=True)
    body = models.TextField()

    class Meta:
        """Its table and the ways rows are found."""

        db_table = "event"
        constraints = [models.UniqueConstraint(fields=["athlete", "event_id"], name="event_once")]
        indexes = [
            models.Index(fields=["athlete", "session_id", "at", "event_id"], name="event_session"),
            models.Index(fields=["athlete", "at", "event_id"], name="event_order"),
            models.Index(fields=["athlete", "number"], name="event_newest"),
            models.Index(
                fields=["athlete", "thing_id"], name="event_thing", condition=models.Q(thing_id__isnull=False)
            ),
            models.Index(fields=["athlete", "batch"], name="event_batch", condition=models.Q(batch__isnull=False)),
        ]


class SessionRow(models.Model):
    """A session as it stands: what its events fold to, kept in the same transaction as they are.

    `day`, `started` (a POSIX timestamp, 0 where unknown) and `session_id` sort sessions as they took place.
    """

    number = models.BigAutoField(primary_key=True)
    athlete = models.ForeignKey(AthleteRow, on_delete=models.CASCADE, db_index=False)
    session_id = models.CharField(max_length=_ID_LENGTH)
    day = models.DateField()
    started = models.FloatField()
    document = models.TextField()

    class Meta:
        """Its table and the ways rows are found."""

        db_table = "session"
        constraints = [models.UniqueConstraint(fields=["athlete", "session_id"], name="session_once")]
        indexes = [models.Index(fields=["athlete", "day", "started", "session_id"], name="session_order")]


class SnapshotRow(models.Model):
    """What a fold amounted to before a day; see `services.ports.Snapshot`."""

    number = models.BigAutoField(primary_key=True)
    athlete = models.ForeignKey(AthleteRow, on_delete=models.CASCADE, db_index=False)
    day = models.DateField()
    version = models.TextField()
    document = models.TextField()

    class Meta:
        """Its table and the ways rows are found."""

        db_table = "snapshot"
        indexes = [models.Index(fields=["athlete", "day"], name="snapshot_day")]


class DraftRow(models.Model):
    """Something begun and not finished, such as half a questionnaire: one document of each kind for a person."""

    number = models.BigAutoField(primary_key=True)
    athlete = models.ForeignKey(AthleteRow, on_delete=models.CASCADE, db_index=False)
    kind = models.CharField(max_length=_ID_LENGTH)
    document = models.TextField()

    class Meta:
        """Its table and the ways rows are found."""

        db_table = "draft"
        constraints = [models.UniqueConstraint(fields=["athlete", "kind"], name="draft_once")]


class PairingRow(models.Model):
    """A token that lets one more device in, once and not for long; only its digest is kept."""

    number = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=_ID_LENGTH)
    ends_at = models.DateTimeField()

    class Meta:
        """Its table."""

        db_table = "pairing"
