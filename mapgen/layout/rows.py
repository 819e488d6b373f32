"""The grid and its bands -> items: stages as chevrons, then lane by lane what stands in the cells."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from mapgen.blocks import Block, Card, Meter, Score
from mapgen.lanes.grid import Axis, Cell, Grid, Row
from mapgen.layout import metrics as m
from mapgen.layout.cards import card_need
from mapgen.layout.columns import Band, Load, Place
from mapgen.layout.emotion import Columns, Curve, draw, keys, plot_height, title_room
from mapgen.layout.pages import Part
from mapgen.layout.pieces import beside, piece, stacked
from mapgen.layout.prose import Piece, placed_lines
from mapgen.layout.scene import Box, Group, Item, Line, Rect
from mapgen.layout.shapes import chevron
from mapgen.layout.text import Ruler

_ACCENTS = 10
_ARROWS = {"ltr": "\u2192", "rtl": "\u2190"}


class Ground(NamedTuple):
    """What all rows of a map stand on: the middle of each column, the measure, and the arrow to the next stage."""

    grid: Grid
    columns: Columns
    ruler: Ruler
    arrow: str


def grid_parts(grid: Grid, bands: Sequence[Band], ruler: Ruler, direction: str) -> Iterator[Part]:
    """Yield the parts of the grid: band by band its stages, and under them its lanes."""
    rows = [(row, _by_band(row, bands)) for row in grid.rows]
    ground = Ground(grid, _columns(grid, bands), ruler, _ARROWS[direction])
    for index, band in enumerate(bands):
        stages = partial(_stages, ground, band)
        lanes = [(row, cells[index]) for row, cells in rows if cells[index]]
        last = index + 1 == len(bands)
        if not lanes:
            yield Part(stages, 0.0 if last else m.BAND_GAP)
            continue
        yield Part(partial(_opened, ground, band, *lanes[0]), halves=partial(_opening_halves, ground, band, *lanes[0]))
        for row, cells in lanes[1:]:
            yield _lane(ground, band, row, cells)
        if not last:
            yield Part(lambda y, _: y, m.BAND_GAP)


def _opened(ground: Ground, band: Band, row: Row, cells: Sequence[Cell], y: float, out: list[Item]) -> float:
    """Draw the stages and the first lane, which stay together."""
    return _row(ground, band, row, cells, _stages(ground, band, y, out), out)


def _opening_halves(ground: Ground, band: Band, row: Row, cells: Sequence[Cell], _: float) -> tuple[Part, ...]:
    return (Part(partial(_stages, ground, band), heading=True), _lane(ground, band, row, cells))


def _lane(ground: Ground, band: Band, row: Row, cells: Sequence[Cell]) -> Part:
    return Part(
        partial(_row, ground, band, row, cells),
        head=partial(_stages, ground, band),
        halves=partial(_halves, ground, band, row, cells),
    )


def _halves(ground: Ground, band: Band, row: Row, cells: Sequence[Cell], _: float) -> tuple[Part, ...]:
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
    return _lane(ground, band, row, first), _lane(ground, band, row, second)


def loads(grid: Grid, ruler: Ruler) -> list[Load]:
    """Tell of each stage how wide its cards must be so that no word of theirs has to be broken."""
    cards = [m.CARD_MIN] * len(grid.columns)
    for row in grid.rows:
        for cell in row.cells:
            if cell.last - cell.first == 1:
                for block in cell.blocks:
                    if isinstance(block, Card) and block.tone == "plain":
                        cards[cell.first] = max(cards[cell.first], card_need(block, ruler))
    return [Load(heading, min(m.CARD_MAX, max(cards[heading.first : heading.last]))) for heading in grid.headings]


def accent(index: int) -> str:
    """Return the role of a stage's colour; there are ten, and then they begin again."""
    return f"stage-{index % _ACCENTS + 1}"


def _by_band(row: Row, bands: Sequence[Band]) -> list[list[Cell]]:
    """Sort the cells of a lane into bands; a cell that reaches over several bands stands in each."""
    found: list[list[Cell]] = [[] for _ in bands]
    ends = [band.last for band in bands]
    for cell in row.cells:
        at = bisect_right(ends, cell.first)
        while at < len(bands) and bands[at].first < cell.last:
            found[at].append(cell)
            at += 1
    return found


def _columns(grid: Grid, bands: Sequence[Band]) -> Columns:
    return {
        column: (place.centre(column), grid.columns[column].number)
        for band in bands
        for place in band.places
        for column in range(place.heading.first, place.heading.last)
    }


def _stages(ground: Ground, band: Band, y: float, out: list[Item]) -> float:
    """Draw the chevrons of a band; all are as high as the highest needs."""
    ruler = ground.ruler
    drawn = []
    for place in band.places:
        inner = place.width - 2 * m.CHEVRON_TIP - 12
        name = ruler.lines(place.heading.name, m.STAGE, inner)
        said = [place.heading.volume, place.heading.conversion and f"{place.heading.conversion} {ground.arrow}"]
        notes = [ruler.lines(note, m.STAGE_NOTE, inner) for note in said if note]
        drawn.append((place, name, notes, inner))
    heights = [
        len(name) * m.STAGE.leading + (max(map(len, notes)) * m.STAGE_NOTE.leading if notes else 0)
        for _, name, notes, _ in drawn
    ]
    height = max(m.CHEVRON_MIN, max(heights) + 18)
    title = ruler.lines(ground.grid.stage_title, m.LANE, m.GUTTER)
    shown: list[Item] = []
    placed_lines(title, m.MARGIN, y + (height - len(title) * m.LANE.leading) / 2, m.LANE, shown, fill="muted")
    for (place, name, notes, inner), own in zip(drawn, heights, strict=True):
        items: list[Item] = [
            chevron(place.x, y, place.width, height, tail=place.index > 0, fill=accent(place.index)),
        ]
        left, top = place.x + m.CHEVRON_TIP + 6, y + (height - own) / 2
        placed_lines(name, left, top, m.STAGE, items)
        top += len(name) * m.STAGE.leading
        for index, note in enumerate(notes):
            at_end = index == len(notes) - 1 and len(notes) > 1
            placed_lines(
                note, left + (inner if at_end else 0), top, m.STAGE_NOTE, items, anchor="end" if at_end else "start"
            )
        shown.append(
            Group(tuple(items), place.heading.name, f"stage-{place.heading.id}", Box(place.x, y, place.width, height))
        )
        shown += _strip(place, y + height + m.STRIP_GAP)
    has_strip = any(place.heading.level is not None for place in band.places)
    room = height + (m.STRIP_GAP + m.STRIP if has_strip else 0.0)
    out.append(Group(tuple(shown), box=Box(m.MARGIN, y, band.right - m.MARGIN, room), zone="stages"))
    return y + height + m.ROW_PAD


def _strip(place: Place, y: float) -> list[Item]:
    """Draw under a stage how many customers it has, beside the stage with the most."""
    if place.heading.level is None:
        return []
    half = m.STRIP / 2
    bar = max(m.STRIP, place.width * place.heading.level)
    return [
        Rect(place.x, y, place.width, m.STRIP, "track", radius=half),
        Rect(place.x, y, bar, m.STRIP, accent(place.index), radius=half),
    ]


def _row(ground: Ground, band: Band, row: Row, cells: Sequence[Cell], y: float, out: list[Item]) -> float:
    """Draw one lane of one band: the line above it, its title, its cells; return where the next begins."""
    items: list[Item] = []
    top = _above(row, band, y, ground.ruler, items)
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


def _cells(cells: Sequence[Cell], band: Band, top: float, ruler: Ruler, out: list[Item]) -> float:
    """Draw the cells of a lane and return their height; touchpoints in one line are as high as the highest."""
    placed = list(_pieces(cells, band, ruler))
    height = max((part.height for _, part in placed), default=0.0)
    level = all(_is_level(cell) for cell in cells) and all(place.step >= place.card for place in band.places)
    for x, part in placed:
        part.place(x, top, height if level else part.height, out)
    return height


def _curve(axis: Axis, cells: Sequence[Cell], band: Band, top: float, ground: Ground, out: list[Item]) -> float:
    """Draw the emotion curve of a band below the names of its lines, and return the height of both."""
    scores = {cell.first: block for cell in cells for block in cell.blocks if isinstance(block, Score)}
    curve = Curve(axis, band, scores, ground.ruler, top, plot_height(axis, ground.ruler))
    named = keys(curve, top, out)
    curve.top += named
    height = draw(curve, ground.columns)
    out += curve.items
    return named + height


def _is_level(cell: Cell) -> bool:
    """Tell whether a cell holds just a touchpoint's card, which is then as high as its neighbours."""
    return len(cell.blocks) == 1 and isinstance(cell.blocks[0], Card) and cell.blocks[0].tone == "plain"


def _above(row: Row, band: Band, y: float, ruler: Ruler, out: list[Item]) -> float:
    """Draw the hairline above a lane, or the named line of a blueprint; return where the lane begins."""
    if row.line is None:
        out.append(Line(m.MARGIN, y, band.right, y, "hair"))
        return y + m.ROW_PAD
    name = ruler.lines(row.line[1], m.LINE_NAME, band.right - band.left)
    placed_lines(name, band.right, y + 2, m.LINE_NAME, out, anchor="end")
    at = y + 2 + len(name) * m.LINE_NAME.leading + 3
    out.append(Line(m.MARGIN, at, band.right, at, "muted", 1.25, "6 4"))
    return at + m.ROW_PAD


def _title(row: Row, band: Band, y: float, width: float, ruler: Ruler, out: list[Item]) -> float:
    """Name a lane, and explain it where it stands first; return the height."""
    title = ruler.lines(row.title, m.LANE, width)
    note = ruler.lines(row.note, m.LANE_NOTE, width) if row.note and band.first == 0 else ()
    placed_lines(title, m.MARGIN, y, m.LANE, out)
    placed_lines(note, m.MARGIN, y + len(title) * m.LANE.leading + 2, m.LANE_NOTE, out)
    return len(title) * m.LANE.leading + 2 + len(note) * m.LANE_NOTE.leading


def _pieces(cells: Sequence[Cell], band: Band, ruler: Ruler) -> Iterator[tuple[float, Piece]]:
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


def _stage_pieces(cells: Sequence[Cell], place: Place, ruler: Ruler) -> Iterator[tuple[float, Piece]]:
    """Fit the cells of one stage; columns that are too narrow for them give way to rows of cells."""
    color = accent(place.index)
    narrow = [cell for cell in cells if cell.last - cell.first < place.heading.last - place.heading.first]
    if narrow and place.step < place.card + m.CARD_GAP:
        count = max(1, int((place.width + m.CARD_GAP) / (place.card + m.CARD_GAP)))
        width = (place.width + m.CARD_GAP) / count - m.CARD_GAP
        parts = [fitted(cell.blocks, width, ruler, color) for cell in cells]
        yield place.x, beside(parts, place.width, count, m.CARD_GAP)
        return
    own = []
    for cell in cells:
        x = place.left(cell.first)
        own.append((x, fitted(cell.blocks, place.right(cell.last - 1) - x, ruler, color)))
    height = max(part.height for _, part in own)
    for x, part in own:
        yield x, Piece(height, part.place)


def fitted(blocks: Sequence[Block], width: float, ruler: Ruler, color: str) -> Piece:
    """Fit the blocks of a cell: those of one kind side by side where there is room, else one under the other."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and type(groups[-1][-1]) is type(block):
            groups[-1].append(block)
        else:
            groups.append([block])
    parts = [_group(group, width, ruler, color) for group in groups]
    return parts[0] if len(parts) == 1 else stacked(parts, m.BLOCK_GAP)


def _group(group: Sequence[Block], width: float, ruler: Ruler, color: str) -> Piece:
    inset = 0.0 if isinstance(group[0], Card) else m.CELL_PAD
    room = width - 2 * inset
    least = m.SUBCARD_MIN if isinstance(group[0], Card | Meter) else m.PROSE_MIN
    gap = m.CARD_GAP if isinstance(group[0], Card) else 2 * m.CARD_GAP
    count = min(len(group), max(1, int((room + gap) / (least + gap))))
    own = (room + gap) / count - gap
    between = m.CARD_GAP if isinstance(group[0], Card | Meter) else m.PROSE_GAP
    parts = [piece(block, own, ruler, color) for block in group]
    return _inset(beside(parts, room, count, gap, between), inset)


def _inset(part: Piece, by: float) -> Piece:
    if not by:
        return part

    def place(x: float, y: float, height: float, out: list[Item]) -> None:
        part.place(x + by, y, height, out)

    return Piece(part.height, place)
