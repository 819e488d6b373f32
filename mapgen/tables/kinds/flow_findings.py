"""The flow at a glance: how long it is, where it goes round, and what is wrong with it."""

from collections.abc import Iterable, Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Stage
from mapgen.tables.cells import at, cell
from mapgen.tables.table import TableCell, TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report the figures, then what was found, each with the touchpoints or stages that it is about."""
    for key, found in (*figures(view), *faults(view), *rounds(view)):
        if found:
            yield cell(view.words(key)), found


def figures(view: LaneContext) -> Iterator[tuple[str, TableCell]]:
    """Report how many convert, and after how many touchpoints."""
    chances, words = view.analysis.chances, view.words
    if chances is None:
        return
    if chances.conversion is not None:
        yield "converted", cell(words.percent(chances.conversion))
    if chances.length_to_conversion is not None:
        yield "until-conversion", cell(words.number(round(chances.length_to_conversion, 1)))
    if chances.length is not None:
        yield "until-end", cell(words.number(round(chances.length, 1)))


def faults(view: LaneContext) -> Iterator[tuple[str, TableCell]]:
    """Report where the flow cannot be gone through, or cannot be counted."""
    flow, loops = view.analysis.flow, view.analysis.loops
    yield "unreachable", places(view, flow.unreachable)
    yield "dead-end", places(view, flow.stuck)
    yield "trap", cell(*(f" {view.words.arrow} ".join(named(view, trap)) for trap in loops.traps))
    yield "shares-missing", places(view, (gap.touchpoint for gap in loops.gaps))


def rounds(view: LaneContext) -> Iterator[tuple[str, TableCell]]:
    """Report which stages customers come back to, which repeat, and which run at the same time."""
    loops = view.analysis.loops
    stages = {stage.id: stage for stage in view.journey.stages}
    yield "come-back-to", cell(*(told(view, stages[stage]) for stage in loops.revisited))
    yield "repeat-stages", cell(*(stages[stage].name for stage in loops.repeating))
    yield "overlapping", cell(*(" + ".join(stages[stage].name for stage in pair) for pair in loops.overlaps))


def told(view: LaneContext, stage: Stage) -> str:
    """Name a stage and the ways that lead back into it from later stages: "Requirements: 17 → 12 (15 %)"."""
    inside = {touchpoint.id for touchpoint in stage.touchpoints}
    ways = (way for way in view.analysis.loops.back if way.end in inside and way.start not in inside)
    steps = (
        f"{view.numbers[way.start]} {view.words.arrow} {view.numbers[way.end]}"
        + ("" if way.share is None else f" ({view.words.percent(way.share)})")
        for way in ways
    )
    return f"{stage.name}: {', '.join(steps)}"


def places(view: LaneContext, ids: Iterable[str]) -> TableCell:
    """Name touchpoints."""
    return cell(*named(view, ids))


def named(view: LaneContext, ids: Iterable[str]) -> Iterator[str]:
    """Yield the names of touchpoints, with their numbers."""
    wanted = tuple(ids)
    names = {touchpoint.id: at(view, touchpoint) for touchpoint in view.journey.touchpoints()} if wanted else {}
    return (names[one] for one in wanted)


TABLE = TableKind(title="flow-findings", rank=38, columns=("finding", "place"), rows=rows)
