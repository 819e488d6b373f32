"""LaneContext -> its pain points, the worst first."""

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along
from mapgen.model import walk
from mapgen.model.journey import PainPoint, grade
from mapgen.model.walk import Location

_UNKNOWN_SHARE = 0.5  # of a touchpoint or stage without a score


def worst_pains(view: LaneContext) -> list[tuple[PainPoint, Location]]:
    """Return each pain point with its place: by severity, then lowest emotion, then moments of truth, then position."""

    def rank(found: tuple[PainPoint, Location]) -> tuple[int, float, bool]:
        pain, place = found
        score = place.part.emotion.score if place.part.emotion else None
        share = _UNKNOWN_SHARE if score is None else along(view.journey.scale, score)
        return -grade(pain.severity), share, place.part.moment_of_truth is None

    return sorted(walk.pain_points(view.journey), key=rank)
