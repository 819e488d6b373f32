"""Journey and the snapshot of its events -> what was observed, beside what the plan says.

Shares are of settled visits, of which it is known what came next. A share differs from the plan where its interval of
95 % (Wilson) lies wholly outside the planned share and the tolerance around it: with many visits, each difference is
more than chance, so that the tolerance decides; with few, the interval protects from noise.
"""

from collections.abc import Iterator, Mapping, Sequence

from mapgen.analysis.chance import wilson
from mapgen.analysis.flow import FlowAnalysis
from mapgen.analysis.funnel import FunnelAnalysis
from mapgen.analysis.observation import (
    Observation,
    ObservedAnalysis,
    ObservedShare,
    ObservedStage,
    ObservedTouchpoint,
    ObservedTransition,
)
from mapgen.analysis.reduced_plan import ReducedPlan, reduce_plan
from mapgen.analysis.transitions import TransitionModel
from mapgen.model.facts import Interval
from mapgen.model.journey import Journey
from mapgen.model.snapshot import Counts, Snapshot, TouchpointCounts, TransitionCount
from mapgen.record import record

_UNKNOWN = Interval(0.0, 1.0)
_NOTHING = TouchpointCounts(visits=0, exits=0, entries=0, open=0, customers=0)


def compare(  # noqa: PLR0913 - what a plan is made of
    journey: Journey,
    flow: FlowAnalysis,
    movement: TransitionModel,
    funnel: FunnelAnalysis,
    snapshot: Snapshot,
    *,
    mapping: str | None = None,
) -> ObservedAnalysis:
    """Return what was observed beside what the journey says; `mapping` is the digest of its plan as it is now."""
    measured = snapshot.whole.touchpoints
    plan = _Plan(journey, reduce_plan(journey, flow, movement, measured.keys()), frozenset(measured), funnel)
    return ObservedAnalysis(
        snapshot=snapshot,
        of_this_plan=None if mapping is None else mapping == snapshot.mapping,
        gone=tuple(one for one in measured if one not in movement.places and one not in funnel.stages),
        whole=plan.observe("", snapshot.whole),
        periods=tuple(plan.observe(one.name, one.counts, provisional=one.provisional) for one in snapshot.periods),
        segments=tuple(plan.observe(name, counts) for name, counts in snapshot.segments),
    )


@record
class _Plan:
    """The plan of a journey, reduced to the touchpoints that are measured."""

    journey: Journey
    reduced: ReducedPlan
    measured: frozenset[str]
    funnel: FunnelAnalysis

    def observe(self, name: str, counts: Counts, *, provisional: bool = False) -> Observation:
        """Compare the counts of one cut."""
        return Observation(
            name=name,
            provisional=provisional,
            touchpoints=self._touchpoints(counts),
            transitions=tuple(self._transitions(counts)),
            stages=tuple(self._stages(counts)),
            journeys=counts.journeys,
        )

    def _touchpoints(self, counts: Counts) -> dict[str, ObservedTouchpoint]:
        entries = sum(one.entries or 0 for one in counts.touchpoints.values())
        return {
            one.id: self._touchpoint(one.id, counts.touchpoints.get(one.id, _NOTHING), entries)
            if one.id in self.measured
            else ObservedTouchpoint(one.id, measured=False)
            for one in self.journey.touchpoints()
        }

    def _touchpoint(self, place: str, here: TouchpointCounts, entries: int) -> ObservedTouchpoint:
        goals, begins, of = self.reduced.moves[place], self.reduced.entries, here.visits
        onward = None if here.exits is None or of is None else of - here.exits
        is_told = any(share is not None for share in goals.values())
        leaving = goals.get(None, 0.0 if is_told else None)
        staying = None if leaving is None else 1 - leaving
        return ObservedTouchpoint(
            touchpoint=place,
            measured=True,
            visits=of,
            customers=here.customers,
            open=here.open,
            onward=_share(onward, of, staying, known=any(goal is not None for goal in goals)),
            exit=_share(here.exits, of, goals.get(None), known=None in goals, most=here.merged_visits),
            entry=_share(here.entries, entries, begins.get(place), known=place in begins),
            merged_visits=here.merged_visits,
        )

    def _transitions(self, counts: Counts) -> Iterator[ObservedTransition]:
        """Yield the transitions by where they start; those that the map does not know after the planned ones."""
        taken: dict[str, dict[str, TransitionCount]] = {}
        for one in counts.transitions:
            taken.setdefault(one.start, {})[one.end] = one
        order = {one.id: number for number, one in enumerate(self.journey.touchpoints())}
        for start in order:
            if start in self.measured:
                known = [goal for goal in self.reduced.moves[start] if goal is not None]
                others = (end for end in taken.get(start, ()) if end in order and end not in known)
                ends = (*known, *sorted(others, key=order.__getitem__))
                yield from self._from(start, counts.touchpoints.get(start, _NOTHING), ends, taken.get(start, {}))

    def _from(
        self, start: str, here: TouchpointCounts, ends: Sequence[str], taken: Mapping[str, TransitionCount]
    ) -> Iterator[ObservedTransition]:
        """Yield the transitions from one touchpoint; those that are not listed may be among those that were merged.

        Who went to a stage without touchpoints, or to a touchpoint that is gone, may have gone on to any other.
        """
        goals = self.reduced.moves[start]
        elsewhere = (one.visits for end, one in taken.items() if end not in ends)
        merged = here.merged_visits + sum(elsewhere)
        for end in ends:
            one = taken.get(end)
            if one:
                share = _share(one.visits, here.visits, goals.get(end), known=end in goals)
                yield ObservedTransition(start, end, share, one.median, one.nine_in_ten)
            else:
                count = None if merged or here.visits is None else 0
                share = _share(count, here.visits, goals.get(end), known=end in goals, most=merged)
                yield ObservedTransition(start, end, share)

    def _stages(self, counts: Counts) -> Iterator[ObservedStage]:
        """Yield the stages that have events, beside the funnel of the plan from the first of them on."""
        stages = [stage.id for stage in self.journey.stages if stage.id in counts.funnel]
        if not stages:
            return
        top, reach = counts.funnel[stages[0]], self.funnel.stages[stages[0]].reach
        for stage in stages:
            count, planned = counts.funnel[stage], self.funnel.stages[stage].reach
            yield ObservedStage(
                stage=stage,
                in_order=count,
                reached=counts.reached.get(stage),
                share=count / top if top and count is not None else None,
                planned=planned / reach if reach and planned is not None else None,
            )


def _share(
    count: int | None, of: int | None, planned: float | None, *, known: bool, most: int | None = None
) -> ObservedShare:
    """Return what a count says; of one that is hidden, it is known at most that it is not above `most`."""
    if not of:
        interval = _UNKNOWN
    elif count is not None:
        interval = wilson(count / of, of)
    else:
        interval = _UNKNOWN if most is None else Interval(0.0, wilson(most / of, of).high)
    return ObservedShare(count, of or 0, interval, planned, known)
