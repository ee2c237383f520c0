"""Rules about the order of exercises inside a session; `priority.order_key` sorts the way they agree on."""

from dorsi.rules.base import Rule
from dorsi.rules.order.ord101_hinge_not_first import HingeNotFirst
from dorsi.rules.order.ord102_back_extension_before_pulls import BackExtensionBeforePulls
from dorsi.rules.order.ord103_isolation_first import IsolationFirst
from dorsi.rules.order.ord104_main_lift_late import MainLiftLate
from dorsi.rules.order.ord105_warm_up_after_work import WarmUpAfterWork
from dorsi.rules.order.ord106_grip_spent_first import GripSpentFirst

RULES: tuple[type[Rule], ...] = (
    HingeNotFirst,
    BackExtensionBeforePulls,
    IsolationFirst,
    MainLiftLate,
    WarmUpAfterWork,
    GripSpentFirst,
)
