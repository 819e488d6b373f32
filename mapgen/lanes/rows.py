"""Journey, Analysis -> the grid: which lanes the map shows, in which order, and what they say."""

from collections.abc import Iterator

from mapgen.lanes import LANES
from mapgen.lanes.authored import authored
from mapgen.lanes.grid import Column, Grid, Heading, Line, Row
from mapgen.lanes.lane import Lane, View


def grid(view: View, chosen: tuple[str, ...]) -> Grid:
    """Make the grid with the lanes that are `chosen`, in that order; all that have something to say where none is."""
    return Grid(
        stage_title=view.words("stage"),
        headings=tuple(headings(view)),
        columns=tuple(columns(view)),
        rows=tuple(rows(view, chosen or default(view))),
    )


def unchosen(view: View, chosen: tuple[str, ...]) -> tuple[Row, ...]:
    """Make the rows of a map without a choice that the choice leaves out."""
    return tuple(rows(view, tuple(name for name in default(view) if name not in chosen))) if chosen else ()


def default(view: View) -> tuple[str, ...]:
    """Return the lanes that a map shows when nobody chose: by rank, then the author's own."""
    return (*by_rank(), *authored(view))


def rows(view: View, names: tuple[str, ...]) -> Iterator[Row]:
    """Make the rows of the named lanes that have something to say."""
    own = authored(view)
    for name in dict.fromkeys(names):
        row = own.get(name) or built(view, name)
        if row and row.cells:
            yield row


def by_rank() -> list[str]:
    """Return the lanes that a map shows when nobody chose, in order."""
    return sorted((name for name, lane in LANES.items() if lane.by_default), key=lambda name: LANES[name].rank)


def built(view: View, name: str) -> Row | None:
    """Make the row of a lane; None where no lane has the name."""
    lane = LANES.get(name)
    if lane is None:
        return None
    words = view.words
    cells = tuple(lane.cells(view))
    return Row(
        id=name,
        title=words(lane.title),
        note=words(lane.note) if lane.note else None,
        cells=cells,
        axis=lane.axis(view) if lane.axis and cells else None,
        line=lined(view, lane),
    )


def lined(view: View, lane: Lane) -> tuple[Line, str] | None:
    """Name the line of a service blueprint that stands above a lane."""
    return (lane.line, view.words(f"line-of-{lane.line}")) if lane.line else None


def headings(view: View) -> Iterator[Heading]:
    """Yield the heading of each stage."""
    words, levels = view.words, view.analysis.funnel.levels()
    compared = sum(level is not None for level in levels.values()) > 1
    for stage, first, last in view.stages():
        conversion = view.analysis.funnel.conversion(stage)
        yield Heading(
            id=stage.id,
            name=stage.name,
            first=first,
            last=last,
            conversion=None if conversion is None else words.percent(conversion),
            volume=None if stage.volume is None else words.number(stage.volume),
            level=levels[stage.id] if compared else None,
        )


def columns(view: View) -> Iterator[Column]:
    """Yield a column for each touchpoint, and one for each stage without any."""
    for stage in view.journey.stages:
        for touchpoint in stage.touchpoints:
            yield Column(number=view.numbers[touchpoint.id], touchpoint=touchpoint.id)
        if not stage.touchpoints:
            yield Column(number=None, touchpoint=None)
