"""What the middle of the map says, cell by cell, without a word about where it stands."""

from typing import Literal

from mapgen.blocks import Block
from mapgen.record import record

Line = Literal["interaction", "visibility", "internal-interaction"]


@record
class Column:
    """One touchpoint's place; `number` counts through the whole map from 1, None in a stage without touchpoints.

    `touchpoint` is its id.
    """

    number: int | None
    touchpoint: str | None
    name: str | None = None


@record
class Heading:
    """A stage over its columns: `first` up to, and not with, `last`.

    `conversion` is the share of customers who go on, in words ("62 %"); `volume` those who enter ("41,200"). `level` is
    how many those are for each that enters the stage with the most; None where a map has nothing to compare. `when` is
    when it takes place, in words.
    """

    id: str
    name: str
    first: int
    last: int
    conversion: str | None
    volume: str | None
    level: float | None = None
    when: str | None = None


@record
class Cell:
    """What stands in the columns from `first` up to, and not with, `last`; blocks one under the other."""

    first: int
    last: int
    blocks: tuple[Block, ...]


@record
class Axis:
    """The scale of the emotion curve. A tick is (share of the scale from 0 to 1, its label).

    `series` names the curves; one curve has the empty name when nobody needs telling whose it is. `people` are the
    places of their personas among those of the journey, from 0; None is the curve of all customers. `before_name` is
    what the curves of an old version are called, where they are shown too. With `joins_gaps`, a curve continues, thin
    and dashed, where nothing is stated.
    """

    ticks: tuple[tuple[float, str], ...]
    neutral: float
    series: tuple[str, ...]
    people: tuple[int | None, ...]
    target_name: str | None
    before_name: str | None = None
    joins_gaps: bool = True


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
class Pairing:
    """How a picture shows pain points and opportunities in one lane: its title, and the words for "nobody works on it".

    `gone` are the anchors of pain points that are in an old version only: nobody has to work on those.
    """

    title: str
    nobody: str
    gone: frozenset[str] = frozenset()


@record
class Grid:
    """Stages over columns, lanes as rows. `continued` is said of a stage that began further up.

    `pairing` is there where both pain points and opportunities were chosen; `names_columns` tells that no lane says
    which touchpoint has which number, so that a curve has their names below it.
    """

    stage_title: str
    continued: str
    headings: tuple[Heading, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pairing: Pairing | None = None
    names_columns: bool = False
