"""A touchpoint without events.

Journeys cannot be followed there: the touchpoint is skipped when the map is compared with what was observed. Reported
if the journey has `events` and at least half of its touchpoints do. A touchpoint of a channel with `mode: offline`
leaves no trace in data, and is not reported.

Bad::

    title: Morning coffee
    events: {customer: guest, name: event, time: at, ends_after: 1 day}
    stages:
      - name: Order
        touchpoints: [{name: Orders, events: order}, {name: Pays, events: pay}, Gets the cup]

Good::

    title: Morning coffee
    events: {customer: guest, name: event, time: at, ends_after: 1 day}
    channels: [{name: Counter, mode: offline}, App]
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, channel: app, events: order}
          - {name: Pays, channel: app, events: pay}
          - {name: Gets the cup, channel: counter}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.journey import Touchpoint


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints that are not measured in a journey that is."""
    if case.journey.events is None or case.journey.state == "future":
        return
    seen = [one for one in case.journey.touchpoints() if not _is_offline(one)]
    for touchpoint in case.missing(seen, lambda one: one.events):
        hint = "add `events`, or a channel with `mode: offline` where nothing can be counted"
        yield Finding(touchpoint.pointer, f"touchpoint {quoted(touchpoint.name)} has no events", hint)


def _is_offline(touchpoint: Touchpoint) -> bool:
    channels = walk.channels(touchpoint)
    return bool(channels) and all(channel.mode == "offline" for channel in channels)


RULE = Rule(__doc__, Severity.INFO, check)
