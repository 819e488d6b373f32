"""Journey -> how long its touchpoints take and how long customers wait there: sums by stage, and of the whole journey.

Each touchpoint counts once, whatever the flow says. Amounts are added by unit, since a month has no fixed number of
days.
"""

from collections.abc import Iterable, Mapping, Sequence

from mapgen.model.basics import Duration, Number
from mapgen.model.journey import Journey, Touchpoint
from mapgen.record import record

_GROUPS = (("years", "months"), ("weeks",), ("days", "hours", "minutes", "seconds"))
_IN_NEXT = {"months": 12, "hours": 24, "minutes": 60, "seconds": 60}

Parts = tuple[tuple[Number, str], ...]


@record
class TimeSum:
    """The sum of what is stated; a minimum if `missing` touchpoints state nothing."""

    duration: Duration
    missing: int


@record
class Times:
    """The time that touchpoints take, and how long customers wait at them; None where no touchpoint states any."""

    duration: TimeSum | None
    wait: TimeSum | None


@record
class TimeAnalysis:
    """The times of each stage (id), and of the whole journey."""

    stages: Mapping[str, Times]
    journey: Times


def analyze_times(journey: Journey) -> TimeAnalysis:
    """Return the sums of a journey."""
    stages = {stage.id: _times(stage.touchpoints) for stage in journey.stages}
    return TimeAnalysis(stages, _times(tuple(journey.touchpoints())))


def _times(touchpoints: Sequence[Touchpoint]) -> Times:
    return Times(
        _sum([touchpoint.duration for touchpoint in touchpoints]), _sum([touchpoint.wait for touchpoint in touchpoints])
    )


def _sum(durations: Sequence[Duration | None]) -> TimeSum | None:
    stated = [duration for duration in durations if duration]
    if not stated:
        return None
    low = add_parts(duration.parts for duration in stated)
    high = add_parts(duration.most or duration.parts for duration in stated)
    return TimeSum(Duration(low, high if high != low else ()), len(durations) - len(stated))


def add_parts(durations: Iterable[Parts]) -> Parts:
    """Return the sum of durations; it has no unit larger than those of the durations, but for hours of minutes.

    >>> add_parts([((40, "minutes"),), ((1, "hours"), (30, "minutes"))])
    ((2, 'hours'), (10, 'minutes'))
    >>> (
    ...     add_parts([((8, "hours"),)] * 4),
    ...     add_parts([((1, "days"),), ((30, "hours"),)]),
    ...     add_parts([((2, "weeks"),)] * 2),
    ... )
    (((32, 'hours'),), ((2, 'days'), (6, 'hours')), ((4, 'weeks'),))
    >>> add_parts([((2, "weeks"),), ((1, "days"),)]), add_parts([((1, "months"),), ((3, "days"),)])
    (((15, 'days'),), ((1, 'months'), (3, 'days')))
    """
    totals: dict[str, Number] = {}
    for amount, unit in (part for parts in durations for part in parts):
        totals[unit] = totals.get(unit, 0) + amount
    used = set(totals)
    if "weeks" in used and used - {"weeks", "months", "years"}:
        totals["days"] = totals.get("days", 0) + 7 * totals.pop("weeks")
        used.add("days")
    for unit, smaller in (("days", "hours"), ("hours", "minutes")):
        if fraction := totals.get(unit, 0) % 1:
            totals[unit] -= fraction
            totals[smaller] = totals.get(smaller, 0) + fraction * _IN_NEXT[smaller]
    for group in _GROUPS:
        _carry(totals, group, used)
    parts = tuple((_plain(totals[unit]), unit) for group in _GROUPS for unit in group if totals.get(unit))
    return parts or ((0, next(unit for group in reversed(_GROUPS) for unit in reversed(group) if unit in used)),)


def _carry(totals: dict[str, Number], group: Sequence[str], used: set[str]) -> None:
    """Move whole larger units up, from the smallest unit on."""
    for larger, unit in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        if totals.get(unit) and (larger in {"minutes", "hours"} or larger in used):
            whole, rest = divmod(totals[unit], _IN_NEXT[unit])
            totals[unit] = rest
            totals[larger] = totals.get(larger, 0) + whole


def _plain(amount: Number) -> Number:
    rounded = round(amount, 6)
    return int(rounded) if rounded == int(rounded) else rounded
