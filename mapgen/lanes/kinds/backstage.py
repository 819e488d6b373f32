"""What the business does out of sight, under the line of visibility."""

from mapgen.lanes.cells import listed
from mapgen.lanes.lane import Lane

LANE = Lane(title="backstage", rank=190, cells=listed(lambda touchpoint: touchpoint.backstage), line="visibility")
