"""Named ways through the touchpoints."""

from collections.abc import Iterator

from mapgen.lanes.lane import View
from mapgen.tables.cells import cell, share
from mapgen.tables.table import TableKind, TableRow, always
from mapgen.words import NO_BREAK


def rows(view: View) -> Iterator[TableRow]:
    """Tell each scenario; its path is told by the numbers of the touchpoints, and their names below."""
    names = {touchpoint.id: touchpoint.name for touchpoint in view.journey.touchpoints()}
    for scenario in view.journey.scenarios:
        steps = " → ".join(f"{view.numbers[step]}{NO_BREAK}{names[step]}" for step in scenario.path)
        about = cell(scenario.description)
        yield cell(scenario.name), cell(steps), share(view, scenario.share), about, cell(scenario.playbook)


TABLE = TableKind(
    title="scenarios",
    rank=30,
    columns=("scenario", "path", "share", "description", "playbook"),
    rows=rows,
    drawn=always,
)
