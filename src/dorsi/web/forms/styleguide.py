"""A form with one field of each kind, for the style guide."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class RangeInput(forms.NumberInput):
    """A number as a slider."""

    input_type = "range"


class SampleForm(forms.Form):
    """What the questionnaire, settings and imports are made of."""

    name = forms.CharField(label=_("Your name"), help_text=_("Only you see it."), initial="Alice")
    level = forms.ChoiceField(
        label=_("Experience"), choices=[("a", _("Less than six months")), ("b", _("Two years or more"))]
    )
    body_mass = forms.DecimalField(label=_("Body mass"), initial=78.5, min_value=30, max_value=250, step_size=0.5)
    sets = forms.IntegerField(label=_("Sets"), initial=4, min_value=1, max_value=8)
    days = forms.ChoiceField(
        label=_("Days a week"), initial="2", widget=forms.RadioSelect, choices=[(str(n), str(n)) for n in range(1, 6)]
    )
    goal = forms.ChoiceField(
        label=_("What do you want most?"),
        initial="width",
        widget=forms.RadioSelect,
        choices=[("width", _("Width")), ("thickness", _("Thickness")), ("all", _("All of it, in balance"))],
    )
    equipment = forms.MultipleChoiceField(
        label=_("What do you train with?"),
        initial=["bar", "cable"],
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("bar", _("Pull-up bar")),
            ("barbell", _("Barbell and plates")),
            ("dumbbells", _("Dumbbells")),
            ("cable", _("Cable machine")),
        ],
    )
    minutes = forms.IntegerField(
        label=_("Minutes a session"),
        initial=60,
        min_value=20,
        max_value=120,
        widget=RangeInput(attrs={"step": "5", "min": "20", "max": "120"}),
    )
    straps = forms.BooleanField(
        label=_("I use straps"), help_text=_("Your grip then does not limit a row."), required=False, initial=True
    )
    programme = forms.FileField(label=_("Programme"), help_text=_("YAML, up to 200 kB."), required=False)
    note = forms.CharField(label=_("Anything else?"), widget=forms.Textarea, required=False)
