"""What the tables of what was observed have in common: where a share belongs, and what it says."""

from collections.abc import Iterator

from mapgen.analysis.observation import ObservedShare
from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, number, share, there
from mapgen.tables.table import TableCell, TableRow

MOST = 10
"""How many rows a table tells."""

_POINTS = 100


def observed_shares(view: LaneContext) -> Iterator[tuple[str, str | None, ObservedShare]]:
    """Yield each transition and exit of all that was observed."""
    return view.analysis.observed.whole.shares() if view.analysis.observed else iter(())


def ends(view: LaneContext, start: str, end: str | None) -> tuple[TableCell, TableCell]:
    """Hold where a transition starts and ends; an exit leaves."""
    places = {touchpoint.id: touchpoint for touchpoint in view.journey.touchpoints()}
    return there(view, places[start]), there(view, places[end]) if end else cell(view.words("leaves"))


def figures(view: LaneContext, taken: ObservedShare) -> TableRow:
    """Hold the planned share, the observed one, their difference in points, and the visits that they are of."""
    return (
        share(view, taken.planned),
        share(view, taken.share),
        () if taken.difference is None else _points(view, taken.difference),
        number(view, taken.of),
    )


def headings(view: LaneContext) -> tuple[str, ...]:
    """Name the columns of the figures; of a future map, what is observed is how it is today."""
    seen = "today" if view.journey.state == "future" else "observed"
    return tuple(view.words(key) for key in ("planned", seen, "difference-in-points", "visits"))


def _points(view: LaneContext, difference: float) -> TableCell:
    points = round(difference * _POINTS, 1)
    return (Text(text=view.words.score(points, crossing=True), order=points),)
