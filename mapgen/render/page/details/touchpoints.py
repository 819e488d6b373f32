"""Touchpoint -> the thing that a page tells of it."""

from collections.abc import Iterator

from mapgen.lanes.authored import titled
from mapgen.lanes.lane import View
from mapgen.lanes.scale import written
from mapgen.lanes.trials import Place
from mapgen.model.journey import Delight, Edge, Emotion, Stage, Touchpoint
from mapgen.render.page.details.parts import hope, hurt, measured
from mapgen.render.page.details.tags import of_place
from mapgen.render.page.details.thing import (
    Fact,
    Said,
    Thing,
    exits,
    fact,
    grounds,
    joined,
    links,
    named,
    owner,
)
from mapgen.render.page.details.thing import stage as in_stage
from mapgen.render.page.details.thing import touchpoint as pointed
from mapgen.words import NO_BREAK


def thing(view: View, stage: Stage, touchpoint: Touchpoint) -> Thing:
    """Tell a touchpoint."""
    return Thing(
        anchor=f"touchpoint-{touchpoint.id}",
        kind="touchpoint",
        name=touchpoint.name,
        facts=tuple(facts(view, stage, touchpoint)),
        tags=of_place(view, Place(stage, touchpoint)),
        inside=f"stage-{stage.id}",
        number=view.numbers[touchpoint.id],
    )


def facts(view: View, stage: Stage, item: Touchpoint) -> Iterator[Fact]:
    """Yield all that the author said of a touchpoint: where and what, how it feels, what hurts, who, what next."""
    words = view.words
    yield from fact(words("stage"), (in_stage(stage),))
    if item.channel:
        mode = words(item.channel.mode) if item.channel.mode else None
        yield from fact(words("channel"), (Said(item.channel.name, f"channel-{item.channel.id}", note=mode),))
    yield from fact(words("action"), (item.action, words("entry") if item.entry else None))
    yield from fact(words("thoughts"), (item.thought and item.thought.join(words.quotes),))
    yield from fact(words("needs"), (item.need,))
    yield from felt(view, item)
    yield from decided(view, item)
    yield from fact(words("personas"), (named(one, "persona") for one in item.personas))
    yield from fact(words("pain-points"), (hurt(words, one) for one in item.pain_points))
    yield from fact(words("delights"), map(delighted, item.delights))
    yield from fact(words("opportunities"), (hope(words, one) for one in item.opportunities))
    yield from fact(words("metrics"), (measured(words, one, item.id) for one in item.metrics))
    yield from answered(view, item)
    yield from worked(view, item)
    yield from led(view, item)
    yield from exits(view, item.exits)
    yield from fact(words("links"), links(item.links))
    for extra in item.extras:
        yield from fact(titled(extra.key), extra.texts)


def felt(view: View, item: Touchpoint) -> Iterator[Fact]:
    """Tell the emotion: everyone's, those of personas, what is aimed at, and how one knows."""
    emotion, words, scale = item.emotion, view.words, view.journey.scale
    if not emotion:
        return
    score = None if emotion.score is None else written(words, scale, emotion.score)
    yield from fact(words("emotion"), (joined(score, emotion.feeling), *felt_by(view, emotion)))
    target = None if emotion.target is None else written(words, scale, emotion.target)
    yield from fact(words("target-emotion"), (target,))
    if emotion.score is not None or emotion.by:
        yield from grounds(words, emotion.evidence)


def felt_by(view: View, emotion: Emotion) -> Iterator[Said]:
    """Tell the scores of personas."""
    personas = {persona.id: persona for persona in view.journey.personas}
    for persona, score in emotion.by:
        yield Said(personas[persona].name, f"persona-{persona}", note=written(view.words, view.journey.scale, score))


def decided(view: View, item: Touchpoint) -> Iterator[Fact]:
    """Tell what a moment of truth decides, and why."""
    moment = item.moment_of_truth
    if moment:
        turn = view.words(f"turn-{moment.turn}") if moment.turn else view.words("moment-of-truth")
        yield from fact(view.words("moment-of-truth"), (turn, moment.why))


def delighted(delight: Delight) -> Said:
    """Tell a delight, and how one knows."""
    return Said(delight.text, note=joined(*(piece.title for piece in delight.evidence)))


def answered(view: View, item: Touchpoint) -> Iterator[Fact]:
    """Tell the questions that are answered here, and what is asked of customers."""
    asked = (one.text for stage in view.journey.stages for one in stage.questions if item.id in one.answered_by)
    yield from fact(view.words("questions"), asked)


def worked(view: View, item: Touchpoint) -> Iterator[Fact]:
    """Tell who is behind it, with what, and how much it matters."""
    words = view.words
    yield from fact(words("owner"), (owner(item.owner),))
    yield from fact(words("contributes-to-it"), (named(one, "owner") for one in item.contributors))
    sides = (("customer-of", item.importance_customer), ("business-of", item.importance_business))
    yield from fact(words("importance"), (words(key, n=words.number(side)) for key, side in sides if side is not None))
    for key, texts in (
        ("tools", item.tools),
        ("frontstage", item.frontstage),
        ("backstage", item.backstage),
        ("support", item.support),
    ):
        yield from fact(words(key), texts)
    yield from fact(words("notes"), (words("asks-feedback") if item.asks_feedback else None,))


def led(view: View, item: Touchpoint) -> Iterator[Fact]:
    """Tell the ways that differ from the next touchpoint in order, and the scenarios that come by."""
    touchpoints = {one.id: one for one in view.journey.touchpoints()} if view.journey.flow else {}
    arriving = (way(view, touchpoints[edge.start], edge) for edge in view.journey.flow if edge.end == item.id)
    leaving = (way(view, touchpoints[edge.end], edge) for edge in view.journey.flow if edge.start == item.id)
    yield from fact(view.words("from"), arriving)
    yield from fact(view.words("to"), leaving)
    yield from fact(view.words("scenarios"), (one.name for one in view.journey.scenarios if item.id in one.path))


def way(view: View, other: Touchpoint, edge: Edge) -> Said:
    """Tell a way with the touchpoint at its other end."""
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
    return Said(named_there.text, named_there.about, note=note)
