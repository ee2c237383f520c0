"""The health questions as data: what is asked, how grave a yes is, and what it leads to.

Source: warning signs from Finucane20, Verhagen16 and UMEM24; groups from AHA07, AHA24, ACOG804 and
Fragala19. Which sign belongs to which kind is a cautious convention. Dorsi sorts; it does not diagnose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a yes leads to, gravest first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    CLEARANCE = "clearance"
    ADAPT = "adapt"


@dataclass(frozen=True, slots=True)
class HealthQuestion:
    """One yes-or-no question.

    `says` is the reason given in a referral, and for `Kind.ADAPT` the note put on the plan; `note` is
    what the plan says once a clinician has agreed to training.
    """

    id: str
    kind: Kind
    prompt: str
    says: str
    tags: tuple[str, ...] = ()
    note: str = ""


_EMERGENCY = (
    HealthQuestion(
        "bladder-or-bowel",
        Kind.EMERGENCY,
        "New trouble passing or holding urine or stool, along with back or leg symptoms",
        "New bladder or bowel trouble with back or leg symptoms can mean that nerves are being squeezed.",
    ),
    HealthQuestion(
        "numb-between-legs",
        Kind.EMERGENCY,
        "Numbness between the legs, around the genitals or anus, or new numbness during sex",
        "Numbness between the legs can mean that nerves in the lower spine are being squeezed.",
    ),
    HealthQuestion(
        "both-legs",
        Kind.EMERGENCY,
        "Pain running down both legs, or a leg that is quickly getting weaker",
        "Pain down both legs, or weakness that grows, needs a look at the spine at once.",
    ),
    HealthQuestion(
        "back-pain-after-accident",
        Kind.EMERGENCY,
        "Back or neck pain after a crash or hard fall, or after a small fall with thin bones or steroid medicine",
        "Pain in the spine after an accident may be a fracture until it has been checked.",
    ),
    HealthQuestion(
        "fever-with-back-pain",
        Kind.EMERGENCY,
        "Bad back pain with fever or shivering, or with a recent infection, injected drugs or weak immune defence",
        "Bad back pain with signs of infection must be checked for an infected spine.",
    ),
    HealthQuestion(
        "tearing-pain",
        Kind.EMERGENCY,
        "Sudden tearing pain in the chest, back or belly",
        "Sudden tearing pain can come from a large blood vessel.",
    ),
    HealthQuestion(
        "chest-pressure",
        Kind.EMERGENCY,
        "Pressure on the chest, a faint, or breathlessness at rest, now or in the last days",
        "Chest pressure, fainting or breathlessness at rest can come from the heart or the lungs.",
    ),
    HealthQuestion(
        "worst-headache",
        Kind.EMERGENCY,
        "The worst headache of your life, or trouble with speech, sight or movement, during or after lifting",
        "A sudden worst headache or trouble with speech, sight or movement can come from the brain's vessels.",
    ),
    HealthQuestion(
        "dark-urine",
        Kind.EMERGENCY,
        "Cola-coloured urine, or muscles very swollen or weak, after training",
        "Dark urine or gross swelling after training can mean muscle breakdown that harms the kidneys.",
    ),
)

_URGENT = (
    HealthQuestion(
        "leg-nerve-signs",
        Kind.URGENT,
        "Pain down one leg past the knee with numbness, weakness or a foot that drops",
        "Leg pain past the knee with numbness or weakness points to an irritated nerve root.",
    ),
    HealthQuestion(
        "arm-nerve-signs",
        Kind.URGENT,
        "Arm pain with numbness or clumsy hands, or a walk that has become unsteady",
        "Arm pain with numbness, clumsy hands or an unsteady walk can come from the neck.",
    ),
    HealthQuestion(
        "night-pain",
        Kind.URGENT,
        "Pain at night or at rest that no position eases",
        "Pain that no position eases should be looked into before you load it.",
    ),
    HealthQuestion(
        "weight-loss-or-cancer",
        Kind.URGENT,
        "Weight loss you cannot explain, or back pain after having had cancer",
        "Unexplained weight loss, or back pain after cancer, needs a medical look first.",
    ),
    HealthQuestion(
        "first-back-pain",
        Kind.URGENT,
        "Back pain for the first time ever, before 18 or after 50, that nobody has examined",
        "A first bout of back pain at your age should be examined once.",
    ),
    HealthQuestion(
        "morning-stiffness",
        Kind.URGENT,
        "For over three months, under 45: a back stiff for more than half an hour each morning, better once moving",
        "Long morning stiffness that eases with movement can be an inflamed spine, which is treatable.",
    ),
    HealthQuestion(
        "steroids-with-back-pain",
        Kind.URGENT,
        "Back pain while taking steroid tablets for weeks or longer",
        "Steroid tablets thin the bones, so back pain on them should be checked.",
    ),
    HealthQuestion(
        "pain-not-settling",
        Kind.URGENT,
        "Pain that nobody has examined and that is no better after six weeks, or worse over two",
        "Pain that does not settle, or that grows, is due for an examination.",
    ),
    HealthQuestion(
        "shoulder-injury",
        Kind.URGENT,
        "A shoulder that came out, changed shape, or cannot be lifted since a pop, not yet examined",
        "A fresh shoulder injury should be examined before it heals in the wrong way.",
    ),
    HealthQuestion(
        "biceps-pop",
        Kind.URGENT,
        "A pop in the upper arm or elbow followed by a bruise or a new bulge",
        "A pop with a bruise can be a torn biceps tendon; repair is easiest early.",
    ),
    HealthQuestion(
        "unexplained-heart-symptoms",
        Kind.URGENT,
        "Chest discomfort on effort, dizzy spells or a racing heart in the last year that nobody has explained",
        "Heart symptoms without an explanation come before any training plan.",
    ),
    HealthQuestion(
        "aneurysm",
        Kind.URGENT,
        "A known aneurysm or a tear in a large artery",
        "With an aneurysm or arterial tear, the pressure peaks of lifting need your specialist's decision.",
    ),
    HealthQuestion(
        "valve-or-rhythm",
        Kind.URGENT,
        "A tight heart valve that gives symptoms, or a heart rhythm that is not under control",
        "A narrow valve with symptoms or an unsteady rhythm needs supervised exercise, not an app.",
    ),
    HealthQuestion(
        "recent-fracture",
        Kind.URGENT,
        "A bone broken in the last three months",
        "A recent fracture has to heal before a plan is built on it.",
    ),
    HealthQuestion(
        "active-retinopathy",
        Kind.URGENT,
        "Active disease of the retina, or a retina treated in the last three months",
        "With an active retinal disease, straining can cause bleeding in the eye.",
    ),
)

_CLEARANCE = (
    HealthQuestion(
        "heart-disease",
        Kind.CLEARANCE,
        "A heart disease, or a doctor's advice to limit exercise",
        "A heart disease or a limit set by a doctor needs that doctor's yes.",
        note="Keep to the limits your doctor set; stop for chest pressure, dizziness or odd breathlessness.",
    ),
    HealthQuestion(
        "pressure-not-controlled",
        Kind.CLEARANCE,
        "High blood pressure that is not under control",
        "Blood pressure that is not under control should be treated before you lift.",
        ("hypertension", "hypertension-uncontrolled"),
        "Your blood pressure is not under control yet: light loads, breathe out on effort, never grind.",
    ),
    HealthQuestion(
        "condition-not-stable",
        Kind.CLEARANCE,
        "A long-term illness (diabetes, lungs, kidneys, cancer, seizures) that changed lately or is not under control",
        "A long-term illness that is changing needs your clinician's yes.",
        note="Ask your clinician which signs should make you stop, and keep to them.",
    ),
    HealthQuestion(
        "recent-operation",
        Kind.CLEARANCE,
        "An operation on spine, belly, eye or heart in the last three months",
        "After a recent operation the surgeon decides when and how heavily you may lift.",
        note="Keep to the load limit your surgeon gave you, even where the plan would allow more.",
    ),
    HealthQuestion(
        "shoulder-surgery",
        Kind.CLEARANCE,
        "Shoulder surgery in the last twelve months",
        "A shoulder operated on within a year needs the surgeon's yes to pulling and hanging.",
        ("shoulder-surgery",),
        "Your shoulder was operated on: exercises that strain a repair are left out.",
    ),
    HealthQuestion(
        "vascular-connective-tissue",
        Kind.CLEARANCE,
        "Marfan syndrome, vascular Ehlers-Danlos syndrome or the like",
        "Connective tissue that weakens arteries needs a specialist's yes to lifting.",
        ("hypermobility",),
        "Breathe out on effort, keep loads moderate and stop short of the end of each joint's range.",
    ),
    HealthQuestion(
        "pregnant",
        Kind.CLEARANCE,
        "You are pregnant",
        "Strength training is usually welcome in pregnancy, but your midwife or doctor should agree first.",
        ("pregnancy",),
        "You are pregnant: breathe out on effort and leave three reps in hand. Stop and call your clinician "
        "for bleeding, fluid, contractions, headache, blurred sight, calf or chest pain.",
    ),
    HealthQuestion(
        "recent-birth",
        Kind.CLEARANCE,
        "You gave birth less than twelve weeks ago",
        "In the first twelve weeks after a birth, your midwife or doctor should agree before you lift.",
        ("postpartum",),
        "You gave birth recently: the pelvic floor comes first, so breathe out on effort and stop if "
        "you leak "
        "or feel heaviness below.",
    ),
)

_ADAPT = (
    HealthQuestion(
        "pressure-treated",
        Kind.ADAPT,
        "High blood pressure that is treated and under control",
        "Your blood pressure is treated: breathe out on effort, leave three reps in hand, never grind.",
        ("hypertension",),
    ),
    HealthQuestion(
        "eye-pressure",
        Kind.ADAPT,
        "Raised eye pressure, glaucoma or a stable retinal disease",
        "Holding the breath raises pressure in the eye: breathe out on effort and keep the head up.",
        ("eye-pressure",),
    ),
    HealthQuestion(
        "hernia-or-pelvic-floor",
        Kind.ADAPT,
        "A hernia or a pelvic-floor problem",
        "For your belly wall or pelvic floor: breathe out on effort and stop the set before you strain.",
        ("hernia",),
    ),
    HealthQuestion(
        "osteoporosis",
        Kind.ADAPT,
        "Osteoporosis",
        "For your bones: never round the back under load; exercises that invite it are left out.",
        ("osteoporosis",),
    ),
    HealthQuestion(
        "falls",
        Kind.ADAPT,
        "Poor balance, or a fall in the last year",
        "For your balance: exercises that need sure footing are left out; keep something firm within reach.",
        ("falls-risk",),
    ),
    HealthQuestion(
        "back-hurts-bending",
        Kind.ADAPT,
        "Back pain brought on by bending forward",
        "Bending provokes your back: exercises that load it bent over are left out.",
        ("lower-back-pain", "flexion-pain"),
    ),
    HealthQuestion(
        "back-hurts-arching",
        Kind.ADAPT,
        "Back pain brought on by arching back",
        "Arching provokes your back: exercises that arch it are left out; every lift ends straight, not leaning back.",
        ("lower-back-pain", "extension-pain"),
    ),
    HealthQuestion(
        "overhead-hurts",
        Kind.ADAPT,
        "Shoulder pain with the arms overhead",
        "Overhead hurts for now: exercises that provoke it are left out; rows below shoulder height do the work.",
        ("overhead-pain",),
    ),
    HealthQuestion(
        "shoulder-slips",
        Kind.ADAPT,
        "A shoulder that slips, or that came out in the past",
        "Your shoulder is loose: nothing behind the neck, no wide hang, and keep the muscles on at the bottom.",
        ("shoulder-instability",),
    ),
    HealthQuestion(
        "neck-nerve-known",
        Kind.ADAPT,
        "A neck or arm-nerve problem that a clinician knows and has cleared for training",
        "For your neck: exercises that drag on the nerve are left out; stop if the arm tingles.",
        ("neck-nerve-signs",),
    ),
    HealthQuestion(
        "elbow-tendons",
        Kind.ADAPT,
        "Sore tendons at the elbow",
        "For your elbows: prefer neutral grips, and let the number of pull-ups grow slowly.",
        ("elbow-tendon-pain",),
    ),
    HealthQuestion(
        "hypermobile",
        Kind.ADAPT,
        "Very loose joints (hypermobility)",
        "Your joints are loose: stop short of the end of the range and never hang on relaxed shoulders.",
        ("hypermobility",),
    ),
    HealthQuestion(
        "weak-grip",
        Kind.ADAPT,
        "Hands that give out long before the back does",
        "Your grip gives out first: straps on the heaviest sets let the back do its work.",
        ("grip-weakness",),
    ),
    HealthQuestion(
        "face-down",
        Kind.ADAPT,
        "Discomfort when lying face down",
        "Lying face down is uncomfortable for you: exercises done lying on the front are left out.",
        ("prone-intolerance",),
    ),
    HealthQuestion(
        "muscle-breakdown",
        Kind.ADAPT,
        "An earlier muscle breakdown (rhabdomyolysis)",
        "You have had muscle breakdown: volume rises slowly and slow lowerings stay few. Dark urine means hospital.",
        ("rhabdo-history",),
    ),
    HealthQuestion(
        "breakdown-risk",
        Kind.ADAPT,
        "Sickle cell trait, or statin tablets",
        "Your muscles break down more easily: build up slowly, drink, avoid heat. Dark urine means hospital.",
    ),
    HealthQuestion(
        "blood-thinner",
        Kind.ADAPT,
        "Blood thinners or a bleeding tendency",
        "You bleed easily: keep bars off the shins, and have a large or growing bruise looked at.",
    ),
    HealthQuestion(
        "beta-blocker",
        Kind.ADAPT,
        "Beta blockers",
        "Beta blockers hold the pulse down: judge warm-ups by breath and feeling, not by heart rate.",
    ),
    HealthQuestion(
        "stable-condition",
        Kind.ADAPT,
        "A long-term illness that is stable and known to your clinician",
        "Tell your clinician that you lift, and ask what should make you stop.",
    ),
)

QUESTIONS: Mapping[str, HealthQuestion] = {
    question.id: question for question in (*_EMERGENCY, *_URGENT, *_CLEARANCE, *_ADAPT)
}
"""All health questions by id, gravest first."""


def questions_of(kind: Kind) -> tuple[HealthQuestion, ...]:
    """The questions of one kind, in the order they are asked."""
    return tuple(question for question in QUESTIONS.values() if question.kind is kind)
