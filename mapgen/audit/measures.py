"""Metrics in the findings of rules."""

from collections.abc import Iterator

from mapgen.audit.responses import answered_places
from mapgen.audit.rule import Case
from mapgen.model import walk
from mapgen.model.journey import Metric


def unanswered(case: Case) -> Iterator[Metric]:
    """Yield each metric without an opportunity at its touchpoint or, for one of a stage, in the stage."""
    answered = frozenset[str]() if case.settings["also_answered"] else answered_places(case.journey)
    for metric, location in walk.metrics(case.journey):
        places = (location.touchpoint,) if location.touchpoint else walk.parts(location.stage)
        if not any(place.id in answered for place in places):
            yield metric


def with_unit(metric: Metric, value: object) -> str:
    """Return a value of a metric with its unit."""
    return f"{value} {metric.unit}" if metric.unit else f"{value}"
