"""A chart and its items -> a Scene: how the pictures beside the map begin and end."""

from collections.abc import Sequence
from typing import Literal, Protocol

from mapgen.blocks import Text
from mapgen.layout import dimensions as m
from mapgen.layout.mirror import mirrored
from mapgen.layout.paper import Sheet
from mapgen.layout.scene import Box, Group, Item, Scene
from mapgen.layout.shape_overrides import ShapeOverrides, rounded
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines


class Chart(Protocol):
    """What every chart says of itself."""

    @property
    def id(self) -> str:
        """The journey's id."""

    @property
    def language(self) -> str:
        """The language of its texts, a BCP 47 tag."""

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Where its texts run."""

    @property
    def theme(self) -> str:
        """The name of its look."""

    @property
    def title(self) -> str:
        """The journey's title."""

    @property
    def story(self) -> str:
        """The chart in words."""


def draw_head(title: str | None, facts: Sequence[Text], width: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Draw a title, if there is one to draw, and the facts under it; return where they end."""
    from mapgen.layout.header import placed_facts  # with most of the layout of a map, which a poster does without

    items: list[Item] = []
    lines = () if title is None else ruler.lines(title, m.TITLE, width)
    placed_lines(lines, m.MARGIN, m.MARGIN, m.TITLE, items)
    y = m.MARGIN + len(lines) * m.TITLE.leading + 4
    y = placed_facts(facts, m.MARGIN, y, width, ruler, items)
    out.append(Group(tuple(items), title, None, Box(m.MARGIN, m.MARGIN, width, y - m.MARGIN)))
    return y


def scene(chart: Chart, view: str, items: Sequence[Item], size: tuple[float, float], look: ShapeOverrides) -> Scene:
    """Make a Scene of what was drawn; `size` is its width and height without margins, `view` the end of its id."""
    return whole_scene(chart, view, items, (size[0] + 2 * m.MARGIN, size[1] + m.MARGIN), look)


def whole_scene(
    chart: Chart,
    view: str,
    items: Sequence[Item],
    size: tuple[float, float],
    look: ShapeOverrides,
    sheet: Sheet | None = None,
) -> Scene:
    """Make a Scene of what was drawn; `size` is its whole width and height, `sheet` the paper that it fills."""
    width, height = size
    shaped = items if look.radius is None else rounded(items, look.radius)
    return Scene(
        f"{chart.id}-{view}",
        width,
        height,
        chart.language,
        chart.direction,
        chart.theme,
        chart.title,
        chart.story,
        mirrored(shaped, width) if chart.direction == "rtl" else tuple(shaped),
        sheet,
    )
