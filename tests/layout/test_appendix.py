"""The sheets that follow a poster: the map and all tables, with nothing cut, lost or too small to read."""

from functools import cache
from itertools import takewhile

import pytest

from mapgen.analysis import analyze
from mapgen.blocks import Text
from mapgen.composition import Map, compose
from mapgen.layout import dimensions as m
from mapgen.layout.appendix import arrange_appendix
from mapgen.layout.line_breaking import HYPHEN, SOFT_HYPHEN
from mapgen.layout.pagination import fill
from mapgen.layout.scene import Group, Label, Scene
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.tables import table_parts
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface
from mapgen.pipeline import check
from mapgen.resources import font
from mapgen.tables.table import Table
from tests.layout.geometry import faults, labels
from tests.layout.test_paper import ROOT

TYPEFACE = Typeface(font())
SHEET = 800.0
WIDTH = 1000.0
MUSIC = "examples/music-subscription/music-subscription.journey.yaml"
SPECS = [
    *(f"tests/cases/{name}/journey.yaml" for name in ("everything", "script-arabic", "many-scripts", "long-names")),
    MUSIC,
]


@cache
def composed(spec: str) -> Map:
    journey = check((ROOT / spec).read_bytes(), name=spec).journey
    assert journey
    return compose(journey, analyze(journey))


@cache
def appendix(spec: str, paper: str = "a4") -> Scene:
    return arrange_appendix(composed(spec), TYPEFACE, paper=paper, title="Tables", look=ShapeOverrides())


def sheets(scene: Scene) -> list[list[str]]:
    """Return the texts of each sheet."""
    assert scene.sheet
    found: list[list[str]] = [[] for _ in range(scene.sheet.sheets)]
    for label in labels(scene.items):
        found[int(label.y // (scene.height / scene.sheet.sheets))].append(label.text)
    return found


def letters(text: str) -> str:
    return "".join(text.split()).translate({ord(HYPHEN): None, ord(SOFT_HYPHEN): None})


def tables(*found: Table) -> tuple[list[list[Label]], int]:
    """Return the labels of tables by sheet, and the number of sheets."""
    parts = table_parts("Tables", found, m.MARGIN, WIDTH, TextMeasurer(TYPEFACE))
    filled = fill(parts, SHEET)
    by_sheet: list[list[Label]] = [[] for _ in range(filled.sheets)]
    for label in labels(tuple(filled.items)):
        by_sheet[int(label.y // SHEET)].append(label)
    return by_sheet, filled.sheets


def table(rows: int, columns: int = 2, *, lines: int = 1, name: str = "Owners") -> Table:
    cells = [
        [tuple(Text(text=f"{row}.{at}.{line}") for line in range(lines)) for at in range(columns)]
        for row in range(rows)
    ]
    return Table(name.lower(), name, tuple(f"Column {at}" for at in range(columns)), tuple(map(tuple, cells)))


@pytest.mark.parametrize("spec", SPECS)
def test_no_text_is_cut_or_too_small_to_read(spec: str) -> None:
    assert faults(appendix(spec)) == []


@pytest.mark.parametrize("paper", ["a4-portrait", "tabloid"])
def test_no_text_is_cut_or_too_small_to_read_on_other_papers(paper: str) -> None:
    assert faults(appendix(SPECS[0], paper)) == []


@pytest.mark.parametrize("spec", SPECS)
def test_all_texts_of_all_tables_are_there(spec: str) -> None:
    shown = letters("".join(text for sheet in sheets(appendix(spec)) for text in sheet))

    for one in composed(spec).tables:
        texts = [text.text for row in one.rows for cell in row for text in cell]
        assert [text for text in (one.title, *one.columns, *texts) if letters(text) not in shown] == []


def test_tables_follow_the_map_on_sheets_of_their_own_in_type_of_the_same_size() -> None:
    found = sheets(appendix(MUSIC))
    of_map = list(takewhile(lambda sheet: sheet[0] != "Tables", found))

    assert 0 < len(of_map) < len(found)
    assert not any("Contributes to" in sheet for sheet in of_map)
    assert all("Stage" in sheet for sheet in of_map)


def test_the_poster_counts_as_the_first_sheet() -> None:
    found = sheets(appendix(MUSIC))
    title, count = "Switching to a music subscription", len(found) + 1

    assert [sheet[-1] for sheet in sheets_with_folio_last(found)] == [
        f"{title} · {number} / {count}" for number in range(2, count + 1)
    ]


def sheets_with_folio_last(found: list[list[str]]) -> list[list[str]]:
    """Return the texts of each sheet, the one at its foot last, as they are drawn."""
    return [sorted(sheet, key=lambda text: " / " in text) for sheet in found]


def test_a_map_without_tables_has_no_sheet_for_them() -> None:
    found = sheets(appendix("tests/cases/smallest/journey.yaml"))

    assert not any("Tables" in sheet for sheet in found)


def test_a_long_table_goes_on_below_its_title_and_head() -> None:
    found, count = tables(table(120, columns=9))

    assert count > 1
    for sheet in found:
        texts = [label.text for label in sheet]
        assert [texts.count(text) for text in ("Owners", "Column 0", "Column 8")] == [1, 1, 1]
    rows = [label.text for sheet in found for label in sheet if label.text.endswith(".0.0")]
    assert rows == [f"{row}.0.0" for row in range(120)]


def test_only_the_beginning_of_a_table_is_a_heading() -> None:
    parts = table_parts("Tables", [table(120, columns=9)], m.MARGIN, WIDTH, TextMeasurer(TYPEFACE))
    named = [item.name for item in fill(parts, SHEET).items if isinstance(item, Group)]

    assert named[:2] == ["Tables", "Owners"]
    assert set(named[2:]) == {None}


def test_a_long_and_narrow_table_stands_in_columns() -> None:
    found, count = tables(table(40))

    assert count == 1
    assert len({label.x for label in found[0] if label.text == "Owners"}) > 1


def test_short_tables_stand_side_by_side() -> None:
    found, _ = tables(table(3, name="Owners"), table(4, name="Exits"), table(3, name="Channels"))
    titles = [label for label in found[0] if label.text in {"Owners", "Exits", "Channels"}]

    assert len({label.y for label in titles}) == 1
    assert len({label.x for label in titles}) == 3


def test_a_row_that_is_higher_than_a_sheet_goes_on_on_the_next() -> None:
    found, count = tables(table(2, lines=90, columns=3))
    texts = [label.text for sheet in found for label in sheet]

    assert count > 2
    assert all(texts.count(f"{row}.1.{line}") == 1 for row in range(2) for line in range(90))
    assert all(label.y <= (number + 1) * SHEET - m.MARGIN for number, sheet in enumerate(found) for label in sheet)


def test_a_table_with_too_many_columns_is_cut_between_them() -> None:
    found, _ = tables(table(2, columns=60))
    own = [label for sheet in found for label in sheet]

    assert max(label.x + label.width for label in own) <= m.MARGIN + WIDTH
    assert {label.text for label in own} >= {f"1.{at}.0" for at in range(60)}
    assert sum(label.text == "1.0.0" for label in own) > 1
