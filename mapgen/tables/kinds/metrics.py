"""Every metric against its target."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.gauge import quantity, tone, trend
from mapgen.lanes.lane import View
from mapgen.lanes.trials import Place, metrics_of
from mapgen.model.journey import Metric, Number
from mapgen.tables.cells import cell, grounds, named, order_of, place, word
from mapgen.tables.table import TableCell, TableKind, TableRow, never

VERDICTS = {"good": "on-target", "bad": "off-target"}


def rows(view: View) -> Iterator[TableRow]:
    """Tell each metric in order of its place."""
    for metric, where in metrics_of(view.journey):
        yield row(view, metric, where)


def row(view: View, metric: Metric, where: Place) -> TableRow:
    """Tell one metric."""
    words = view.words
    return (
        named(metric.name, f"metric-{(where.touchpoint or where.stage).id}.{metric.id}"),
        place(view, where.stage, where.touchpoint),
        measure(view, metric.value, metric.unit),
        measure(view, metric.target, metric.unit),
        verdict(view, metric),
        cell(trend(view, metric)),
        word(view, "better", metric.better),
        cell(metric.as_of),
        cell(words.duration(metric.period) if metric.period else None),
        tuple(Text(text=words.number(reading.value), label=reading.date) for reading in metric.history),
        grounds(view, metric.evidence),
    )


def measure(view: View, value: Number | None, unit: str | None) -> TableCell:
    """Hold a value with its unit."""
    text = quantity(view.words, value, unit)
    return () if value is None or text is None else (Text(text=text, order=order_of(value)),)


def verdict(view: View, metric: Metric) -> TableCell:
    """Tell whether the target is met, where that can be told."""
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
    drawn=never,
)
