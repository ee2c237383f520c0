"""Progress: every series of ten years, and every lift's maximum followed and foretold."""

from __future__ import annotations

from collections.abc import Iterator

from bench.clocks import Figure, figure, warm
from bench.coaching import LAST
from bench.histories import history
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.coach.adopted import NAME, adopted
from dorsi.program.reading import read_program
from dorsi.progress.overview import Overview, deload_sessions, progress_of
from dorsi.services.trends import Trend, trends_of


def figures() -> Iterator[Figure]:
    """All measures; then the trends, whose series of strength estimates the pages show besides."""
    journal, atlas = history(10, LAST), load_atlas()
    programs = {adoption.id: read_program(adoption.text, NAME, atlas) for adoption in journal.adoptions}
    athlete: Athlete = adopted(journal.adoptions[0].id, journal.adoptions[0].text, 1).athlete

    def overview() -> Overview:
        return progress_of(journal, athlete, atlas, LAST, programs=programs)

    def trends(found: Overview) -> list[Trend]:
        training = found.training
        light = deload_sessions(training, programs)
        return [trend for bouts in training.by_lift.values() for trend in trends_of(training, bouts, light, None)]

    found = overview()
    yield figure("progress, all series of 10 years with the trends", warm(lambda: trends(overview()), 9), "ms", 250)
    yield figure("  of it all measures but the trends", warm(overview, 9), "ms")
    yield figure(f"  of it the trends of {len(found.training.by_lift)} lifts", warm(lambda: trends(found), 9), "ms")
