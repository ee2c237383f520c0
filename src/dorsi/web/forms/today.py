"""Forms of Today: another day for the session, what hurts, warning signs, and sets typed as lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dorsi.athlete.screening_questions import Kind
from dorsi.atlas.vocabulary import REGIONS
from dorsi.errors import Problem
from dorsi.journal.model import Sign
from dorsi.languages import lazily_said, said
from dorsi.services.coaching import FURTHEST_DAYS, warning_signs

OTHER = "other"
MOST_LINES = 200
SIGNS = (
    (Sign.SHARP.value, _("It is sharp")),
    (Sign.SPREADING.value, _("It spreads, or runs down a limb")),
    (Sign.WORSENING.value, _("It gets worse from set to set or day to day")),
    (Sign.STIFF_NEXT_DAY.value, _("Stiff for more than a day after training")),
)


class MoveForm(forms.Form):
    """The day for the next session: one of those offered, or another."""

    to = forms.ChoiceField(
        label=_("Which day?"), widget=forms.RadioSelect, error_messages={"required": _("Choose a day.")}
    )
    other = forms.DateField(
        label=_("Another day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, today: date, offered: Sequence[date], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        choices = [(day.isoformat(), day.isoformat()) for day in offered]
        self.fields["to"].choices = [*choices, (OTHER, _("Another day"))]  # type: ignore[attr-defined]
        last = today + timedelta(days=FURTHEST_DAYS)
        self.fields["other"].widget.attrs |= {"min": today.isoformat(), "max": last.isoformat()}

    def clean(self) -> dict[str, Any]:
        """Asks for a day where another one is meant, and for one that is near enough."""
        data = super().clean() or {}
        if data.get("to") == OTHER:
            other = data.get("other")
            if other is None:
                if "other" not in self.errors:
                    self.add_error("other", _("Say which day."))
            elif not 0 <= (other - self._today).days <= FURTHEST_DAYS:
                self.add_error("other", _("Choose a day from today on, at most %(days)d days ahead.") % {
                    "days": FURTHEST_DAYS,
                })  # fmt: skip
        return data

    @property
    def day(self) -> date:
        """The day that was chosen."""
        chosen = self.cleaned_data["to"]
        found: date = self.cleaned_data["other"] if chosen == OTHER else date.fromisoformat(chosen)
        return found


class HurtForm(forms.Form):
    """Where it hurts, how much and how it behaves."""

    place = forms.ChoiceField(
        label=_("Where?"),
        widget=forms.RadioSelect,
        choices=[(key, lazily_said(name.capitalize())) for key, name in REGIONS.items()],
        error_messages={"required": _("Say where it hurts.")},
    )
    score = forms.IntegerField(
        label=_("How much?"),
        min_value=0,
        max_value=10,
        initial=3,
        widget=forms.NumberInput(attrs={"type": "range", "step": 1}),
    )
    signs = forms.MultipleChoiceField(
        label=_("How does it behave?"), required=False, widget=forms.CheckboxSelectMultiple, choices=SIGNS
    )


class WarningsForm(forms.Form):
    """The warning signs, asked once a report is grave; `verdict` is the button that was pressed."""

    warnings = forms.MultipleChoiceField(label=_("Warning signs"), required=False, widget=forms.CheckboxSelectMultiple)
    verdict = forms.ChoiceField(choices=[("none", ""), ("some", "")])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["warnings"].choices = [(q.id, said(q.prompt)) for q in warning_signs()]  # type: ignore[attr-defined]

    @property
    def groups(self) -> list[tuple[Any, list[tuple[str, str]]]]:
        """The signs by how soon someone has to look, each with its id and words."""
        titles = {Kind.EMERGENCY: _("At once"), Kind.URGENT: _("In the next days")}
        return [
            (title, [(question.id, said(question.prompt)) for question in warning_signs() if question.kind is kind])
            for kind, title in titles.items()
        ]

    def clean(self) -> dict[str, Any]:
        """The button and the ticks must agree."""
        data = super().clean() or {}
        ticked, verdict = data.get("warnings"), data.get("verdict")
        if verdict == "none" and ticked:
            self.add_error("warnings", _("You ticked a sign. Take the tick away, or say that it is there."))
        if verdict == "some" and not ticked:
            self.add_error("warnings", _("Tick the signs that are there."))
        return data


class LogForm(forms.Form):
    """Sets typed one line an exercise."""

    lines = forms.CharField(
        label=_("What did you do?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocapitalize": "none"}),
        error_messages={"required": _("Write at least one line.")},
    )
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    done = forms.BooleanField(label=_("The session is finished"), required=False, initial=True)

    def clean_lines(self) -> list[str]:
        """The lines one by one."""
        lines = self.cleaned_data["lines"].splitlines()
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("That is more than one session. Write %(most)d lines at most.") % {
                "most": MOST_LINES,
            })  # fmt: skip
        return list(lines)

    def take(self, problems: Sequence[Problem]) -> None:
        """Puts what is wrong with the lines beside them."""
        for problem in problems:
            where = f"{problem.where[:1].upper()}{problem.where[1:]}: " if problem.where else ""
            message = problem.message if problem.message.endswith((".", "?")) else f"{problem.message}."
            self.add_error("lines", f"{where}{said(message)} {said(problem.remedy)}".strip())
