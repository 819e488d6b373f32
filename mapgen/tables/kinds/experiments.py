"""What is being tried out."""

from collections.abc import Iterator

from mapgen.lanes.experiments import trials
from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, links, named, place
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each experiment."""
    for trial in trials(view.journey):
        experiment = trial.experiment
        yield (
            cell(experiment.name),
            place(view, trial.place.stage, trial.place.touchpoint) if trial.place else (),
            named(trial.opportunity.text, f"opportunity-{trial.opportunity.id}") if trial.opportunity else (),
            cell(trial.metric.name if trial.metric else None),
            cell(experiment.hypothesis),
            cell(experiment.start),
            cell(experiment.end),
            cell(experiment.result),
            links(experiment.links),
        )


TABLE = TableKind(
    title="experiments",
    rank=70,
    columns=("experiment", "place", "opportunity", "metric", "expected", "starts", "ends", "result", "links"),
    rows=rows,
)
