"""Every metric against its target."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.meter import between, earlier, quantity, sampled, tone, trend
from mapgen.model import walk
from mapgen.model.journey import Metric, Number
from mapgen.model.walk import Location
from mapgen.tables.cells import cell, grounds, named, order_of, place, word
from mapgen.tables.table import TableCell, TableKind, TableRow

VERDICTS = {"good": "on-target", "bad": "off-target"}


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each metric in order of its place."""
    for metric, where in walk.metrics(view.journey):
        yield row(view, metric, where)


def row(view: LaneContext, metric: Metric, where: Location) -> TableRow:
    """Report one metric."""
    words = view.words
    return (
        named(metric.name, f"metric-{where.part.id}.{metric.id}"),
        place(view, where.stage, where.touchpoint),
        measure(view, metric.value, metric.unit),
        cell(between(words, metric, view.analysis.metrics.interval(metric))),
        cell(sampled(words, metric.sample)),
        measure(view, metric.target, metric.unit),
        verdict(view, metric),
        cell(trend(view, metric)),
        word(view, "better", metric.better),
        cell(words.date(metric.as_of) if metric.as_of else None),
        cell(words.duration(metric.period) if metric.period else None),
        tuple(Text(text=earlier(words, reading), label=words.date(reading.date)) for reading in metric.history),
        grounds(view, metric.evidence),
    )


def measure(view: LaneContext, value: Number | None, unit: str | None) -> TableCell:
    """Hold a value with its unit."""
    text = quantity(view.words, value, unit)
    return () if value is None or text is None else (Text(text=text, order=order_of(value)),)


def verdict(view: LaneContext, metric: Metric) -> TableCell:
    """Return whether the target is met, where that can be told."""
    meaning = tone(view, metric)
    order = float(meaning == "good")
    return (Text(text=view.words(VERDICTS[meaning]), tone=meaning, order=order),) if meaning in VERDICTS else ()


TABLE = TableKind(
    title="metrics",
    rank=60,
    columns=(
        "metric",
        "place",
        "value",
        "interval",
        "sample",
        "target",
        "verdict",
        "trend-column",
        "better",
        "as-of",
        "period",
        "history",
        "evidence",
    ),
    rows=rows,
)
