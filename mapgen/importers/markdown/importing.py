"""The importer of Markdown: a page -> the journey in its table, or in its headings and lists."""

from mapgen.diagnostics.span import Span
from mapgen.importers.decoding import text_of
from mapgen.importers.importer import Confidence, Imported, ImportFile, ImportOptions, failed
from mapgen.importers.markdown.blocks import ListItem, MarkdownBlock, PageHeading, read_blocks
from mapgen.importers.markdown.outline import Outline, cells_of_rows
from mapgen.importers.markdown.own import read_own
from mapgen.importers.markdown.tables import journey_table
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.grid import MAX_COLUMNS, MAX_ROWS, CellGrid
from mapgen.importers.tables.journey import journey_of
from mapgen.record import replace

_MAX_SIZE = 5_000_000  # bytes
_MAX_BLOCKS = 50_000
_MADE = "made by mapgen: change its spec, not this file."
_LOOKED_AT = 20_000  # bytes in which a page shows what it is


def recognize(document: ImportFile) -> Confidence:
    """Return how much a file looks like a page with headings, lists or tables."""
    blocks = list(read_blocks(document.data[:_LOOKED_AT].decode(errors="replace").replace("\r\n", "\n")))
    has_heading = any(isinstance(block, PageHeading) for block in blocks)
    return Confidence.MAYBE if has_heading and len(blocks) > 1 else Confidence.NO


def read(document: ImportFile, options: ImportOptions) -> Imported:
    """Read the journey of a page."""
    remarks = Remarks()
    text = text_of(document, remarks, _MAX_SIZE, "Markdown is")
    if isinstance(text, Imported):
        return text
    if _MADE in text:
        remarks.guessed(
            "of a page of mapgen, stages, touchpoints and what the tables say of them are read, nothing else"
        )
        return Imported(read_own(text), remarks.all(), text)
    blocks = list(read_blocks(text))
    grid = None if len(blocks) > _MAX_BLOCKS else _grid(blocks, remarks)
    if wrong := _wrong(blocks, grid):
        return failed(*wrong, text)
    table = grid or CellGrid((), lambda _row, _column: Span(1, 1, 1, 2))
    return _titled(journey_of(table, options.columns, remarks, text), blocks)


def _wrong(blocks: list[MarkdownBlock], grid: CellGrid | None) -> tuple[str, str] | None:
    """Return why a page cannot be read and what to do; nothing where it can."""
    if len(blocks) > _MAX_BLOCKS:
        return f"the page has more than {_MAX_BLOCKS:,} headings and items", "import a part of it"
    if grid is None:
        return "the page has no journey", "a journey is a table, or headings with lists below them"
    if len(grid.rows) > MAX_ROWS or max(map(len, grid.rows)) > MAX_COLUMNS:
        return f"the table has more than {MAX_ROWS:,} rows or {MAX_COLUMNS:,} columns", "import a part of it"
    return None


def _grid(blocks: list[MarkdownBlock], remarks: Remarks) -> CellGrid | None:
    """Return the table of the journey: one of the page, else one of its headings and lists."""
    table = journey_table(blocks)
    if table:
        lines = table.lines
        return CellGrid(table.rows, lambda row, _: Span(lines[row], 1, lines[row], 2))
    if not any(isinstance(block, ListItem) for block in blocks):
        return None
    outline = Outline(blocks, remarks)
    if not outline.rows:
        return None
    numbers = [outline.lines[0], *outline.lines]
    return CellGrid(list(cells_of_rows(outline.rows)), lambda row, _: Span(numbers[row], 1, numbers[row], 2))


def _titled(imported: Imported, blocks: list[MarkdownBlock]) -> Imported:
    """Give a journey without a title that of the page, where it has a single one."""
    headings = [block for block in blocks if isinstance(block, PageHeading)]
    titles = [heading.text for heading in headings if heading.level == 1 or len(headings) == 1]
    if imported.spec is None or imported.spec.get("title") or len(titles) != 1:
        return imported
    return replace(imported, spec={**imported.spec, "title": titles[0]})
