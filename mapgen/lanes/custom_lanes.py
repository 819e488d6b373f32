"""The author's own `x-` keys on stages and touchpoints -> a lane for each."""

from mapgen.blocks import Text
from mapgen.lanes.cells import numbered
from mapgen.lanes.grid import Cell, Row
from mapgen.lanes.lane import LaneContext
from mapgen.model.basics import titled
from mapgen.model.journey import Stage


def authored(view: LaneContext) -> dict[str, Row]:
    """Make a row of each `x-` key, in order of first use."""
    cells: dict[str, list[Cell]] = {}
    for stage, first, last in view.stages():
        for key, texts in grouped(view, stage).items():
            cells.setdefault(key, []).append(Cell(first=first, last=last, blocks=tuple(texts)))
    return {key: Row(id=key, title=titled(key), note=None, cells=tuple(found)) for key, found in cells.items()}


def grouped(view: LaneContext, stage: Stage) -> dict[str, list[Text]]:
    """Gather what stands under each `x-` key: the stage's, then the touchpoints'."""
    holders = [(stage.extras, None), *((item.extras, number) for item, number in view.within(stage))]
    texts: dict[str, list[Text]] = {}
    for extras, number in holders:
        for extra in extras:
            found = (Text(text=text, label=numbered(view, number)) for text in extra.texts)
            texts.setdefault(extra.key, []).extend(found)
    return texts
