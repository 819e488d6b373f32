"""Told -> Scene: one map of the new version in which one sees what became of the old one.

Comparison
  |  compose       each version by itself, in the same words and with the same lanes
  |  marking       which things of the map are marked, and what is told of each
  |  union         one map: what was removed stands where it stood, the old curve beside the new one
  |  heading       the verdict and the figures of both on top, the signs in the legend
  |  arrange       as any other map
  |  decoration    the marks on their things, what was removed as a ghost
  v
Scene
"""

from mapgen.render.changes.drawing.picture import Picture, picture

__all__ = ["Picture", "picture"]
