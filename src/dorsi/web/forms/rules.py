"""What narrows the list of rules."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dorsi.coach.coaching_rules import FAMILIES as COACHING_FAMILIES
from dorsi.languages import said
from dorsi.rules.registry import FAMILIES
from dorsi.web.pages.rules import COACH, SEVERITIES

_WRONG = {"invalid_choice": _("There is no such choice here. Pick one from the list.")}


class RuleFilter(forms.Form):
    """Words, family and severity."""

    q = forms.CharField(label=_("Find a word or code"), required=False, max_length=60)
    family = forms.ChoiceField(label=_("About"), required=False, error_messages=_WRONG)
    severity = forms.ChoiceField(
        label=_("How grave"), required=False, error_messages=_WRONG,
        choices=[
            ("", _("All")),
            *((severity.value, words) for severity, (words, _means) in SEVERITIES.items()),
            ("health", _("Health limits")),
            (COACH, _("What the coach does")),
        ],
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.attrs |= {"type": "search", "autocomplete": "off"}
        family = self.fields["family"]
        assert isinstance(family, forms.ChoiceField)
        family.choices = [
            ("", _("Everything")),
            (_("Programmes"), [(code, said(name)) for code, name in FAMILIES.items()]),
            (_("Coaching"), [(code, said(name)) for code, name in COACHING_FAMILIES.items()]),
        ]
