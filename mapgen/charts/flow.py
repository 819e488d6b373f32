"""View -> the flow: touchpoints as nodes in their stages, the ways between them, the ways out.

A journey with more touchpoints or ways than one picture can hold is folded: its stages are the nodes.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import fsum
from typing import get_args

from mapgen.analysis.departures import ExitKey, exit_ends, stage_exits
from mapgen.analysis.flow import Way
from mapgen.blocks import Card, Text
from mapgen.charts.collapsed_flow import collapsed_flow
from mapgen.charts.collapsed_flow import wires as folded_wires
from mapgen.charts.flowchart import Change, Cluster, FlowChart, FlowNode, FlowWire, Out, ScenarioPath
from mapgen.charts.observed_flow import with_observed
from mapgen.charts.scenario_paths import is_folded, scenario_path
from mapgen.charts.weak import FlowStep, Others, Strongest, strongest
from mapgen.header import Sign
from mapgen.header.story import story
from mapgen.lanes.kinds.exits import TONES
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along
from mapgen.model.journey import BuyingRole, EdgeKind, Handoff, Scenario, Stage, Touchpoint
from mapgen.model.shares import exits_by_place
from mapgen.model.walk import Part
from mapgen.record import replace

KINDS: tuple[EdgeKind, ...] = get_args(EdgeKind)

DECISIVE: tuple[BuyingRole, ...] = ("decider", "gatekeeper", "buyer")
"""The roles without whom nothing is bought; a card names who of them takes part."""


def flow(view: LaneContext, scenario: Scenario | None = None, *, whole: bool = False) -> FlowChart:
    """Compose the flow of a journey; `scenario` is the one whose path is shown.

    The ways are those that a reader can follow, or all where the `whole` is wanted.
    """
    large = is_folded(view)
    ways: Sequence[FlowStep] = view.analysis.flow.ways
    if large:
        clusters, ways = collapsed_flow(view)
    else:
        clusters = tuple(_clusters(view))
    shown = Strongest(tuple(range(len(ways))), {}) if whole else _strongest(view, clusters, ways)
    wires = tuple(folded_wires(view, ways, shown.drawn) if large else _wires(view, shown.drawn))
    clusters = tuple(_with_others(view, clusters, shown))
    seen = with_observed(view, clusters, wires) if view.analysis.observed and not large else None
    if seen:
        clusters, wires = seen.clusters, seen.wires
    notices = [view.words("folded")] if large else []
    if seen and seen.unshown:
        notices.append(f"{view.words('unknown-transitions')}: +{view.words.number(seen.unshown)}")
    notices += [_about_others(view, shown, ways, large=large)] if shown.others else []
    return FlowChart(
        id=view.journey.id,
        language=view.journey.language,
        direction=view.words.direction,
        theme=view.journey.theme,
        title=view.journey.title,
        facts=tuple(_facts(view)),
        notice=" \u00b7 ".join(notices) or None,
        clusters=clusters,
        wires=wires,
        lit=_trail(view, scenario) if scenario else None,
        legend=(*_legend(view, clusters, wires), *(seen.legend if seen else ())),
        story=f"{view.words('flow')}. {story(view)}",
    )


def _strongest(view: LaneContext, clusters: Sequence[Cluster], ways: Sequence[FlowStep]) -> Strongest:
    """Return the ways that a reader can follow; those of the scenarios are among them."""
    steps = {step for scenario in view.journey.scenarios for step in pairwise(scenario_path(view, scenario))}
    chances = view.analysis.chances
    visits = chances.visits if chances else {}
    nodes = sum(len(cluster.nodes) for cluster in clusters)
    return strongest(ways, nodes, kept=steps, met=lambda node: visits.get(node, 1.0))


def _with_others(view: LaneContext, clusters: Iterable[Cluster], shown: Strongest) -> Iterator[Cluster]:
    """Yield the clusters with what is not drawn of each node under its ways out."""
    for cluster in clusters:
        nodes = (
            replace(node, outs=(*node.outs, _other(view, shown.others[node.id]))) if node.id in shown.others else node
            for node in cluster.nodes
        )
        yield replace(cluster, nodes=tuple(nodes)) if shown.others else cluster


def _other(view: LaneContext, others: Others) -> Out:
    words = view.words
    text = f"{words('other-ways')} \u00d7{words.number(others.number)}"
    if others.share is not None:
        text += f" \u00b7 {words.percent(others.share)}"
    return Out(text, None, "muted", others.share)


def _about_others(view: LaneContext, shown: Strongest, ways: Sequence[FlowStep], *, large: bool) -> str:
    """Say how many ways are not drawn, and which part of all steps they are, where that is known."""
    words, chances = view.words, view.analysis.chances
    told = words("weak-ways", n=sum(others.number for others in shown.others.values()), total=len(ways))
    if large or chances is None or chances.unknown or any(others.share is None for others in shown.others.values()):
        return told
    left = fsum(chances.visits.get(node, 0.0) * (others.share or 0.0) for node, others in shown.others.items())
    steps = fsum(chances.visits.get(way.start, 0.0) * (way.share or 0.0) for way in ways)
    return f"{told} \u00b7 {words('of-all-steps', share=words.percent(round(left / steps, 12)))}" if steps else told


def _clusters(view: LaneContext) -> Iterator[Cluster]:
    entries = set(view.analysis.flow.entries)
    for index, stage in enumerate(view.journey.stages):
        nodes = [
            _node(view, touchpoint, view.words("entry") if touchpoint.id in entries else None)
            for touchpoint in stage.touchpoints
        ]
        own = tuple(_outs(view, stage))
        if nodes and own:
            nodes[-1] = replace(nodes[-1], outs=(*nodes[-1].outs, *own))
        elif not nodes:
            nodes = [FlowNode(f"stage:{stage.id}", Card(title=stage.name), own)]
        yield Cluster(index, stage.id, stage.name, _note(view, stage), stage.repeats, tuple(nodes))


def _note(view: LaneContext, stage: Stage) -> str | None:
    """Report how many customers enter a stage."""
    return None if stage.volume is None else f"{view.words('volume')} {view.words.number(stage.volume)}"


def _node(view: LaneContext, touchpoint: Touchpoint, entry: str | None) -> FlowNode:
    channel, emotion = touchpoint.channel, touchpoint.emotion
    score = emotion.score if emotion else None
    return FlowNode(
        id=touchpoint.id,
        card=Card(
            title=touchpoint.name,
            number=view.numbers[touchpoint.id],
            overline=channel.name if channel else None,
            icon=channel.id if channel else None,
            body=tuple(_group(view, touchpoint)),
            foot=touchpoint.owner.name if touchpoint.owner else None,
            starred=touchpoint.moment_of_truth is not None,
            anchor=f"flow-touchpoint-{touchpoint.id}",
        ),
        outs=tuple(_outs(view, touchpoint)),
        feeling=None if score is None else along(view.journey.scale, score),
        hypothesis=emotion is not None and view.is_guess(emotion.evidence),
        entry=entry,
    )


def _group(view: LaneContext, touchpoint: Touchpoint) -> Iterator[Text]:
    """Yield a line for each role of the buying group that decides here, with the names of those who have it."""
    present = view.analysis.participants.present.get(touchpoint.id, ())
    for role in DECISIVE:
        names = ", ".join(persona.name for persona in present if persona.buying_role == role)
        if names:
            yield Text(names, view.words(f"role-{role}"), tone="good" if role == "decider" else "plain")


def _outs(view: LaneContext, part: Part) -> Iterator[Out]:
    """Yield the exits of a stage or touchpoint, and how many of all take the one that loses most."""
    words, worst = view.words, _most_frequent_loss(view)
    for index, way in enumerate(part.exits):
        kind = words(f"exit-{way.kind}")
        text = kind if way.share is None else f"{kind} {words.percent(way.share)}"
        loss = None
        if worst and worst[0] == (part.id, index):
            share = words("of-those-who-began", share=words.percent(worst[1]))
            loss = f"{share} \u00b7 {words('largest-exit')}"
        yield Out(text, way.reason, TONES[way.kind], way.share, loss)


def _most_frequent_loss(view: LaneContext) -> tuple[ExitKey, float] | None:
    """Return the exit without a conversion that most take, with their part of all who begin; None while it is open."""
    chances, journey = view.analysis.chances, view.journey
    if chances is None or chances.unknown:
        return None
    ends = exit_ends(journey, chances) | dict(view.analysis.funnel.exits)
    losses = [
        (key, ends.get(key, 0.0))
        for stage in journey.stages
        for key, way in stage_exits(stage)
        if way.kind != "convert"
    ]
    worst = max(losses, key=lambda loss: loss[1], default=None)
    return worst if worst and worst[1] else None


def _wires(view: LaneContext, places: Iterable[int]) -> Iterator[FlowWire]:
    """Yield the wires of the ways at some places of the list."""
    touchpoints = {touchpoint.id: touchpoint for touchpoint in view.journey.touchpoints()}
    for at in places:
        way = view.analysis.flow.ways[at]
        start, end = touchpoints[way.start], touchpoints[way.end]
        said = tuple(_said(view, way))
        names = (f"{view.numbers[one.id]} {one.name}" for one in (start, end))
        told = ": ".join(
            (f" {view.words.arrow} ".join(names), ", ".join((view.words(f"edge-{way.kind}"), *_plain(said))))
        )
        yield FlowWire(way.start, way.end, way.kind, way.share, said, _change(start, end), told, f"flow-edge-{at + 1}")


def _said(view: LaneContext, way: Way) -> Iterator[Text]:
    """Yield the lines of a label; that everybody goes on needs no saying."""
    if way.share is not None and (way.share < 1 or way.kind != "next"):
        yield Text(view.words.percent(way.share))
    if way.trigger:
        yield Text(way.trigger, tone="muted")
    if way.handoff:
        yield from _handed(view, way.handoff)


def _handed(view: LaneContext, handoff: Handoff) -> Iterator[Text]:
    ends = [end.name for end in (handoff.giver, handoff.taker) if end]
    if ends:
        yield Text(f" {view.words.arrow} ".join(ends))
    if handoff.carries:
        yield Text(" \u00b7 ".join(handoff.carries), tone="muted")


def _plain(said: Iterable[Text]) -> Iterator[str]:
    return (" ".join(text.text.split()) for text in said)


def _change(start: Touchpoint, end: Touchpoint) -> Change | None:
    """Report what is another one at the end of a way: who answers for it, else the channel."""
    if start.owner and end.owner and start.owner.id != end.owner.id:
        return "owner"
    if start.channel and end.channel and start.channel.id != end.channel.id:
        return "channel"
    return None


def _facts(view: LaneContext) -> Iterator[Text]:
    words, ways = view.words, view.analysis.flow.ways
    counts = (
        ("stages", len(view.journey.stages)),
        ("touchpoints", len(view.numbers)),
        ("edge-back", sum(way.kind == "back" for way in ways)),
        ("edge-repeat", sum(way.kind == "repeat" for way in ways)),
        ("exits", sum(len(ways) for _, ways in exits_by_place(view.journey.stages))),
    )
    return (Text(words.number(count), words(key)) for key, count in counts if count)


def _trail(view: LaneContext, scenario: Scenario) -> ScenarioPath:
    words = view.words
    said = (
        (words("share"), None if scenario.share is None else words.percent(scenario.share)),
        (words("about"), scenario.description),
        (words("playbook"), scenario.playbook),
    )
    facts = tuple(Text(text, label) for label, text in said if text)
    return ScenarioPath(scenario.id, scenario.name, scenario_path(view, scenario), facts)


def _legend(view: LaneContext, clusters: Iterable[Cluster], wires: Iterable[FlowWire]) -> Iterator[Sign]:
    """Explain the signs that are used."""
    words = view.words
    kinds = {wire.kind for wire in wires if not wire.unplanned}
    yield from (Sign(f"edge-{kind}", words(f"edge-{kind}")) for kind in KINDS if kind in kinds)
    changes = {wire.change for wire in wires}
    nodes = [node for cluster in clusters for node in cluster.nodes]
    used = (
        ("share", any(wire.share is not None for wire in wires)),
        ("owner-changes", "owner" in changes),
        ("channel-changes", "channel" in changes),
        ("moment-of-truth", any(node.card.starred for node in nodes)),
        ("hypothesis", any(node.hypothesis and node.feeling is not None for node in nodes)),
    )
    yield from (Sign(sign, words(f"sign-{sign}")) for sign, is_used in used if is_used)
