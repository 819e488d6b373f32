"""A channel that no touchpoint uses.

Either a touchpoint is missing, or the channel no longer exists.

Bad::

    title: Morning coffee
    channels: [Counter, App]
    stages:
      - {name: Order, touchpoints: [{name: Orders, channel: counter}]}

Good::

    title: Morning coffee
    channels: [Counter]
    stages:
      - {name: Order, touchpoints: [{name: Orders, channel: counter}]}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find channels without touchpoints."""
    for channel, use in zip(case.journey.channels, case.analysis.channels.uses, strict=True):
        if use.total == 0:
            message = f"channel {quoted(channel.name)} is not used by any touchpoint"
            yield Finding(channel.pointer, message, "add the touchpoints on it, or remove the channel")


RULE = Rule(__doc__, Severity.INFO, check)
