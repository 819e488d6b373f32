"""The cells of a lane and the bands of the map -> which cells stand in each band, and what of them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from mapgen.blocks import Block, Card, ItemList, Marker, Meter, PainPair, Quote, Text
from mapgen.lanes.grid import Cell, Heading
from mapgen.layout.columns import Band


def cells_by_band(cells: Sequence[Cell], bands: Sequence[Band], columns: Mapping[int, int]) -> list[list[Cell]]:
    """Sort the cells of a lane into bands; `columns` finds a column by the number of its touchpoint.

    Of a cell over a stage that is cut, each block stands in the band of its touchpoint, and what is said of the whole
    stage in the first. A cell over several stages stands whole in each band that it reaches.
    """
    found: list[list[Cell]] = [[] for _ in bands]
    ends = [band.last for band in bands]
    for cell in cells:
        reached = range(bisect_right(ends, cell.first), bisect_right(ends, cell.last - 1) + 1)
        if len(reached) == 1:
            found[reached[0]].append(cell)
            continue
        stages = {place.index for at in reached for place in bands[at].places if _is_under(cell, place.heading)}
        shares = _shared(cell, ends, columns) if len(stages) == 1 else [(at, cell.blocks) for at in reached]
        for at, blocks in shares:
            found[at].append(Cell(max(cell.first, bands[at].first), min(cell.last, bands[at].last), tuple(blocks)))
    return found


def _is_under(cell: Cell, heading: Heading) -> bool:
    return cell.first < heading.last and heading.first < cell.last


def _shared(cell: Cell, ends: Sequence[int], columns: Mapping[int, int]) -> list[tuple[int, list[Block]]]:
    """Share the blocks of a cell among the bands (by index): one without a number follows the block before it."""
    shares: dict[int, list[Block]] = {}
    column = cell.first
    for block in cell.blocks:
        own = columns.get(_number(block) or 0, column)
        column = own if cell.first <= own < cell.last else column
        shares.setdefault(bisect_right(ends, column), []).append(block)
    return sorted(shares.items())


def _number(block: Block) -> int | None:
    """Return the number of the touchpoint that a block is about; a text has it as its label."""
    match block:
        case Card() | Quote() | Marker() | Meter() | ItemList():
            return block.number
        case PainPair():
            return block.pain.number
        case Text(label=str(label)) if label.isdecimal():
            return int(label)
        case _:
            return None
