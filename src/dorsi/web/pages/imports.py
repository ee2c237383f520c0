"""What an import would bring, laid out to be judged, and the imports there were."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import VolumeGroup
from dorsi.journal.importing.foreign import Fate, Guess
from dorsi.journal.importing.formats import FORMATS
from dorsi.journal.importing.oddities import Oddity
from dorsi.journal.importing.preview import Preview
from dorsi.journal.importing.settled_names import SettledName
from dorsi.journal.names import normal_name
from dorsi.journal.other_lifts import other_lifts
from dorsi.languages import said
from dorsi.services.importing import ImportRecord
from dorsi.web.forms.more import MOST_NAMES, ImportForm, zones
from dorsi.web.pages.question_fields import Group, Option

SHOWN = 12
"""Rows of a list before it says how many more there are."""
_ROWS_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportsPage:
    """A file to bring, and what was brought, newest first."""

    form: ImportForm
    records: tuple[ImportRecord, ...]

    @classmethod
    def from_records(cls, form: ImportForm, records: Sequence[ImportRecord]) -> ImportsPage:
        """The page with the imports of the past."""
        return cls(form=form, records=tuple(reversed(records)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the file does not say: what was taken for granted and why; `name` sends another answer.

    Without a name there is nothing to answer.
    """

    says: str
    name: str = ""
    options: tuple[Option, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownExercise:
    """A name that nobody knows, with exercises of ours that come near and what was chosen or typed for it."""

    number: int
    theirs: str
    sets: int
    near: tuple[Option, ...]
    typed: str
    wrong: str
    muscles: tuple[Option, ...]

    @property
    def is_own(self) -> bool:
        """True while it stays an exercise of the athlete's own."""
        return not self.typed and not any(option.chosen for option in self.near)


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRows:
    """Rows left out for one reason: how many, and the first of them with their lines."""

    reason: str
    count: int
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """A file before it is kept."""

    file: str
    app: str
    sessions: int
    sets: int
    first: date | None
    last: date | None
    rows: tuple[str, ...]
    new: tuple[str, ...]
    there: int
    deleted: int
    brings_nothing: bool
    read_before: datetime | None
    questions: tuple[Question, ...]
    oddities: tuple[Oddity, ...]
    more_oddities: int
    matched: tuple[SettledName, ...]
    more_matched: int
    same: int
    unknown: tuple[UnknownExercise, ...]
    more_unknown: int
    names: tuple[str, ...]
    rejected: tuple[RejectedRows, ...]

    @classmethod
    def from_preview(cls, preview: Preview, told: Mapping[str, Any]) -> PreviewPage:
        """The page for a preview, with what was said about the file before."""
        answered = dict(told.get("names", {}))
        to_settle = [*preview.unknown, *(name for name in preview.matched if name.theirs in answered)]
        to_settle.sort(key=lambda name: (-name.sets, name.theirs))
        renamed = [
            name
            for name in preview.matched
            if name.theirs not in answered and normal_name(name.theirs) != normal_name(name.ours)
        ]
        renamed.sort(key=lambda name: (name.score, -name.sets, name.theirs))
        return cls(
            file=preview.file,
            app=next((each.title for each in FORMATS if each.name == preview.format), preview.format),
            sessions=preview.sessions,
            sets=preview.sets,
            first=preview.first,
            last=preview.last,
            rows=tuple(_FATES[fate](count) for fate, count in preview.fates.items() if count),
            new=tuple(_news(preview)),
            there=preview.sets_there,
            deleted=preview.sets_deleted,
            brings_nothing=preview.brings_nothing,
            read_before=preview.read_before,
            questions=(*(_question(guess, told) for guess in preview.guesses), *_answered(preview, told)),
            oddities=preview.oddities[:SHOWN],
            more_oddities=max(0, len(preview.oddities) - SHOWN),
            matched=tuple(renamed[:SHOWN]),
            more_matched=max(0, len(renamed) - SHOWN),
            same=len(preview.matched) - len(renamed) - len(answered),
            unknown=tuple(_unknown(number, name, told) for number, name in enumerate(to_settle[:MOST_NAMES])),
            more_unknown=max(0, len(to_settle) - MOST_NAMES),
            names=every_name() if to_settle else (),
            rejected=tuple(
                RejectedRows(
                    reason=said(reason),
                    count=len(rows),
                    rows=tuple((row.line, row.text) for row in rows[:_ROWS_SHOWN]),
                )
                for reason, rows in preview.rejected_by_reason
            ),
        )


_FATES: Mapping[Fate, Callable[[int], str]] = {
    Fate.SET: lambda n: ngettext("%(n)d set", "%(n)d sets", n) % {"n": n},
    Fate.REST: lambda n: ngettext("%(n)d rest", "%(n)d rests", n) % {"n": n},
    Fate.NOTE: lambda n: ngettext("%(n)d note", "%(n)d notes", n) % {"n": n},
    Fate.MEASUREMENT: lambda n: ngettext("%(n)d body measurement", "%(n)d body measurements", n) % {"n": n},
    Fate.HEADING: lambda n: ngettext("%(n)d repeated heading", "%(n)d repeated headings", n) % {"n": n},
    Fate.NOT_DONE: lambda n: (
        ngettext("%(n)d set planned and never ticked off", "%(n)d sets planned and never ticked off", n) % {"n": n}
    ),
    Fate.REJECTED: lambda n: ngettext("%(n)d row not understood", "%(n)d rows not understood", n) % {"n": n},
}


def _news(preview: Preview) -> list[str]:
    counts: tuple[tuple[int, Callable[[int], str]], ...] = (
        (preview.new_sessions, lambda n: ngettext("%(n)d session", "%(n)d sessions", n)),
        (preview.extended_sessions, lambda n: ngettext("more of %(n)d session", "more of %(n)d sessions", n)),
        (preview.new_sets, lambda n: ngettext("%(n)d set", "%(n)d sets", n)),
        (preview.new_things, lambda n: ngettext("%(n)d entry beside them", "%(n)d entries beside them", n)),
    )
    return [words(count) % {"n": count} for count, words in counts if count]


def _question(guess: Guess, told: Mapping[str, Any]) -> Question:
    says = _capital(said(guess.what))
    if guess.evidence:
        says = _("%(what)s: %(evidence)s.") % {"what": says, "evidence": said(guess.evidence)}
    answer = str(told.get(guess.option, ""))
    if guess.option == "zone":
        groups = tuple(
            Group(label=region, options=tuple(Option(value=v, label=n, chosen=v == answer) for v, n in cities))
            for region, cities in zones()
        )
        return Question(says=says, name="zone", groups=groups)
    pairs = _ANSWERS.get(guess.option)
    if pairs is None:
        return Question(says=says)
    options = (("", _("As guessed")), *((value, words()) for value, words in pairs))
    return Question(
        says=says,
        name=guess.option,
        options=tuple(Option(value=value, label=label, chosen=value == answer) for value, label in options),
    )


_ANSWERS: Mapping[str, tuple[tuple[str, Callable[[], str]], ...]] = {
    "unit": (("kg", lambda: _("Kilograms")), ("lb", lambda: _("Pounds"))),
    "dates": (("yes", lambda: _("Day first")), ("no", lambda: _("Month first"))),
    "body": (("no", lambda: _("Added weight only")), ("yes", lambda: _("Body counted"))),
}


_SAID: Mapping[str, Callable[[], str]] = {
    "unit": lambda: _("Loads are in the unit you said."),
    "dates": lambda: _("Dates are read as you said."),
    "body": lambda: _("Loads of body-weight lifts are read as you said."),
    "zone": lambda: _("Times of day are those of the place you said."),
}


def _answered(preview: Preview, told: Mapping[str, Any]) -> Iterator[Question]:
    """What was said before and is therefore no guess any more, still to be changed."""
    guessed = {guess.option for guess in preview.guesses}
    for option, says in _SAID.items():
        if told.get(option) and option not in guessed:
            yield _question(Guess(what=says(), evidence="", option=option), told)


def _unknown(number: int, name: SettledName, told: Mapping[str, Any]) -> UnknownExercise:
    muscle = dict(told.get("muscles", {})).get(name.theirs, "")
    strange = str(dict(told.get("strange", {})).get(name.theirs, ""))
    chosen = dict(told.get("names", {})).get(name.theirs, "")
    near = tuple(Option(value=each, label=called(each), chosen=each == chosen) for each in name.nearest)
    elsewhere = bool(chosen) and not any(option.chosen for option in near)
    return UnknownExercise(
        number=number,
        theirs=name.theirs,
        sets=name.sets,
        near=near,
        typed=called(chosen) if elsewhere else strange,
        wrong=_("Dorsi knows no exercise of that name.") if strange else "",
        muscles=tuple(
            Option(value=group.value, label=said(group.label), chosen=group.value == muscle) for group in VolumeGroup
        ),
    )


def every_name() -> tuple[str, ...]:
    """Names of all exercises of ours and of lifts that Dorsi knows beside the back."""
    ours = [said(exercise.name) for exercise in load_atlas().exercises.values() if exercise.is_work]
    return tuple(sorted((*ours, *(said(lift.name) for lift in other_lifts().values()))))


def called(exercise_id: str) -> str:
    """What an exercise of ours is called in a list."""
    exercise = load_atlas().exercises.get(exercise_id)
    lift = other_lifts().get(exercise_id)
    return said(exercise.short) if exercise is not None else said(lift.name) if lift is not None else exercise_id


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
