"""Explanations of the schema errors: unknown keys and invalid values."""

from mapgen.diagnostics.codes.explanation import Explanation

SHAPE = (
    Explanation(
        code="unknown-key",
        summary="A key that is not part of the language.",
        why="mapgen does not ignore anything in a spec. Keys of your own start with `x-`.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    gaol: A coffee
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="missing-key",
        summary="A required key is missing.",
        why="A map cannot show an item without a name.",
        bad="""\
title: Morning coffee
stages:
  - goal: A coffee
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="wrong-type",
        summary="A value has the wrong type: number, text, list or mapping.",
        why="Each key has a fixed type; the hint shows how to write the value.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    volume: "120"
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    volume: 120
""",
    ),
    Explanation(
        code="no-value",
        summary="A key has no value.",
        why="Omit keys whose value is unknown; an empty key is ambiguous.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    goal:
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="unknown-value",
        summary="A value is not one of the allowed values of its key, or does not have their format.",
        why="Maps sort, count and color by these values, so they are fixed.",
        bad="""\
title: Morning coffee
state: now
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
state: current
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="unknown-lane",
        summary="`lanes` names a lane that does not exist or has no content.",
        why="The hint suggests the closest lane.",
        bad="""\
title: Morning coffee
lanes: [touchpoint]
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
lanes: [touchpoints]
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="repeated-item",
        summary="A list of unique items contains one twice.",
        why="Either one of them is redundant, or it should be a different item.",
        bad="""\
title: Morning coffee
lanes: [goals, touchpoints, goals]
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
lanes: [goals, touchpoints]
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="out-of-range",
        summary="A number is outside the range of its key.",
        why="Importance, impact and effort are from 1 to 5, shares from 0 to 1.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    exits: [{kind: abandon, share: 30}]
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    exits: [{kind: abandon, share: 0.3}]
""",
    ),
    Explanation(
        code="empty-text",
        summary="A text is empty.",
        why="Omit keys whose value is unknown.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: ""
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="empty-list",
        summary="A list that needs at least one item is empty.",
        why="A journey without a stage has no map.",
        bad="""\
title: Morning coffee
stages: []
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="wrong-length",
        summary="A list has too few or too many items.",
        why="A confidence interval has two ends: the lower one and the higher one.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    metrics: [{name: Waiting time, value: 6, unit: min, interval: [5]}]
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    metrics: [{name: Waiting time, value: 6, unit: min, interval: [5, 7]}]
""",
    ),
    Explanation(
        code="bad-id",
        summary="An id is longer than 64 characters or contains characters other than lowercase letters, digits, - and"
        " _.",
        why="Ids become part of file names and URLs, which must work on every system.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    id: First Stage
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    id: first-stage
""",
    ),
    Explanation(
        code="bad-date",
        summary="A date is not year-month-day or year-month, does not exist, or is before the date it must follow.",
        why="A date such as 2026-06-12 is unambiguous in every country.",
        bad="""\
title: Morning coffee
review: {reviewed: 12.6.2026}
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
review: {reviewed: 2026-06-12}
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="bad-duration",
        summary="A duration is not an amount of a unit of time, or a range does not begin with the shorter duration.",
        why="Durations are added, so they are amounts: 3 days, P3D, {value: 3, unit: days}, or a range, 7-10 days.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    duration: about 3 days
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    duration: 3 days
""",
    ),
)
