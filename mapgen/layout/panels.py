"""Tables -> items: what no lane says, in panels side by side below the lanes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil, fsum, sqrt
from typing import NamedTuple

from mapgen.blocks import Text
from mapgen.layout import metrics as m
from mapgen.layout.pages import Part
from mapgen.layout.prose import TONES, placed_lines
from mapgen.layout.scene import Box, Group, Item, Line
from mapgen.layout.text import Ruler, Style, TextLine
from mapgen.record import replace
from mapgen.tables.table import Table, TableCell

_GAP = 40.0
_CELL_GAP = 16.0
_ROW_PAD = 5.0
_COLUMN = 350.0  # a column of the page
_SPAN = 2  # the most columns of the page for one table; above that its lines are broken
_LONG_TEXTS = 2  # pages wide are the texts of a table that gets the whole width
_COLUMN_MIN = 44.0
_COLUMN_ROWS = 20  # a piece of a table that is cut into several is not shorter
_BELOW = 28.0
_LONG = 6  # a table of more rows may be cut to fill a sheet


class _Entry(NamedTuple):
    lines: tuple[TextLine, ...]
    fill: str | None
    url: str | None


class _Panel(NamedTuple):
    table: Table
    widths: tuple[float, ...]
    head: tuple[tuple[TextLine, ...], ...]
    rows: tuple[tuple[tuple[_Entry, ...], ...], ...]
    title: tuple[TextLine, ...]


def tables_part(tables: Sequence[Table], x: float, width: float, ruler: Ruler) -> Part:
    """Return the tables that the map draws as one part, which may be cut between tables, and then between rows."""

    def halves(room: float) -> list[Part]:
        half = (len(tables) + 1) // 2
        cut = (tables[:half], tables[half:]) if len(tables) > 1 else _cut(tables[0], x, width, room, ruler)
        return [tables_part(some, x, width, ruler) for some in cut]

    loose = len(tables) > 1 or len(tables[0].rows) > _LONG
    return Part(partial(_wall, tables, x, width, ruler), _BELOW, halves=halves, loose=loose)


def _cut(table: Table, x: float, width: float, room: float, ruler: Ruler) -> list[tuple[Table]]:
    """Cut a table where the room ends; not at all where not even a row would stand on each side."""
    counts = range(1, len(table.rows))
    fit = bisect_right(
        counts, room, key=lambda count: _wall([replace(table, rows=table.rows[:count])], x, width, ruler, 0.0, [])
    )
    if not counts:
        return []
    count = counts[max(0, fit - 1)]
    return [(replace(table, rows=rows),) for rows in (table.rows[:count], table.rows[count:])]


def _wall(tables: Sequence[Table], x: float, width: float, ruler: Ruler, y: float, out: list[Item]) -> float:
    """Draw tables side by side: one takes the columns of the page that it needs, and stands where it fits highest."""
    count = max(1, int((width + _GAP) / (_COLUMN + _GAP)))
    own = (width + _GAP) / count - _GAP
    bottoms = [y] * count
    for table in tables:
        span = _span(_need(table, ruler), own, count)
        room = span * (own + _GAP) - _GAP
        for piece in _newspaper(table, count // span):
            at = min(range(count - span + 1), key=lambda start: max(bottoms[start : start + span]))
            top = max(bottoms[at : at + span])
            bottom = _place(_panel(piece, room, ruler), x + at * (own + _GAP), top, room, out)
            bottoms[at : at + span] = [bottom + _BELOW] * span
    return max(bottoms) - _BELOW


def _newspaper(table: Table, most: int) -> Iterator[Table]:
    """Cut a very long table into pieces that stand side by side, as the columns of a newspaper do."""
    pieces = max(1, min(most, len(table.rows) // _COLUMN_ROWS))
    size = ceil(len(table.rows) / pieces)
    for start in range(0, len(table.rows), size):
        yield replace(table, rows=table.rows[start : start + size])


def _span(need: float, own: float, count: int) -> int:
    """Return how many columns of the page a table takes: what it needs, at most two, and all for very long texts."""
    wanted = max(1, ceil((need + _GAP) / (own + _GAP)))
    return count if wanted > _LONG_TEXTS * count else min(count, _SPAN, wanted)


def _need(table: Table, ruler: Ruler) -> float:
    return fsum(_wanted(table, ruler)) + _CELL_GAP * (len(table.columns) - 1)


def _panel(table: Table, width: float, ruler: Ruler) -> _Panel:
    widths = _widths(table, width, ruler)
    head = tuple(ruler.lines(name, m.TABLE_HEAD, own) for name, own in zip(table.columns, widths, strict=True))
    rows = tuple(tuple(_entries(cell, own, ruler) for cell, own in zip(row, widths, strict=True)) for row in table.rows)
    return _Panel(table, widths, head, rows, ruler.lines(table.title, m.TABLE_TITLE, width))


def _widths(table: Table, width: float, ruler: Ruler) -> tuple[float, ...]:
    """Share a width among columns: each gets what it needs, and where that is too much, the wide ones give way."""
    return _levelled(_wanted(table, ruler), width - _CELL_GAP * (len(table.columns) - 1))


def _wanted(table: Table, ruler: Ruler) -> list[float]:
    """Return the width at which each column would break no line."""
    wanted = []
    for index, name in enumerate(table.columns):
        widest = max(
            (_widest(_told(text), m.TABLE_CELL, ruler) for row in table.rows for text in row[index]), default=0.0
        )
        wanted.append(max(_COLUMN_MIN, ruler.width(name, m.TABLE_HEAD), widest))
    return wanted


def _told(text: Text) -> str:
    return f"{text.label}: {text.text}" if text.label else text.text


def _widest(text: str, style: Style, ruler: Ruler) -> float:
    return max(ruler.width(line.rstrip("\r"), style) for line in text.split("\n"))


def _levelled(wanted: Sequence[float], room: float) -> tuple[float, ...]:
    """Cut the widest columns so that all fit, by the root of what they want: so their rows become about as high."""
    if fsum(wanted) <= room:
        return tuple(wanted)
    ordered = sorted(wanted)
    left, roots = room, fsum(map(sqrt, wanted))
    for want in ordered:
        level = left / roots
        if want > level * sqrt(want):
            return tuple(min(own, level * sqrt(own)) for own in wanted)
        left -= want
        roots -= sqrt(want)
    return tuple(wanted)


def _entries(cell: TableCell, width: float, ruler: Ruler) -> tuple[_Entry, ...]:
    found = []
    for text in cell:
        fill = "link" if text.url else None if text.tone == "plain" else TONES[text.tone]
        found.append(_Entry(ruler.lines(_told(text), m.TABLE_CELL, width), fill, text.url))
    return tuple(found)


def _place(panel: _Panel, x: float, y: float, width: float, out: list[Item]) -> float:
    items: list[Item] = []
    top = y
    placed_lines(panel.title, x, top, m.TABLE_TITLE, items)
    top += len(panel.title) * m.TABLE_TITLE.leading + 4
    left = x
    for lines, own in zip(panel.head, panel.widths, strict=True):
        placed_lines(lines, left, top, m.TABLE_HEAD, items)
        left += own + _CELL_GAP
    top += max(map(len, panel.head)) * m.TABLE_HEAD.leading + 3
    for row in panel.rows:
        items.append(Line(x, top, x + width, top, "hair"))
        top = _place_row(row, panel.widths, x, top + _ROW_PAD, items) + _ROW_PAD
    out.append(Group(tuple(items), panel.table.title, f"table-{panel.table.id}", Box(x, y, width, top - y)))
    return top


def _place_row(row: Sequence[Sequence[_Entry]], widths: Sequence[float], x: float, y: float, out: list[Item]) -> float:
    bottom = y
    for cell, width in zip(row, widths, strict=True):
        top = y
        for entry in cell:
            placed_lines(entry.lines, x, top, m.TABLE_CELL, out, fill=entry.fill, url=entry.url)
            top += len(entry.lines) * m.TABLE_CELL.leading
        bottom = max(bottom, top)
        x += width + _CELL_GAP
    return bottom
