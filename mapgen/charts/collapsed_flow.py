"""View -> the flow of a large journey: its stages as nodes, and between them what their touchpoints' ways add up to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from mapgen.analysis.flow import LEADING_ON, Way
from mapgen.blocks import Card, Text
from mapgen.charts.flowchart import Cluster, FlowNode, FlowWire, Out
from mapgen.charts.weak import FlowStep
from mapgen.lanes.kinds.exits import TONES
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import EdgeKind, ExitKind, Stage

SWEEPS = 200
SETTLED = 1e-9


class Bundle(NamedTuple):
    """All ways of one kind from one stage (id) to another; `share` is of those who enter the first."""

    start: str
    end: str
    kind: EdgeKind
    share: float | None


def collapsed_flow(view: LaneContext) -> tuple[tuple[Cluster, ...], tuple[Bundle, ...]]:
    """Return the stages as the nodes of one cluster, and the ways between them."""
    nodes = tuple(_node(view, stage, number) for number, stage in enumerate(view.journey.stages, start=1))
    cluster = Cluster(0, "stages", view.words("stages"), None, repeats=False, nodes=nodes)
    return (cluster,), tuple(bundles(view))


def _node(view: LaneContext, stage: Stage, number: int) -> FlowNode:
    owner = stage.owner.name if stage.owner else None
    count = f"{view.words('touchpoints')} {view.words.number(len(stage.touchpoints))}"
    return FlowNode(
        id=stage.id,
        card=Card(title=stage.name, number=number, overline=count, foot=owner, anchor=f"flow-stage-{stage.id}"),
        outs=tuple(_outs(view, stage)),
    )


def _outs(view: LaneContext, stage: Stage) -> Iterator[Out]:
    """Yield one way out of each kind, with how many exits it stands for."""
    counts: dict[ExitKind, int] = {}
    for way in (*stage.exits, *(way for touchpoint in stage.touchpoints for way in touchpoint.exits)):
        counts[way.kind] = counts.get(way.kind, 0) + 1
    for kind, count in counts.items():
        yield Out(f"{view.words(f'exit-{kind}')} \u00d7{view.words.number(count)}", None, TONES[kind], None)


def bundles(view: LaneContext) -> Iterator[Bundle]:
    """Yield one for all ways of one kind from one stage to another."""
    stages = {touchpoint.id: stage for touchpoint, stage in walk.touchpoints(view.journey)}
    order = {stage.id: number for number, stage in enumerate(view.journey.stages)}
    ways: dict[str, list[Way]] = {}
    for way in view.analysis.flow.ways:
        ways.setdefault(way.start, []).append(way)
    sums: dict[tuple[str, str, EdgeKind], float | None] = {}
    for stage in view.journey.stages:
        visits = _visits(stage, ways)
        for here in stage.touchpoints:
            for way in ways.get(here.id, ()):
                there = stages[way.end].id
                if there == stage.id:
                    continue
                key = (stage.id, there, _kind(way.kind, order[there] - order[stage.id]))
                share = None if visits is None or way.share is None else visits[here.id] * way.share
                known = sums.get(key, 0.0)
                sums[key] = None if share is None or known is None else known + share
    for (start, end, kind), total in sums.items():
        yield Bundle(start, end, kind, None if total is None or total > 1 else round(total, 12))


def wires(view: LaneContext, found: Sequence[FlowStep], places: Iterable[int]) -> Iterator[FlowWire]:
    """Yield the wires at some places of the list."""
    names = {stage.id: stage.name for stage in view.journey.stages}
    for at in places:
        way = found[at]
        start, end, kind, share = way.start, way.end, way.kind, way.share
        said = (Text(view.words.percent(share)),) if share is not None and share < 1 else ()
        about = ", ".join((view.words(f"edge-{kind}"), *(one.text for one in said)))
        told = f"{names[start]} {view.words.arrow} {names[end]}: {about}"
        yield FlowWire(start, end, kind, share, said, None, told, f"flow-edge-{at + 1}")


def _kind(kind: EdgeKind, steps: int) -> EdgeKind:
    """Return what a way is between stages: one over several is a skip there."""
    return "skip" if kind == "next" and steps > 1 else "next" if kind == "skip" and steps == 1 else kind


def _visits(stage: Stage, ways: Mapping[str, list[Way]]) -> dict[str, float] | None:
    """Return how often each touchpoint is met by one who begins at the first; None where that is not known."""
    here = [touchpoint.id for touchpoint in stage.touchpoints]
    if not here or any(way.share is None for place in here for way in ways.get(place, ()) if way.kind in LEADING_ON):
        return None
    inside = set(here)
    into: dict[str, list[tuple[str, float]]] = {}
    for place in here:
        for way in ways.get(place, ()):
            if way.end in inside and way.share:
                into.setdefault(way.end, []).append((place, way.share))
    visits = dict.fromkeys(here, 0.0)
    for _ in range(SWEEPS):
        change = 0.0
        for place in here:
            met = fsum([float(place == here[0]), *(visits[start] * share for start, share in into.get(place, ()))])
            change = max(change, abs(met - visits[place]))
            visits[place] = met
        if change < SETTLED:
            return visits
    return None
