"""Map, View -> the tables of the page: rows that know what they are about and sort by, and what shows more than words.

Without a view there are just the words of the map's tables.
"""

from collections.abc import Iterable, Iterator, Mapping

from mapgen.blocks import Text
from mapgen.composition import Map
from mapgen.lanes.gauge import gauge
from mapgen.lanes.lane import View
from mapgen.lanes.trials import metrics_of
from mapgen.record import record, replace
from mapgen.render.formats.svg import EMPTY
from mapgen.render.markup import Xml
from mapgen.render.page.bars import bar
from mapgen.render.page.plot import Mark, plot
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


FIRST = ("pain-points", "opportunities", "metrics", "owners", "channels", "evidence", "requirements")
"""The tables that people come back for."""


@record
class Entry:
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


@record
class Line:
    """A row: `anchor` is its own, `about` the thing that it belongs to."""

    anchor: str | None
    about: str | None
    entries: tuple[Entry, ...]


@record
class Listing:
    """A table, with a drawing before it."""

    id: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    drawing: Xml = EMPTY


def listings(map_: Map, view: View | None) -> tuple[Listing, ...]:
    """Return the tables of a map: first what there is to do, then in their order."""
    taken: set[str] = set()
    ordered = sorted(map_.tables, key=lambda table: FIRST.index(table.id) if table.id in FIRST else len(FIRST))
    return tuple(_shown(_listing(table, taken), view) for table in ordered)


def _listing(table: Table, taken: set[str]) -> Listing:
    lines = tuple(_line(row, OWN.get(table.id), taken) for row in table.rows)
    return Listing(table.id, table.title, table.columns, lines)


def _line(row: TableRow, own: str | None, taken: set[str]) -> Line:
    """Make a row; an anchor is given to the first row that is about its thing."""
    about = next((text.about for cell in row for text in cell if text.about), None)
    anchor = about if about and own and about.startswith(own) and about not in taken else None
    taken.update((anchor,) if anchor else ())
    return Line(anchor, about, tuple(map(Entry, row)))


def _shown(listing: Listing, view: View | None) -> Listing:
    """Add what a drawing shows better than words."""
    if view is None:
        return listing
    if listing.id == "opportunities":
        return _plotted(listing, view)
    if listing.id == "metrics":
        return _measured(listing, view)
    return _covered(listing, view) if listing.id == "channels" else listing


def _plotted(listing: Listing, view: View) -> Listing:
    """Number the opportunities, and show their worth in a plot."""
    lines = tuple(
        replace(line, entries=(Entry((Text(str(number), order=float(number)),)), *line.entries))
        for number, line in enumerate(listing.lines, start=1)
    )
    marks = tuple(_marks(listing.lines, view))
    return replace(listing, columns=("#", *listing.columns), lines=lines, drawing=plot(view.words, marks))


def _marks(lines: Iterable[Line], view: View) -> Iterator[Mark]:
    for number, line in enumerate(lines, start=1):
        idea = view.ideas[(line.about or "").removeprefix("opportunity-")]
        if idea.impact is not None and idea.effort is not None:
            yield Mark(number, f"opportunity-{idea.id}", idea.text, idea.impact, idea.effort, idea.status)


def _measured(listing: Listing, view: View) -> Listing:
    """Draw a bar below each value."""
    found: Mapping[str, Xml] = {
        f"metric-{place}.{metric.id}": bar(gauge(view, metric, None, place))
        for metric, where in metrics_of(view.journey)
        for place in [(where.touchpoint or where.stage).id]
    }
    title = view.words("value")
    if title not in listing.columns:
        return listing
    at = listing.columns.index(title)
    lines = tuple(
        replace(line, entries=_with(line.entries, at, found.get(line.about or "", EMPTY))) for line in listing.lines
    )
    return replace(listing, lines=lines)


def _with(entries: tuple[Entry, ...], at: int, drawing: Xml) -> tuple[Entry, ...]:
    return (*entries[:at], replace(entries[at], drawing=drawing), *entries[at + 1 :])


def _covered(listing: Listing, view: View) -> Listing:
    """Tell how often each stage uses each channel in a column a stage, instead of in one for all."""
    words, stages = view.words, view.journey.stages
    only = frozenset(view.analysis.channels.single)
    used = words("used-in")
    kept = [index for index, title in enumerate(listing.columns) if title != used]
    uses = {f"channel-{use.channel}": use.counts for use in view.analysis.channels.uses}
    lines = []
    for line in listing.lines:
        channel = (line.about or "").removeprefix("channel-")
        counts = zip(stages, uses[line.about or ""], strict=True)
        cells = (Entry(_use(view, count, alone=(stage.id, channel) in only), EMPTY) for stage, count in counts)
        lines.append(replace(line, entries=(*(line.entries[index] for index in kept), *cells)))
    columns = (*(listing.columns[index] for index in kept), *(stage.name for stage in stages))
    return replace(listing, columns=columns, lines=tuple(lines))


def _use(view: View, count: int, *, alone: bool) -> tuple[Text, ...]:
    """Tell how many touchpoints of a stage are on a channel; nothing where none is."""
    if not count:
        return ()
    told = Text(view.words.number(count), order=float(count))
    return (told, Text(view.words("only-channel"), tone="muted")) if alone else (told,)
