"""Grid, Lens -> the legend: an entry for each sign that the map uses, and for no other."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from mapgen.blocks import Block, Card, Meter, Score
from mapgen.header.header import Profile, Sign
from mapgen.lanes.grid import Grid, Row
from mapgen.words import Words

SIGNS = ("moment-of-truth", "hypothesis", "target", "interval", "target-emotion", "emotion-gap")


def legend(words: Words, grid: Grid, profiles: Iterable[Profile]) -> tuple[Sign, ...]:
    """Explain the signs that are used."""
    used = {"hypothesis"} if any(profile.hypothesis for profile in profiles) else set()
    for row in grid.rows:
        if row.axis and row.axis.joins_gaps and _has_gaps(row, len(row.axis.series)):
            used.add("emotion-gap")
        for cell in row.cells:
            for block in cell.blocks:
                used.update(signs(block))
    return tuple(Sign(symbol=sign, text=words(f"sign-{sign}")) for sign in SIGNS if sign in used)


def _has_gaps(row: Row, count: int) -> bool:
    """Return whether one of the curves misses a column between two of its points."""
    for series in range(count):
        stated = [
            cell
            for cell in row.cells
            for block in cell.blocks
            if isinstance(block, Score) and any(point.series == series for point in block.points)
        ]
        if any(before.last < after.first for before, after in pairwise(stated)):
            return True
    return False


def signs(block: Block) -> Iterator[str]:
    """Yield the signs of one block."""
    if isinstance(block, Card | Meter | Score) and block.hypothesis:
        yield "hypothesis"
    if isinstance(block, Card) and block.starred:
        yield "moment-of-truth"
    if isinstance(block, Meter) and block.distance is not None:
        yield "target"
    if isinstance(block, Meter) and block.whisker:
        yield "interval"
    if isinstance(block, Score) and block.target:
        yield "target-emotion"
