"""In the pictures of a page, strokes that follow each other in one look are one path, and nothing looks different."""

import re

from mapgen.layout.scene import Item, Line, Path, Rect
from mapgen.render.page.picture import Painter
from tests.render.test_html import drawn

RULES = (Line(0, 10, 40, 10, "hair"), Line(0, 20, 40, 20, "hair"))
WAY = Path((("M", (1.0, 2.0)), ("L", (3.0, 4.0))), stroke="hair")


def paths(*items: Item) -> list[str]:
    drawing = drawn(b"title: A\nstages: [{name: S, touchpoints: [{name: T}]}]\n")
    painter = Painter(drawing.scene, drawing.theme, drawing)
    return re.findall(r'<path d="([^"]*)"', "".join(painter.items(items)))


def test_neighbors_are_one_path_with_a_part_for_each() -> None:
    assert paths(*RULES) == ["m0 10h40m-40 10h40"]


def test_what_stands_between_keeps_strokes_apart() -> None:
    assert paths(RULES[0], Rect(0, 0, 1, 1, "ink"), RULES[1]) == ["m0 10h40", "m0 20h40"]


def test_strokes_that_look_different_stay_apart() -> None:
    dashed, wide = RULES[1]._replace(dash="2 3"), RULES[1]._replace(width=2)

    for other in (dashed, wide, RULES[1]._replace(stroke="ink"), WAY, WAY._replace(fill="ink")):
        assert len(paths(RULES[0], other)) == 2
