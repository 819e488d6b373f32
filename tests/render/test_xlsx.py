"""The workbook: what a reader finds in it, and that its bytes are always the same."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.stamp import is_edited, is_made_by_mapgen
from tests.properties.hostile import journey

openpyxl: Any = pytest.importorskip("openpyxl")
SKI_SHOP = Path(__file__).parents[2] / "examples/ski-shop/ski-shop.journey.yaml"
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "\tx",
    "x" * 5_000,
    "العربية",
    "👩‍👩‍👧",
    "_x0041_",
    "a\nb",
    "http://x.example",
)


def made(text: str) -> bytes:
    found = check(text, name="a.journey.yaml").journey
    assert found
    return draw(DrawRequest(found, "a", ("xlsx",)))[".xlsx"]


def book(data: bytes) -> Any:  # noqa: ANN401 - a workbook of openpyxl
    return openpyxl.load_workbook(io.BytesIO(data))


def cells(sheet: Any) -> list[list[object]]:  # noqa: ANN401 - a sheet of openpyxl
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_touchpoints_come_first_in_the_columns_of_csv() -> None:
    text = SKI_SHOP.read_text(encoding="utf-8")
    found = check(text, name="a.journey.yaml").journey
    assert found
    table = draw(DrawRequest(found, "a", ("csv",)))[".csv"].decode()
    rows = [row[:-1] for row in csv.reader(io.StringIO(table, newline=""))]

    sheets = book(made(text))
    first = cells(sheets[sheets.sheetnames[0]])

    assert sheets.sheetnames[0] == "Touchpoints"
    assert [["" if cell is None else str(cell) for cell in row] for row in first] == rows
    assert {"Pain points", "Opportunities", "Metrics"} <= {*sheets.sheetnames}


def test_sheets_have_headers_in_sight_filters_and_numbers() -> None:
    text = """
title: T
stages:
  - name: A
    touchpoints:
      - name: B
        emotion: -1
        exits: [{kind: abandon, share: 0.25}]
        metrics: [{name: Wait, value: 41200, unit: s}]
"""
    sheets = book(made(text))
    first, exits = sheets["Touchpoints"], sheets["Exits"]
    rows = cells(exits)

    assert (first.freeze_panes, first.auto_filter.ref) == ("C2", "A1:K2")
    assert (exits.freeze_panes, first["D2"].value) == ("B2", -1)
    assert 0.25 in rows[1]
    assert exits.cell(2, rows[1].index(0.25) + 1).number_format == "0.##%"


def test_two_tables_of_one_name_have_two_sheets() -> None:
    names = book(made("title: T\nstages: [{name: A, touchpoints: [{name: B, pain_points: [C]}]}]")).sheetnames

    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_or_a_link(text: str) -> None:
    if len(text) > 1_000:
        data = made(f"title: T\nstages: [{{name: A, touchpoints: [{{name: B, pain_points: {[text] * 8}}}]}}]")
    else:
        data = draw(DrawRequest(journey(text), "a", ("xlsx",)))[".xlsx"]
    sheets = book(data)

    for sheet in sheets:
        for row in sheet.iter_rows():
            assert not [cell.value for cell in row if cell.data_type == "f" or cell.hyperlink]
            assert not [cell.value for cell in row if str(cell.value).startswith(("=", "+", "@", "\t"))]
            assert max(len(str(cell.value)) for cell in row) <= 32_767


def test_a_workbook_is_well_formed_without_macros_and_links_to_files() -> None:
    with zipfile.ZipFile(io.BytesIO(made(SKI_SHOP.read_text(encoding="utf-8")))) as package:
        names = package.namelist()
        for name in names:
            etree.fromstring(package.read(name))

        assert not [name for name in names if "external" in name or "vba" in name or "drawing" in name]
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_spec_gives_the_same_bytes_which_say_who_made_them() -> None:
    data = made(SKI_SHOP.read_text(encoding="utf-8"))

    assert data == made(SKI_SHOP.read_text(encoding="utf-8"))
    assert is_made_by_mapgen(data)
    assert is_edited(data) is None


def test_a_workbook_that_another_program_saved_is_not_ours() -> None:
    sheets, saved = book(made("title: T\nstages: [A]")), io.BytesIO()
    sheets.save(saved)

    assert not is_made_by_mapgen(saved.getvalue())
