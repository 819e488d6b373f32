"""Explanations of the codes about references to what does not exist."""

from mapgen.diagnostics.codes.explanation import Explanation

_BY_NAME = "A reference is the `id` or the name of the item; the default id is the name in lowercase with hyphens."


def _unknown(kind: str, summary: str, *, why: str, spec: str, references: tuple[str, str]) -> Explanation:
    """Return the explanation of a reference: NAME in `spec`, in place of which are a bad and a good one."""
    bad, good = ("title: Morning coffee\n" + spec.replace("NAME", reference) for reference in references)
    return Explanation(code=f"unknown-{kind}", summary=summary, why=why, bad=bad, good=good)


def _undeclared(item: str, key: str, *, why: str, spec: str, references: tuple[str, str]) -> Explanation:
    """Return the explanation of a reference to an item ("an owner") that is declared under a key of the spec."""
    summary = f"Reference to {item} that is not declared under `{key}`."
    return _unknown(item.rpartition(" ")[2], summary, why=why, spec=spec, references=references)


NAMES = (
    Explanation(
        code="ambiguous-name",
        summary="Reference by a name that several items have.",
        why="Items may share a name until something refers to it. Then the reference must say which one it means: with "
        "the stage or touchpoint before it, or by an `id`.",
        bad="""\
title: Morning coffee
stages:
  - name: Order
    touchpoints: [Waits]
  - name: Pay
    touchpoints: [Waits, Pays]
flow:
  - {from: Waits, to: Pays}
""",
        good="""\
title: Morning coffee
stages:
  - name: Order
    touchpoints: [Waits]
  - name: Pay
    touchpoints: [Waits, Pays]
flow:
  - {from: Order.Waits, to: Pays}
""",
    ),
    _undeclared(
        "an owner",
        "owners",
        why="Owners are declared once and referenced by id or name, so that a typo does not create a second owner.",
        spec="""\
owners:
  - {id: bar, name: The bar}
stages:
  - name: Arrive
    owner: NAME
""",
        references=("bra", "bar"),
    ),
    _undeclared(
        "a channel",
        "channels",
        why="Channels are declared once and referenced by id or name, so that their use can be counted across stages.",
        spec="""\
channels:
  - {id: shop, name: Shop}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        channel: NAME
""",
        references=("shpo", "shop"),
    ),
    _undeclared(
        "a persona",
        "personas",
        why="Each emotion curve belongs to a persona that the map describes.",
        spec="""\
personas:
  - {id: maya, name: Maya}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: {score: 1, by: {NAME: 2}}
""",
        references=("may", "maya"),
    ),
    _undeclared(
        "a segment",
        "segments",
        why="Segments are declared once and shared by their personas.",
        spec="""\
segments:
  - {id: regulars, name: Regulars}
personas:
  - {id: maya, name: Maya, segment: NAME}
stages:
  - name: Arrive
""",
        references=("regular", "regulars"),
    ),
    _undeclared(
        "evidence",
        "evidence",
        why="A claim without evidence is shown as a hypothesis; a broken reference would hide that.",
        spec="""\
evidence:
  - {id: talks, title: Talks at the bar}
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: {score: 1, evidence: [NAME]}
""",
        references=("talk", "talks"),
    ),
    _unknown(
        "touchpoint",
        "Reference to a touchpoint or stage that does not exist.",
        why=_BY_NAME,
        spec="""\
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
      - name: Orders
flow:
  - {from: sees-the-queue, to: NAME}
""",
        references=("order", "orders"),
    ),
    _unknown(
        "stage",
        "Reference to a stage that does not exist.",
        why=_BY_NAME,
        spec="""\
stages:
  - name: Arrive
    concurrent_with: [NAME]
  - name: Order
""",
        references=("oder", "order"),
    ),
    _unknown(
        "pain-point",
        "An opportunity addresses a pain point that does not exist.",
        why="Give the pain point an `id`, or write its whole text in `addresses`.",
        spec="""\
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        pain_points: [{id: long-wait, text: Long wait}]
        opportunities: [{text: A second till, addresses: [NAME]}]
""",
        references=("wait", "long-wait"),
    ),
    _unknown(
        "opportunity",
        "An experiment references an opportunity that does not exist.",
        why="A reference is the `id` or the whole text; the default id is the text in lowercase with hyphens.",
        spec="""\
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        opportunities: [A second till]
experiments:
  - {name: Two tills, opportunity: NAME}
""",
        references=("second-til", "a-second-till"),
    ),
    _unknown(
        "metric",
        "An experiment references a metric that does not exist.",
        why=_BY_NAME + " If two metrics share it, use `stage.metric`.",
        spec="""\
stages:
  - name: Arrive
    metrics: [{name: Waiting, value: 7}]
experiments:
  - {name: Two tills, metric: NAME}
""",
        references=("wating", "waiting"),
    ),
)
