"""Days, durations, and the days that they lead to."""

from datetime import date

import pytest

from mapgen.analysis import analyze
from mapgen.audit import audit
from mapgen.audit.policy import Policy
from mapgen.composition import compose
from mapgen.model.calendar import add_duration
from mapgen.model.journey import Duration, Number
from mapgen.pipeline import check


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (((90, "days"),), "2024-04-30"),
        (((1, "months"),), "2024-02-29"),
        (((1, "years"), (2, "months")), "2025-03-31"),
        (((10, "months"),), "2024-11-30"),
        (((11, "months"),), "2024-12-31"),
        (((7975, "years"),), "9999-01-31"),
        (((1.5, "weeks"),), "2024-02-11"),
        (((1.5, "months"),), None),
        (((36, "hours"),), "2024-02-02"),
        (((9000, "years"),), None),
        (((10**30, "weeks"),), None),
        (((1e308, "months"),), None),
    ],
)
def test_a_day_and_a_duration(parts: tuple[tuple[Number, str], ...], day: str | None) -> None:
    assert add_duration(date(2024, 1, 31), Duration(parts)) == (day and date.fromisoformat(day))


@pytest.mark.parametrize("every", ["P1M", "P6M", "P1Y", "P2W", "P1M1D", "PT36H"])
def test_the_map_and_the_audit_name_the_same_day_of_review(every: str) -> None:
    spec = f"title: A\nreview: {{reviewed: 2025-08-31, every: {every}}}\nstages: [Order]\n"
    journey = check(spec, name="a.journey.yaml").journey
    assert journey
    analysis = analyze(journey)
    (finding,) = audit(journey, analysis, Policy(select=("stale-review",), day="2027-01-01"))

    *_, footer = compose(journey, analysis).footer
    assert footer == f"next review {finding.message.rpartition(' ')[2]}"
