"""Template filters that put training numbers into words: loads, reps, days, lengths of time, evidence grades."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.atlas.model import Grade
from dorsi.languages import known, said
from dorsi.program.writing import rest_text
from dorsi.units import MassUnit, from_kg, number
from dorsi.web.pages.atlas_words import GRADES

register = template.Library()


def localised(value: float) -> str:
    """A number with at most two decimals and no trailing zeros, with the language's decimal mark."""
    plain = number(value)
    decimals = len(plain.partition(".")[2])
    return number_format(plain, decimal_pos=decimals)


@register.filter
def mass(mass_kg: float, units: MassUnit = MassUnit.KG) -> str:
    """Kilograms as a load in the athlete's unit: '62.5 kg', '137.8 lb'."""
    value = from_kg(mass_kg, units)
    return f"{localised(round(value, 1) if units is MassUnit.LB else value)} {units.value}"


@register.filter
def reps(span: tuple[float, float]) -> str:
    """A range of reps: '6–12', or '10' where both ends agree."""
    low, high = localised(span[0]), localised(span[1])
    return low if low == high else f"{low}–{high}"


@register.filter
def day(value: date) -> str:
    """A day as people say it: 'Mon 23 November'."""
    return date_format(value, "D j F")


@register.filter
def minutes(value: float) -> str:
    """A length of time in whole minutes: '55 min'."""
    return _("%(count)d min") % {"count": round(value)}


@register.filter
def rest(span_s: tuple[int, int]) -> str:
    """A rest between sets: '90 s', '2-3 min'."""
    return said(rest_text(span_s))


register.filter("said", said)
register.filter("known", known)


@register.filter
def grade(value: Grade) -> str:
    """An evidence grade in words."""
    return said(value.says)


@register.filter
def grade_word(value: Grade) -> str:
    """An evidence grade as one word: 'Moderate'."""
    return str(GRADES[value])


@register.filter
def sets(count: int) -> str:
    """A number of sets in words: '1 set', '4 sets'."""
    return ngettext("%(count)d set", "%(count)d sets", count) % {"count": count}
