"""What is used in each stage, and at each touchpoint."""

from mapgen.lanes.cells import stated
from mapgen.lanes.lane import Lane

LANE = Lane(title="tools", rank=170, cells=stated(lambda part: part.tools))
