"""Plan and nodes -> where everything lies from top to bottom: channels, rows, cards, and the ports at their sides."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mapgen.charts.flowchart import FlowChart
from mapgen.layout import dimensions as m
from mapgen.layout.flow.nodes import Fitted
from mapgen.layout.flow.plan import Plan
from mapgen.layout.flow.routes import Route, Spot
from mapgen.layout.flow.tracks import ChannelTracks, Ports, TrackRun, band, channel_tracks
from mapgen.layout.scene import Box
from mapgen.layout.text import Style, TextLine, TextMeasurer

NAME = Style(12.5, 600, "on-stage", 17)
TAB_PAD = 3.0  # over and under the name of a stage
TAB_SIDE = 9.0
NOTE = m.CARD_FOOT
PAD = 10.0  # of a cluster, around its cards
_HEAD_PAD = 8.0
_AXIS = 27.0  # from the top of a card to where the way to the next one runs
_PORT = 9.0
_SLOT_GAP = 22.0
_ROW_GAP = 26.0
_CHANNEL_PAD = 11.0
_LINE = 10.0
_TAG_AIR = 6.0


class ClusterHeading(NamedTuple):
    """The name of a part of a cluster, fitted, and what stands below it."""

    name: tuple[TextLine, ...]
    note: tuple[TextLine, ...]

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return len(self.name) * NAME.leading + 2 * TAB_PAD + (2 + len(self.note) * NOTE.leading if self.note else 0)


class FlowRow(NamedTuple):
    """A row: its top, where its cards begin, its bottom; `slots` are the tops of cards below that, all `card` high.

    The way to the next card runs `axis` below the top of a card.
    """

    top: float
    bottom: float
    slots: tuple[float, ...]
    card: float
    axis: float
    headings: tuple[ClusterHeading, ...]


class Levels(NamedTuple):
    """All rows and channels, and the y of each port: by the way's place in the list, and whether it enters there."""

    rows: tuple[FlowRow, ...]
    channels: tuple[tuple[float, ChannelTracks], ...]
    ports: Mapping[tuple[int, bool], float]
    bottom: float

    def run(self, index: int, *, at_end: bool, channel: int) -> float:
        """Return the y of a way in a channel."""
        top, tracks = self.channels[channel]
        return top + tracks.middles[index, at_end]


def levels(chart: FlowChart, plan: Plan, nodes: Mapping[str, Fitted], top: float, ruler: TextMeasurer) -> Levels:
    """Return where rows and channels lie, the first at `top`."""
    runs = _runs(plan)
    rows: list[FlowRow] = []
    channels: list[tuple[float, ChannelTracks]] = []
    y = top
    for number in range(len(plan.rows) + 1):
        channel = channel_tracks(runs.get(number, ()), _LINE, _TAG_AIR)
        pad = _CHANNEL_PAD if channel.middles else 0.0
        room = channel.height + 2 * pad
        outer = number in {0, len(plan.rows)}
        room = room if outer else max(room, _ROW_GAP)
        channels.append((y + (room - channel.height) / 2, channel))
        y += room
        if number < len(plan.rows):
            row = _row(chart, plan, number, nodes, y, ruler)
            rows.append(row)
            y = row.bottom
    return Levels(tuple(rows), tuple(channels), dict(_ports(plan, rows)), y)


def _runs(plan: Plan) -> dict[int, list[TrackRun]]:
    """Sort the stretches of ways into channels."""
    found: dict[int, list[TrackRun]] = {}
    for index, route in enumerate(plan.routes):
        if route.first is None or route.last is None:
            continue
        start, end = plan.track(index, "out"), plan.track(index, "in")
        stretches = [(route.first, False, start, end)]
        if route.gap is not None:
            middle = plan.track(index, "pass")
            stretches = [(route.first, False, start, middle), (route.last, True, middle, end)]
        for channel, at_end, x1, x2 in stretches:
            left, right = min(x1, x2), max(x1, x2)
            tag = plan.tags.get(index)
            height = 0.0
            if tag and route.label is not None and route.at_end == at_end:
                middle = plan.columns[route.label] + plan.card / 2
                left, right = min(left, middle - tag.width / 2), max(right, middle + tag.width / 2)
                height = tag.height + _TAG_AIR
            found.setdefault(channel, []).append(TrackRun(index, at_end, band(route), left, right, height))
    return found


def _row(
    chart: FlowChart, plan: Plan, number: int, nodes: Mapping[str, Fitted], y: float, ruler: TextMeasurer
) -> FlowRow:
    parts = plan.rows[number]
    columns = [[nodes[node] for node in column] for part in parts for column in part.columns]
    spots = [spot for spot in plan.places.values() if spot.row == number]
    sides = [ports for spot in spots for ports in _sides(plan, spot)]
    above = max((len(ports.above) for ports in sides), default=0)
    halves = [plan.tags[index].height / 2 for ports in sides for index in ports.level[:1] if index in plan.tags]
    axis = max(_AXIS, 6 + _PORT * min(above, 8), max(halves, default=0.0) - 6)
    below = max((_extra(plan, ports) + _PORT * min(len(ports.below), 8) for ports in sides), default=0.0)
    card = max(axis + below + 8, *(one.height for column in columns for one in column))
    headings = tuple(_heading(chart, plan, number, at, ruler) for at in range(len(parts)))
    head = max(heading.height for heading in headings)
    tops: list[float] = []
    at = y + _HEAD_PAD + head + (6 if head else 0)
    for slot in range(max(map(len, columns))):
        tops.append(at)
        at += card + max(column[slot].below for column in columns if len(column) > slot) + _SLOT_GAP
    return FlowRow(y, at - _SLOT_GAP + PAD, tuple(tops), card, axis, headings)


def _sides(plan: Plan, spot: Spot) -> list[Ports]:
    return [side[spot] for side in (plan.tracks.leaving, plan.tracks.entering) if spot in side]


def _spacing(plan: Plan, ports: Ports) -> float:
    """Return the distance of ports that go straight: that of their labels."""
    heights = [plan.tags[index].height for index in ports.level if index in plan.tags]
    return max([_PORT, *(height + _TAG_AIR for height in heights)])


def _extra(plan: Plan, ports: Ports) -> float:
    return _spacing(plan, ports) * max(0, len(ports.level) - 1)


def _heading(chart: FlowChart, plan: Plan, row: int, at: int, ruler: TextMeasurer) -> ClusterHeading:
    """Fit the name of a part into the columns before the first gap through which a way goes up."""
    part = plan.rows[row][at]
    cluster = chart.clusters[part.cluster]
    last = part.first
    while last + 1 < part.first + len(part.columns) and not _is_crossed(plan, row, last + 1):
        last += 1
    width = plan.columns[last] + plan.card - plan.columns[part.first]
    name = f"{cluster.name} ({part.number}/{part.total})" if part.total > 1 else cluster.name
    note = cluster.note if part.number == 1 else None
    return ClusterHeading(
        ruler.lines(name, NAME, width - 2 * TAB_SIDE - (16 if cluster.repeats else 0)),
        ruler.lines(note, NOTE, width) if note else (),
    )


def _is_crossed(plan: Plan, row: int, gap: int) -> bool:
    """Whether a way goes through a gap above the cards of a row."""
    return any(_goes_up(route, row, gap) for route in plan.routes)


def _goes_up(route: Route, row: int, gap: int) -> bool:
    if route.first is None or route.last is None:
        return False
    if route.start.row == row and route.out_gap == gap and route.leaves_up:
        return True
    if route.end.row == row and route.in_gap == gap and route.enters_from_above:
        return True
    return route.gap == gap and min(route.first, route.last) <= row < max(route.first, route.last)


def _ports(plan: Plan, rows: Sequence[FlowRow]) -> list[tuple[tuple[int, bool], float]]:
    found: list[tuple[tuple[int, bool], float]] = []
    for enters, side in ((False, plan.tracks.leaving), (True, plan.tracks.entering)):
        for spot, ports in side.items():
            row = rows[spot.row]
            top = row.slots[spot.slot]
            step = min(_PORT, (row.axis - 6) / max(1, len(ports.above)))
            for order, index in enumerate(ports.above):
                found.append(((index, enters), top + row.axis - step * (len(ports.above) - order)))
            spacing = _spacing(plan, ports)
            for order, index in enumerate(ports.level):
                found.append(((index, enters), top + row.axis + spacing * order))
            start = row.axis + _extra(plan, ports)
            step = min(_PORT, (row.card - start - 6) / max(1, len(ports.below)))
            for order, index in enumerate(ports.below):
                found.append(((index, enters), top + start + step * (order + 1)))
    return found


def box_of(plan: Plan, levels: Levels, spot: Spot) -> Box:
    """Return the box of a card."""
    row = levels.rows[spot.row]
    return Box(plan.columns[spot.column], row.slots[spot.slot], plan.card, row.card)
