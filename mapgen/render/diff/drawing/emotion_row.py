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
    scores = {(first, last): score for first, last, score in _scores(old, new, places) if score != _NOTHING}
    differs = any(_shares(score.before) != _shares(score.points) for score in scores.values() if score.only != "now")
    if not differs:
        scores = {columns: replace(score, before=()) for columns, score in scores.items()}
    cells = tuple(Cell(*columns, (score,)) for columns, score in scores.items())
    return replace(row, cells=cells, axis=replace(row.axis, before_name=name if differs else None))


def _scores(old: Row | None, new: Row | None, places: MergedColumns) -> Iterator[tuple[int, int, Score]]:
    """Yield the score of each touchpoint with its columns; of a whole stage, where neither version has others in it."""
    now, then = _by_item(new, places, old=False), _by_item(old, places, old=True)
    series = _followed(old, new)
    for stage, first, last in places.stages:
        items = places.columns[first:last]
        if not any(item in now or item in then for item in items if item is not stage):
            yield first, last, _both(now.get(stage), then.get(stage), stage, places, series)
            continue
        here = next((item for item in items if not places.is_gone(item)), items[0])
        now.setdefault(here, now.get(stage, _NOTHING))
        then.setdefault(items[0], then.get(stage, _NOTHING))
        for column, item in enumerate(items, start=first):
            yield column, column + 1, _both(now.get(item), then.get(item), item, places, series)


def _by_item(row: Row | None, places: MergedColumns, *, old: bool) -> dict[Item, Score]:
    """Return the scores of a row by what they are about, as it is now: a touchpoint, or a whole stage."""
    scores: dict[Item, Score] = {}
    for cell in row.cells if row else ():
        score = _score(cell.blocks)
        scores[places.scored(cell, score.anchor, old=old)] = score
    return scores


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
