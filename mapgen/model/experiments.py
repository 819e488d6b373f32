"""`experiments` of the spec -> Experiments."""

from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Experiment
from mapgen.model.node import Node
from mapgen.model.places import metric_table
from mapgen.model.references import Table
from mapgen.model.surroundings import Surroundings
from mapgen.model.values import read_date, read_links


def read_experiments(root: Node, around: Surroundings) -> tuple[Experiment, ...]:
    """Return the experiments; what they test and what they measure exists."""
    nodes = root.children("experiments")
    if not nodes:
        return ()
    metrics = metric_table(around.places, around.declared.patience)
    return tuple(_experiment(node, around.places.opportunities, metrics) for node in nodes)


def _experiment(node: Node, opportunities: Table[str], metrics: Table[str]) -> Experiment:
    start, end = read_date(node, "from"), read_date(node, "to")
    if start and end and end < start:
        message = f"the experiment {quoted(node.said('name'))} ends on {end}, before it begins on {start}"
        node.problems.add("bad-date", message, node.at("to"), hint="swap `from` and `to`, or correct one of them")
    return Experiment(
        name=node.said("name"),
        opportunity=opportunities.one(node, "opportunity"),
        metric=metrics.one(node, "metric"),
        hypothesis=node.text("hypothesis"),
        start=start,
        end=end,
        result=node.text("result"),
        links=read_links(node),
        pointer=node.pointer,
    )
