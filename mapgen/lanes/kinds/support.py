"""What others must do so that it works, under the line of internal interaction."""

from mapgen.lanes.cells import noted
from mapgen.lanes.lane import Lane

LANE = Lane(title="support", rank=200, cells=noted(lambda touchpoint: touchpoint.support), line="internal-interaction")
