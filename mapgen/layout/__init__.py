"""Map -> Scene: what the map says becomes shapes with places."""

from mapgen.layout.arrangement import arrange

__all__ = ["arrange"]
