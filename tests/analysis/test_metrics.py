from collections.abc import Callable

import pytest

from mapgen.analysis import Analysis
from mapgen.analysis.metrics import Trend


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("value: 70.2, target: 60, better: lower", (10.2, False)),
        ("value: 58, target: 60, better: lower", (-2, True)),
        ("value: 29.8, target: 40, better: higher", (-10.2, False)),
        ("value: 41, target: 40, better: higher", (1, True)),
        ("value: 40, target: 40", (0, True)),
        ("value: 41, target: 40", (1, None)),
        ("value: 41, better: higher", (None, None)),
        ("target: 41, better: higher", (None, None)),
        ("value: 1e308, target: -1e308, better: higher", (None, None)),
    ],
)
def test_a_metric_is_on_target_or_not_or_nobody_knows(
    analysis_of: Callable[[str], Analysis], metric: str, expected: tuple[float | None, bool | None]
) -> None:
    metrics = analysis_of(f"{{title: t, stages: [{{name: s, metrics: [{{name: m, {metric}}}]}}]}}").metrics
    standing = metrics.standings["/stages/0/metrics/0"]

    assert (standing.metric, standing.place) == ("m", "s")
    assert (standing.gap, standing.on_target) == expected


def test_metrics_of_a_stage_stand_before_those_of_its_touchpoints(analysis_of: Callable[[str], Analysis]) -> None:
    metrics = analysis_of("""
title: t
stages: [{name: s, touchpoints: [{name: a, metrics: [{name: x}]}], metrics: [{name: x}]}]
""").metrics

    assert [one.place for one in metrics.standings.values()] == ["s", "a"]


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("value: 12, better: higher, history: [{date: 2026-01-01, value: 10}]", Trend("2026-01-01", 2, better=True)),
        ("value: 12, better: lower, history: [{date: 2026-01-01, value: 10}]", Trend("2026-01-01", 2, better=False)),
        ("value: 12, history: [{date: 2026-01-01, value: 10}]", Trend("2026-01-01", 2, better=None)),
        ("value: 10, better: higher, history: [{date: 2026-01-01, value: 10}]", Trend("2026-01-01", 0, better=None)),
        (
            "value: 1, history: [{date: 2026-02-01, value: 3}, {date: 2026-01-01, value: 9}]",
            Trend("2026-02-01", -2, None),
        ),
        ("history: [{date: 2026-01-01, value: 3}, {date: 2026-02-01, value: 4}]", Trend("2026-01-01", 1, better=None)),
        ("value: 4, as_of: 2026-02-01, history: [{date: 2026-02-01, value: 4}]", None),
        ("value: 4", None),
        ("history: [{date: 2026-02-01, value: 4}]", None),
    ],
)
def test_a_trend_leads_from_the_reading_before_the_last_to_the_last(
    analysis_of: Callable[[str], Analysis], metric: str, expected: Trend | None
) -> None:
    metrics = analysis_of(f"{{title: t, stages: [{{name: s, metrics: [{{name: m, {metric}}}]}}]}}").metrics

    assert metrics.standings["/stages/0/metrics/0"].trend == expected
