"""Parts on sheets: none is cut by an edge, and no sheet is without content."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from mapgen.layout.pagination import Filled, MapPart, fill
from mapgen.layout.scene import Group, Item, Label, Rect, Scene
from tests.layout.test_paper import on_paper

SHEET = 1000.0
MARGIN = 40.0
SPECS = [f"examples/{name}/{name}.journey.yaml" for name in ("pest-control", "ski-shop", "music-subscription")]


def block(  # noqa: PLR0913 - what a part can be
    height: float, *, name: str = "body", tail: bool = False, parts: int = 1, loose: bool = False, begins: bool = False
) -> MapPart:
    """Return a part that can be cut into so many."""

    def draw(y: float, out: list[Item]) -> float:
        out.append(Group((Rect(0, y, 10, height),), name))
        return y + height

    def halves(_: float) -> tuple[MapPart, ...]:
        first = parts // 2
        cuts = (first, parts - first) if first else ()
        return tuple(block(height * some / parts, name=name, parts=some, loose=loose) for some in cuts)

    return MapPart(draw, 10.0, halves=halves if parts > 1 else None, loose=loose, tail=tail, begins_sheet=begins)


def by_sheet(filled: Filled) -> list[list[str | None]]:
    """Return the names of the parts on each sheet."""
    found: list[list[str | None]] = [[] for _ in range(filled.sheets)]
    for item in filled.items:
        assert isinstance(item, Group)
        assert isinstance(item.items[0], Rect)
        found[int(item.items[0].y // SHEET)].append(item.name)
    return found


def foot(height: float = 60.0) -> MapPart:
    return block(height, name="foot", tail=True)


@pytest.mark.parametrize(
    ("parts", "sheets"),
    [
        ([block(500), block(360), foot()], [["body"], ["body", "foot"]]),
        ([block(500), block(360), foot(), foot()], [["body"], ["body", "foot", "foot"]]),
        ([block(900, parts=8), foot()], [["body"], ["body", "foot"]]),
        ([block(500), foot()], [["body", "foot"]]),
        ([block(500), block(880), foot(30)], [["body"], ["body", "foot"]]),
        ([block(500), foot(), block(90, begins=True), block(90)], [["body", "foot"], ["body", "body"]]),
    ],
)
def test_a_foot_never_begins_a_sheet(parts: list[MapPart], sheets: list[list[str]]) -> None:
    assert by_sheet(fill(parts, SHEET)) == sheets


@pytest.mark.parametrize(
    ("part", "sheets"),
    [
        (block(900, name="loose", parts=8, loose=True), [["body", "loose", "loose"], ["loose", "loose"]]),
        (block(820, name="loose", parts=2, loose=True), [["body", "loose"], ["loose"]]),
        (block(822, name="loose", parts=2, loose=True), [["body"], ["loose"]]),
        (block(500, name="loose", loose=True), [["body"], ["loose"]]),
        (block(900, name="whole", parts=8), [["body"], ["whole"]]),
    ],
)
def test_a_loose_part_begins_on_the_rest_of_a_sheet_if_its_beginning_fits(
    part: MapPart, sheets: list[list[str]]
) -> None:
    assert by_sheet(fill([block(500), part], SHEET)) == sheets


def test_on_one_long_page_nothing_is_moved() -> None:
    filled = fill([block(500), block(4000), foot()], None)

    assert filled.sheets == 1
    assert filled.bottom == MARGIN + 500 + 10 + 4000 + 10 + 60


def contents(scene: Scene) -> list[int]:
    """Return how many texts of each sheet are neither of the foot, nor a number of the sheet."""
    assert scene.sheet
    height = scene.height / scene.sheet.sheets
    counts = [0] * scene.sheet.sheets
    for item in scene.items:
        if isinstance(item, Group) and not any(isinstance(one, Group) and one.zone == "legend" for one in item.items):
            for label in texts(item):
                counts[int(label.y // height)] += 1
    return counts


def texts(group: Group) -> Iterator[Label]:
    for item in group.items:
        if isinstance(item, Label):
            yield item
        elif isinstance(item, Group) and item.zone != "stages":
            yield from texts(item)


@pytest.mark.parametrize(("spec", "paper"), [*product(SPECS, ("a4", "letter"))])
def test_no_sheet_of_an_example_is_without_content(spec: str, paper: str) -> None:
    assert min(contents(on_paper(spec, paper))) > 0


def test_no_sheet_is_without_content_however_long_the_map_is(tmp_path: Path) -> None:
    for count in range(3, 40):
        thoughts = "".join(f", {{text: Thought {number} of a customer}}" for number in range(count))
        spec = tmp_path / "journey.yaml"
        spec.write_text(
            "title: T\nstages:\n  - name: A\n    touchpoints:\n"
            f"      - {{name: B, emotion: 1, thought: Why, pain_points: [{thoughts[2:]}]}}\n",
            encoding="utf-8",
        )

        assert min(contents(on_paper(str(spec), "a4"))) > 0, count
