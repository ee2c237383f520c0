"""Whose a journal is where an installation has several people, what they have begun, and devices to be let in.

And a way to the newest event of one person, which every page asks for.
"""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0001_journal")]

    operations = [
        migrations.AddField(
            model_name="athleterow",
            name="owner",
            field=models.CharField(blank=True, default="", max_length=64, unique=True),
        ),
        migrations.AddField(
            model_name="athleterow", name="zone", field=models.CharField(blank=True, default="", max_length=64)
        ),
        migrations.AddField(
            model_name="athleterow", name="units", field=models.CharField(blank=True, default="", max_length=2)
        ),
        migrations.CreateModel(
            name="DraftRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=64)),
                ("document", models.TextField()),
                (
                    "athlete",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.athleterow"
                    ),
                ),
            ],
            options={
                "db_table": "draft",
                "constraints": [models.UniqueConstraint(fields=("athlete", "kind"), name="draft_once")],
            },
        ),
        migrations.AddIndex(
            model_name="eventrow", index=models.Index(fields=["athlete", "number"], name="event_newest")
        ),
        migrations.CreateModel(
            name="PairingRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("ends_at", models.DateTimeField()),
            ],
            options={"db_table": "pairing"},
        ),
    ]
