"""Map -> Scene: where each shape stands."""

from collections.abc import Callable, Iterator, Sequence

from mapgen.composition import Map
from mapgen.lanes.picture import pictured
from mapgen.layout import dimensions as m
from mapgen.layout.columns import Band, bands, roomy
from mapgen.layout.footer import foot_part
from mapgen.layout.header import lens_parts
from mapgen.layout.mirror import mirrored
from mapgen.layout.pagination import Filled, MapPart, fill
from mapgen.layout.paper import Sheet, scales, sheet
from mapgen.layout.rows import grid_parts, loads
from mapgen.layout.scene import Item, Scene
from mapgen.layout.shape_overrides import ShapeOverrides, logo_part, rounded
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import placed_lines
from mapgen.layout.typeface import Typeface
from mapgen.record import replace

_LEFT = m.MARGIN + m.GUTTER + m.GUTTER_GAP
_USUAL = ShapeOverrides()


def arrange(
    composed: Map,
    typeface: Typeface,
    *,
    width: float | None = None,
    paper: str | None = None,
    look: ShapeOverrides = _USUAL,
) -> Scene:
    """Arrange a map: the lens, the lanes band by band, legend and footer. Tables are left to documents.

    `width` is what to aim at in pixels; the map is wider only if a stage must be. Left out, it is 1,680, and less for
    a journey that would be lost in so much space. `paper` names a paper (see `paper.PAPERS`) on whose sheets the map
    is set as large as it fits on one, else at the smallest readable size on several; `width` then does not count.
    """
    ruler = TextMeasurer(typeface)
    composed = replace(composed, grid=pictured(composed.grid))
    if paper is not None:
        return on_paper(composed, ruler, sheet(paper), look)
    held = loads(composed.grid, ruler)
    aim = width or min(m.WIDTH, max(m.WIDTH_MIN, _LEFT + roomy(held) + m.MARGIN))
    placed = bands(held, _LEFT, aim - _LEFT - m.MARGIN)
    filled = fill(_parts(composed, placed, ruler, look), None)
    return _scene(composed, _width(placed), filled.bottom + m.MARGIN, filled.items, look)


def on_paper(
    composed: Map,
    ruler: TextMeasurer,
    size: Sheet,
    look: ShapeOverrides,
    *,
    following: Callable[[float], Sequence[MapPart]] = lambda _: (),
    before: int = 0,
) -> Scene:
    """Take the largest scale at which the map fits on one sheet, else the smallest that can be read.

    `following` returns, for the width between the margins, parts that follow the map; `before` is the number of sheets
    before those of the map, which the numbers of sheets count too.
    """
    held = loads(composed.grid, ruler)

    def filled_with(placed: tuple[Band, ...], most: int | None, *more: MapPart) -> Filled:
        parts = (*_parts(composed, placed, ruler, look), *more)
        return fill(parts, size.height * _width(placed) / size.width, most)

    *larger, least = (bands(held, _LEFT, size.width / scale - _LEFT - m.MARGIN) for scale in scales(size.width))
    placed = next((one for one in larger if filled_with(one, 1).sheets == 1), least)
    total = _width(placed)
    height = size.height * total / size.width
    filled = filled_with(placed, None, *following(total - 2 * m.MARGIN))
    items = filled.items
    if before + filled.sheets > 1:
        items += _folios(composed.lens.title, filled.sheets, total, height, ruler, before)
    found = _scene(composed, total, height * filled.sheets, items, look)
    return found._replace(sheet=size._replace(sheets=filled.sheets))


def _parts(composed: Map, placed: tuple[Band, ...], ruler: TextMeasurer, look: ShapeOverrides) -> Iterator[MapPart]:
    inner = _width(placed) - 2 * m.MARGIN
    yield from lens_parts(composed.lens, m.MARGIN, inner, ruler)
    yield from grid_parts(composed.grid, placed, ruler, composed.direction)
    yield MapPart(lambda y, _: y, m.ZONE_GAP)
    if composed.legend or composed.footer:
        yield foot_part(composed.legend, composed.footer, m.MARGIN, inner, ruler)
    if look.logo is not None:
        yield logo_part(look.logo, m.MARGIN + inner)


def _width(placed: tuple[Band, ...]) -> float:
    return max(band.right for band in placed) + m.MARGIN


def _folios(title: str, sheets: int, width: float, height: float, ruler: TextMeasurer, before: int) -> Iterator[Item]:
    """Number the sheets in their lower margin; the title stands before the number where it fits."""
    for number in range(1, sheets + 1):
        count = f"{before + number} / {before + sheets}"
        for text in (f"{title} \u00b7 {count}", count):
            line = TextLine(text, ruler.width(text, m.FOOT))
            if line.width <= width - 2 * m.MARGIN and "\n" not in text:
                break
        out: list[Item] = []
        placed_lines([line], width - m.MARGIN, number * height - m.MARGIN + 8, m.FOOT, out, anchor="end")
        yield from out


def _scene(composed: Map, width: float, height: float, items: list[Item], look: ShapeOverrides) -> Scene:
    shaped = items if look.radius is None else rounded(items, look.radius)
    return Scene(
        composed.id,
        width,
        height,
        composed.language,
        composed.direction,
        composed.theme,
        composed.lens.title,
        composed.story,
        mirrored(shaped, width) if composed.direction == "rtl" else tuple(shaped),
    )
