"""What the business does in sight of the customer, under the line of interaction."""

from mapgen.lanes.cells import noted
from mapgen.lanes.lane import Lane

LANE = Lane(title="frontstage", rank=180, cells=noted(lambda touchpoint: touchpoint.frontstage), line="interaction")
