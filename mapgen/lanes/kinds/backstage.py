"""What the business does out of sight, under the line of visibility."""

from mapgen.lanes.cells import noted
from mapgen.lanes.lane import Lane

LANE = Lane(title="backstage", rank=190, cells=noted(lambda touchpoint: touchpoint.backstage), line="visibility")
