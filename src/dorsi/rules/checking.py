"""Runs all rules over a laid-out programme."""

from __future__ import annotations

from collections.abc import Collection

from dorsi.rules.base import Case
from dorsi.rules.finding import Finding
from dorsi.rules.registry import all_rules


def check(case: Case, skip: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every finding in reading order: errors first, then by place. Health limits cannot be skipped."""
    findings = [finding for rule in all_rules() if rule.health or rule.code not in skip for finding in rule.check(case)]
    return tuple(sorted(findings, key=lambda f: f.sort_key))
