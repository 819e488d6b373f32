"""A stage of the spec, with what stands in it -> a Stage."""

from mapgen.model.extras import read_extras
from mapgen.model.journey import Question, Requirement, Stage
from mapgen.model.node import Node
from mapgen.model.places import Place
from mapgen.model.surroundings import Surroundings
from mapgen.model.touchpoints import read_exits, read_metrics, read_touchpoint
from mapgen.model.values import read_duration


def read_stage(place: Place, around: Surroundings) -> Stage:
    """Return a stage and its touchpoints."""
    node, owners = place.stage, around.declared.owners
    return Stage(
        id=place.id,
        name=node.said("name"),
        definition=node.text("definition"),
        goal=node.text("goal"),
        business_goal=node.text("business_goal"),
        questions=_questions(node, around),
        owner=owners.one(node, "owner"),
        contributors=owners.each(node, "contributors"),
        duration=read_duration(node, "duration"),
        repeats=node.flag("repeats") or False,
        concurrent_with=around.places.stages.each(node, "concurrent_with"),
        requirements=tuple(
            Requirement(item.said("text"), item.flag("met"), item.pointer)
            for item in node.children("requirements", short="text")
        ),
        volume=node.number("volume"),
        period=read_duration(node, "period"),
        metrics=read_metrics(node, around),
        exits=read_exits(node, around),
        touchpoints=tuple(read_touchpoint(touchpoint, around) for _, touchpoint in place.touchpoints),
        extras=read_extras(node),
        pointer=node.pointer,
    )


def _questions(node: Node, around: Surroundings) -> tuple[Question, ...]:
    return tuple(
        Question(
            text=item.said("text"),
            asked_by=around.declared.personas.each(item, "asked_by"),
            answered_by=around.places.touchpoints.each(item, "answered_by"),
            pointer=item.pointer,
        )
        for item in node.children("questions", short="text")
    )
