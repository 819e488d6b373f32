"""Who answers for what, and how to reach them."""

from collections.abc import Iterable, Iterator, Mapping

from mapgen.analysis.ownership import Holding
from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Owner
from mapgen.tables.cells import answers, cell, notes, numbers
from mapgen.tables.table import TableCell, TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each owner with what is theirs: stages, pain points and opportunities by name, touchpoints by number."""
    stages = {stage.id: stage.name for stage in view.journey.stages}
    pains = {key: pain.text for key, pain in view.pains.items()}
    chances = {key: idea.text for key, idea in view.ideas.items()}
    for owner in view.journey.owners:
        holding = view.analysis.ownership.holdings[owner.id]
        owned = (
            *reviewed(view, owner),
            *named(view, "stages", holding.stages, stages),
            *numbers(view, "touchpoints", holding.touchpoints),
            *named(view, "pain-points", holding.pain_points, pains),
            *named(view, "opportunities", holding.opportunities, chances),
        )
        yield answers(owner), cell(owner.contact), owned, helped(view, holding, stages), notes(owner.extras)


def reviewed(view: LaneContext, owner: Owner) -> TableCell:
    """Report the owner of the map that it is theirs."""
    review = view.journey.review
    return cell(view.words("this-map")) if review and review.owner == owner else ()


def helped(view: LaneContext, holding: Holding, stages: Mapping[str, str]) -> TableCell:
    """Report what an owner helps with."""
    touchpoints = [place for place in holding.contributes_to if place in view.numbers]
    parts = [place for place in holding.contributes_to if place in stages]
    return (*named(view, "stages", parts, stages), *numbers(view, "touchpoints", touchpoints))


def named(view: LaneContext, key: str, ids: Iterable[str], names: Mapping[str, str]) -> TableCell:
    """Name things of one kind on one line."""
    told = " · ".join(names[item] for item in ids)
    return (Text(text=told, label=view.words(key)),) if told else ()


TABLE = TableKind(
    title="owners",
    rank=100,
    columns=("owner", "contact", "owns", "contributes-to", "notes"),
    rows=rows,
)
