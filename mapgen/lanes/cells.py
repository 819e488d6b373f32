"""Blocks -> cells: which columns they stand in.

What a stage and its touchpoints say of one kind stands in one cell over the whole stage, the stage's own first; a
column of a touchpoint's is too narrow for sentences.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from mapgen.blocks import Block, ItemList
from mapgen.lanes.grid import Cell
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import BlueprintItem, Stage, Touchpoint
from mapgen.model.walk import Part
from mapgen.words import Words

Cells = Callable[[LaneContext], Iterator[Cell]]
AnyPart = TypeVar("AnyPart")


def by_stage(blocks: Callable[[LaneContext, Stage], Iterable[Block]]) -> Cells:
    """Make a cell over each stage that has something to say."""

    def cells(view: LaneContext) -> Iterator[Cell]:
        for stage, first, last in view.stages():
            content = tuple(blocks(view, stage))
            if content:
                yield Cell(first=first, last=last, blocks=content)

    return cells


def by_touchpoint(blocks: Callable[[LaneContext, Touchpoint], Iterable[Block]]) -> Cells:
    """Make a cell in the column of each touchpoint that has something to say."""

    def cells(view: LaneContext) -> Iterator[Cell]:
        for touchpoint, column in view.touchpoints():
            content = tuple(blocks(view, touchpoint))
            if content:
                yield Cell(first=column, last=column + 1, blocks=content)

    return cells


def listed(items: Callable[[Touchpoint], tuple[str, ...]]) -> Cells:
    """Make a cell over each stage with a line for each touchpoint that has items: its number, then the items."""
    return _lines(LaneContext.within, items)


def noted(items: Callable[[Touchpoint], tuple[BlueprintItem, ...]]) -> Cells:
    """Make the cells of a lane of the blueprint: as `listed`, with a note for each item that has one."""

    def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
        for touchpoint, number in view.within(stage):
            own = items(touchpoint)
            if own:
                notes = tuple(blueprint_note(view.words, item) for item in own)
                yield ItemList(tuple(item.text for item in own), number, notes=notes if any(notes) else ())

    return by_stage(blocks)


def blueprint_note(words: Words, item: BlueprintItem) -> str:
    """Write who does an item, how long it takes, and how many pain points it has; "" if nothing is known."""
    count = len(item.pain_points)
    notes = (
        item.by.name if item.by else None,
        words.duration(item.duration) if item.duration else None,
        words.count("pain-points-counted", count) if count else None,
    )
    return " \u00b7 ".join(note for note in notes if note)


def stated(items: Callable[[Part], tuple[str, ...]]) -> Cells:
    """Make a cell over each stage with a line for what it states itself, then one for each touchpoint, as `listed`."""
    return _lines(LaneContext.parts, items)


def _lines(
    places: Callable[[LaneContext, Stage], Iterable[tuple[AnyPart, int | None]]],
    items: Callable[[AnyPart], tuple[str, ...]],
) -> Cells:
    def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
        for place, number in places(view, stage):
            texts = items(place)
            if texts:
                yield ItemList(texts, number)

    return by_stage(blocks)


def numbered(view: LaneContext, number: int | None) -> str | None:
    """Write a touchpoint's number, or its name, as a label."""
    return None if number is None else view.reference(number)
