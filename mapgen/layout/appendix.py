"""Map -> Scene: the sheets that follow a poster, with the map and all tables."""

from mapgen.composition import Map
from mapgen.lanes.picture import pictured
from mapgen.layout import dimensions as m
from mapgen.layout.arrangement import on_paper
from mapgen.layout.paper import sheet
from mapgen.layout.scene import Scene
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.tables import table_parts
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface
from mapgen.record import replace


def arrange_appendix(composed: Map, typeface: Typeface, *, paper: str, title: str, look: ShapeOverrides) -> Scene:
    """Arrange the map and, from a new sheet on, its tables below `title`, in type of the same size.

    `paper` is the name of the paper (see `paper.PAPERS`). The poster is the first sheet, so these are counted from two.
    """
    ruler = TextMeasurer(typeface)
    return on_paper(
        replace(composed, grid=pictured(composed.grid)),
        ruler,
        sheet(paper),
        look,
        following=lambda width: tuple(table_parts(title, composed.tables, m.MARGIN, width, ruler)),
        before=1,
    )
