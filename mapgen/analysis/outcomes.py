"""Journey and its flow -> what becomes of those who begin: how many end where, after how many touchpoints.

The flow is read as an absorbing Markov chain: what customers do next depends on where they are, not on how they came
there. The chain is solved, not simulated.
"""

from collections.abc import Iterable, Mapping
from math import fsum
from typing import Literal

from mapgen.analysis.markov import AbsorbingChain, factorize, reachable
from mapgen.analysis.transitions import Transition, TransitionModel
from mapgen.model.journey import Exit, ExitKind
from mapgen.record import record

MIN_SHARE = 1e-9
"""A share below this is the rounding of decimals, not a customer."""

OutcomeKind = ExitKind | Literal["end"]
"""What an end is: an exit, or the end of the journey, where no way leads on."""


@record
class Outcome:
    """An end of the journey: the touchpoint (id) it is at, and the part of all who begin that ends so.

    `leave` is the exit that it is, None where it is the end of the journey.
    """

    outcome: OutcomeKind
    touchpoint: str
    reason: str | None
    share: float
    leave: Exit | None = None


@record
class RemovalEffect:
    """What a touchpoint (id) is worth: the part of conversions that is lost where all who come to it leave instead.

    `reach` is the part of all who begin that ever comes there. `effect` is the removal effect of attribution, from 0
    to 1, which is where nobody converts on another way.
    """

    touchpoint: str
    reach: float
    effect: float


@record
class OutcomeAnalysis:
    """What becomes of those who begin; parts are of all of them, from 0 to 1.

    `endings` come with the largest first. `unknown` is the part of which the spec does not say what becomes of it,
    because shares are missing at the touchpoints in `open`; while there is one, the endings are at least what they say
    and what depends on the whole is None. `trapped` is the part that comes to where no end can be reached.

    `success` is what counts as conversion: exits of kind `convert`, or, where the spec has none, the journey's end.
    `length` is how many touchpoints customers pass until their end, `length_to_conversion` those who convert.
    `visits` counts how often one who begins comes to each touchpoint. `worth` has the largest effect first.
    """

    endings: tuple[Outcome, ...]
    unknown: float
    open: tuple[str, ...]
    trapped: float
    success: Literal["convert", "end"]
    conversion: float | None
    length: float | None
    length_to_conversion: float | None
    visits: Mapping[str, float]
    worth: tuple[RemovalEffect, ...]


def analyze_outcomes(movement: TransitionModel) -> OutcomeAnalysis | None:
    """Return what becomes of those who begin.

    None where the spec gives no share at all: that everybody goes on would be a guess. None, too, where ways are so
    entangled that solving them takes too long.
    """
    starts = {place: part for place, part in movement.entries.items() if part is not None}
    if not movement.told or not starts:
        return None
    steps = {place: _steps(moves.moves) for place, moves in movement.places.items()}
    met = reachable(starts, steps)
    free = _leaving(movement, steps)
    inside = {
        place: {goal: chance for goal, chance in goals.items() if goal in free}
        for place, goals in steps.items()
        if place in met and place in free
    }
    chain = factorize(inside)
    if chain is None:
        return None
    return _solved(movement, chain, steps, starts)


def _steps(moves: Iterable[Transition]) -> dict[str, float]:
    """Return the chance to go to each touchpoint, where it is known; several ways to one add up."""
    found: dict[str, float] = {}
    for move in moves:
        if move.way and move.share:
            found[move.way.end] = found.get(move.way.end, 0.0) + move.share
    return found


def _leaving(movement: TransitionModel, steps: Mapping[str, Mapping[str, float]]) -> set[str]:
    """Return the touchpoints from which somebody reaches an end, or a place where nobody knows what comes next."""
    back: dict[str, dict[str, float]] = {}
    for place, goals in steps.items():
        for goal in goals:
            back.setdefault(goal, {})[place] = 1.0
    ends = (
        place
        for place, moves in movement.places.items()
        if moves.open > MIN_SHARE or any(move.share and not move.way for move in moves.moves)
    )
    return reachable(ends, back)


def _solved(
    movement: TransitionModel,
    chain: AbsorbingChain,
    steps: Mapping[str, Mapping[str, float]],
    starts: Mapping[str, float],
) -> OutcomeAnalysis:
    """Return what becomes of those who begin at `starts`, by part."""
    visits = {place: max(0.0, count) for place, count in chain.visits(starts).items()}
    endings = tuple(sorted(_endings(movement, visits), key=lambda ending: -ending.share))
    success: Literal["convert", "end"] = "convert" if _converts(movement) else "end"
    missing = {place: count * movement.places[place].open for place, count in visits.items()}
    unknown = fsum(missing.values()) + max(0.0, 1 - fsum(starts.values()))
    lost = (
        count * steps[place][goal] for place, count in visits.items() for goal in steps[place] if goal not in visits
    )
    trapped = fsum(lost) + fsum(part for place, part in starts.items() if place not in visits)
    known = unknown <= MIN_SHARE
    conversion = fsum(ending.share for ending in endings if ending.outcome == success)
    hits = chain.expected_reward(_rewards(movement, visits, success)) if known and conversion > MIN_SHARE else {}
    passed = fsum(visits[place] * chance for place, chance in hits.items())
    return OutcomeAnalysis(
        endings=endings,
        unknown=unknown if not known else 0.0,
        open=tuple(place for place, part in missing.items() if part > MIN_SHARE),
        trapped=trapped if trapped > MIN_SHARE else 0.0,
        success=success,
        conversion=conversion if known else None,
        length=fsum(visits.values()) if known and trapped <= MIN_SHARE else None,
        length_to_conversion=passed / conversion if hits else None,
        visits={place: visits[place] for place in movement.places if visits.get(place, 0.0) > MIN_SHARE},
        worth=_worth(chain, visits, hits, conversion),
    )


def _endings(movement: TransitionModel, visits: Mapping[str, float]) -> Iterable[Outcome]:
    """Yield each end that somebody reaches."""
    for place in movement.places:
        for move in movement.places[place].moves:
            share = visits.get(place, 0.0) * (move.share or 0.0)
            if not move.way and share > MIN_SHARE:
                leave = move.leave
                yield Outcome(leave.kind if leave else "end", place, leave.reason if leave else None, share, leave)


def _converts(movement: TransitionModel) -> bool:
    """Return whether the spec has an exit that says what a conversion is."""
    return any(
        move.leave is not None and move.leave.kind == "convert"
        for moves in movement.places.values()
        for move in moves.moves
    )


def _rewards(movement: TransitionModel, visits: Iterable[str], success: OutcomeKind) -> dict[str, float]:
    """Return the chance to convert right after each touchpoint."""
    return {
        place: fsum(
            move.share or 0.0
            for move in movement.places[place].moves
            if not move.way and (move.leave.kind if move.leave else "end") == success
        )
        for place in visits
    }


def _worth(
    chain: AbsorbingChain, visits: Mapping[str, float], hits: Mapping[str, float], conversion: float
) -> tuple[RemovalEffect, ...]:
    """Return what each touchpoint is worth: those who ever come there, times their chance to convert from there."""
    if not hits:
        return ()
    returns = chain.expected_returns()
    found = (
        RemovalEffect(place, visits[place] / returns[place], hits[place]) for place in hits if visits[place] > MIN_SHARE
    )
    worths = (
        RemovalEffect(one.touchpoint, min(1.0, one.reach), min(1.0, one.reach * one.effect / conversion))
        for one in found
    )
    return tuple(sorted(worths, key=lambda worth: -round(worth.effect, 9)))
