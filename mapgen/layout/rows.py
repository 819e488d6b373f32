"""The grid and its bands -> items: the stages, then lane by lane what stands in the cells."""

from collections.abc import Iterator, Sequence
from functools import partial
from statistics import fmean

from mapgen.blocks import Block, Card, PainPair, Score
from mapgen.lanes.grid import Axis, Cell, Grid, Row
from mapgen.layout import dimensions as m
from mapgen.layout.band_cells import cells_by_band
from mapgen.layout.blueprint import LaneTop, is_blueprint, starts, steps
from mapgen.layout.cards import card_need
from mapgen.layout.column_names import draw_column_names
from mapgen.layout.columns import Band, Load, StageColumns
from mapgen.layout.emotion import draw, title_room
from mapgen.layout.emotion_frame import Columns, Curve
from mapgen.layout.pagination import MapPart
from mapgen.layout.pieces import beside, least_width, piece, row_gap, stacked
from mapgen.layout.scene import Box, Group, Item, Line
from mapgen.layout.stage_headings import Ground, accent, stages
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_ARROWS = {"ltr": "\u2192", "rtl": "\u2190"}

Lanes = tuple[tuple[Row, Sequence[Cell]], ...]
"""Lanes of a band that stay together, each with its cells."""


def grid_parts(grid: Grid, bands: Sequence[Band], ruler: TextMeasurer, direction: str) -> Iterator[MapPart]:
    """Yield the parts of the grid: band by band its stages, and under them its lanes."""
    numbered = {column.number: place for place, column in enumerate(grid.columns) if column.number is not None}
    rows = [(row, cells_by_band(row.cells, bands, numbered)) for row in grid.rows]
    ground = Ground(grid, _columns(bands), ruler, _ARROWS[direction])
    for index, band in enumerate(bands):
        blocks = _joined([(row, cells[index]) for row, cells in rows if cells[index]])
        last = index + 1 == len(bands)
        if not blocks:
            yield MapPart(partial(stages, ground, band), 0.0 if last else m.BAND_GAP)
            continue
        opening = partial(_opening_halves, ground, band, blocks[0])
        yield MapPart(partial(_opened, ground, band, blocks[0]), halves=opening)
        for block in blocks[1:]:
            yield _part(ground, band, block)
        if not last:
            yield MapPart(lambda y, _: y, m.BAND_GAP)


def _joined(lanes: Sequence[tuple[Row, Sequence[Cell]]]) -> list[Lanes]:
    """Join a curve with the touchpoints right above it: each card stands over its point."""
    blocks: list[list[tuple[Row, Sequence[Cell]]]] = []
    for row, cells in lanes:
        if row.axis is not None and blocks and all(map(_is_touchpoint, blocks[-1][-1][1])):
            blocks[-1].append((row, cells))
        else:
            blocks.append([(row, cells)])
    return [tuple(block) for block in blocks]


def _opened(ground: Ground, band: Band, block: Lanes, y: float, out: list[Item]) -> float:
    """Draw the stages and the first lanes, which stay together."""
    return _block(ground, band, block, stages(ground, band, y, out), out)


def _opening_halves(ground: Ground, band: Band, block: Lanes, _: float) -> tuple[MapPart, ...]:
    return (MapPart(partial(stages, ground, band), heading=True), _part(ground, band, block))


def _part(ground: Ground, band: Band, block: Lanes) -> MapPart:
    halves = partial(_halves, ground, band, *block[0]) if len(block) == 1 else partial(_lanes, ground, band, block)
    return MapPart(partial(_block, ground, band, block), head=partial(stages, ground, band), halves=halves)


def _block(ground: Ground, band: Band, block: Lanes, y: float, out: list[Item]) -> float:
    """Draw lanes that stay together; only above the first is a line."""
    for number, (row, cells) in enumerate(block):
        y = _row(ground, band, row, cells, y, out, joined=number > 0)
    return y


def _lanes(ground: Ground, band: Band, block: Lanes, _: float) -> tuple[MapPart, ...]:
    return tuple(_part(ground, band, (lane,)) for lane in block)


def _halves(ground: Ground, band: Band, row: Row, cells: Sequence[Cell], _: float) -> tuple[MapPart, ...]:
    """Cut a lane in two: of each cell the first half of its blocks, or of each stage the first half of its cells."""
    if row.axis is not None:
        return ()
    first: list[Cell] = []
    second: list[Cell] = []
    for place in band.places:
        own = [cell for cell in cells if place.heading.first <= cell.first < place.heading.last]
        if len(own) > 1:
            first += own[: (len(own) + 1) // 2]
            second += own[(len(own) + 1) // 2 :]
        for cell in own if len(own) == 1 else ():
            half = (len(cell.blocks) + 1) // 2
            first.append(Cell(cell.first, cell.last, cell.blocks[:half]))
            if cell.blocks[half:]:
                second.append(Cell(cell.first, cell.last, cell.blocks[half:]))
    if not second:
        return ()
    return _part(ground, band, ((row, first),)), _part(ground, band, ((row, second),))


def loads(grid: Grid, ruler: TextMeasurer) -> list[Load]:
    """Report of each stage how wide its cards must be so that no word of theirs has to be broken."""
    cards = [m.CARD_MIN] * len(grid.columns)
    for row in grid.rows:
        for cell in row.cells:
            if cell.last - cell.first == 1:
                for block in cell.blocks:
                    if isinstance(block, Card) and block.tone == "plain":
                        cards[cell.first] = max(cards[cell.first], card_need(block, ruler))
    if grid.names_columns and any(row.axis for row in grid.rows):
        for index, column in enumerate(grid.columns):
            cards[index] = max(cards[index], ruler.longest_word(column.name or "", m.TICK))
    return [
        Load(index, heading, min(m.CARD_MAX, max(cards[heading.first : heading.last])))
        for index, heading in enumerate(grid.headings)
    ]


def _columns(bands: Sequence[Band]) -> Columns:
    return {
        column: place.center(column)
        for band in bands
        for place in band.places
        for column in range(place.heading.first, place.heading.last)
    }


def _row(
    ground: Ground, band: Band, row: Row, cells: Sequence[Cell], y: float, out: list[Item], *, joined: bool
) -> float:
    """Draw one lane of one band: the line above it, its title, its cells; return where the next begins."""
    items: list[Item] = []
    if is_blueprint(cells):
        top, height = _blueprint(row, cells, band, y, ground.ruler, items)
    else:
        top = y if joined else _above(row, band, y, ground.ruler, items)
        height = (
            max(_cells(cells, band, top, ground.ruler, items), _title(row, band, top, m.GUTTER, ground.ruler, items))
            if row.axis is None
            else _scores(row, row.axis, cells, band, top, ground, items)
        )
    anchor = f"lane-{row.id}" if band.first == 0 else f"lane-{row.id}.{band.first}"
    out.append(
        Group(tuple(items), row.title, anchor, Box(m.MARGIN, y, band.right - m.MARGIN, top + height - y), "lane")
    )
    return top + height + m.ROW_PAD


def _blueprint(
    row: Row, cells: Sequence[Cell], band: Band, y: float, ruler: TextMeasurer, out: list[Item]
) -> tuple[float, float]:
    """Draw a lane of steps below the names of the touchpoints where arrows begin; return its top and its height."""
    names = starts(cells, band, y + m.ROW_PAD, ruler, out)
    origin = y + m.ROW_PAD + names if names else y
    if names:
        out.append(Line(m.MARGIN, y, band.right, y, "hair"))
    top = _above(row, band, origin, ruler, out) if row.line or not names else origin + m.BLOCK_GAP
    least = _title(row, band, top, m.GUTTER, ruler, out)
    return top, steps(row, cells, band, LaneTop(origin, top, least), ruler, out)


def _scores(
    row: Row, axis: Axis, cells: Sequence[Cell], band: Band, top: float, ground: Ground, out: list[Item]
) -> float:
    """Draw a lane of scores; its name stands beside the labels of the axis, or above it where too wide."""
    room = title_room(axis, ground.ruler)
    note = ground.ruler.longest_word(row.note, m.LANE_NOTE) if row.note and band.first == 0 else 0.0
    beside_ticks = max(ground.ruler.longest_word(row.title, m.LANE), note) <= room
    width = room if beside_ticks else m.GUTTER
    above = 0.0 if beside_ticks else max(0.0, _title(row, band, top, width, ground.ruler, []) - m.CURVE_EDGE / 2)
    height = above + _curve(axis, cells, band, top + above, ground, out)
    return max(height, _title(row, band, top, width, ground.ruler, out))


def _cells(cells: Sequence[Cell], band: Band, top: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Draw the cells of a lane and return their height; touchpoints in one line are as high as the highest."""
    placed = list(_pieces(cells, band, ruler))
    height = max((part.height for _, part in placed), default=0.0)
    level = all(_is_touchpoint(cell) for cell in cells)
    for x, part in placed:
        part.place(x, top, height if level else part.height, out)
    return height


def _curve(axis: Axis, cells: Sequence[Cell], band: Band, top: float, ground: Ground, out: list[Item]) -> float:
    """Draw the emotion curve of a band, and return its height."""
    scores = {cell.first: block for cell in cells for block in cell.blocks if isinstance(block, Score)}
    wide = [cell for cell in cells if cell.last - cell.first > 1]
    middles = {cell.first: fmean(ground.columns[column] for column in range(cell.first, cell.last)) for cell in wide}
    covered = frozenset(column for cell in wide for column in range(cell.first + 1, cell.last))
    curve = Curve(axis, band, scores, {**ground.columns, **middles}, ground.ruler, top, covered)
    height = draw(curve)
    if ground.grid.names_columns:
        height += draw_column_names(ground.grid.columns, band, top + height, ground.ruler, curve.items)
    out += curve.items
    return height


def _is_touchpoint(cell: Cell) -> bool:
    """Return whether a cell holds just a touchpoint's card, which is then as high as its neighbors."""
    return len(cell.blocks) == 1 and isinstance(cell.blocks[0], Card) and cell.blocks[0].tone == "plain"


def _above(row: Row, band: Band, y: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Draw the hairline above a lane, or the named line of a blueprint; return where the lane begins."""
    if row.line is None:
        out.append(Line(m.MARGIN, y, band.right, y, "hair"))
        return y + m.ROW_PAD
    name = ruler.lines(row.line[1], m.LINE_NAME, m.GUTTER)
    placed_lines(name, m.MARGIN, y + 2, m.LINE_NAME, out)
    at = y + 2 + len(name) * m.LINE_NAME.leading + 3
    out.append(Line(m.MARGIN, at, band.right, at, "muted", 1.25, "6 4"))
    return at + m.ROW_PAD


def _title(row: Row, band: Band, y: float, width: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Name a lane, and explain it where it stands first; return the height."""
    title = ruler.lines(row.title, m.LANE, width)
    note = ruler.lines(row.note, m.LANE_NOTE, width) if row.note and band.first == 0 else ()
    placed_lines(title, m.MARGIN, y, m.LANE, out)
    placed_lines(note, m.MARGIN, y + len(title) * m.LANE.leading + 2, m.LANE_NOTE, out)
    return len(title) * m.LANE.leading + 2 + len(note) * m.LANE_NOTE.leading


def _pieces(cells: Sequence[Cell], band: Band, ruler: TextMeasurer) -> Iterator[tuple[float, FittedBlock]]:
    """Fit the cells of a lane stage by stage; a cell over several stages is fitted as it is."""
    for place in band.places:
        own = [cell for cell in cells if cell.first >= place.heading.first and cell.last <= place.heading.last]
        if own:
            yield from _stage_pieces(own, place, ruler)
    for cell in cells:
        inside = [place for place in band.places if cell.first < place.heading.last and cell.last > place.heading.first]
        if len(inside) > 1:
            x, right = inside[0].x + m.CELL_PAD, inside[-1].x + inside[-1].width - m.CELL_PAD
            yield x, fitted(cell.blocks, right - x, ruler, accent(inside[0].index))


def _stage_pieces(
    cells: Sequence[Cell], place: StageColumns, ruler: TextMeasurer
) -> Iterator[tuple[float, FittedBlock]]:
    """Fit the cells of one stage into their columns."""
    own = []
    for cell in cells:
        x = place.left(cell.first)
        own.append((x, fitted(cell.blocks, place.right(cell.last - 1) - x, ruler, accent(place.index))))
    height = max(part.height for _, part in own)
    for x, part in own:
        yield x, FittedBlock(height, part.place)


def fitted(blocks: Sequence[Block], width: float, ruler: TextMeasurer, color: str) -> FittedBlock:
    """Fit the blocks of a cell: those of one kind side by side where there is room, else one under the other."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and type(groups[-1][-1]) is type(block):
            groups[-1].append(block)
        else:
            groups.append([block])
    parts = [_group(group, width, ruler, color) for group in groups]
    return parts[0] if len(parts) == 1 else stacked(parts, m.BLOCK_GAP)


def _group(group: Sequence[Block], width: float, ruler: TextMeasurer, color: str) -> FittedBlock:
    inset = 0.0 if isinstance(group[0], Card | PainPair) else m.CELL_PAD
    room = width - 2 * inset
    least = least_width(group[0], room)
    gap = m.CARD_GAP if isinstance(group[0], Card | PainPair) else 2 * m.CARD_GAP
    count = min(len(group), max(1, int((room + gap) / (least + gap))))
    own = (room + gap) / count - gap
    between = row_gap(group[0])
    parts = [piece(block, own, ruler, color) for block in group]
    return _inset(beside(parts, room, count, gap, between), inset)


def _inset(part: FittedBlock, by: float) -> FittedBlock:
    if not by:
        return part

    def place(x: float, y: float, height: float, out: list[Item]) -> None:
        part.place(x + by, y, height, out)

    return FittedBlock(part.height, place)
