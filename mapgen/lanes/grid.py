"""What the middle of the map says, cell by cell, without a word about where it stands."""

from typing import Literal

from mapgen.blocks import Block
from mapgen.record import record

Line = Literal["interaction", "visibility", "internal-interaction"]


@record
class Column:
    """One touchpoint's place; `number` counts through the whole map from 1, None in a stage without touchpoints."""

    number: int | None
    touchpoint: str | None


@record
class Heading:
    """A stage over its columns: `first` up to, and not with, `last`.

    `conversion` is the share of customers who go on, in words ("62 %"); `volume` those who enter ("41,200"). `level` is
    how many those are for each that enters the stage with the most; None where a map has nothing to compare.
    """

    id: str
    name: str
    first: int
    last: int
    conversion: str | None
    volume: str | None
    level: float | None = None


@record
class Cell:
    """What stands in the columns from `first` up to, and not with, `last`; blocks one under the other."""

    first: int
    last: int
    blocks: tuple[Block, ...]


@record
class Axis:
    """The scale of the emotion curve. A tick is (share of the scale from 0 to 1, its label).

    `series` names the curves; one curve has the empty name when nobody needs telling whose it is. `before_name` is
    what the curves of an old version are called, where they are shown too.
    """

    ticks: tuple[tuple[float, str], ...]
    neutral: float
    series: tuple[str, ...]
    target_name: str | None
    before_name: str | None = None


@record
class Row:
    """One lane. `line` is the line of a service blueprint that stands above it, with its name.

    A row with an `axis` holds `Score` blocks only, one cell a column, and is drawn as a curve.
    """

    id: str
    title: str
    note: str | None
    cells: tuple[Cell, ...]
    axis: Axis | None = None
    line: tuple[Line, str] | None = None


@record
class Grid:
    """Stages over columns, lanes as rows."""

    stage_title: str
    headings: tuple[Heading, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
