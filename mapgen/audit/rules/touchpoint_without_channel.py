"""A touchpoint without a channel.

Without it, the channel coverage is wrong and a change of channel goes unnoticed. Reported only if at least half of the
touchpoints have one, of their own or of their stage.

Bad::

    title: Morning coffee
    channels: [Counter]
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, channel: counter}
          - {name: Pays}

Good::

    title: Morning coffee
    channels: [Counter]
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, channel: counter}
          - {name: Pays, channel: counter}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints without a channel, unlike most others."""
    pairs = walk.touchpoints(case.journey)
    for touchpoint, _ in case.missing(pairs, lambda pair: walk.channels(pair[0]) or pair[1].channels):
        message = f"touchpoint {quoted(touchpoint.name)} has no channel"
        yield Finding(touchpoint.pointer, message, "set `channel` to one of `channels`")


RULE = Rule(__doc__, Severity.INFO, check)
