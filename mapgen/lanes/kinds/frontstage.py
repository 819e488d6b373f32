"""What the business does in sight of the customer, under the line of interaction."""

from mapgen.lanes.cells import listed
from mapgen.lanes.lane import Lane

LANE = Lane(title="frontstage", rank=180, cells=listed(lambda touchpoint: touchpoint.frontstage), line="interaction")
