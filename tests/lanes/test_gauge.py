"""How the values of a metric over time become a line."""

from collections.abc import Callable

import pytest

from mapgen.lanes.gauge import spread
from mapgen.model.journey import Journey


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("value: 4, as_of: 2026-01-11, history: [{date: 2026-01-01, value: 0}]", ((0, 0), (1, 1))),
        (
            "value: 4, as_of: 2026-01-11, history: [{date: 2026-01-06, value: 8}, {date: 2026-01-01, value: 0}]",
            ((0, 0), (0.5, 1), (1, 0.5)),
        ),
        (
            "value: 4, history: [{date: 2026-01-01, value: 0}, {date: 2026-01-11, value: 8}]",
            ((0, 0), (0.5, 1), (1, 0.5)),
        ),
        ("value: 4, as_of: 2025-01-01, history: [{date: 2026-01-01, value: 8}]", ((0, 1), (1, 0))),
        ("value: 4, history: [{date: 2026-01-01, value: 4}]", ((0, 0.5), (1, 0.5))),
        ("value: 1e308, history: [{date: 2026-01-01, value: -1e308}]", ()),
        ("value: 4", ()),
        ("history: [{date: 2026-01-01, value: 4}]", ()),
    ],
)
def test_values_are_spread_over_their_time_and_range(
    journey_of: Callable[[str], Journey], metric: str, expected: tuple[tuple[float, float], ...]
) -> None:
    journey = journey_of(f"{{title: t, stages: [{{name: s, metrics: [{{name: m, {metric}}}]}}]}}")

    assert spread(journey.stages[0].metrics[0]) == expected
