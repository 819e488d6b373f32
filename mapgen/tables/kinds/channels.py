"""Each channel, its mode, and how often each stage uses it: "Purchase (2)" has two touchpoints on it."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, named, notes
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each channel with the stages that use it."""
    stages = [stage.name for stage in view.journey.stages]
    for channel, use in zip(view.journey.channels, view.analysis.channels.uses, strict=True):
        mode = view.words(channel.mode) if channel.mode else None
        times = zip(stages, use.counts, strict=True)
        places = " · ".join(f"{stage} ({view.words.number(count)})" for stage, count in times if count)
        used = cell(places or view.words("not-used"))
        yield named(channel.name, f"channel-{channel.id}"), cell(mode), used, notes(channel.extras)


TABLE = TableKind(
    title="channels",
    rank=90,
    columns=("channel", "mode", "used-in", "notes"),
    rows=rows,
)
