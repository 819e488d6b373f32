"""Explanations of the semantic errors: specs that match the schema and contradict themselves."""

from mapgen.diagnostics.codes.explanation import Explanation

MEANING = (
    Explanation(
        code="duplicate-id",
        summary="Two items have the same id.",
        why="A reference to the id would be ambiguous.",
        bad="""\
title: Morning coffee
stages:
  - {id: arrive, name: Arrive}
  - {id: arrive, name: Come in}
""",
        good="""\
title: Morning coffee
stages:
  - {id: arrive, name: Arrive}
  - {id: come-in, name: Come in}
""",
    ),
    Explanation(
        code="emotion-out-of-range",
        summary="An emotion score is outside the scale.",
        why="The scale is -2 to 2, unless `emotion_scale` sets another.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: 12
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: 1
""",
    ),
    Explanation(
        code="bad-scale",
        summary="The emotion scale is reversed or too long, or has a label outside its range.",
        why="The emotion curve needs a lowest and a highest score.",
        bad="""\
title: Morning coffee
emotion_scale: {min: 5, max: 1}
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
emotion_scale: {min: 1, max: 5}
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="bad-interval",
        summary="A confidence interval is reversed, or not around the value of its metric.",
        why="The map draws the interval on the bar of the value, and the audit judges by it what may be chance.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    metrics: [{name: Waiting time, value: 6, unit: min, interval: [7, 5]}]
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    metrics: [{name: Waiting time, value: 6, unit: min, interval: [5, 7]}]
""",
    ),
    Explanation(
        code="shares-over-one",
        summary="Shares out of a touchpoint exceed 100 %.",
        why="Each customer leaves a touchpoint by one edge or exit, so the shares of its edges and exits add up to at"
        " most 1.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        exits: [{kind: abandon, share: 0.7}]
      - name: Orders
      - name: Pays
flow:
  - {from: sees-the-queue, to: pays, kind: skip, share: 0.6}
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        exits: [{kind: abandon, share: 0.7}]
      - name: Orders
      - name: Pays
flow:
  - {from: sees-the-queue, to: pays, kind: skip, share: 0.2}
""",
    ),
    Explanation(
        code="unsafe-link",
        summary="A link with a URL scheme that is not allowed.",
        why="A map is opened by people who did not write it, so links are limited to https, http, mailto and relative"
        " URLs.",
        bad="""\
title: Morning coffee
links: [{title: Board, url: "javascript:alert(1)"}]
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
links: [{title: Board, url: https://example.com/board}]
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="bad-image",
        summary="An image is not a PNG, JPEG or WebP in the folder of the spec or below it.",
        why="Images are embedded in the map, so only files that come with the spec are allowed.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        images: [{src: ../queue.svg, alt: The queue}]
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        images: [{src: queue.png, alt: The queue}]
""",
    ),
    Explanation(
        code="no-such-edge",
        summary="A scenario path takes a step that is not in the flow.",
        why="A scenario follows the edges of the flow. Add a new step to `flow` first.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
      - name: Orders
      - name: Pays
scenarios:
  - {name: Happy, path: [sees-the-queue, pays]}
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
      - name: Orders
      - name: Pays
scenarios:
  - {name: Happy, path: [sees-the-queue, orders, pays]}
""",
    ),
    Explanation(
        code="edge-to-empty-stage",
        summary="An edge leads to a stage without touchpoints.",
        why="An edge to a stage leads to its first touchpoint, and an edge from a stage starts at its last one.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
  - name: Leave
flow:
  - {from: sees-the-queue, to: leave}
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
  - name: Leave
    touchpoints: [Takes the cup]
flow:
  - {from: sees-the-queue, to: leave}
""",
    ),
)
