"""Journey and a way through it -> how it feels on that way, and where it meets the customer."""

from collections.abc import Mapping, Sequence

from mapgen.analysis.emotion import Point
from mapgen.model import walk
from mapgen.model.journey import Channel, Touchpoint
from mapgen.record import record


@record
class PathSummary:
    """What a way through the touchpoints is like: its lowest point, the first of equals, and each channel once."""

    touchpoints: tuple[Touchpoint, ...]
    trough: Point | None
    channels: tuple[Channel, ...]


def summarize_path(path: Sequence[str], touchpoints: Mapping[str, Touchpoint]) -> PathSummary:
    """Return what the way through touchpoints (ids) is like; `touchpoints` are all of the journey, by id."""
    met = tuple(touchpoints[place] for place in path)
    scores = [(one.id, one.emotion.score) for one in met if one.emotion and one.emotion.score is not None]
    channels = {channel.id: channel for one in met for channel in walk.channels(one)}
    return PathSummary(met, min(scores, key=lambda point: point[1], default=None), tuple(channels.values()))
