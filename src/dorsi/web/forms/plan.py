"""Forms of Plan: sets in notation, what-if questions, a programme to upload, the day to start on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from dorsi.athlete.answers import Intake
from dorsi.athlete.model import Weekday
from dorsi.athlete.ranges import RANGES
from dorsi.atlas.equipment import EQUIPMENT
from dorsi.languages import lazily_said, said
from dorsi.program.reading import MAX_BYTES
from dorsi.services.editing import SetLine, line_problem
from dorsi.web.forms.start import StartForm

MOST_SESSIONS = 4
NAMED = 3
_STEP = 5


class SetsForm(forms.Form):
    """One field for each line of sets; `anyway` accepts what the rules would say."""

    anyway = forms.BooleanField(label=_("Keep it in spite of that"), required=False)

    def __init__(self, lines: Sequence[SetLine], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._count = len(lines)
        for number, line in enumerate(lines):
            label: Any = _("Every week")
            if line.weeks:
                trained = _("Week %(weeks)s") if line.weeks.isdecimal() else _("Weeks %(weeks)s")
                words = _("Deload, week %(weeks)s") if line.is_deload else trained
                label = words % {"weeks": line.weeks.replace("-", "–")}
            self.fields[f"line-{number}"] = forms.CharField(
                label=label, max_length=500, initial=line.line, error_messages={"required": _("Say how many sets.")}
            )

    def clean(self) -> dict[str, Any]:
        """Every line must be set notation."""
        data = super().clean() or {}
        for number in range(self._count):
            wrong = line_problem(data.get(f"line-{number}", "")) if f"line-{number}" in data else ""
            if wrong:
                self.add_error(f"line-{number}", said(wrong))
        return data

    @property
    def rows(self) -> list[forms.BoundField]:
        """The fields of the lines, in order."""
        return [self[f"line-{number}"] for number in range(self._count)]

    @property
    def lines(self) -> list[str]:
        """The lines as typed."""
        return [self.cleaned_data[f"line-{number}"] for number in range(self._count)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a what-if question changes; None and empty where it changes nothing."""

    minutes: int | None
    days: tuple[str, ...]
    sessions: int | None
    add: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def is_any(self) -> bool:
        """True if anything is changed."""
        return bool(self.minutes or self.days or self.sessions or self.add or self.without)

    @property
    def arguments(self) -> dict[str, Any]:
        """As `services.planning` takes it."""
        return {
            "minutes": self.minutes, "days": self.days, "sessions": self.sessions, "add": self.add,
            "without": self.without,
        }  # fmt: skip


class WhatIfForm(forms.Form):
    """Session length, days and equipment, filled in with the answers as they are."""

    minutes = forms.IntegerField(label=_("Minutes a session"), widget=forms.NumberInput(attrs={"type": "range"}))
    days = forms.MultipleChoiceField(
        label=_("Days that are free"),
        widget=forms.CheckboxSelectMultiple,
        choices=[(day.value, lazily_said(day.label)) for day in Weekday],
        error_messages={"required": _("Keep at least one day.")},
    )
    sessions = forms.TypedChoiceField(
        label=_("Back sessions a week"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect,
        choices=[("", _("Dorsi decides")), *((n, str(n)) for n in range(1, MOST_SESSIONS + 1))],
    )  # fmt: skip
    equipment = forms.MultipleChoiceField(
        label=_("Equipment at hand"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(key, lazily_said(name[:1].upper() + name[1:])) for key, name in EQUIPMENT.items()],
    )  # fmt: skip

    def __init__(self, intake: Intake, owned: frozenset[str], data: Any = None) -> None:
        present = {
            "minutes": intake.minutes,
            "days": [day.value for day in intake.days],
            "sessions": intake.sessions_per_week or "",
            "equipment": [key for key in EQUIPMENT if key in owned],
        }
        super().__init__(data, initial=present)
        self._intake, self._owned = intake, owned
        low, high = round(RANGES["minutes"].low), round(RANGES["minutes"].high)
        field = self.fields["minutes"]
        field.widget.attrs |= {"min": low, "max": high, "step": _STEP}
        field.min_value, field.max_value = low, high  # type: ignore[attr-defined]

    @property
    def says(self) -> str:
        """The question in words: '60 minutes instead of 75, on Monday and Friday, without dumbbells'."""
        change = self.change
        parts = []
        if change.minutes is not None:
            words = gettext("%(new)d minutes instead of %(old)d")
            parts.append(words % {"new": change.minutes, "old": self._intake.minutes})
        if change.days:
            days = ", ".join(said(Weekday(day).label) for day in change.days)
            parts.append(gettext("training on %(days)s") % {"days": days})
        if change.sessions is not None:
            words = ngettext("%(count)d session a week", "%(count)d sessions a week", change.sessions)
            parts.append(words % {"count": change.sessions})
        parts += _items_words(gettext("with %(item)s"), change.add)
        parts += _items_words(gettext("without %(item)s"), change.without)
        text = ", ".join(parts)
        return f"{text[:1].upper()}{text[1:]}"

    @property
    def change(self) -> Change:
        """What differs from the answers."""
        told = self.cleaned_data
        days = tuple(told["days"])
        wanted = frozenset(told["equipment"])
        return Change(
            minutes=told["minutes"] if told["minutes"] != self._intake.minutes else None,
            days=days if set(days) != {day.value for day in self._intake.days} else (),
            sessions=told["sessions"] if told["sessions"] != self._intake.sessions_per_week else None,
            add=tuple(key for key in EQUIPMENT if key in wanted - self._owned),
            without=tuple(key for key in EQUIPMENT if key in self._owned - wanted),
        )


def _items_words(words: str, items: Sequence[str]) -> list[str]:
    """'without dumbbells' for each; one part with their number where there are many."""
    if len(items) <= NAMED:
        return [words % {"item": said(EQUIPMENT[item])} for item in items]
    count = ngettext("%(count)d piece of equipment", "%(count)d pieces of equipment", len(items))
    return [words % {"item": count % {"count": len(items)}}]


_TOO_LARGE = _("That is too large: a programme is a few kilobytes.")


class UploadForm(forms.Form):
    """A programme as a file or as text."""

    file = forms.FileField(label=_("A file"), required=False, widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}))
    text = forms.CharField(
        label=_("Or paste it"), required=False, max_length=MAX_BYTES, error_messages={"max_length": _TOO_LARGE},
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "data-code": ""}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One of the two, small enough and readable as text."""
        data = super().clean() or {}
        file = data.get("file")
        if file is not None:
            if file.size > MAX_BYTES:
                self.add_error("file", _TOO_LARGE)
                return data
            try:
                data["text"], data["name"] = file.read().decode("utf-8-sig"), file.name
            except UnicodeDecodeError:
                self.add_error("file", _("That is not plain text. Save it as plain text (UTF-8) and try again."))
        elif "text" in self.errors:
            pass
        elif not (data.get("text") or "").strip():
            self.add_error("text", _("Choose a file, or paste the programme here."))
        else:
            data["name"] = "pasted.yaml"
        return data


class AdoptForm(StartForm):
    """The first day of a programme, and whether its errors are accepted."""

    anyway = forms.BooleanField(label=_("Take it up in spite of its errors"), required=False)
