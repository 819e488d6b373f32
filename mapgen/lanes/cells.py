"""Blocks -> cells: which columns they stand in.

What a stage and its touchpoints say of one kind stands in one cell over the whole stage, the stage's own first; a
column of a touchpoint's is too narrow for sentences.
"""

from collections.abc import Callable, Iterable, Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.grid import Cell
from mapgen.lanes.lane import View
from mapgen.model.journey import Stage, Touchpoint

Cells = Callable[[View], Iterator[Cell]]


def by_stage(blocks: Callable[[View, Stage], Iterable[Block]]) -> Cells:
    """Make a cell over each stage that has something to say."""

    def cells(view: View) -> Iterator[Cell]:
        for stage, first, last in view.stages():
            content = tuple(blocks(view, stage))
            if content:
                yield Cell(first=first, last=last, blocks=content)

    return cells


def by_touchpoint(blocks: Callable[[View, Touchpoint], Iterable[Block]]) -> Cells:
    """Make a cell in the column of each touchpoint that has something to say."""

    def cells(view: View) -> Iterator[Cell]:
        for touchpoint, column in view.touchpoints():
            content = tuple(blocks(view, touchpoint))
            if content:
                yield Cell(first=column, last=column + 1, blocks=content)

    return cells


def listed(items: Callable[[Touchpoint], tuple[str, ...]]) -> Cells:
    """Make a cell over each stage with a line for each touchpoint that has items: its number, then the items."""

    def blocks(view: View, stage: Stage) -> Iterator[Block]:
        for touchpoint, number in view.within(stage):
            texts = items(touchpoint)
            if texts:
                yield Text(text=" · ".join(texts), label=numbered(number))

    return by_stage(blocks)


def numbered(number: int | None) -> str | None:
    """Write a touchpoint's number as a label."""
    return None if number is None else str(number)
