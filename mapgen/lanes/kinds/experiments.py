"""What is being tried out, where the opportunity or the metric stands that it is about."""

from collections.abc import Iterator

from mapgen.blocks import Card, Text
from mapgen.lanes.experiments import PlacedExperiment, trials
from mapgen.lanes.grid import Cell
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Experiment

EN_DASH = "\N{EN DASH}"


def cells(view: LaneContext) -> Iterator[Cell]:
    """Make a card of each experiment that has a place, in the cell of its stage."""
    placed: dict[str, list[Card]] = {}
    for trial in trials(view.journey):
        if trial.place:
            placed.setdefault(trial.place.stage.id, []).append(card(view, trial))
    for stage, first, last in view.stages():
        if stage.id in placed:
            yield Cell(first=first, last=last, blocks=tuple(placed[stage.id]))


def card(view: LaneContext, trial: PlacedExperiment) -> Card:
    """Make the card of an experiment."""
    place = trial.place
    touchpoint = place.touchpoint if place and len(place.stage.touchpoints) > 1 else None
    return Card(
        title=trial.experiment.name,
        number=view.numbers[touchpoint.id] if touchpoint else None,
        overline=dates(trial.experiment),
        body=tuple(details(view, trial)),
    )


def details(view: LaneContext, trial: PlacedExperiment) -> Iterator[Text]:
    """Report what is tried, on what, and what came out."""
    words = view.words
    experiment = trial.experiment
    if trial.opportunity:
        yield Text(text=trial.opportunity.text, label=words("opportunity"), tone="muted")
    if trial.metric:
        yield Text(text=trial.metric.name, label=words("metric"), tone="muted")
    if experiment.hypothesis:
        yield Text(text=experiment.hypothesis, label=words("expected"))
    if experiment.result:
        yield Text(text=experiment.result, label=words("result"))
    for link in experiment.links:
        yield Text(text=link.title, url=link.url)


def dates(experiment: Experiment) -> str | None:
    """Report from when to when; an end that is open is left open."""
    if not experiment.start and not experiment.end:
        return None
    return f"{experiment.start or ''} {EN_DASH} {experiment.end or ''}".strip()


LANE = Lane(title="experiments", rank=150, cells=cells)
