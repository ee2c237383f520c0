"""A work in short, as it is named in a line of text."""

from __future__ import annotations

import re

from dorsi.atlas.model import Reference


def short_cite(reference: Reference) -> str:
    """First author and year: 'Korak et al. 2015'."""
    authors, _, year = split_cite(reference.cite)
    names = re.sub(r"\s+et al\.?$", "", authors).split(", ")
    first = re.sub(r"\s+[A-Z]{1,3}(-[A-Z])?$", "", names[0])
    return f"{first}{' et al.' if len(names) > 1 or 'et al' in authors else ''} {year}".strip()


def split_cite(cite: str) -> tuple[str, str, str]:
    """A full citation as its authors, what follows the year, and the year; the latter two empty where none is named."""
    match = re.match(r"(?P<authors>.*?)\.? (?P<year>(?:19|20)\d\d)\.", cite)
    return (match["authors"], cite[match.end() :], match["year"]) if match else (cite.split(". ")[0], "", "")
