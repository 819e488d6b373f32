"""Tables -> parts of the appendix: short ones side by side, long ones in columns of a newspaper, cut between rows."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from math import ceil, fsum, sqrt
from typing import NamedTuple

from mapgen.blocks import Text
from mapgen.layout import dimensions as m
from mapgen.layout.pagination import MapPart
from mapgen.layout.scene import Box, Group, Item, Line
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import TONES, placed_lines
from mapgen.record import replace
from mapgen.tables.table import Table, TableCell

_GAP = 36.0  # between tables side by side
_BELOW = 26.0
_CELL_GAP = 16.0
_ROW_PAD = 4.0
_TITLE_GAP = 4.0
_COLUMN_MIN = 44.0
_HEAD_MAX = 120.0  # a word that needs a wider column is broken
_TEXT = 240.0  # a text that is wider on one line does not keep a table from standing beside another
_SHORT = 12  # rows; only tables up to this length stand side by side
_NEWSPAPER_ROWS = 10  # a column of a newspaper is not shorter
_BETWEEN = "\u00a0\u00b7 "  # a line ends with the dot, and begins with a name


class _CellLine(NamedTuple):
    text: TextLine
    fill: str | None = None
    url: str | None = None


class _Row(NamedTuple):
    cells: tuple[tuple[_CellLine, ...], ...]

    @property
    def lines(self) -> int:
        return max(map(len, self.cells))

    @property
    def height(self) -> float:
        return self.lines * m.TABLE_CELL.leading + 2 * _ROW_PAD

    def cut(self, count: int) -> tuple["_Row", "_Row"]:
        """Return the first lines of each cell, and the rest."""
        return _Row(tuple(cell[:count] for cell in self.cells)), _Row(tuple(cell[count:] for cell in self.cells))


class _Panel(NamedTuple):
    """A table, or a piece of one, fitted into a width; only the first piece is named for those who read by headings."""

    table: Table
    width: float
    widths: tuple[float, ...]
    title: tuple[TextLine, ...]
    head: tuple[tuple[TextLine, ...], ...]
    rows: tuple[_Row, ...]
    is_first: bool = True

    def cut(self, start: int, end: int) -> "_Panel":
        """Return a piece of the table."""
        return self._replace(rows=self.rows[start:end], is_first=self.is_first and start == 0)

    def halves(self, size: int, room: float) -> "tuple[_Panel, ...]":
        """Return the first rows and the others, or of a row alone what fits and the rest; nothing if nothing fits."""
        if len(self.rows) > 1:
            return self.cut(0, size), self.cut(size, len(self.rows))
        lines = int((room - self.above - 2 * _ROW_PAD) / m.TABLE_CELL.leading)
        if not 0 < lines < self.rows[0].lines:
            return ()
        first, rest = self.rows[0].cut(lines)
        return self._replace(rows=(first,)), self._replace(rows=(rest,), is_first=False)

    @property
    def above(self) -> float:
        """The height of title and head."""
        head = max(map(len, self.head)) * m.TABLE_HEAD.leading + 3 if self.head else 0.0
        return len(self.title) * m.TABLE_TITLE.leading + _TITLE_GAP + head


def table_parts(title: str, tables: Sequence[Table], x: float, width: float, ruler: TextMeasurer) -> Iterator[MapPart]:
    """Yield the parts of all tables, which begin a sheet of their own below `title`; nothing without tables."""
    if not tables:
        return
    yield MapPart(partial(_title, title, x, width, ruler), m.ZONE_GAP, heading=True, begins_sheet=True)
    narrow = [part for table in tables for part in _narrowed(table.with_names(), width, ruler)]
    for shelf in _shelves(narrow, width, ruler):
        yield _side_by_side(shelf, x, width, ruler) if len(shelf) > 1 else _alone(shelf[0], x, width, ruler)


def _title(title: str, x: float, width: float, ruler: TextMeasurer, y: float, out: list[Item]) -> float:
    lines = ruler.lines(title, m.TITLE, width)
    items: list[Item] = []
    placed_lines(lines, x, y, m.TITLE, items)
    bottom = y + len(lines) * m.TITLE.leading
    out.append(Group(tuple(items), title, None, Box(x, y, width, bottom - y)))
    return bottom


def _narrowed(table: Table, width: float, ruler: TextMeasurer) -> Iterator[Table]:
    """Cut a table that has too many columns for the width; each piece begins with the first column."""
    least = [low + _CELL_GAP for low, _ in _wanted(table, ruler)] if table.rows else []
    kept: list[int] = []
    for index in range(len(least)):
        if len(kept) > 1 and fsum(least[at] for at in (*kept, index)) > width:
            yield _with_columns(table, kept)
            kept = [0]
        kept.append(index)
    yield _with_columns(table, kept) if len(kept) < len(least) else table


def _with_columns(table: Table, kept: Sequence[int]) -> Table:
    columns = tuple(table.columns[index] for index in kept)
    return replace(table, columns=columns, rows=tuple(tuple(row[index] for index in kept) for row in table.rows))


def _shelves(tables: Sequence[Table], width: float, ruler: TextMeasurer) -> Iterator[list[Table]]:
    """Put short neighbors together as long as they fit side by side."""
    shelf: list[Table] = []
    left = width
    for table in tables:
        need = _need(table, ruler)
        if shelf and (need + _GAP > left or len(table.rows) > _SHORT or len(shelf[-1].rows) > _SHORT):
            yield shelf
            shelf, left = [], width
        left -= need + (_GAP if shelf else 0.0)
        shelf.append(table)
    yield shelf


def _side_by_side(tables: Sequence[Table], x: float, width: float, ruler: TextMeasurer) -> MapPart:
    """Return tables that share the width, each as much wider than it needs; where too high, each has it alone."""
    needs = [_need(table, ruler) for table in tables]
    spare = (width - fsum(needs) - _GAP * (len(tables) - 1)) / len(tables)
    panels = [_panel(table, need + spare, ruler) for table, need in zip(tables, needs, strict=True)]
    return MapPart(
        partial(_draw, panels, x), _BELOW, halves=lambda _: [_alone(table, x, width, ruler) for table in tables]
    )


def _alone(table: Table, x: float, width: float, ruler: TextMeasurer) -> MapPart:
    """Return a table that has the whole width; if it is long and narrow, in columns."""
    most = int((width + _GAP) / (_need(table, ruler) + _GAP))
    count = max(1, min(most, len(table.rows) // _NEWSPAPER_ROWS))
    return _part(_panel(table, (width + _GAP) / count - _GAP, ruler), count, x)


def _part(panel: _Panel, count: int, x: float) -> MapPart:
    """Return a table in so many columns, which is cut where a sheet ends."""

    def halves(room: float) -> list[MapPart]:
        sizes = range(1, len(panel.rows))
        fit = bisect_right(sizes, room, key=lambda size: _height(_columns(panel.cut(0, size), count)))
        return [_part(piece, count, x) for piece in panel.halves(max(1, fit), room)]

    panels = _columns(panel, count)
    return MapPart(partial(_draw, panels, x), _BELOW, halves=halves, loose=len(panel.rows) > count)


def _columns(panel: _Panel, count: int) -> list[_Panel]:
    """Cut a table into pieces of about the same number of rows."""
    size = max(1, ceil(len(panel.rows) / count))
    return [panel.cut(start, start + size) for start in range(0, max(1, len(panel.rows)), size)]


def _height(panels: Sequence[_Panel]) -> float:
    return max(panel.above + fsum(row.height for row in panel.rows) for panel in panels)


def _need(table: Table, ruler: TextMeasurer) -> float:
    """Return the width at which a table is easily read."""
    if not table.rows:
        return min(2 * _TEXT, ruler.width(_BETWEEN.join(table.names), m.TABLE_CELL))
    wanted = (max(low, min(_TEXT, own)) for low, own in _wanted(table, ruler))
    return max(ruler.width(table.title, m.TABLE_TITLE), fsum(wanted) + _CELL_GAP * (len(table.columns) - 1))


def _panel(table: Table, width: float, ruler: TextMeasurer) -> _Panel:
    title = ruler.lines(table.title, m.TABLE_TITLE, width)
    widths: tuple[float, ...] = ()
    rows: list[_Row] = []
    if table.rows:
        room = width - _CELL_GAP * (len(table.columns) - 1)
        widths = _levelled([own for _, own in _wanted(table, ruler)], room)
        rows = [
            _Row(tuple(_lines(cell, own, ruler) for cell, own in zip(row, widths, strict=True))) for row in table.rows
        ]
    if table.names:
        rows.append(_Row((tuple(map(_CellLine, ruler.lines(_BETWEEN.join(table.names), m.TABLE_CELL, width))),)))
    head = tuple(ruler.lines(name, m.TABLE_HEAD, own) for name, own in zip(table.columns, widths, strict=False))
    return _Panel(table, width, widths, title, head, tuple(rows))


def _wanted(table: Table, ruler: TextMeasurer) -> list[tuple[float, float]]:
    """Return for each column its least width, and the width at which it would break no line."""
    wanted = []
    for index, name in enumerate(table.columns):
        texts = [_told(text) for row in table.rows for text in row[index]]
        least = max(_COLUMN_MIN, min(_HEAD_MAX, ruler.longest_word(name, m.TABLE_HEAD)))
        widest = max((_widest(text, m.TABLE_CELL, ruler) for text in texts), default=0.0)
        wanted.append((least, max(least, ruler.width(name, m.TABLE_HEAD), widest)))
    return wanted


def _told(text: Text) -> str:
    return f"{text.label}: {text.text}" if text.label else text.text


def _widest(text: str, style: Style, ruler: TextMeasurer) -> float:
    return max(ruler.width(line.rstrip("\r"), style) for line in text.split("\n"))


def _levelled(wanted: Sequence[float], room: float) -> tuple[float, ...]:
    """Cut the widest columns so that all fit, by the root of what they want: so their rows become about as high."""
    if fsum(wanted) <= room:
        return tuple(wanted)
    left, roots = room, fsum(map(sqrt, wanted))
    for want in sorted(wanted):
        level = left / roots
        if want > level * sqrt(want):
            return tuple(min(own, level * sqrt(own)) for own in wanted)
        left -= want
        roots -= sqrt(want)
    return tuple(wanted)


def _lines(cell: TableCell, width: float, ruler: TextMeasurer) -> tuple[_CellLine, ...]:
    found = []
    for text in cell:
        fill = "link" if text.url else None if text.tone == "plain" else TONES[text.tone]
        found += [_CellLine(line, fill, text.url) for line in ruler.lines(_told(text), m.TABLE_CELL, width)]
    return tuple(found)


def _draw(panels: Sequence[_Panel], x: float, y: float, out: list[Item]) -> float:
    """Draw tables side by side, and return where the longest ends."""
    bottoms = []
    for panel in panels:
        bottoms.append(_place(panel, x, y, out))
        x += panel.width + _GAP
    return max(bottoms)


def _place(panel: _Panel, x: float, y: float, out: list[Item]) -> float:
    items: list[Item] = []
    placed_lines(panel.title, x, y, m.TABLE_TITLE, items)
    lefts = list(accumulate((own + _CELL_GAP for own in panel.widths), initial=x))
    for lines, left in zip(panel.head, lefts, strict=False):
        placed_lines(lines, left, y + len(panel.title) * m.TABLE_TITLE.leading + _TITLE_GAP, m.TABLE_HEAD, items)
    top = y + panel.above
    for row in panel.rows:
        items.append(Line(x, top, x + panel.width, top, "hair"))
        for cell, left in zip(row.cells, lefts, strict=False):
            for number, (text, fill, url) in enumerate(cell):
                line = top + _ROW_PAD + number * m.TABLE_CELL.leading
                placed_lines((text,), left, line, m.TABLE_CELL, items, fill=fill, url=url)
        top += row.height
    name = panel.table.title if panel.is_first else None
    out.append(Group(tuple(items), name, f"table-{panel.table.id}", Box(x, y, panel.width, top - y)))
    return top
