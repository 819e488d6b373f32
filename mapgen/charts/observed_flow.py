"""What was observed, on the flow: shares beside those of the plan, transitions and exits that the map does not have."""

from collections.abc import Iterator, Sequence

from mapgen.analysis.observation import Observation, ObservedShare, ObservedTransition
from mapgen.blocks import Text
from mapgen.charts.flowchart import Cluster, FlowNode, FlowWire, Out
from mapgen.header import Sign
from mapgen.lanes.lane import LaneContext
from mapgen.record import record, replace
from mapgen.words import NO_BREAK

MIN_SHARE = 0.01
"""A transition that the map does not have is drawn from this share of the visits on, of 1."""

MOST = 10
"""Transitions that the map does not have, at most; those that most visits take."""


@record
class ObservedFlow:
    """The parts of a flow with what was observed; `unshown` transitions that the map does not have are not drawn."""

    clusters: tuple[Cluster, ...]
    wires: tuple[FlowWire, ...]
    legend: tuple[Sign, ...]
    unshown: int


def with_observed(view: LaneContext, clusters: Sequence[Cluster], wires: Sequence[FlowWire]) -> ObservedFlow:
    """Add what was observed in all of the data to a flow of touchpoints."""
    seen = view.analysis.observed
    if seen is None:
        return ObservedFlow(tuple(clusters), tuple(wires), (), 0)
    whole = seen.whole
    shares = {(one.start, one.end): one.taken for one in whole.transitions}
    shown = unplanned(view)
    new = [_unplanned(view, number, one) for number, one in enumerate(shown, 1)]
    known = tuple(_with_share(view, wire, shares.get((wire.start, wire.end))) for wire in wires)
    outs = tuple(replace(cluster, nodes=tuple(_nodes(view, whole, cluster.nodes))) for cluster in clusters)
    unshown = sum(1 for one in whole.transitions if not one.taken.known) - len(shown)
    return ObservedFlow(outs, (*known, *new), tuple(_legend(view, known, new)), unshown)


def unplanned(view: LaneContext) -> list[ObservedTransition]:
    """Return the observed transitions that the map does not have and that a flow shows, those of most visits first."""
    seen = view.analysis.observed
    found = [one for one in seen.whole.transitions if not one.taken.known] if seen else []
    return sorted(filter(_is_large, found), key=lambda one: -(one.taken.count or 0))[:MOST]


def _is_large(one: ObservedTransition) -> bool:
    return (one.taken.share or 0.0) >= MIN_SHARE


def _with_share(view: LaneContext, wire: FlowWire, taken: ObservedShare | None) -> FlowWire:
    """Put the observed share behind the planned one, which gives way as the width of the line."""
    if taken is None or taken.share is None:
        return wire
    words = view.words
    observed = words.percent(taken.share)
    planned = None if wire.share is None else words.percent(wire.share)
    lines = [text for text in wire.said if text.text != planned]
    is_said = planned is not None and len(lines) < len(wire.said)
    figures = _beside(view, planned, observed) if planned and is_said else f"{words.arrow} {observed}"
    told = f"{wire.told}, {words('observed')}: {observed}"
    return replace(wire, share=taken.share, said=(Text(figures), *lines), told=told)


def _beside(view: LaneContext, planned: str, observed: str) -> str:
    """Write both figures so that no line ends between them."""
    return f"{planned}{NO_BREAK}{view.words.arrow}{NO_BREAK}{observed}"


def _unplanned(view: LaneContext, number: int, one: ObservedTransition) -> FlowWire:
    words, numbers = view.words, view.numbers
    names = {touchpoint.id: touchpoint.name for touchpoint in view.journey.touchpoints()}
    order = list(numbers)
    share = one.taken.share or 0.0
    ends = f" {words.arrow} ".join(f"{numbers[place]} {names[place]}" for place in (one.start, one.end))
    return FlowWire(
        one.start,
        one.end,
        "back" if order.index(one.end) <= order.index(one.start) else "skip",
        share,
        (Text(f"{words.arrow} {words.percent(share)}"),),
        None,
        f"{ends}: {words('unknown-transitions')}, {words.percent(share)}",
        f"flow-observed-{number}",
        unplanned=True,
    )


def _nodes(view: LaneContext, whole: Observation, nodes: Sequence[FlowNode]) -> Iterator[FlowNode]:
    """Yield the nodes with the shares of their exits, or with that nothing can be observed there."""
    words = view.words
    for node in nodes:
        place = whole.touchpoints.get(node.id)
        if place and not place.measured:
            foot = " \u00b7 ".join(text for text in (node.card.foot, words("not-measured")) if text)
            yield replace(node, card=replace(node.card, foot=foot))
            continue
        share = place.exit.share if place and place.exit else None
        if share is None or (not node.outs and share < MIN_SHARE):
            yield node
        elif len(node.outs) == 1:
            (out,) = node.outs
            yield replace(node, outs=(replace(out, text=_beside(view, out.text, words.percent(share)), share=share),))
        elif not node.outs and place and place.exit and not place.exit.known:
            text = words("leaves")
            text = f"{text[:1].upper()}{text[1:]} {words.percent(share)}"
            yield replace(node, outs=(Out(text, words("unknown-transitions"), "muted", share),))
        else:
            yield node


def _legend(view: LaneContext, known: Sequence[FlowWire], new: Sequence[FlowWire]) -> Iterator[Sign]:
    words = view.words
    if new:
        yield Sign("unplanned", words("unknown-transitions"))
    if any(words.arrow in (wire.said[0].text if wire.said else "") for wire in known):
        yield Sign("planned-observed", f"{words('planned')} {words.arrow} {words('observed')}")
