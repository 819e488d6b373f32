"""What is used at each touchpoint."""

from mapgen.lanes.cells import listed
from mapgen.lanes.lane import Lane

LANE = Lane(title="tools", rank=170, cells=listed(lambda touchpoint: touchpoint.tools))
