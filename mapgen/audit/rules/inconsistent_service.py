"""The same channel promises one thing here and another there.

Customers see one chat, not two teams. It is told where touchpoints on one channel measure the same metric against
different targets, and where stages that share a channel make the same requirement, met in one and not met in the other.

Bad::

    title: Morning coffee
    channels: [Chat]
    stages:
      - name: Before
        touchpoints:
          - {name: Asks, channel: chat, metrics: [{name: First reply, target: 2, unit: min}]}
      - name: After
        touchpoints:
          - {name: Complains, channel: chat, metrics: [{name: First reply, target: 30, unit: min}]}

Good::

    title: Morning coffee
    channels: [Chat]
    stages:
      - name: Before
        touchpoints:
          - {name: Asks, channel: chat, metrics: [{name: First reply, target: 2, unit: min}]}
      - name: After
        touchpoints:
          - {name: Complains, channel: chat, metrics: [{name: First reply, target: 2, unit: min}]}
"""

from collections.abc import Iterator

from mapgen.audit.measures import measures
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.ids import slug
from mapgen.model.journey import Metric, Requirement, Stage, Touchpoint


def check(case: Case) -> Iterator[Finding]:
    """Find what is promised differently, told at the later place."""
    yield from _targets(case)
    yield from _requirements(case)


def _targets(case: Case) -> Iterator[Finding]:
    first: dict[tuple[str, str, str | None], tuple[Metric, Touchpoint]] = {}
    for metric, _, touchpoint in measures(case.journey):
        if touchpoint is None or touchpoint.channel is None or metric.target is None:
            continue
        key = (touchpoint.channel.id, _same(metric.name), metric.unit)
        other, place = first.setdefault(key, (metric, touchpoint))
        if other.target != metric.target:
            told = f"{quoted(metric.name)} on the channel {quoted(touchpoint.channel.name)}"
            message = f"{told} shall be {_said(metric)} here and {_said(other)} at {quoted(place.name)}"
            yield Finding(metric.pointer, message, "promise the same at both, or make them two channels")


def _requirements(case: Case) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[Requirement, Stage]] = {}
    for stage in case.journey.stages:
        channels = dict.fromkeys(one.channel for one in stage.touchpoints if one.channel)
        for one in (requirement for requirement in stage.requirements if requirement.met is not None):
            for channel in channels:
                other, place = first.setdefault((channel.id, _same(one.text)), (one, stage))
                if other.met != one.met:
                    states = ("met", "not met") if one.met else ("not met", "met")
                    told = f"{quoted(one.text)} is {states[0]} here and {states[1]} in {quoted(place.name)}"
                    message = f"{told}, both on the channel {quoted(channel.name)}"
                    yield Finding(one.pointer, message, "keep the promise in both, or make it in one")
                    break


def _same(text: str) -> str:
    return slug(text) or text


def _said(metric: Metric) -> str:
    return f"{metric.target} {metric.unit}" if metric.unit else f"{metric.target}"


RULE = Rule(__doc__, Severity.WARNING, check)
