"""How the values of a metric over time become a line, and how its dates are written."""

import re
from collections.abc import Callable

import pytest

from mapgen.lanes.meter import distance, spread
from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, draw


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


def test_no_date_is_reversed_behind_arabic_words(journey_of: Callable[[str], Journey]) -> None:
    metric = "{name: الرضا, value: 4, as_of: 2026-05-01, evidence: [i], history: [{value: 3, date: 2026-01-01}]}"
    journey = journey_of(f"""{{title: زيارة, language: ar, review: {{reviewed: 2026-06-02, every: P3M}},
        evidence: [{{id: i, title: مقابلات, kind: interview, date: 2026-04-01}}],
        stages: [{{name: الوصول, metrics: [{metric}]}}]}}""")
    files = draw(DrawRequest(journey, "x", ["svg", "md", "html"]))
    dates = [found for data in files.values() for found in re.findall(r".?202\d-\d\d-\d\d.?", data.decode())]

    assert len(dates) > 15
    assert {(found[0], found[-1]) for found in dates} == {("\u200e", "\u200f")}


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("value: 46, target: 40, better: lower", -0.15),
        ("value: 30, target: 40, better: lower", 0.25),
        ("value: 30, target: 40, better: higher", -0.25),
        ("value: 3.5, target: 1, better: lower", -2.5),
        ("value: 50, target: 40", 0.25),
        ("value: -5, target: -10, better: higher", 0.5),
        ("value: 40, target: 40, better: higher", 0.0),
        ("value: 0, target: 0, better: lower", 0.0),
        ("value: 2, target: 0, better: lower", None),
        ("value: 40", None),
        ("target: 40", None),
    ],
)
def test_a_distance_is_a_part_of_the_target_and_above_zero_where_that_is_better(
    journey_of: Callable[[str], Journey], metric: str, expected: float | None
) -> None:
    journey = journey_of(f"{{title: t, stages: [{{name: s, metrics: [{{name: m, {metric}}}]}}]}}")

    assert distance(journey.stages[0].metrics[0]) == pytest.approx(expected)
