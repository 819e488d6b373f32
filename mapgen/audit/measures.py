"""Journey -> its metrics with their places."""

from collections.abc import Iterator

from mapgen.audit.remedies import answered_touchpoints
from mapgen.audit.rule import Case
from mapgen.model.journey import Journey, Metric, Stage, Touchpoint


def measures(journey: Journey) -> Iterator[tuple[Metric, Stage, Touchpoint | None]]:
    """Yield each metric with its stage, and with its touchpoint where it is one of a touchpoint."""
    for stage in journey.stages:
        yield from ((metric, stage, None) for metric in stage.metrics)
        for touchpoint in stage.touchpoints:
            yield from ((metric, stage, touchpoint) for metric in touchpoint.metrics)


def unanswered(case: Case) -> Iterator[Metric]:
    """Yield each metric in whose place nobody works on it: its touchpoint, or any of its stage for one of the stage."""
    answered = frozenset[str]() if case.settings["also_answered"] else answered_touchpoints(case.journey)
    for metric, stage, touchpoint in measures(case.journey):
        places = (touchpoint,) if touchpoint else stage.touchpoints
        if not any(one.id in answered for one in places):
            yield metric


def said(metric: Metric, value: object) -> str:
    """Write a value of a metric with its unit."""
    return f"{value} {metric.unit}" if metric.unit else f"{value}"
