"""What is well written and cannot be so: explanations of its codes."""

from mapgen.diagnostics.codes.explanation import Explanation

MEANING = (
    Explanation(
        code="duplicate-id",
        summary="Two things have the same id.",
        why="A reference to it could mean either.",
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
        summary="An emotion lies outside the scale.",
        why="The scale goes from -2 to 2 where `emotion_scale` says nothing else.",
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
        summary="The emotion scale is upside down or too long, or a label stands where it has no place.",
        why="The curve needs a worst and a best.",
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
        code="shares-over-one",
        summary="More than everybody leaves a touchpoint.",
        why="The shares of its ways and exits are parts of one whole.",
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
        summary="A link is none that a map may hold.",
        why="People open a map who did not write it; https, http, mailto and relative links are safe for them.",
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
        summary="An image is no PNG, JPEG or WebP below the folder of the spec.",
        why="Images become part of the map, so only pictures that lie beside the spec can be meant.",
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
        summary="A scenario goes from one touchpoint to another where no way leads.",
        why="A scenario is a way through the flow; a new way belongs into `flow`.",
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
        code="way-to-empty-stage",
        summary="A way leads to a stage that has no touchpoint.",
        why="A stage stands for its first touchpoint where a way leads to it, and for its last where one leads away.",
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
