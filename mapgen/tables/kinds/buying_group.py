"""The buying group: what each persona decides, where they take part, what they ask, and where they feel worst."""

from collections.abc import Iterator

from mapgen.analysis.participants import Participation
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.model import walk
from mapgen.tables.cells import cell, named, numbers, word
from mapgen.tables.table import TableCell, TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each persona who takes part somewhere, or asks something."""
    if not view.analysis.participants.told:
        return
    personas = {persona.id: persona for persona in view.journey.personas}
    for part in view.analysis.participants.parts:
        persona = personas[part.persona]
        asks = cell(*(question.text for question in part.questions))
        where = numbers(view, "touchpoints", part.touchpoints)
        yield (
            named(persona.name, f"persona-{persona.id}"),
            word(view, "role", persona.buying_role),
            where,
            asks,
            lowest(view, part),
        )


def lowest(view: LaneContext, part: Participation) -> TableCell:
    """Report where a persona feels worst; of equals, the first."""
    if not part.scores:
        return ()
    place = min(part.scores, key=part.scores.__getitem__)
    name = walk.names(view.journey)[place]
    score = written(view.words, view.journey.scale, part.scores[place])
    return cell(f"{score}: {view.numbers[place]} {name}" if place in view.numbers else f"{score}: {name}")


TABLE = TableKind(
    title="buying-group",
    rank=12,
    columns=("persona", "role", "takes-part", "asks", "lowest-moment"),
    rows=rows,
)
