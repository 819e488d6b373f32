"""The tables of a page -> the one of the journey; tables of one kind below headings of stages are one."""

from collections.abc import Iterable, Iterator, Sequence

from mapgen.importers.markdown.blocks import MarkdownBlock, PageHeading, PipeTable
from mapgen.importers.markdown.names import bare_name
from mapgen.importers.tables.headers import meaning
from mapgen.record import record

_NAMING = frozenset({"touchpoint", "action"})
_FEWEST = 2  # headers that are known, of a table of a journey


@record
class PlacedTable:
    """A table, the line of each row, and how many of its headers are known."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    known: int


def journey_table(blocks: Sequence[MarkdownBlock]) -> PlacedTable | None:
    """Return the table with the most of a journey; None where none has any."""
    found = [table for table in _joined(_with_stages(blocks)) if table.known >= _FEWEST]
    return max(found, key=lambda table: (table.known, len(table.rows)), default=None)


def _with_stages(blocks: Iterable[MarkdownBlock]) -> Iterator[PlacedTable]:
    """Yield each table; one of touchpoints that names no stages gets the heading above it as their stage."""
    heading = ""
    for block in blocks:
        if isinstance(block, PageHeading):
            heading = bare_name(block.text)
        elif isinstance(block, PipeTable):
            fields = _fields(block.rows[0])
            rows = tuple(map(tuple, block.rows))
            if heading and fields & _NAMING and "stage" not in fields:
                rows = (("Stage", *rows[0]), *((heading, *row) for row in rows[1:]))
            sideways = {found.field for row in block.rows if row and row[0] and (found := meaning(row[0]))}
            yield PlacedTable(rows, tuple(block.lines), max(len(fields), len(sideways)))


def _joined(tables: Iterable[PlacedTable]) -> Iterator[PlacedTable]:
    """Yield tables; those with the same header that begins with the stage are one."""
    last: PlacedTable | None = None
    for table in tables:
        if last and last.rows[0] == table.rows[0] and "stage" in _fields(table.rows[0]):
            last = PlacedTable(last.rows + table.rows[1:], last.lines + table.lines[1:], last.known)
        else:
            if last:
                yield last
            last = table
    if last:
        yield last


def _fields(row: Iterable[str]) -> set[str]:
    return {found.field for text in row if text and (found := meaning(text))}
