"""Closed vocabularies that the data files draw on: body regions and condition tags."""

from __future__ import annotations

from collections.abc import Mapping

REGIONS: Mapping[str, str] = {
    "neck": "neck",
    "shoulder": "shoulder",
    "elbow": "elbow",
    "wrist": "wrist",
    "upper-back": "upper back",
    "lower-back": "lower back",
    "hip": "hip",
    "hamstring": "hamstring",
    "knee": "knee",
    "ribs": "ribs",
    "abdomen": "abdomen",
}
"""Where discomfort can be reported."""

CONDITION_TAGS: Mapping[str, str] = {
    "overhead-pain": "pain with the arms overhead",
    "shoulder-instability": "a shoulder that slips or has been dislocated",
    "shoulder-surgery": "recent shoulder surgery or cuff repair",
    "neck-nerve-signs": "neck or arm nerve symptoms",
    "elbow-tendon-pain": "elbow tendon pain",
    "wrist-pain": "wrist pain",
    "lower-back-pain": "lower back pain",
    "flexion-pain": "back pain when bending forward",
    "extension-pain": "back pain when arching back",
    "hip-pain": "hip or groin pain",
    "hamstring-pain": "pain high in the hamstring",
    "knee-pain": "knee pain",
    "rib-pain": "rib or breastbone pain",
    "hernia": "a hernia or pelvic-floor problem",
    "hypertension": "high blood pressure",
    "hypertension-uncontrolled": "high blood pressure that is not controlled",
    "eye-pressure": "raised eye pressure or a retinal disease",
    "osteoporosis": "osteoporosis",
    "falls-risk": "balance problems or a risk of falling",
    "pregnancy": "pregnancy",
    "pregnancy-late": "pregnancy after the first trimester",
    "postpartum": "the first months after giving birth",
    "detrained": "first two weeks of training, or a return after a break",
    "rhabdo-history": "an earlier muscle breakdown (rhabdomyolysis)",
    "hypermobility": "hypermobile joints",
    "grip-weakness": "a grip that gives out first",
    "prone-intolerance": "discomfort lying face down",
    "under-18": "being under 18",
}
"""What makes an exercise unsuitable, as a person would say it."""
