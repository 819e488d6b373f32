"""A channel is declared, and no touchpoint happens on it.

Either a touchpoint is missing, or the channel is of the past.

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
    """Find channels that carry nothing."""
    for channel, use in zip(case.journey.channels, case.analysis.channels.uses, strict=True):
        if use.total == 0:
            message = f"no touchpoint happens on the channel {quoted(channel.name)}"
            yield Finding(channel.pointer, message, "add what happens there, or take the channel out")


RULE = Rule(__doc__, Severity.INFO, check)
