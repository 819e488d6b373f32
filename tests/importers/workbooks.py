"""Workbooks as bytes, with as little as a reader needs."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | float | None
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def letters(column: int) -> str:
    return chr(ord("A") + column)


def cell(row: int, column: int, value: Cell) -> str:
    place = f'r="{letters(column)}{row}"'
    if value is None:
        return ""
    if isinstance(value, str) and not value.startswith("<"):
        return f'<c {place} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c {place}>{value if isinstance(value, str) else f'<v>{value}</v>'}</c>"


def sheet(rows: Iterable[Sequence[Cell]], rest: str = "") -> str:
    """Return a sheet; a text that begins with < is the inside of a cell."""
    lines = (
        f'<row r="{number}">{"".join(cell(number, column, value) for column, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{rest}</worksheet>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def workbook(
    *sheets: str | bytes,
    names: Sequence[str] = (),
    hidden: Sequence[str] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a workbook with these sheets; `more` parts come last, and take the place of those before."""
    called = [*names, *(f"Sheet{number}" for number in range(len(names) + 1, len(sheets) + 1))]
    states = {True: "hidden", False: "visible"}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}" state="{states[name in hidden]}"/>'
        for number, name in enumerate(called, start=1)
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    office = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    parts: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{office}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
        **{f"xl/worksheets/sheet{number}.xml": content for number, content in enumerate(sheets, start=1)},
        **(more or {}),
    }
    return packed(parts)
