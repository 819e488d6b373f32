"""A touchpoint of the spec -> a Touchpoint."""

from mapgen.model.claims import (
    read_blueprint,
    read_delights,
    read_exits,
    read_metrics,
    read_moment_of_truth,
    read_opportunities,
    read_pain_points,
)
from mapgen.model.context import BuildContext
from mapgen.model.durations import read_duration
from mapgen.model.emotions import read_emotion
from mapgen.model.events import read_events
from mapgen.model.extras import read_extras
from mapgen.model.journey import Touchpoint
from mapgen.model.node import SpecNode
from mapgen.model.quotations import read_quotes
from mapgen.model.values import read_images, read_links


def read_touchpoint(node: SpecNode, context: BuildContext) -> Touchpoint:
    """Return a touchpoint with its references resolved. The function is long because a touchpoint has many fields."""
    declared = context.declared
    importance = node.child("importance")
    return Touchpoint(
        id=context.places.ids[node.pointer],
        name=node.required_text("name"),
        channel=declared.channels.one(node, "channel"),
        channels=declared.channels.each(node, "channels"),
        personas=declared.personas.each(node, "personas"),
        action=node.text("action"),
        thought=node.text("thought"),
        thoughts=node.texts("thoughts"),
        quotes=read_quotes(node, context.declared.personas, context.declared.evidence),
        need=node.text("need"),
        needs=node.texts("needs"),
        duration=read_duration(node, "duration", is_range=True),
        wait=read_duration(node, "wait", is_range=True),
        emotion=read_emotion(node, context),
        moment_of_truth=read_moment_of_truth(node),
        pain_points=read_pain_points(node, context),
        delights=read_delights(node, context),
        opportunities=read_opportunities(node, context),
        metrics=read_metrics(node, context),
        events=read_events(node),
        owner=declared.owners.one(node, "owner"),
        contributors=declared.owners.each(node, "contributors"),
        tools=node.texts("tools"),
        frontstage=read_blueprint(node, "frontstage", context),
        backstage=read_blueprint(node, "backstage", context),
        support=read_blueprint(node, "support", context),
        importance_customer=importance.number("customer") if importance else None,
        importance_business=importance.number("business") if importance else None,
        asks_feedback=node.flag("asks_feedback") or False,
        entry=node.flag("entry") or node.number("entry") is not None,
        entry_share=node.number("entry"),
        exits=read_exits(node, context),
        images=read_images(node),
        links=read_links(node),
        extras=read_extras(node),
        pointer=node.pointer,
    )
