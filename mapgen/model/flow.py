"""`flow` and `scenarios` of the spec -> Edges and Scenarios, in touchpoints."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from mapgen.diagnostics.phrases import quoted
from mapgen.model.context import BuildContext
from mapgen.model.defaults import default_steps
from mapgen.model.enums import EDGE_KINDS
from mapgen.model.ids import assign, name_all
from mapgen.model.journey import Edge, EdgeKind, Handoff, Scenario, Stage
from mapgen.model.node import SpecNode
from mapgen.record import record

NAMED_IN_HINT = 3
"""How many edges out of a touchpoint a hint names."""

LOOKED_AT = 100
"""How many touchpoints are examined for one in between."""


@record
class Adjacency:
    """The touchpoints that follow each touchpoint, and the position of each touchpoint in the spec."""

    out: Mapping[str, Mapping[str, None]]
    order: Mapping[str, int]


@record
class ScenarioStep:
    """A step of a scenario's path: a touchpoint, or a stage, from its first to its last touchpoint."""

    first: str
    last: str
    pointer: str

    @property
    def touchpoints(self) -> tuple[str, ...]:
        """The touchpoint, or the first and last of the stage."""
        return (self.first,) if self.first == self.last else (self.first, self.last)


class EndpointResolver:
    """Resolves references in the flow: to a touchpoint, or to the first or last of a stage."""

    __slots__ = ("_either",)

    def __init__(self, context: BuildContext) -> None:
        """Resolve references to stages and touchpoints."""
        self._either = context.places.either

    def touchpoints(self, word: str, node: SpecNode, pointer: str) -> tuple[str, ...]:
        """Return the referenced touchpoint, or those of the referenced stage; nothing if there are none."""
        inside = self._either.find(word, pointer, node.problems)
        if inside == ():
            message = f"the stage {quoted(word)} has no touchpoint for the flow to reach"
            hint = "add a touchpoint to the stage, or name a touchpoint of another stage"
            node.problems.add("edge-to-empty-stage", message, pointer, hint=hint)
        return inside or ()


def read_flow(root: SpecNode, context: BuildContext) -> tuple[Edge, ...]:
    """Return the edges whose both ends exist."""
    ends = EndpointResolver(context)
    edges = (_edge(node, ends, context) for node in root.children("flow"))
    return tuple(edge for edge in edges if edge is not None)


def read_scenarios(root: SpecNode, context: BuildContext, adjacency: Adjacency) -> tuple[Scenario, ...]:
    """Return the scenarios; each step of a path follows an edge."""
    nodes = root.children("scenarios")
    ids = assign(name_all(nodes, "scenario"), root.problems)
    ends = EndpointResolver(context)
    return tuple(_scenario(node, ids[node.pointer], ends, adjacency) for node in nodes)


def find_adjacency(stages: Sequence[Stage], flow: Sequence[Edge]) -> Adjacency:
    """Return which touchpoints follow each other, by the edges of the flow and by default edges."""
    order = [touchpoint.id for stage in stages for touchpoint in stage.touchpoints]
    adjacency: dict[str, dict[str, None]] = {touchpoint: {} for touchpoint in order}
    for start, end in (*default_steps(stages, flow), *((edge.start, edge.end) for edge in flow)):
        adjacency[start][end] = None
    return Adjacency(adjacency, {touchpoint: number for number, touchpoint in enumerate(order)})


def _edge(node: SpecNode, ends: EndpointResolver, context: BuildContext) -> Edge | None:
    starts = ends.touchpoints(node.word("from") or "", node, node.at("from"))
    goals = ends.touchpoints(node.word("to") or "", node, node.at("to"))
    handoff = _handoff(node, context)
    if not starts or not goals:
        return None
    kind = node.choice("kind", EDGE_KINDS) or "next"
    return Edge(starts[-1], goals[0], kind, node.number("share"), node.text("trigger"), handoff, node.pointer)


def _handoff(node: SpecNode, context: BuildContext) -> Handoff | None:
    handoff = node.child("handoff")
    if handoff is None:
        return None
    owners = context.declared.owners
    return Handoff(owners.one(handoff, "from"), owners.one(handoff, "to"), handoff.texts("carries"))


def _scenario(node: SpecNode, ident: str, ends: EndpointResolver, adjacency: Adjacency) -> Scenario:
    steps = list(_steps(node, ends))
    for step, following in pairwise(steps):
        if following.first not in adjacency.out[step.last]:
            message = f"no edge leads from {quoted(step.last)} to {quoted(following.first)}"
            hint = _next_step_hint(step.last, following.first, adjacency)
            node.problems.add("no-such-edge", message, following.pointer, hint=hint)
    return Scenario(
        id=ident,
        name=node.required_text("name"),
        description=node.text("description"),
        path=tuple(touchpoint for step in steps for touchpoint in step.touchpoints),
        share=node.number("share"),
        playbook=node.text("playbook"),
        pointer=node.pointer,
    )


def _steps(node: SpecNode, ends: EndpointResolver) -> Iterator[ScenarioStep]:
    for index, word in enumerate(node.words("path")):
        pointer = f"{node.pointer}/path/{index}"
        inside = ends.touchpoints(word, node, pointer)
        if inside:
            yield ScenarioStep(inside[0], inside[-1], pointer)


def _next_step_hint(start: str, end: str, adjacency: Adjacency) -> str:
    between = next((place for place in islice(adjacency.out[start], LOOKED_AT) if end in adjacency.out[place]), None)
    known = ", ".join(quoted(following) for following in islice(adjacency.out[start], NAMED_IN_HINT))
    leads = f"{quoted(start)} leads to {known}; " if known else ""
    if between is not None and between != start:
        leads = f"{quoted(start)} leads to {quoted(between)}, and that to {quoted(end)}; "
    edge = f"{{from: {start}, to: {end}, kind: {_kind(start, end, adjacency)}}}"
    return f"{leads}if customers go there, add {edge} to `flow`"


def _kind(start: str, end: str, adjacency: Adjacency) -> EdgeKind:
    if start == end:
        return "repeat"
    return "skip" if adjacency.order[start] < adjacency.order[end] else "back"
