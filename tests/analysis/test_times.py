"""Sums of times: by stage and of the journey, ranges as ranges, and a minimum where a touchpoint states nothing."""

from mapgen import pipeline
from mapgen.analysis import analyze
from mapgen.analysis.times import Times, TimeSum
from mapgen.model.journey import Duration


def times(text: str) -> tuple[Times, ...]:
    """Return the times of each stage, then of the journey."""
    journey = pipeline.check(text, name="any").journey
    assert journey
    found = analyze(journey).times
    return (*found.stages.values(), found.journey)


SPEC = """\
title: Visa
stages:
  - name: Prepare
    duration: P1Y
    touchpoints: [{name: Reads, duration: 40 minutes}, {name: Collects, duration: 1-2 hours, wait: 2 days}]
  - {name: Apply, touchpoints: [{name: Signs, duration: 30 minutes}, Waits]}
  - Travel
"""


def test_the_times_of_a_stage_and_of_the_journey_are_added() -> None:
    prepare, apply, travel, whole = times(SPEC)

    assert prepare.duration == TimeSum(
        Duration(((1, "hours"), (40, "minutes")), ((2, "hours"), (40, "minutes"))), missing=0
    )
    assert prepare.wait == TimeSum(Duration(((2, "days"),)), missing=1)
    assert apply == Times(TimeSum(Duration(((30, "minutes"),)), missing=1), None)
    assert travel == Times(None, None)
    assert whole.duration == TimeSum(
        Duration(((2, "hours"), (10, "minutes")), ((3, "hours"), (10, "minutes"))), missing=1
    )
