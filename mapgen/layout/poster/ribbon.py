"""More touchpoints than a line can show -> a ribbon: the range of scores step by step, and the mean of each stage."""

from math import fsum

from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.scene import Line, Rect

_STEP = 18.0
_LEAST = 1.5  # half the height of a step where all scores are equal


def draw_ribbon(frame: CurveFrame) -> None:
    """Draw the ribbon of each stage with a score."""
    for stage, (x, width) in zip(frame.poster.stages, frame.columns.stages, strict=True):
        points = frame.poster.points_of(stage)
        scored = [(frame.x(moment), moment.share) for moment in points if moment.share is not None]
        if not scored:
            continue
        shares_by_step: dict[int, list[float]] = {}
        for middle, share in scored:
            shares_by_step.setdefault(int((middle - x) // _STEP), []).append(share)
        for step, shares in shares_by_step.items():
            left = x + step * _STEP
            _range(frame, left, min(_STEP, x + width - left), max(shares), min(shares))
        mean = frame.y(fsum(share for _, share in scored) / len(scored))
        frame.items.append(Line(x, mean, x + width, mean, "ink", s.CURVE))


def _range(frame: CurveFrame, x: float, width: float, highest: float, lowest: float) -> None:
    """Draw the scores of a step, in two colors if they are on both sides of neutral."""
    best, worst = frame.y(highest) - _LEAST, frame.y(lowest) + _LEAST
    if best < frame.zero:
        frame.items.append(Rect(x, best, width, min(worst, frame.zero) - best, "good-tint"))
    if worst > frame.zero:
        top = max(best, frame.zero)
        frame.items.append(Rect(x, top, width, worst - top, "bad-tint"))
