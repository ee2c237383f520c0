"""The last two steps of the questionnaire: your gym, your health."""

from __future__ import annotations

from dorsi.athlete.question import AnswerKind, Choice, Question, Step
from dorsi.athlete.questions_so_far import SIGNS, listed, needs_clearance, owns
from dorsi.athlete.ranges import RANGES
from dorsi.athlete.screening_questions import Kind, questions_of
from dorsi.atlas.equipment import PRESETS


def _signs(kind: Kind, prompt: str, why: str) -> Question:
    return Question(
        id=SIGNS + kind.value,
        step=Step.HEALTH,
        prompt=prompt,
        why=why,
        kind=AnswerKind.SIGNS,
        choices=tuple(Choice(question.id, question.prompt) for question in questions_of(kind)),
    )


GYM = (
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
        ask_if=lambda answers: owns("barbell", answers),
    ),
    Question(
        id="equipment.trap_bar",
        step=Step.GYM,
        prompt="What does the trap bar weigh?",
        why="Trap bars differ by far more than barbells do. Skip it for the usual 25 kg or 55 lb.",
        kind=AnswerKind.NUMBER,
        limits=RANGES["equipment.trap_bar"],
        optional=True,
        ask_if=lambda answers: owns("trap-bar", answers),
    ),
    Question(
        id="equipment.plates",
        step=Step.GYM,
        prompt="Which plates are there (in pairs), like '20 10 5 2.5 1.25'?",
        why="The smallest pair is the smallest step. Skip it for the usual set.",
        kind=AnswerKind.MASSES,
        limits=RANGES["equipment.plates"],
        optional=True,
        ask_if=lambda answers: any(owns(item, answers) for item in ("barbell", "trap-bar", "t-bar", "dip-belt")),
    ),
    Question(
        id="equipment.dumbbells",
        step=Step.GYM,
        prompt="Which dumbbells are there, like '4 to 24 by 2'?",
        why="Sets are planned with dumbbells that exist.",
        kind=AnswerKind.DUMBBELLS,
        optional=True,
        ask_if=lambda answers: owns("dumbbells", answers),
    ),
    Question(
        id="equipment.stack_step",
        step=Step.GYM,
        prompt="How far apart are the plates of the cable stack?",
        why="The next load has to be one the stack can make. Skip it for the usual 5 kg or 10 lb.",
        kind=AnswerKind.NUMBER,
        limits=RANGES["equipment.stack_step"],
        optional=True,
        ask_if=lambda answers: owns("pulley", answers) or owns("machines", answers),
    ),
    Question(
        id="equipment.kettlebells",
        step=Step.GYM,
        prompt="Which kettlebells are there, like '12 16 24'?",
        why="They come in large steps, so the plan widens the reps in between.",
        kind=AnswerKind.MASSES,
        limits=RANGES["equipment.kettlebells"],
        optional=True,
        ask_if=lambda answers: owns("kettlebells", answers),
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

HEALTH = (
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
        ask_if=lambda answers: "pregnant" in listed(answers.get(SIGNS + Kind.CLEARANCE.value)),
    ),
    Question(
        id="screening.weeks_postpartum",
        step=Step.HEALTH,
        prompt="How many weeks ago did you give birth?",
        why="The pelvic floor and the belly wall need time first.",
        kind=AnswerKind.WHOLE,
        limits=RANGES["screening.weeks_postpartum"],
        optional=True,
        ask_if=lambda answers: "recent-birth" in listed(answers.get(SIGNS + Kind.CLEARANCE.value)),
    ),
    Question(
        id="clinician_ok",
        step=Step.HEALTH,
        prompt="Has a clinician who knows of it agreed that you may lift?",
        why="Dorsi cannot examine you; this yes has to come from someone who can.",
        kind=AnswerKind.YES_NO,
        ask_if=needs_clearance,
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
