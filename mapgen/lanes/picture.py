"""The grid -> the grid as a picture shows it: lanes that belong together as one, blueprints as steps."""

from mapgen.lanes.blueprint import stepped
from mapgen.lanes.grid import Grid
from mapgen.lanes.pain_pairs import paired
from mapgen.record import replace


def pictured(grid: Grid) -> Grid:
    """Return the grid with pain points and opportunities paired, where both are shown, and with steps in blueprints."""
    rows = paired(grid.rows, grid.columns, grid.pairing) if grid.pairing else grid.rows
    return replace(grid, rows=stepped(rows, grid.columns))
