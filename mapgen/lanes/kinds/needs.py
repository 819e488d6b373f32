"""What customers need."""

from mapgen.lanes.cells import listed
from mapgen.lanes.lane import Lane

LANE = Lane(title="needs", rank=80, cells=listed(lambda touchpoint: (touchpoint.need,) if touchpoint.need else ()))
