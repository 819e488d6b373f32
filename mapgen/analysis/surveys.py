"""Counts of answers to a question -> the figure that is known by its name, and how precise it is.

nps    per cent of 9 and 10 less per cent of 0 to 6, from -100 to 100: adjusted Wald interval (three answers more, a
       quarter of them at each end and half of them between)
csat   per cent of 4 and 5: Wilson interval
ces    mean of 1 to 7: normal interval

All intervals are of 95 %. They say nothing of who does not answer.
"""

from collections.abc import Sequence
from math import fsum, sqrt

from mapgen.analysis.chance import Z, wilson
from mapgen.model.facts import Interval
from mapgen.model.snapshot import SurveyCounts
from mapgen.record import record

_DETRACTORS = 7  # answers from 0 to 6
_PROMOTERS = 2  # answers 9 and 10
_SATISFIED = 2  # answers 4 and 5
_MORE = 3
_MORE_AT_AN_END = 0.75


@record
class SurveyFigure:
    """A figure of a survey: its name, its value with the interval around it, its unit, and how many answered."""

    name: str
    value: float
    interval: Interval
    unit: str | None
    sample: int


def survey_figure(survey: SurveyCounts) -> SurveyFigure | None:
    """Return the figure of a question; None without an answer.

    >>> found = survey_figure(SurveyCounts("pays", "csat", (10, 10, 20, 30, 30)))
    >>> (found.name, found.value, round(found.interval.low, 1), round(found.interval.high, 1)) if found else None
    ('CSAT', 60.0, 50.2, 69.1)
    """
    answers = survey.answers
    size = sum(answers)
    if not size:
        return None
    match survey.question:
        case "nps":
            value, interval = _nps(answers, size)
            return SurveyFigure("NPS", value, interval, None, size)
        case "csat":
            share = sum(answers[-_SATISFIED:]) / size
            found = wilson(share, size)
            return SurveyFigure("CSAT", 100 * share, Interval(100 * found.low, 100 * found.high), "%", size)
        case _:
            value, interval = _mean(answers, size)
            return SurveyFigure("CES", value, interval, None, size)


def _nps(answers: Sequence[int], size: int) -> tuple[float, Interval]:
    """Return the net promoter score; promoters and detractors are counted on one scale, so their difference varies."""
    promoters, detractors = sum(answers[-_PROMOTERS:]), sum(answers[:_DETRACTORS])
    value = 100 * (promoters - detractors) / size
    most, few = ((count + _MORE_AT_AN_END) / (size + _MORE) for count in (promoters, detractors))
    center = most - few
    half = Z * sqrt((most + few - center * center) / (size + _MORE))
    return value, _around(value, 100 * (center - half), 100 * (center + half), -100, 100)


def _mean(answers: Sequence[int], size: int) -> tuple[float, Interval]:
    highest = len(answers)
    mean = fsum(answer * count for answer, count in enumerate(answers, start=1)) / size
    if size == 1:
        return mean, Interval(1, highest)
    squares = fsum(count * (answer - mean) ** 2 for answer, count in enumerate(answers, start=1))
    half = Z * sqrt(squares / (size - 1) / size)
    return mean, _around(mean, mean - half, mean + half, 1, highest)


def _around(value: float, low: float, high: float, least: float, most: float) -> Interval:
    """Return an interval on a scale, with the value in it."""
    return Interval(min(value, max(low, least)), max(value, min(high, most)))
