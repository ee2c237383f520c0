"""The first three steps of the questionnaire: you, your training, your week."""

from __future__ import annotations

from dorsi.athlete.model import Pace, Regularity, Sex, Weekday
from dorsi.athlete.question import AnswerKind, Choice, Question, Step
from dorsi.athlete.questions_so_far import number_in
from dorsi.athlete.ranges import RANGES
from dorsi.athlete.screening import ADULT_AGE


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


YOU = (
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
        ask_if=lambda answers: number_in(answers, "age") < ADULT_AGE,
    ),
    Question(
        id="sex",
        step=Step.YOU,
        prompt="Female, male, or rather not say?",
        why="For comparing strength with others' later on; no number of the plan depends on it.",
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
        why="For your own records; the training plan does without.",
        kind=AnswerKind.NUMBER,
        limits=RANGES["height_cm"],
        optional=True,
    ),
)

TRAINING = (
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
        ask_if=lambda answers: number_in(answers, "training_age_months") >= 6,
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

WEEK = (
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
