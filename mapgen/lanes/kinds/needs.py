"""What customers need."""

from mapgen.lanes.cells import stated
from mapgen.lanes.lane import Lane
from mapgen.model.walk import needs

LANE = Lane(title="needs", rank=80, cells=stated(needs))
