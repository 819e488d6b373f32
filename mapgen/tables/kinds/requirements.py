"""What must be true, and whether it is."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.kinds.requirements import STATES
from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, place
from mapgen.tables.table import TableKind, TableRow

ORDER = {False: 0.0, None: 1.0, True: 2.0}
"""What is not met comes first."""


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each requirement in order of its stage."""
    for stage in view.journey.stages:
        for requirement in stage.requirements:
            key, tone = STATES[requirement.met]
            yield (
                cell(requirement.text),
                place(view, stage, None),
                (Text(text=view.words(key), tone=tone, order=ORDER[requirement.met]),),
            )


TABLE = TableKind(title="requirements", rank=80, columns=("requirement", "stage", "verdict"), rows=rows)
