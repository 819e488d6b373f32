"""The contract of a lane: a module in `kinds/` offers one as `LANE`; the module's name is the lane's id."""

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from types import MappingProxyType

from mapgen.analysis import Analysis
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.lanes.grid import Axis, Cell, Line
from mapgen.model import walk
from mapgen.model.journey import Evidence, Journey, Opportunity, PainPoint, Stage, Touchpoint, backs
from mapgen.model.walk import Part
from mapgen.record import record
from mapgen.words import Words


@record
class LaneContext:
    """What a lane may look at: `numbers` are the touchpoints' numbers on the map, from 1.

    They are found by the touchpoint's id; so are `pains` and `ideas`, which are the opportunities, by their own, and
    `before`, which is how many touchpoints come before a stage, by that of the stage.
    `findings` is what an audit has to say of the journey, by pointer, in the order of the spec.
    `names` are those of the touchpoints by number, where no lane says which one has which number: so names are used.
    """

    journey: Journey
    analysis: Analysis
    words: Words
    numbers: Mapping[str, int]
    before: Mapping[str, int]
    pains: Mapping[str, PainPoint]
    ideas: Mapping[str, Opportunity]
    findings: tuple[Diagnostic, ...] = ()
    names: Mapping[int, str] = MappingProxyType({})

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

    def is_guess(self, evidence: tuple[Evidence, ...]) -> bool:
        """Return whether a claim is shown as a hypothesis: none is where the journey names no evidence at all."""
        return bool(self.journey.evidence) and not backs(evidence)

    def parts(self, stage: Stage) -> Iterator[tuple[Part, int | None]]:
        """Yield a stage without a number, followed by its touchpoints with theirs."""
        yield stage, None
        yield from self.within(stage)

    def reference(self, number: int) -> str:
        """Return what stands for a touchpoint elsewhere on the map: its number, or its name where there are none."""
        return self.names.get(number, str(number))

    def within(self, stage: Stage) -> Iterator[tuple[Touchpoint, int | None]]:
        """Yield the touchpoints of a stage with their numbers; None where a stage has one and nobody needs telling."""
        alone = len(stage.touchpoints) == 1
        for touchpoint in stage.touchpoints:
            yield touchpoint, None if alone else self.numbers[touchpoint.id]


@record
class Lane:
    """A row of the map. `title` and `note` are keys of the words; cells without blocks are dropped.

    `rank` orders the lanes where the author did not. A lane that is not there `by_default` is one whose content another
    lane or a table says as well: it is shown where the author asks for it.
    """

    title: str
    rank: int
    cells: Callable[[LaneContext], Iterator[Cell]]
    note: str | None = None
    line: Line | None = None
    axis: Callable[[LaneContext], Axis] | None = None
    by_default: Callable[[LaneContext], bool] = lambda _: True


def lane_context(journey: Journey, analysis: Analysis, words: Words) -> LaneContext:
    """Make a view of a journey, with its touchpoints numbered in order."""
    numbers = {touchpoint.id: number for number, touchpoint in enumerate(journey.touchpoints(), start=1)}
    pains = {pain.id: pain for pain, _ in walk.pain_points(journey)}
    ideas = {idea.id: idea for idea, _ in walk.opportunities(journey)}
    counts = accumulate((len(stage.touchpoints) for stage in journey.stages), initial=0)
    before = {stage.id: count for stage, count in zip(journey.stages, counts, strict=False)}
    return LaneContext(journey, analysis, words, numbers, before, pains, ideas)
