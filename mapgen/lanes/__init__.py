"""Journey, Analysis -> the rows of the map: each lane is one module in `kinds/`."""

from mapgen.lanes.lane import Lane
from mapgen.registry import Offers

LANES = Offers("mapgen.lanes.kinds", "LANE", Lane)
