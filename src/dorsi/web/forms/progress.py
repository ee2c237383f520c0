"""Forms of Progress: measurements of the body, and a set to mend."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dorsi.errors import UsageError
from dorsi.journal.model import LoggedSet, MeasureKind
from dorsi.languages import said
from dorsi.services.amending import Amounts
from dorsi.services.measuring import read_measurement
from dorsi.units import MassUnit

HEAVIEST, MOST_REPS, LONGEST_S, FARTHEST_M, MOST_RESERVE = 2000, 999, 36_000, 50_000, 20
_FIELDS = {
    "body_mass": MeasureKind.BODY_MASS,
    "shoulders": MeasureKind.SHOULDERS,
    "waist": MeasureKind.WAIST,
    "chest": MeasureKind.CHEST,
    "arm": MeasureKind.ARM,
}


class MeasureForm(forms.Form):
    """Body mass and girths of a day, each as it is typed: '81.4', '179.5 lb'."""

    body_mass = forms.CharField(label=_("Body mass"), required=False, max_length=20)
    shoulders = forms.CharField(label=_("Shoulders"), required=False, max_length=20)
    waist = forms.CharField(label=_("Waist"), required=False, max_length=20)
    chest = forms.CharField(label=_("Chest"), required=False, max_length=20)
    arm = forms.CharField(label=_("Upper arm"), required=False, max_length=20)
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, today: date, units: MassUnit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"on": today}, **kwargs})
        self._today, self._units = today, units
        self.fields["on"].widget.attrs["max"] = today.isoformat()
        for name in _FIELDS:
            self.fields[name].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        """Reads every measurement, so that each mistake stands beside its field."""
        data = super().clean() or {}
        on = data.get("on") or self._today
        for name, kind in _FIELDS.items():
            if not data.get(name):
                continue
            try:
                read_measurement(kind, data[name], on=on, units=self._units, thing_id="")
            except UsageError as error:
                self.add_error(name, said(str(error)))
        if on > self._today:
            self.add_error("on", _("That day is still to come."))
        if not any(self.data.get(self.add_prefix(name), "").strip() for name in _FIELDS):
            self.add_error(None, _("Enter at least one measurement."))
        return data

    @property
    def with_units(self) -> list[tuple[forms.BoundField, str]]:
        """Each field with the unit that goes without saying; none after the day."""
        pounds = self._units is MassUnit.LB
        usual = {MeasureKind.BODY_MASS: "lb" if pounds else "kg"}
        length = "in" if pounds else "cm"
        return [(field, usual.get(_FIELDS[field.name], length) if field.name in _FIELDS else "") for field in self]

    @property
    def told(self) -> Mapping[MeasureKind, str]:
        """What was measured, as typed."""
        return {kind: self.cleaned_data[name] for name, kind in _FIELDS.items() if self.cleaned_data.get(name)}


class FigureField(forms.FloatField):
    """A number, its decimals after a point or a comma."""

    def to_python(self, value: Any) -> Any:
        """The number, None for nothing; raises ValidationError for what is no number."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class SetForm(forms.Form):
    """What a set amounts to; it has the fields that the set has."""

    load = FigureField(label=_("Load"), required=False, min_value=0, max_value=HEAVIEST)
    reps = forms.IntegerField(label=_("Reps"), min_value=0, max_value=MOST_REPS)
    seconds = FigureField(label=_("Seconds"), min_value=0, max_value=LONGEST_S)
    metres = FigureField(label=_("Metres"), min_value=0, max_value=FARTHEST_M)
    rir = FigureField(label=_("Reps in reserve"), required=False, min_value=0, max_value=MOST_RESERVE)
    note = forms.CharField(label=_("Note"), required=False, max_length=500)

    def __init__(self, entry: LoggedSet, *args: Any, **kwargs: Any) -> None:
        told: dict[str, Any] = {
            "load": _plain(entry.load.value) if entry.load is not None else None, "reps": entry.reps,
            "seconds": _plain(entry.seconds), "metres": _plain(entry.metres), "rir": _plain(entry.reserve),
            "note": entry.note,
        }  # fmt: skip
        super().__init__(*args, **{"initial": told, **kwargs})
        for name in ("reps", "seconds", "metres"):
            if told[name] is None:
                del self.fields[name]
        if entry.reps is None:
            del self.fields["rir"]
        for name, step in (("load", "any"), ("seconds", "any"), ("metres", "any"), ("rir", "0.5")):
            if name in self.fields:
                self.fields[name].widget.attrs |= {"step": step, "inputmode": "decimal"}

    @property
    def amounts(self) -> Amounts:
        """What was entered."""
        return Amounts(**self.cleaned_data)


def _plain(value: float | None) -> float | None:
    """A whole number without its decimals, as people write it."""
    return int(value) if value is not None and value == int(value) else value
