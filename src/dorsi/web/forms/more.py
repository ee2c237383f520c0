"""What More's pages send: files, settings, and the word that deletes everything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import VolumeGroup
from dorsi.journal.importing.formats import FORMATS
from dorsi.journal.importing.settle import Choices
from dorsi.journal.importing.settled_names import SettledName
from dorsi.journal.model import CustomExercise
from dorsi.journal.names import match_name
from dorsi.journal.other_lifts import other_lifts
from dorsi.languages import lazily_said
from dorsi.units import MassUnit
from dorsi.web.templatetags.dorsi_look import THEMES

DELETE = "DELETE"
"""What has to be typed, in every language."""
MOST_NAMES = 400
_OPEN = {"": None, "yes": True, "no": False}


class ImportForm(forms.Form):
    """A log of another app."""

    file = forms.FileField(
        label=_("The file that the other app exported"),
        help_text=_("CSV, text, JSON, a zip of one of them, or a FitNotes backup. Nothing is kept before you say so."),
        error_messages={"required": _("Choose a file."), "empty": _("That file is empty. Export it once more.")},
    )
    format = forms.ChoiceField(
        label=_("Which app is it from?"),
        required=False,
        choices=[("", _("Dorsi finds out")), *((each.name, lazily_said(each.title)) for each in FORMATS)],
    )


class BackupForm(forms.Form):
    """A backup to restore."""

    file = forms.FileField(
        label=_("A backup that Dorsi made"),
        error_messages={"required": _("Choose a file."), "empty": _("That file is empty.")},
    )


class SettingsForm(forms.Form):
    """Unit and time zone. The unit is left out where the programme under way has settled it."""

    units = forms.ChoiceField(
        label=_("Loads in"),
        help_text=_("For the log, your progress and what you type, until a programme says which unit is yours."),
        choices=[(MassUnit.KG.value, _("kilograms")), (MassUnit.LB.value, _("pounds"))],
        widget=forms.RadioSelect,
    )
    zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("It decides when your day begins and ends."),
        required=False,
        error_messages={"invalid_choice": _("There is no such time zone.")},
    )

    def __init__(self, data: Any = None, *, units: MassUnit, zone: str, has_plan: bool) -> None:
        super().__init__(data, initial={"units": units.value, "zone": zone})
        if has_plan:
            del self.fields["units"]
        field = self.fields["zone"]
        assert isinstance(field, forms.ChoiceField), "zones are chosen from a list"
        field.choices = zones()


class ThemeForm(forms.Form):
    """Light, dark, or as the device has it."""

    theme = forms.ChoiceField(choices=[(theme, theme) for theme in THEMES])


class DeleteForm(forms.Form):
    """The word that deletes everything."""

    word = forms.CharField(
        label=_("Type DELETE to go on"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Type DELETE, in capitals.")},
    )

    def clean_word(self) -> str:
        """The word, if it is the one."""
        word: str = self.cleaned_data["word"]
        if word.strip() != DELETE:
            raise forms.ValidationError(_("Type DELETE, in capitals."))
        return word


@cache
def zones() -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """Time zones under their part of the world. The system is asked once, which takes 60 ms."""
    regions: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(available_timezones()):
        region, _slash, city = name.partition("/")
        if city and region not in ("Etc", "SystemV", "posix", "right"):
            regions.setdefault(region, []).append((name, city.replace("_", " ").replace("/", ", ")))
    return (("UTC", [("UTC", "UTC")]), *regions.items())


def told_of_import(data: QueryDict) -> dict[str, Any]:
    """What the preview's page said about a file: its unit, dates, zone, body-weight loads and names.

    `strange` holds what was typed for names of which Dorsi knows no exercise.
    """
    names: dict[str, str] = {}
    muscles: dict[str, str] = {}
    strange: dict[str, str] = {}
    for number in range(MOST_NAMES):
        theirs, typed = data.get(f"theirs-{number}"), data.get(f"typed-{number}", "").strip()
        if theirs is None:
            break
        found = match_name(typed).exercise if typed else data.get(f"ours-{number}", "")
        if found:
            names[theirs] = found
        elif typed:
            strange[theirs] = typed
        if muscle := data.get(f"muscle-{number}", ""):
            muscles[theirs] = muscle
    told = {key: data.get(key, "") for key in ("unit", "dates", "zone", "body")}
    return {**told, "names": names, "muscles": muscles, "strange": strange}


def day_first(told: Mapping[str, Any]) -> bool | None:
    """How 3/4/2024 is meant; None where nobody said."""
    return _OPEN.get(str(told.get("dates", "")))


def choices_of(told: Mapping[str, Any], home: str) -> Choices:
    """What was said about a file, for the importer; `home` is the person's own zone.

    Names of exercises that do not exist are passed over: they did not come from the page.
    """
    unit = str(told.get("unit", ""))
    known = {*load_atlas().exercises, *other_lifts()}
    names = {str(theirs): str(ours) for theirs, ours in dict(told.get("names", {})).items() if ours in known}
    chosen = str(told.get("zone", ""))
    offered = {name for _region, cities in zones() for name, _city in cities}
    return Choices(
        unit=MassUnit(unit) if unit in set(MassUnit) else None,
        zone=chosen if chosen in offered else "",
        home=home,
        names=names,
        body_counted=_OPEN.get(str(told.get("body", ""))),
    )


def descriptions_of(told: Mapping[str, Any], unknown: tuple[SettledName, ...]) -> dict[str, CustomExercise]:
    """Exercises of one's own for which the page said what they train, by id."""
    muscles = dict(told.get("muscles", {}))
    atlas = load_atlas()
    found = {}
    for name in unknown:
        group = muscles.get(name.theirs, "")
        if group in set(VolumeGroup):
            trained = dict.fromkeys(atlas.group_muscles[VolumeGroup(group)], 1.0)
            found[name.exercise] = CustomExercise(
                id=name.exercise, name=name.theirs, loading=name.loading, muscles=trained
            )
    return found


THEME_NAMES: Mapping[str, Promise] = {"auto": _("As the device"), "light": _("Light"), "dark": _("Dark")}
