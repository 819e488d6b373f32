"""Moments, History -> how a journey moved, as a chart: each figure over time, and the curve of each version.

All curves share their places: a stage stands where it stands in the others, also if it came later or is gone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import fsum
from typing import Literal

from mapgen.blocks import Text, Tone
from mapgen.charts.series import Series, series
from mapgen.diff.changes import Level
from mapgen.diff.history import CommitInfo, Figures, History, HistoryStep
from mapgen.lanes.scale import along, has_gap, neutral, written
from mapgen.model.journey import EmotionScale
from mapgen.record import record
from mapgen.words import Words

MAX_PANELS = 24
"""So many versions are drawn; of more, the first, the last, and those that changed most."""

Place = tuple[float, float]
"""Where a point stands, as shares of the width, and of the scale from worst to best."""


@record
class Panel:
    """A version: when it was made and what for, its curve and the one before it, each with a place a touchpoint.

    A place is None where nobody knows how a touchpoint feels; with `joins_gaps`, the curve continues there. `ticks` are
    labeled shares of the scale, `neutral` the share that is neither good nor bad. `turns` say what it meant for the
    customer.
    """

    date: str
    commit: str
    subject: str
    turns: tuple[tuple[str, Tone], ...]
    curve: tuple[Place | None, ...]
    before: tuple[Place | None, ...]
    joins_gaps: bool
    neutral: float
    ticks: tuple[tuple[float, str], ...]
    pains: str
    evidence: str | None


@record
class TimelineChart:
    """How a journey moved. `bounds` are where stages part, as shares of the width of a curve.

    `lead` says how many versions there are, and from when, `note` that not all are drawn; `labels` name what a panel
    counts: open pain points and the share of claims with evidence; `keys` the two curves, and where they continue over
    touchpoints without an emotion.
    """

    id: str
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    title: str
    lead: tuple[Text, ...]
    note: str | None
    span: tuple[str, str]
    courses: tuple[Series, ...]
    bounds: tuple[float, ...]
    panels: tuple[Panel, ...]
    labels: tuple[str, str]
    keys: tuple[str, ...]
    story: str


def timeline(moments: Sequence[CommitInfo], history: History) -> TimelineChart:
    """Compose the chart of a history that has a version without errors."""
    newest = history.newest
    assert newest is not None, "a chart is of a version that could be read"  # noqa: S101 - the caller looks
    words = Words(newest.language)
    changed = [index for index, step in enumerate(history.steps) if step.figures and _says(step)]
    shown = _most(changed, history.steps)
    slots = _slots(history.steps)
    lines = tuple(series(history, words))
    span = (moments[0].date, moments[-1].date)
    count = Text(words.number(len(moments)), words("versions"))
    lead = (count, Text(" \N{EN DASH} ".join(dict.fromkeys(span))))
    told = (f"{line.name}: {line.told}." for line in lines if line.told)
    panels = tuple(_panels(moments, history.steps, shown, slots, words))
    keys: tuple[str, ...] = (words("this-version"), words("version-before"))
    if any(panel.joins_gaps and (has_gap(panel.curve) or has_gap(panel.before)) for panel in panels):
        keys = (*keys, words("sign-emotion-gap"))
    return TimelineChart(
        id=newest.id,
        language=newest.language,
        direction=words.direction,
        theme=newest.theme,
        title=newest.title,
        lead=lead,
        note=words("versions-shown", n=len(shown), total=len(changed)) if len(shown) < len(changed) else None,
        span=span,
        courses=lines,
        bounds=tuple(start for start, _ in slots.values() if start),
        panels=panels,
        labels=(words("open-pain-points"), words("evidence-backed")),
        keys=keys,
        story=" ".join((f"{newest.title}: {count.label} {count.text}, {lead[1].text}.", *told)),
    )


def _says(step: HistoryStep) -> bool:
    """Return whether a version is the first one, or changed something."""
    return step.told is None or bool(step.told.sections)


def _most(changed: Sequence[int], steps: Sequence[HistoryStep]) -> list[int]:
    """Return the first, the last, and between them the versions that changed most, in their order."""
    if len(changed) <= MAX_PANELS:
        return list(changed)
    first, *middle, last = changed
    weighed = sorted(middle, key=lambda index: (*_weight(steps[index]), _scattered(index)))
    return [first, *sorted(weighed[: MAX_PANELS - 2]), last]


def _scattered(index: int) -> int:
    """Return a rank by which neighbors stand far apart, so that of equals not only the oldest are taken.

    >>> sorted(range(8), key=_scattered)
    [0, 4, 2, 6, 1, 5, 3, 7]
    """
    return int(f"{index:016b}"[::-1], 2)


def _weight(step: HistoryStep) -> tuple[int, int]:
    """Return by what versions are ordered, those that changed most first: for the customer, then at all."""
    changes = [one.change for section in step.told.sections for one in section.changes] if step.told else []
    return -sum(change.level is Level.CUSTOMER for change in changes), -len(changes)


def _slots(steps: Iterable[HistoryStep]) -> Mapping[str, Place]:
    """Return where each stage begins and how wide it is, as shares: as wide as it was when it had most touchpoints.

    A stage that is gone stands behind the one that it stood behind.
    """
    widths: dict[str, int] = {}
    order: list[str] = []
    for step in reversed([step for step in steps if step.figures]):
        before = -1
        for stage, scores in step.figures.curve if step.figures else ():
            if stage not in widths:
                order.insert(before + 1, stage)
            before = order.index(stage)
            widths[stage] = max(widths.get(stage, 1), len(scores))
    total = fsum(widths.values())
    starts = accumulate((widths[stage] for stage in order), initial=0)
    return {stage: (start / total, widths[stage] / total) for stage, start in zip(order, starts, strict=False)}


def _panels(
    moments: Sequence[CommitInfo],
    steps: Sequence[HistoryStep],
    shown: Iterable[int],
    slots: Mapping[str, Place],
    words: Words,
) -> Iterator[Panel]:
    for index in shown:
        moment, figures = moments[index], steps[index].figures
        earlier = next((one.figures for one in reversed(steps[:index]) if one.figures), None)
        if figures:
            yield Panel(
                date=moment.date,
                commit=moment.commit,
                subject=moment.subject,
                turns=tuple(_turns(steps[index], words)),
                curve=tuple(_curve(figures, slots)),
                before=tuple(_curve(earlier, slots)) if earlier else (),
                joins_gaps=figures.curve_gaps == "join",
                neutral=along(figures.scale, neutral(figures.scale)),
                ticks=tuple(_ticks(figures.scale, words)),
                pains=words.number(figures.open_pains),
                evidence=None if figures.evidence is None else words.percent(figures.evidence, decimals=0),
            )


def _turns(step: HistoryStep, words: Words) -> Iterator[tuple[str, Tone]]:
    found = step.told.comparison.verdict.direction if step.told else "same"
    if found in {"better", "mixed"}:
        yield f"▲ {words('trend-better')}", "good"
    if found in {"worse", "mixed"}:
        yield f"▼ {words('trend-worse')}", "bad"


def _curve(figures: Figures, slots: Mapping[str, Place]) -> Iterator[Place | None]:
    scale = figures.scale
    for stage, scores in figures.curve:
        start, width = slots[stage]
        for index, score in enumerate(scores):
            x = start + width * (index + 0.5) / len(scores)
            yield None if score is None else (x, along(scale, score))


def _ticks(scale: EmotionScale, words: Words) -> Iterator[tuple[float, str]]:
    yield 0.0, written(words, scale, scale.low)
    yield 1.0, written(words, scale, scale.high)
