"""A workshop table, with stages as columns and lanes as rows -> stages and touchpoints.

A stage over several columns has a touchpoint in each. Where a stage has one column, its touchpoints are the lines of
one cell, and what the other cells say is true of the stage, unless no stage has more than one touchpoint.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.importers.tables.columns import IGNORE, Chosen, TableColumn, column_of
from mapgen.importers.tables.facts import OF_STAGES_ONLY, OF_TOUCHPOINTS_ONLY
from mapgen.importers.tables.grid import CellGrid
from mapgen.importers.tables.items import Item, add_custom
from mapgen.importers.tables.maker import Maker
from mapgen.importers.tables.problems import OF_PROBLEMS
from mapgen.model.references import folded

_ONE_EACH = OF_TOUCHPOINTS_ONLY | {"channels", "emotion", "feeling", "duration"}
"""Fields of which each touchpoint has one, so that as many lines as touchpoints are one for each."""


class SidewaysLane(NamedTuple):
    """A row, or several of one label: what it is, and the rows that it stands in."""

    column: TableColumn
    rows: list[int]


class SidewaysTable(NamedTuple):
    """Where things are: the row of the stages, the columns of each stage by name, and the lanes."""

    stages: int
    columns: list[tuple[str, list[int]]]
    lanes: list[SidewaysLane]


def frame_of(grid: CellGrid, labels: int, chosen: Chosen) -> SidewaysTable | None:
    """Return where stages and lanes are in a table whose labels stand in a column; None where there are no stages."""
    rows = [
        row
        for row, cells in enumerate(grid.rows)
        if grid.at(row, labels) and len(list(filter(None, cells[labels + 1 :]))) > 1
    ]
    known = [row for row in rows if column_of(row, grid.at(row, labels), chosen).field not in {None, IGNORE}]
    named = next((row for row in known if column_of(row, grid.at(row, labels), chosen).field == "stage"), None)
    if named is None:
        above = range(known[0] if known else 0)
        named = next(
            (row for row in reversed(above) if len(list(filter(None, grid.rows[row][labels + 1 :]))) > 1), None
        )
    if named is None:
        return None
    columns = _stage_columns(grid, named, labels)
    return SidewaysTable(named, columns, list(_lanes(grid, named + 1, labels, chosen))) if columns else None


def _stage_columns(grid: CellGrid, row: int, labels: int) -> list[tuple[str, list[int]]]:
    """Return the stages with their columns: an empty cell goes on with the stage before it, where anything is below."""
    width = max(map(len, grid.rows), default=0)
    found: list[tuple[str, list[int]]] = []
    for column in range(labels + 1, width):
        name = " ".join(grid.at(row, column).split())
        if name:
            found.append((name, [column]))
        elif found and any(grid.at(below, column) for below in range(row + 1, len(grid.rows))):
            found[-1][1].append(column)
    return found


def _lanes(grid: CellGrid, first: int, labels: int, chosen: Chosen) -> Iterator[SidewaysLane]:
    """Yield the lanes; a row without a label goes on with the lane above."""
    lane: SidewaysLane | None = None
    for row in range(first, len(grid.rows)):
        label = grid.at(row, labels) or next((text for text in grid.rows[row][:labels] if text), "")
        if label:
            if lane:
                yield lane
            lane = SidewaysLane(column_of(row, label, chosen), [])
        if any(grid.rows[row][labels + 1 :]):
            lane = lane or SidewaysLane(column_of(row, "", chosen), [])
            lane.rows.append(row)
    if lane:
        yield lane


def read_sideways(maker: Maker, frame: SidewaysTable) -> None:
    """Put stages and lanes into the draft."""
    _SidewaysReader(maker, frame).read()


class _SidewaysReader:
    def __init__(self, maker: Maker, frame: SidewaysTable) -> None:
        self._maker = maker
        self._frame = frame
        self._split = maker.facts.reading.texts
        fields = {lane.column.field for lane in frame.lanes}
        self._names, self._beside = _roles(fields, self._repeats("touchpoint"))
        self._single = all(
            len(self._split(self._text(self._names, column)[0])) <= 1
            for _, columns in frame.columns
            if len(columns) == 1
            for column in columns
        )

    def read(self) -> None:
        """Read one stage after the other."""
        for name, columns in self._frame.columns:
            known = self._maker.draft.has_stage(name)
            stage = self._maker.draft.stage(name)
            if known:
                message = f"the stage {quoted(name)} comes up again; both were put together"
                self._maker.remarks.guessed(message, self._maker.grid.place(self._frame.stages, columns[0]))
            for column in columns:
                self._column(stage, column, alone=len(columns) == 1)

    def _column(self, stage: Item, column: int, *, alone: bool) -> None:
        """Read what stands in a column: of a touchpoint, of the stage, or of several touchpoints."""
        names = self._split(self._text(self._names, column)[0])
        if not alone and len(names) > 1:  # a touchpoint has the whole column
            names = [" ".join(names)]
        touchpoints = [self._maker.add_touchpoint(stage, name) for name in names]
        one = touchpoints[0] if len(touchpoints) == 1 and (self._single or not alone) else None
        problems: dict[str, tuple[str, Span]] = {}
        for lane in self._frame.lanes:
            field = lane.column.field
            cell = self._cell(lane, column)
            if not cell[0] or field in {IGNORE, "stage"} or field == self._names:
                continue
            if field in OF_PROBLEMS:
                problems[field] = cell
            elif field is None:
                add_custom(one or stage, lane.column.key, self._split(cell[0]))
            else:
                self._fact("channels" if field == self._beside else field, cell, stage, touchpoints, one)
        self._maker.problems.set(one or stage, problems)

    def _fact(self, field: str, cell: tuple[str, Span], stage: Item, touchpoints: list[Item], one: Item | None) -> None:
        if field in OF_STAGES_ONLY or not touchpoints:
            self._maker.facts.set(stage, field, cell, stage=True)
        elif one is not None:
            self._maker.facts.set(one, field, cell, stage=False)
        elif field in _ONE_EACH and len(texts := self._split(cell[0])) == len(touchpoints) > 1:
            for touchpoint, text in zip(touchpoints, texts, strict=True):
                self._maker.facts.set(touchpoint, field, (text, cell[1]), stage=False)
            message = f"the lines of this cell ({field}) were taken for one line for each touchpoint"
            self._maker.remarks.guessed(message, cell[1], group=f"one {field} each")
        elif field in _ONE_EACH and len(touchpoints) == 1:
            self._maker.facts.set(touchpoints[0], field, cell, stage=False)
        else:
            if field in OF_TOUCHPOINTS_ONLY:
                message = f"this cell does not say to which touchpoint it belongs, so it is the custom key x-{field}"
                self._maker.remarks.guessed(message, cell[1], group=f"{field} of which")
            self._maker.facts.set(stage, field, cell, stage=True)

    def _text(self, field: str | None, column: int) -> tuple[str, Span]:
        lanes = [lane for lane in self._frame.lanes if field and lane.column.field == field]
        cells = [self._cell(lane, column) for lane in lanes]
        filled = [cell for cell in cells if cell[0]]
        return ("\n".join(text for text, _ in filled), filled[0][1]) if filled else ("", Span(1, 1, 1, 2))

    def _cell(self, lane: SidewaysLane, column: int) -> tuple[str, Span]:
        """Return what a lane says in a column, all its rows together."""
        grid = self._maker.grid
        filled = [row for row in lane.rows if grid.at(row, column)]
        place = grid.place(filled[0], column) if filled else Span(1, 1, 1, 2)
        return "\n".join(grid.at(row, column) for row in filled), place

    def _repeats(self, field: str) -> bool:
        """Return whether a field has the same text in several stages, as the names of channels do."""
        often: Counter[str] = Counter()
        for _, columns in self._frame.columns:
            texts = {folded(text) for column in columns for text in self._split(self._text(field, column)[0])}
            often.update(texts)
        return any(count > 1 for count in often.values())


def _roles(fields: set[str | None], repeats: bool) -> tuple[str | None, str | None]:  # noqa: FBT001 - a fact of the table
    """Return which field names touchpoints, and which one is channels though it is called otherwise.

    Where actions stand beside touchpoints that come up again and again, the actions are what happens, and the
    touchpoints say where.
    """
    if {"touchpoint", "action"} <= fields and "channels" not in fields and repeats:
        return "action", "touchpoint"
    return next((field for field in ("touchpoint", "action") if field in fields), None), None


def lanes_of(frame: SidewaysTable) -> Sequence[TableColumn]:
    """Return what the lanes are."""
    return [lane.column for lane in frame.lanes if lane.rows]
