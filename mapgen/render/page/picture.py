"""Scene -> the map of the page: the scene's stages and lanes as pictures of their own that stand under each other.

So a browser can keep the stages and the names of lanes in sight, fold a lane, break a sheet between two and leave out
what is far away, all without a script. What the scene tells above and below them the page tells as text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from mapgen.layout import dimensions as m
from mapgen.layout.scene import Box, Group, Item, Label, Path, Scene
from mapgen.lazy import regex
from mapgen.record import record, replace
from mapgen.render.drawing import Drawing
from mapgen.render.formats.svg import EMPTY, SvgWriter, number
from mapgen.render.markup import Xml, xml
from mapgen.render.page.inheritance import shared
from mapgen.render.page.paths import short
from mapgen.render.page.strokes import segments, stroke
from mapgen.render.theme import Theme

_GUTTER = m.MARGIN + m.GUTTER + m.GUTTER_GAP
ROOT = Xml("m")
"""What the ids of the page's pictures begin with, in few bytes; the page's script knows it."""

FALLBACK = "Inter,Arial"
"""The fonts of a picture on a page whose style sheet, which has better ones, is not allowed to count."""

_DOUBLED = regex(r"^#(.)\1(.)\2(.)\3$")  # a color that three digits tell as well

_SVG, _UNSTYLED_AWAY = Xml("<svg "), Xml('<svg display="none" ')
_BELOW = 0.4  # what a line of text needs below its baseline, in ems


@record
class Slice:
    """A part of the map as an `<svg>` element; `anchor` and `name` are those of its group, `lane` is the id of a lane.

    `names`, of a lane, is its name before its first column, and `ticks` the scale beside it, as elements of their own:
    a name may follow who scrolls down the lane, a scale belongs to its lines. `svg` holds the scale too, for a page
    whose style sheet is not allowed to count; the style sheet shows the one of `ticks` in its place.
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

    `style` has the colors of its roles, and sizes in pixels and percent that the style sheet asks for.
    """

    id: Xml
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


class Painter(SvgWriter):
    """Writes items in the colors of light ground, by which the page's style sheet knows them."""

    def __init__(self, scene: Scene, colors: Theme, drawing: Drawing, *, root: Xml = ROOT) -> None:
        """Begin with nothing met; the page is one document, so that ids need not say of which map they are."""
        light = {role: _DOUBLED.sub(r"#\1\2\3", color) for role, color in told_apart(colors).items()}
        super().__init__(scene, replace(colors, light=light), drawing, root=root)

    def outline(self, path: Path) -> str:
        """Write the segments of a path in few bytes."""
        return short(path.segments)

    def is_classed(self, role: str) -> bool:  # noqa: ARG002 - all are alike here
        """Return False: its color alone says which role it is."""
        return False

    def named(self, group: Group) -> Xml:
        """Name groups that cannot be opened; the script makes links of the others, which are named by their texts."""
        return EMPTY if group.anchor else super().named(group)

    def items(self, items: tuple[Item, ...]) -> Iterator[Xml]:
        """Write items; strokes that follow each other in one look are one path."""
        for look, run in groupby(items, stroke):
            if look is None:
                yield from super().items(tuple(run))
            else:
                ends = EMPTY if look.is_line else self.round_ends
                shape = self.shape(None, look.color, look.width, look.dash)
                yield Xml('<path d="{}"{}{}/>').fill(xml(short(segments(run))), shape, ends)

    def style(self) -> str:
        """Return rules that give each color the one of its role on dark ground; attributes have those on light."""
        light, dark = self.colors.light, self.colors.dark
        if self.colors.ground != "both":
            return ""
        rules = (f'[{kind}="{light[role]}"]{{{kind}:{dark[role]}}}' for kind, role in sorted(self.used))
        return f"@media screen and (prefers-color-scheme:dark){{{''.join(dict.fromkeys(rules))}}}"


def told_apart(colors: Theme) -> dict[str, str]:
    """Return by role the colors on light ground; where two are equal there and not on dark ground, one is a shade off.

    A shade is one of 256 of blue, which nobody sees, and by which a style rule knows a role.
    """
    dark: dict[str, str] = {}
    found = {}
    for role, color in colors.light.items():
        shade = color.lower()
        while dark.setdefault(shade, colors.dark[role]) != colors.dark[role]:
            value = int(shade[1:], 16)
            shade = f"#{value - 1 if value & 0x80 else value + 1:06x}"
        found[role] = shade
    return found


def canvas(scene: Scene, writer: Painter) -> Canvas:
    """Cut a map into the parts that a page puts under each other; the colors are those of all that was written."""
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
        sizes + writer.style(),
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


def _slice(writer: SvgWriter, scene: Scene, group: Group, bottom: float) -> Slice:
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
        svg=picture(writer, tuple(rest), Box(0, top, scene.width, bottom - top), _scale(writer, ticks)),
        lane=(group.anchor or "").removeprefix("lane-").partition(".")[0] if group.zone == "lane" else None,
        names=_names(writer, scene, names, top) if names else EMPTY,
        ticks=_names(writer, scene, ticks, top).swapped(_SVG, _UNSTYLED_AWAY) if ticks else EMPTY,
    )


def _scale(writer: SvgWriter, ticks: Sequence[Label]) -> Xml:
    return Xml('<g class="scale">{}</g>').fill(EMPTY.joined(writer.items(tuple(ticks)))) if ticks else EMPTY


def _is_before(label: Label, scene: Scene) -> bool:
    """Return whether a text stands before the first column, where the names of lanes are."""
    return label.x < _GUTTER if scene.direction == "ltr" else label.x > scene.width - _GUTTER


def _names(writer: SvgWriter, scene: Scene, names: Sequence[Label], top: float) -> Xml:
    """Draw what stands before the first column, no higher than it is."""
    bottom = max(label.y + _BELOW * label.size for label in names)
    x = 0.0 if scene.direction == "ltr" else scene.width - _GUTTER
    return picture(writer, tuple(names), Box(x, top, _GUTTER, bottom - top))


def picture(writer: SvgWriter, items: tuple[Item, ...], box: Box, more: Xml = EMPTY) -> Xml:
    """Write what is in a box as an `<svg>` element, as wide as it was arranged where no style sheet says otherwise.

    How high it is then follows from its box.
    """
    shapes = EMPTY.joined((*writer.items(items), more))
    width, family = number(box.width), xml(FALLBACK)
    return shared(
        Xml('<svg viewBox="{} {} {} {}" width="{}" font-family="{}">{}</svg>').fill(
            *map(number, box), width, family, shapes
        )
    )
