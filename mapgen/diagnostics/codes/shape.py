"""Keys and values that the language does not know: explanations of their codes."""

from mapgen.diagnostics.codes.explanation import Explanation

SHAPE = (
    Explanation(
        code="unknown-key",
        summary="A thing has a key that the language does not know.",
        why="Nothing that is written is ignored. A key of your own begins with `x-`.",
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
        summary="A thing lacks a key that it needs.",
        why="A map cannot show what has no name.",
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
        summary="A value is a number, a text, a list or a group of keys where another of these is wanted.",
        why="What a key holds is fixed; the hint shows how the value is written.",
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
        why="What is not known is left out; an empty key could mean anything.",
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
        summary="A value is not one of those that the key can have, or not of their form.",
        why="Maps sort, count and colour by these words, so they are fixed.",
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
        summary="`lanes` names a lane that does not exist, or one that nothing is said for.",
        why="The hint names the lane that was probably meant.",
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
        summary="A list in which each item counts once has one twice.",
        why="It is a slip, or one of the two was meant to be another.",
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
        summary="A number is too small or too large for its key.",
        why="Importance, impact and effort go from 1 to 5; a share is a part of 1.",
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
        why="What is not known is left out.",
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
        summary="A list that needs an item has none.",
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
        code="bad-id",
        summary="An id has other characters than small letters, digits, - and _, or more than 64.",
        why="Ids become parts of file names and addresses, and must mean the same everywhere.",
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
        summary="A date is not written as year-month-day, does not exist, or lies before the one it follows.",
        why="2026-06-12 is read alike in every country.",
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
        summary="A length of time is not written as ISO 8601 or as value and unit.",
        why="P3D is three days, PT20M twenty minutes; {value: 3, unit: days} says the same.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    duration: 3 days
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    duration: P3D
""",
    ),
)
