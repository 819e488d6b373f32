"""Drawing -> the content of a file."""

from mapgen.registry import Offers
from mapgen.render.format import Format

FORMATS = Offers("mapgen.render.formats", "FORMAT", Format)
