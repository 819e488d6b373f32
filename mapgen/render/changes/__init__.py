"""Report of what changed -> the content of a file."""

from mapgen.registry import Offers
from mapgen.render.changes.report import ChangeFormat

CHANGE_FORMATS = Offers("mapgen.render.changes.formats", "FORMAT", ChangeFormat)
