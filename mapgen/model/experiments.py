"""`experiments` of the spec -> Experiments."""

from mapgen.diagnostics.phrases import quoted
from mapgen.model.context import BuildContext
from mapgen.model.journey import Experiment
from mapgen.model.node import SpecNode
from mapgen.model.references import ReferenceTable
from mapgen.model.spec_index import metric_table
from mapgen.model.values import read_date, read_links


def read_experiments(root: SpecNode, context: BuildContext) -> tuple[Experiment, ...]:
    """Return the experiments; the opportunities and metrics that they reference exist."""
    nodes = root.children("experiments")
    if not nodes:
        return ()
    metrics = metric_table(context.places, context.declared.budget)
    return tuple(_experiment(node, context.places.opportunities, metrics) for node in nodes)


def _experiment(node: SpecNode, opportunities: ReferenceTable[str], metrics: ReferenceTable[str]) -> Experiment:
    start, end = read_date(node, "from"), read_date(node, "to")
    if start and end and end < start[: len(end)]:
        message = f"the experiment {quoted(node.required_text('name'))} ends on {end}, before it starts on {start}"
        node.problems.add("bad-date", message, node.at("to"), hint="swap `from` and `to`, or correct one of them")
    return Experiment(
        name=node.required_text("name"),
        opportunity=opportunities.one(node, "opportunity"),
        metric=metrics.one(node, "metric"),
        hypothesis=node.text("hypothesis"),
        start=start,
        end=end,
        result=node.text("result"),
        links=read_links(node),
        pointer=node.pointer,
    )
