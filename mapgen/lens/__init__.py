"""Journey, Analysis, Grid -> the top and the foot of the map."""

from mapgen.lens.lens import Facet, Figure, Lens, Profile, Sign

__all__ = ["Facet", "Figure", "Lens", "Profile", "Sign"]
