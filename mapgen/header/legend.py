"""Grid, Lens -> the legend: an entry for each sign that the map uses, and for no other."""

from collections.abc import Iterable, Iterator

from mapgen.blocks import Block, Card, Meter, Score
from mapgen.header.header import Profile, Sign
from mapgen.lanes.grid import Grid
from mapgen.words import Words

SIGNS = ("moment-of-truth", "hypothesis", "target", "target-emotion")


def legend(words: Words, grid: Grid, profiles: Iterable[Profile]) -> tuple[Sign, ...]:
    """Explain the signs that are used."""
    used = {"hypothesis"} if any(profile.hypothesis for profile in profiles) else set()
    for row in grid.rows:
        for cell in row.cells:
            for block in cell.blocks:
                used.update(signs(block))
    return tuple(Sign(symbol=sign, text=words(f"sign-{sign}")) for sign in SIGNS if sign in used)


def signs(block: Block) -> Iterator[str]:
    """Yield the signs of one block."""
    if isinstance(block, Card | Meter | Score) and block.hypothesis:
        yield "hypothesis"
    if isinstance(block, Card) and block.starred:
        yield "moment-of-truth"
    if isinstance(block, Meter) and block.distance is not None:
        yield "target"
    if isinstance(block, Score) and block.target:
        yield "target-emotion"
