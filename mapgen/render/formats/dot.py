"""Drawing -> DOT text of the flow, with all its labels, for those who want to go on in Graphviz."""

from collections.abc import Iterator

from mapgen.charts.flow import flow
from mapgen.charts.flowchart import Cluster, FlowChart, FlowNode, FlowWire
from mapgen.ci_commands import inert_markup
from mapgen.lanes.lane import lane_context
from mapgen.layout.flow.edge_styles import STROKES, weight
from mapgen.model.journey import EdgeKind
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.theme import Theme
from mapgen.words import Words

_STYLES: dict[EdgeKind, str] = {
    "next": "solid",
    "skip": "dashed",
    "back": "dashed",
    "repeat": "dotted",
    "parallel": "solid",
    "feedback": "dotted",
}
_TONES = {"good": "good", "bad": "bad"}


def to_dot(chart: FlowChart, colors: Theme) -> str:
    """Write a flow as a graph in DOT."""
    return "\n".join(_DotWriter(chart, colors).lines()) + "\n"


class _DotWriter:
    """Writes the lines of a graph; nodes are called by numbers of ours, and the author's words are labels."""

    def __init__(self, chart: FlowChart, colors: Theme) -> None:
        self._chart = chart
        self._colors = colors.light
        nodes = (node.id for cluster in chart.clusters for node in cluster.nodes)
        self._names = {node: f"n{number}" for number, node in enumerate(nodes)}

    def lines(self) -> Iterator[str]:
        ranks = "RL" if self._chart.direction == "rtl" else "LR"
        font = f'fontname="Inter, sans-serif", fontcolor={quoted(self._colors["ink"])}'
        yield f"digraph {quoted(self._chart.id)} {{"
        yield f"  graph [rankdir={ranks}, label={quoted(self._chart.title)}, labelloc=t, {font}, fontsize=20]"
        paper = quoted(self._colors["paper"])
        yield f'  node [shape=box, style="rounded,filled", fillcolor={paper}, {font}, fontsize=12]'
        yield f"  edge [{font}, fontsize=10]"
        for cluster in self._chart.clusters:
            yield from self._cluster(cluster)
        for cluster in self._chart.clusters:
            for node in cluster.nodes:
                yield from self._outs(node)
        for wire in self._chart.wires:
            yield self._wire(wire)
        yield "}"

    def _cluster(self, cluster: Cluster) -> Iterator[str]:
        number = cluster.index % 10 + 1
        tint, color = self._colors[f"tint-{number}"], self._colors[f"stage-{number}"]
        yield f"  subgraph cluster_{cluster.index} {{"
        yield (
            f'    graph [label={_lines(cluster.name, cluster.note)}, style="rounded,filled",'
            f" fillcolor={quoted(tint)}, color={quoted(color)}, fontsize=14]"
        )
        for node in cluster.nodes:
            card = node.card
            name = card.title if card.number is None else f"{card.number} {card.title}"
            about = " \u00b7 ".join(text for text in (card.overline, card.foot) if text)
            strong = ", penwidth=2" if card.starred else ""
            label = _lines(name, *(f"{one.label}: {one.text}" for one in card.body), about, node.entry)
            yield f"    {self._names[node.id]} [label={label}, color={quoted(color)}{strong}]"
        yield "  }"

    def _outs(self, node: FlowNode) -> Iterator[str]:
        for number, out in enumerate(node.outs):
            name, start = f"{self._names[node.id]}_out{number}", self._names[node.id]
            color = quoted(self._colors[_TONES.get(out.tone, "muted")])
            yield f"  {name} [label={_lines(out.text, out.reason, out.loss)}, shape=oval, style=dashed, color={color}]"
            yield f"  {start} -> {name} [color={color}, penwidth={weight(out.share):.2f}]"

    def _wire(self, wire: FlowWire) -> str:
        color = quoted(self._colors[STROKES[wire.kind].color])
        label = f"label={_lines(*(text.text for text in wire.said))}, " if wire.said else ""
        back = "" if wire.kind in {"next", "skip", "parallel"} else ", constraint=false"
        look_ = f"style={_STYLES[wire.kind]}, color={color}, penwidth={weight(wire.share):.2f}{back}"
        return f"  {self._names[wire.start]} -> {self._names[wire.end]} [{label}{look_}]"


def _lines(*texts: str | None) -> str:
    return quoted("\n".join(text for text in texts if text))


def quoted(text: str) -> str:
    r"""Write a text so that Graphviz shows it as it is: no escape, no entity and no HTML in it.

    >>> print(quoted('<b> & \\N "two"\nlines'))
    "<b> &amp; \\N \"two\"\nlines"
    """
    for character, written in (
        ("&", "&amp;"),
        ("\\", "\\\\"),
        ('"', '\\"'),
        ("\r\n", "\n"),
        ("\r", "\n"),
        ("\n", "\\n"),
    ):
        text = text.replace(character, written)
    return f'"{text}"'


def _render(drawing: Drawing) -> str:
    chart = flow(lane_context(drawing.journey, drawing.analysis, Words(drawing.journey.language)), whole=True)
    return inert_markup(to_dot(chart, drawing.theme))


FORMAT = Format(".dot", _render, comment="// {}")
