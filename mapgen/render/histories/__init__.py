"""Chronicle of a spec -> the content of a file."""

from mapgen.registry import Offers
from mapgen.render.histories.chronicle import HistoryFormat

HISTORY_FORMATS = Offers("mapgen.render.histories.formats", "FORMAT", HistoryFormat)
