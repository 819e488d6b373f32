"""Told -> a drawing of both versions in one map, and drawings of each alone."""

from mapgen.analysis import analyse
from mapgen.composition import Map, compose
from mapgen.diff.telling import Told
from mapgen.layout import arrange
from mapgen.model.journey import Journey
from mapgen.record import record, replace
from mapgen.render.changes.drawing.decoration import decorated
from mapgen.render.changes.drawing.heading import headed, signed
from mapgen.render.changes.drawing.marking import Marks, marks
from mapgen.render.changes.drawing.union import union
from mapgen.render.format import Drawing, Fonts, Options


@record
class Picture:
    """The map of both versions, that of each, and where the changes are marked on the first."""

    both: Drawing
    old: Drawing
    new: Drawing
    marks: Marks


def picture(told: Told, between: tuple[str, str], name: str, *, fonts: Fonts = "embed") -> Picture:
    """Draw a comparison; `between` is what the two versions are called, `name` what the spec is."""
    comparison = told.comparison
    old = _drawing(_alike(comparison.old, comparison.new), name, fonts)
    new = _drawing(comparison.new, name, fonts)
    merged = union(old.map, new.map, comparison)
    found = marks(told, _anchors(merged))
    merged = headed(merged, old.map, told, between, found.homeless)
    merged = signed(merged, tuple(found.marks.values()))
    both = new._replace(map=merged)
    scene = arrange(merged, both.typeface, look=both.look)
    both.__dict__["scene"] = decorated(scene, found.marks)
    return Picture(both, old, new, found)


def _alike(old: Journey, new: Journey) -> Journey:
    """Let the old version speak the language of the new one, and show the same lanes."""
    return replace(old, language=new.language, lanes=new.lanes, theme=new.theme)


def _drawing(journey: Journey, name: str, fonts: Fonts) -> Drawing:
    analysis = analyse(journey)
    composed = replace(compose(journey, analysis, source=name), tables=())  # no sign would stand in a table
    return Drawing(name, journey, analysis, composed, options=Options(fonts=fonts))


def _anchors(map_: Map) -> frozenset[str]:
    """Return the anchors of all that a map shows as a thing of its own."""
    blocks = (block for row in map_.grid.rows for cell in row.cells for block in cell.blocks)
    found = {anchor for block in blocks if (anchor := getattr(block, "anchor", None))}
    found |= {f"stage-{heading.id}" for heading in map_.grid.headings}
    return frozenset(found | {f"persona-{profile.id}" for profile in map_.lens.profiles})
