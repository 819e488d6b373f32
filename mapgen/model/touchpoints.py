"""A touchpoint of the spec -> a Touchpoint."""

from mapgen.model.choices import BETTER, EXIT_KINDS, SEVERITIES, STATUSES, TURNS
from mapgen.model.emotions import read_emotion
from mapgen.model.extras import read_extras
from mapgen.model.journey import (
    Delight,
    Exit,
    Metric,
    MomentOfTruth,
    Opportunity,
    PainPoint,
    Reading,
    Touchpoint,
)
from mapgen.model.node import Node
from mapgen.model.places import metric_id
from mapgen.model.surroundings import Surroundings
from mapgen.model.values import read_date, read_duration, read_images, read_links


def read_touchpoint(node: Node, around: Surroundings) -> Touchpoint:
    """Return a touchpoint; what it names is looked up in its surroundings. It is as long as a touchpoint has fields."""
    declared = around.declared
    importance = node.child("importance")
    return Touchpoint(
        id=around.places.ids[node.pointer],
        name=node.said("name"),
        channel=declared.channels.one(node, "channel"),
        personas=declared.personas.each(node, "personas"),
        action=node.text("action"),
        thought=node.text("thought"),
        need=node.text("need"),
        emotion=read_emotion(node, around),
        moment_of_truth=_moment_of_truth(node),
        pain_points=_pain_points(node, around),
        delights=_delights(node, around),
        opportunities=_opportunities(node, around),
        metrics=read_metrics(node, around),
        owner=declared.owners.one(node, "owner"),
        contributors=declared.owners.each(node, "contributors"),
        tools=node.texts("tools"),
        frontstage=node.texts("frontstage"),
        backstage=node.texts("backstage"),
        support=node.texts("support"),
        importance_customer=importance.number("customer") if importance else None,
        importance_business=importance.number("business") if importance else None,
        asks_feedback=node.flag("asks_feedback") or False,
        entry=node.flag("entry") or node.number("entry") is not None,
        entry_share=node.number("entry"),
        exits=read_exits(node, around),
        images=read_images(node),
        links=read_links(node),
        extras=read_extras(node),
        pointer=node.pointer,
    )


def read_metrics(node: Node, around: Surroundings) -> tuple[Metric, ...]:
    """Return the metrics of a stage or a touchpoint."""
    return tuple(_metric(item, around) for item in node.children("metrics"))


def read_exits(node: Node, around: Surroundings) -> tuple[Exit, ...]:
    """Return the exits of a stage or a touchpoint."""
    exits = []
    for item in node.children("exits"):
        kind = item.choice("kind", EXIT_KINDS)
        if kind is not None:
            evidence = around.declared.evidence.each(item, "evidence")
            exits.append(Exit(kind, item.number("share"), item.text("reason"), evidence, item.pointer))
    return tuple(exits)


def _moment_of_truth(node: Node) -> MomentOfTruth | None:
    moment = node.child("moment_of_truth", short="for")
    return MomentOfTruth(moment.choice("for", TURNS), moment.text("why"), moment.pointer) if moment else None


def _pain_points(node: Node, around: Surroundings) -> tuple[PainPoint, ...]:
    return tuple(
        PainPoint(
            id=around.places.ids[item.pointer],
            text=item.said("text"),
            kind=item.text("kind"),
            severity=item.choice("severity", SEVERITIES),
            evidence=around.declared.evidence.each(item, "evidence"),
            owner=around.declared.owners.one(item, "owner"),
            pointer=item.pointer,
        )
        for item in node.children("pain_points", short="text")
    )


def _delights(node: Node, around: Surroundings) -> tuple[Delight, ...]:
    return tuple(
        Delight(item.said("text"), around.declared.evidence.each(item, "evidence"), item.pointer)
        for item in node.children("delights", short="text")
    )


def _opportunities(node: Node, around: Surroundings) -> tuple[Opportunity, ...]:
    return tuple(
        Opportunity(
            id=around.places.ids[item.pointer],
            text=item.said("text"),
            addresses=around.places.pain_points.each(item, "addresses"),
            impact=item.number("impact"),
            effort=item.number("effort"),
            status=item.choice("status", STATUSES),
            owner=around.declared.owners.one(item, "owner"),
            links=read_links(item),
            pointer=item.pointer,
        )
        for item in node.children("opportunities", short="text")
    )


def _metric(node: Node, around: Surroundings) -> Metric:
    return Metric(
        id=metric_id(node),
        name=node.said("name"),
        value=node.number("value"),
        unit=node.text("unit"),
        target=node.number("target"),
        better=node.choice("better", BETTER),
        as_of=read_date(node, "as_of"),
        period=read_duration(node, "period"),
        history=_history(node),
        evidence=around.declared.evidence.each(node, "evidence"),
        pointer=node.pointer,
    )


def _history(node: Node) -> tuple[Reading, ...]:
    readings = []
    for item in node.children("history"):
        date, value = read_date(item, "date"), item.number("value")
        if date is not None and value is not None:
            readings.append(Reading(date, value))
    return tuple(readings)
