"""What is being tried out. The map draws the table where an experiment has no place in a lane."""

from collections.abc import Iterator

from mapgen.lanes.lane import View
from mapgen.lanes.trials import trials
from mapgen.tables.cells import cell, links, named, place
from mapgen.tables.table import TableKind, TableRow


def rows(view: View) -> Iterator[TableRow]:
    """Tell each experiment."""
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


def homeless(view: View) -> bool:
    """Tell whether an experiment stands nowhere on the map."""
    return any(trial.place is None for trial in trials(view.journey))


TABLE = TableKind(
    title="experiments",
    rank=70,
    columns=("experiment", "place", "opportunity", "metric", "expected", "starts", "ends", "result", "links"),
    rows=rows,
    drawn=homeless,
)
