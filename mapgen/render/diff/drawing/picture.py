"""Told -> a drawing of both versions in one map, and drawings of each alone."""

from mapgen.analysis import analyze
from mapgen.composition import Map, compose
from mapgen.diff.wording import DescribedComparison
from mapgen.layout.arrangement import arrange
from mapgen.model.journey import Journey
from mapgen.record import record, replace
from mapgen.render.diff.drawing.annotate import annotated
from mapgen.render.diff.drawing.annotations import Annotations, annotations
from mapgen.render.diff.drawing.folding import FoldedMap, folded
from mapgen.render.diff.drawing.heading import ARROWS, headed, signed
from mapgen.render.diff.drawing.merged_map import merged_map
from mapgen.render.diff.drawing.old_values import with_old_texts
from mapgen.render.drawing import Drawing
from mapgen.render.options import Options

_EMBEDDED = Options()


@record
class ComparedDrawing:
    """The map of both versions, that of each, and where the changes are marked on the first.

    `unchanged` is a map of the lanes that the first one folds, None if it shows all; `fold` is the title of the fold.
    """

    both: Drawing
    old: Drawing
    new: Drawing
    marks: Annotations
    unchanged: Drawing | None
    fold: str


def compared_drawing(
    told: DescribedComparison,
    between: tuple[str, str],
    paths: tuple[str, str],
    *,
    options: Options = _EMBEDDED,
    titled: bool = True,
) -> ComparedDrawing:
    """Draw a comparison; `between` is what the two versions are called, `paths` those of the specs.

    In a page with a heading, the maps are not `titled`.
    """
    comparison = told.comparison
    old = _drawing(_alike(comparison.old, comparison.new), paths[0], options, titled=titled)
    new = _drawing(comparison.new, paths[1], options, titled=titled)
    merged = merged_map(old.map, new.map, comparison)
    found = annotations(told, _anchors(merged))
    grid, old_texts = with_old_texts(merged.grid, old.map.grid, comparison, found.marks, ARROWS[merged.direction])
    fold = folded(replace(merged, grid=grid), old.map, new.map, found.marks)
    merged = headed(fold.map, old.map, told, between, found.homeless)
    merged = signed(merged, tuple(found.marks.values()))
    scene = new.sized(arrange(merged, new.measures, look=new.look))
    both = new._replace(composed=lambda: merged).showing(annotated(scene, found.marks, old_texts, new.measures.width))
    return ComparedDrawing(both, old, new, found, _unchanged(new, fold), fold.title)


def _unchanged(new: Drawing, fold: FoldedMap) -> Drawing | None:
    """Draw the lanes that are folded."""
    if fold.unchanged is None:
        return None
    unchanged = fold.unchanged
    return new._replace(composed=lambda: unchanged).showing(new.sized(arrange(unchanged, new.measures, look=new.look)))


def _alike(old: Journey, new: Journey) -> Journey:
    """Let the old version speak the language of the new one, and show the same lanes."""
    return replace(old, language=new.language, lanes=new.lanes, lane_titles=new.lane_titles, theme=new.theme)


def _drawing(journey: Journey, name: str, options: Options, *, titled: bool) -> Drawing:
    analysis = analyze(journey)
    composed = compose(journey, analysis, source=name)
    composed = replace(composed, lens=replace(composed.lens, titled=titled))
    return Drawing(name, journey, analysis, lambda: composed, options=options)


def _anchors(map_: Map) -> frozenset[str]:
    """Return the anchors of all that a map shows as a thing of its own."""
    blocks = (block for row in map_.grid.rows for cell in row.cells for block in cell.blocks)
    found = {anchor for block in blocks if (anchor := getattr(block, "anchor", None))}
    found |= {f"stage-{heading.id}" for heading in map_.grid.headings}
    return frozenset(found | {f"persona-{profile.id}" for profile in map_.lens.profiles})
