"""What narrows the atlas' lists: words, pattern, muscle, equipment, what hurts; and a grip to look at."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dorsi.atlas.equipment import EQUIPMENT, PRESETS
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Verdict
from dorsi.atlas.vocabulary import CONDITION_TAGS, REGIONS
from dorsi.languages import said
from dorsi.web.pages.atlas_words import GRIPS, PATHS, PATTERNS, VERDICTS, WIDTHS, capital
from dorsi.web.pages.grips import FAMILIES, GRIPS_SHOWN, PATHS_SHOWN

MINE = "mine"
_KITS = {
    "full-gym": _("A full gym"),
    "home-dumbbells": _("Dumbbells, a bench, bands"),
    "bar-and-rings": _("A bar, rings, bands"),
    "hotel": _("A hotel gym"),
    "none": _("Nothing"),
}
_WRONG = {"invalid_choice": _("There is no such choice here. Pick one from the list.")}


class _Narrowing(forms.Form):
    """A form whose choices are known when it is made."""

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField), f"{name} has choices"
        field.choices = choices


class ExerciseFilter(_Narrowing):
    """Which exercises to list. `mine` says whether the equipment of a programme is known."""

    q = forms.CharField(label=_("Find by name"), required=False, max_length=60)
    pattern = forms.ChoiceField(label=_("Movement"), required=False, error_messages=_WRONG)
    muscle = forms.ChoiceField(label=_("Muscle"), required=False, error_messages=_WRONG)
    kit = forms.ChoiceField(label=_("Equipment"), required=False, error_messages=_WRONG)
    hurts = forms.ChoiceField(label=_("What hurts, or a condition"), required=False, error_messages=_WRONG)

    def __init__(self, atlas: Atlas, *args: Any, mine: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.attrs |= {"type": "search", "autocomplete": "off"}
        trained = {muscle for exercise in atlas.exercises.values() for muscle in exercise.muscles}
        muscles = [(muscle.id, said(muscle.name)) for muscle in atlas.muscles.values() if muscle.id in trained]
        own = [(MINE, _("What I have"))] if mine else []
        items = [(item, capital(said(name))) for item, name in EQUIPMENT.items()]
        regions = [(region, capital(said(name))) for region, name in REGIONS.items()]
        conditions = [(tag, capital(said(words))) for tag, words in CONDITION_TAGS.items()]
        self._offer("pattern", [("", _("All")), *((pattern.value, words) for pattern, words in PATTERNS.items())])
        self._offer("muscle", [("", _("All")), *muscles])
        self._offer("kit", [("", _("Any")), *own, (_("Places"), list(_KITS.items())), (_("Needs this"), items)])
        self._offer("hurts", [("", _("Nothing")), (_("Where it hurts"), regions), (_("A condition"), conditions)])


class ClaimFilter(_Narrowing):
    """Which of the guides' claims to list."""

    q = forms.CharField(label=_("Find a word"), required=False, max_length=60)
    guide = forms.ChoiceField(label=_("Guide"), required=False, error_messages=_WRONG)
    verdict = forms.ChoiceField(label=_("What the evidence says"), required=False, error_messages=_WRONG)

    def __init__(self, guides: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("guide", [("", _("All five")), *((each, each) for each in guides)])
        self._offer("verdict", [("", _("Everything")), *((each.value, VERDICTS[each]) for each in Verdict)])
        self.fields["q"].widget.attrs |= {"type": "search", "autocomplete": "off"}


class GripForm(forms.Form):
    """A pull and how to hold it; what is left out takes the pull's usual value."""

    pull = forms.ChoiceField(
        label=_("Pull"), required=False, error_messages=_WRONG,
        choices=[(name, family.name) for name, family in FAMILIES.items()], widget=forms.RadioSelect,
    )  # fmt: skip
    width = forms.ChoiceField(
        label=_("Hands apart"), required=False, error_messages=_WRONG,
        choices=[(width.value, words) for width, words in WIDTHS.items()], widget=forms.RadioSelect,
    )  # fmt: skip
    grip = forms.ChoiceField(
        label=_("Hands turned"), required=False, error_messages=_WRONG,
        choices=[(grip.value, GRIPS[grip]) for grip in GRIPS_SHOWN], widget=forms.RadioSelect,
    )  # fmt: skip
    path = forms.ChoiceField(
        label=_("Elbows"), required=False, error_messages=_WRONG,
        choices=[(path.value, PATHS[path]) for path in PATHS_SHOWN], widget=forms.RadioSelect,
    )  # fmt: skip


def kit_items(kit: str) -> frozenset[str] | None:
    """What a place of training has; None where the choice is no place."""
    return frozenset(PRESETS[kit]) if kit in _KITS else None
