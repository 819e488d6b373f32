"""History -> each figure of it over time: lowest moment, stages, pain points, evidence, conversion, metrics."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from mapgen.analysis.chance import within_chance
from mapgen.analysis.metrics import estimate
from mapgen.analysis.times import TimeSum
from mapgen.blocks import Tone
from mapgen.diff.history import Figures, History
from mapgen.diff.observations import MIN_CHANGE
from mapgen.lanes.scale import along, neutral, within, written
from mapgen.lanes.times import sum_text
from mapgen.model.calendar import seconds
from mapgen.model.journey import EmotionScale, Metric, Number
from mapgen.record import record, replace
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.diff.period_figures import ObservedPeriods

STAGES = 24
"""So many stages have a line of their own."""

EXITS = 12
"""So many figures of a snapshot have one, most of them exits."""

METRICS = 12
"""So many metrics have one: those that changed, the first of them first."""


@record
class Series:
    """A figure over all versions: `kind` and `name` say which, `told` from what to what.

    `shares` are its values from 0 to 1, None where a version has none; `neutral` is the share that is neither good
    nor bad, where the figure is a feeling. `tone` says whether it is better now than it was.
    """

    kind: str
    name: str
    told: str
    tone: Tone
    shares: tuple[float | None, ...]
    neutral: float | None = None
    span: tuple[str, str] | None = None
    """The first and last period, where it is over the periods of a snapshot and not over versions."""
    provisional: bool = False
    """Whether its last value may still change."""


Point = tuple[float, str]
"""The share of a value, and how one writes it."""


def series(history: History, words: Words) -> Iterator[Series]:
    """Yield the figures that any version has."""
    versions = [step.figures for step in history.steps]
    for course in _all(versions, history, words):
        if course.told:
            yield course


def _all(versions: Sequence[Figures | None], history: History, words: Words) -> Iterator[Series]:
    draw = _Draw(words, next((one.scale for one in reversed(versions) if one), None))
    troughs = [_felt(one, one.trough, words) if one else None for one in versions]
    yield draw.feeling(words("emotion"), words("lowest-moment"), troughs)
    most = max((one.open_pains for one in versions if one), default=0) or 1
    pains = [(one.open_pains / most, words.number(one.open_pains)) if one else None for one in versions]
    yield draw.course(words("pain-points"), words("open-pain-points"), pains, better=-1)
    proofs = [_share(one.evidence, words) if one else None for one in versions]
    yield draw.course(words("evidence"), words("evidence-backed"), proofs, better=1)
    went = [_share(one.as_planned, words) if one else None for one in versions]
    yield draw.course(words("observed"), words("as-planned"), went, better=1)
    rates = [_share(one.conversion, words) if one else None for one in versions]
    yield draw.course(words("funnel"), words("reach-last-stage"), rates, better=1)
    for time, better in (("touchpoint-time", 0), ("wait", -1)):
        yield draw.course(words("times"), words(time), _times(versions, time, words), better=better)
    for stage, name in islice(history.stages.items(), STAGES):
        means = [_felt(one, one.feelings.get(stage), words) if one else None for one in versions]
        yield draw.feeling(words("mean-emotion"), name, means)
    moved = ((key, [one.metrics.get(key) if one else None for one in versions]) for key in history.metrics)
    several = ((key, found) for key, found in moved if len({one.value for one in found if one}) > 1)
    for key, found in islice(several, METRICS):
        yield draw.metric(history.metrics[key], found)
    if history.observed:
        yield from _observed(history.observed, draw, words)


def _observed(seen: "ObservedPeriods", draw: "_Draw", words: Words) -> Iterator[Series]:
    """Yield the figures of a snapshot over its periods; what is provisional is drawn, but nothing is told of it."""
    periods = seen.periods
    span = periods[0].name, periods[-1].name
    found = [("as-planned", words("as-planned"), [one.as_planned for one in periods], 1)]
    found += [("reach-last-stage", words("reach-last-stage"), [one.conversion for one in periods], 1)]
    found += [(place, name, [one.exits.get(place) for one in periods], -1) for place, name in seen.exits.items()]
    for key, name, shares, better in islice(found, EXITS):
        kind = words("exits") if key in seen.exits else words("observed")
        complete = [share for share, one in zip(shares, periods, strict=True) if not one.provisional]
        line = draw.course(kind, name, [_share(share, words) for share in complete], better=better)
        known = [share for share in complete if share is not None]
        moved = bool(known) and abs(known[-1] - known[0]) >= MIN_CHANGE
        yield replace(
            line,
            shares=tuple(shares),
            tone=line.tone if moved else "plain",
            span=span,
            provisional=periods[-1].provisional,
        )


class _Draw:
    """Points -> courses in some words; feelings lie on the scale of the newest version."""

    def __init__(self, words: Words, scale: EmotionScale | None) -> None:
        self._words = words
        self._neutral = along(scale, neutral(scale)) if scale else None

    def course(
        self, kind: str, name: str, points: Sequence[Point | None], *, better: int, neutral: float | None = None
    ) -> Series:
        """Return a course; `better` is 1 where higher is better, -1 where lower is, and 0 where nobody says."""
        known = [point for point in points if point]
        first, last = (known[0], known[-1]) if known else ((0.0, ""), (0.0, ""))
        moved = first[1] != last[1]
        told = f"{first[1]}{arrow(self._words)}{last[1]}" if moved else last[1]
        change = (last[0] - first[0]) * better
        tone: Tone = "plain" if not (moved and change) else "good" if change > 0 else "bad"
        return Series(kind, name, told, tone, tuple(point[0] if point else None for point in points), neutral)

    def feeling(self, kind: str, name: str, points: Sequence[Point | None]) -> Series:
        """Return the course of a feeling."""
        return self.course(kind, name, points, better=1, neutral=self._neutral)

    def metric(self, name: str, found: Sequence[Metric | None]) -> Series:
        """Return the course of a metric, between its least and its largest value."""
        values = [within(one.value) for one in found if one and one.value is not None]
        least, most = min(values), max(values)
        points = [
            ((within(one.value) - least) / (most - least or 1), measured(one, self._words))
            if one and one.value is not None
            else None
            for one in found
        ]
        known = [one for one in found if one]
        oldest, newest = estimate(known[0]), estimate(known[-1])
        by_chance = oldest and newest and within_chance(oldest, newest)
        better = 0 if by_chance else {"higher": 1, "lower": -1}.get(known[-1].better or "", 0)
        return self.course(self._words("metric"), name, points, better=better)


def _felt(figures: Figures, score: Number | None, words: Words) -> Point | None:
    if score is None:
        return None
    scale = figures.scale
    return along(scale, score), written(words, scale, round(score, 1))


def _times(versions: Sequence[Figures | None], key: str, words: Words) -> list[Point | None]:
    """Return the sums of durations or waits; of a range, the middle is drawn."""
    times = [one.times if one else None for one in versions]
    totals = [(one.wait if key == "wait" else one.duration) if one else None for one in times]
    most = max((_middle(total) for total in totals if total), default=0.0) or 1.0
    return [(_middle(total) / most, sum_text(words, total)) if total else None for total in totals]


def _middle(total: TimeSum) -> float:
    length = total.duration
    return (seconds(length.parts) + seconds(length.most or length.parts)) / 2


def _share(part: float | None, words: Words) -> Point | None:
    return None if part is None else (part, words.percent(part))


def arrow(words: Words) -> str:
    """Return what stands between a value and the next one, in the direction of the text."""
    return f" {words.arrow} "


def measured(metric: Metric, words: Words) -> str:
    """Write the value of a metric that has one, with its unit."""
    value = metric.value or 0
    return words.with_unit(value, metric.unit) if metric.unit else words.number(value)
