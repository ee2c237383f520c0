"""When a new plan begins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dorsi.program.model import Program

FURTHEST_DAYS = 60
"""A plan made from today's answers should begin while they still hold."""


class StartForm(forms.Form):
    """The day a plan begins: the next that its first session is for, unless another is chosen."""

    on = forms.DateField(
        label=_("First session"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day."), "invalid": _("That is no day.")},
    )

    def __init__(self, today: date, program: Program, data: Any = None) -> None:
        self._today = today
        super().__init__(data, initial={"on": first_day(today, program)})
        furthest = today + timedelta(days=FURTHEST_DAYS)
        self.fields["on"].widget.attrs |= {"min": today.isoformat(), "max": furthest.isoformat()}
        if any(session.day is not None for session in program.sessions):
            self.fields["on"].label = _("Not before")
            self.fields["on"].help_text = _("The first session is on the plan’s first training day from then on.")

    def clean_on(self) -> date:
        """The day, if it is neither over nor too far."""
        on: date = self.cleaned_data["on"]
        if on < self._today:
            raise forms.ValidationError(_("That day is over. Choose today or a later one."))
        if (on - self._today).days > FURTHEST_DAYS:
            raise forms.ValidationError(_("That is more than two months away. Answer again when it comes closer."))
        return on

    @property
    def day(self) -> date:
        """The chosen day of a valid form."""
        found: date = self.cleaned_data["on"]
        return found


def first_day(today: date, program: Program) -> date:
    """The next day of the week's first session, today included; today where it has no weekday."""
    first = next((session.day for session in program.sessions if session.takes_place(1)), None)
    return today if first is None else today + timedelta(days=(first.number - today.weekday()) % 7)
