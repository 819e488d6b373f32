"""What touchpoints are worth: how much of the conversion is lost where all who come to one leave instead."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, numbers, share, there
from mapgen.tables.table import TableKind, TableRow

MOST = 10
"""How many touchpoints are told."""

VITAL = 0.95
"""From this part of the conversion on, what is lost says only that there is hardly another way."""


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report what most of those who convert pass, then the touchpoints that can be passed by, the worthiest first."""
    chances = view.analysis.chances
    if chances is None or not chances.worth:
        return
    names = {touchpoint.id: there(view, touchpoint) for touchpoint in view.journey.touchpoints()}
    vital = [one.touchpoint for one in chances.worth if one.effect >= VITAL]
    others = [one for one in chances.worth if one.effect < VITAL and round(one.effect, 3)]
    if vital and others:
        told = numbers(view, "vital", sorted(vital, key=view.numbers.__getitem__))
        yield told, (), cell(f"≥{view.words.percent(VITAL)}")
    for one in others[:MOST]:
        yield names[one.touchpoint], share(view, one.reach), share(view, one.effect)


TABLE = TableKind(title="worth", rank=37, columns=("touchpoint", "come-there", "lost-without"), rows=rows)
