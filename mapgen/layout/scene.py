"""What a drawing is made of: shapes and texts with their places, in pixels, the origin top left, y downwards.

Colors are names of roles ("ink", "stage-1"); a theme turns them into colors. Items are tuples with names, because a
large map has hundreds of thousands.
"""

from typing import Literal, NamedTuple

from mapgen.layout.paper import Sheet

Anchor = Literal["start", "middle", "end"]
Weight = Literal[400, 600]
Zone = Literal["head", "stages", "lane", "legend", "logo"]
"""What a group at the top of a scene is, where a page may show it by itself."""


class Box(NamedTuple):
    """A rectangle of the page."""

    x: float
    y: float
    width: float
    height: float


class Rect(NamedTuple):
    """A rectangle; `radius` rounds its corners, `dash` is "on off" lengths."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1
    radius: float = 0
    dash: str | None = None


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    width: float = 1
    dash: str | None = None


class Circle(NamedTuple):
    """A circle."""

    cx: float
    cy: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1
    dash: str | None = None


class Path(NamedTuple):
    """A path of absolute segments: (command, coordinates…) with M, L, C and Z only, so that it can be mirrored.

    With `fade`, it is filled like light: strong at the first of these heights, faint at the second.
    """

    segments: tuple[tuple[str, tuple[float, ...]], ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1
    dash: str | None = None
    fade: tuple[float, float] | None = None


class Label(NamedTuple):
    """One line of text with its baseline at `y`; `width` is as measured. `url` makes it a link.

    `hyphen`: the hyphen at its end is not part of the text. `slant`: in italics.
    """

    x: float
    y: float
    text: str
    size: float
    weight: Weight
    fill: str
    width: float
    anchor: Anchor = "start"
    url: str | None = None
    hyphen: bool = False
    slant: bool = False


class ImageItem(NamedTuple):
    """A raster image that fits into its box, or fills the circle in it; `src` is the author's relative path."""

    x: float
    y: float
    width: float
    height: float
    src: str
    alt: str
    is_round: bool = False


class Group(NamedTuple):
    """Items that belong together. `name` is read out; `box` is what no item inside may leave.

    A `tip` is told where one points at it, and read out in the place of a name.
    """

    items: tuple["Item", ...]
    name: str | None = None
    anchor: str | None = None
    box: Box | None = None
    zone: Zone | None = None
    tip: str | None = None


Item = Rect | Line | Circle | Path | Label | ImageItem | Group


class Scene(NamedTuple):
    """A whole drawing. `story` tells it in words; `direction` is where its text runs.

    `sheet` is the paper that it was arranged for: its sheets stand one under the other and share the height.
    """

    id: str
    width: float
    height: float
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    title: str
    story: str
    items: tuple[Item, ...]
    sheet: Sheet | None = None
