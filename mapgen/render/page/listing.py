"""Map, View -> the tables of the page: rows that know what they are about and sort by, and what shows more than words.

Without a view, or a writer for drawings, there are just the words of the map's tables.
"""

from collections.abc import Iterable, Iterator

from mapgen.blocks import Text
from mapgen.composition import Map
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.meter import meter
from mapgen.lazy import regex
from mapgen.model import walk
from mapgen.record import record, replace
from mapgen.render.formats.svg import EMPTY, SvgWriter
from mapgen.render.markup import Xml
from mapgen.render.page.impact_effort_plot import PlottedOpportunity, plot
from mapgen.render.page.meter_bar import bar
from mapgen.tables.table import Table, TableRow

OWN = {
    "pain-points": "pain-",
    "opportunities": "opportunity-",
    "metrics": "metric-",
    "owners": "owner-",
    "channels": "channel-",
    "evidence": "evidence-",
    "segments": "segment-",
}
"""The tables in which a row is the thing itself, and how the anchors of such things begin."""


_NUMBER = regex(r"-?\d+(?:\.\d+)?(?![\d.,])")

FIRST = ("pain-points", "opportunities", "metrics", "owners", "channels", "evidence", "requirements")
"""The tables that people come back for."""


@record
class TableEntry:
    """What stands in one cell: texts one under the other, and a drawing below them."""

    texts: tuple[Text, ...]
    drawing: Xml = EMPTY

    @property
    def order(self) -> float | None:
        """What the cell sorts by, None for its text: what its first text does."""
        return self.texts[0].order if self.texts else None

    @property
    def key(self) -> str | None:
        """What the cell sorts by, written the shortest way."""
        return None if self.order is None else repr(round(self.order, 9)).removesuffix(".0")

    @property
    def begins_with_key(self) -> bool:
        """Whether the cell sorts by the number that its text begins with."""
        found = _NUMBER.match(self.texts[0].text) if self.texts else None
        return found is not None and found[0] == self.key


@record
class SortableRow:
    """A row: `anchor` is its own, `about` the thing that it belongs to."""

    anchor: str | None
    about: str | None
    entries: tuple[TableEntry, ...]


@record
class PageTable:
    """A table, with a drawing before it."""

    id: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[SortableRow, ...]
    drawing: Xml = EMPTY

    @property
    def is_number(self) -> tuple[bool, ...]:
        """Of each column, whether all its cells sort by a number."""
        return tuple(all(entry.key or not entry.texts for entry in cells) for cells in self._cells())

    def _cells(self) -> Iterator[tuple[TableEntry, ...]]:
        return zip(*(line.entries for line in self.lines), strict=True)


def listings(map_: Map, view: LaneContext | None = None, writer: SvgWriter | None = None) -> tuple[PageTable, ...]:
    """Return the tables of a map: first what there is to do, then in their order."""
    taken: set[str] = set()
    ordered = sorted(map_.tables, key=lambda table: FIRST.index(table.id) if table.id in FIRST else len(FIRST))
    return tuple(_shown(_listing(table, taken), view, writer) for table in ordered)


def _listing(table: Table, taken: set[str]) -> PageTable:
    lines = tuple(_line(row, OWN.get(table.id), taken) for row in table.rows)
    return PageTable(table.id, table.title, table.columns, lines)


def _line(row: TableRow, own: str | None, taken: set[str]) -> SortableRow:
    """Make a row; an anchor is given to the first row that is about its thing."""
    about = next((text.about for cell in row for text in cell if text.about), None)
    anchor = about if about and own and about.startswith(own) and about not in taken else None
    taken.update((anchor,) if anchor else ())
    return SortableRow(anchor, about, tuple(map(TableEntry, row)))


def _shown(listing: PageTable, view: LaneContext | None, writer: SvgWriter | None) -> PageTable:
    """Add what a drawing shows better than words."""
    if view is None or writer is None:
        return listing
    if listing.id == "opportunities":
        return _plotted(listing, view, writer)
    if listing.id == "metrics":
        return _measured(listing, view, writer)
    return _covered(listing, view) if listing.id == "channels" else listing


def _plotted(listing: PageTable, view: LaneContext, writer: SvgWriter) -> PageTable:
    """Number the opportunities, and show their worth in a plot."""
    lines = tuple(
        replace(line, entries=(TableEntry((Text(str(number), order=float(number)),)), *line.entries))
        for number, line in enumerate(listing.lines, start=1)
    )
    marks = tuple(_marks(listing.lines, view))
    return replace(listing, columns=("#", *listing.columns), lines=lines, drawing=plot(view.words, marks, writer))


def _marks(lines: Iterable[SortableRow], view: LaneContext) -> Iterator[PlottedOpportunity]:
    for number, line in enumerate(lines, start=1):
        idea = view.ideas[(line.about or "").removeprefix("opportunity-")]
        if idea.impact is not None and idea.effort is not None:
            yield PlottedOpportunity(number, f"opportunity-{idea.id}", idea.text, idea.impact, idea.effort, idea.status)


def _measured(listing: PageTable, view: LaneContext, writer: SvgWriter) -> PageTable:
    """Draw a bar below each value; the rows are in the order of the metrics, of which two may have one id."""
    title = view.words("value")
    if title not in listing.columns:
        return listing
    at = listing.columns.index(title)
    bars = (bar(meter(view, metric, None, where.part.id), writer) for metric, where in walk.metrics(view.journey))
    lines = tuple(
        replace(line, entries=_with(line.entries, at, drawing))
        for line, drawing in zip(listing.lines, bars, strict=True)
    )
    return replace(listing, lines=lines)


def _with(entries: tuple[TableEntry, ...], at: int, drawing: Xml) -> tuple[TableEntry, ...]:
    return (*entries[:at], replace(entries[at], drawing=drawing), *entries[at + 1 :])


def _covered(listing: PageTable, view: LaneContext) -> PageTable:
    """Report how often each stage uses each channel in a column a stage, instead of in one for all."""
    words, stages = view.words, view.journey.stages
    only = frozenset(view.analysis.channels.single)
    used = words("used-in")
    kept = [index for index, title in enumerate(listing.columns) if title != used]
    uses = {f"channel-{use.channel}": use.counts for use in view.analysis.channels.uses}
    lines = []
    for line in listing.lines:
        channel = (line.about or "").removeprefix("channel-")
        counts = zip(stages, uses[line.about or ""], strict=True)
        cells = (TableEntry(_use(view, count, alone=(stage.id, channel) in only), EMPTY) for stage, count in counts)
        lines.append(replace(line, entries=(*(line.entries[index] for index in kept), *cells)))
    columns = (*(listing.columns[index] for index in kept), *(stage.name for stage in stages))
    return replace(listing, columns=columns, lines=tuple(lines))


def _use(view: LaneContext, count: int, *, alone: bool) -> tuple[Text, ...]:
    """Report how many touchpoints of a stage are on a channel; nothing where none is."""
    if not count:
        return ()
    told = Text(view.words.number(count), order=float(count))
    return (told, Text(view.words("only-channel"), tone="muted")) if alone else (told,)
