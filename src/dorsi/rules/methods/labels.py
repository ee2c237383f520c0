"""Takes method names off a prescription."""

from __future__ import annotations

from collections.abc import Collection

from dorsi.program.evaluate import Entry
from dorsi.rules.finding import Edit, RemoveAt, SetValue


def without_methods(entry: Entry, names: Collection[str]) -> Edit:
    """The edit that leaves the prescription with its other methods only."""
    kept = [method for method in entry.prescription.methods if method not in names]
    path = (*entry.path, "method")
    return SetValue(path=path, value=", ".join(kept)) if kept else RemoveAt(path=path)
