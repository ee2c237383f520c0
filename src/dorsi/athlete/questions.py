"""The questionnaire as data: five steps of plain questions, each with the reason for asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dorsi.athlete.answer_reading import check_answer, choices_of, units_of
from dorsi.athlete.answers import Equipment
from dorsi.athlete.model import Pace, Regularity, Sex, Weekday
from dorsi.athlete.question import AnswerKind, Answers, Choice, Question, Step, Wrong
from dorsi.athlete.ranges import RANGES
from dorsi.athlete.screened import items_of
from dorsi.athlete.screening import ADULT_AGE, PRESSURE_HIGH
from dorsi.athlete.screening_questions import Kind, questions_of
from dorsi.atlas.equipment import GROUPS, PRESETS

__all__ = [
    "QUESTIONS",
    "SIGNS",
    "AnswerKind",
    "Answers",
    "Choice",
    "Progress",
    "Question",
    "Step",
    "Wrong",
    "check_answer",
    "choices_of",
    "document_of",
    "progress",
    "units_of",
]

SIGNS = "screening.yes."
"""What the ids of the grouped health questions begin with; the kind of sign follows."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Checked answers so far, and the next question; None when all are answered."""

    answers: dict[str, Any]
    question: Question | None


def progress(texts: Mapping[str, str]) -> Progress:
    """How far typed answers (by question id) get through the questionnaire.

    Answers are checked anew and stop at the first that is missing or no longer fits, so that a kept
    draft can be trusted however old it is. Questions that do not apply are passed over.
    """
    answers: dict[str, Any] = {}
    for question in QUESTIONS:
        if not question.applies(answers):
            continue
        value = check_answer(question, texts[question.id], answers) if question.id in texts else Wrong("")
        if isinstance(value, Wrong):
            return Progress(answers, question)
        answers[question.id] = value
    return Progress(answers, None)


def document_of(answers: Answers) -> dict[str, Any]:
    """Checked answers as the mapping of an athlete file; skipped ones are left out."""
    document: dict[str, Any] = {}
    signs: list[str] = []
    for path, value in answers.items():
        if path.startswith(SIGNS):
            signs += _listed(value)
        elif value is not None:
            _put(document, path, value)
    if signs:
        _put(document, SIGNS.rstrip("."), signs)
    return document


def _put(document: dict[str, Any], path: str, value: object) -> None:
    *tables, key = path.split(".")
    for table in tables:
        document = document.setdefault(table, {})
    document[key] = value


def _owns(item: str, answers: Answers) -> bool:
    gear = Equipment(
        preset=str(answers.get("equipment.preset") or "none"),
        add=_listed(answers.get("equipment.add")),
        remove=_listed(answers.get("equipment.remove")),
    )
    return bool(items_of(gear) & {item, *GROUPS.get(item, ())})


def _listed(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _number(answers: Answers, key: str) -> float:
    value = answers.get(key)
    return value if isinstance(value, int | float) else 0


def _needs_clearance(answers: Answers) -> bool:
    high = any(
        _number(answers, f"screening.{name}") >= limit
        for name, limit in zip(("systolic", "diastolic"), PRESSURE_HIGH, strict=True)
    )
    return high or bool(answers.get(SIGNS + Kind.CLEARANCE.value))


def _goal(part: str, prompt: str, why: str, default: str) -> Question:
    return Question(
        id=f"goal.{part}",
        step=Step.TRAINING,
        prompt=prompt,
        why=why,
        kind=AnswerKind.WHOLE,
        default=default,
        limits=RANGES[f"goal.{part}"],
    )


def _signs(kind: Kind, prompt: str, why: str) -> Question:
    return Question(
        id=SIGNS + kind.value,
        step=Step.HEALTH,
        prompt=prompt,
        why=why,
        kind=AnswerKind.SIGNS,
        choices=tuple(Choice(question.id, question.prompt) for question in questions_of(kind)),
    )


_YOU = (
    Question(
        id="name",
        step=Step.YOU,
        prompt="What shall the plan call you?",
        why="It stands at the top of the plan and is used for nothing else.",
        kind=AnswerKind.TEXT,
        default="Athlete",
    ),
    Question(
        id="units",
        step=Step.YOU,
        prompt="Kilograms or pounds?",
        why="Every load you type and read is in this unit.",
        kind=AnswerKind.CHOICE,
        default="kg",
        choices=(Choice("kg", "kilograms"), Choice("lb", "pounds")),
    ),
    Question(
        id="age",
        step=Step.YOU,
        prompt="How old are you?",
        why="Under 18 and over 65 the plan starts more carefully.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["age"],
    ),
    Question(
        id="guardian_consent",
        step=Step.YOU,
        prompt="Does a parent or guardian agree to your training?",
        why="Under 18 their consent is needed, and someone qualified to watch.",
        kind=AnswerKind.YES_NO,
        ask_if=lambda answers: _number(answers, "age") < ADULT_AGE,
    ),
    Question(
        id="sex",
        step=Step.YOU,
        prompt="Female, male, or rather not say?",
        why="Only first guesses of strength and the questions on pregnancy depend on it.",
        kind=AnswerKind.CHOICE,
        default="unstated",
        choices=(
            Choice(Sex.FEMALE.value, "female"),
            Choice(Sex.MALE.value, "male"),
            Choice(Sex.UNSTATED.value, "rather not say"),
        ),
    ),
    Question(
        id="body_mass",
        step=Step.YOU,
        prompt="What do you weigh?",
        why="In a pull-up you lift yourself, so your weight is part of the load.",
        kind=AnswerKind.NUMBER,
        limits=RANGES["body_mass"],
    ),
    Question(
        id="height_cm",
        step=Step.YOU,
        prompt="How tall are you, in centimetres?",
        why="Food targets use it; the training plan does without.",
        kind=AnswerKind.NUMBER,
        limits=RANGES["height_cm"],
        optional=True,
    ),
)

_TRAINING = (
    Question(
        id="training_age_months",
        step=Step.TRAINING,
        prompt="How many months have you trained with weights, leaving out long breaks?",
        why="It decides how many sets you start with.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["training_age_months"],
    ),
    Question(
        id="regularity",
        step=Step.TRAINING,
        prompt="How steady were the last three months?",
        why="After a break the plan starts a level lower and grows back.",
        kind=AnswerKind.CHOICE,
        default="regular",
        choices=(
            Choice(Regularity.REGULAR.value, "most weeks, as planned"),
            Choice(Regularity.ON_AND_OFF.value, "now and then"),
            Choice(Regularity.RETURNING.value, "coming back after a break"),
        ),
    ),
    Question(
        id="weeks_off",
        step=Step.TRAINING,
        prompt="How many weeks is it since you last trained?",
        why="From four weeks on, the first sessions hold back to spare your muscles.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["weeks_off"],
        ask_if=lambda answers: answers.get("regularity") != Regularity.REGULAR.value,
    ),
    Question(
        id="pace",
        step=Step.TRAINING,
        prompt="How often can you still add weight to a lift?",
        why="It tells a beginner from an advanced lifter better than years do.",
        kind=AnswerKind.CHOICE,
        default="weekly-to-monthly",
        choices=(
            Choice(Pace.EVERY_SESSION.value, "nearly every session"),
            Choice(Pace.WEEKLY_TO_MONTHLY.value, "every week to every month"),
            Choice(Pace.SLOWER.value, "less often than monthly"),
        ),
        ask_if=lambda answers: _number(answers, "training_age_months") >= 6,
    ),
    Question(
        id="max_pull_ups",
        step=Step.TRAINING,
        prompt="How many strict pull-ups can you do from a full hang?",
        why="It opens or closes the ladder from the pulldown to weighted pull-ups. Skipped counts as none.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["max_pull_ups"],
        optional=True,
    ),
    Question(
        id="known_set",
        step=Step.TRAINING,
        prompt="Hard sets you remember, like 'deadlift 120 x 5 @ 2; chin-up 0 x 8' (@ 2: two reps left in hand)",
        why="First loads come from these; without them the plan finds them in the first session.",
        kind=AnswerKind.KNOWN_SETS,
        optional=True,
    ),
    Question(
        id="trunk_ready",
        step=Step.TRAINING,
        prompt="Can you hold a plank for 60 s and do 15 clean back extensions?",
        why="A trunk that tires early is a reason to begin the deadlift lighter.",
        kind=AnswerKind.YES_NO,
        optional=True,
    ),
    _goal("width", "How much does width matter (0 not at all, 5 most)?", "Width is mostly the lats.", "3"),
    _goal("thickness", "How much does thickness matter (0-5)?", "Thickness is mostly what rows train.", "3"),
    _goal("lower_back", "How much does the lower back matter (0-5)?", "It gets hinges and extensions.", "1"),
    _goal(
        "balance",
        "How much does balance matter (0-5)?",
        "Balance is the middle and lower trapezius and the rear shoulder.",
        "2",
    ),
    _goal("strength", "How much does strength matter (0-5)?", "Strength wants heavier sets of fewer reps.", "1"),
    Question(
        id="powerlifter",
        step=Step.TRAINING,
        prompt="Do you compete in powerlifting?",
        why="Then the back work leaves room for squat, bench and deadlift.",
        kind=AnswerKind.YES_NO,
        default="no",
    ),
    Question(
        id="straps",
        step=Step.TRAINING,
        prompt="Do you use lifting straps?",
        why="Straps on the heaviest sets let the back work on when the hands give out.",
        kind=AnswerKind.YES_NO,
        default="no",
    ),
    Question(
        id="behind_the_head",
        step=Step.TRAINING,
        prompt="Do you want pulldowns behind the head to be allowed?",
        why="They train nothing extra and ask much of the shoulder, so they are off unless you want them.",
        kind=AnswerKind.YES_NO,
        default="no",
    ),
)

_WEEK = (
    Question(
        id="days",
        step=Step.WEEK,
        prompt="On which days could you train your back?",
        why="The plan picks from these and keeps rest between them.",
        kind=AnswerKind.SEVERAL,
        default="mon, thu",
        choices=tuple(Choice(day.value, day.label) for day in Weekday),
    ),
    Question(
        id="minutes",
        step=Step.WEEK,
        prompt="How many minutes do you have for a session?",
        why="Warm-up, sets and rests have to fit.",
        kind=AnswerKind.WHOLE,
        default="60",
        limits=RANGES["minutes"],
    ),
    Question(
        id="sessions_per_week",
        step=Step.WEEK,
        prompt="How many back sessions a week do you want?",
        why="Skip it and the plan decides; two serve most people.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["sessions_per_week"],
        optional=True,
    ),
    Question(
        id="weeks",
        step=Step.WEEK,
        prompt="How many weeks shall the plan run?",
        why="Long enough to see progress, short enough to change what does not work.",
        kind=AnswerKind.WHOLE,
        default="8",
        limits=RANGES["weeks"],
    ),
    Question(
        id="other_training",
        step=Step.WEEK,
        prompt="What else do you train, like 'tue chest; wed legs' (chest, shoulders, rear-delts, legs, arms, abs)?",
        why="Heavy legs next to heavy deadlifts, or arms before pull-ups, would cost you both.",
        kind=AnswerKind.OTHER_TRAINING,
        optional=True,
    ),
)

_GYM = (
    Question(
        id="equipment.preset",
        step=Step.GYM,
        prompt="Where do you train?",
        why="Only exercises that you can do there are planned.",
        kind=AnswerKind.CHOICE,
        default="full-gym",
        choices=tuple(Choice(preset, preset.replace("-", " ")) for preset in PRESETS),
    ),
    Question(
        id="equipment.add",
        step=Step.GYM,
        prompt="What is there besides, like 'rings, kettlebells'?",
        why="Name single items, or groups: pulley, machines, bench, cardio.",
        kind=AnswerKind.EQUIPMENT,
        optional=True,
    ),
    Question(
        id="equipment.remove",
        step=Step.GYM,
        prompt="What is missing or always taken, like 'trap-bar'?",
        why="A plan that waits for a machine is not followed.",
        kind=AnswerKind.EQUIPMENT,
        optional=True,
    ),
    Question(
        id="equipment.bar",
        step=Step.GYM,
        prompt="What does the empty barbell weigh?",
        why="Loads are rounded down to what bar and plates can make. Skip it for the usual 20 kg or 45 lb.",
        kind=AnswerKind.NUMBER,
        limits=RANGES["equipment.bar"],
        optional=True,
        ask_if=lambda answers: _owns("barbell", answers),
    ),
    Question(
        id="equipment.plates",
        step=Step.GYM,
        prompt="Which plates are there (in pairs), like '20 10 5 2.5 1.25'?",
        why="The smallest pair is the smallest step. Skip it for the usual set.",
        kind=AnswerKind.MASSES,
        limits=RANGES["equipment.plates"],
        optional=True,
        ask_if=lambda answers: any(_owns(item, answers) for item in ("barbell", "trap-bar", "t-bar", "dip-belt")),
    ),
    Question(
        id="equipment.dumbbells",
        step=Step.GYM,
        prompt="Which dumbbells are there, like '4 to 24 by 2'?",
        why="Sets are planned with dumbbells that exist.",
        kind=AnswerKind.DUMBBELLS,
        optional=True,
        ask_if=lambda answers: _owns("dumbbells", answers),
    ),
    Question(
        id="equipment.stack_step",
        step=Step.GYM,
        prompt="How far apart are the plates of the cable stack?",
        why="The next load has to be one the stack can make. Skip it for the usual 5 kg or 10 lb.",
        kind=AnswerKind.NUMBER,
        limits=RANGES["equipment.stack_step"],
        optional=True,
        ask_if=lambda answers: _owns("pulley", answers) or _owns("machines", answers),
    ),
    Question(
        id="equipment.kettlebells",
        step=Step.GYM,
        prompt="Which kettlebells are there, like '12 16 24'?",
        why="They come in large steps, so the plan widens the reps in between.",
        kind=AnswerKind.MASSES,
        limits=RANGES["equipment.kettlebells"],
        optional=True,
        ask_if=lambda answers: _owns("kettlebells", answers),
    ),
    Question(
        id="liked",
        step=Step.GYM,
        prompt="Exercises you like, separated by commas",
        why="Where two serve alike, the plan takes the one you like.",
        kind=AnswerKind.EXERCISES,
        optional=True,
    ),
    Question(
        id="disliked",
        step=Step.GYM,
        prompt="Exercises you would rather not do",
        why="They come in only where nothing else does the job.",
        kind=AnswerKind.EXERCISES,
        optional=True,
    ),
    Question(
        id="never",
        step=Step.GYM,
        prompt="Exercises you will not do",
        why="They are never planned, even if that costs something.",
        kind=AnswerKind.EXERCISES,
        optional=True,
    ),
)

_HEALTH = (
    _signs(
        Kind.EMERGENCY,
        "First the rare and grave ones. Do you have any of these?",
        "They cannot wait for an appointment.",
    ),
    _signs(Kind.URGENT, "Any of these?", "A clinician should look at them before you load your back."),
    _signs(
        Kind.CLEARANCE,
        "Does any of these apply to you?",
        "Training is often possible and good, once someone who knows you agrees.",
    ),
    _signs(
        Kind.ADAPT,
        "And any of these?",
        "They rule nothing out; the plan picks other exercises or holds back a little.",
    ),
    Question(
        id="screening.systolic",
        step=Step.HEALTH,
        prompt="Your last blood pressure, the upper number, if you know it",
        why="Lifting raises it for a moment, which a very high one does not leave room for.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["screening.systolic"],
        optional=True,
    ),
    Question(
        id="screening.diastolic",
        step=Step.HEALTH,
        prompt="And the lower number",
        why="The two belong together.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["screening.diastolic"],
        ask_if=lambda answers: answers.get("screening.systolic") is not None,
    ),
    Question(
        id="screening.pregnancy_weeks",
        step=Step.HEALTH,
        prompt="In which week of pregnancy are you?",
        why="After the first trimester the plan avoids lying flat, climbing and falling.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["screening.pregnancy_weeks"],
        optional=True,
        ask_if=lambda answers: "pregnant" in _listed(answers.get(SIGNS + Kind.CLEARANCE.value)),
    ),
    Question(
        id="screening.weeks_postpartum",
        step=Step.HEALTH,
        prompt="How many weeks ago did you give birth?",
        why="The pelvic floor and the belly wall need time first.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["screening.weeks_postpartum"],
        optional=True,
        ask_if=lambda answers: "recent-birth" in _listed(answers.get(SIGNS + Kind.CLEARANCE.value)),
    ),
    Question(
        id="clinician_ok",
        step=Step.HEALTH,
        prompt="Has a clinician who knows of it agreed that you may lift?",
        why="Dorsi cannot examine you; this yes has to come from someone who can.",
        kind=AnswerKind.YES_NO,
        ask_if=_needs_clearance,
    ),
    Question(
        id="discomfort",
        step=Step.HEALTH,
        prompt="Does anything ache, 0-10, like 'lower-back 3; shoulder 2' (a place or an exercise)?",
        why="From 3 the plan spares the place, from 5 it works around it.",
        kind=AnswerKind.DISCOMFORTS,
        optional=True,
    ),
)

QUESTIONS: tuple[Question, ...] = (*_YOU, *_TRAINING, *_WEEK, *_GYM, *_HEALTH)
"""All questions in the order they are asked."""
