"""An Excel workbook: what is in its cells, and what is never read, followed or evaluated."""

import re

import pytest

from mapgen.importers import IMPORTERS
from mapgen.importers.detection import detect
from mapgen.importers.importer import Imported, ImportFile, ImportOptions
from mapgen.importers.workbook import package
from tests.importers.workbooks import MAIN, OFFICE, RELATIONS, Cell, packed, sheet, workbook

HEADERS: list[Cell] = ["Stage", "Touchpoint", "Emotion", "Note"]
ROWS: list[list[Cell]] = [HEADERS, ["Buy", "Pays", -1, "a"], [None, "Waits", 2, None]]


def imported(data: bytes, wanted: str | None = None) -> Imported:
    return IMPORTERS["xlsx"].read(ImportFile("a.xlsx", data), ImportOptions(sheet=wanted))


def messages(found: Imported) -> list[str]:
    return [one.message for one in found.remarks]


def names(found: Imported) -> list[str]:
    """Return the names of the touchpoints of the only stage."""
    return re.findall(r"'touchpoints': .*", str(found.spec)) and re.findall(r"{'name': '(\w+)'", str(found.spec))[1:]


def test_a_workbook_is_recognized_by_its_content() -> None:
    assert detect(ImportFile("table.csv", workbook(sheet(ROWS)))) == "xlsx"


def test_its_cells_are_read() -> None:
    found = imported(workbook(sheet(ROWS)))

    assert found.remarks == ()
    assert (found.spec or {})["stages"] == [
        {
            "name": "Buy",
            "touchpoints": [{"name": "Pays", "emotion": -1, "x-note": "a"}, {"name": "Waits", "emotion": 2}],
        }
    ]


def test_shared_texts_with_several_fonts_are_one_text_without_phonetic_hints() -> None:
    strings = f'<sst xmlns="{MAIN}"><si><r><t>Pa</t></r><r><t>ys</t></r><rPh><t>PAYS</t></rPh></si></sst>'
    rows = sheet([HEADERS, ["Buy"]]).replace(
        "</c></row></sheetData>", '</c><c r="B2" t="s"><v>0</v></c></row></sheetData>'
    )

    assert names(imported(workbook(rows, more={"xl/sharedStrings.xml": strings}))) == ["Pays"]


def test_numbers_are_read_as_they_are_shown() -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    rows = sheet([["Stage", "Touchpoint", "Share", "Day"], ["Buy", "Pays"]]).replace(
        "</c></row></sheetData>",
        '</c><c r="C2" s="1"><v>0.25</v></c><c r="D2" s="2"><v>46143</v></c></row></sheetData>',
    )
    spec = imported(workbook(rows, more={"xl/styles.xml": styles})).spec or {}

    assert spec["stages"] == [
        {"name": "Buy", "touchpoints": [{"name": "Pays", "x-share": "25%", "x-day": "2026-05-01"}]}
    ]


def test_names_with_prefixes_are_read() -> None:
    prefixed = sheet(ROWS).replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")

    assert names(imported(workbook(prefixed))) == ["Pays", "Waits"]


def test_the_first_visible_sheet_with_a_journey_is_read_and_the_others_are_told() -> None:
    data = workbook(
        sheet([["Read me"]]), sheet([HEADERS, ["A", "B"]]), sheet(ROWS), names=("Notes", "Old", "Map"), hidden=("Old",)
    )
    found = imported(data)

    assert names(found) == ["Pays", "Waits"]
    assert messages(found) == ['only the sheet "Map" was read, not "Notes" and "Old"']
    assert names(imported(data, "old")) == ["B"]
    assert names(imported(data, "3")) == ["Pays", "Waits"]
    assert messages(imported(data, "Plan")) == ['there is no sheet "Plan"']


def test_remarks_name_the_cell() -> None:
    rows: list[list[Cell]] = [["Stage", "Touchpoint", "Emotion (1 to 5)"], ["Buy", "Pays", 3], [None, "Waits", 9]]

    assert messages(imported(workbook(sheet(rows), names=("Map",)))) == [
        'Map!C3: the emotion "9" is not on the scale from 1 to 5, so it was left out'
    ]


def test_formulas_are_not_evaluated_and_errors_are_left_out() -> None:
    rows: list[list[Cell]] = [
        *ROWS,
        [None, "Leaves", "<f>1+1</f>", "<f>2+2</f><v>4</v>"],
        [None, "Returns", None, "#REF!"],
    ]
    found = imported(workbook(sheet(rows), names=("Map",)))

    assert names(found) == ["Pays", "Waits", "Leaves", "Returns"]
    assert [message.partition(":")[0] for message in messages(found)] == ["Map!C4", "Map!D5"]
    assert '"x-note": "4"' in str(found.spec).replace("'", '"')


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(8))
    + "]>"
)
MACRO = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}
OUTSIDE = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/worksheet"'
    ' Target="http://127.0.0.1:9/a.xml" TargetMode="External"/></Relationships>'
)
ABOVE = OUTSIDE.replace("http://127.0.0.1:9/a.xml", "../../../etc/passwd").replace(' TargetMode="External"', "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a,b\n",
        b"PK\x05\x06" + bytes(18),
        b"PK\x03\x04" + bytes(100),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        workbook(sheet(ROWS))[:600],
        workbook(),
        packed({"word/document.xml": "<a/>"}),
        workbook(sheet(ROWS), more={"xl/_rels/workbook.xml.rels": OUTSIDE}),
        workbook(sheet(ROWS), more={"xl/_rels/workbook.xml.rels": ABOVE}),
        workbook(ENTITIES + sheet([["&i;"]])),
        workbook('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + sheet(ROWS)),
        workbook(sheet(ROWS)[:-40]),
        workbook(sheet([["x" * 200_000]])),
        workbook(sheet(ROWS), names=("A",), hidden=("A",)),
        workbook(sheet([[1]]).replace('r="1"', 'r="1048576"').replace("A1", "XFD1048576")),
        workbook(sheet(ROWS), more={f"x/{number}.xml": "" for number in range(10_001)}),
    ],
    ids=range(17),
)  # fmt: skip
def test_what_is_no_journey_is_refused_with_a_reason(data: bytes) -> None:
    found = imported(data)

    assert found.spec is None
    assert [one.code for one in found.remarks] == ["import-failed"]


def test_macros_are_not_read() -> None:
    assert names(imported(workbook(sheet(ROWS), more=MACRO))) == ["Pays", "Waits"]


@pytest.mark.parametrize(
    "content",
    [
        "<row>" + '<c t="inlineStr"><is><t>aaaaaaaaaa</t></is></c>' * 30_000 + "</row>",
        "<row><c><v>1</v></c></row>" * 30_000,
        "<row>" + "<c/>" * 200_000 + "</row>",
        f'<row><c t="inlineStr"><is><t>{"a" * 1_500_000}</t></is></c></row>',
        " " * 1_500_000,
    ],
    ids=["cells", "rows", "empty cells", "a cell", "blanks"],
)
def test_a_workbook_that_unpacks_to_very_much_is_read_no_further_than_a_limit(
    content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MAX_SIZE", 1_000_000)
    monkeypatch.setattr(package, "MAX_ELEMENTS", 100_000)
    found = imported(workbook(f'<worksheet xmlns="{MAIN}"><sheetData>{content}</sheetData></worksheet>'))

    assert found.spec is None
    assert [one.code for one in found.remarks] == ["import-failed"]
