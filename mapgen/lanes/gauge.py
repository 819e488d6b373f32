"""A metric -> the meter that shows it."""

from mapgen.blocks import Meter, Tone
from mapgen.lanes.claims import grounds
from mapgen.lanes.lane import View
from mapgen.model.journey import Metric, Number, backs
from mapgen.words import NO_BREAK, Words

HEADROOM = 1.15  # a bar is this much longer than its largest value, so that the largest does not look complete
WHOLE = 100  # the end of the bar of a percentage
LARGEST = 1e300
SIDES = {"higher": f"≥{NO_BREAK}", "lower": f"≤{NO_BREAK}"}


def gauge(view: View, metric: Metric, number: int | None) -> Meter:
    """Make the meter of a metric."""
    words = view.words
    end = extent(metric)
    return Meter(
        name=metric.name,
        value=quantity(words, metric.value, metric.unit) or unmeasured(words, metric.unit),
        share=along(metric.value, end),
        target=along(metric.target, end),
        target_text=target(words, metric),
        note=note(words, metric),
        tone=tone(view, metric),
        hypothesis=not backs(metric.evidence),
        readings=tuple(share for reading in metric.history if (share := along(reading.value, end)) is not None),
        number=number,
    )


def unmeasured(words: Words, unit: str | None) -> str:
    """Say that there is no value, and in what it would be measured."""
    return f"{words('not-measured')} ({unit})" if unit else words("not-measured")


def extent(metric: Metric) -> Number | None:
    """Return the value at the end of the bar; None where no bar makes sense: below zero, all zero, beyond measure."""
    values = [value for value in (metric.value, metric.target) if value is not None]
    values += [reading.value for reading in metric.history]
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
    """Tell what is aimed at: "target ≤ 60 %"; without a target, which way is better."""
    aim = quantity(words, metric.target, metric.unit)
    if aim is None:
        return words(f"better-{metric.better}") if metric.better else None
    side = SIDES[metric.better] if metric.better else ""
    return words("target-of", value=f"{side}{aim}")


def note(words: Words, metric: Metric) -> str:
    """Tell when and over which time it was measured, how one knows, and what was measured before."""
    period = words.duration(metric.period) if metric.period else None
    before = (f"{reading.date}: {words.number(reading.value)}" for reading in metric.history)
    return " · ".join(text for text in (metric.as_of, period, grounds(words, metric.evidence), *before) if text)


def tone(view: View, metric: Metric) -> Tone:
    """Return whether the target is met; plain where nobody can say."""
    met = view.analysis.metrics.met(metric)
    return "plain" if met is None else "good" if met else "bad"
