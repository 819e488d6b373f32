"""Explanations of the codes about how a journey shows in event data."""

from mapgen.diagnostics.codes.explanation import Explanation

EVENTS = (
    Explanation(
        code="event-of-two-touchpoints",
        summary="An event belongs to two touchpoints.",
        why="Each event counts for one touchpoint, so that journeys can be followed. Conditions in `where` tell events"
        " of the same name apart if both have the same column, with different values.",
        bad="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Sees the menu, events: page}
      - {name: Orders, events: [{name: page, where: {path: /order}}]}
""",
        good="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Sees the menu, events: [{name: page, where: {path: /menu}}]}
      - {name: Orders, events: [{name: page, where: {path: /order}}]}
""",
    ),
    Explanation(
        code="events-without-mapping",
        summary="Touchpoints have events, but the journey does not say how events are read.",
        why="The `events` of the journey name the columns of the data: who the customer is, which event"
        " it is, and when.",
        bad="""\
title: Morning coffee
stages:
  - name: Order
    touchpoints:
      - {name: Orders, events: order}
""",
        good="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Orders, events: order}
""",
    ),
    Explanation(
        code="mapping-without-events",
        summary="The journey says how events are read, but no touchpoint has any.",
        why="Without `events` at touchpoints, `mapgen observe` has nothing to count.",
        bad="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - Orders
""",
        good="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Orders, events: order}
""",
    ),
    Explanation(
        code="events-of-stage",
        summary="A stage with touchpoints has events of its own.",
        why="A customer is at one touchpoint at a time. A stage has `events` only as long as it has no touchpoints.",
        bad="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    events: order
    touchpoints: [Sees the menu]
""",
        good="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Sees the menu, events: order}
""",
    ),
    Explanation(
        code="control-character",
        summary="The name of a column or an event, or a value, has a control character.",
        why="Such a name is a mistake almost always, and could change what a terminal shows.",
        bad="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Orders, events: ["order\\tnow"]}
""",
        good="""\
title: Morning coffee
events: {customer: guest, name: event, time: at, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Orders, events: [order now]}
""",
    ),
    Explanation(
        code="unknown-zone",
        summary="A time zone that is not in the IANA database.",
        why="Times without an offset are read in the time zone. Abbreviations such as PST are not exact: some stand for"
        " several zones.",
        bad="""\
title: Morning coffee
events: {customer: guest, name: event, time: {column: at, zone: Amsterdam}, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Orders, events: order}
""",
        good="""\
title: Morning coffee
events: {customer: guest, name: event, time: {column: at, zone: Europe/Amsterdam}, ends_after: 1 day}
stages:
  - name: Order
    touchpoints:
      - {name: Orders, events: order}
""",
    ),
)
