"""Rules about the week: how many sessions, how far apart, how long, and what stands beside them."""

from dorsi.rules.base import Rule
from dorsi.rules.schedule.sch101_sessions_too_close import SessionsTooClose
from dorsi.rules.schedule.sch102_too_many_heavy_hinge_days import TooManyHeavyHingeDays
from dorsi.rules.schedule.sch103_hinge_beside_squats import HingeBesideSquats
from dorsi.rules.schedule.sch104_one_session_week import OneSessionWeek
from dorsi.rules.schedule.sch105_unsplit_week import UnsplitWeek
from dorsi.rules.schedule.sch106_session_too_long import SessionTooLong
from dorsi.rules.schedule.sch107_lower_back_on_its_own_day import LowerBackOnItsOwnDay

RULES: tuple[type[Rule], ...] = (
    SessionsTooClose,
    TooManyHeavyHingeDays,
    HingeBesideSquats,
    OneSessionWeek,
    UnsplitWeek,
    SessionTooLong,
    LowerBackOnItsOwnDay,
)
