from __future__ import annotations

from dorsi.progress.pooling import Pooling, Record, half_width, judged, pooled

POOLING = Pooling(priors=(1.0, 1.0), usual_loss=0.1, largest_loss=0.3, reach=1.5)


def judged_often(times: int, actual: float, predictions: tuple[float, float]) -> Record:
    record = Record()
    for _ in range(times):
        value = pooled(predictions, record, POOLING)
        missed = abs(value - actual) > half_width(record, POOLING)
        record = judged(predictions, value, actual, missed, record, POOLING)
    return record


def test_predictors_start_as_equals() -> None:
    assert 0.0 <= pooled((0.0, 1.0), Record(), POOLING) <= 0.5


def test_the_better_record_wins_the_weight() -> None:
    assert pooled((0.0, 1.0), judged_often(10, 0.0, (0.0, 0.2)), POOLING) < 0.05
    assert pooled((0.0, 1.0), judged_often(10, 0.2, (0.0, 0.2)), POOLING) > 0.95


def test_one_odd_entry_counts_no_more_than_the_largest_loss() -> None:
    before = judged_often(10, 0.0, (0.0, 0.2))
    odd = judged((0.0, 0.2), 0.0, 50.0, True, before, POOLING)
    assert odd.own_loss - before.own_loss <= POOLING.largest_loss
    assert pooled((0.0, 1.0), odd, POOLING) < 0.1


def test_misses_widen_the_band_and_hits_narrow_it() -> None:
    missed = judged((0.0, 0.0), 0.0, 0.1, True, Record(), POOLING)
    hit = judged((0.0, 0.0), 0.0, 0.1, False, Record(), POOLING)
    assert half_width(missed, POOLING) > half_width(Record(), POOLING) > half_width(hit, POOLING)
