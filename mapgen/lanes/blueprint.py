"""The lanes of a service blueprint -> a step under each touchpoint, and the arrow that runs down through them.

Only a picture has steps; documents list what each touchpoint has.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from mapgen.blocks import BlueprintStep, ItemList, Noted, Text
from mapgen.lanes.grid import Cell, Column, Row
from mapgen.record import replace

_NAMED = "touchpoints"  # where this lane is shown, the touchpoints of others need no names
_ALONE = ("owners", "tools")  # lanes that are no part of a blueprint


def stepped(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[Row, ...]:
    """Give each lane of items its steps; lanes under a line of the blueprint are joined with those right above them."""
    found: list[Row] = []
    shown = any(row.id == _NAMED for row in rows)
    for has_line, group in groupby(rows, lambda row: row.line is not None):
        lanes = list(group)
        if has_line:
            found += _joined(lanes, columns)
        else:
            found += [_alone(row, columns, named=not shown) if row.id in _ALONE else row for row in lanes]
    return tuple(found)


def _joined(lanes: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Lead an arrow from each touchpoint down to the last lane in which it has a step."""
    items = [_items(row, columns) for row in lanes]
    joined = []
    for index, row in enumerate(lanes):
        below = {column for later in items[index + 1 :] for column in later}
        cells = tuple(
            Cell(
                column,
                column + 1,
                (
                    _step(
                        items[index].get(column, ()),
                        start=_start(columns[column]) if index == 0 else None,
                        arrow=True,
                        leads_on=column in below,
                    ),
                ),
            )
            for column in sorted({*items[index], *below})
        )
        joined.append(replace(row, cells=cells))
    return joined


def _alone(row: Row, columns: Sequence[Column], *, named: bool) -> Row:
    """Show the items of a lane without arrows, below the names of the touchpoints where no lane has those."""
    steps = (
        (column, _step(items, start=_start(columns[column]) if named else None))
        for column, items in sorted((_people if row.id == "owners" else _items)(row, columns).items())
    )
    return replace(row, cells=tuple(Cell(column, column + 1, (step,)) for column, step in steps))


def _step(noted: Noted, *, start: str | None, arrow: bool = False, leads_on: bool = False) -> BlueprintStep:
    notes = tuple(note for _, note in noted)
    return BlueprintStep(tuple(item for item, _ in noted), start, arrow, leads_on, notes if any(notes) else ())


def _items(row: Row, columns: Sequence[Column]) -> Mapping[int, Noted]:
    """Return what a lane lists, by column: what a touchpoint has, after what its stage states for each."""
    places = {column.number: index for index, column in enumerate(columns) if column.number is not None}
    found: dict[int, Noted] = {}
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, ItemList):
                own = range(cell.first, cell.last) if block.number is None else (places[block.number],)
                for column in own:
                    found[column] = found.get(column, ()) + block.noted
    return found


def _people(row: Row, columns: Sequence[Column]) -> Mapping[int, Noted]:
    """Return who answers for each column: its own people, which are muted, else those of its stage."""
    found: dict[int, Noted] = {}
    for cell in row.cells:
        texts = [block for block in cell.blocks if isinstance(block, Text)]
        for text in texts:
            if text.tone == "plain":
                found |= dict.fromkeys(range(cell.first, cell.last), ((text.text, ""),))
        places = iter(range(cell.first, cell.last))  # own people come in the order of their touchpoints
        for text in texts:
            if text.tone == "muted":
                found[next((place for place in places if _is_of(columns[place], text)), cell.first)] = (
                    (text.text, ""),
                )
    return found


def _is_of(column: Column, text: Text) -> bool:
    """Return whether a text is labeled with the number or the name of a touchpoint."""
    return text.label is not None and text.label in (str(column.number), column.name)


def _start(column: Column) -> str | None:
    """Name a touchpoint with its number."""
    if column.name is None:
        return None
    return column.name if column.number is None else f"{column.number} {column.name}"
