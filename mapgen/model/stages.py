"""A stage of the spec, with its content -> a Stage."""

from mapgen.model.claims import (
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
from mapgen.model.journey import Question, Requirement, Stage
from mapgen.model.node import SpecNode
from mapgen.model.quotations import read_quotes
from mapgen.model.spec_index import IndexedStage
from mapgen.model.touchpoints import read_touchpoint


def read_stage(place: IndexedStage, context: BuildContext) -> Stage:
    """Return a stage and its touchpoints. The function is long because a stage has many fields."""
    node, owners = place.stage, context.declared.owners
    return Stage(
        id=place.id,
        name=node.required_text("name"),
        definition=node.text("definition"),
        goal=node.text("goal"),
        business_goal=node.text("business_goal"),
        channels=context.declared.channels.each(node, "channels"),
        questions=_questions(node, context),
        thoughts=node.texts("thoughts"),
        quotes=read_quotes(node, context.declared.personas, context.declared.evidence),
        needs=node.texts("needs"),
        emotion=read_emotion(node, context),
        moment_of_truth=read_moment_of_truth(node),
        pain_points=read_pain_points(node, context),
        delights=read_delights(node, context),
        opportunities=read_opportunities(node, context),
        tools=node.texts("tools"),
        owner=owners.one(node, "owner"),
        contributors=owners.each(node, "contributors"),
        duration=read_duration(node, "duration", is_range=True),
        when=node.text("when"),
        repeats=node.flag("repeats") or False,
        concurrent_with=context.places.stages.each(node, "concurrent_with"),
        requirements=tuple(
            Requirement(item.required_text("text"), item.flag("met"), item.pointer)
            for item in node.children("requirements", short="text")
        ),
        volume=node.number("volume"),
        period=read_duration(node, "period"),
        metrics=read_metrics(node, context),
        events=read_events(node),
        exits=read_exits(node, context),
        touchpoints=tuple(read_touchpoint(touchpoint, context) for _, touchpoint in place.touchpoints),
        extras=read_extras(node),
        pointer=node.pointer,
    )


def _questions(node: SpecNode, context: BuildContext) -> tuple[Question, ...]:
    return tuple(
        Question(
            text=item.required_text("text"),
            asked_by=context.declared.personas.each(item, "asked_by"),
            answered_by=context.places.touchpoints.each(item, "answered_by"),
            pointer=item.pointer,
        )
        for item in node.children("questions", short="text")
    )
