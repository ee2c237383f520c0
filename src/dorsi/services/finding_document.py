"""A finding as a JSON document, for programs that ask."""

from __future__ import annotations

from typing import Any

from dorsi.rules.finding import Finding


def finding_document(finding: Finding) -> dict[str, Any]:
    """What the rule says, where, why, and how it is mended; null for parts of a place that it does not name."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "place": {
            "text": str(place),
            "weeks": list(place.weeks),
            "session": place.session or None,
            "block": place.block,
            "member": place.member,
            "exercise": place.exercise or None,
        },
        "message": finding.message,
        "why": finding.why,
        "remedy": finding.remedy,
        "numbers": dict(finding.numbers),
        "fix": finding.fix.says if finding.fix else None,
    }
