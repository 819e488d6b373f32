"""Stage or touchpoint -> the facts that a page tells of it: channels, feelings, what hurts and what helps."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.model import walk
from mapgen.model.journey import Delight, Emotion
from mapgen.model.walk import Part
from mapgen.quotes import quote
from mapgen.render.page.details.item import DetailLine, Fact, fact, grounds, joined, quoted
from mapgen.render.page.details.parts import opportunity_line, pain_point_line


def channel_facts(view: LaneContext, part: Part) -> Iterator[Fact]:
    """Report the channels, the main one first."""
    words = view.words
    channels = walk.channels(part)
    lines = (
        DetailLine(channel.name, f"channel-{channel.id}", note=words(channel.mode) if channel.mode else None)
        for channel in channels
    )
    yield from fact(words("channel" if len(channels) == 1 else "channels"), lines)


def feeling_facts(view: LaneContext, part: Part) -> Iterator[Fact]:
    """Report what customers think, need and feel, and what that decides."""
    words = view.words
    yield from fact(words("thoughts"), (quote(thought, words.quotes) for thought in walk.thoughts(part)))
    yield from quoted(view, part.quotes)
    yield from fact(words("needs"), walk.needs(part))
    yield from emotion_facts(view, part)
    yield from decided(view, part)


def claim_facts(view: LaneContext, part: Part) -> Iterator[Fact]:
    """Report what hurts, what pleases, and what could be better."""
    words = view.words
    yield from fact(words("pain-points"), (pain_point_line(words, pain) for pain in walk.pains(part)))
    yield from fact(words("delights"), map(delighted, part.delights))
    yield from fact(words("opportunities"), (opportunity_line(words, idea) for idea in part.opportunities))


def emotion_facts(view: LaneContext, part: Part) -> Iterator[Fact]:
    """Report the emotion: everyone's, those of personas, what is aimed at, and how one knows."""
    emotion, words, scale = part.emotion, view.words, view.journey.scale
    if not emotion:
        return
    score = None if emotion.score is None else written(words, scale, emotion.score)
    yield from fact(words("emotion"), (joined(score, emotion.feeling), *felt_by(view, emotion)))
    target = None if emotion.target is None else written(words, scale, emotion.target)
    yield from fact(words("target-emotion"), (target,))
    if emotion.score is not None or emotion.by:
        yield from grounds(view, emotion.evidence)


def felt_by(view: LaneContext, emotion: Emotion) -> Iterator[DetailLine]:
    """Report the scores of personas."""
    personas = {persona.id: persona for persona in view.journey.personas}
    for persona, score in emotion.by:
        yield DetailLine(
            personas[persona].name, f"persona-{persona}", note=written(view.words, view.journey.scale, score)
        )


def decided(view: LaneContext, part: Part) -> Iterator[Fact]:
    """Report what a moment of truth decides, and why."""
    moment = part.moment_of_truth
    if moment:
        turn = view.words(f"turn-{moment.turn}") if moment.turn else view.words("moment-of-truth")
        yield from fact(view.words("moment-of-truth"), (turn, moment.why))


def delighted(delight: Delight) -> DetailLine:
    """Report a delight, and how one knows."""
    return DetailLine(delight.text, note=joined(*(piece.title for piece in delight.evidence)))
