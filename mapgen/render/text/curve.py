"""The emotion curve as columns of block characters, under the names of the stages and over the numbers."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mapgen.lanes.kinds.emotion_curve import places
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along, neutral
from mapgen.model import walk
from mapgen.model.journey import Number, Stage
from mapgen.record import record
from mapgen.render.text.line import BLOCKS, Style, StyledLine, StyledText, cut_to, padded, plain

ROWS = 6
"""The height of the curve in lines."""

_EIGHTHS = 8
_WIDEST = 9  # columns of a place, with the one that is left free


@record
class CurvePlace:
    """A place of the curve: its stage, its number where it is a touchpoint, and its score where it has one."""

    stage: Stage
    number: int | None
    score: Number | None


def tone(view: LaneContext, score: Number) -> Style:
    """Return the style of a score."""
    middle = neutral(view.journey.scale)
    return "good" if score > middle else "bad" if score < middle else "plain"


def curve(view: LaneContext, room: int) -> Iterator[StyledLine]:
    """Yield the lines of the curve; where it is wider than the terminal, it continues below."""
    found = list(_places(view))
    if not any(place.score is not None for place in found):
        return
    scale = view.journey.scale
    labels = [f"{scale.high:g}", f"{scale.low:g}"]
    margin = max(map(len, labels)) + 2
    slot = max(len(str(len(found))) + 1, 3, min(_WIDEST, (room - margin) // len(found)))
    fitting = max(1, (room - margin) // slot)
    for first in range(0, len(found), fitting):
        yield ()
        yield from _band(view, found[first : first + fitting], slot, margin)


def _places(view: LaneContext) -> Iterator[CurvePlace]:
    stages = {part.id: stage for stage in view.journey.stages for part in walk.parts(stage)}
    for part, _, _ in places(view):
        score = part.emotion.score if part.emotion else None
        yield CurvePlace(stages[part.id], view.numbers.get(part.id), score)


def _band(view: LaneContext, found: Sequence[CurvePlace], slot: int, margin: int) -> Iterator[StyledLine]:
    """Yield the lines of places side by side."""
    names = [StyledText(" " * margin)]
    for stage, group in groupby(found, key=lambda place: place.stage):
        width = slot * len(list(group))
        names += [StyledText(padded(cut_to(plain(stage.name), width - 1), width), "stage")]
    yield names
    scale = view.journey.scale
    for row in range(ROWS, 0, -1):
        label = f"{scale.high:g}" if row == ROWS else f"{scale.low:g}" if row == 1 else ""
        yield [
            StyledText(label.rjust(margin - 2), "muted"),
            StyledText(" │", "muted"),
            *(_cell(view, place, row, slot) for place in found),
        ]
    yield [
        StyledText(" " * margin),
        *(StyledText(str(place.number or "").center(slot - 1) + " ", "muted") for place in found),
    ]


def _cell(view: LaneContext, place: CurvePlace, row: int, slot: int) -> StyledText:
    """Return what a line has of a column: at least an eighth, so that the worst score is seen, too."""
    if place.score is None:
        return StyledText(" " * slot)
    eighths = max(1, round(along(view.journey.scale, place.score) * ROWS * _EIGHTHS))
    filled = min(_EIGHTHS, max(0, eighths - (row - 1) * _EIGHTHS))
    return StyledText(BLOCKS[filled] * (slot - 1) + " ", tone(view, place.score))
