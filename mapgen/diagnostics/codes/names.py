"""Names that lead nowhere: explanations of their codes."""

from mapgen.diagnostics.codes.explanation import Explanation

NAMES = (
    Explanation(
        code="unknown-owner",
        summary="An owner is named that is not declared under `owners`.",
        why="What is used in many places is declared once, so that a typo cannot make a second one.",
        bad="""\
title: Morning coffee
owners:
  - {id: bar, name: The bar}
stages:
  - name: Arrive
    owner: bra
""",
        good="""\
title: Morning coffee
owners:
  - {id: bar, name: The bar}
stages:
  - name: Arrive
    owner: bar
""",
    ),
    Explanation(
        code="unknown-channel",
        summary="A channel is named that is not declared under `channels`.",
        why="The same channel must be the same in each stage, or its use cannot be counted.",
        bad="""\
title: Morning coffee
channels:
  - {id: shop, name: Shop}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        channel: shpo
""",
        good="""\
title: Morning coffee
channels:
  - {id: shop, name: Shop}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        channel: shop
""",
    ),
    Explanation(
        code="unknown-persona",
        summary="A persona is named that is not declared under `personas`.",
        why="Each curve belongs to a persona that the map can introduce.",
        bad="""\
title: Morning coffee
personas:
  - {id: maya, name: Maya}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: {score: 1, by: {may: 2}}
""",
        good="""\
title: Morning coffee
personas:
  - {id: maya, name: Maya}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: {score: 1, by: {maya: 2}}
""",
    ),
    Explanation(
        code="unknown-segment",
        summary="A segment is named that is not declared under `segments`.",
        why="A segment is described once, for all its personas.",
        bad="""\
title: Morning coffee
segments:
  - {id: regulars, name: Regulars}
personas:
  - {id: maya, name: Maya, segment: regular}
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
segments:
  - {id: regulars, name: Regulars}
personas:
  - {id: maya, name: Maya, segment: regulars}
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="unknown-evidence",
        summary="Evidence is named that is not declared under `evidence`.",
        why="A claim without evidence is shown as a hypothesis; a wrong name would hide that.",
        bad="""\
title: Morning coffee
evidence:
  - {id: talks, title: Talks at the bar}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: {score: 1, evidence: [talk]}
""",
        good="""\
title: Morning coffee
evidence:
  - {id: talks, title: Talks at the bar}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: {score: 1, evidence: [talks]}
""",
    ),
    Explanation(
        code="unknown-touchpoint",
        summary="A touchpoint or stage is named that does not exist.",
        why="It is named by its `id`, by default the name in small letters with dashes.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
      - name: Orders
flow:
  - {from: sees-the-queue, to: order}
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
      - name: Orders
flow:
  - {from: sees-the-queue, to: orders}
""",
    ),
    Explanation(
        code="unknown-stage",
        summary="A stage is named that does not exist.",
        why="It is named by its `id`, by default the name in small letters with dashes.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    concurrent_with: [oder]
  - name: Order
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    concurrent_with: [order]
  - name: Order
""",
    ),
    Explanation(
        code="unknown-pain-point",
        summary="An opportunity addresses a pain point that does not exist.",
        why="Give the pain point an `id` and name it.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        pain_points: [{id: long-wait, text: Long wait}]
        opportunities: [{text: A second till, addresses: [wait]}]
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        pain_points: [{id: long-wait, text: Long wait}]
        opportunities: [{text: A second till, addresses: [long-wait]}]
""",
    ),
    Explanation(
        code="unknown-opportunity",
        summary="An experiment names an opportunity that does not exist.",
        why="It is named by its `id`, by default its text in small letters with dashes.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        opportunities: [A second till]
experiments:
  - {name: Two tills, opportunity: second-til}
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        opportunities: [A second till]
experiments:
  - {name: Two tills, opportunity: a-second-till}
""",
    ),
    Explanation(
        code="unknown-metric",
        summary="An experiment names a metric that does not exist.",
        why="It is named by its `id`, by default its name with dashes; `stage.metric` where two have it.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    metrics: [{name: Waiting, value: 7}]
experiments:
  - {name: Two tills, metric: wating}
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    metrics: [{name: Waiting, value: 7}]
experiments:
  - {name: Two tills, metric: waiting}
""",
    ),
)
