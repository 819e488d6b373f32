"""Told -> Scene: one map of the new version in which one sees what became of the old one.

Comparison
  |  compose       each version by itself, in the same words and with the same lanes
  |  marking       which things of the map are marked, and what is told of each
  |  union         one map: what was removed stands where it stood, the old curve beside the new one
  |  old values    in what changed, the old text before the new one
  |  folding       lanes in which nothing changed become one thin row
  |  heading       the verdict and the figures of both on top, the signs in the legend
  |  arrange       as any other map
  |  decoration    the marks on their things, what was removed as a ghost, old texts struck through
  v
Scene
"""

from mapgen.render.diff.drawing.picture import ComparedDrawing, compared_drawing

__all__ = ["ComparedDrawing", "compared_drawing"]
