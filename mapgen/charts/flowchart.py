"""What the flow of a journey says: nodes in clusters, wires between them, the ways out."""

from typing import Literal

from mapgen.blocks import Card, Text, Tone
from mapgen.header import Sign
from mapgen.model.journey import EdgeKind, Number
from mapgen.record import record

Change = Literal["owner", "channel"]
"""What is another one at the end of a way."""


@record
class Out:
    """A way out of the journey, at its node. `text` names kind and share ("Abandons 30 %").

    `loss` tells the part of all who began, and that it is the largest loss, at the one way out where it is.
    """

    text: str
    reason: str | None
    tone: Tone
    share: Number | None
    loss: str | None = None


@record
class FlowNode:
    """A touchpoint, or a stage where the flow is folded. `feeling` lies on the scale of emotions, from 0 to 1.

    The body of its card names those of the buying group who decide, buy or can block there; the decider's tone is good.
    `hypothesis` is a feeling without evidence. `entry` is what is said where the journey can begin.
    """

    id: str
    card: Card
    outs: tuple[Out, ...] = ()
    feeling: float | None = None
    hypothesis: bool = False
    entry: str | None = None


@record
class Cluster:
    """A stage and its nodes; `index` counts the stages from 0. `note` stands at the far side of its name."""

    index: int
    id: str
    name: str
    note: str | None
    repeats: bool
    nodes: tuple[FlowNode, ...]


@record
class FlowWire:
    """A way from one node (id) to another.

    `share` is from 0 to 1, None where nobody knows. `said` is its label, line by line: the share, what sets it off, who
    hands over to whom. `change` is what is another one at its end. `told` is all of it in one sentence. A wire that is
    `unplanned` was observed, and the map does not have it.
    """

    start: str
    end: str
    kind: EdgeKind
    share: Number | None
    said: tuple[Text, ...]
    change: Change | None
    told: str
    anchor: str
    unplanned: bool = False


@record
class ScenarioPath:
    """A scenario: the nodes (ids) that it goes through, in order, and what the head says of it."""

    id: str
    name: str
    path: tuple[str, ...]
    facts: tuple[Text, ...]


@record
class FlowChart:
    """A whole flow. `lit` is the scenario that is shown, None where all ways count the same."""

    id: str
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    title: str
    facts: tuple[Text, ...]
    notice: str | None
    clusters: tuple[Cluster, ...]
    wires: tuple[FlowWire, ...]
    lit: ScenarioPath | None
    legend: tuple[Sign, ...]
    story: str
