"""Clusters and the ways in them -> columns, by Graphviz or in the order of the map: what stands beside and above what.

What Graphviz gets holds names and numbers of ours, nothing of an author; of what it answers, only the order of places
counts, so that engines that differ in pixels agree.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from mapgen.charts.flowchart import Cluster, FlowWire
from mapgen.model.journey import EdgeKind

LayOut = Callable[[str], str]
"""Takes DOT text with several graphs, and returns the JSON of each, one after the other."""

Columns = tuple[tuple[str, ...], ...]
"""The nodes (ids) of a cluster: columns from start to end, each from top to bottom."""

MOST = 3
"""The most nodes that stand in one column."""

_INCH = 72.0
_FAR = 1_000  # nodes that all ways of a graph pass, above which Graphviz takes its time
_ONWARD = {"next", "skip", "parallel"}


class AnswerError(Exception):
    """What came back is not the layout that was asked for."""


def columns(
    clusters: Sequence[Cluster], wires: Iterable[FlowWire], size: tuple[float, float], lay_out: LayOut
) -> tuple[Columns, ...]:
    """Return the columns of each cluster, whose nodes take `size` pixels; AnswerError where the answer is none."""
    ids = [node.id for cluster in clusters for node in cluster.nodes]
    numbers = {node: number for number, node in enumerate(ids)}
    homes = {node.id: cluster.index for cluster in clusters for node in cluster.nodes}
    inside: dict[int, list[FlowWire]] = {}
    for wire in wires:
        if homes[wire.start] == homes[wire.end]:
            inside.setdefault(homes[wire.start], []).append(wire)
    text = "".join(_graph(cluster, inside.get(cluster.index, ()), numbers, size) for cluster in clusters)
    graphs = list(_graphs(lay_out(text)))
    if len(graphs) != len(clusters):
        message = f"{len(graphs)} graphs came back, and {len(clusters)} were sent"
        raise AnswerError(message)
    return tuple(
        tuple(
            tuple(ids[number] for number in column) for column in _read(graph, {numbers[one.id] for one in own.nodes})
        )
        for graph, own in zip(graphs, clusters, strict=True)
    )


def ordered_columns(clusters: Sequence[Cluster], wires: Iterable[FlowWire]) -> tuple[Columns, ...]:
    """Return the columns of each cluster without Graphviz, by the same rules: as far left as the ways allow.

    A touchpoint is at least as far right as the one that the author named before it, and further right than those from
    which a way leads on to it.
    """
    onward: dict[str, list[FlowWire]] = {}
    for wire in wires:
        if wire.kind in _ONWARD:
            onward.setdefault(wire.end, []).append(wire)
    return tuple(tuple(_ordered(cluster, onward)) for cluster in clusters)


def _ordered(cluster: Cluster, onward: Mapping[str, Sequence[FlowWire]]) -> Iterator[tuple[str, ...]]:
    ranks: dict[str, int] = {}
    rank = 0
    for node in cluster.nodes:
        steps = (ranks[one.start] + (one.kind != "parallel") for one in onward.get(node.id, ()) if one.start in ranks)
        rank = ranks[node.id] = max((rank, *steps))
    for _, same in groupby(ranks, key=ranks.__getitem__):
        column = tuple(same)
        yield from (column[start : start + MOST] for start in range(0, len(column), MOST))


def _graph(cluster: Cluster, wires: Iterable[FlowWire], numbers: Mapping[str, int], size: tuple[float, float]) -> str:
    """Write the DOT text of one cluster.

    A touchpoint never stands before the one that the author named before it, so that numbers rise from column to
    column; ways that come back do not count.
    """
    width, height = (f"{length / _INCH:.4f}" for length in size)
    lines = [
        "graph [rankdir=LR, nodesep=0.3, ranksep=0.6]",
        f'node [shape=box, fixedsize=true, label="", width={width}, height={height}]',
        *(f"n{numbers[node.id]}" for node in cluster.nodes),
    ]
    for before, after in pairwise(cluster.nodes):
        lines.append(f"n{numbers[before.id]} -> n{numbers[after.id]} [style=invis, minlen=0, weight=1]")
    lines += [
        f"n{start} -> n{end} [minlen={0 if kind == 'parallel' else 1}, weight={4 if kind == 'next' else 1}]"
        for (start, end), kind in _onward(wires, numbers).items()
    ]
    return f"digraph {{ {'; '.join(lines)} }}\n"


def _onward(wires: Iterable[FlowWire], numbers: Mapping[str, int]) -> dict[tuple[int, int], EdgeKind]:
    """Return the ways that lead on, one for each pair; where they lead too far, those to the neighbor alone."""
    found: dict[tuple[int, int], EdgeKind] = {}
    for wire in wires:
        pair = numbers[wire.start], numbers[wire.end]
        if wire.kind in _ONWARD and pair[1] > pair[0]:
            found[pair] = "next" if "next" in {wire.kind, found.get(pair)} else wire.kind
    if sum(end - start for start, end in found) <= _FAR:
        return found
    return {(start, end): kind for (start, end), kind in found.items() if end == start + 1}


def _graphs(answer: str) -> Iterator[Any]:
    """Read one JSON document after the other."""
    decoder, at = json.JSONDecoder(), 0
    rest = answer.strip()
    while at < len(rest):
        try:
            graph, at = decoder.raw_decode(rest, at)
        except (ValueError, RecursionError) as error:
            message = "the answer is not JSON"
            raise AnswerError(message) from error
        yield graph
        while at < len(rest) and rest[at].isspace():
            at += 1


def _read(graph: Any, wanted: set[int]) -> Iterator[tuple[int, ...]]:  # noqa: ANN401 - JSON of a program
    """Sort nodes by their places: x makes the columns, y the order in them."""
    try:
        places = [(*_place(one["pos"]), int(one["name"][1:])) for one in graph.get("objects", ())]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = "the answer has no places"
        raise AnswerError(message) from error
    if {number for _, _, number in places} != wanted or len(places) != len(wanted):
        message = "the answer has other places than those that were asked for"
        raise AnswerError(message)
    for _, same in groupby(sorted(places), key=lambda place: place[0]):
        column = [number for _, _, number in sorted(same, key=lambda place: (place[1], place[2]))]
        yield from (tuple(column[start : start + MOST]) for start in range(0, len(column), MOST))


def _place(text: str) -> tuple[int, int]:
    """Return a place in pixels; y grows upwards in Graphviz."""
    x, y = text.split(",")
    return round(float(x)), -round(float(y))
