"""Journey and its flow -> where it goes round: ways back, loops without a way out, stages that overlap or repeat."""

from collections.abc import Mapping, Sequence

from mapgen.analysis.flow import FlowAnalysis, Way
from mapgen.analysis.transitions import TransitionModel
from mapgen.model.journey import Journey
from mapgen.record import record


@record
class Gap:
    """A touchpoint (id) whose shares do not account for everybody.

    `stated` is the part that they do, `open` the ways and exits without a share that have the rest between them.
    """

    touchpoint: str
    stated: float
    open: int


@record
class LoopAnalysis:
    """Where a journey goes round, in the order of the spec.

    `back` are ways to where the customer may have been: of kind `back` or `repeat`, or to a touchpoint that is not
    later in the order. `traps` are loops of touchpoints (ids) that nobody leaves. `overlaps` are pairs of stages (ids)
    that run at the same time; `repeating` are stages that say so, `revisited` those that a way back from a later stage
    leads into. `gaps` are touchpoints with shares from which nobody can tell how many go where.
    """

    back: tuple[Way, ...]
    traps: tuple[tuple[str, ...], ...]
    overlaps: tuple[tuple[str, str], ...]
    repeating: tuple[str, ...]
    revisited: tuple[str, ...]
    gaps: tuple[Gap, ...]


def analyze_loops(journey: Journey, flow: FlowAnalysis, movement: TransitionModel) -> LoopAnalysis:
    """Return where a journey goes round, in time that grows with touchpoints and edges."""
    order = {touchpoint.id: number for number, touchpoint in enumerate(journey.touchpoints())}
    stages = {touchpoint.id: at for at, stage in enumerate(journey.stages) for touchpoint in stage.touchpoints}
    back = tuple(way for way in flow.ways if is_back(way, order))
    entered = {stages[way.end] for way in back if stages[way.end] < stages[way.start]}
    return LoopAnalysis(
        back=back,
        traps=_traps(flow, order),
        overlaps=_overlaps(journey),
        repeating=tuple(stage.id for stage in journey.stages if stage.repeats),
        revisited=tuple(stage.id for at, stage in enumerate(journey.stages) if at in entered),
        gaps=_gaps(movement) if movement.told else (),
    )


def is_back(way: Way, order: Mapping[str, int]) -> bool:
    """Return whether customers come to where they may have been; feedback brings word, and no customers."""
    return way.kind in {"back", "repeat"} or (way.kind != "feedback" and order[way.end] <= order[way.start])


def _gaps(movement: TransitionModel) -> tuple[Gap, ...]:
    gaps = []
    for place, moves in movement.places.items():
        open_ = sum(move.share is None for move in moves.moves)
        if open_:
            gaps.append(Gap(place, round(1 - moves.open, 12), open_))
    return tuple(gaps)


def _overlaps(journey: Journey) -> tuple[tuple[str, str], ...]:
    """Return each pair of stages once, the earlier one first; a stage does not overlap with itself."""
    number = {stage.id: at for at, stage in enumerate(journey.stages)}
    pairs = {
        (min(number[stage.id], number[other]), max(number[stage.id], number[other]))
        for stage in journey.stages
        for other in stage.concurrent_with
    }
    return tuple((journey.stages[one].id, journey.stages[two].id) for one, two in sorted(pairs) if one != two)


def _traps(flow: FlowAnalysis, order: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Return the loops that nobody leaves: from who is stuck, the groups of touchpoints that lead to no other."""
    out: dict[str, list[str]] = {place: [] for place in flow.stuck}
    for way in flow.ways:
        if way.start in out and way.kind != "feedback":
            out[way.start].append(way.end)
    closed = (group for group in _groups(out) if all(goal in group for place in group for goal in out[place]))
    traps = (tuple(sorted(group, key=order.__getitem__)) for group in closed if any(out[place] for place in group))
    return tuple(sorted(traps, key=lambda trap: order[trap[0]]))


def _groups(out: Mapping[str, Sequence[str]]) -> list[frozenset[str]]:
    """Return the sets of places that can all be reached from each other (Kosaraju), without recursion."""
    back: dict[str, list[str]] = {place: [] for place in out}
    for place, goals in out.items():
        for goal in goals:
            back[goal].append(place)
    left = set(out)
    groups = []
    for place in reversed(_finished(out)):
        if place in left:
            group, waiting = set[str](), [place]
            while waiting:
                here = waiting.pop()
                if here in left:
                    left.remove(here)
                    group.add(here)
                    waiting += back[here]
            groups.append(frozenset(group))
    return groups


def _finished(out: Mapping[str, Sequence[str]]) -> list[str]:
    """Return places in the order in which a search in depth is done with them."""
    seen: set[str] = set()
    done: list[str] = []
    for start in out:
        path = [] if start in seen else [(start, iter(out[start]))]
        seen.add(start)
        while path:
            place, goals = path[-1]
            goal = next((goal for goal in goals if goal not in seen), None)
            if goal is None:
                path.pop()
                done.append(place)
            else:
                seen.add(goal)
                path.append((goal, iter(out[goal])))
    return done
