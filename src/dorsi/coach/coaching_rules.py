"""The coach's rules: what each does, why, how sure that is and where it comes from. Every decision names one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dorsi.atlas.model import Grade
from dorsi.errors import UnknownName


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingRule:
    """One thing the coach does: `does` in a sentence or two, `why`, and the limits of what is known."""

    code: str
    name: str
    does: str
    why: str
    grade: Grade
    claims: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


_H, _L, _M = Grade.HEURISTIC, Grade.LIMITED, Grade.MODERATE

FAMILIES: Mapping[str, str] = {
    "PRG": "Progression",
    "LAD": "Pull-up ladder and gates",
    "STL": "Stalls",
    "DEL": "Deloads",
    "EFF": "Effort and straps",
    "BRK": "Breaks",
    "ROT": "Variation",
    "HRT": "Discomfort",
    "ODD": "Doubtful entries",
}
"""Families of coaching rules by the letters of their codes."""

RULES: tuple[CoachingRule, ...] = (
    CoachingRule(
        code="PRG101",
        name="Add the smallest step",
        does="When every work set reached the top of its range with the reserve asked for, the load goes up by the "
        "smallest step your equipment can make.",
        why="Reps prove that the load has become light before it rises, so each step is earned.",
        grade=_M,
        claims=("A05", "C35"),
        references=("ACSM09", "ACSM26"),
    ),
    CoachingRule(
        code="PRG102",
        name="Reps before load",
        does="Inside the range the load stays, and the first set that is short of the top aims for one rep more.",
        why="Growth follows hard sets over a wide span of reps, and small steps in reps are the finest there are.",
        grade=_M,
        references=("ACSM09",),
    ),
    CoachingRule(
        code="PRG103",
        name="Widen the range when a step is too large",
        does="If the next load your equipment makes would drop you below the range, the top of the range moves up "
        "until the step fits.",
        why="Two kilograms more on a light dumbbell can be a fifth of the load, and nobody loses so many reps safely.",
        grade=_H,
        references=("Epley85",),
    ),
    CoachingRule(
        code="PRG104",
        name="Missed reps",
        does="If at least half of the sets fell short of the range, the load is tried once more; after a second miss "
        "in a row it goes down to one that your own sets support.",
        why="One bad day says little. Two say that the load came too soon.",
        grade=_H,
    ),
    CoachingRule(
        code="PRG105",
        name="A first load",
        does="A lift without a history starts from your known set, or cautiously from a kindred lift, and is "
        "otherwise found by going up from the lightest load.",
        why="A load that is too light costs a set. One that is too heavy can cost weeks.",
        grade=_H,
    ),
    CoachingRule(
        code="PRG106",
        name="No more than this",
        does="No load rises in one session by more than the larger of one step of your equipment and 10 % (beginner), "
        "5 % (intermediate) or 2.5 % (advanced), and for beginners by 5 kg in hinges and 2.5 kg in pulls where the "
        "equipment allows that. Where a load was clearly too easy it may be twice that. "
        "Coming back to a load you have had may go by 10 %.",
        why="Tendons and technique follow more slowly than muscles.",
        grade=_H,
        references=("ACSM09",),
    ),
    CoachingRule(
        code="PRG107",
        name="Less help",
        does="Assistance falls by one step once every set reached the top of the range.",
        why="Help is load with the sign turned round, and it falls for the same reason that load rises.",
        grade=_H,
        claims=("D05",),
    ),
    CoachingRule(
        code="PRG108",
        name="Longer before heavier",
        does="Timed and carried work grows to the top of its range first, then in load where there is one.",
        why="The same double progression, counted in seconds or metres.",
        grade=_H,
    ),
    CoachingRule(
        code="PRG109",
        name="Clearly too easy",
        does="If every set reached the top with two reps more in reserve than asked, the load rises to what your own "
        "sets predict, within the limit of PRG106.",
        why="Reserve is underestimated more often than not, so such sets are easier still than they look.",
        grade=_L,
        references=("Halperin22", "Hackett17"),
    ),
    CoachingRule(
        code="PRG110",
        name="Back to a load you had",
        does="After a break or a rebuild the way back to the former load goes in larger steps.",
        why="Strength once gained returns faster than it came.",
        grade=_H,
    ),
    CoachingRule(
        code="LAD101",
        name="One attempt a session",
        does="Below eight pull-ups there is one set to the maximum in each session, even of one rep, and the volume "
        "comes from easier pulls.",
        why="The movement is practised fresh without its few reps carrying the whole session.",
        grade=_H,
        claims=("A13", "A18"),
        references=("Johnson09",),
    ),
    CoachingRule(
        code="LAD102",
        name="Pull-ups become work sets",
        does="Eight clean pull-ups in two sessions running, or ten once, make them work sets in the place of the "
        "easier pull.",
        why="From there on sets of five and more are possible, which is enough to grow from.",
        grade=_H,
        claims=("A13", "A18"),
    ),
    CoachingRule(
        code="LAD103",
        name="Weight on the belt",
        does="When every set of pull-ups reached the top of its range and your best set is ten or more, weight is "
        "added by the smallest step.",
        why="Past that point more reps train endurance more than strength.",
        grade=_H,
        claims=("D05",),
    ),
    CoachingRule(
        code="LAD104",
        name="Easier pulls for now",
        does="Work sets of pull-ups give way to easier pulls while the best set is below eight.",
        why="Sets of two or three leave too little work, and the last rep of each is a struggle.",
        grade=_H,
        claims=("A13",),
    ),
    CoachingRule(
        code="LAD105",
        name="Hands closer step by step",
        does="Vertical pulls begin with the medium grip; at each change of exercises the grip goes one step narrower, "
        "and the wide one waits until the others are mastered.",
        why="The guide narrows the grip as the arms learn to stay out. The widest grip is no start, because it asks "
        "most of the shoulder and gives the lats nothing extra.",
        grade=_H,
        claims=("A12",),
        references=("Andersen14", "Prinold16"),
    ),
    CoachingRule(
        code="LAD106",
        name="Ready to deadlift",
        does="A 60 s plank and 15 back extensions, each logged in two sessions, open the deadlift.",
        why="A trunk that holds its shape unloaded is the least a bar asks for.",
        grade=_H,
        claims=("D06",),
        references=("Berglund15",),
    ),
    CoachingRule(
        code="STL101",
        name="Stall: lower and rebuild",
        does="Three sessions of a lift without more reps, load or reserve: the load drops by 10 % and is built up "
        "again.",
        why="A run-up clears fatigue and restores room for reps.",
        grade=_H,
        claims=("C37",),
    ),
    CoachingRule(
        code="STL102",
        name="Stall: another variant",
        does="A lift that stalls again after a rebuild gives its place to a kindred one until the next cycle.",
        why="A close variant keeps training the muscle while what holds the lift back has time to go.",
        grade=_H,
        claims=("C35",),
        references=("Kassiano22",),
    ),
    CoachingRule(
        code="STL103",
        name="Stall: another dose",
        does="Where no variant fits, a lift that stalls again is done lighter for more reps. If that does not help "
        "either, it gets one set fewer.",
        why="People differ in how much they answer to. Changing the dose by about a fifth is a fair test.",
        grade=_H,
    ),
    CoachingRule(
        code="DEL101",
        name="Deload on signals",
        does="Two lifts that both lost 5 % or took clearly more effort twice running call a week with half the sets, "
        "lighter loads and four reps in reserve.",
        why="Strength that falls in several lifts at once is fatigue and not a lift's own trouble.",
        grade=_H,
        references=("Bell23", "Rogerson24", "Coleman24"),
    ),
    CoachingRule(
        code="DEL102",
        name="Planned deload",
        does="In the programme's deload weeks sets are halved and four reps stay in reserve.",
        why="Fatigue goes faster than fitness, so an easy week lets strength show.",
        grade=_H,
        references=("Bell23",),
    ),
    CoachingRule(
        code="DEL103",
        name="Deload after a long stretch",
        does="After eight weeks of training without a lighter one, the next week is a deload. Beginners are spared.",
        why="Lifters who plan deloads take one every five to six weeks on average.",
        grade=_H,
        references=("Rogerson24",),
    ),
    CoachingRule(
        code="EFF101",
        name="Hard days are rationed",
        does="After a session in which half of the sets went to the limit, the next keeps at least two reps in "
        "reserve.",
        why="A very hard day has its place now and then. Two in a row cost more recovery than they bring.",
        grade=_L,
        claims=("C16",),
        references=("MoranNavarro17", "Refalo23"),
    ),
    CoachingRule(
        code="EFF102",
        name="Straps are a series of their own",
        does="Sets with straps are compared with sets with straps only.",
        why="Straps bring more reps at the same load, how many differs from hand to hand.",
        grade=_L,
        claims=("C34",),
    ),
    CoachingRule(
        code="BRK101",
        name="One to two weeks off",
        does="After 8 to 14 days without training loads come down by about 7.5 %.",
        why="Little strength is lost in that time, but the habit of heavy loads is.",
        grade=_H,
    ),
    CoachingRule(
        code="BRK102",
        name="Two to four weeks off",
        does="After 15 to 28 days loads come down by 15 % and a third of the sets is left out.",
        why="Strength is a little lower, and unaccustomed muscles get very sore.",
        grade=_H,
    ),
    CoachingRule(
        code="BRK103",
        name="More than four weeks off",
        does="After more than 28 days you restart at 65 % with two thirds of the sets, at least three reps in reserve, "
        "and no sets to the maximum or lowering work for two weeks.",
        why="Hard work after a long rest is what the published cases of muscle breakdown have in common.",
        grade=_L,
        references=("UMEM24", "RhabdoCase"),
    ),
    CoachingRule(
        code="BRK104",
        name="A missed session waits",
        does="The programme goes on where you left it. Nothing is skipped and nothing is crammed.",
        why="The order of sessions and the rest between them matter more than the date.",
        grade=_H,
        claims=("C36", "A07"),
    ),
    CoachingRule(
        code="ROT101",
        name="Accessories change with the cycle",
        does="When the programme starts over, main lifts stay and other exercises give way to kindred ones.",
        why="Variation keeps all parts of a muscle working. Changing everything hides progress.",
        grade=_M,
        claims=("C35",),
        references=("Kassiano22",),
    ),
    CoachingRule(
        code="ROT102",
        name="Your own swap",
        does="An exercise that you swapped stays swapped, with its load taken from your own sets.",
        why="The plan is yours to change.",
        grade=_H,
        claims=("C36",),
    ),
    CoachingRule(
        code="HRT101",
        name="Amber: easier for now",
        does="Discomfort of 3-4, or stiffness for more than a day: an easier exercise of the same pattern where there "
        "is one, a quarter less load, four reps in reserve.",
        why="Staying active is right as long as it does not make things worse.",
        grade=_L,
        claims=("C04",),
        references=("Fischer21", "Berglund15"),
    ),
    CoachingRule(
        code="HRT102",
        name="Red: leave it out",
        does="Discomfort of 5 or more, or one that is sharp, spreading or getting worse: what loads the place is left "
        "out, and supported work takes its turn where it can.",
        why="Pain at that level changes how you move and says nothing good about the next set.",
        grade=_L,
        claims=("C04",),
    ),
    CoachingRule(
        code="HRT103",
        name="Twice in two weeks: have it looked at",
        does="Two such sessions within 14 days: see a physiotherapist or doctor.",
        why="What returns under load needs an examination and not a smaller weight.",
        grade=_H,
        claims=("C04",),
        references=("Finucane20",),
    ),
    CoachingRule(
        code="ODD101",
        name="Too odd to be believed unasked",
        does="A set more than 10 % above what your last sessions make likely, or less than half of it, is set aside "
        "until you confirm it or do it again.",
        why="Most such entries are slips of the finger or the wrong unit, and one of them would spoil every load "
        "after it.",
        grade=_H,
    ),
)


def coaching_rule(code: str) -> CoachingRule:
    """The rule of that code; raises UnknownName."""
    found = _BY_CODE.get(code.strip().upper())
    if found is None:
        raise UnknownName("coaching rule", code, _BY_CODE)
    return found


_BY_CODE: Mapping[str, CoachingRule] = {rule.code: rule for rule in RULES}
