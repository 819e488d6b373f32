"""What the readers of a table share: its cells, the draft that they make, and how facts get into it."""

from mapgen.importers.draft import Draft
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.cells import CellSplitter
from mapgen.importers.tables.emotions import Scale
from mapgen.importers.tables.facts import Facts
from mapgen.importers.tables.grid import CellGrid
from mapgen.importers.tables.items import Item
from mapgen.importers.tables.problems import ProblemCells


class Maker:
    """A draft, and what puts the cells of a table into it."""

    def __init__(self, grid: CellGrid, scale: Scale, reading: CellSplitter, remarks: Remarks) -> None:
        """Begin with an empty draft."""
        self.grid = grid
        self.scale = scale
        self.remarks = remarks
        self.draft = Draft()
        self.facts = Facts(self.draft, scale, reading, remarks)
        self.problems = ProblemCells(self.draft, reading, remarks)

    @staticmethod
    def add_touchpoint(stage: Item, name: str) -> Item:
        """Add a touchpoint to the end of a stage, and return it."""
        touchpoint: Item = {"name": name}
        held = stage.setdefault("touchpoints", [])
        if isinstance(held, list):
            held.append(touchpoint)
        return touchpoint
