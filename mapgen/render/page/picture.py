"""Scene -> the map of the page: the scene's stages and lanes as pictures of their own that stand under each other.

So a browser can keep the stages and the names of lanes in sight, fold a lane, break a sheet between two and leave out
what is far away, all without a script. What the scene tells above and below them the page tells as text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mapgen.layout import metrics as m
from mapgen.layout.scene import Box, Group, Item, Label, Scene
from mapgen.record import record
from mapgen.render.format import Drawing
from mapgen.render.formats.svg import EMPTY, Writer, number, sized
from mapgen.render.markup import Xml

_GUTTER = m.MARGIN + m.GUTTER + m.GUTTER_GAP
_BELOW = 0.4  # what a line of text needs below its baseline, in ems


@record
class Slice:
    """A part of the map as an `<svg>` element; `anchor` and `name` are those of its group, `lane` is the id of a lane.

    `names`, of a lane, is its name before its first column, and `ticks` the scale beside it, as elements of their own:
    a name may follow who scrolls down the lane, a scale belongs to its lines.
    """

    zone: str
    anchor: str | None
    name: str | None
    svg: Xml
    lane: str | None = None
    names: Xml = EMPTY
    ticks: Xml = EMPTY


@record
class Canvas:
    """The map of a page: its bands, each with its stages and then its lanes, below them legend and logo.

    `style` has the colours of its roles, and sizes in pixels and percent that the style sheet asks for.
    """

    id: str
    story: str
    patterns: Xml
    bands: tuple[tuple[Slice, ...], ...]
    foot: tuple[Slice, ...]
    style: str


def parts(drawing: Drawing) -> tuple[str, ...]:
    """Return what all pictures of the map have in common, and then each of them, in the order of the page."""
    made = canvas(drawing.scene, Painter(drawing.scene, drawing.theme, drawing))
    slices = (one for part in (*made.bands, made.foot) for one in part)
    return (made.style + made.patterns, *(svg for one in slices for svg in (one.names, one.ticks, one.svg) if svg))


class Painter(Writer):
    """Writes items whose colours are those of the page, which knows them by their roles.

    The style sheet rounds the ends of lines: `path[fill=none]`.
    """

    round_ends = EMPTY

    def tint(self, kind: str, role: str) -> Xml:
        """Leave the colour to the class."""
        del kind, role
        return EMPTY


def canvas(scene: Scene, writer: Painter) -> Canvas:
    """Cut a map into the parts that a page puts under each other; the colours are those of all that was written."""
    patterns = writer.patterns()
    bands: list[list[Slice]] = []
    foot: list[Slice] = []
    for group, after in pairwise([*_zones(scene.items), None]):
        if group is None:
            break
        one = _slice(writer, scene, group, _bottom(group, after))
        if one.zone == "stages":
            bands.append([one])
        else:
            (bands[-1] if one.zone == "lane" else foot).append(one)
    sizes = f".canvas{{--width:{number(scene.width)}px;--gutter:{number(100 * _GUTTER / scene.width)}%}}"
    return Canvas(
        writer.root,
        scene.story,
        patterns,
        tuple(map(tuple, bands)),
        tuple(foot),
        sizes + writer.rules("var(--{})".format),
    )


def _zones(items: Iterable[Item]) -> Iterator[Group]:
    """Yield the parts of a scene that a page shows as pictures, from top to bottom."""
    for item in items:
        if isinstance(item, Group):
            if item.zone:
                yield item
            elif item.name is None:
                yield from _zones(item.items)


def _bottom(group: Group, after: Group | None) -> float:
    """Return where a part ends: where the next one begins, if that follows at once."""
    assert group.box, "each part of a map knows its box"  # noqa: S101 - the layout sets it
    bottom = group.box.y + group.box.height
    if after and after.box and after.zone == "lane" and after.box.y > bottom:
        return min(after.box.y, bottom + m.ROW_PAD)
    return bottom


def _slice(writer: Writer, scene: Scene, group: Group, bottom: float) -> Slice:
    top = group.box.y if group.box else 0.0
    names: list[Label] = []
    ticks: list[Label] = []
    rest: list[Item] = []
    for item in group.items:
        if group.zone in {"lane", "stages"} and isinstance(item, Label) and _is_before(item, scene):
            (names if item.x in {m.MARGIN, scene.width - m.MARGIN} else ticks).append(item)
        else:
            rest.append(item)
    return Slice(
        zone=group.zone or "",
        anchor=group.anchor,
        name=group.name,
        svg=picture(writer, tuple(rest), Box(0, top, scene.width, bottom - top)),
        lane=(group.anchor or "").removeprefix("lane-").partition(".")[0] if group.zone == "lane" else None,
        names=_names(writer, scene, names, top) if names else EMPTY,
        ticks=_names(writer, scene, ticks, top) if ticks else EMPTY,
    )


def _is_before(label: Label, scene: Scene) -> bool:
    """Tell whether a text stands before the first column, where the names of lanes are."""
    return label.x < _GUTTER if scene.direction == "ltr" else label.x > scene.width - _GUTTER


def _names(writer: Writer, scene: Scene, names: Sequence[Label], top: float) -> Xml:
    """Draw what stands before the first column, no higher than it is."""
    bottom = max(label.y + _BELOW * label.size for label in names)
    x = 0.0 if scene.direction == "ltr" else scene.width - _GUTTER
    return picture(writer, tuple(names), Box(x, top, _GUTTER, bottom - top))


def picture(writer: Writer, items: tuple[Item, ...], box: Box, *, fixed: bool = False) -> Xml:
    """Write what is in a box as an `<svg>` element; one that is `fixed` is as large as it was arranged."""
    size = Xml(" {}").fill(sized(box.width, box.height)) if fixed else EMPTY
    shapes = EMPTY.joined(writer.items(items))
    return Xml('<svg viewBox="{} {} {} {}"{} xml:space="preserve">{}</svg>').fill(*map(number, box), size, shapes)
