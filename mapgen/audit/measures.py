"""Journey -> its metrics with their places."""

from collections.abc import Iterator

from mapgen.model.journey import Journey, Metric, Stage, Touchpoint


def measures(journey: Journey) -> Iterator[tuple[Metric, Stage, Touchpoint | None]]:
    """Yield each metric with its stage, and with its touchpoint where it is one of a touchpoint."""
    for stage in journey.stages:
        yield from ((metric, stage, None) for metric in stage.metrics)
        for touchpoint in stage.touchpoints:
            yield from ((metric, stage, touchpoint) for metric in touchpoint.metrics)


def said(metric: Metric, value: object) -> str:
    """Write a value of a metric with its unit."""
    return f"{value} {metric.unit}" if metric.unit else f"{value}"
