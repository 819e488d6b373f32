"""The contract of a lane: a module in `kinds/` offers one as `LANE`; the module's name is the lane's id."""

from collections.abc import Callable, Iterator, Mapping

from mapgen.analysis import Analysis
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.lanes.grid import Axis, Cell, Line
from mapgen.model.journey import Journey, Opportunity, PainPoint, Stage, Touchpoint
from mapgen.record import record
from mapgen.words import Words


@record
class View:
    """What a lane may look at: `numbers` are the touchpoints' numbers on the map, from 1.

    They are found by the touchpoint's id; so are `pains` and `ideas`, which are the opportunities, by their own.
    `findings` is what an audit has to say of the journey, by pointer, in the order of the spec.
    """

    journey: Journey
    analysis: Analysis
    words: Words
    numbers: Mapping[str, int]
    pains: Mapping[str, PainPoint]
    ideas: Mapping[str, Opportunity]
    findings: tuple[Diagnostic, ...] = ()

    def stages(self) -> Iterator[tuple[Stage, int, int]]:
        """Yield each stage with its columns: from the first up to, and not with, the last."""
        column = 0
        for stage in self.journey.stages:
            width = max(1, len(stage.touchpoints))
            yield stage, column, column + width
            column += width

    def touchpoints(self) -> Iterator[tuple[Touchpoint, int]]:
        """Yield each touchpoint with its column."""
        for stage, first, _ in self.stages():
            for offset, touchpoint in enumerate(stage.touchpoints):
                yield touchpoint, first + offset

    def within(self, stage: Stage) -> Iterator[tuple[Touchpoint, int | None]]:
        """Yield the touchpoints of a stage with their numbers; None where a stage has one and nobody needs telling."""
        alone = len(stage.touchpoints) == 1
        for touchpoint in stage.touchpoints:
            yield touchpoint, None if alone else self.numbers[touchpoint.id]


@record
class Lane:
    """A row of the map. `title` and `note` are keys of the words; cells without blocks are dropped.

    `rank` orders the lanes where the author did not. A lane that is not `by_default` is one whose content another
    lane or a drawn table says as well: it is shown where the author asks for it.
    """

    title: str
    rank: int
    cells: Callable[[View], Iterator[Cell]]
    note: str | None = None
    line: Line | None = None
    axis: Callable[[View], Axis] | None = None
    by_default: bool = True


def look(journey: Journey, analysis: Analysis, words: Words) -> View:
    """Make a view of a journey, with its touchpoints numbered in order."""
    numbers = {touchpoint.id: number for number, touchpoint in enumerate(journey.touchpoints(), start=1)}
    pains = {pain.id: pain for touchpoint in journey.touchpoints() for pain in touchpoint.pain_points}
    ideas = {idea.id: idea for touchpoint in journey.touchpoints() for idea in touchpoint.opportunities}
    return View(journey=journey, analysis=analysis, words=words, numbers=numbers, pains=pains, ideas=ideas)
