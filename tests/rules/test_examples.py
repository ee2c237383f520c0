"""Every rule's bad example draws its finding and its good example does not; fixes make findings go away."""

from __future__ import annotations

import re

import pytest

from dorsi.atlas.load import Atlas
from dorsi.program.editing import apply_edits
from dorsi.rules.base import Rule
from dorsi.rules.finding import Finding
from dorsi.rules.registry import FAMILIES, RULES, all_rules, rule_by_code
from dorsi.services.checking import check_text

BY_CODE = {rule.code: rule for rule in RULES}


def own_findings(rule: type[Rule], text: str) -> list[Finding]:
    return [f for f in check_text(text, "example.yaml").findings if f.code == rule.code]


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_bad_example_draws_the_finding(code: str) -> None:
    findings = own_findings(BY_CODE[code], BY_CODE[code].bad)
    assert findings
    for finding in findings:
        assert finding.message.endswith((".", "!", "?"))
        assert finding.remedy
        assert finding.why


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_good_example_draws_none(code: str) -> None:
    assert own_findings(BY_CODE[code], BY_CODE[code].good) == []


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_good_example_has_no_error_of_any_rule(code: str) -> None:
    errors = [
        f"{f.code} {f.message}" for f in check_text(BY_CODE[code].good, "g.yaml").findings if f.severity == "error"
    ]
    assert errors == []


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_a_fix_makes_its_finding_go_away(code: str) -> None:
    text = BY_CODE[code].bad
    before = own_findings(BY_CODE[code], text)
    fixable = [f for f in before if f.fix]
    for finding in fixable:
        assert finding.fix is not None
        after = own_findings(BY_CODE[code], apply_edits(text, finding.fix.edits))
        assert len(after) < len(before), finding.fix.says


def test_there_are_at_least_forty_rules_with_unique_names() -> None:
    assert len(RULES) >= 40
    assert len({r.code for r in RULES}) == len(RULES)
    assert len({r.slug for r in RULES}) == len(RULES)


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_rule_is_documented_and_sourced(code: str, atlas: Atlas) -> None:
    rule = BY_CODE[code]
    assert re.fullmatch(r"[A-Z]{3}\d{3}", code)
    assert code[:3] in FAMILIES
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.slug)
    for text in (rule.name, rule.checks, rule.why, rule.limits):
        assert len(text) > 8
    assert set(rule.claims) <= set(atlas.claims)
    assert set(rule.references) <= set(atlas.references)
    assert rule.claims or rule.references
    assert rule_by_code(code.lower()).code == code
    assert rule_by_code(rule.slug).code == code


def test_health_rules_cannot_be_skipped() -> None:
    for rule in all_rules():
        if rule.health:
            found = {f.code for f in check_text(rule.bad, "bad.yaml", skip=frozenset({rule.code})).findings}
            assert rule.code in found
