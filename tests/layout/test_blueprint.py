"""The steps of a blueprint are cards under their touchpoints; equal neighbors are one card."""

from mapgen import resources
from mapgen.blocks import BlueprintStep
from mapgen.lanes.grid import Cell, Heading, Row
from mapgen.layout.blueprint import LaneTop, starts, steps
from mapgen.layout.columns import Band, StageColumns
from mapgen.layout.scene import Item, Label, Line, Rect
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface

RULER = TextMeasurer(Typeface(resources.font()))
ROW = Row("backstage", "Backstage", None, (), line=("visibility", "line of visibility"))


def heading(name: str, first: int, last: int) -> Heading:
    return Heading(name, name, first, last, None, None)


BAND = Band((StageColumns(0, heading("a", 0, 2), 0.0, 208.0), StageColumns(1, heading("b", 2, 3), 218.0, 100.0)))


def cells(*columns: BlueprintStep | None) -> list[Cell]:
    return [Cell(at, at + 1, (step,)) for at, step in enumerate(columns) if step]


def drawn(*columns: BlueprintStep | None) -> list[Item]:
    out: list[Item] = []
    steps(ROW, cells(*columns), BAND, LaneTop(0.0, 20.0, 30.0), RULER, out)
    return out


def cards(items: list[Item]) -> list[tuple[str, float, float]]:
    """Return text, left end and right end of each card."""
    rects = [item for item in items if isinstance(item, Rect)]
    texts = [item.text for item in items if isinstance(item, Label)]
    assert len(texts) == len(rects)
    return [(text, rect.x, rect.x + rect.width) for text, rect in zip(texts, rects, strict=True)]


def lines(items: list[Item]) -> list[tuple[float, float, float]]:
    return [(item.x1, item.y1, item.y2) for item in items if isinstance(item, Line)]


def test_equal_neighbors_become_one_card_over_their_touchpoints() -> None:
    book = BlueprintStep(("Runbook",))

    assert cards(drawn(book, book, book)) == [("Runbook", 0.5, 317.5)]
    assert cards(drawn(book, None, book)) == [("Runbook", 0.5, 99.5), ("Runbook", 218.5, 317.5)]


def test_a_step_with_more_than_its_neighbor_shares_what_is_equal() -> None:
    shown = cards(drawn(BlueprintStep(("Till", "Runbook")), BlueprintStep(("Runbook",)), None))

    assert shown == [("Runbook", 0.5, 207.5), ("Till", 0.5, 99.5)]


def test_no_card_lies_on_another() -> None:
    items = drawn(BlueprintStep(("A", "B", "C")), BlueprintStep(("B", "D")), BlueprintStep(("D", "A")))
    rects = [item for item in items if isinstance(item, Rect)]

    for index, one in enumerate(rects):
        for other in rects[index + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_an_arrow_ends_at_its_card_and_goes_on_where_there_is_more_below() -> None:
    (into,) = lines(drawn(BlueprintStep(("Till",), arrow=True)))
    assert into[0] == 50.0
    assert into[1] == 0.0
    assert into[2] < 20.0

    _, onwards = lines(drawn(BlueprintStep(("Till",), arrow=True, leads_on=True)))
    assert onwards[2] > 20.0 + 30.0


def test_an_arrow_passes_a_lane_in_which_its_touchpoint_has_nothing() -> None:
    ((x, top, bottom),) = lines(drawn(BlueprintStep((), arrow=True, leads_on=True)))

    assert (x, top) == (50.0, 0.0)
    assert bottom > 20.0 + 30.0


def test_the_names_of_touchpoints_stand_on_bars_in_the_colors_of_their_stages() -> None:
    out: list[Item] = []
    height = starts(cells(BlueprintStep((), "1 Pays"), None, BlueprintStep((), "3 Leaves")), BAND, 0.0, RULER, out)

    assert height > 0
    assert [item.fill for item in out if isinstance(item, Rect)] == ["stage-1", "stage-2"]
    assert [item.text for item in out if isinstance(item, Label)] == ["1 Pays", "3 Leaves"]


def test_a_card_shows_the_note_of_its_item_below_the_text() -> None:
    noted = (BlueprintStep(("Till",), notes=(note,)) for note in ("Clerk", "Nurse"))
    items = drawn(*noted, BlueprintStep(("Till",)))
    texts = [(item.text, item.y) for item in items if isinstance(item, Label)]

    assert [text for text, _ in texts] == ["Till", "Clerk", "Till", "Nurse", "Till"]
    assert texts[0][1] < texts[1][1]
