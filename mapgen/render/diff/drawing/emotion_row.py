"""The emotion curve of two versions -> one row with both: each score with what it was before."""

from collections.abc import Iterator, Mapping

from mapgen.blocks import Block, Point, Score
from mapgen.diff.tree import Item
from mapgen.lanes.grid import Cell, Row
from mapgen.record import replace
from mapgen.render.diff.drawing.places import MergedColumns

_NOTHING = Score(points=(), feeling=None, target=None, marks=(), hypothesis=False)


def emotion_row(old: Row | None, new: Row | None, places: MergedColumns, name: str) -> Row:
    """Put two curves into one row; the old one, called `name`, only where it is another one."""
    row = new or old
    assert row is not None  # noqa: S101 - one of the two maps has it
    assert row.axis is not None  # noqa: S101 - it is a curve
    scores = dict(_scores(old, new, places))
    differs = any(_shares(score.before) != _shares(score.points) for score in scores.values() if score.only != "now")
    if not differs:
        scores = {column: replace(score, before=()) for column, score in scores.items()}
    cells = tuple(Cell(column, column + 1, (score,)) for column, score in scores.items() if score != _NOTHING)
    return replace(row, cells=cells, axis=replace(row.axis, before_name=name if differs else None))


def _scores(old: Row | None, new: Row | None, places: MergedColumns) -> Iterator[tuple[int, Score]]:
    """Yield the score of each touchpoint by its column."""
    now = {places.scored(cell, old=False): _score(cell.blocks) for cell in new.cells} if new else {}
    then = {places.scored(cell, old=True): _score(cell.blocks) for cell in old.cells} if old else {}
    series = _followed(old, new)
    for column, item in enumerate(places.columns):
        if item.touchpoint is item:
            yield column, _both(now.get(item), then.get(item), item, places, series)


def _both(now: Score | None, then: Score | None, item: Item, places: MergedColumns, series: Mapping[int, int]) -> Score:
    before = tuple(
        Point(series[point.series], point.share, point.label)
        for point in (then.points if then else ())
        if point.series in series
    )
    if places.is_gone(item):
        return replace(_NOTHING, before=before, only="before")
    return replace(now or _NOTHING, before=before, only="now" if places.is_new(item) else None)


def _score(blocks: tuple[Block, ...]) -> Score:
    return next((block for block in blocks if isinstance(block, Score)), _NOTHING)


def _followed(old: Row | None, new: Row | None) -> Mapping[int, int]:
    """Return which curve of the new version each of the old one is: by the name of whose it is.

    Where each version has one curve, it is the same; one that nobody has now is not drawn.
    """
    before, after = (row.axis.series if row and row.axis else () for row in (old, new))
    if new is None or len(before) == len(after) == 1:
        return {index: index for index in range(len(before))}
    return {index: after.index(name) for index, name in enumerate(before) if name in after}


def _shares(points: tuple[Point, ...]) -> dict[int, float]:
    return {point.series: point.share for point in points}
