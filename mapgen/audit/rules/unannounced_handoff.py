"""Another owner takes over on another channel, and no hand-over is declared.

When team and channel change at once, customers tell their story again, unless somebody hands it over. Most of such
steps hurt nobody: people wander from an advertisement to a shop. So a step counts where feelings say that it hurts: it
comes from the bottom of the emotion scale, or falls by half of the scale to below its middle. Where the feelings
are not known, steps within a stage count. Declare the hand-over on a way of `flow`, with what it `carries`.

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
from mapgen.audit.figures import middle, score
from mapgen.audit.owners import owner_of
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.defaults import ONWARD
from mapgen.model.journey import EmotionScale, Stage, Touchpoint

_Place = tuple[Touchpoint, Stage]


def check(case: Case) -> Iterator[Finding]:
    """Find ways onward on which owner and channel change, with nothing handed over."""
    places = {touchpoint.id: (touchpoint, stage) for stage in case.journey.stages for touchpoint in stage.touchpoints}
    for way in case.analysis.flow.ways:
        start, end = places[way.start], places[way.end]
        if way.kind not in ONWARD or way.handoff or _is_rare(case, way):
            continue
        giver, taker = owner_of(*start), owner_of(*end)
        if giver and taker and giver.id != taker.id and _is_elsewhere(start, end) and _hurts(case, start, end):
            step = f"from {quoted(start[0].name)} to {quoted(end[0].name)}"
            message = f"{quoted(giver.name)} leaves the customer to {quoted(taker.name)} {step}, and hands nothing over"
            hint = f"write handoff: {{from: {giver.id}, to: {taker.id}, carries: […]}} on that way in `flow`"
            yield Finding(way.pointer or end[0].pointer, message, hint)


def _is_rare(case: Case, way: Way) -> bool:
    return way.share is not None and way.share < case.number("share")


def _is_elsewhere(start: _Place, end: _Place) -> bool:
    before, after = start[0].channel, end[0].channel
    return before is not None and after is not None and before.id != after.id


def _hurts(case: Case, start: _Place, end: _Place) -> bool:
    before, after = score(start[0]), score(end[0])
    if before is None or after is None:
        return start[1] is end[1]
    scale = case.journey.scale
    falls = before - after >= _part(scale, 0.5) and after < middle(scale)
    return falls or before <= scale.low + _part(scale, case.number("trouble"))


def _part(scale: EmotionScale, part: float) -> float:
    return scale.high * part - scale.low * part


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "share": Setting(0.05, "the share of customers from which a way counts", 0, 1),
        "trouble": Setting(0.125, "the lowest part of the emotion scale from which no step goes unannounced", 0, 1),
    },
)
