"""Map -> Document: the same map in reading order, for formats that are read from top to bottom.

A stage is a chapter. What has a touchpoint's number stands in a table with a row a touchpoint, what belongs to the
whole stage in a list above it. What a table at the end says in full is not said in the chapters as well.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from mapgen.blocks import Block, Bullets, Card, Marker, Meter, Quote, Text
from mapgen.composition import Map
from mapgen.lanes.grid import Cell, Grid, Heading, Row
from mapgen.record import record, replace
from mapgen.render.lines import BETWEEN, Lines, TextRun, lines_of, text_line
from mapgen.tables.table import Table, TableCell
from mapgen.words import Words


@record
class LaneFact:
    """What a stage has under the name of a lane."""

    title: str
    lines: Lines


@record
class LaneTable:
    """A table of lines; `lanes` are the ids of those that its columns tell, in a table that tells lanes.

    `names` is a line with what has nothing but a name.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Lines, ...], ...]
    lanes: tuple[str, ...] = ()
    names: str = ""


@record
class StageChapter:
    """A stage: what is true of all of it, and its touchpoints.

    The first column of `touchpoints` is their number; columns in which nothing stands are left out.
    """

    id: str
    title: str
    facts: tuple[LaneFact, ...]
    touchpoints: LaneTable | None


@record
class Document:
    """A whole map: what it is about, the chapters, then the tables that go through all stages."""

    facts: tuple[LaneFact, ...]
    chapters: tuple[StageChapter, ...]
    sheets: tuple[LaneTable, ...]


def document(map_: Map, *, twice: bool = False) -> Document:
    """Bring a map in reading order; with `twice` the chapters also say what a table at the end says in full."""
    tables = {} if twice else {table.id: table for table in map_.tables}
    rows = [(row, True) for row in map_.grid.rows] + [(row, False) for row in map_.unchosen]
    left = ((_without(row, _said(tables[row.id])) if row.id in tables else row, shown) for row, shown in rows)
    lanes = tuple(_lane(map_.grid, row, shown=shown) for row, shown in left if row.cells)
    reader = DocumentBuilder(map_.grid, lanes, Words(map_.language))
    return Document(
        facts=(*_gathered(map_.lens.facts), *_scales(map_.grid)),
        chapters=tuple(reader.chapter(index) for index in range(len(map_.grid.headings))),
        sheets=tuple(_sheet(table.with_names()) for table in map_.tables),
    )


def _gathered(texts: Iterable[Text]) -> Iterator[LaneFact]:
    """Put texts of one name together."""
    found: dict[str, list[tuple[TextRun, ...]]] = {}
    for text in texts:
        found.setdefault(text.label or "", []).append(text_line(replace(text, label=None)))
    return (LaneFact(name, tuple(lines)) for name, lines in found.items())


def _scales(grid: Grid) -> Iterator[LaneFact]:
    """Report the words of each scale, where it has any."""
    for row in grid.rows:
        labels = [label for _, label in row.axis.ticks] if row.axis else []
        if any(character.isalpha() for label in labels for character in label):
            yield LaneFact(row.title, ((TextRun(BETWEEN.join(labels)),),))


def _said(table: Table) -> frozenset[str]:
    """Return the texts of a table."""
    return frozenset(text.text for row in table.rows for cell in row for text in cell)


def _without(row: Row, said: frozenset[str]) -> Row:
    """Leave out of a lane what the table of the same name says."""
    cells = (replace(cell, blocks=tuple(_unsaid(cell.blocks, said))) for cell in row.cells)
    return replace(row, cells=tuple(cell for cell in cells if cell.blocks))


def _unsaid(blocks: Iterable[Block], said: frozenset[str]) -> Iterator[Block]:
    """Yield the blocks that a table does not say; a muted text with a label goes with the text that it belongs to."""
    kept = True
    for block in blocks:
        follows = isinstance(block, Text) and block.label is not None and block.tone == "muted"
        kept = kept if follows and not kept else not _is_said(block, said)
        if kept:
            yield block


def _is_said(block: Block, said: frozenset[str]) -> bool:
    """Return whether the author's words of a block are all in a table; only cards, meters and texts are compared."""
    texts: tuple[str | None, ...]
    match block:
        case Card():
            texts = (block.title, block.foot, *(text.text for text in block.body))
        case Meter():
            texts = (block.name, block.value)
        case Text():
            texts = (block.text,)
        case Bullets():
            texts = tuple(item.text for item in block.items if not (item.label and item.tone == "muted"))
        case _:
            return False
    return all(text in said for text in texts if text)


Blocks = Mapping[int | None, Sequence[Block]]
"""What is said of each touchpoint, by its column, and under None of the stage as a whole."""


@record
class LaneContent:
    """What a lane says in each stage, by the stage's index; `shown` where the picture has it too."""

    row: Row
    shown: bool
    stages: Mapping[int, Blocks]


def _lane(grid: Grid, row: Row, *, shown: bool) -> LaneContent:
    """Sort what a lane says by stage and touchpoint."""
    stages = [index for index, heading in enumerate(grid.headings) for _ in range(heading.first, heading.last)]
    narrow = _is_narrow(grid, row, stages)
    found: dict[int, dict[int | None, list[Block]]] = {}
    for cell in row.cells:
        blocks = found.setdefault(stages[cell.first], {})
        for block in cell.blocks:
            column = _column(grid, cell, block, narrow=narrow)
            blocks.setdefault(column, []).append(block)
    return LaneContent(row, shown, found)


def _is_narrow(grid: Grid, row: Row, stages: Sequence[int]) -> bool:
    """Return whether a lane speaks of touchpoints: wherever a stage has several, no cell covers more than one."""
    if row.axis:
        return True
    headings = [(cell, grid.headings[stages[cell.first]]) for cell in row.cells]
    widths = {cell.last - cell.first for cell, heading in headings if heading.last - heading.first > 1}
    return widths == {1}


def _column(grid: Grid, cell: Cell, block: Block, *, narrow: bool) -> int | None:
    """Return the column of the touchpoint that a block belongs to, None where it belongs to the stage."""
    if isinstance(block, Card | Marker | Meter | Quote) and block.number is not None:
        first = grid.columns[cell.first].number
        if first is not None and first <= block.number < first + cell.last - cell.first:
            return cell.first + block.number - first
    covers_stage = cell.last - cell.first > 1 or grid.columns[cell.first].touchpoint is None
    return cell.first if narrow and not covers_stage else None


@record
class DocumentBuilder:
    """Tells stage by stage what the lanes say."""

    grid: Grid
    lanes: tuple[LaneContent, ...]
    words: Words

    def chapter(self, stage: int) -> StageChapter:
        """Report one stage, by its index."""
        heading = self.grid.headings[stage]
        facts = tuple(self._facts(stage))
        return StageChapter(
            id=heading.id,
            title=heading.name,
            facts=(*facts, *self._figures(heading, facts)),
            touchpoints=self._touchpoints(stage, heading),
        )

    def _facts(self, stage: int) -> Iterator[LaneFact]:
        """Report what the lanes say of the stage as a whole, first those that the picture does not show."""
        for lane in sorted(self.lanes, key=lambda lane: lane.shown):
            lines = self._lines(lane, stage, None)
            if lines:
                yield LaneFact(lane.row.title, lines)

    def _figures(self, heading: Heading, facts: tuple[LaneFact, ...]) -> Iterator[LaneFact]:
        """Report how many enter the stage and go on, where no lane does."""
        told = {run.text for fact in facts for line in fact.lines for run in line}
        for key, figure in (("when", heading.when), ("volume", heading.volume), ("conversion", heading.conversion)):
            if figure and figure not in told:
                yield LaneFact(self.words(key), ((TextRun(figure),),))

    def _touchpoints(self, stage: int, heading: Heading) -> LaneTable | None:
        """Make the table of a stage's touchpoints, None where nothing is said of them."""
        lanes = [lane for lane in self.lanes if lane.stages.get(stage, {}).keys() - {None}]
        if not lanes:
            return None
        columns = range(heading.first, heading.last)
        return LaneTable(
            id=f"{heading.id}-touchpoints",
            title=heading.name,
            columns=("#", *(lane.row.title for lane in lanes)),
            rows=tuple((self._number(at), *(self._lines(lane, stage, at) for lane in lanes)) for at in columns),
            lanes=tuple(lane.row.id for lane in lanes),
        )

    def _lines(self, lane: LaneContent, stage: int, column: int | None) -> Lines:
        """Report what a lane says of a touchpoint, or of the stage as a whole."""
        blocks = lane.stages.get(stage, {}).get(column, ())
        return tuple(line for block in blocks for line in lines_of(block, self.words, lane.row.axis))

    def _number(self, column: int) -> Lines:
        number = self.grid.columns[column].number
        return () if number is None else (text_line(Text(str(number))),)


def _sheet(table: Table) -> LaneTable:
    """Make lines of a table's texts."""
    rows = tuple(tuple(tuple(map(text_line, _together(cell))) for cell in row) for row in table.rows)
    return LaneTable(id=table.id, title=table.title, columns=table.columns, rows=rows, names=BETWEEN.join(table.names))


def _together(cell: TableCell) -> Iterator[Text]:
    """Put texts of the same label beside each other, where they follow each other."""
    for label, texts in groupby(cell, lambda text: text.label):
        found = tuple(texts)
        if label and all(text.url is None for text in found):
            yield replace(found[0], text=BETWEEN.join(text.text for text in found))
        else:
            yield from found
