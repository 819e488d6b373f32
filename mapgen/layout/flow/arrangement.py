"""FlowChart -> Scene: where each shape of the flow stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from mapgen.charts.flowchart import FlowChart
from mapgen.layout import dimensions as m
from mapgen.layout.chart import scene
from mapgen.layout.flow.edge_styles import QUIET, STROKES, UNPLANNED, Point, line, mark, sign, weight
from mapgen.layout.flow.labels import draw_tag
from mapgen.layout.flow.nodes import draw_node, fitted
from mapgen.layout.flow.plan import CARD, Plan, plan
from mapgen.layout.flow.ranks import LayOut, columns, ordered_columns
from mapgen.layout.flow.routes import Route
from mapgen.layout.flow.vertical_layout import (
    NAME,
    NOTE,
    PAD,
    TAB_PAD,
    TAB_SIDE,
    ClusterHeading,
    Levels,
    box_of,
    levels,
)
from mapgen.layout.footer import SYMBOLS, Symbols, foot_part
from mapgen.layout.header import placed_facts
from mapgen.layout.scene import Box, Group, Item, Path, Rect, Scene
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.stage_headings import accent
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines
from mapgen.layout.typeface import Typeface

_HEIGHT = 76.0  # of a card, as Graphviz is told
_USUAL = ShapeOverrides()
_SIGNS = (
    "share",
    "unplanned",
    "planned-observed",
    "owner-changes",
    "channel-changes",
    *(f"edge-{kind}" for kind in STROKES),
)
_SYMBOLS = Symbols({**SYMBOLS, **{name: partial(sign, name) for name in _SIGNS}}, 34.0)


def arrange_flow(
    chart: FlowChart,
    typeface: Typeface,
    lay_out: LayOut | None,
    *,
    width: float | None = None,
    footer: Sequence[str] = (),
    look: ShapeOverrides = _USUAL,
) -> Scene:
    """Arrange a flow; `width` is what to aim at in pixels (1,680 where it is left out).

    `lay_out` asks Graphviz; without it, the order of the map counts.
    """
    ruler = TextMeasurer(typeface)
    aim = (width or m.WIDTH) - 2 * m.MARGIN
    clusters, wires = chart.clusters, chart.wires
    ranks = columns(clusters, wires, (CARD, _HEIGHT), lay_out) if lay_out else ordered_columns(clusters, wires)
    placed = plan(chart, ranks, m.MARGIN, aim, ruler)
    inner = max(placed.width, min(aim, m.WIDTH_MIN - 2 * m.MARGIN))
    items: list[Item] = []
    top = _head(chart, inner, ruler, items) + m.ZONE_GAP / 2
    nodes = {node.id: fitted(node, placed.card, ruler) for cluster in chart.clusters for node in cluster.nodes}
    heights = levels(chart, placed, nodes, top, ruler)
    lit = _lit(chart)
    items += _clusters(chart, placed, heights, lit)
    items += _wires(placed, heights, lit)
    for node, one in nodes.items():
        spot = placed.places[node]
        color = accent(chart.clusters[_cluster(placed, node)].index)
        draw_node(one, box_of(placed, heights, spot), color, ruler, lit=lit is None or node in lit[0], out=items)
    foot = foot_part(chart.legend, footer, m.MARGIN, inner, ruler, _SYMBOLS)
    bottom = foot.draw(heights.bottom + m.ZONE_GAP, items)
    return scene(chart, "flow", items, (inner, bottom), look)


def _head(chart: FlowChart, width: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Draw title and facts; of a scenario its name and what is to be done."""
    items: list[Item] = []
    y = m.MARGIN
    title = ruler.lines(chart.title, m.TITLE, width)
    placed_lines(title, m.MARGIN, y, m.TITLE, items)
    y += len(title) * m.TITLE.leading + 4
    if chart.lit:
        name = ruler.lines(chart.lit.name, m.PERSONA_NAME, width)
        placed_lines(name, m.MARGIN, y, m.PERSONA_NAME, items)
        y += len(name) * m.PERSONA_NAME.leading + 2
    y = placed_facts(chart.lit.facts if chart.lit else chart.facts, m.MARGIN, y, width, ruler, items)
    if chart.notice:
        notice = ruler.lines(chart.notice, m.SUMMARY, width)
        placed_lines(notice, m.MARGIN, y, m.SUMMARY, items)
        y += len(notice) * m.SUMMARY.leading
    out.append(Group(tuple(items), chart.title, None, Box(m.MARGIN, m.MARGIN, width, y - m.MARGIN)))
    return y


Lit = tuple[frozenset[str], frozenset[tuple[str, str]]]


def _lit(chart: FlowChart) -> Lit | None:
    """Return the nodes and the steps of the scenario that is shown."""
    return (frozenset(chart.lit.path), frozenset(pairwise(chart.lit.path))) if chart.lit else None


def _cluster(placed: Plan, node: str) -> int:
    spot = placed.places[node]
    return next(part.cluster for part in reversed(placed.rows[spot.row]) if part.first <= spot.column)


def _clusters(chart: FlowChart, placed: Plan, heights: Levels, lit: Lit | None) -> Iterator[Item]:
    """Draw the grounds of stages with their names; what a stage goes on with in another row has a number."""
    drawn: Counter[int] = Counter()
    for parts, row in zip(placed.rows, heights.rows, strict=True):
        for part, heading in zip(parts, row.headings, strict=True):
            cluster = chart.clusters[part.cluster]
            color = accent(cluster.index)
            left = placed.columns[part.first]
            right = placed.columns[part.first + len(part.columns) - 1] + placed.card
            box = Box(left - PAD, row.top, right - left + 2 * PAD, row.bottom - row.top)
            is_lit = lit is None or any(node in lit[0] for column in part.columns for node in column)
            tint = color.replace("stage", "tint") if is_lit else "paper"
            items: list[Item] = [Rect(*box, tint, color if is_lit else "line", 1, m.PANEL_RADIUS)]
            _name(heading, left, row.top + 8, color if is_lit else "muted", items, repeats=cluster.repeats)
            drawn[part.cluster] += 1
            again = f".{drawn[part.cluster]}" if drawn[part.cluster] > 1 else ""
            yield Group(tuple(items), cluster.name, f"flow-stage-{cluster.id}{again}", box)


def _name(heading: ClusterHeading, x: float, y: float, color: str, out: list[Item], *, repeats: bool) -> None:
    """Draw the name of a stage on its color, as in the map, and below it what is said of the stage."""
    width = max(line.width for line in heading.name) + 2 * TAB_SIDE + (16 if repeats else 0)
    height = len(heading.name) * NAME.leading + 2 * TAB_PAD
    out.append(Rect(x, y, width, height, color, radius=6))
    fill = "paper" if color == "muted" else None
    placed_lines(heading.name, x + TAB_SIDE, y + TAB_PAD, NAME, out, fill=fill)
    if repeats:
        out.append(_loop(x + width - TAB_SIDE - 4, y + height / 2, fill or NAME.fill))
    placed_lines(heading.note, x, y + height + 2, NOTE, out)


def _loop(x: float, y: float, color: str) -> Group:
    """Draw an arrow that comes back: customers go through a stage several times."""
    r, k = 4.5, 2.5
    turn = Path(
        (
            ("M", (x + r, y - 1)),
            ("C", (x + r - 0.6, y - k - 1.6, x + k - 0.4, y - r, x, y - r)),
            ("C", (x - k, y - r, x - r, y - k, x - r, y)),
            ("C", (x - r, y + k, x - k, y + r, x, y + r)),
            ("C", (x + k, y + r, x + r - 0.6, y + k, x + r, y + 2.2)),
        ),
        stroke=color,
        stroke_width=1.4,
    )
    tip = Path(
        (("M", (x + r + 1.2, y - 4.6)), ("L", (x + r, y - 1)), ("L", (x + r - 3.8, y - 1.4))),
        stroke=color,
        stroke_width=1.4,
    )
    return Group((turn, tip))


def _wires(placed: Plan, heights: Levels, lit: Lit | None) -> Iterator[Item]:
    """Draw the ways; those of the scenario last, over the others."""
    drawn = []
    for index, route in enumerate(placed.routes):
        is_lit = lit is None or (route.wire.start, route.wire.end) in lit[1]
        drawn.append((is_lit, _wire(index, route, placed, heights, is_lit=is_lit)))
    yield from (group for is_lit, group in drawn if not is_lit)
    yield from (group for is_lit, group in drawn if is_lit)


def _wire(index: int, route: Route, placed: Plan, heights: Levels, *, is_lit: bool) -> Group:
    wire = route.wire
    color = (UNPLANNED if wire.unplanned else STROKES[wire.kind]).color if is_lit else QUIET
    points = _points(index, route, placed, heights)
    items = line(points, wire.kind, weight(wire.share) if is_lit else 1.2, color=color, unplanned=wire.unplanned)
    tag = placed.tags.get(index)
    if tag and is_lit:
        x, y = _tag_place(index, route, placed, heights)
        turn = points[1][0] if not route.direct and not route.at_end else None
        if turn is not None and route.label is not None and _is_flag(route):
            edge = x - tag.width / 2 if x > turn else x + tag.width / 2
            items.insert(0, Path((("M", (turn, y)), ("L", (edge, y))), stroke=color, stroke_width=1))
        draw_tag(tag, x, y, color, items)
    if wire.change:
        items.append(mark(wire.change, points[0][0] + 6.5, points[0][1], color))
    return Group(tuple(items), None, wire.anchor, tip=wire.told)


def _is_flag(route: Route) -> bool:
    """Whether the label stands beside the way, which runs nowhere along a column."""
    return route.out_gap == (route.in_gap if route.gap is None else route.gap)


def _tag_place(index: int, route: Route, placed: Plan, heights: Levels) -> Point:
    if route.label is None or route.first is None or route.last is None:
        return placed.tag_middle(route.out_gap), heights.ports[index, False]
    channel = route.last if route.at_end else route.first
    x = placed.columns[route.label] + placed.card / 2
    return x, heights.run(index, at_end=route.at_end, channel=channel)


def _points(index: int, route: Route, placed: Plan, heights: Levels) -> list[Point]:
    """Return the corners of a way."""
    x1, y1 = placed.columns[route.start.column] + placed.card, heights.ports[index, False]
    x2, y2 = placed.columns[route.end.column], heights.ports[index, True]
    if route.first is None or route.last is None:
        if (index, "pass") not in placed.tracks.place:
            return [(x1, y1), (x2, y2)]
        middle = placed.track(index, "pass")
        return [(x1, y1), (middle, y1), (middle, y2), (x2, y2)]
    out, into = placed.track(index, "out"), placed.track(index, "in")
    first = heights.run(index, at_end=False, channel=route.first)
    if route.gap is None:
        return [(x1, y1), (out, y1), (out, first), (into, first), (into, y2), (x2, y2)]
    last = heights.run(index, at_end=True, channel=route.last)
    middle = placed.track(index, "pass")
    return [
        (x1, y1), (out, y1), (out, first), (middle, first), (middle, last), (into, last), (into, y2), (x2, y2),
    ]  # fmt: skip
