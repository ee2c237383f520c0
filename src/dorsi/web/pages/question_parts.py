"""The questionnaire cut into screens: which questions stand together, and how a page words them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dorsi.athlete.questions import QUESTIONS, Question, Step

SLUGS: Mapping[Step, str] = {
    Step.YOU: "you",
    Step.TRAINING: "training",
    Step.WEEK: "week",
    Step.GYM: "gym",
    Step.HEALTH: "health",
}
STEP_NAMES: Mapping[Step, Promise] = {
    Step.YOU: _("You"),
    Step.TRAINING: _("Training"),
    Step.WEEK: _("Week"),
    Step.GYM: _("Gym"),
    Step.HEALTH: _("Health"),
}
BY_ID: Mapping[str, Question] = {question.id: question for question in QUESTIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One screen: `ids` of its questions in order, of which those in `finer` hide until asked for."""

    step: Step
    number: int
    title: Promise
    lede: Promise
    ids: tuple[str, ...]
    finer: frozenset[str] = frozenset()

    @property
    def slug(self) -> str:
        """The step's word in addresses."""
        return SLUGS[self.step]


PARTS: tuple[Part, ...] = (
    Part(
        step=Step.YOU,
        number=1,
        title=_("First, you"),
        lede=_("Enough to know what you lift when you lift yourself."),
        ids=("name", "units", "age", "guardian_consent", "sex", "body_mass", "height_cm"),
    ),
    Part(
        step=Step.TRAINING,
        number=1,
        title=_("How far have you come?"),
        lede=_("It decides how much work you start with."),
        ids=("training_age_months", "regularity", "weeks_off", "pace"),
    ),
    Part(
        step=Step.TRAINING,
        number=2,
        title=_("What can you lift today?"),
        lede=_("What you do not know, the first sessions find out."),
        ids=("max_pull_ups", "trunk_ready", "known_set"),
    ),
    Part(
        step=Step.TRAINING,
        number=3,
        title=_("What do you want?"),
        lede=_("From 0, not at all, to 5, most of all."),
        ids=(
            "goal.width", "goal.thickness", "goal.lower_back", "goal.balance", "goal.strength",
            "powerlifter", "straps", "behind_the_head",
        ),
        finer=frozenset({"powerlifter", "straps", "behind_the_head"}),
    ),
    Part(
        step=Step.WEEK,
        number=1,
        title=_("When can you train?"),
        lede=_("The plan fits your week, not the other way round."),
        ids=("days", "minutes", "sessions_per_week", "weeks", "other_training"),
        finer=frozenset({"other_training"}),
    ),
    Part(
        step=Step.GYM,
        number=1,
        title=_("Where do you train?"),
        lede=_("Only what you can do there is planned."),
        ids=("equipment.preset", "equipment.add", "equipment.remove"),
    ),
    Part(
        step=Step.GYM,
        number=2,
        title=_("Loads and likes"),
        lede=_("All of it can stay empty: the usual sizes hold."),
        ids=(
            "equipment.bar", "equipment.trap_bar", "equipment.plates", "equipment.dumbbells", "equipment.stack_step",
            "equipment.kettlebells", "liked", "disliked", "never",
        ),
        finer=frozenset(
            {f"equipment.{load}" for load in ("bar", "trap_bar", "plates", "dumbbells", "stack_step", "kettlebells")}
        ),
    ),
    Part(
        step=Step.HEALTH,
        number=1,
        title=_("Rare and grave signs first"),
        lede=_("A yes here cannot wait. Tick what you have now."),
        ids=("screening.yes.emergency",),
    ),
    Part(
        step=Step.HEALTH,
        number=2,
        title=_("Signs to have looked at"),
        lede=_("A clinician should see these before you load your back."),
        ids=("screening.yes.urgent",),
    ),
    Part(
        step=Step.HEALTH,
        number=3,
        title=_("Does any of this apply to you?"),
        lede=_("Training is often possible, once someone who knows you agrees."),
        ids=("screening.yes.clearance", "screening.pregnancy_weeks", "screening.weeks_postpartum"),
    ),
    Part(
        step=Step.HEALTH,
        number=4,
        title=_("What should the plan spare?"),
        lede=_("Nothing here rules training out. The plan works around it."),
        ids=("discomfort", "screening.yes.adapt", "screening.systolic", "screening.diastolic", "clinician_ok"),
    ),
)  # fmt: skip
"""Every question stands on one screen; screens follow the steps, and a question what decides whether it is asked."""

FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "guardian_consent": ("age",),
    "weeks_off": ("regularity",),
    "pace": ("training_age_months",),
    "screening.pregnancy_weeks": ("screening.yes.clearance",),
    "screening.weeks_postpartum": ("screening.yes.clearance",),
    "screening.diastolic": ("screening.systolic",),
}
"""Questions that are asked only once others on their screen have an answer."""
UPDATES: Mapping[str, tuple[str, ...]] = {
    "age": ("guardian_consent",),
    "regularity": ("weeks_off",),
    "training_age_months": ("pace",),
    "equipment.preset": ("equipment.add",),
    "screening.yes.clearance": ("screening.pregnancy_weeks", "screening.weeks_postpartum"),
    "screening.systolic": ("screening.diastolic", "clinician_ok"),
    "screening.diastolic": ("clinician_ok",),
}
"""What has to be shown anew on a screen once a question is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a page puts a question, where it differs from a terminal: a label, and help in a line."""

    label: Promise
    help: Promise | str = ""


WORDS: Mapping[str, Words] = {
    "name": Words(label=_("What shall the plan call you?")),
    "units": Words(label=_("Kilograms or pounds?")),
    "sex": Words(label=_("Sex")),
    "body_mass": Words(label=_("Body weight")),
    "height_cm": Words(label=_("Height")),
    "training_age_months": Words(label=_("How long have you trained with weights?"), help=_("Leave long breaks out.")),
    "known_set": Words(
        label=_("Hard sets you remember"),
        help=_("With body weight alone the load is 0; help counts below 0. Left: clean reps you still had in you."),
    ),
    "trunk_ready": Words(label=_("Can you hold a plank for 60 s and do 15 clean back extensions?")),
    "goal.width": Words(label=_("Width"), help=_("The lats: the V seen from behind.")),
    "goal.thickness": Words(label=_("Thickness"), help=_("Mid-back and trapezius: what rows build.")),
    "goal.lower_back": Words(label=_("Lower back"), help=_("Hinges and extensions.")),
    "goal.balance": Words(label=_("Balance"), help=_("Rear shoulders, middle and lower trapezius.")),
    "goal.strength": Words(label=_("Strength"), help=_("Heavier sets of fewer reps.")),
    "behind_the_head": Words(label=_("Allow pulldowns behind the head?")),
    "days": Words(label=_("On which days could you train your back?"), help=_("The plan picks the best of them.")),
    "minutes": Words(label=_("How long is a session?")),
    "sessions_per_week": Words(label=_("Back sessions a week")),
    "weeks": Words(label=_("How many weeks shall the plan run?")),
    "other_training": Words(label=_("What else do you train, and when?")),
    "equipment.preset": Words(label=_("Your place")),
    "equipment.add": Words(label=_("What is there"), help=_("Take out what is missing or always taken.")),
    "equipment.bar": Words(label=_("The empty barbell"), help=_("Empty means the usual 20 kg or 45 lb.")),
    "equipment.trap_bar": Words(label=_("The empty trap bar"), help=_("Empty means the usual 25 kg or 55 lb.")),
    "equipment.plates": Words(
        label=_("Plates, each size once"), help=_("Such as 20 10 5 2.5 1.25. Empty means the usual set.")
    ),
    "equipment.dumbbells": Words(label=_("Dumbbells"), help=_("Empty means 2 to 50 kg by 2, or 5 to 100 lb by 5.")),
    "equipment.stack_step": Words(label=_("Step of the cable stack"), help=_("Empty means the usual 5 kg or 10 lb.")),
    "equipment.kettlebells": Words(label=_("Kettlebells"), help=_("Such as 12 16 24. Empty means the usual set.")),
    "liked": Words(label=_("Exercises you love or loathe")),
    "screening.yes.emergency": Words(label=_("Do you have any of these?")),
    "screening.yes.adapt": Words(label=_("Any of these?")),
    "screening.systolic": Words(label=_("Your last blood pressure, upper number"), help=_("If you know it.")),
    "discomfort": Words(label=_("Does anything ache?"), help=_("0 is nothing, 10 the worst imaginable.")),
}

PLACES: Mapping[str, tuple[Promise, Promise]] = {
    "full-gym": (_("Gym"), _("Barbells, cables, machines")),
    "home-dumbbells": (_("Home, dumbbells"), _("Bench and bands as well")),
    "bar-and-rings": (_("Bar and rings"), _("Park, garage, doorway")),
    "hotel": (_("Hotel"), _("Light dumbbells, a treadmill")),
    "none": (_("Nothing at all"), _("Floor and body weight")),
}
"""Each preset of equipment, as a card says it."""


def part_at(slug: str, number: int) -> Part | None:
    """The screen at an address; None where there is none."""
    return next((part for part in PARTS if part.slug == slug and part.number == number), None)


def part_of(question_id: str) -> Part:
    """The screen a question stands on."""
    return next(part for part in PARTS if question_id in part.ids)
