"""What stands in the way of a plan: a referral, or wishes that clash."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dorsi.athlete.questions import SIGNS
from dorsi.athlete.screening import ADULT_AGE, YOUNGEST_AGE
from dorsi.athlete.screening_questions import Kind
from dorsi.errors import Room, TrainingRefused, WishesClash
from dorsi.languages import said
from dorsi.services.questioning import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPage:
    """Why there is no plan now and what to do instead.

    `gravity` is emergency, urgent or consent. `again` says when to come back; empty where no answer can change it.
    """

    gravity: str
    headline: str
    reasons: tuple[str, ...]
    advice: str
    again: str

    @classmethod
    def from_refusal(cls, refused: TrainingRefused, questionnaire: Questionnaire) -> ReferralPage:
        """The page for a refusal that these answers led to."""
        answers = questionnaire.checked(questionnaire.texts)
        age = answers.get("age", ADULT_AGE)
        advice, again = refused.advice, _("Someone has examined it, and my answer has changed")
        if answers.get(f"{SIGNS}{Kind.EMERGENCY}"):
            gravity = "emergency"
        elif age < YOUNGEST_AGE:
            gravity, again = "consent", ""
        elif answers.get(f"{SIGNS}{Kind.URGENT}"):
            gravity = "urgent"
        elif age < ADULT_AGE and not answers.get("guardian_consent"):
            gravity, again = "consent", _("They agree: answer again")
            advice = _("When they agree, come back and say so in the first step.")
        elif answers.get("clinician_ok") is False:
            gravity, again = "consent", _("They agree: answer the health questions again")
            advice = _("If they agree that you may lift, come back and say so. Dorsi then plans within these limits.")
        else:
            gravity = "urgent"
        return cls(
            gravity=gravity,
            headline=said(refused.headline),
            reasons=tuple(_(reason) for reason in refused.reasons),
            advice=_(advice),
            again=again,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One change that would make room; `number` sends it, None where it is not one to tap."""

    says: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashPage:
    """Wishes that no safe programme fits together, and what would help."""

    wishes: tuple[str, ...]
    remedies: tuple[Remedy, ...]

    @classmethod
    def from_clash(cls, clash: WishesClash) -> ClashPage:
        """The page for a clash."""
        pairs = enumerate(zip(clash.remedies, clash.rooms, strict=True))
        return cls(
            wishes=tuple(_capital(wish) for wish in clash.wishes),
            remedies=tuple(
                Remedy(says=_capital(says), number=None if room == Room() else number) for number, (says, room) in pairs
            ),
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
