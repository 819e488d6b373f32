"""Touchpoint -> the thing that a page tells of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mapgen.lanes.cells import blueprint_note
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Edge, Journey, Scenario, Stage, Touchpoint
from mapgen.model.walk import Location
from mapgen.record import record
from mapgen.render.page.details.item import (
    DetailItem,
    DetailLine,
    Fact,
    custom,
    exits,
    fact,
    joined,
    links,
    named,
    owner,
)
from mapgen.render.page.details.item import stage as in_stage
from mapgen.render.page.details.item import touchpoint as pointed
from mapgen.render.page.details.parts import measured
from mapgen.render.page.details.statements import channel_facts, claim_facts, feeling_facts
from mapgen.render.page.details.tags import of_place
from mapgen.words import NO_BREAK


@record
class Around:
    """What leads to touchpoints (ids), from them and past them, and the questions that they answer."""

    touchpoints: Mapping[str, Touchpoint]
    arriving: Mapping[str, Sequence[Edge]]
    leaving: Mapping[str, Sequence[Edge]]
    scenarios: Mapping[str, Sequence[Scenario]]
    questions: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, journey: Journey) -> "Around":
        """Go through the journey once for all its touchpoints."""
        arriving, leaving = defaultdict[str, list[Edge]](list), defaultdict[str, list[Edge]](list)
        scenarios, questions = defaultdict[str, list[Scenario]](list), defaultdict[str, list[str]](list)
        for edge in journey.flow:
            arriving[edge.end].append(edge)
            leaving[edge.start].append(edge)
        for scenario in journey.scenarios:
            for place in dict.fromkeys(scenario.path):
                scenarios[place].append(scenario)
        for question in (one for stage in journey.stages for one in stage.questions):
            for place in dict.fromkeys(question.answered_by):
                questions[place].append(question.text)
        touchpoints = {one.id: one for one in journey.touchpoints()} if journey.flow else {}
        return cls(touchpoints, arriving, leaving, scenarios, questions)


def thing(view: LaneContext, stage: Stage, touchpoint: Touchpoint, around: Around) -> DetailItem:
    """Report a touchpoint."""
    return DetailItem(
        anchor=f"touchpoint-{touchpoint.id}",
        kind="touchpoint",
        name=touchpoint.name,
        facts=tuple(facts(view, stage, touchpoint, around)),
        tags=of_place(view, Location(stage, touchpoint)),
        inside=f"stage-{stage.id}",
        number=view.numbers[touchpoint.id],
    )


def facts(view: LaneContext, stage: Stage, item: Touchpoint, around: Around) -> Iterator[Fact]:
    """Yield all that the author said of a touchpoint: where and what, how it feels, what hurts, who, what next."""
    words = view.words
    yield from fact(words("stage"), (in_stage(stage),))
    yield from channel_facts(view, item)
    yield from fact(words("action"), (item.action, words("entry") if item.entry else None))
    yield from fact(words("duration"), (words.duration(item.duration) if item.duration else None,))
    yield from fact(words("wait"), (words.duration(item.wait) if item.wait else None,))
    yield from feeling_facts(view, item)
    yield from fact(words("personas"), (named(one, "persona") for one in item.personas))
    yield from claim_facts(view, item)
    yield from fact(words("metrics"), (measured(words, one, item.id) for one in item.metrics))
    yield from fact(words("questions"), around.questions.get(item.id, ()))
    yield from ownership_facts(view, item)
    yield from flow_facts(view, item, around)
    yield from exits(view, item)
    yield from fact(words("links"), links(item.links))
    yield from custom(item.extras)


def ownership_facts(view: LaneContext, item: Touchpoint) -> Iterator[Fact]:
    """Report who is behind it, with what, and how much it matters."""
    words = view.words
    yield from fact(words("owner"), (owner(item.owner),))
    yield from fact(words("contributes-to-it"), (named(one, "owner") for one in item.contributors))
    sides = (("customer-of", item.importance_customer), ("business-of", item.importance_business))
    yield from fact(words("importance"), (words(key, n=words.number(side)) for key, side in sides if side is not None))
    yield from fact(words("tools"), item.tools)
    for key, steps in (("frontstage", item.frontstage), ("backstage", item.backstage), ("support", item.support)):
        yield from fact(words(key), (DetailLine(one.text, note=blueprint_note(words, one) or None) for one in steps))
    yield from fact(words("notes"), (words("asks-feedback") if item.asks_feedback else None,))


def flow_facts(view: LaneContext, item: Touchpoint, around: Around) -> Iterator[Fact]:
    """Report the ways that differ from the next touchpoint in order, and the scenarios that come by."""
    names = around.touchpoints
    yield from fact(view.words("from"), (way(view, names[one.start], one) for one in around.arriving.get(item.id, ())))
    yield from fact(view.words("to"), (way(view, names[one.end], one) for one in around.leaving.get(item.id, ())))
    yield from fact(view.words("scenarios"), (one.name for one in around.scenarios.get(item.id, ())))


def way(view: LaneContext, other: Touchpoint, edge: Edge) -> DetailLine:
    """Report a way with the touchpoint at its other end."""
    words, passing = view.words, edge.handoff
    ends = [end.name for end in (passing.giver, passing.taker) if end] if passing else []
    note = joined(
        words(f"edge-{edge.kind}"),
        None if edge.share is None else words.percent(edge.share),
        edge.trigger,
        f" {words.arrow} ".join(ends),
        f"{words('carries')}:{NO_BREAK}{', '.join(passing.carries)}" if passing and passing.carries else None,
    )
    named_there = pointed(view, other)
    return DetailLine(named_there.text, named_there.about, note=note)
