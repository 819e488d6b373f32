"""A stage that depends on a single channel.

Customers who cannot or will not use that channel are lost there. Reported for stages with at least `touchpoints`
touchpoints, in journeys with several channels.

Bad::

    title: Morning coffee
    channels: [Counter, App]
    stages:
      - {name: Arrive, touchpoints: [{name: Sees the queue, channel: counter}]}
      - name: Order
        touchpoints:
          - {name: Opens the app, channel: app}
          - {name: Orders, channel: app}
          - {name: Pays, channel: app}

Good::

    title: Morning coffee
    channels: [Counter, App]
    stages:
      - {name: Arrive, touchpoints: [{name: Sees the queue, channel: counter}]}
      - name: Order
        touchpoints:
          - {name: Opens the app, channel: app}
          - {name: Orders, channel: app}
          - {name: Pays, channel: counter}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find stages of some size whose touchpoints all name the same channel."""
    if sum(use.total > 0 for use in case.analysis.channels.uses) < 2:  # noqa: PLR2004 - one channel is no choice
        return
    channels = {channel.id: channel for channel in case.journey.channels}
    single = dict(case.analysis.channels.single)
    for stage in case.journey.stages:
        if stage.id in single and len(stage.touchpoints) >= case.number("touchpoints"):
            name = quoted(channels[single[stage.id]].name)
            message = f"stage {quoted(stage.name)} uses only the channel {name}"
            yield Finding(
                stage.pointer, message, "offer another channel there, or waive this with the reason why one is enough"
            )


RULE = Rule(
    __doc__, Severity.INFO, check, {"touchpoints": Setting(3, "the minimum number of touchpoints of the stage", 1)}
)
