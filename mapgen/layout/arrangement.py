"""Map -> Scene: where each shape stands."""

from mapgen.composition import Map
from mapgen.layout import metrics as m
from mapgen.layout.columns import bands, roomy
from mapgen.layout.foot import foot_items
from mapgen.layout.header import lens_items
from mapgen.layout.mirror import mirrored
from mapgen.layout.panels import table_items
from mapgen.layout.rows import grid_items, loads
from mapgen.layout.scene import Group, Item, Scene
from mapgen.layout.text import Ruler
from mapgen.layout.typeface import Typeface


def arrange(composed: Map, typeface: Typeface, *, width: float | None = None) -> Scene:
    """Arrange a map for a page of about `width` pixels; it is wider only if a stage must be.

    Left out, the width is 1,680, and less for a journey that would be lost in so much space.

    From top to bottom: the lens, the lanes band by band, the tables that no lane says, legend and footer.
    """
    ruler = Ruler(typeface)
    left = m.MARGIN + m.GUTTER + m.GUTTER_GAP
    held = loads(composed.grid, ruler)
    aim = width or min(m.WIDTH, max(m.WIDTH_MIN, left + roomy(held) + m.MARGIN))
    placed = bands(held, left, aim - left - m.MARGIN)
    inner = max(band.right for band in placed) - m.MARGIN
    items: list[Item] = []
    found, y = lens_items(composed.lens, m.MARGIN, m.MARGIN, inner, ruler)
    items += found
    found, y = grid_items(composed.grid, placed, y, ruler, composed.direction)
    items.append(Group(tuple(found), composed.grid.stage_title, None, None))
    drawn = [table.for_picture() for table in composed.tables if table.drawn]
    if drawn:
        found, y = table_items(drawn, m.MARGIN, y + m.ZONE_GAP, inner, ruler)
        items += found
    found, y = foot_items(composed.legend, composed.footer, m.MARGIN, y + m.ZONE_GAP, inner, ruler)
    items += found
    total = inner + 2 * m.MARGIN
    rtl = composed.direction == "rtl"
    return Scene(
        composed.id,
        total,
        y + m.MARGIN,
        composed.language,
        composed.direction,
        composed.theme,
        composed.lens.title,
        composed.story,
        mirrored(items, total) if rtl else tuple(items),
    )
