"""A touchpoint does not say where customer and business meet.

Without it the coverage of the channels is wrong, and a change of channel goes unseen. It is asked for where at least
half of the touchpoints have a channel.

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


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints without a channel, unlike most others."""
    for touchpoint in case.missing(case.journey.touchpoints(), lambda one: one.channel):
        message = f"{quoted(touchpoint.name)} happens on no channel"
        yield Finding(touchpoint.pointer, message, "name one of `channels` as its `channel`")


RULE = Rule(__doc__, Severity.INFO, check)
