"""Drawing -> DOT text of the flow, with all its labels, for those who want to go on in Graphviz."""

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from graphviz import Digraph

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
    text: str = _GraphWriter(chart, colors).graph().source
    return text


class _GraphWriter:
    """Makes the graph; nodes are called by numbers of ours, and the author's words are labels."""

    def __init__(self, chart: FlowChart, colors: Theme) -> None:
        self._chart = chart
        self._colors = colors.light
        nodes = (node.id for cluster in chart.clusters for node in cluster.nodes)
        self._names = {node: f"n{number}" for number, node in enumerate(nodes)}

    def graph(self) -> "Digraph":
        from graphviz import Digraph

        font = {"fontname": "Inter, sans-serif", "fontcolor": self._colors["ink"]}
        ranks = "RL" if self._chart.direction == "rtl" else "LR"
        title = {"label": label(self._chart.title), "labelloc": "t", "fontsize": "20"}
        graph = Digraph(
            label(self._chart.id),
            graph_attr={"rankdir": ranks, **title, **font},
            node_attr={"shape": "box", "style": "rounded,filled", "fillcolor": self._colors["paper"], **font}
            | {"fontsize": "12"},
            edge_attr={**font, "fontsize": "10"},
        )
        for cluster in self._chart.clusters:
            graph.subgraph(self._cluster(cluster))
        for cluster in self._chart.clusters:
            for node in cluster.nodes:
                self._add_outs(graph, node)
        for wire in self._chart.wires:
            self._add_wire(graph, wire)
        return graph

    def _cluster(self, cluster: Cluster) -> "Digraph":
        from graphviz import Digraph

        number = cluster.index % 10 + 1
        color = self._colors[f"stage-{number}"]
        look = {"style": "rounded,filled", "fillcolor": self._colors[f"tint-{number}"], "color": color}
        named = label(cluster.name, cluster.note)
        graph = Digraph(f"cluster_{cluster.index}", graph_attr={"label": named, **look, "fontsize": "14"})
        for node in cluster.nodes:
            card = node.card
            name = card.title if card.number is None else f"{card.number} {card.title}"
            about = " \u00b7 ".join(text for text in (card.overline, card.foot) if text)
            told = label(name, *(f"{one.label}: {one.text}" for one in card.body), about, node.entry)
            graph.node(self._names[node.id], told, color=color, penwidth="2" if card.starred else None)
        return graph

    def _add_outs(self, graph: "Digraph", node: FlowNode) -> None:
        for number, out in enumerate(node.outs):
            name, start = f"{self._names[node.id]}_out{number}", self._names[node.id]
            color = self._colors[_TONES.get(out.tone, "muted")]
            told = label(out.text, out.reason, out.loss)
            graph.node(name, told, shape="oval", style="dashed", color=color)
            graph.edge(start, name, color=color, penwidth=f"{weight(out.share):.2f}")

    def _add_wire(self, graph: "Digraph", wire: FlowWire) -> None:
        graph.edge(
            self._names[wire.start],
            self._names[wire.end],
            label(*(text.text for text in wire.said)) if wire.said else None,
            style=_STYLES[wire.kind],
            color=self._colors[STROKES[wire.kind].color],
            penwidth=f"{weight(wire.share):.2f}",
            constraint=None if wire.kind in {"next", "skip", "parallel"} else "false",
        )


def label(*texts: str | None) -> str:
    r"""Write texts, one on a line, so that Graphviz shows them as they are: no escape, no entity and no HTML in them.

    >>> print(label('<b> & \\N "two"\nlines'))
    <b> &amp; \\N "two"\nlines
    """
    from graphviz import escape, nohtml

    text = "\n".join(text for text in texts if text).replace("&", "&amp;").replace("\r\n", "\n").replace("\r", "\n")
    written: str = nohtml(escape(text).replace("\n", "\\n"))
    return written


def _render(drawing: Drawing) -> str:
    chart = flow(lane_context(drawing.journey, drawing.analysis, Words(drawing.journey.language)), whole=True)
    return inert_markup(to_dot(chart, drawing.theme))


FORMAT = Format(".dot", _render, comment="// {}")
