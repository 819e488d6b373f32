"""Owner and channel change at once, without a handoff.

When the team and the channel change at once, customers have to repeat their story unless someone hands it over. Most of
these steps do no harm: people move from an ad to a shop. A step is reported only if the emotions show that it hurts: it
starts at the bottom of the emotion scale, or it drops by half of the scale to below its middle. If the emotions are
unknown, steps within a stage are reported. Declare the handoff on an edge of `flow`, with what it `carries`.

Bad::

    title: Morning coffee
    owners: [Bar team, Card team]
    channels: [Counter, Phone]
    stages:
      - name: Complain
        touchpoints:
          - {name: Asks at the counter, owner: bar-team, channel: counter, emotion: 1}
          - {name: Asks again on the phone, owner: card-team, channel: phone, emotion: -2}

Good::

    title: Morning coffee
    owners: [Bar team, Card team]
    channels: [Counter, Phone]
    stages:
      - name: Complain
        touchpoints:
          - {name: Asks at the counter, owner: bar-team, channel: counter, emotion: 1}
          - {name: Asks again on the phone, owner: card-team, channel: phone, emotion: -2}
    flow:
      - from: asks-at-the-counter
        to: asks-again-on-the-phone
        handoff: {from: bar-team, to: card-team, carries: [receipt, what went wrong]}
"""

from collections.abc import Iterator

from mapgen.analysis.flow import Way
from mapgen.audit.emotion import neutral_score, score
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.defaults import ONWARD
from mapgen.model.ids import reference
from mapgen.model.journey import EmotionScale, Stage, Touchpoint

_Place = tuple[Touchpoint, Stage]


def check(case: Case) -> Iterator[Finding]:
    """Find edges onward on which owner and channel change without a handoff."""
    places = {touchpoint.id: (touchpoint, stage) for touchpoint, stage in walk.touchpoints(case.journey)}
    for edge in case.analysis.flow.ways:
        start, end = places[edge.start], places[edge.end]
        if edge.kind not in ONWARD or edge.handoff or _is_rare(case, edge):
            continue
        giver, taker = start[0].owner or start[1].owner, end[0].owner or end[1].owner
        if giver and taker and giver.id != taker.id and _is_elsewhere(start, end) and _hurts(case, start, end):
            step = f"between {quoted(start[0].name)} and {quoted(end[0].name)}"
            message = (
                f"owner and channel change {step}, without a handoff from {quoted(giver.name)} to {quoted(taker.name)}"
            )
            ends = f"from: {reference(giver.id)}, to: {reference(taker.id)}"
            hint = f"add handoff: {{{ends}, carries: […]}} to that edge in `flow`"
            yield Finding(edge.pointer or end[0].pointer, message, hint)


def _is_rare(case: Case, edge: Way) -> bool:
    return edge.share is not None and edge.share < case.number("share")


def _is_elsewhere(start: _Place, end: _Place) -> bool:
    before, after = walk.channels(start[0]), walk.channels(end[0])
    return bool(before and after) and not any(channel in after for channel in before)


def _hurts(case: Case, start: _Place, end: _Place) -> bool:
    before, after = score(start[0]), score(end[0])
    if before is None or after is None:
        return start[1] is end[1]
    scale = case.journey.scale
    falls = before - after >= _part(scale, 0.5) and after < neutral_score(scale)
    return falls or before <= scale.low + _part(scale, case.number("trouble"))


def _part(scale: EmotionScale, part: float) -> float:
    return scale.high * part - scale.low * part


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "share": Setting(0.05, "the minimum share of customers on the edge", 0, 1),
        "trouble": Setting(0.125, "the lowest fraction of the emotion scale, where every such step is reported", 0, 1),
    },
)
