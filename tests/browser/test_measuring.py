"""What was measured is what the browser draws: no text is wider, meets another or leaves its box."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from mapgen.layout.scene import Box, Group, Item, Label
from mapgen.render.drawing import Drawing
from mapgen.render.formats import svg
from tests.browser.maps import SPECS, called, drawing_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

EXACT, EXACT_SHARE = 0.5, 0.001
"""By how much a text may be wider or narrower than measured, in pixels and as a share of its width."""
SLACK = 1.0
"""By how much ink may leave its box or reach into another, in pixels: a browser may round its box to whole ones."""
STACKED, STACKED_SHARE = 5.0, 0.35
"""By how much, in pixels and as a share of its size, a script that stacks its letters may reach into lines and boxes.

Few letters do, and nothing is drawn there.
"""
BOXES = """
() => {
  const pen = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas").getContext("2d");
  return [...document.querySelectorAll("text")].map((text) => {
    const {fontWeight, fontSize, fontFamily} = getComputedStyle(text);
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const ink = pen.measureText(text.textContent);
    const {x, width} = text.getBBox();
    const [above, below] = [ink.actualBoundingBoxAscent, ink.actualBoundingBoxDescent];
    return [text.textContent, text.getComputedTextLength(), x, width, above, below];
  });
}
"""


class Drawn(NamedTuple):
    """A text as the browser drew it: its advance, and the box of its ink, of which `below` is under the baseline."""

    text: str
    advance: float
    x: float
    width: float
    above: float
    below: float


@pytest.mark.parametrize("view", ["map", "poster"])
@pytest.mark.parametrize("spec", SPECS, ids=called)
def test_texts_stand_as_they_were_measured(spec: Path, view: str, show: Callable[..., Watched]) -> None:
    drawing = drawing_of(spec).of(view, (view,))
    found = show("map.svg", svg.render(drawing)).ask(BOXES)
    drawn = [Drawn(*one) for one in found]
    labels = written(drawing)

    assert [one.text for one in drawn] == [label.text for label in labels]
    assert list(mismeasured(drawing, drawn)) == []
    assert list(outside(drawing, drawn)) == []
    assert list(meetings(drawing, (ink(label, one) for label, one in zip(labels, drawn, strict=True)))) == []


def written(drawing: Drawing) -> list[Label]:
    """Return the labels as they are written: an added hyphen is drawn as a shape, except in maps from the right."""
    labels = list(svg.labels(drawing.scene.items))
    if drawing.scene.direction == "rtl":
        return labels
    return [svg.without_hyphen(label, drawing.typeface) for label in labels]


def mismeasured(drawing: Drawing, drawn: list[Drawn]) -> Iterator[str]:
    """Tell the texts that the browser draws wider than measured, and those of our font that it draws narrower."""
    for label, one in zip(written(drawing), drawn, strict=True):
        known, slack = drawing.typeface.covers(label.text), max(EXACT, EXACT_SHARE * label.width)
        if one.advance > label.width + slack or (known and one.advance < label.width - slack):
            yield f"{label.text!r} was measured {label.width:.2f} and is {one.advance:.2f}"


def ink(label: Label, one: Drawn) -> tuple[Box, str]:
    return Box(one.x, label.y - one.above, one.width, one.above + one.below), one.text


def outside(drawing: Drawing, drawn: list[Drawn]) -> Iterator[str]:
    """Tell the texts that leave the box of their group, or the page."""
    scene = drawing.scene
    rest = iter(drawn)

    def walk(items: tuple[Item, ...], box: Box) -> Iterator[str]:
        for item in items:
            if isinstance(item, Group):
                yield from walk(item.items, item.box or box)
            elif isinstance(item, Label):
                own, text = ink(item, next(rest))
                beyond = SLACK if drawing.typeface.covers(text) else max(STACKED, STACKED_SHARE * item.size)
                if not holds(box, own, beyond):
                    yield f"{text!r} leaves its box: {own} is not in {box}"

    yield from walk(scene.items, Box(0, 0, scene.width, scene.height))


def holds(box: Box, own: Box, above_and_below: float) -> bool:
    return (
        own.x >= box.x - SLACK
        and own.y >= box.y - above_and_below
        and own.x + own.width <= box.x + box.width + SLACK
        and own.y + own.height <= box.y + box.height + above_and_below
    )


def meetings(drawing: Drawing, boxes: Iterable[tuple[Box, str]]) -> Iterator[str]:
    """Tell each pair of texts whose ink overlaps."""
    covers = drawing.typeface.covers
    from_the_top = sorted(boxes, key=lambda pair: pair[0].y)
    for index, (one, text) in enumerate(from_the_top):
        for other, other_text in from_the_top[index + 1 :]:
            if other.y >= one.y + one.height - (SLACK if covers(text) and covers(other_text) else STACKED):
                break
            if one.x + SLACK < other.x + other.width and other.x + SLACK < one.x + one.width:
                yield f"{text!r} meets {other_text!r}"
