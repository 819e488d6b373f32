"""A workbook -> the journey in one of its sheets."""

from collections.abc import Iterator, Sequence

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import listed, quoted
from mapgen.diagnostics.span import Span
from mapgen.importers.importer import Imported, ImportFile, ImportOptions, failed
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.columns import Chosen, find_headers
from mapgen.importers.tables.grid import CellGrid
from mapgen.importers.tables.journey import journey_of
from mapgen.importers.workbook.package import Package, WorkbookError
from mapgen.importers.workbook.parts import SheetPart, part_beside, read_formats, read_sheets, read_strings
from mapgen.importers.workbook.sheet import Cells, Styles, letters_of, read_cells
from mapgen.record import replace

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LISTED = 10


def read(document: ImportFile, options: ImportOptions) -> Imported:
    """Return the journey of the sheet that was chosen, or else of the first visible one that has one."""
    if document.data.startswith(_OLE):
        message = "the file is an Excel workbook of the old format (.xls), or has a password"
        return failed(message, "save it as .xlsx, without a password")
    try:
        return _read(Package(document.data), options)
    except WorkbookError as error:
        return failed(str(error), error.hint)


def _read(package: Package, options: ImportOptions) -> Imported:
    sheets = read_sheets(package)
    candidates = _candidates(sheets, options.sheet)
    if isinstance(candidates, str):
        names = [quoted(sheet.name) for sheet in sheets[:_LISTED]]
        return failed(candidates, f"the workbook has {listed(names, joint='and')}" if names else None)
    remarks = Remarks()
    chosen = Chosen(options.columns)
    styles = Styles(
        read_strings(package, part_beside(candidates[0], "sharedStrings.xml")),
        read_formats(package, part_beside(candidates[0], "styles.xml")),
    )
    first: tuple[SheetPart, Cells, CellGrid] | None = None
    for sheet in candidates:
        cells = read_cells(package, sheet.path, styles)
        grid = _grid(cells)
        if first is None or find_headers(grid, chosen):
            first = sheet, cells, grid
        if find_headers(grid, chosen):
            break
    sheet, cells, grid = first or (
        candidates[0],
        Cells({}, [], [], beyond=False),
        _grid(Cells({}, [], [], beyond=False)),
    )
    _report(sheet, sheets, cells, remarks)
    imported = journey_of(grid, options.columns, remarks)
    return replace(imported, remarks=tuple(_named(imported.remarks, sheet)))


def _candidates(sheets: Sequence[SheetPart], wanted: str | None) -> list[SheetPart] | str:
    """Return the sheets that may be read, the first choice first, or why there is none."""
    if not sheets:
        return "the workbook has no sheets"
    if wanted is not None:
        found = [sheet for sheet in sheets if sheet.name.casefold() == wanted.strip().casefold()]
        if not found and wanted.isdigit() and 0 < int(wanted[:6]) <= len(sheets):
            found = [sheets[int(wanted[:6]) - 1]]
        if not found:
            return f"there is no sheet {quoted(wanted)}"
    else:
        found = [sheet for sheet in sheets if not sheet.hidden]
        if not found:
            return "all sheets are hidden; name one with `--sheet`"
    inside = [sheet for sheet in found if sheet.path]
    return inside or f"the sheet {quoted(found[0].name)} lies outside the workbook, which is never read"


def _grid(cells: Cells) -> CellGrid:
    """Return the rows that have a filled cell; each knows its number in the sheet."""
    numbers = sorted(cells.rows)
    rows = [_row(cells.rows[number]) for number in numbers]

    def place(row: int, column: int) -> Span:
        return Span(numbers[row] + 1, column + 1, numbers[row] + 1, column + 2)

    return CellGrid(rows, place)


def _row(cells: dict[int, str]) -> list[str]:
    row = [""] * (max(cells) + 1)
    for column, text in cells.items():
        row[column] = text
    return row


def _report(sheet: SheetPart, sheets: Sequence[SheetPart], cells: Cells, remarks: Remarks) -> None:
    """Report what was not read."""
    others = [quoted(one.name) for one in sheets if one is not sheet]
    if others:
        more = [f"{len(others) - _LISTED} more"] if len(others) > _LISTED else []
        message = f"only the sheet {quoted(sheet.name)} was read, not {listed([*others[:_LISTED], *more], joint='and')}"
        remarks.guessed(message, hint="choose another one with `--sheet`")
    for row, column in cells.formulas:
        message = "the file holds no value of the formula in this cell, and formulas are not evaluated"
        hint = "open the workbook in a spreadsheet program, and save it"
        remarks.dropped(message, Span(row + 1, column + 1, row + 1, column + 2), hint)
    for row, column in cells.errors:
        remarks.doubted("this cell shows an error, so it was left out", Span(row + 1, column + 1, row + 1, column + 2))
    if cells.beyond:
        remarks.dropped("columns far to the right were left out")


def _named(remarks: Sequence[Diagnostic], sheet: SheetPart) -> Iterator[Diagnostic]:
    """Yield remarks that name their cell: a workbook has no lines that could be shown."""
    for one in remarks:
        if one.span is None:
            yield one
        else:
            cell = f"{letters_of(one.span.column - 1)}{one.span.line}"
            yield replace(one, message=f"{sheet.name[:40]}!{cell}: {one.message}")
