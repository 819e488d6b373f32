"""Journey, Analysis -> the lists of what the map holds: each table is one module in `kinds/`."""

from mapgen.registry import Offers
from mapgen.tables.table import TableKind

TABLES = Offers("mapgen.tables.kinds", "TABLE", TableKind)
