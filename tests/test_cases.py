"""Small journeys, one thing each: where everything stands (`scene.txt`) and how it is drawn (`map.svg`).

A folder called `paper-NAME` is set for that paper. `pytest --accept` writes both files anew; look at the pictures and
at `git diff` before you commit them.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from mapgen import pipeline, resources
from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.lanes import LANES
from mapgen.layout.scene import Group, Item, Scene
from mapgen.layout.typeface import Typeface
from mapgen.render.drawing import Drawing
from mapgen.render.formats import svg
from mapgen.render.options import Options
from tests.layout.geometry import faults

CASES = sorted((Path(__file__).parent / "cases").iterdir())
TYPEFACE = Typeface(resources.font())


def drawing_of(folder: Path) -> Drawing:
    checked = pipeline.check((folder / "journey.yaml").read_bytes(), name="journey.yaml")
    assert not checked.diagnostics
    assert checked.journey
    analysis = analyze(checked.journey)
    paper = folder.name.partition("paper-")[2] or None
    return Drawing(
        "journey",
        checked.journey,
        analysis,
        partial(compose, checked.journey, analysis),
        options=Options(fonts="stack", is_font_in_page=True, paper=paper),
    )


def test_each_lane_is_drawn() -> None:
    elsewhere = {"images"}  # drawn from files
    missing = [lane for lane in LANES if f"lane-{lane}" not in {folder.name for folder in CASES}]

    assert set(missing) == elsewhere, "copy a folder of tests/cases for each lane"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_case_is_arranged_and_drawn_as_before(folder: Path, expect: Callable[[Path, str], None]) -> None:
    drawing = drawing_of(folder)

    assert faults(drawing.scene) == []
    expect(folder / "scene.txt", "\n".join(told(drawing.scene)) + "\n")
    expect(folder / "map.svg", svg.render(drawing))


def told(scene: Scene) -> Iterator[str]:
    """Tell a scene, an item a line, so that a difference shows what moved."""
    yield f"{scene.id} {round(scene.width, 2)} x {round(scene.height, 2)} {scene.direction}"
    yield from items_told(scene.items, "")


def items_told(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield f"{indent}{item.name or '-'} {short(item.box)} {item.anchor or ''}".rstrip()
            yield from items_told(item.items, f"{indent}  ")
        else:
            parts = (short(part) for part in item if part is not None and part is not False)
            yield f"{indent}{type(item).__name__.lower()} {' '.join(parts)}"


def short(part: object) -> str:
    """Write a part of an item with numbers of two decimals."""
    if isinstance(part, float):
        return f"{part:.2f}".rstrip("0").rstrip(".")
    if isinstance(part, tuple):
        return f"({' '.join(map(short, part))})"
    return repr(part) if isinstance(part, str) else str(part)
