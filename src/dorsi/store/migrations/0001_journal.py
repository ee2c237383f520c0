"""The tables of the first journal: athletes, events, sessions as they stand, snapshots."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AthleteRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("uuid", models.UUIDField(unique=True)),
                ("name", models.TextField(blank=True, default="")),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "db_table": "athlete",
            },
        ),
        migrations.CreateModel(
            name="EventRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("event_id", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=20)),
                ("session_id", models.CharField(max_length=64, null=True)),
                ("thing_id", models.CharField(max_length=64, null=True)),
                ("day", models.DateField(null=True)),
                ("batch", models.CharField(max_length=64, null=True)),
                ("body", models.TextField()),
                (
                    "athlete",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.athleterow"
                    ),
                ),
            ],
            options={
                "db_table": "event",
                "indexes": [
                    models.Index(fields=["athlete", "session_id", "at", "event_id"], name="event_session"),
                    models.Index(fields=["athlete", "at", "event_id"], name="event_order"),
                    models.Index(
                        condition=models.Q(("thing_id__isnull", False)),
                        fields=["athlete", "thing_id"],
                        name="event_thing",
                    ),
                    models.Index(
                        condition=models.Q(("batch__isnull", False)), fields=["athlete", "batch"], name="event_batch"
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("athlete", "event_id"), name="event_once")],
            },
        ),
        migrations.CreateModel(
            name="SessionRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("session_id", models.CharField(max_length=64)),
                ("day", models.DateField()),
                ("started", models.FloatField()),
                ("document", models.TextField()),
                (
                    "athlete",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.athleterow"
                    ),
                ),
            ],
            options={
                "db_table": "session",
                "indexes": [models.Index(fields=["athlete", "day", "started", "session_id"], name="session_order")],
                "constraints": [models.UniqueConstraint(fields=("athlete", "session_id"), name="session_once")],
            },
        ),
        migrations.CreateModel(
            name="SnapshotRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("version", models.TextField()),
                ("document", models.TextField()),
                (
                    "athlete",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.athleterow"
                    ),
                ),
            ],
            options={
                "db_table": "snapshot",
                "indexes": [models.Index(fields=["athlete", "day"], name="snapshot_day")],
            },
        ),
    ]
