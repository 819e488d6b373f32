"""The same channel makes different promises in different places.

Customers see one chat, not two teams. Reported if touchpoints on one channel have different targets for the same
metric, or if stages that share a channel have the same requirement, met in one and not met in the other.

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

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.ids import slug
from mapgen.model.journey import Metric, Requirement, Stage, Touchpoint


def check(case: Case) -> Iterator[Finding]:
    """Find contradicting promises, reported at the later place."""
    yield from _targets(case)
    yield from _requirements(case)


def _targets(case: Case) -> Iterator[Finding]:
    first: dict[tuple[str, str, str | None], tuple[Metric, Touchpoint]] = {}
    for metric, location in walk.metrics(case.journey):
        touchpoint = location.touchpoint
        if touchpoint is None or touchpoint.channel is None or metric.target is None:
            continue
        key = (touchpoint.channel.id, _same(metric.name), metric.unit)
        other, place = first.setdefault(key, (metric, touchpoint))
        if other.target != metric.target:
            subject = f"the target of {quoted(metric.name)} on channel {quoted(touchpoint.channel.name)}"
            message = f"{subject} is {_said(metric)} here and {_said(other)} at {quoted(place.name)}"
            yield Finding(metric.pointer, message, "set the same target for both, or declare two channels")


def _requirements(case: Case) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[Requirement, Stage]] = {}
    for stage in case.journey.stages:
        channels = dict.fromkeys(channel for part in walk.parts(stage) for channel in walk.channels(part))
        for requirement in (requirement for requirement in stage.requirements if requirement.met is not None):
            for channel in channels:
                other, place = first.setdefault((channel.id, _same(requirement.text)), (requirement, stage))
                if other.met != requirement.met:
                    states = ("met", "not met") if requirement.met else ("not met", "met")
                    contrast = f"is {states[0]} here and {states[1]} in {quoted(place.name)}"
                    message = (
                        f"requirement {quoted(requirement.text)} {contrast}, both on channel {quoted(channel.name)}"
                    )
                    yield Finding(requirement.pointer, message, "meet the requirement in both, or remove it from one")
                    break


def _same(text: str) -> str:
    return slug(text) or text


def _said(metric: Metric) -> str:
    return f"{metric.target} {metric.unit}" if metric.unit else f"{metric.target}"


RULE = Rule(__doc__, Severity.WARNING, check)
