"""A metric -> the meter that shows it."""

from collections.abc import Sequence

from mapgen.analysis.metrics import readings
from mapgen.blocks import Meter, Tone
from mapgen.lanes.evidence_text import grounds
from mapgen.lanes.lane import LaneContext
from mapgen.model.calendar import last_day
from mapgen.model.journey import Interval, Metric, Number, Reading
from mapgen.words import NO_BREAK, Words

HEADROOM = 1.15  # a bar is this much longer than its largest value, so that the largest does not look complete
WHOLE = 100  # the end of the bar of a percentage
LARGEST = 1e300
SIDES = {"higher": f"≥{NO_BREAK}", "lower": f"≤{NO_BREAK}"}


def meter(view: LaneContext, metric: Metric, number: int | None, place: str) -> Meter:
    """Make the meter of a metric; `place` is the id of the stage or touchpoint that it belongs to."""
    words = view.words
    interval = view.analysis.metrics.interval(metric)
    end = extent(metric, interval)
    return Meter(
        name=metric.name,
        value=quantity(words, metric.value, metric.unit) or unmeasured(words, metric.unit),
        share=along(metric.value, end),
        target=along(metric.target, end),
        target_text=target(words, metric),
        note=note(view, metric, interval),
        tone=tone(view, metric),
        hypothesis=view.is_guess(metric.evidence),
        readings=spread(metric),
        trend=trend(view, metric),
        trend_tone=direction(view, metric),
        number=number,
        anchor=f"metric-{place}.{metric.id}",
        distance=distance(metric),
        whisker=whisker(metric, interval),
        span=span(interval, end),
    )


def whisker(metric: Metric, interval: Interval | None) -> tuple[float, float] | None:
    """Return the ends of a confidence interval as distances from the target; None without one, or without a bar."""
    if interval is None or distance(metric) is None:
        return None
    ends = [distance(metric, end) for end in (interval.low, interval.high)]
    low, high = sorted(end for end in ends if end is not None) if None not in ends else (0.0, 0.0)
    return (low, high) if low < high else None


def span(interval: Interval | None, end: Number | None) -> tuple[float, float] | None:
    """Return where on the bar a confidence interval begins and ends, from 0 to 1."""
    if interval is None or end is None:
        return None
    low, high = (min(1.0, max(0.0, edge / end)) for edge in (interval.low, interval.high))
    return low, high


def distance(metric: Metric, at: Number | None = None) -> float | None:
    """Return how far the value, or another one, is from the target, as a part of the target.

    Above 0 is better, below 0 worse.

    None where one of both is missing, or the target is zero and the value is not: no part of zero is that far.
    """
    value = metric.value if at is None else at
    if value is None or metric.target is None or max(abs(value), abs(metric.target)) > LARGEST:
        return None
    if value == metric.target:
        return 0.0
    if not metric.target:
        return None
    apart = (value - metric.target) / abs(metric.target)
    return -apart if metric.better == "lower" else apart


def spread(metric: Metric) -> tuple[tuple[float, float], ...]:
    """Return the values over time as shares of that time and of their range; nothing for fewer than two."""
    known = readings(metric) if metric.history else ()
    values = [value for _, value in known]
    if len(values) < 2 or max(map(abs, values)) > LARGEST:  # noqa: PLR2004 - a line has two ends
        return ()
    low, high = min(values), max(values)
    days = _days([day for day, _ in known])
    first, whole = days[0], (days[-1] - days[0]) or 1
    return tuple(
        ((day - first) / whole, (value - low) / (high - low) if high > low else 0.5)
        for day, value in zip(days, values, strict=True)
    )


def _days(known: Sequence[str | None]) -> list[int]:
    """Return days as numbers; one that nobody gave, or that lies before the one before it, comes a step after that."""
    days = [last_day(day).toordinal() if day else 0 for day in known]
    step = max(1, (days[-2] - days[0]) // max(1, len(days) - 2))
    return [*days[:-1], days[-1] if days[-1] > days[-2] else days[-2] + step]


def trend(view: LaneContext, metric: Metric) -> str | None:
    """Report how the metric moved last: "+6 since 2026-03-31, better"."""
    moved = view.analysis.metrics.trend(metric)
    if moved is None:
        return None
    words = view.words
    change = words.score(moved.change, crossing=True)
    said = words("trend", change=change, date=words.date(moved.since))
    if moved.by_chance:
        return f"{said}, {words('trend-chance')}"
    return said if moved.better is None else f"{said}, {words('trend-better' if moved.better else 'trend-worse')}"


def direction(view: LaneContext, metric: Metric) -> Tone:
    """Return whether the metric moved to the better; plain where nobody can say."""
    moved = view.analysis.metrics.trend(metric)
    better = moved.better if moved and not moved.by_chance else None
    return "plain" if better is None else "good" if better else "bad"


def unmeasured(words: Words, unit: str | None) -> str:
    """Say that there is no value, and in what it would be measured."""
    return f"{words('not-measured')} ({unit})" if unit else words("not-measured")


def extent(metric: Metric, interval: Interval | None = None) -> Number | None:
    """Return the value at the end of the bar; None where no bar makes sense: below zero, all zero, beyond measure."""
    values = [value for value in (metric.value, metric.target) if value is not None]
    values += [reading.value for reading in metric.history]
    values += [interval.high] if interval else []
    if not values or min(values) < 0 or max(values) > LARGEST:
        return None
    if metric.unit == "%" and max(values) <= WHOLE:
        return WHOLE
    return max(values) * HEADROOM or None


def along(value: Number | None, end: Number | None) -> float | None:
    """Return where on the bar a value lies, from 0 to 1."""
    return None if value is None or end is None else min(1.0, value / end)


def quantity(words: Words, value: Number | None, unit: str | None) -> str | None:
    """Write a value with its unit; None where there is no value."""
    if value is None:
        return None
    return words.number(value) if unit is None else words.with_unit(value, unit)


def target(words: Words, metric: Metric) -> str | None:
    """Report what is aimed at: "target ≤ 60 %"; without a target, which way is better."""
    aim = quantity(words, metric.target, metric.unit)
    if aim is None:
        return words(f"better-{metric.better}") if metric.better else None
    side = SIDES[metric.better] if metric.better else ""
    return words("target-of", value=f"{side}{aim}")


def between(words: Words, metric: Metric, interval: Interval | None) -> str | None:
    """Report the ends of a confidence interval, a computed one to one decimal: "between 66.1 % and 74 %"."""
    if interval is None:
        return None
    ends = (interval.low, interval.high)
    low, high = (quantity(words, end if metric.interval else round(end, 1), metric.unit) or "" for end in ends)
    return words("interval-of", low=low, high=high)


def sampled(words: Words, size: int | None) -> str | None:
    """Report the size of a sample: "n = 240"."""
    return None if size is None else words("sample-of", n=words.number(size))


def earlier(words: Words, reading: Reading) -> str:
    """Report an earlier value with the size of its sample."""
    size = sampled(words, reading.sample)
    return f"{words.number(reading.value)} ({size})" if size else words.number(reading.value)


def note(view: LaneContext, metric: Metric, interval: Interval | None) -> str:
    """Report how precise it is, when and over which time it was measured, how one knows, and what it was before."""
    words = view.words
    precision = between(words, metric, interval), sampled(words, metric.sample)
    day = words.date(metric.as_of) if metric.as_of else None
    period = words.duration(metric.period) if metric.period else None
    before = (f"{words.date(reading.date)}: {earlier(words, reading)}" for reading in metric.history)
    return " · ".join(text for text in (*precision, day, period, grounds(view, metric.evidence), *before) if text)


def tone(view: LaneContext, metric: Metric) -> Tone:
    """Return whether the target is met; plain where nobody can say."""
    met = view.analysis.metrics.met(metric)
    return "plain" if met is None else "good" if met else "bad"
