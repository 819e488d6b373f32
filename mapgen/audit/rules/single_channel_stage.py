"""A stage lives on one channel alone.

Who cannot or will not use that channel is lost there. It is told of stages with at least as many touchpoints as the
setting says, in a journey with several channels.

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
            message = f"the stage {quoted(stage.name)} happens on the channel {name} alone"
            yield Finding(stage.pointer, message, "offer another way there, or say why one is enough")


RULE = Rule(
    __doc__, Severity.INFO, check, {"touchpoints": Setting(3, "the number of touchpoints from which a stage counts", 1)}
)
