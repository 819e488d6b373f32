"""Journey, Analysis -> the grid: which lanes the map shows, in which order, and what they say."""

from collections.abc import Iterator, Mapping

from mapgen.blocks import Block, Numbered
from mapgen.lanes import LANES
from mapgen.lanes.custom_lanes import authored
from mapgen.lanes.grid import Column, Grid, Heading, Line, Pairing, Row
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.lanes.pain_pairs import PAINS, REMEDIES
from mapgen.model.lanes import OTHERS
from mapgen.record import replace

NUMBERING = "touchpoints"
"""The lane that says which touchpoint has which number."""

_BLOCK = ("touchpoints", "emotion-curve")
"""Lanes that stand together: each card stands over its point of the curve."""


def grid(view: LaneContext, chosen: tuple[str, ...]) -> Grid:
    """Make the grid with the lanes that are `chosen`, in that order; all that have something to say where none is."""
    names = expanded(view, chosen)
    if NUMBERING not in names:
        touchpoints = enumerate(view.journey.touchpoints(), start=1)
        view = replace(view, names={number: touchpoint.name for number, touchpoint in touchpoints})
    return Grid(
        stage_title=view.words("stage"),
        continued=view.words("continued"),
        headings=tuple(headings(view)),
        columns=tuple(columns(view)),
        rows=tuple(rows(view, names)),
        pairing=pairing(view) if {PAINS, REMEDIES} <= set(names) else None,
        names_columns=NUMBERING not in names,
    )


def pairing(view: LaneContext) -> Pairing:
    """Return the words of the lane that shows pain points beside their opportunities."""
    return Pairing(title=view.words("pain-points-and-opportunities"), nobody=view.words("nobody-works-on-it"))


def unchosen(view: LaneContext, chosen: tuple[str, ...]) -> tuple[Row, ...]:
    """Make the rows of a map without a choice that the choice leaves out."""
    names = expanded(view, chosen)
    return tuple(rows(view, tuple(name for name in default(view) if name not in names)))


def expanded(view: LaneContext, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lanes that are chosen, with all others where `...` stands; all where none is chosen."""
    others = tuple(name for name in default(view) if name not in chosen)
    parts = (others if name == OTHERS else (name,) for name in chosen or (OTHERS,))
    return tuple(name for part in parts for name in part)


def default(view: LaneContext) -> tuple[str, ...]:
    """Return the lanes that a map shows when nobody chose: by rank, then the author's own."""
    return (*by_rank(view), *authored(view))


def rows(view: LaneContext, names: tuple[str, ...]) -> Iterator[Row]:
    """Make the rows of the named lanes that have something to say."""
    own, titles = authored(view), dict(view.journey.lane_titles)
    for name in with_block(names):
        row = own.get(name) or built(view, name)
        if row and row.cells:
            yield replace(row, title=titles[name]) if name in titles else row


def with_block(names: tuple[str, ...]) -> tuple[str, ...]:
    """Put the touchpoints above their emotion curve, where the first of the two was named.

    >>> with_block(("goals", "emotion-curve", "thoughts", "touchpoints", "goals"))
    ('goals', 'touchpoints', 'emotion-curve', 'thoughts')
    """
    once = tuple(dict.fromkeys(names))
    if not set(_BLOCK) <= set(once):
        return once
    at = min(map(once.index, _BLOCK))
    return (*once[:at], *_BLOCK, *(name for name in once[at:] if name not in _BLOCK))


def by_rank(view: LaneContext) -> list[str]:
    """Return the lanes that a map shows when nobody chose, in order."""
    return sorted((name for name, lane in LANES.items() if lane.by_default(view)), key=lambda name: LANES[name].rank)


def built(view: LaneContext, name: str) -> Row | None:
    """Make the row of a lane; None where no lane has the name."""
    lane = LANES.get(name)
    if lane is None:
        return None
    words = view.words
    cells = tuple(lane.cells(view))
    if view.names:
        cells = tuple(replace(cell, blocks=tuple(_named(block, view.names) for block in cell.blocks)) for cell in cells)
    return Row(
        id=name,
        title=words(lane.title),
        note=words(lane.note) if lane.note else None,
        cells=cells,
        axis=lane.axis(view) if lane.axis and cells else None,
        line=lined(view, lane),
    )


def _named(block: Block, names: Mapping[int, str]) -> Block:
    """Let a block that has the number of a touchpoint have its name, too."""
    if isinstance(block, Numbered) and block.number is not None:
        return replace(block, touchpoint=names[block.number])
    return block


def lined(view: LaneContext, lane: Lane) -> tuple[Line, str] | None:
    """Name the line of a service blueprint that stands above a lane."""
    return (lane.line, view.words(f"line-of-{lane.line}")) if lane.line else None


def headings(view: LaneContext) -> Iterator[Heading]:
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
            when=stage.when,
        )


def columns(view: LaneContext) -> Iterator[Column]:
    """Yield a column for each touchpoint, and one for each stage without any."""
    for stage in view.journey.stages:
        for touchpoint in stage.touchpoints:
            yield Column(number=view.numbers[touchpoint.id], touchpoint=touchpoint.id, name=touchpoint.name)
        if not stage.touchpoints:
            yield Column(number=None, touchpoint=None)
