"""What was answered to surveys -> the metrics of a spec: their values, samples and confidence intervals."""

from collections.abc import Iterator

from mapgen.analysis.surveys import SurveyFigure, survey_figure
from mapgen.formatting.edits import Edit, Step
from mapgen.model import walk
from mapgen.model.journey import Journey, Metric
from mapgen.model.references import folded
from mapgen.source.tree import Json, Source

_DIGITS = 1
_HIGHER_IS_BETTER = frozenset({"NPS", "CSAT"})


def survey_edits(source: Source, journey: Journey) -> Iterator[Edit]:
    """Yield what makes each figure of the surveys a metric of its place; one of that name gets the new value.

    A metric in another unit is not the same, and stays as it is.
    """
    parts = {location.part.id: location.part for location in walk.locations(journey)}
    added: dict[str, int] = {}
    for survey in journey.observed.surveys if journey.observed else ():
        part, figure = parts.get(survey.place), survey_figure(survey)
        if part is None or figure is None:
            continue
        path = steps(part.pointer)
        metric = next((one for one in part.metrics if folded(one.name) == folded(figure.name)), None)
        if metric is None:
            if part.id not in added and isinstance(_at(source.data, path), str):
                yield Edit(path, {"name": part.name})
            place = len(part.metrics) + added.get(part.id, 0)
            added[part.id] = added.get(part.id, 0) + 1
            yield Edit((*path, "metrics", place), _new(figure))
        elif metric.unit in {None, figure.unit} or metric.value is None:
            yield from _changed(metric, figure)


def steps(pointer: str) -> tuple[Step, ...]:
    """Return the steps of a pointer to a stage or something in it, or to an edge: names of keys, and numbers."""
    return tuple(int(part) if part.isdecimal() else part for part in pointer.split("/")[1:])


def _new(figure: SurveyFigure) -> dict[str, Json]:
    better: dict[str, Json] = {"better": "higher"} if figure.name in _HIGHER_IS_BETTER else {}
    return {"name": figure.name, **_values(figure), **better}


def _changed(metric: Metric, figure: SurveyFigure) -> Iterator[Edit]:
    """Yield the values of a metric that are different now."""
    interval: Json = [metric.interval.low, metric.interval.high] if metric.interval else None
    before: dict[str, Json] = {
        "value": metric.value,
        "unit": metric.unit,
        "sample": metric.sample,
        "interval": interval,
    }
    for key, value in _values(figure).items():
        if before[key] != value:
            yield Edit((*steps(metric.pointer), key), value)


def _values(figure: SurveyFigure) -> dict[str, Json]:
    unit: dict[str, Json] = {"unit": figure.unit} if figure.unit else {}
    interval: list[Json] = [_rounded(figure.interval.low), _rounded(figure.interval.high)]
    return {"value": _rounded(figure.value), **unit, "sample": figure.sample, "interval": interval}


def _rounded(value: float) -> float:
    shown = round(value, _DIGITS)
    return int(shown) if shown == int(shown) else shown


def _at(data: Json, path: tuple[Step, ...]) -> Json:
    """Return what stands at a place of the data."""
    for step in path:
        data = data[step]  # type: ignore[index]  # the path leads through it
    return data
