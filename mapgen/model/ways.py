"""`flow` and `scenarios` of the spec -> Edges and Scenarios, in touchpoints."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from mapgen.diagnostics.phrases import quoted
from mapgen.model.choices import EDGE_KINDS
from mapgen.model.defaults import default_steps
from mapgen.model.ids import assign, name_all
from mapgen.model.journey import Edge, EdgeKind, Handoff, Scenario, Stage
from mapgen.model.node import Node
from mapgen.model.surroundings import Surroundings
from mapgen.record import record

NAMED_IN_HINT = 3
"""How many ways out of a touchpoint a hint names."""


@record
class Ways:
    """Where one can go from each touchpoint, in the order of the spec, and the number of each touchpoint in it."""

    out: Mapping[str, Mapping[str, None]]
    order: Mapping[str, int]


@record
class Step:
    """A word of a scenario's path: a touchpoint, or a stage that is entered at its first and left at its last."""

    first: str
    last: str
    pointer: str

    @property
    def touchpoints(self) -> tuple[str, ...]:
        """One touchpoint, or the two ends of a stage."""
        return (self.first,) if self.first == self.last else (self.first, self.last)


class Ends:
    """What a word of the flow means: a touchpoint, or the first or last of a stage."""

    __slots__ = ("_either", "_inside")

    def __init__(self, around: Surroundings) -> None:
        """Look words up among stages and touchpoints."""
        self._either = around.places.either
        self._inside = {
            place.id: tuple(ident for ident, _ in place.touchpoints) for place in reversed(around.places.all)
        }

    def touchpoints(self, word: str, node: Node, pointer: str) -> tuple[str, ...]:
        """Return the touchpoint that a word names, or those of the stage; nothing where that cannot be."""
        if self._either.find(word, pointer, node.problems) is None:
            return ()
        inside = self._inside.get(word, (word,))
        if not inside:
            message = f"the stage {quoted(word)} has no touchpoint that a way could lead to"
            hint = "give the stage a touchpoint, or name a touchpoint of another stage"
            node.problems.add("way-to-empty-stage", message, pointer, hint=hint)
        return inside


def read_flow(root: Node, around: Surroundings) -> tuple[Edge, ...]:
    """Return the edges whose both ends exist."""
    ends = Ends(around)
    edges = (_edge(node, ends, around) for node in root.children("flow"))
    return tuple(edge for edge in edges if edge is not None)


def read_scenarios(root: Node, around: Surroundings, ways: Ways) -> tuple[Scenario, ...]:
    """Return the scenarios; each step of a path follows a way."""
    nodes = root.children("scenarios")
    ids = assign(name_all(nodes, "scenario"), root.problems)
    ends = Ends(around)
    return tuple(_scenario(node, ids[node.pointer], ends, ways) for node in nodes)


def find_ways(stages: Sequence[Stage], flow: Sequence[Edge]) -> Ways:
    """Return where one can go: by the edges of the flow, and by the order of the touchpoints."""
    order = [touchpoint.id for stage in stages for touchpoint in stage.touchpoints]
    ways: dict[str, dict[str, None]] = {touchpoint: {} for touchpoint in order}
    for start, end in (*default_steps(stages, flow), *((edge.start, edge.end) for edge in flow)):
        ways[start][end] = None
    return Ways(ways, {touchpoint: number for number, touchpoint in enumerate(order)})


def _edge(node: Node, ends: Ends, around: Surroundings) -> Edge | None:
    starts = ends.touchpoints(node.said("from"), node, node.at("from"))
    goals = ends.touchpoints(node.said("to"), node, node.at("to"))
    handoff = _handoff(node, around)
    if not starts or not goals:
        return None
    kind = node.choice("kind", EDGE_KINDS) or "next"
    return Edge(starts[-1], goals[0], kind, node.number("share"), node.text("trigger"), handoff, node.pointer)


def _handoff(node: Node, around: Surroundings) -> Handoff | None:
    handoff = node.child("handoff")
    if handoff is None:
        return None
    owners = around.declared.owners
    return Handoff(owners.one(handoff, "from"), owners.one(handoff, "to"), handoff.texts("carries"))


def _scenario(node: Node, ident: str, ends: Ends, ways: Ways) -> Scenario:
    steps = list(_steps(node, ends))
    for here, there in pairwise(steps):
        if there.first not in ways.out[here.last]:
            message = f"no way leads from {quoted(here.last)} to {quoted(there.first)}"
            hint = _way_out(here.last, there.first, ways)
            node.problems.add("no-such-edge", message, there.pointer, hint=hint)
    return Scenario(
        id=ident,
        name=node.said("name"),
        description=node.text("description"),
        path=tuple(touchpoint for step in steps for touchpoint in step.touchpoints),
        share=node.number("share"),
        playbook=node.text("playbook"),
        pointer=node.pointer,
    )


def _steps(node: Node, ends: Ends) -> Iterator[Step]:
    for index, word in enumerate(node.texts("path")):
        pointer = f"{node.pointer}/path/{index}"
        inside = ends.touchpoints(word, node, pointer)
        if inside:
            yield Step(inside[0], inside[-1], pointer)


def _way_out(here: str, there: str, ways: Ways) -> str:
    between = next((place for place in ways.out[here] if there in ways.out[place]), None)
    known = ", ".join(quoted(end) for end in islice(ways.out[here], NAMED_IN_HINT))
    leads = f"{quoted(here)} leads to {known}; " if known else ""
    if between is not None and between != here:
        leads = f"{quoted(here)} leads to {quoted(between)}, and that to {quoted(there)}; "
    return (
        f"{leads}if customers go there, add {{from: {here}, to: {there}, kind: {_kind(here, there, ways)}}} to `flow`"
    )


def _kind(here: str, there: str, ways: Ways) -> EdgeKind:
    if here == there:
        return "repeat"
    return "skip" if ways.order[here] < ways.order[there] else "back"
